/** The ledger of awards: every award the viewer may see, as rows and as a table to take away. */
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { Context } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { listed, rowsOf, sql } from '../platform/query.ts'
import { divisionOf } from '../settings/divisions.ts'
import { csvOf } from './csv.ts'
import { settingOf } from '../settings/settings.ts'
import { type RegisterDoor, rulesIn } from './register-door.ts'
import { valueInWords } from './setting-words.ts'

export type AwardRow = {
  number: string; base: { number: string; name: string }; host: string; demo: boolean; county: Words; year: number; line: string; status: string; statusWords: Words; amount: string; committed: string; paid: string
  proposedOn: Day; decidedOn: Day | null; documentNo: string | null; paidOn: Day | null; reportBy: Day | null
}

/** `rule`: how the authority lets awards be reckoned; none until it has entered one. */
export type AwardLedger = { rows: AwardRow[]; rule: Words | null }

const filter = z.strictObject({ year: z.coerce.number().int().min(2023).max(2100).optional() })
const head = ['案号', '基地编号', '基地', '依托单位', '区县', '预算年度', '预算科目', '状态', '金额（万元）', '计入预算（万元）', '已拨付（万元）', '决定日期', '通知文号', '拨付日期', '备注']

export function awardLedgerRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/awards', { config: { access: 'signedIn' }, schema: { summary: 'Awards I may see', tags: ['registers'], querystring: filter } },
    (request) => door.inContext(request, async (context): Promise<AwardLedger> => {
      const rule = rulesIn(context).settings['award.rule']
      return { rows: await awards(context, door, request.query.year), rule: rule && valueInWords(settingOf('award.rule'), rule) }
    }))
  app.get('/api/awards.csv', { config: { access: 'signedIn' }, schema: { summary: 'Awards I may see, as a table', tags: ['registers'], querystring: filter } },
    async (request, reply) => {
      const rows = await door.inContext(request, (context) => awards(context, door, request.query.year))
      return reply.header('content-disposition', 'attachment; filename="awards.csv"').type('text/csv; charset=utf-8').send(csvOf(head, rows.map((row) => [
        row.number, row.base.number, row.base.name, row.host, row.county.zh, row.year, row.line, row.statusWords.zh, row.amount, row.committed, row.paid, row.decidedOn ?? '', row.documentNo ?? '', row.paidOn ?? '', row.demo ? '演示' : ''])))
    })
}

type Row = { number: string; base_id: string; base_name: string; hosts: { name: string; demo: boolean }[]; county: string; budget_year: number; budget_line: string; status: string; amount: string; committed: string; paid: string; proposed_on: Day; decided_on: Day | null; document_no: string | null; paid_on: Day | null; report_by: Day | null }

async function awards({ tx, jurisdiction }: Context, door: RegisterDoor, year: number | undefined): Promise<AwardRow[]> {
  const statuses = door.engines.award?.statuses ?? {}
  const rows = await rowsOf<Row>(tx, sql`
    select number, base_id, base_name, hosts, county, budget_year, budget_line, status, amount::text, committed::text, paid::text, proposed_on, decided_on, document_no, paid_on, report_by
      from award where ${listed([sql`jurisdiction = ${jurisdiction}`, ...(year === undefined ? [] : [sql`budget_year = ${year}`])])} order by budget_year desc, number desc`)
  return rows.map((row) => ({
    number: row.number, base: { number: row.base_id, name: row.base_name }, host: row.hosts[0]?.name ?? '', demo: row.hosts.some(({ demo }) => demo), county: divisionOf(row.county)?.words ?? { zh: row.county, en: row.county }, year: row.budget_year, line: row.budget_line,
    status: row.status, statusWords: statuses[row.status]?.words ?? { zh: row.status, en: row.status }, amount: row.amount, committed: row.committed, paid: row.paid, proposedOn: row.proposed_on, decidedOn: row.decided_on, documentNo: row.document_no, paidOn: row.paid_on, reportBy: row.report_by,
  }))
}
