/**
 * Facts of an entry under the names people know them by: the command of the step names its fields and choices, the
 * catalogue what is added to them. What neither names only machines read, and it is left out.
 */
import type { Words } from '../../kernel/words.ts'
import { divisionOf } from '../../settings/divisions.ts'
import { fields } from '../../settings/fields.ts'
import type { Schema } from '../steps/schema.ts'

export type Told = { readonly key: string; readonly name: string; readonly value: ToldValue }
/** One text, several texts, several groups of facts, or one group. */
export type ToldValue = string | number | boolean | readonly ToldValue[] | { readonly facts: readonly Told[] }

/** How the language in use names a key and an answer; `undefined` where it has no word. */
export type Naming = { fact: (key: string) => string | undefined; answer: (value: string) => string | undefined; words: (words: Words | undefined) => string }

export function factsTold(data: { readonly [key: string]: unknown }, schema: Schema | undefined, naming: Naming): Told[] {
  return Object.entries(data).flatMap(([key, given]): Told[] => {
    const field = fieldOf(schema, key)
    if (hidden.test(key) || field?.['x-ui'] === 'hidden') return []
    const name = naming.words(named(field)) || naming.fact(key)
    const value = name ? valueTold(key, given, field, naming) : undefined
    return name && value !== undefined ? [{ key, name, value }] : []
  })
}

/** Identifiers, fingerprints and the marks of the demo world. */
const hidden = /(^|[a-z])(Id|Ids)$|^(id|sha256|hash|entry|snapshot|agreement|parties|status|photos|person|jurisdiction|city|subject|shown|pool|drawn|version|plan|demo|unit)$/
const machine = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[0-9a-f]{64}$|^(org|base|county|city|person|file)[-.][\w.-]+$/
/** A word of the program that no catalogue knows is no word for people. */
const wordOfProgram = /^[a-z]+([A-Z][a-z]*)*$/

function valueTold(key: string, given: unknown, schema: Schema | undefined, naming: Naming): ToldValue | undefined {
  if (given === null || given === undefined || given === '') return undefined
  if (typeof given === 'boolean' || typeof given === 'number') return given
  if (typeof given === 'string') return textTold(key, given, schema, naming)
  if (Array.isArray(given)) {
    const told = given.map((one) => valueTold(key, one, schema?.items, naming)).filter((one) => one !== undefined)
    return told.length > 0 ? told : undefined
  }
  const facts = factsTold(given as { [key: string]: unknown }, schema, naming)
  // Whoever is named needs no further description than the name.
  const only = facts.length === 1 && facts[0]?.key === 'name' ? facts[0].value : undefined
  return facts.length === 0 ? undefined : (only ?? { facts })
}

function textTold(key: string, given: string, schema: Schema | undefined, naming: Naming): string | undefined {
  if (machine.test(given)) return undefined
  const chosen = naming.words(schema?.['x-options']?.[given])
  if (chosen) return chosen
  if (key === 'field' || key === 'fields') return naming.words(fields.find(({ id }) => id === given)?.words) || undefined
  if (key === 'county' || key === 'counties') return naming.words(divisionOf(given)?.words) || undefined
  const isWritten = schema?.type === 'string' && !schema.enum
  return naming.answer(given) ?? (!isWritten && wordOfProgram.test(given) ? undefined : given)
}

const fieldOf = (schema: Schema | undefined, key: string): Schema | undefined =>
  schema?.properties?.[key] ?? (typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined)
const named = (schema: Schema | undefined): Words | undefined => (schema?.['x-zh'] ? { zh: schema['x-zh'], en: schema['x-en'] ?? schema['x-zh'] } : undefined)
