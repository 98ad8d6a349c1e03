/** The figures of bases over HTTP: as data, as one table of text, as a workbook with a sheet for each. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import type { Viewer } from '../platform/engine.ts'
import type { Server } from '../platform/http.ts'
import { notAllowed } from '../platform/problem.ts'
import { sheetsAsFile, sheetType } from '../platform/sheets.ts'
import { divisions } from '../settings/divisions.ts'
import { fields } from '../settings/fields.ts'
import { heldBy } from './base-statistics.data.ts'
import { type FigureTable, figureTables } from './base-statistics.ts'
import { csvOf } from './csv.ts'
import { paceTables } from './level-pace.ts'
import { type RegisterDoor, rulesIn } from './register-door.ts'

export type BaseStatistics = { asOf: Day; scope: 'city' | 'county'; tables: FigureTable[]; counties: { code: string; words: Words }[]; fields: { id: string; words: Words }[] }
const querystring = z.strictObject({ county: z.string().max(12).optional(), field: z.string().max(40).optional() })

export const readsBaseFigures = ({ reach }: Pick<Viewer, 'reach'>): boolean => reach === 'city' || reach === 'authorities'

export function baseStatisticsRoutes(app: Server, door: RegisterDoor) {
  const asked = (request: FastifyRequest) => door.inContext(request, async (context): Promise<BaseStatistics> => {
    const { tx, jurisdiction, today, viewer } = context
    if (!readsBaseFigures(viewer)) throw notAllowed({ zh: '市局、区县', en: 'city or county' })
    const held = await heldBy(tx, jurisdiction)
    const filter = { ...(request.query as z.infer<typeof querystring>), ...(viewer.reach !== 'city' && { within: [...new Set(held.bases.map(({ county }) => county))] }) }
    return {
      asOf: today, scope: viewer.reach === 'city' ? 'city' : 'county', tables: [...figureTables(held, filter, today), ...(await paceTables(tx, jurisdiction, viewer.reach, rulesIn(context)))],
      counties: divisions.filter(({ code }) => held.bases.some(({ county }) => county === code)).map(({ code, words }) => ({ code, words })), fields: fields.filter(({ id }) => held.bases.some(({ field }) => field === id)).map(({ id, words }) => ({ id, words })),
    }
  })
  const schema = (summary: string) => ({ summary, tags: ['registers'], querystring })

  app.get('/api/statistics/bases', { config: { access: 'signedIn' }, schema: schema('Figures of the bases within my visibility, as tables') }, asked)
  app.get('/api/statistics/bases.csv', { config: { access: 'signedIn' }, schema: schema('The same as CSV') }, async (request, reply) => {
    const { tables } = await asked(request)
    const rows = tables.flatMap(({ words, columns, rows: lines }) => lines.flatMap(({ name, values }) => columns.map((column, at) => [words.zh, name.zh, column.words.zh, rounded(values[at] ?? null)])))
    return reply.header('content-disposition', 'attachment; filename="statistics.csv"').type('text/csv; charset=utf-8').send(csvOf(['统计', '项目', '指标', '数值'], rows))
  })
  app.get('/api/statistics/bases.xlsx', { config: { access: 'signedIn' }, schema: schema('The same as a workbook, a sheet for each table') }, async (request, reply) => {
    const { tables } = await asked(request)
    const bytes = await sheetsAsFile(tables.map(({ words, head, columns, rows }) => ({
      name: words.zh, rows: [[head.zh, ...columns.map((column) => column.words.zh)], ...rows.map(({ name, values }) => [name.zh, ...values.map(rounded)])],
      widths: [18, ...columns.map(() => 16)], money: columns.flatMap(({ kind }, at) => (kind === 'money' ? [at + 1] : [])),
    })))
    return reply.header('content-disposition', 'attachment; filename="statistics.xlsx"').type(sheetType).send(bytes)
  })
}

/** Shares keep four decimals, amounts two: what is exported is what is shown, and no longer tail. */
const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 10_000) / 10_000)
