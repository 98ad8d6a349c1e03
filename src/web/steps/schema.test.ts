import { expect, test } from 'vitest'
import { bodyOf, fieldsOf, lacks, type Schema } from './schema.ts'

const schema: Schema = {
  type: 'object',
  required: ['opinion', 'agreed', 'items'],
  properties: {
    opinion: { type: 'string', minLength: 50, 'x-ui': 'longText', 'x-zh': '意见', 'x-en': 'Opinion' },
    agreed: { const: true, 'x-ui': 'yes' },
    items: {
      type: 'array',
      minItems: 1,
      'x-ui': 'items',
      items: { type: 'object', required: ['demand'], properties: { demand: { type: 'string', minLength: 1 } } },
    },
    note: { type: 'string' },
    hash: { type: 'string', 'x-ui': 'hidden' },
    reasons: { type: 'object' },
  },
}
const field = (name: string) => {
  const found = fieldsOf(schema).find((one) => one.name === name)
  if (!found) throw new Error(name)
  return found
}

test('hidden fields and written reasons are not drawn', () => {
  expect(fieldsOf(schema).map(({ name }) => name)).toEqual(['opinion', 'agreed', 'items', 'note'])
})

test('an opinion of 49 characters is short of 50, one of 50 is not', () => {
  expect(lacks(field('opinion'), '意'.repeat(49))).toBe(true)
  expect(lacks(field('opinion'), '意'.repeat(50))).toBe(false)
})

test('a commitment must be a yes, a field that may stay empty lacks nothing', () => {
  expect(lacks(field('agreed'), false)).toBe(true)
  expect(lacks(field('agreed'), true)).toBe(false)
  expect(lacks(field('note'), undefined)).toBe(false)
})

test('an item without its demand is missing something', () => {
  expect(lacks(field('items'), [])).toBe(true)
  expect(lacks(field('items'), [{ demand: '' }])).toBe(true)
  expect(lacks(field('items'), [{ demand: '请补充' }])).toBe(false)
})

test('the body carries no empty values, keeps a no, and adds written reasons', () => {
  expect(
    bodyOf({ opinion: ' 同意 ', note: '', hazard: false, minutes: { number: '1', file: [] } }, { directorAge: '见说明', other: ' ' }),
  ).toEqual({ opinion: '同意', hazard: false, minutes: { number: '1' }, reasons: { directorAge: '见说明' } })
})
