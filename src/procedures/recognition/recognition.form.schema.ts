/** The form as JSON Schema 2020-12, for the description of the API. Conditions go along as x-applies-when, x-required-when. */
import type { Field, Form, Section, Table } from './recognition.form.grammar.ts'
import { isAnswered, rowId } from './recognition.form.validate.ts'

type Schema = { readonly [key: string]: unknown }

/** Sections with their answers. Only what is asked of everybody is `required`; drafts are freer than this. */
export const formJsonSchema = (form: Form): Schema => ({
  type: 'object',
  title: form.words.en,
  'x-zh': form.words.zh,
  'x-en': form.words.en,
  'x-form-version': form.version,
  properties: Object.fromEntries(form.sections.map((section) => [section.id, sectionSchema(section)])),
  required: form.sections.filter(({ appliesWhen }) => !appliesWhen).map(({ id }) => id),
  additionalProperties: false,
})

const sectionSchema = (section: Section): Schema => ({
  type: 'object',
  ...named(section),
  properties: Object.fromEntries([
    ...section.fields.filter(isAnswered).map((field) => [field.id, fieldSchema(field)]),
    ...section.tables.map((table) => [table.id, tableSchema(table)]),
  ]),
  required: [
    ...section.fields.filter((field) => isAnswered(field) && field.required === true && !field.appliesWhen).map(({ id }) => id),
    ...section.tables.filter(({ minRows, appliesWhen }) => minRows > 0 && !appliesWhen).map(({ id }) => id),
  ],
  additionalProperties: false,
})

const tableSchema = (table: Table): Schema => ({
  type: 'array',
  ...named(table),
  minItems: table.minRows,
  items: {
    type: 'object',
    properties: {
      id: { type: 'string', pattern: rowId.source },
      ...Object.fromEntries(table.columns.map((column) => [column.id, fieldSchema(column)])),
    },
    required: ['id', ...table.columns.filter(({ required, appliesWhen }) => required === true && !appliesWhen).map(({ id }) => id)],
    additionalProperties: false,
  },
  ...(table.totals.length > 0 && { 'x-totals': table.totals }),
  ...(table.oneRowPer && { 'x-one-row-per': table.oneRowPer }),
})

const fieldSchema = (field: Field): Schema => ({
  ...valueSchema(field),
  ...named(field),
  'x-ui': field.type,
  ...(field.unit && { 'x-unit': field.unit }),
  ...(field.options && { 'x-options': field.options }),
  ...(field.personal && { 'x-personal': true }),
  ...(typeof field.required !== 'boolean' && { 'x-required-when': field.required }),
})

function valueSchema(field: Field): Schema {
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'person':
    case 'org':
    case 'file':
    case 'attachment':
      return {
        type: 'string',
        ...(field.maxLength && { maxLength: field.maxLength }),
        ...(field.pattern && { pattern: field.pattern.source }),
      }
    case 'enum':
      return { type: 'string', enum: field.options?.map(({ value }) => value) ?? [] }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'month':
      return { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' }
    case 'bool':
      return field.mustBeYes ? { type: 'boolean', const: true } : { type: 'boolean' }
    case 'integer':
      return { type: 'integer', minimum: field.min ?? 0, ...(field.max !== undefined && { maximum: field.max }) }
    case 'year':
      return { type: 'integer', minimum: field.min ?? 1900, maximum: field.max ?? 2100 }
    case 'percent':
      return { type: 'number', minimum: field.min ?? 0, maximum: field.max ?? 100 }
    case 'number':
    case 'money':
    case 'area':
      return { type: 'number', minimum: field.min ?? 0, ...(field.max !== undefined && { maximum: field.max }) }
  }
}

type Named = Pick<Field, 'words' | 'help' | 'law' | 'appliesWhen'>

const named = ({ words, help, law, appliesWhen }: Named): Schema => ({
  title: words.en,
  'x-zh': words.zh,
  'x-en': words.en,
  ...(help && { description: help.en, 'x-help': help }),
  ...(law && { 'x-law': law }),
  ...(appliesWhen && { 'x-applies-when': appliesWhen }),
})
