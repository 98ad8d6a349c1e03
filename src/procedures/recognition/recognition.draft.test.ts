import { expect, test } from 'vitest'
import fc from '../../../test/chance.ts'
import { demoApplication, demoKeys } from '../../demo/applications.ts'
import { type DraftState, assemble, checkChange, disassemble, mergeChanges, migrateDraft, wordsAt } from './recognition.draft.ts'
import type { ApplicationData } from './recognition.form.grammar.ts'
import { form2026A } from './recognition.form.ts'

const withoutEmptyTables = (data: ApplicationData) =>
  Object.fromEntries(
    Object.entries(data).map(([id, answers]) => [
      id,
      Object.fromEntries(Object.entries(answers).filter(([, value]) => !Array.isArray(value) || value.length > 0)),
    ]),
  )

test.each(demoKeys)('the paths of the application of %s give it back', (key) => {
  const { data } = demoApplication(key, { on: '2026-11-23' })
  const values = disassemble(data)
  expect(assemble(values)).toEqual(withoutEmptyTables(data))
  expect(
    Object.entries(values)
      .map(([path, value]) => checkChange(form2026A, path, value))
      .filter(Boolean),
  ).toEqual([])
})

test('any application comes back from its paths, whatever order they are stored in', () => {
  const name = fc.constantFrom('area', 'name', 'value', 'note')
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
  const row = fc.record({ id: fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/), cells: fc.dictionary(name, value) })
  const rows = fc
    .uniqueArray(row, { selector: ({ id }) => id, minLength: 1, maxLength: 5 })
    .map((list) => list.map(({ id, cells }) => ({ ...cells, id })))
  const section = fc.dictionary(fc.constantFrom('title', 'size', 'open'), value, { minKeys: 1 })
  const data = fc.dictionary(
    fc.constantFrom('A', 'D', 'E'),
    fc.tuple(section, rows).map(([answers, table]) => ({ ...answers, table })),
  )
  fc.assert(
    fc.property(data, fc.nat(), (application, seed) => {
      const paths = Object.entries(disassemble(application as ApplicationData))
      const shuffled = paths.toSorted(([a], [b]) => ((a.length * 7919 + seed) % 97) - ((b.length * 7919 + seed) % 97))
      expect(assemble(Object.fromEntries(shuffled))).toEqual(JSON.parse(JSON.stringify(application)))
    }),
  )
})

test('a deleted row leaves nothing behind, a row without a position follows at the end', () => {
  expect(
    assemble({
      'E.equipment.b': 1,
      'E.equipment.b.name': '二',
      'E.equipment.a': 0,
      'E.equipment.a.name': '一',
      'E.equipment.x': null,
      'E.equipment.x.name': '删',
      'E.equipment.c.name': '三',
    }),
  ).toEqual({
    E: {
      equipment: [
        { id: 'a', name: '一' },
        { id: 'b', name: '二' },
        { id: 'c', name: '三' },
      ],
    },
  })
})

test('paths outside the grammar reach no object', () => {
  expect(assemble({ '__proto__.polluted': 1, 'constructor.x': 1, 'E.__proto__': 1 })).toEqual({})
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test.each([
  ['D.area', 400],
  ['D.area', '40'],
  ['D.area', null],
  ['A.filledOn', '2026-1'],
  ['E.equipment.r7', null],
  ['E.equipment.r7', 3],
  ['E.equipment.r7.value', '12.'],
  ['E.equipment.r7.kind', 'pilot'],
  ['K.classified', false],
  ['H.strength', '写到一半'],
] as const)('%s takes %o, finished or not', (path, value) => expect(checkChange(form2026A, path, value)).toBeUndefined())

test.each([
  ['Z.area', 1],
  ['D.nothing', 1],
  ['D', 1],
  ['E.equipment.r7.nothing', 1],
  ['E.equipment.r7.value.more', 1],
  ['E.equipment', []],
  ['E.equipment.r 7', 1],
  ['E.equipment.r7', '3'],
  ['D.area', true],
  ['D.area', [1]],
  ['D.area', Number.NaN],
  ['K.classified', 'no'],
  ['A.field', 'nuclear'],
  ['H.strength', 7],
  ['A.baseName', 'x'],
  ['D.filesA03', 'x'],
  ['M.organiserOpinion', '同意'],
  ['H.strength', 'x'.repeat(20_001)],
] as const)('%s does not take %o, and says what it takes', (path, value) =>
  expect(checkChange(form2026A, path, value)).toMatchObject({ zh: expect.any(String), en: expect.any(String) }),
)

const stored = (value: unknown, version: number, by: string) => ({ value, version, by, at: '2026-11-23T06:00:00Z' })
const me = { by: 'me', at: '2026-11-23T07:00:00Z' }

test('different fields are filled at once without asking anybody', () => {
  const {
    stored: next,
    version,
    written,
    conflicts,
  } = mergeChanges({ 'D.area': stored(400, 5, 'liu') }, 3, [{ path: 'D.town', value: '胡村' }], me)
  expect({ version, written, conflicts }).toEqual({ version: 6, written: ['D.town'], conflicts: [] })
  expect(next['D.area']?.value).toBe(400)
})

test('a field somebody else changed meanwhile is reported, not overwritten', () => {
  const state = { 'D.area': stored(400, 5, 'liu') }
  expect(mergeChanges(state, 4, [{ path: 'D.area', value: 500 }], me)).toMatchObject({
    stored: state,
    version: 5,
    written: [],
    conflicts: [{ path: 'D.area', mine: 500, theirs: 400, by: 'liu' }],
  })
  expect(mergeChanges(state, 5, [{ path: 'D.area', value: 500 }], me).conflicts).toEqual([])
  expect(mergeChanges(state, 4, [{ path: 'D.area', value: 400 }], me)).toMatchObject({ written: [], conflicts: [] })
  expect(mergeChanges({ 'D.area': stored(400, 5, 'me') }, 4, [{ path: 'D.area', value: 500 }], me).conflicts).toEqual([])
})

test('a row somebody else deleted takes no cell, a row somebody else works on is not deleted', () => {
  const deleted: DraftState = { 'E.equipment.r1': stored(null, 5, 'liu') }
  expect(mergeChanges(deleted, 4, [{ path: 'E.equipment.r1.value', value: 9 }], me)).toMatchObject({
    written: [],
    conflicts: [{ theirs: null, by: 'liu' }],
  })
  expect(mergeChanges(deleted, 9, [{ path: 'E.equipment.r1.value', value: 9 }], me).written).toEqual([])
  const worked: DraftState = { 'E.equipment.r1': stored(0, 1, 'me'), 'E.equipment.r1.value': stored(8, 5, 'liu') }
  expect(mergeChanges(worked, 4, [{ path: 'E.equipment.r1', value: null }], me)).toMatchObject({
    written: [],
    conflicts: [{ theirs: 8, by: 'liu' }],
  })
  expect(mergeChanges(worked, 5, [{ path: 'E.equipment.r1', value: null }], me).written).toEqual(['E.equipment.r1'])
})

const paths = ['D.area', 'D.town', 'E.equipment.r1', 'E.equipment.r1.value', 'E.equipment.r2.value'] as const
const change = fc.record({ path: fc.constantFrom(...paths), value: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(null)) })
const state = fc.dictionary(
  fc.constantFrom(...paths),
  fc.record({
    value: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(null)),
    version: fc.integer({ min: 1, max: 6 }),
    by: fc.constantFrom('me', 'liu'),
    at: fc.constant('t'),
  }),
)

test('no update is lost without a conflict being reported, and none is forged', () => {
  fc.assert(
    fc.property(
      state,
      fc.integer({ min: 0, max: 6 }),
      fc.uniqueArray(change, { selector: ({ path }) => path }),
      (before, base, changes) => {
        const { stored: after, conflicts, written, version } = mergeChanges(before, base, changes, me)
        for (const { path, value } of changes) {
          const refused = conflicts.some((conflict) => conflict.path === path)
          expect(refused || Object.is(after[path]?.value, value)).toBe(true)
          expect(refused && written.includes(path)).toBe(false)
        }
        for (const [path, theirs] of Object.entries(before)) {
          const mine = changes.find((one) => one.path === path)
          const unseen = theirs.by !== 'me' && theirs.version > base
          // What somebody else wrote unseen stays, unless the new value is the same.
          if (!mine || unseen) expect(after[path]?.value).toEqual(theirs.value)
          if (mine && unseen && !Object.is(mine.value, theirs.value)) expect(conflicts.map((conflict) => conflict.path)).toContain(path)
        }
        expect(version).toBe(
          written.length > 0
            ? Math.max(0, ...Object.values(before).map((one) => one.version)) + 1
            : Math.max(0, ...Object.values(before).map((one) => one.version)),
        )
      },
    ),
  )
})

test('two people who save one after the other both find their words or a conflict', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(change, { selector: ({ path }) => path }),
      fc.uniqueArray(change, { selector: ({ path }) => path }),
      (first, second) => {
        const one = mergeChanges({}, 0, first, { by: 'liu', at: '1' })
        const two = mergeChanges(one.stored, 0, second, me)
        for (const { path, value } of first.filter(({ path }) => one.written.includes(path))) expect(two.stored[path]?.value).toEqual(value)
        for (const { path, value } of second)
          expect(Object.is(two.stored[path]?.value, value) || two.conflicts.some((conflict) => conflict.path === path)).toBe(true)
      },
    ),
  )
})

test('another version of the form keeps the answers it has a place for and reports the rest', () => {
  const newer = {
    ...form2026A,
    version: '2027-A',
    sections: form2026A.sections.map((section) =>
      section.id === 'A' ? { ...section, fields: section.fields.filter(({ id }) => id !== 'batch') } : section,
    ),
  }
  const { values, dropped } = migrateDraft(form2026A, newer, {
    'A.batch': '第一批',
    'A.direction': '液压元件',
    'E.equipment.r1': 0,
    'E.equipment.r1.name': '珩磨机',
  })
  expect(values).toEqual({ 'A.direction': '液压元件', 'E.equipment.r1': 0, 'E.equipment.r1.name': '珩磨机' })
  expect(dropped).toEqual([
    { path: 'A.batch', value: '第一批', because: { zh: '申报批次：申报书中没有这一项', en: 'Batch: The form has no such place' } },
  ])
  expect(migrateDraft(form2026A, form2026A, { 'A.batch': '第一批' }).dropped).toEqual([])
})

test('a path has words', () => {
  expect(wordsAt(form2026A, 'E.equipment.r1.value')?.zh).toBe('仪器设备 原值')
  expect(wordsAt(form2026A, 'E.equipment')?.zh).toBe('仪器设备')
  expect(wordsAt(form2026A, 'D.area')?.zh).toBe('总面积')
  expect(wordsAt(form2026A, 'Z.z')).toBeUndefined()
})

test('a null in a row that is not there makes no row; names every object answers to are no rows', () => {
  const form = form2026A
  expect(assemble({ 'E.equipment.r9.name': null })).toEqual({ E: { equipment: [] } })
  expect(assemble({ 'E.equipment.r9': 0, 'E.equipment.r9.name': null })).toEqual({ E: { equipment: [{ id: 'r9', name: null }] } })
  for (const row of ['__proto__', 'constructor', 'hasOwnProperty']) expect([row, checkChange(form, `E.equipment.${row}.name`, null) !== undefined]).toEqual([row, true])
})
