/** Inspections of the demo world: some closed, one late, one to be carried out with a phone, a hold that was lifted and one that was just imposed. */
import type { Day } from '../kernel/day.ts'
import { inspectionExamples as example, itemsFound } from '../procedures/inspection/inspection.examples.ts'
import type { DemoKey } from './applications.ts'
import type { Client } from './client.ts'
import { signedBy } from './people.ts'
import { picture } from './picture.ts'

export type World = {
  as: (username: string) => Promise<Client>
  /** Moves the clock of the world to a day. */
  on: (day: Day) => void
  /** The user name of the county of a base, and the number of the base. */
  county: (key: DemoKey) => string
  baseOf: (key: DemoKey) => Promise<string>
}

type Found = Parameters<typeof itemsFound>[0]

export async function inspectionsOfDemo({ as, on, county, baseOf }: World) {
  const officerOf = (key: DemoKey) => as(`county.${county(key)}`)
  const leadOf = (key: DemoKey) => as(`county.${county(key)}.lead`)
  const inspectors = [{ name: '区县经办人（演示）', org: '区县科技管理部门' }, { name: '行业技术人员（演示）', org: '产业技术促进中心' }]

  /** Ordered and told on one day, recorded on another. */
  const inspected = async (key: DemoKey, [told, seen]: [Day, Day], found: Found, more: { photo?: string } = {}) => {
    const officer = await officerOf(key)
    on(told)
    const { id } = await officer.opened('inspection', { base: await baseOf(key), kind: 'routine', reason: '年度例行检查（演示）。' })
    await officer.did(id, 'notify', { visitOn: seen, inspectors, matters: '安全环保手续、独立核算、管理委员会、对外服务台账（演示）。' })
    on(seen)
    const photo = more.photo && (await officer.must('photo', officer.call<{ id: string }>('POST', `/api/files?case=${id}&name=${encodeURIComponent('现场（演示）.png')}`, picture(more.photo), { 'content-type': 'application/octet-stream' })))
    const items = itemsFound(photo && found?.['J1.2'] ? { ...found, 'J1.2': { ...found['J1.2'], photos: [{ id: photo.id, at: `${seen}T02:20:00.000Z` }] } } : found)
    await officer.did(id, 'record', { ...example.record, inspectedOn: seen, inspectors, items, present: '依托单位安全员（演示）', remark: '无异议。', opinion: '总体运行正常，问题见各项（演示）。', signedBy: inspectors.map(({ name }) => name) })
    return id
  }
  const ordered = async (key: DemoKey, id: string, demands: { item: string; demand: string; dueOn: Day }[], day: Day) => {
    on(day)
    await (await officerOf(key)).did(id, 'proposeRectification', { demands, opinion: '限期整改，逐项报告（演示）。' })
    await (await leadOf(key)).did(id, 'requireRectification')
  }
  const fire = { 'J1.2': { answer: 'fails' as const, note: '消防验收合格证已过期，未见续办材料（演示）。' } }
  const waste = { 'J2.2': { answer: 'partly' as const, note: '危险废物台账缺两笔，联单齐全（演示）。' } }
  const committee = { 'J5.2': { answer: 'partly' as const, found: '1', note: '近十二个月只开过一次会议（演示）。' } }

  // Nothing wanting.
  const clear = await inspected('glassware', ['2026-05-11', '2026-05-18'], {})
  on('2026-05-20')
  await (await officerOf('glassware')).did(clear, 'close', { opinion: '未发现须整改的问题，予以办结（演示）。' })

  // A hold that was imposed, confirmed and lifted.
  on('2026-06-02')
  const held = await (await officerOf('anode')).opened('suspension', { base: await baseOf('anode'), kind: 'safety', facts: '检查发现氮气管线报警装置失效，中试线仍在运行（演示）。', reason: '存在即时危险，须立即停止中试活动（演示）。' })
  on('2026-06-03')
  await (await as('city.lead')).did(held.id, 'confirm', { endsOn: '2026-08-31', conditions: '报警装置修复并检测合格，操作人员重新培训（演示）。' })
  on('2026-06-22')
  await (await as('host.anode')).did(held.id, 'requestLift', { account: '报警装置已更换，检测合格，培训记录附后（演示）。' })
  on('2026-06-24')
  await (await officerOf('anode')).did(held.id, 'proposeLift', { checkedOn: '2026-06-24', findings: '现场核查，装置运行正常，检测报告属实（演示）。' })
  on('2026-06-25')
  await (await as('city.lead')).did(held.id, 'lift')

  // Rectified item by item and closed.
  const closed = await inspected('carbon', ['2026-07-06', '2026-07-13'], { ...fire, ...waste }, { photo: 'before' })
  await ordered('carbon', closed, [{ item: 'J1.2', demand: '补办消防验收，上传合格证（演示）。', dueOn: '2026-09-11' }, { item: 'J2.2', demand: '补齐危险废物台账（演示）。', dueOn: '2026-08-14' }], '2026-07-15')
  on('2026-08-13')
  await (await as('host.carbon')).did(closed, 'reportRectification', { answers: [{ item: 'J1.2', answer: '已取得新的消防验收合格证（演示）。' }, { item: 'J2.2', answer: '台账已补齐，由安全员复核（演示）。' }], signedBy: signedBy('host.carbon') })
  on('2026-08-18')
  const checker = await officerOf('carbon')
  const after = await checker.must('photo', checker.call<{ id: string }>('POST', `/api/files?case=${closed}&name=${encodeURIComponent('复查（演示）.png')}`, picture('after'), { 'content-type': 'application/octet-stream' }))
  await checker.did(closed, 'verify', { checkedOn: '2026-08-18', results: [{ item: 'J1.2', result: 'rectified', note: '合格证在有效期内（演示）。', photos: [{ id: after.id, at: '2026-08-18T03:05:00.000Z' }] }, { item: 'J2.2', result: 'rectified' }] })
  on('2026-08-19')
  await (await leadOf('carbon')).did(closed, 'closeRectified', { opinion: '整改到位，予以办结（演示）。' })

  // Late since some days; the clock hands it to the city when it stays so.
  const late = await inspected('fittings', ['2026-09-14', '2026-09-21'], { ...fire, ...committee })
  await ordered('fittings', late, [{ item: 'J1.2', demand: '补办消防验收（演示）。', dueOn: '2026-11-18' }, { item: 'J5.2', demand: '年内召开管委会会议，上传纪要（演示）。', dueOn: '2026-12-25' }], '2026-09-23')

  // A plan of the city whose bases were drawn by lot.
  on('2026-10-12')
  const [officer, lead] = [await as('city.officer'), await as('city.lead')]
  const plan = await officer.opened('inspection-plan', { title: '2026 年第四季度“双随机”检查计划（演示）', kind: 'routine', completeBy: '2026-12-31', aims: '安全环保手续、独立核算、管理委员会运行、对外开放服务（演示）。' })
  await officer.did(plan.id, 'commit', { count: 2, perCounty: 1 })
  await (await as('city.supervisor')).did(plan.id, 'witness', { word: '骰子 4 2 6' })
  await officer.did(plan.id, 'reveal')
  on('2026-10-14')
  await lead.did(plan.id, 'approve')

  // Reported, to be verified.
  const reported = await inspected('engine', ['2026-09-21', '2026-09-28'], waste)
  await ordered('engine', reported, [{ item: 'J2.2', demand: '补齐危险废物台账（演示）。', dueOn: '2026-11-27' }], '2026-10-09')
  on('2026-11-19')
  await (await as('host.engine')).did(reported, 'reportRectification', { answers: [{ item: 'J2.2', answer: '台账已补齐，附电子台账截图（演示）。' }], signedBy: signedBy('host.engine') })

  // To be inspected tomorrow, with a phone.
  on('2026-11-18')
  const next = await (await officerOf('gears')).opened('inspection', { base: await baseOf('gears'), kind: 'routine', reason: '年度例行检查（演示）。' })
  await (await officerOf('gears')).did(next.id, 'notify', { visitOn: '2026-11-24', inspectors, matters: '安全环保手续、对外服务台账（演示）。' })

  // A county's own plan, being drafted.
  on('2026-11-19')
  await checker.opened('inspection-plan', { title: '年末安全检查计划（演示）', kind: 'special', completeBy: '2026-12-25', aims: '冬季安全、消防手续（演示）。' })

  // Imposed on Friday, for the city's lead to confirm.
  on('2026-11-20')
  await (await officerOf('needlecoke')).opened('suspension', { base: await baseOf('needlecoke'), kind: 'safety', facts: '线索核查发现中试装置区可燃气体浓度报警未处置（演示）。', reason: '存在即时危险，须立即停止中试活动（演示）。' })
}
