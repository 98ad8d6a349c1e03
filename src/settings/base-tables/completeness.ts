/** How complete a register is: what should be there, what is, each part with its article. Pure. */
import type { Day } from '../../kernel/day.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { BaseRow } from './table.ts'
import { baseTables, type TableId } from './tables.ts'

export type Part = { readonly id: string; readonly table: TableId | null; readonly says: Words; readonly law: Basis; readonly done: number; readonly of: number }
export type Completeness = { readonly share: number; readonly parts: readonly Part[] }

/** Every base has rows in these; the others only where there is something to enter. */
const expected = ['sites', 'permits', 'equipment', 'lines', 'staff', 'committee', 'meetings', 'rules', 'accounts', 'services'] as const satisfies readonly TableId[]

export function completenessOf(file: { readonly hosts: readonly object[]; readonly recognisedOn: Day; readonly terms: readonly { readonly bornOn: Day | null; readonly title: string | null; readonly ended: object | null }[]; readonly goals: string | null }, rows: { readonly [Table in TableId]?: readonly BaseRow[] }): Completeness {
  const of = (table: TableId) => rows[table] ?? []
  const director = file.terms.find(({ ended }) => !ended)
  const tables: TableId[] = [...expected, ...(file.hosts.length > 1 ? ['agreements' as const] : [])]
  const parts: Part[] = [
    { id: 'director', table: null, says: { zh: '主任任期、出生日期和职称', en: "Director's term, date of birth and title" }, law: 'Art. 14', done: [director, director?.bornOn, director?.title].filter(Boolean).length, of: 3 },
    { id: 'goals', table: null, says: { zh: '发展目标', en: 'Goals' }, law: 'Art. 8(5)', done: file.goals ? 1 : 0, of: 1 },
    ...tables.map((id): Part => ({ id, table: id, says: { zh: `${baseTables[id].words.zh}已登记`, en: `${baseTables[id].words.en} entered` }, law: baseTables[id].law, done: of(id).length > 0 ? 1 : 0, of: 1 })),
    { id: 'houseRules', table: 'rules', says: { zh: '各类制度已发布或说明不适用', en: 'House rules of every kind are adopted, or do not apply' }, law: 'Art. 8(4)', done: kindsAnswered(of('rules')), of: ruleKinds.length },
    ...tables.filter((id) => of(id).length > 0 && baseTables[id].evidence).map((id): Part => ({
      id: `${id}.evidence`, table: id, says: { zh: `${baseTables[id].words.zh}附证明`, en: `${baseTables[id].words.en}: with evidence` }, law: baseTables[id].law, done: of(id).filter(({ evidence }) => evidence && evidence.length > 0).length, of: of(id).length })),
  ]
  const share = parts.reduce((sum, part) => sum + part.done / part.of, 0) / parts.length
  return { share: Math.round(share * 1000) / 1000, parts }
}

const ruleKinds = baseTables.rules.columns.find(({ key }) => key === 'kind')?.choices ?? []
const kindsAnswered = (rows: readonly BaseRow[]) => ruleKinds.filter(({ value }) => rows.some((row) => row.kind === value && row.state !== 'drafting')).length
