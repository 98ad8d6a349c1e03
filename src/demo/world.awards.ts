/** Awards of the demo world: a signed budget and one that waits, an award in most of its statuses. */
import { awardExamples as example } from '../procedures/award/award.commands.ts'
import type { Day } from '../kernel/day.ts'
import type { DemoKey } from './applications.ts'
import type { World } from './world.inspections.ts'

type Step = readonly [day: Day, username: string, step: keyof typeof example, more?: object]

export async function awardsOfDemo({ as, on, baseOf }: World) {
  const enters = async (day: Day, year: number, amount: string, document: string): Promise<string> => {
    on(day)
    const officer = await as('city.officer')
    return (await officer.must('budget', officer.call<{ id: string }>('POST', '/api/award-budgets', { year, amount, line: '科技专项资金（演示）', document }))).id
  }
  const signs = async (day: Day, id: string) => {
    on(day)
    const lead = await as('city.lead')
    await lead.must('sign', lead.call('POST', `/api/award-budgets/${id}/sign`))
  }
  const proposed = async (key: DemoKey, day: Day, amount: string): Promise<string> => {
    on(day)
    return (await (await as('city.officer')).opened('award', { ...example.propose, base: await baseOf(key), amount, basis: '局财联〔2026〕1号（演示）' })).id
  }
  const goes = async (id: string, steps: readonly Step[]) => { for (const [day, username, step, more] of steps) { on(day); await (await as(username)).did(id, step, { ...example[step], ...more }) } }
  const minutes = (number: number, heldOn: Day) => ({ minutes: { number: `局务会纪要〔2026〕${number}号（演示）`, heldOn } })
  const issued = (letter: number, on: Day) => ({ finance: { office: '市财政局（演示）', letter: `市财教函〔2026〕${letter}号（演示）`, on } })
  const claims = async (key: DemoKey, id: string, day: Day, more: object = {}) => {
    on(day)
    const host = await as(`host.${key}`)
    const { base } = (await host.detail(id)).case.file as { base: { hosts: { name: string; lead: boolean }[] } }
    await host.did(id, 'claim', { ...example.claim, accountName: base.hosts.find(({ lead }) => lead)?.name, ...more })
  }

  await signs('2026-03-04', await enters('2026-03-02', 2026, '150.00', '市财教〔2026〕12号（演示）'))

  // Paid in spring, its use reported and looked at.
  const carbon = await proposed('carbon', '2026-03-09', '30.00')
  await goes(carbon, [['2026-03-12', 'city.lead', 'decide', minutes(3, '2026-03-11')], ['2026-03-16', 'city.officer', 'publish', issued(9, '2026-03-13')]])
  await claims('carbon', carbon, '2026-03-20')
  await goes(carbon, [
    ['2026-03-30', 'city.officer2', 'pay', { amount: '30.00', voucher: 'ZF-2026-0031（演示）' }], ['2026-04-01', 'host.carbon', 'acknowledgeReceipt'],
    ['2026-10-15', 'host.carbon', 'reportUse'], ['2026-10-20', 'city.officer', 'close'],
  ])

  // Received, less what another office paid for the same item; the report on its use is due next year.
  const anode = await proposed('anode', '2026-04-13', '30.00')
  await goes(anode, [['2026-04-16', 'city.lead', 'decide', minutes(4, '2026-04-15')], ['2026-04-20', 'city.officer', 'publish', issued(11, '2026-04-17')]])
  await claims('anode', anode, '2026-04-24', { otherFunds: [{ source: '省科学技术厅（演示）', item: '中试线检测设备', sameItem: true, amount: '6.50' }] })
  await goes(anode, [['2026-05-08', 'city.officer2', 'pay', { amount: '23.50', voucher: 'ZF-2026-0047（演示）' }], ['2026-05-11', 'host.anode', 'acknowledgeReceipt']])

  // Refused for this year.
  const glassware = await proposed('glassware', '2026-06-08', '30.00')
  await goes(glassware, [['2026-06-11', 'city.lead', 'refuse', minutes(7, '2026-06-10')]])

  // Claimed, to be paid by another officer.
  const fittings = await proposed('fittings', '2026-10-19', '20.00')
  await goes(fittings, [['2026-10-22', 'city.lead', 'decide', minutes(13, '2026-10-21')], ['2026-10-26', 'city.officer', 'publish', issued(26, '2026-10-23')]])
  await claims('fittings', fittings, '2026-11-18')

  // Issued, for the host to claim; proposed, for the lead to decide.
  const engine = await proposed('engine', '2026-11-02', '30.00')
  await goes(engine, [['2026-11-05', 'city.lead', 'decide', minutes(14, '2026-11-04')], ['2026-11-12', 'city.officer', 'publish', issued(28, '2026-11-11')]])
  await proposed('needlecoke', '2026-11-18', '30.00')

  await enters('2026-11-19', 2027, '200.00', '市财教〔2026〕58号（演示）')
}
