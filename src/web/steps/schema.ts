/** The command of a step as JSON Schema with two names and a look for every field. */
import type { Words } from '../../kernel/words.ts'

export type Look =
  | 'text'
  | 'longText'
  | 'date'
  | 'instant'
  | 'money'
  | 'number'
  | 'choice'
  | 'yes'
  | 'items'
  | 'checklist'
  | 'orgs'
  | 'people'
  | 'cases'
  | 'files'
  | 'score'
  | 'visit'
  | 'ticks'
  | 'pool'
  | 'demands'
  | 'remedies'
  | 'verification'
  | 'noticeRows'
  | 'secret'
  | 'hidden'

export type Schema = {
  type?: string
  const?: unknown
  enum?: readonly string[]
  format?: string
  pattern?: string
  properties?: { readonly [name: string]: Schema }
  required?: readonly string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  default?: unknown
  'x-zh'?: string
  'x-en'?: string
  'x-ui'?: Look
  'x-options'?: { readonly [value: string]: Words }
  'x-source'?: string
  'x-checklist'?: string
  'x-items'?: readonly { readonly id: string; readonly words: Words; readonly evidence?: Words }[]
}

export type Field = { name: string; schema: Schema; look: Look; required: boolean }

/** The fields a person fills, in the order of the command. Written reasons and what the system knows are left out. */
export const fieldsOf = (schema: Schema): Field[] =>
  Object.entries(schema.properties ?? {})
    .map(([name, field]) => ({
      name,
      schema: field,
      look: lookOf(field),
      required: (schema.required ?? []).includes(name) && field.default === undefined,
    }))
    .filter(({ name, look }) => look !== 'hidden' && name !== 'reasons')

function lookOf(schema: Schema): Look {
  if (schema['x-ui']) return schema['x-ui']
  if (schema.enum) return 'choice'
  if (schema.type === 'boolean' || schema.const === true) return 'yes'
  if (schema.type === 'number' || schema.type === 'integer') return 'number'
  if (schema.type === 'array') return 'items'
  return 'text'
}

/** What a command takes where nothing is said. */
export const defaultsOf = (schema: Schema): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, field]) => (field.default === undefined ? [] : [[name, field.default]])),
  )

/** Whether nothing is written. A no is an answer, an empty list is not. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** What is plainly missing, told before the step is pressed. The server decides the rest. */
export function lacks({ schema, required }: Field, value: unknown): boolean {
  if (isEmpty(value)) return required
  if (schema.const === true) return required && value !== true
  if (lookOf(schema) === 'instant' && typeof value === 'string') return !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)
  if (typeof value === 'string') return (schema.minLength ?? 0) > [...value.trim()].length
  if (Array.isArray(value))
    return (schema.minItems ?? 0) > value.length || value.some((one) => schema.items?.properties && lacksInside(schema.items, one))
  if (typeof value === 'object' && schema.properties) return lacksInside(schema, value)
  return false
}

const lacksInside = (schema: Schema, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  fieldsOf(schema).some((field) => lacks(field, (value as Record<string, unknown>)[field.name]))

/** What is sent: nothing empty, and texts without blanks around them. */
export function bodyOf(values: Record<string, unknown>, reasons: Record<string, string>): Record<string, unknown> {
  const written = Object.fromEntries(Object.entries(reasons).filter(([, reason]) => reason.trim()))
  return { ...(tidy(values) as Record<string, unknown>), ...(Object.keys(written).length > 0 && { reasons: written }) }
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(tidy)
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, one]) => !isEmpty(one))
        .map(([key, one]) => [key, tidy(one)]),
    )
  return value
}

/** What is written in such a field is sent, and kept nowhere before. */
export const withoutSecrets = (schema: Schema, values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => schema.properties?.[name]?.['x-ui'] !== 'secret'))
