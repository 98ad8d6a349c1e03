/** Major matters of the demo world: a name and a filing that are settled, an accident from report to lift, and some on their way. */
import type { DraftSaved } from '../contract.ts'
import type { Day } from '../kernel/day.ts'
import type { MatterValues } from '../procedures/major-matter/major-matter.case.ts'
import { majorMatterExamples as example } from '../procedures/major-matter/major-matter.examples.ts'
import { attachmentsAsked, pathOf } from '../procedures/major-matter/major-matter.form.ts'
import { matterValues } from '../procedures/major-matter/major-matter.samples.ts'
import type { MatterCode } from '../settings/matters/matter.ts'
import { matterOf } from '../settings/matters/matters-2026.ts'
import type { DemoKey } from './applications.ts'
import { plainPdf } from './pdf.ts'
import { signedBy } from './people.ts'
import type { World } from './world.inspections.ts'

type Step = readonly [day: Day, username: string, step: keyof typeof example, more?: object]

export async function mattersOfDemo({ as, on, county, baseOf }: World) {
  /** Written by the director, with every paper the matter asks for. */
  const drafted = async (key: DemoKey, code: MatterCode, day: Day, change: MatterValues = {}, { half = false } = {}): Promise<string> => {
    on(day)
    const director = await as(`director.${key}`)
    const { id } = await director.opened('major-matter', { base: await baseOf(key), code })
    const values: MatterValues = { ...matterValues[code], ...change }
    const written = Object.entries(values).slice(0, half ? 2 : undefined)
    await director.must('draft', director.call<DraftSaved>('PUT', `/api/cases/${id}/draft`, { base: 0, changes: written.map(([field, value]) => ({ path: pathOf(field), value })) }))
    if (!half) for (const one of attachmentsAsked(matterOf(code), values)) if (one.required) await director.attaches(id, one.code, `${one.words.zh}（演示）.pdf`, plainPdf([`DEMO ${code} ${one.code}`, key, day]))
    return id
  }
  const goes = async (id: string, steps: readonly Step[]) => { for (const [day, username, step, more] of steps) { on(day); await (await as(username)).did(id, step, { ...example[step], ...more }) } }
  const officer = (key: DemoKey) => `county.${county(key)}`
  const lead = (key: DemoKey) => `county.${county(key)}.lead`
  const toCity = (key: DemoKey, [applied, endorsed, verified, examined]: readonly [Day, Day, Day, Day]): Step[] => [
    [applied, `director.${key}`, 'apply', { signedBy: signedBy(`director.${key}`) }], [endorsed, `host.${key}`, 'endorse', { signedBy: signedBy(`host.${key}`) }], [verified, officer(key), 'verify'], [examined, lead(key), 'examine'],
  ]

  // An accident in summer: told the same day, written, verified on site, lifted by two people.
  on('2026-07-06')
  const accident = await (await as('director.glassware')).opened('major-matter', { base: await baseOf('glassware'), code: 'M11' })
  await goes(accident.id, [
    ['2026-07-06', 'director.glassware', 'report', { occurredAt: '2026-07-06T08:20', where: '退火窑区（演示）', what: '退火窑燃气阀门泄漏，报警后自动切断，未起火（演示）。', hazardous: true, substances: '天然气（演示）', injured: 0, measures: '已停窑、切断气源、疏散人员（演示）。', emergency: 'done', ecology: 'notRequired' }],
    ['2026-07-06', officer('glassware'), 'acknowledge', { instruction: '已接报，停用同类阀门，今日到场查看（演示）。' }],
    ['2026-07-10', 'director.glassware', 'reportInWriting', { causes: '阀杆密封件老化，点检周期过长（演示）。', losses: '无人员伤亡，停产四日（演示）。', remedies: '更换全部密封件，点检改为每周（演示）。', signedBy: signedBy('director.glassware') }],
    ['2026-07-16', officer('glassware'), 'verifyClearance', { visitedOn: '2026-07-15', opinion: '现场核实：密封件已全部更换，点检记录完整，隐患消除（演示）。' }],
    ['2026-07-20', 'city.officer', 'proposeLift'], ['2026-07-21', 'city.lead', 'lift'],
  ])

  // A new name, approved and in force; the old one stays in the history.
  const renamed = await drafted('anode', 'M01', '2026-09-01', { name: '晋中市锂电池负极材料中试基地', effectiveOn: '2026-09-21' })
  await goes(renamed, [...toCity('anode', ['2026-09-02', '2026-09-03', '2026-09-08', '2026-09-10']), ['2026-09-16', 'city.officer', 'prepare', { effectiveOn: '2026-09-21', experts: undefined }], ['2026-09-21', 'city.lead', 'approve', { effectiveOn: '2026-09-21' }]])

  // Prices, filed.
  const filed = await drafted('carbon', 'M10', '2026-10-12', { occurredOn: '2026-10-09' })
  await goes(filed, [...toCity('carbon', ['2026-10-12', '2026-10-13', '2026-10-16', '2026-10-19']), ['2026-10-22', 'city.officer', 'file', { opinion: '准予备案，请在门户更新价目（演示）。' }]])

  // Told late, and sent back for a paper.
  const late = await drafted('gears', 'M16', '2026-11-05', { occurredOn: '2026-10-09' })
  await goes(late, [['2026-11-05', 'director.gears', 'apply', { signedBy: signedBy('director.gears'), reasons: { filedInTime: '经办人更换，交接遗漏（演示）。' } }], ['2026-11-06', 'host.gears', 'endorse', { signedBy: signedBy('host.gears') }], ['2026-11-11', officer('gears'), 'returnFromCounty', { reason: '请补充抵押登记证明（演示）。' }]])

  // A move, before the city.
  const move = await drafted('engine', 'M07', '2026-10-26', { effectiveOn: '2027-03-01' })
  await goes(move, toCity('engine', ['2026-10-27', '2026-10-28', '2026-11-04', '2026-11-06']))

  // Goals, before the county.
  const goals = await drafted('fittings', 'M03', '2026-11-16', { effectiveOn: '2027-01-04' })
  await goes(goals, [['2026-11-16', 'director.fittings', 'apply', { signedBy: signedBy('director.fittings') }], ['2026-11-17', 'host.fittings', 'endorse', { signedBy: signedBy('host.fittings') }]])

  // Being written.
  await drafted('carbon', 'M05', '2026-11-20', { name: '韩知远', from: '2027-01-01', to: '2031-12-31' }, { half: true })
}
