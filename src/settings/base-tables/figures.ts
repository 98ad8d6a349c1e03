/** Figures that are worked out of the rows, never typed: shares of staff, equipment, services of a period. */
import { type Day, plusMonths } from '../../kernel/day.ts'
import type { BaseRow } from './table.ts'

const one = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part * 1000) / whole) / 10)
const sum = (rows: readonly BaseRow[], key: string): number => rows.reduce((total, row) => total + (typeof row[key] === 'number' ? Math.round((row[key] as number) * 100) : 0), 0) / 100
const has = (row: BaseRow, key: string, values: readonly string[]) => values.includes(String(row[key]))

const bachelorUp = ['doctor', 'master', 'bachelor']
const senior = ['senior', 'associateSenior']
const middleUp = [...senior, 'middle']

/** Shares in per cent with one decimal; null of nobody. */
export function staffFigures(rows: readonly BaseRow[]) {
  const share = (holds: (row: BaseRow) => boolean) => one(rows.filter(holds).length, rows.length)
  return {
    persons: rows.length, fullTime: rows.filter((row) => row.fullTime === true).length, fullTimeShare: share((row) => row.fullTime === true), bachelorShare: share((row) => has(row, 'education', bachelorUp)),
    middleShare: share((row) => has(row, 'title', middleUp)), bachelorOrMiddleShare: share((row) => has(row, 'education', bachelorUp) || has(row, 'title', middleUp)), seniorShare: share((row) => has(row, 'title', senior)),
  }
}

export function equipmentFigures(rows: readonly BaseRow[]) {
  const open = rows.filter((row) => row.open === true)
  return { pieces: rows.reduce((total, row) => total + (typeof row.count === 'number' ? row.count : 0), 0), value: sum(rows, 'value'), openValueShare: one(sum(open, 'value'), sum(rows, 'value')), pilotValueShare: one(sum(rows.filter((row) => has(row, 'kind', ['pilot', 'line'])), 'value'), sum(rows, 'value')) }
}

/** Services begun or running between two days. Related parties and pure testing are counted apart: they are no outside pilot service. */
export function serviceFigures(rows: readonly BaseRow[], from: Day, to: Day) {
  const within = rows.filter((row) => String(row.from ?? '') <= to && String(row.to ?? row.from ?? '') >= from)
  const counted = within.filter((row) => row.related !== true && row.pureTesting !== true)
  const outside = within.filter((row) => row.related !== true)
  const clients = new Set(outside.map((row) => String(row.clientCode || row.client)))
  return { services: within.length, counted: counted.length, clients: clients.size, received: sum(within, 'received'), countedReceived: sum(counted, 'received'), inCityShare: one(outside.filter((row) => row.inCity === true).length, outside.length), transferred: within.filter((row) => row.transferred === true).length }
}

/** Meetings of the committee within twelve months; one a year ago to the day no longer counts. */
export const meetingsWithin = (rows: readonly BaseRow[], on: Day): number => rows.filter((row) => String(row.on) > plusMonths(on, -12) && String(row.on) <= on).length

export const areaOf = (rows: readonly BaseRow[]): number => sum(rows, 'area')
