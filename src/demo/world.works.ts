/** What the demo bases did in a year, as they keep it: services with clients of their own, training, meetings, money put in. */
import type { TableShown } from '../procedures/base/base.routes.ts'
import type { BaseRow } from '../settings/base-tables/table.ts'
import type { TableId } from '../settings/base-tables/tables.ts'
import type { Client } from './client.ts'
import { seeded } from './seeded.ts'

const clients = ['晋中鑫锐机械有限公司（演示）', '太原中科材料有限公司（演示）', '晋中恒远新材料有限公司（演示）', '山西晋能装备有限公司（演示）', '介休宏达制造有限公司（演示）', '晋中同辉科技有限公司（演示）']

export async function worksOfYear(who: Client, number: string, key: string, year: number) {
  const { base } = await who.must('register', who.call<TableShown>('GET', `/api/bases/${number}/tables/services`))
  const random = seeded(`works ${key} ${year}`)
  const keep = (table: TableId, put: readonly BaseRow[]) => who.did(base.case, 'keepTable', { table, put, drop: [], note: `${year} 年度（演示）` })
  const first = random.whole(0, clients.length - 1)
  const services = Array.from({ length: random.whole(3, 5) }, (_, at): BaseRow => {
    const received = random.whole(12, 36)
    const from = random.whole(1, 8)
    return {
      id: `service-${year}-${at + 1}`, client: clients[(first + at) % clients.length] as string, place: (first + at) % clients.length === 1 ? '太原市' : '晋中市', inCity: (first + at) % clients.length !== 1, related: false, kind: random.pick(['process', 'performance', 'production']), pureTesting: false,
      project: `${['放大验证', '工艺优化', '小批量试制', '性能验证', '定型试验'][at] ?? '验证'}（演示）`, contractNo: `HT-${key}-${year}-${at + 1}`, amount: received + random.whole(0, 6), received, invoiceNo: `${year}${number.slice(-3)}${String(at + 1).padStart(4, '0')}`,
      from: `${year}-0${from}-05`, to: `${year}-0${from + 1}-20`, result: at === 0 ? 'production' : 'report', transferred: at === 0, satisfaction: 4.2 + random.whole(0, 7) / 10,
    }
  })
  await keep('services', services)
  await keep('training', [{ id: `training-${year}`, title: `${year} 年操作与安全培训（演示）`, on: `${year}-05-16`, persons: random.whole(30, 80), outside: random.whole(6, 20), hours: 12, place: '基地培训室' }])
  await keep('meetings', ['03-20', '09-18'].map((day, at) => ({ id: `meeting-${year}-${at + 1}`, on: `${year}-${day}`, subject: ['年度计划和经费（演示）', '安全环保和设备开放（演示）'][at] ?? '', present: random.whole(5, 7), decisions: '同意所提方案（演示）。' })))
  await keep('investments', [{ id: `investment-${year}`, year, source: 'own', amount: random.whole(80, 200), purpose: '设备购置和中试线改造（演示）' }])
}
