import pg from 'pg'

/** A day stays the text it is, an instant becomes ISO text, a count a number; amounts (numeric) stay exact as text. */
const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.INT8]: count,
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.TIMESTAMPTZ]: instant,
  1016: (text) => arrayOf(text, count),
  1182: (text) => arrayOf(text, (day) => day),
  1185: (text) => arrayOf(text, instant),
}

export const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format as 'text')

function count(text: string): number | string {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : text
}

const parsedInstant = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text') as (text: string) => Date | number

function instant(text: string): string {
  const at = parsedInstant(text)
  return at instanceof Date ? at.toISOString() : text
}

/** The declared type is not what the package exports. */
const arrayParser = pg.types.arrayParser as unknown as { create(text: string, each: (text: string) => unknown): { parse(): unknown[] } }
const arrayOf = (text: string, each: (text: string) => unknown) => arrayParser.create(text, each).parse()
