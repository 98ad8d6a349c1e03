/** The public form: what is typed, what is wrong with it, and whether it is an objection or, at most, a lead. */
import type { Words } from '../../kernel/words.ts'
import { type ObjectionCategory, objectionCategories } from './objection.commands.ts'

/** The fields as they arrive: text each, kept as typed so that a fault costs nobody what was written. */
export const typedFields = ['kind', 'name', 'contact', 'row', 'category', 'facts', 'evidence', 'confidential', 'consent'] as const
export type TypedField = (typeof typedFields)[number]
export type Typed = { readonly [Field in TypedField]: string }
export type Fault = { readonly field: TypedField; readonly says: Words }

export type Told = { kind: 'unit' | 'person'; name: string; contact: string; row: number; category: ObjectionCategory; facts: string; evidence: string; confidential: boolean }
/** `lead`: nobody signs it, or it is late, but what it says can be looked into. */
export type Judged = { as: 'objection'; told: Told } | { as: 'lead'; because: 'late' | 'anonymous'; told: Omit<Told, 'kind'> & { kind: Told['kind'] | null } } | { as: 'nothing'; because: 'late' | null; faults: Fault[] }

export const nothingTyped: Typed = { kind: 'person', name: '', contact: '', row: '', category: '', facts: '', evidence: '', confidential: 'yes', consent: '' }

const most = { name: 100, contact: 100, facts: 8000, evidence: 2000 } as const
const fault = (field: TypedField, zh: string, en: string): Fault => ({ field, says: { zh, en } })

/** One spelling: what was pasted from elsewhere and what was typed compare alike. */
export const tidied = (typed: Partial<Record<string, string>>): Typed =>
  ({ ...nothingTyped, confidential: '', kind: '', ...Object.fromEntries(typedFields.map((field) => [field, (typed[field] ?? '').normalize('NFC').replaceAll(/\r\n?/g, '\n').trim()])) })

export function judgeForm(typed: Typed, { rows, late, factsChars }: { rows: number; late: boolean; factsChars: number }): Judged {
  const faults = faultsOf(typed, { rows, factsChars })
  const anonymous = typed.name === '' && typed.contact === ''
  const naming: TypedField[] = ['kind', 'name', 'contact']
  const others = faults.filter(({ field }) => !naming.includes(field))
  const told = { kind: kindOf(typed.kind), name: typed.name, contact: typed.contact, row: Number(typed.row), category: typed.category as ObjectionCategory, facts: typed.facts, evidence: typed.evidence, confidential: typed.confidential === 'yes' }
  if (late || anonymous) {
    if (others.length === 0 && typed.evidence !== '' && !faults.some(({ field }) => typed[field].length > 0 && naming.includes(field))) return { as: 'lead', because: late ? 'late' : 'anonymous', told }
    const missing = others.length === 0 ? [fault('evidence', '写明证据，才能作为线索核查', 'Say what the evidence is, so that it can be looked into as a lead')] : others
    return { as: 'nothing', because: late ? 'late' : null, faults: late ? missing : faults }
  }
  return faults.length === 0 && told.kind ? { as: 'objection', told: { ...told, kind: told.kind } } : { as: 'nothing', because: null, faults }
}

function faultsOf(typed: Typed, { rows, factsChars }: { rows: number; factsChars: number }): Fault[] {
  const { name, contact, facts, evidence } = typed
  const characters = [...facts].length
  const tells = (text: string, secret: string) => [...secret].length >= 2 && squeezed(text).includes(squeezed(secret))
  return [
    ...(typed.kind !== 'unit' && typed.kind !== 'person' ? [fault('kind', '选择单位或个人', 'Choose organisation or person')] : []),
    ...(name === '' ? [fault('name', '必填。匿名的不作为异议受理', 'Required; an anonymous objection is not accepted')] : []),
    ...(contact === '' ? [fault('contact', '必填，用于核实和答复', 'Required, to verify and to answer')] : []),
    ...(/^\d{1,3}$/.test(typed.row) && Number(typed.row) >= 1 && Number(typed.row) <= rows ? [] : [fault('row', '选择名单中的一项', 'Choose a row of the list')]),
    ...(objectionCategories.some((category) => category === typed.category) ? [] : [fault('category', '选择事由', 'Choose a ground')]),
    ...(characters < factsChars ? [fault('facts', `至少 ${factsChars} 字，现有 ${characters} 字`, `At least ${factsChars} characters; there are ${characters}`)] : []),
    ...(['facts', 'evidence'] as const).filter((field) => tells(typed[field], name) || tells(typed[field], contact))
      .map((field) => fault(field, '这里请不要写您的姓名（单位）和联系方式，它们另行封存', 'Leave your name and contact out here; they are sealed apart')),
    ...(Object.entries(most) as [keyof typeof most, number][]).filter(([field, limit]) => [...typed[field]].length > limit).map(([field, limit]) => fault(field, `至多 ${limit} 字`, `At most ${limit} characters`)),
    ...([['name', name], ['contact', contact], ['facts', facts], ['evidence', evidence]] as const).filter(([, text]) => !text.isWellFormed() || /[\p{Cc}\uFFFD]/u.test(text.replaceAll(/[\n\t]/g, ''))).map(([field]) => fault(field, '含有不能保存的字符', 'It holds characters that cannot be kept')),
    ...(typed.consent === 'yes' ? [] : [fault('consent', '请先阅读并同意', 'Please read and agree first')]),
  ]
}

const kindOf = (kind: string): Told['kind'] | null => (['unit', 'person'] as const).find((one) => one === kind) ?? null
const squeezed = (text: string) => text.toLowerCase().replaceAll(/[\s-]/g, '')
