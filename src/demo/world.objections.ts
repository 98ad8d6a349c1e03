/** An objection of the demo world, handed in as the portal hands it in, and taken on by an officer who had no part in the case. */
import type { Platform } from '../app.ts'
import { wording } from '../engines.ts'
import type { Day } from '../kernel/day.ts'
import { smallFiles } from '../platform/small-files.ts'
import { objectionActs } from '../procedures/objection/objection.public.door.ts'
import type { World } from './world.inspections.ts'

/** The code of a receipt follows from the form that was opened: with this one it is the same in every demo world. */
const intention = 'd3300000-0000-4000-8000-000000000001'
export const demoReceipt = { number: 'YY-2026-0001', code: 'D4HP6A0DP3K3AKTJ' }

export async function objectionOfDemo(platform: Platform, { as, on }: Pick<World, 'as' | 'on'>, { notice, filedOn, acceptedOn }: { notice: string; filedOn: Day; acceptedOn: Day }) {
  const { pools, clock, jurisdiction, dataDir } = platform.options
  on(filedOn)
  const acts = objectionActs({ asSystem: platform.asSystem, jobs: pools.jobs, wording, clock, jurisdiction, files: smallFiles(dataDir) })
  const filed = await acts.file(notice, {
    kind: 'unit', name: '平遥某陶瓷厂（演示）', contact: '0354-0000000', row: '1', category: 'conditions', confidential: 'yes', consent: 'yes',
    facts: '公示所列蜂窝陶瓷挤出线目前只完成设备就位，尚未带料运行，与申报的成熟度不符（演示）。', evidence: '现场照片两张、设备到货单一份（演示）',
  }, { address: '192.0.2.1', intention })
  if (filed.is !== 'filed' || filed.receipt.kind !== 'objection') throw new Error(`the objection of the demo world was not filed: ${JSON.stringify(filed)}`)
  const { number, code } = filed.receipt
  if (number !== demoReceipt.number || code !== demoReceipt.code) throw new Error(`the receipt of the demo world is ${number} ${code}`)
  on(acceptedOn)
  const officer = await as('city.officer2')
  const { rows } = await officer.must('objections', officer.call<{ rows: { id: string; number: string }[] }>('GET', '/api/cases?procedure=objection'))
  const { id = '' } = rows.find((one) => one.number === number) ?? {}
  await officer.did(id, 'takeOn')
  await officer.did(id, 'accept')
}
