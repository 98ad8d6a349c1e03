/** Tables as spreadsheets: handed out filled or empty, taken back row by row. One fault anywhere, and nothing is written. */
import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import { type Context, type Outcome, takeStep } from '../../platform/case-log.ts'
import { caseFile } from '../../platform/case-access.ts'
import { withByteBodies } from '../../platform/byte-bodies.ts'
import { canonical, sha256 } from '../../platform/canonical.ts'
import type { Server } from '../../platform/http.ts'
import { type Answer, keyOf, once } from '../../platform/once.ts'
import { languageOf, notFound, overtaken, Refused, refusedWith } from '../../platform/problem.ts'
import { cellsOfFile, sheetsAsFile, sheetType } from '../../platform/sheets.ts'
import { downloadHeaders } from '../../platform/small-files.ts'
import { standing } from '../../kernel/procedure.ts'
import { cellsOf, explained, headings, rowsOfSheet, type SheetFault } from '../../settings/base-tables/sheet.ts'
import type { BaseRow, BaseTable, KeptRow } from '../../settings/base-tables/table.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { baseAtHand, rowsOfTable } from '../base-at-hand.ts'
import { caseOfBase } from './base.profile.door.ts'
import { tableOf } from './base.rows.door.ts'
import { base as steps } from './base.ts'

/** `faults` are all there are, up to the number told; with one of them nothing is written. */
export type SheetReport = { rows: number; added: number; changed: number; unchanged: number; dropped: number; faults: SheetFault[]; faultyRows: number; more: number; written: boolean; entry: number | null; /** The entry of the base it was looked at under. */ seen: number }

const mostRows = 5000
const mostFaults = 500
const params = z.object({ number: z.string().max(64), table: z.string().max(40) })
const out = z.strictObject({ on: z.iso.date().optional(), empty: z.stringbool().optional() })
/** `add`: rows of the sheet are added or changed. `replace`: rows that the sheet does not have are taken out as well. */
const into = z.strictObject({ mode: z.enum(['add', 'replace']).default('add'), check: z.stringbool().default(false), from: z.iso.date().optional(), seen: z.coerce.number().int().min(0).optional().describe('The entry a look told: what somebody changed since is not overwritten') })

export function sheetRoutes(app: Server, door: CaseDoor) {
  app.get('/api/bases/:number/tables/:table/sheet', { config: { access: 'signedIn' }, schema: { summary: 'The table as a spreadsheet, filled or as an empty template', tags: ['bases'], params, querystring: out } },
    async (request, reply) => {
      const language = languageOf(request.headers['accept-language'])
      const { name, bytes } = await door.inContext(request, async (context) => {
        const { id, table } = tableOf(request.params.table)
        const base = await baseAtHand(context.tx, context.jurisdiction, request.params.number)
        if (!base) throw notFound()
        const rows = request.query.empty ? [] : await rowsOfTable(context.tx, context.jurisdiction, base.id, id, { on: request.query.on ?? context.today })
        return { name: `${base.name}-${table.words[language]}${request.query.empty ? (language === 'zh' ? '-模板' : '-template') : `-${request.query.on ?? context.today}`}.xlsx`, bytes: await fileOf(table, rows, language) }
      })
      return reply.headers(downloadHeaders(name)).type(sheetType).send(bytes)
    })

  withByteBodies(app, 50 * 1_048_576, (raw) => {
    raw.post('/api/bases/:number/tables/:table/sheet', { config: { access: 'signedIn' }, schema: { summary: 'Take a filled spreadsheet back: all of it, or with any fault none; `check` only looks', tags: ['bases'], params, querystring: into } },
      async (request, reply) => {
        const { query } = request
        const key = query.check ? undefined : keyOf(request)
        const bytes = request.body
        if (!Buffer.isBuffer(bytes)) throw new Refused(415, { zh: `表格请以 ${sheetType} 发送。`, en: `Send the sheet as ${sheetType}.` })
        const answer = await door.inContext(request, async (context): Promise<Answer> => {
          const work = () => importSheet(context, door, request.params, query, bytes)
          return key ? once(context, key, { sheet: sha256(bytes.toString('base64')), ...request.params, ...query }, work) : work()
        }, ({ status }) => (status < 400 ? 'commit' : 'rollback'))
        if (answer.refused) throw answer.refused
        return reply.status(answer.status).send(answer.body)
      })
  })
}

async function fileOf(table: BaseTable, rows: readonly KeptRow[], language: keyof Words): Promise<Buffer> {
  const money = table.columns.flatMap(({ type }, at) => (type === 'money' ? [at + 1] : []))
  return sheetsAsFile([
    { name: table.words[language], rows: [headings(table, language), ...rows.map((row) => cellsOf(table, row, language))], widths: [12, ...table.columns.map(({ words, maxLength }) => Math.min(36, Math.max(10, words.zh.length * 2 + 4, (maxLength ?? 0) / 4)))], money },
    { name: language === 'zh' ? '填写说明' : 'How to fill in', rows: explained(table, language), widths: [24, 8, 44, 60] },
  ])
}

async function importSheet(context: Context, door: CaseDoor, { number, table: asked }: { number: string; table: string }, query: { mode: 'add' | 'replace'; check: boolean; from?: Day | undefined; seen?: number | undefined }, bytes: Buffer): Promise<Answer> {
  const { id, table } = tableOf(asked)
  const { caseId, baseId } = await caseOfBase(context, number)
  const { settings } = context.rules as unknown as RulesInForce
  if (bytes.length > settings['register.sheetMB'] * 1_048_576) throw new Refused(413, { zh: `表格超过 ${settings['register.sheetMB']} MB。`, en: `The sheet is over ${settings['register.sheetMB']} MB.` })
  // Whoever may not write here learns that before the sheet is read.
  const { file, entries } = await caseFile(context, door.engines, caseId)
  if (!standing(steps.keepTable.by, file, context.actor)) throw refusedWith([{ code: 'notYours', law: steps.keepTable.law, reason: { zh: '由中试基地或依托单位登记。', en: 'For the base or its host to enter.' } }])
  const cells = await cellsOfFile(bytes, { rows: mostRows + 20, unpackedMB: 200 })
  const read = rowsOfSheet(table, cells, context.newId)
  const current = new Map((await rowsOfTable(context.tx, context.jurisdiction, baseId, id)).map((row) => [row.id, row]))
  const put = read.rows.map(({ row }) => merged(table, row, current.get(row.id), read.columns))
  const changed = put.filter((row) => { const before = current.get(row.id); return before && !same(row, before) })
  const added = put.filter(({ id: row }) => !current.has(row))
  const drop = query.mode === 'replace' ? [...current.keys()].filter((row) => !put.some((one) => one.id === row)) : []
  const report: SheetReport = {
    rows: put.length, added: added.length, changed: changed.length, unchanged: put.length - added.length - changed.length, dropped: drop.length,
    faults: read.faults.slice(0, mostFaults), faultyRows: new Set(read.faults.map(({ row }) => row)).size, more: Math.max(0, read.faults.length - mostFaults), written: false, entry: null, seen: entries.length,
  }
  if (query.check) return { status: 200, body: report }
  if (read.faults.length > 0) throw new Refused(422, { zh: `表格有 ${report.faultyRows} 行需要更正，没有导入任何一行。`, en: `${report.faultyRows} row(s) need correction; not one row was imported.` },
    { fields: report.faults.map(({ row, name, expected }) => ({ path: `${row} ${name.zh}`, expected })) })
  const rows = [...added, ...changed]
  if (rows.length + drop.length === 0) return { status: 200, body: report }
  const outcome = await takeStep(context, door.wording, { caseId, step: 'keepTable', data: { table: id, put: rows, drop, ...(query.from && { from: query.from }), ...(query.seen !== undefined && { seen: query.seen }), note: '表格导入' } })
  return outcome.ok ? { status: 200, body: { ...report, written: true, entry: outcome.done.entry.no } } : { status: 422, body: null, refused: refusalOf(outcome) }
}

/** Columns the sheet does not have, and the evidence, stay as they are. */
function merged(table: BaseTable, row: BaseRow, before: KeptRow | undefined, columns: readonly string[]): BaseRow {
  if (!before) return row
  const kept = Object.fromEntries(table.columns.filter(({ key }) => !columns.includes(key) && before[key] !== undefined).map(({ key }) => [key, before[key]]))
  return { ...kept, ...row, ...(before.evidence && { evidence: before.evidence }) } as BaseRow
}

const same = (row: BaseRow, { validFrom: _, validTo: __, ...before }: KeptRow) => canonical(row) === canonical(before)

const refusalOf = (outcome: Exclude<Outcome, { ok: true }>): Refused => (outcome.kind === 'hidden' ? notFound() : outcome.kind === 'overtaken' ? overtaken(outcome.moved) : refusedWith(outcome.refusals, outcome.moved))
