/** Revocations of the demo world: one base revoked, one case decided not to revoke, one before the host for its statement. */
import type { Day } from '../kernel/day.ts'
import { revocationExamples as example } from '../procedures/revocation/revocation.examples.ts'
import type { DemoKey } from './applications.ts'
import type { World } from './world.inspections.ts'

type Step = readonly [day: Day, username: string, step: keyof typeof example, more?: object]

export async function revocationsOfDemo({ as, on, baseOf }: World) {
  const opened = async (key: DemoKey, day: Day, facts: string): Promise<string> => {
    on(day)
    return (await (await as('city.officer')).opened('revocation', { base: await baseOf(key), ground: 'Art. 19(2)', facts })).id
  }
  const goes = async (id: string, steps: readonly Step[]) => { for (const [day, username, step, more] of steps) { on(day); await (await as(username)).did(id, step, { ...example[step], ...more }) } }
  const minutes = (number: number, heldOn: Day) => ({ number: `局务会纪要〔2026〕${number}号（演示）`, heldOn })

  // Nothing was found.
  const spared = await opened('engine', '2026-07-20', '线索反映对外服务合同未履行，来源为来信（演示）。')
  await goes(spared, [
    ['2026-08-07', 'city.officer', 'investigate', { summary: '经核对合同、到账凭证和服务记录，所反映合同均已履行并到账（演示）。' }],
    ['2026-08-10', 'city.officer', 'proposeNotRevoke'], ['2026-08-14', 'city.lead', 'decideNotRevoke', { minutes: minutes(10, '2026-08-12') }],
  ])

  // Revoked: suspended while it was looked into, the host heard and answered, announced, the plaque back.
  const revoked = await opened('glassware', '2026-09-02', '年度抽查发现三份对外服务合同无履行记录（演示）。')
  await goes(revoked, [
    ['2026-09-03', 'city.lead', 'suspend'], ['2026-09-11', 'city.officer', 'findFalsehood', { heardOn: '2026-09-10' }], ['2026-09-14', 'city.officer', 'investigate'],
    ['2026-09-16', 'city.officer', 'notify', { facts: '你单位 2025 年度对外服务合同三份无履行记录，对应收入未到账（演示）。' }], ['2026-09-17', 'host.glassware', 'acknowledgeNotice'],
    ['2026-09-22', 'host.glassware', 'state'], ['2026-10-12', 'city.officer', 'endStatement'], ['2026-10-13', 'city.officer', 'answerStatements'],
    ['2026-10-14', 'city.officer2', 'reviewLegality'], ['2026-10-15', 'city.officer', 'proposeRevoke'], ['2026-10-22', 'city.lead', 'decideRevoke', { minutes: minutes(13, '2026-10-21') }],
    ['2026-10-26', 'host.glassware', 'acknowledgeDecision'], ['2026-10-26', 'city.officer', 'serve', { method: 'platform', proof: undefined }],
    ['2026-10-28', 'city.officer', 'announce'], ['2026-11-03', 'city.officer', 'recordPlaque'], ['2026-11-05', 'city.officer', 'recordHandOver'],
  ])

  // Told last week: the host has its time to answer.
  const open = await opened('gears', '2026-11-02', '设备开放共享台账与现场不符，来源为年度抽查（演示）。')
  await goes(open, [
    ['2026-11-12', 'city.officer', 'findFalsehood', { what: '2025 年度设备开放共享台账', heardOn: '2026-11-11', figure: '共享机时（小时）', declared: 3200, verified: 1150, findings: '台账所记共享机时与设备运行记录、委托单位确认不符（演示）。' }],
    ['2026-11-16', 'city.officer', 'investigate'], ['2026-11-18', 'city.officer', 'notify', { facts: '你单位 2025 年度设备开放共享台账所记机时与运行记录不符（演示）。' }], ['2026-11-19', 'host.gears', 'acknowledgeNotice'],
  ])
}
