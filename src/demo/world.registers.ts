/** The registers of the demo bases as their hosts keep them: meetings, accounts, training, events, hours, and something that runs out. */
import type { BaseRow } from '../settings/base-tables/table.ts'
import type { TableId } from '../settings/base-tables/tables.ts'
import type { TableShown } from '../procedures/base/base.routes.ts'
import type { DemoKey } from './applications.ts'
import type { Client } from './client.ts'
import { plainPdf } from './pdf.ts'
import { seeded } from './seeded.ts'
import type { World } from './world.inspections.ts'

/** Well kept, and less well: what is missing shows as a finding. */
const kept: readonly { key: DemoKey; years: readonly number[]; meetings: readonly string[]; ends?: readonly BaseRow[]; promises?: readonly BaseRow[]; hazards?: readonly BaseRow[] }[] = [
  { key: 'carbon', years: [2024, 2025], meetings: ['2025-12-10', '2026-06-18', '2026-10-22'],
    ends: [{ id: 'permit-discharge-2', kind: 'discharge', title: '排污许可证（演示）', number: '演示-0001', on: '2023-12-20', to: '2026-12-20' }, { id: 'permit-accreditation', kind: 'accreditation', title: '检验检测机构资质认定（演示）', number: '演示-0002', on: '2021-01-15', to: '2027-01-14' }],
    promises: [{ id: 'promise-1', text: '取得复合材料力学性能检测资质（演示）', to: '市科技局', madeOn: '2023-04-20', due: '2026-11-30', state: 'open' }, { id: 'promise-2', text: '年服务企业达到 15 家（演示）', madeOn: '2023-04-20', due: '2025-12-31', state: 'kept', doneOn: '2025-11-30' }] },
  { key: 'glassware', years: [2024, 2025], meetings: ['2026-01-16', '2026-07-09'] },
  { key: 'gears', years: [2025], meetings: ['2026-05-20'], ends: [{ id: 'permit-fire-2', kind: 'fire', title: '消防安全检查意见（演示）', number: '演示-0003', on: '2023-10-10', to: '2026-10-09' }] },
  { key: 'needlecoke', years: [], meetings: ['2026-09-15'],
    hazards: [{ id: 'hazard-1', project: '针状焦加氢精制中试（演示）', risk: 'hazardous', approvalNo: '演示批〔2025〕3号', assessmentNo: '演示评 2025-07', planNo: '演示预案 2025-11', startedOn: '2025-01-20', endsOn: '2027-01-19', state: 'running' }] },
]

export async function registersOfDemo({ as, on, baseOf, day }: World & { day: string }) {
  on(day)
  for (const { key, years, meetings, ends = [], promises = [], hazards = [] } of kept) {
    const host = await as(`host.${key}`)
    const number = await baseOf(key)
    const { base, mayKeep } = await host.must('register', host.call<TableShown>('GET', `/api/bases/${number}/tables/equipment`))
    if (!mayKeep) continue
    const random = seeded(`register ${key}`)
    const proof = async (name: string) => (await host.must('proof', host.call<{ id: string }>('POST', `/api/files?case=${base.case}&name=${encodeURIComponent(`${name}（演示）.pdf`)}`, plainPdf(['DEMO', key, name.length.toString()]), { 'content-type': 'application/octet-stream' }))).id
    const keep = async (table: TableId, put: readonly BaseRow[]) => { if (put.length > 0) await host.did(base.case, 'keepTable', { table, put, drop: [], note: '补登（演示）' }) }
    const minutes = await proof('管理委员会会议纪要')
    await keep('meetings', meetings.map((held, at) => ({ id: `meeting-${at + 1}`, on: held, subject: ['年度计划和经费（演示）', '安全环保和设备开放（演示）', '考核自评和下年度计划（演示）'][at % 3] ?? '', present: random.whole(5, 7), decisions: '同意所提方案（演示）。', evidence: [minutes] })))
    const statement = years.length > 0 ? await proof('年度专项报表') : ''
    await keep('accounts', years.map((year) => { const revenue = random.whole(180, 420); return { id: `accounts-${year}`, year, kind: 'separateLedger', ledger: '中试基地专账（演示）', revenue, serviceRevenue: Math.round(revenue * 0.6), expenditure: revenue - random.whole(5, 40), statementOn: `${year + 1}-03-15`, auditor: '晋中某会计师事务所（演示）', evidence: [statement] } }))
    await keep('training', ['设备操作与安全（演示）', '中试放大方法（演示）'].map((title, at) => ({ id: `training-${at + 1}`, title, on: `2026-0${4 + at * 3}-1${at}`, persons: random.whole(18, 60), outside: random.whole(6, 16), hours: 8, place: '基地培训室' })))
    await keep('events', [{ id: 'event-1', title: '产业成果对接会（演示）', kind: 'matching', on: '2026-09-17', place: '晋中市榆次区', persons: random.whole(40, 90), units: random.whole(12, 30), outcome: '达成意向 3 项（演示）' }])
    await keep('services', await services(host, number, key))
    await keep('use', await hours(host, number, random))
    await keep('permits', ends)
    await keep('commitments', promises)
    await keep('hazards', hazards)
  }
}

/** Work of the last twelve months, for clients of the demo world. */
async function services(host: Client, number: string, key: DemoKey): Promise<BaseRow[]> {
  const { rows } = await host.must('services', host.call<TableShown>('GET', `/api/bases/${number}/tables/services`))
  const known = [...new Set(rows.map(({ client }) => String(client)))].slice(0, 4)
  const random = seeded(`services ${key}`)
  return known.map((client, at) => ({ id: `service-2026-${at + 1}`, client, place: '晋中市', inCity: true, related: false, kind: random.pick(['process', 'performance', 'production']), pureTesting: false, project: `新产品中试放大（演示）${at + 1}`, contractNo: `HT-${key}-2026-${at + 1}`, amount: 20 + at * 5, received: 15 + at * 5, from: `2026-0${3 + at}-05`, to: `2026-0${5 + at}-20`, result: at === 0 ? 'production' : 'report', transferred: at === 0, satisfaction: 4.5 + (at % 2) * 0.3 }))
}

/** Half a year of hours of the two dearest open pieces. */
async function hours(host: Client, number: string, random: ReturnType<typeof seeded>): Promise<BaseRow[]> {
  const { rows } = await host.must('equipment', host.call<TableShown>('GET', `/api/bases/${number}/tables/equipment`))
  const dearest = rows.filter((row) => row.open === true && typeof row.hours === 'number').toSorted((a, b) => Number(b.value) - Number(a.value)).slice(0, 2)
  return dearest.flatMap((row, piece) => [5, 6, 7, 8, 9, 10].map((month) => { const used = random.whole(70, 130); return { id: `use-${piece + 1}-${month}`, equipment: String(row.name), month: `2026-${String(month).padStart(2, '0')}`, used, available: 160, outside: Math.round(used * 0.4) } }))
}
