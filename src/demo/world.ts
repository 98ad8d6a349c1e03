/**
 * The demo world: cases in every status, walked through the same door as everybody's, on the days they happened.
 * Nothing is written past the case log. Fictional; every name is marked 演示.
 */
import { openApp, type AppOptions, runSchedule } from '../app.ts'
import { lookAtPhotos } from '../photo-looks.ts'
import { afterWorkingDays, type Day, daysBetween } from '../kernel/day.ts'
import { rowOf, rowsOf, sql } from '../platform/query.ts'
import { openSession } from '../platform/session.ts'
import { panelReviewExamples } from '../procedures/panel-review/panel-review.examples.ts'
import { recognitionExamples as example } from '../procedures/recognition/recognition.examples.ts'
import { calendar } from '../settings/calendar.ts'
import { divisionOf } from '../settings/divisions.ts'
import { asksComment, rubricItems } from '../settings/rubric-2026.ts'
import { demoApplication, type DemoKey, unfinished } from './applications.ts'
import { briefOf } from './organisations.ts'
import { type Client, clientOf } from './client.ts'
import { personId, seedInstitutions } from './institutions.ts'
import { plainPdf } from './pdf.ts'
import { seeded } from './seeded.ts'
import { hostsOfDemo, orgOf } from './world.hosts.ts'
import { awardsOfDemo } from './world.awards.ts'
import { inspectionsOfDemo } from './world.inspections.ts'
import { poolOfDemo, rotationOfDemo } from './world.pool.ts'
import { registersOfDemo } from './world.registers.ts'
import { mattersOfDemo } from './world.matters.ts'
import { objectionOfDemo } from './world.objections.ts'
import { revocationsOfDemo } from './world.revocations.ts'
import { assessedYear, openYearOfDemo } from './world.years.open.ts'

/** The day the demo world begins on, whatever the real date: within the published calendar. */
export const demoToday: Day = '2026-11-23'

const countyNames: Record<string, string> = { 140702: 'yuci', 140703: 'taigu', 140721: 'yushe', 140722: 'zuoquan', 140723: 'heshun', 140724: 'xiyang', 140725: 'shouyang', 140727: 'qixian', 140728: 'pingyao', 140729: 'lingshi', 140781: 'jiexiu' }

export async function buildDemoWorld(options: Omit<AppOptions, 'clock' | 'demo'> & { password: string; now: Date; tell?: (line: string) => void }) {
  const { pools, jurisdiction, newId, tell = () => {} } = options
  let at = new Date('2023-02-06T01:00:00.000Z')
  const real = options.now
  await seedInstitutions(pools.jobs, { jurisdiction, hosts: hostsOfDemo(), password: options.password, now: at, newId })
  const { app, platform } = await openApp({ ...options, log: false, clock: () => at, demo: true })
  await app.ready()
  const clients = new Map<string, Client>()
  const random = seeded('demo-world')

  const as = async (username: string): Promise<Client> => {
    const known = clients.get(username)
    if (known) return known
    const token = await openSession(pools.jobs, { jurisdiction, person: personId(username), now: at, rules: { tries: 5, lockMinutes: 10, idleMinutes: 60 * 24 * 3660, hours: 24 * 3660 } })
    const client = clientOf(app, token, () => `demo-${newId()}`)
    clients.set(username, client)
    return client
  }
  /** Nine o'clock in Jinzhong, a few minutes later with every act of a day. */
  let minutes = 0
  const on = (day: Day) => { minutes += 7; at = new Date(new Date(`${day}T01:00:00.000Z`).getTime() + (minutes % 480) * 60_000) }
  const later = (day: Day, workingDays: number): Day => afterWorkingDays(calendar, day, workingDays).day
  const county = (key: DemoKey) => countyNames[briefOf(key).county] ?? 'yuci'

  type Case = { key: DemoKey; id: string; day: Day }
  /** Opens and fills an application; a partner confirms where there is one. */
  const filled = async (key: DemoKey, day: Day, { half = false } = {}): Promise<Case> => {
    on(day)
    const host = await as(`host.${key}`)
    const { id } = await host.opened('recognition')
    const joint = briefOf(key).partner
    const partner = joint && (joint.username === 'partner.univ' ? { org: 'org-univ', user: 'partner.univ' } : { org: orgOf('grain'), user: 'host.grain' })
    const application = demoApplication(key, { on: day, org: orgOf(key), ...(partner && { partnerOrg: partner.org }) })
    await host.fills(id, (half ? unfinished(application) : application).data)
    const files = half ? application.attachments.slice(0, 6) : application.attachments
    for (const file of files) if (file.attachment) await host.attaches(id, file.attachment, file.name, plainPdf([`DEMO ${file.attachment}`, key, day]))
    if (joint && partner && !half) {
      await host.did(id, 'invitePartners', { partners: [{ org: partner.org, name: joint.name }] })
      await (await as(partner.user)).did(id, 'confirmPartnership', example.confirmPartnership)
    }
    return { key, id, day }
  }
  const then = async (of: Case, username: string, step: string, data: object = {}, after = 1): Promise<Case> => {
    const day = later(of.day, after)
    on(day)
    await (await as(username)).did(of.id, step, data)
    return { ...of, day }
  }
  const submitted = async (key: DemoKey, day: Day) => then(await filled(key, day), `host.${key}`, 'submit', { commitments: true, signedBy: demoApplication(key, { on: day }).hostAdmin.name }, 2)
  const recommended = async (key: DemoKey, day: Day) => then(await then(await submitted(key, day), `county.${county(key)}`, 'examine', example.examine, 4), `county.${county(key)}.lead`, 'recommend', example.recommend, 2)
  const accepted = async (key: DemoKey, day: Day) => then(await recommended(key, day), 'city.officer', 'acceptForm', example.acceptForm, 5)
  const queued = async (key: DemoKey, day: Day, batch: string) => then(await accepted(key, day), 'city.officer', 'assignToBatch', { batch })

  type Panel = { id: string; day: Day; cases: Case[]; members: { username: string; back: string[] }[] }
  /** A panel convened; somebody may be designated before the draw, approved by the lead. */
  const convened = async (cases: Case[], title: string, { size = 7, management = 0, designated }: { size?: number; management?: number; designated?: { username: string; reason: string } } = {}): Promise<Panel> => {
    const day = later(cases.map((one) => one.day).sort().at(-1) ?? demoToday, 4)
    on(day)
    const { id } = await (await as('city.officer')).opened('panel-review', { ...panelReviewExamples.convene, title, size, management, cases: cases.map((one) => one.id) })
    if (designated) {
      await (await as('city.officer')).did(id, 'designate', { expert: personId(designated.username), reason: designated.reason })
      await (await as('city.lead')).did(id, 'approveDesignation', { expert: personId(designated.username) })
    }
    return { id, day, cases, members: [] }
  }
  const committed = async (panel: Panel): Promise<Panel> => { on(panel.day); await (await as('city.officer')).did(panel.id, 'commitDraw'); return panel }
  /** Four dice of the witness, then the reveal; who sits is read from the panel. */
  const begun = async (panel: Panel): Promise<Panel> => {
    const officer = await as('city.officer')
    await (await as('city.supervisor')).did(panel.id, 'witnessDraw', { word: `骰子 ${[1, 2, 3, 4].map(() => random.whole(1, 6)).join(' ')}` })
    await officer.did(panel.id, 'revealDraw')
    await officer.did(panel.id, 'beginScoring')
    const { members } = (await officer.detail(panel.id)).case.file as { members: { person: string; conflicts: string[] }[] }
    return { ...panel, members: members.map(({ person, conflicts }) => ({ username: person.slice(2).replace('-', '.'), back: conflicts })) }
  }
  /** Declares and scores for the last so many members; `weak` applications are scored low. */
  const scored = async (panel: Panel, weak: DemoKey[] = [], last = panel.members.length) => {
    on(later(panel.day, 2))
    for (const { username, back } of panel.members.slice(-last)) {
      const expert = await as(username)
      for (const one of panel.cases.filter(({ id }) => !back.includes(id))) {
        await expert.did(panel.id, 'declareConflict', { ...panelReviewExamples.declareConflict, about: one.id })
        await expert.did(panel.id, 'score', sheetOf(one, weak.includes(one.key)))
      }
    }
  }
  /** A panel for several applications from the draw to its conclusion; `weak` ones are not shortlisted. */
  const reviewed = async (cases: Case[], title: string, weak: DemoKey[] = [], how: Parameters<typeof convened>[2] = {}): Promise<Case[]> => {
    const panel = await begun(await committed(await convened(cases, title, how)))
    await scored(panel, weak)
    on(later(panel.day, 3))
    const officer = await as('city.officer')
    await officer.did(panel.id, 'closeScoring')
    await officer.did(panel.id, 'conclude', { opinions: cases.map(({ id, key }) => weak.includes(key) ? { about: id, opinion: '方向与在册基地交叉较多，中试线不完整，暂不列入现场考察。', shortlist: false } : { about: id, opinion: seeded(`opinion ${key}`).pick(worthSeeing), shortlist: true }) })
    return cases.map((one) => ({ ...one, day: later(panel.day, 3) }))
  }
  const worthSeeing = ['定位清楚，设备与中试线完整，服务有佐证，建议列入现场考察。', '中试工艺路线成熟，放大数据可靠，收费和开放制度已建立，建议列入现场考察。', '团队和设备条件较好，对外服务尚在起步，建议列入现场考察并核实服务合同。', '面向我市重点产业链短板，场地和安全环保手续齐全，建议列入现场考察。']
  const sheetOf = (one: Case, weak: boolean) => {
    // No two applications are equally good, and no two experts see them quite alike.
    const merit = seeded(`merit ${one.key}`).whole(82, 95) / 100
    const seen = (points: number) => (weak ? points - random.whole(2, 4) : Math.round(points * merit) + random.whole(-1, 1))
    const items = Object.fromEntries(rubricItems.map(({ id, points }) => [id, Math.min(points, Math.max(0, seen(points)))]))
    return {
      ...panelReviewExamples.score, about: one.id, items, vote: weak ? 'disagree' : 'agree', comments: Object.fromEntries(rubricItems.filter((item) => asksComment(item, items[item.id] ?? 0)).map(({ id }) => [id, weak ? '材料不足以支持更高档次。' : '材料充分，有佐证。'])),
      opinion: weak ? '申报方向与已认定基地有较多交叉，中试线缺少关键工序，近三年对外服务合同较少，到账佐证不足，建议完善条件后再行申报，本次不同意认定。' : panelReviewExamples.score.opinion,
    }
  }
  const told = (of: Case) => then(of, 'city.officer', 'notifyVisit', { ...example.notifyVisit, visitOn: later(of.day, 6) }, 1)
  /** City, an expert, and the department of the county the applicant sits in. */
  const groupFor = (key: DemoKey) => [{ name: '赵明', org: '市科技局' }, { name: '钱立', org: '评审专家' }, { name: '孙正', org: `${divisionOf(briefOf(key).county)?.words.zh ?? ''}科技部门` }]
  const seen = (of: Case) => ({ ...example.recordSiteVisit, group: groupFor(of.key), visitedOn: later(of.day, 5) })
  const visited = async (of: Case) => { const next = await told(of); return then(next, 'city.officer', 'recordSiteVisit', seen(next), 5) }
  const rectifying = async (of: Case) => {
    const next = await told(of)
    const recorded = await then(next, 'city.officer', 'recordSiteVisit', { ...seen(next), result: 'rectify', opinion: '现场与申报基本一致，两处须整改（演示）。' }, 5)
    return then(recorded, 'city.officer', 'orderRectification', { ...example.orderRectification, dueOn: later(recorded.day, 40) }, 1)
  }
  const proposed = async (of: Case, outcome: 'recognise' | 'defer' | 'decline' = 'recognise') => then(await visited(of), 'city.officer', 'propose', { ...example.propose, outcome }, 2)
  const approved = async (of: Case) => then(await proposed(of), 'city.lead', 'approve', { ...example.approve, minutes: { number: `局务会纪要〔${of.day.slice(0, 4)}〕${random.whole(2, 18)}号（演示）`, heldOn: later(of.day, 9) } }, 4)
  /** One notice for several approved cases; the clock closes it. */
  const onNotice = async (cases: Case[], title: string): Promise<Case[]> => {
    const [first, ...others] = cases
    if (!first) return []
    const day = later(cases.map((one) => one.day).sort().at(-1) ?? first.day, 1)
    on(day)
    await (await as('city.officer')).did(first.id, 'openNotice', { title, ...(others.length > 0 && { together: others.map(({ id }) => id) }) })
    return cases.map((one) => ({ ...one, day }))
  }
  const cleared = async (cases: Case[], title: string): Promise<Case[]> => {
    const published = await onNotice(cases, title)
    const day = later(published[0]?.day ?? demoToday, 5)
    on(day)
    await runSchedule(platform)
    return published.map((one) => ({ ...one, day }))
  }
  /** Recognised, each with its director appointed by the host. */
  const recognised = async (cases: Case[], title: string) => {
    const done: Case[] = []
    for (const one of await cleared(cases, title)) {
      const now = await then(one, 'city.lead', 'recognise', {}, 2)
      const base = await rowOf<{ id: string }>(pools.jobs, sql`select id from base where jurisdiction = ${jurisdiction} and recognition = ${now.id}`)
      await (await as(`host.${now.key}`)).call('POST', `/api/bases/${base?.id}/people`, { username: `director.${now.key}`, role: 'base.director', from: now.day, reason: '依托单位聘任（演示）' })
      done.push(now)
    }
    return done
  }

  for (const [id, name, opens, closes, closed] of [['2023-1', '2023 年第一批', '2023-01-21', '2023-03-31', true], ['2024-1', '2024 年第一批', '2023-10-01', '2024-03-31', true], ['2026-1', '2026 年第一批', '2025-10-01', '2026-03-31', false], ['2026-2', '2026 年第二批', '2026-04-01', '2026-09-30', false], ['2027-1', '2027 年第一批', '2026-10-01', '2027-03-31', false]] as const)
    await rowsOf(pools.jobs, sql`insert into batch (jurisdiction, id, name, opens_on, closes_on, closed) values (${jurisdiction}, ${id}, ${name}, ${opens}, ${closes}, ${false}) on conflict do nothing`).then(() => closed)

  const baseOf = async (key: DemoKey) => (await rowOf<{ id: string }>(pools.jobs, sql`select b.id from base b where b.jurisdiction = ${jurisdiction} and ${orgOf(key)} = any (b.orgs)`))?.id ?? ''
  const years = { as, on, county, baseOf, passes: () => runSchedule(platform) }

  // 2023 and 2024: while the Measures were in force.
  tell('2023')
  const three = []; for (const key of ['carbon', 'glassware', 'fittings'] as const) three.push(await queued(key, '2023-02-13', '2023-1'))
  const first = []; for (const one of await reviewed(three, '2023 年第一批中试基地认定会议评审（演示）')) first.push(await approved(one))
  await recognised(first, '关于拟认定 2023 年第一批晋中市中试基地名单的公示（演示）')
  tell('assessed 2023')
  await assessedYear(years, 2023)
  tell('2024')
  const two = []; for (const key of ['gears', 'anode', 'meat'] as const) two.push(await queued(key, '2024-02-19', '2024-1'))
  const second = []; for (const one of await reviewed(two, '2024 年第一批中试基地认定会议评审（演示）', ['meat'])) if (one.key !== 'meat') second.push(await approved(one))
  await recognised(second, '关于拟认定 2024 年第一批晋中市中试基地名单的公示（演示）')
  for (const id of ['2023-1', '2024-1']) await rowsOf(pools.jobs, sql`update batch set closed = true where jurisdiction = ${jurisdiction} and id = ${id}`)

  tell('assessed 2024')
  await assessedYear(years, 2024)

  // After the lapse: the authority records what it acts on, proposed by one and signed by another.
  tell('2026')
  on('2025-12-15')
  const basis = await (await as('city.officer2')).opened('rule-change', { change: { kind: 'authorityBasis', basis: 'partyGroupDecision', title: '局党组关于试行期满后参照执行的决定（演示）', documentNo: '市科党组〔2025〕11号（演示）', validTo: '2027-12-31' }, validFrom: '2025-01-21', basis: '局党组会议纪要〔2025〕11号（演示）' })
  on('2025-12-16')
  await (await as('city.lead')).did(basis.id, 'sign')

  await rotationOfDemo({ as, on })
  tell('assessed 2025')
  await assessedYear(years, 2025)
  tell('recognised in 2026')

  const spring = []; for (const key of ['engine', 'needlecoke', 'lacquer'] as const) spring.push(await queued(key, '2026-02-02', '2026-1'))
  const springReviewed = await reviewed(spring, '2026 年第一批中试基地认定会议评审（演示）', [], { designated: { username: 'expert.04', reason: '煤化工安全评价经验突出，专家池中仅此一人主持过针状焦评价（演示）。' } })
  await recognised([await approved(springReviewed[0] as Case), await approved(springReviewed[1] as Case)], '关于拟认定 2026 年第一批晋中市中试基地名单的公示（演示）')
  const declined = await proposed(springReviewed[2] as Case, 'decline')
  await then(declined, 'city.lead', 'decline', { ...example.decline, minutes: { number: '局务会纪要〔2026〕6号（演示）', heldOn: later(declined.day, 3) } }, 4)

  await then(await submitted('steelwork', '2026-05-11'), 'host.steelwork', 'withdraw', example.withdraw, 3)

  // The second batch of 2026: something in every status. Whoever was refused or withdrew in spring applies again.
  const autumn = []; for (const key of ['magnesium', 'filter', 'nylon', 'vinegar', 'textile', 'refractory', 'herbs', 'electrolyte', 'lacquer', 'steelwork'] as const) autumn.push(await queued(key, '2026-08-10', '2026-2'))
  const found = await reviewed(autumn, '2026 年第二批中试基地认定会议评审（演示）', ['herbs'])
  const of = (key: DemoKey) => found.find((one) => one.key === key) as Case
  await cleared([await approved(of('magnesium'))], '关于拟认定晋中市镁合金压铸中试基地的公示（演示）')
  await visited(of('nylon'))
  await rectifying({ ...of('lacquer'), day: '2026-11-04' })
  await then(await rectifying({ ...of('steelwork'), day: '2026-10-28' }), 'host.steelwork', 'reportRectification', example.reportRectification, 6)
  await proposed({ ...of('vinegar'), day: '2026-10-28' })
  const deferred = await proposed(of('textile'), 'defer')
  await then(deferred, 'city.lead', 'defer', { ...example.defer, minutes: { number: '局务会纪要〔2026〕15号（演示）', heldOn: later(deferred.day, 2) } }, 3)
  await approved({ ...of('refractory'), day: '2026-10-30' })
  await onNotice([{ ...await approved({ ...of('filter'), day: '2026-10-26' }), day: '2026-11-18' }], '关于拟认定晋中市中试基地名单的公示（演示）')
  const onShow = await rowOf<{ number: string }>(pools.jobs, sql`select number from notice where jurisdiction = ${jurisdiction} and status = 'published' order by published_on desc limit 1`)
  await accepted('grain', '2026-10-09')
  const next = await queued('coalcarbon', '2026-10-12', '2027-1')
  // Refused for its form in winter; applied again, commissioned to be built, and not yet there.
  await then(await recommended('wastewater', '2026-01-12'), 'city.lead', 'rejectForm', example.rejectForm, 4)
  const commissioned = await then(await accepted('wastewater', '2026-04-13'), 'city.lead', 'admitSpecially', { ...example.admitSpecially, kind: 'commissionedBuild' }, 2)
  const [built] = await reviewed([commissioned], '工业废水资源化委托建设论证会（演示）')
  await recognised([await approved(built as Case)], '关于拟委托建设晋中市工业废水资源化中试基地的公示（演示）')
  const special = await then(await accepted('methane', '2026-10-08'), 'city.lead', 'admitSpecially', example.admitSpecially, 2)
  await recommended('robot', '2026-10-28')
  const asked = await recommended('polymer', '2026-10-19')
  await then(asked, 'city.officer', 'requestSupplement', { items: [{ path: 'K.creditReportOn', demand: '请补充近 30 日内的信用报告。' }, { path: 'attachments.A12', demand: '消防验收文件字迹不清，请重新扫描。' }] }, 3)
  await then(await submitted('inspection', '2026-10-12'), `county.${county('inspection')}.lead`, 'declineToRecommend', example.declineToRecommend, 6)
  await then(await submitted('coke', '2026-11-02'), `county.${county('coke')}`, 'returnForSupplement', { items: [{ path: 'E.equipment', demand: '请核对设备原值合计与资产卡片，逐台更正。' }, { path: 'D.leaseTo', demand: '场地租期请补充说明或续租协议。' }, { path: 'A11', demand: '信用报告请重新查询并上传。' }] }, 3)
  await submitted('hydraulic', '2026-11-04')
  await submitted('binder', '2026-11-05')
  await then(await submitted('fuelcell', '2026-11-11'), `county.${county('fuelcell')}`, 'examine', example.examine, 3)
  await submitted('implant', '2026-11-16')
  await filled('iron', '2026-11-12', { half: true })
  await filled('millet', '2026-11-17', { half: true })

  // One panel on the special track that has begun, expert.06 always among its members; one draw that waits for the witness.
  await scored(await begun(await committed(await convened([{ ...special, day: '2026-11-11' }], '煤层气领域单独论证会（演示）', { designated: { username: 'expert.06', reason: '煤层气综合利用方向，专家池中同方向人员较少（演示）。' } }))), [], 3)
  await committed(await convened([{ ...next, day: '2026-11-16' }], '2027 年第一批中试基地认定会议评审（演示）', { management: 1 }))

  tell('objection')
  await objectionOfDemo(platform, { as, on }, { notice: onShow?.number ?? '', filedOn: '2026-11-19', acceptedOn: '2026-11-20' })
  tell('pool')
  await poolOfDemo({ as, on })
  tell('awards')
  await awardsOfDemo({ as, on, county, baseOf })
  tell('inspections')
  await inspectionsOfDemo({ as, on, county, baseOf })
  tell('major matters')
  await mattersOfDemo({ as, on, county, baseOf })
  tell('revocations')
  await revocationsOfDemo({ as, on, county, baseOf })

  tell('registers')
  await registersOfDemo({ as, on, county, baseOf, day: '2026-11-20' })
  tell('2026 is assessed')
  await openYearOfDemo(years)
  on('2026-11-20')
  await runSchedule(platform)
  await lookAtPhotos({ pools, dataDir: options.dataDir })

  // A rule change that waits for its second signature.
  on('2026-11-19')
  await (await as('city.officer')).opened('rule-change', { change: { kind: 'setting', key: 'county.reviewDays', value: 8, applies: '签署后提交的申请' }, validFrom: '2027-01-01', basis: '局务会纪要〔2026〕16号（演示）' })

  await rowsOf(pools.jobs, sql`update sec.session set revoked_at = ${real.toISOString()} where jurisdiction = ${jurisdiction} and revoked_at is null`)
  await rowsOf(pools.jobs, sql`update demo_clock set shift_days = ${daysBetween(new Date(real.getTime() + 8 * 3_600_000).toISOString().slice(0, 10), demoToday)} where jurisdiction = ${jurisdiction}`)
  await app.close()
}
