/** The pool as a spreadsheet: the template, the import that takes all rows or none, the export. */
import { z } from 'zod'
import type { Words } from '../kernel/words.ts'
import { withByteBodies } from '../platform/byte-bodies.ts'
import type { Server } from '../platform/http.ts'
import { Refused } from '../platform/problem.ts'
import { json, rowsOf, sql, type Tx } from '../platform/query.ts'
import { cellsOfFile, type SheetCell, sheetsAsFile, sheetType } from '../platform/sheets.ts'
import { downloadHeaders } from '../platform/small-files.ts'
import { expertCards } from './expert-rows.ts'
import { columns, type Employer, hints, keyOf, readExperts, type RowFault, type SheetExpert } from './expert-sheet.ts'
import { expertFilter, filtered } from './experts.ts'
import { actAs, mustHold, type RegisterDoor, traced } from './register-door.ts'

/** What a sheet would do, or did: how many experts it adds, and every fault by row and column. */
export type ExpertImport = { rows: number; adds: number; faults: RowFault[]; written: boolean }

const widths = [10, 28, 12, 10, 10, 30, 10, 6, 46, 16, 24, 30]
const city = ['city.officer', 'city.lead']
const most = { rows: 5001, unpackedMB: 60 }
const mostBytes = 8 * 1_048_576

export function expertTableRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/experts/template.xlsx', { config: { access: 'signedIn' }, schema: { summary: 'The spreadsheet to fill in', tags: ['registers'] } }, async (request, reply) => {
    await door.inContext(request, async (_context, who) => mustHold(door, who, ...city))
    const sheet = await sheetsAsFile([
      { name: '专家', rows: [columns.map((column) => (hints[column].startsWith('必填') ? `${column}*` : column))], widths },
      { name: '填写说明', rows: [['列', '要求'], ...columns.map((column) => [column, hints[column]])], widths: [14, 110] },
    ])
    return reply.headers(downloadHeaders('专家库导入模板.xlsx')).type(sheetType).send(sheet)
  })

  app.get('/api/experts/export.xlsx', { config: { access: 'signedIn' }, schema: { summary: 'The pool as a spreadsheet, as filtered', tags: ['registers'], querystring: expertFilter } }, async (request, reply) => {
    const rows = await door.inContext(request, async (context, who) => {
      mustHold(door, who, ...city)
      const all = await expertCards(context.tx, context, filtered(request.query))
      const cards = all.filter(({ standing }) => !request.query.standing || standing === request.query.standing)
      await traced(context.tx, door, request, who, { act: 'exportExperts', detail: { rows: cards.length } })
      return cards
    })
    const sheet = await sheetsAsFile([{ name: '专家', widths: [...widths, 12], rows: [[...columns, '状态'], ...rows.map((card): SheetCell[] => {
      const present = card.employers.find(({ name, to }) => name === card.employer && to === null)
      return [card.name, card.employer, present?.from ?? null, card.titleWords.zh, card.specialtyWords.zh, card.fields.map(({ zh }) => zh).join('、'), card.region, card.inCity ? '是' : '否',
        card.employers.filter((one) => one !== present && one.from && one.to).map(({ name, from, to }) => `${name} ${from} 至 ${to}`).join('；'), card.phone, card.email, card.avoid.join('、'), standingWords[card.standing]?.zh ?? '']
    })] }])
    return reply.headers(downloadHeaders('专家库.xlsx')).type(sheetType).send(sheet)
  })

  // The body is the workbook itself. Without `write` it is only looked at.
  withByteBodies(app, mostBytes, (raw) => {
    raw.post('/api/experts/import', {
      config: { access: 'signedIn' }, bodyLimit: mostBytes,
      schema: { summary: 'Import experts from a spreadsheet: every row or none; without write=true it is only checked', tags: ['registers'], querystring: z.strictObject({ write: z.enum(['true', 'false']).default('false') }) },
    }, async (request, reply): Promise<ExpertImport> => {
      await door.inContext(request, async (_context, who) => mustHold(door, who, ...city))
      if (!Buffer.isBuffer(request.body)) throw new Refused(415, { zh: '请发送 .xlsx 文件的内容。', en: 'Send the bytes of an .xlsx file.' })
      const cells = await cellsOfFile(request.body, most)
      const write = request.query.write === 'true'
      const { found, rows } = await actAs(door, request, city, { act: write ? 'importExperts' : 'checkExperts', detail: { rows: cells.length - 1 } }, async (tx, { jurisdiction }) => {
        // Two imports at once would not see each other's experts.
        if (write) await rowsOf(tx, sql`select pg_advisory_xact_lock(hashtext(${`experts ${jurisdiction}`}))`)
        const read = readExperts(cells, await keysOf(tx, jurisdiction))
        if (write && read.faults.length === 0) await insert(tx, door, jurisdiction, read.experts)
        return { found: read, rows: cells.slice(1).filter((row) => row.some((cell) => cell !== null && cell !== '')).length }
      })
      if (write && found.faults.length > 0) throw new Refused(422, { zh: `表中有 ${found.faults.length} 处需要更正，一行也没有导入。`, en: `${found.faults.length} faults in the sheet; no row was imported.` }, { fields: found.faults.slice(0, 100).map(({ row, column, says }) => ({ path: `${row}.${column}`, expected: says })) })
      reply.status(write ? 201 : 200)
      return { rows, adds: found.faults.length === 0 ? found.experts.length : 0, faults: found.faults.slice(0, 500), written: write }
    })
  })
}

export const standingWords: Record<string, Words> = {
  callable: { zh: '可抽取', en: 'may be called' }, unavailable: { zh: '暂不参加', en: 'not available' }, away: { zh: '期间不能参加', en: 'away' }, barred: { zh: '停止抽取', en: 'not to be called' }, noAccount: { zh: '未开通账号', en: 'no account yet' },
}

const keysOf = async (tx: Tx, jurisdiction: string): Promise<Set<string>> => new Set((await rowsOf<{ name: string; employer: string }>(tx, sql`
  select p.name, e.employer from expert e join person p on p.jurisdiction = e.jurisdiction and p.id = e.person where e.jurisdiction = ${jurisdiction}`)).map(keyOf))

/** All of them in two statements: a thousand rows are one moment's work. */
async function insert(tx: Tx, door: RegisterDoor, jurisdiction: string, all: readonly SheetExpert[]) {
  const rows = all.map((expert) => ({ ...expert, id: door.newId(), employers: [{ name: expert.employer, from: expert.since, to: null }, ...expert.earlier] satisfies Employer[] }))
  await rowsOf(tx, sql`insert into person (jurisdiction, id, name, office_phone, email) select ${jurisdiction}, r.id, r.name, r.phone, r.email from jsonb_to_recordset(${json(rows)}) as r(id text, name text, phone text, email text)`)
  await rowsOf(tx, sql`
    insert into expert (jurisdiction, person, fields, specialty, title, employer, employers, avoid, region, in_city)
    select ${jurisdiction}, r.id, r.fields, r.specialty, r.title, r.employer, r.employers, r.avoid, r.region, r."inCity"
      from jsonb_to_recordset(${json(rows)}) as r(id text, fields text[], specialty text, title text, employer text, employers jsonb, avoid text[], region text, "inCity" boolean)`)
}
