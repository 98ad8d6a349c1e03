import { expect, test } from 'vitest'
import { type Actor, another, apart, asks, available, barredFrom, type CaseFile, decide, given, type Procedure, standing, where, withStandIn } from './procedure.ts'
import { rule } from './rule.ts'

/** A tiny procedure of a lending library: what the kernel does, without a word of any law we serve. */
type Status = 'wanted' | 'lent' | 'returned'
type Role = 'reader' | 'librarian'
type Shelf = CaseFile<Status, Role> & { readonly copies: number }
type Commands = { lend: { days: number }; giveBack: { damaged: boolean } }
type Found = { readonly blocked: boolean }

const says = (text: string) => ({ zh: text, en: text })
const copyLeft = rule({
  id: 'copyLeft', law: 'Art. 1', modality: 'must',
  says: says('a copy is left'),
  holds: ({ copies }: { copies: number }) => copies > 0,
  otherwise: () => says('none left'),
})
const shortLoan = rule({
  id: 'shortLoan', law: 'Art. 2', modality: 'usually',
  says: says('at most 30 days'),
  holds: ({ days }: { days: number }) => days <= 30,
  otherwise: ({ days }) => says(`${days} days`),
})
const worthLending = rule<unknown>({
  id: 'worthLending', law: 'Art. 3', modality: 'judgement',
  says: says('worth lending'),
  otherwise: () => says('judge'),
})
const knownReader = rule({
  id: 'knownReader', law: 'Art. 4', modality: 'must',
  says: says('known'),
  holds: ({ blocked }: { blocked: boolean | undefined }) => (blocked === undefined ? undefined : !blocked),
  otherwise: () => says('blocked'),
})

const lending: Procedure<Shelf, Status, Role, Commands, Found> = {
  lend: {
    says: says('Lend'),
    by: 'librarian',
    from: ['wanted'],
    to: 'lent',
    law: 'Art. 1',
    requires: [
      given(copyLeft, ({ case: { copies } }) => ({ copies })),
      asks(shortLoan, ({ data: { days } }) => ({ days })),
      given(worthLending, () => ({})),
      given(knownReader, ({ found: { blocked } }) => ({ blocked }), 'note'),
    ],
  },
  giveBack: { says: says('Give back'), by: ['reader', 'librarian'], from: ['lent'], to: 'returned', law: 'Art. 5' },
}

const shelf: Shelf = { status: 'wanted', copies: 1, parties: { librarian: ['library'], reader: ['ann'] } }
const librarian: Actor = { person: 'bob', name: 'Bob', holds: [{ role: 'librarian', org: 'library' }] }
const words = { notYours: (by: readonly string[]) => says(`for ${by.join(', ')}`), notNow: (status: Status) => says(`now ${status}`) }
const merit = { worthLending: 'a classic' }

const lend = (
  change: { file?: Partial<Shelf>; data?: Commands['lend'] & { reasons?: Record<string, string> }; actor?: Actor; blocked?: boolean } = {}
) =>
  decide(
    lending,
    {
      step: 'lend',
      data: change.data ?? { days: 30, reasons: merit },
      file: { ...shelf, ...change.file },
      found: { blocked: change.blocked ?? false },
      actor: change.actor ?? librarian,
      today: '2026-11-23',
    },
    words
  )
const grounds = (decision: ReturnType<typeof lend>) => (decision.ok ? [] : decision.refusals.map(({ code, rule: id }) => id ?? code))

test('a step that is allowed becomes an entry with its law, its status and its verdicts', () => {
  const decision = lend()
  expect(decision).toMatchObject({
    ok: true,
    entry: {
      did: 'lend',
      on: '2026-11-23',
      law: 'Art. 1',
      to: 'lent',
      data: { days: 30 },
      by: { person: 'bob', role: 'librarian', org: 'library' },
    },
  })
  expect(decision.ok && decision.entry.verdicts.map(({ rule: id, outcome }) => [id, outcome])).toEqual([
    ['copyLeft', 'met'],
    ['shortLoan', 'met'],
    ['worthLending', 'needsJudgement'],
    ['knownReader', 'met'],
  ])
})

test('reasons go into the verdicts and not into the data', () => {
  const decision = lend()
  expect(decision.ok && decision.entry.data).toEqual({ days: 30 })
  expect(decision.ok && decision.entry.verdicts[2]?.reason).toBe('a classic')
})

test('somebody else, at another time, is told both', () => {
  expect(
    grounds(lend({ actor: { person: 'eve', name: 'Eve', holds: [{ role: 'librarian', org: 'elsewhere' }] }, file: { status: 'lent' } }))
  ).toEqual(['notYours', 'notNow'])
})

test('every ground is reported, not only the first', () => {
  expect(grounds(lend({ file: { copies: 0 }, data: { days: 31 } }))).toEqual(['copyLeft', 'shortLoan', 'worthLending'])
})

test('a reason lifts what is usual and what is judged, never what must be', () => {
  const reasons = { copyLeft: 'please', shortLoan: 'a long book', worthLending: 'a classic' }
  expect(grounds(lend({ data: { days: 31, reasons } }))).toEqual([])
  expect(grounds(lend({ file: { copies: 0 }, data: { days: 31, reasons } }))).toEqual(['copyLeft'])
  expect(grounds(lend({ data: { days: 31, reasons: { ...reasons, shortLoan: '  ' } } }))).toEqual(['shortLoan'])
})

test('a noted rule is recorded and refuses nobody', () => {
  const decision = lend({ blocked: true })
  expect(decision.ok && decision.entry.verdicts[3]).toMatchObject({ rule: 'knownReader', outcome: 'notMet' })
})

test('who acts for another is shown with both names', () => {
  const deputy: Actor = { person: 'kim', name: 'Kim', holds: [{ role: 'librarian', org: 'library', for: { person: 'bob', name: 'Bob' } }] }
  expect(lend({ actor: deputy })).toMatchObject({ ok: true, entry: { by: { person: 'kim', for: { person: 'bob', name: 'Bob' } } } })
})

test('who acts for another counts as both: on the side that prepared and on the side that decides', () => {
  const hands = (actor: Actor) => ({ actor, hands: [actor.person, ...actor.holds.flatMap((held) => held.for?.person ?? [])] })
  const kim: Actor = { person: 'kim', name: 'Kim', holds: [{ role: 'librarian', org: 'library', for: { person: 'bob', name: 'Bob' } }] }
  expect(apart({ case: shelf, ...hands(kim) }, ['bob'])).toEqual({ person: 'bob', before: ['bob'] })
  const prepared = withStandIn(shelf, { person: 'kim', for: { person: 'bob' } })
  expect(withStandIn(prepared, { person: 'kim', for: { person: 'bob' } })).toBe(prepared)
  expect(apart({ case: prepared, ...hands(librarian) }, ['kim'])).toEqual({ person: 'bob', before: ['kim', 'bob'] })
  expect(apart({ case: prepared, actor: { ...librarian, person: 'eve' }, hands: ['eve'] }, ['kim', undefined])).toEqual({ person: 'eve', before: ['kim', 'bob'] })
})

test('a role of one\'s own comes before one by which one acts for somebody', () => {
  const both: Actor = { person: 'kim', name: 'Kim', holds: [{ role: 'librarian', org: 'library', for: { person: 'bob', name: 'Bob' } }, { role: 'librarian', org: 'library' }] }
  expect(standing('librarian', shelf, both)?.for).toBeUndefined()
})

test('a personal role is held by the person, not by an organisation', () => {
  const ann: Actor = { person: 'ann', name: 'Ann', holds: [{ role: 'reader', org: '' }] }
  expect(standing(['reader', 'librarian'], shelf, ann)?.role).toBe('reader')
  expect(standing('librarian', shelf, ann)).toBeUndefined()
})

test('available lists the steps of this status; what only needs a reason is open', () => {
  expect(available(lending, shelf, { blocked: false }, librarian, '2026-11-23', words)).toMatchObject([
    { step: 'lend', open: true, refusals: [{ rule: 'worthLending', takesReason: true }] },
  ])
})

test('a blocked step is listed with its grounds, without asking for the command', () => {
  expect(available(lending, { ...shelf, copies: 0 }, { blocked: false }, librarian, '2026-11-23', words)).toMatchObject([
    { step: 'lend', open: false, refusals: [{ rule: 'copyLeft' }, { rule: 'worthLending' }] },
  ])
})

test('open steps stand before blocked ones, and steps of other statuses are not listed', () => {
  const lent: Shelf = { ...shelf, status: 'lent' }
  expect(available(lending, lent, { blocked: false }, librarian, '2026-11-23', words).map(({ step, open }) => [step, open])).toEqual([
    ['giveBack', true],
  ])
})

test('a rule that does not concern the case is neither weighed nor recorded, and costs no reason', () => {
  const rare: Procedure<Shelf, Status, Role, Commands, Found> = {
    ...lending,
    lend: { ...lending.lend, requires: [where(({ case: { copies } }) => copies === 1, given(worthLending, () => ({})))] },
  }
  const asked = (copies: number) => available(rare, { ...shelf, copies }, { blocked: false }, librarian, '2026-11-23', words)[0]?.refusals.map(({ rule: id }) => id)
  expect([asked(1), asked(2)]).toEqual([['worthLending'], []])
  const command = { step: 'lend' as const, data: { days: 30 }, file: { ...shelf, copies: 2 }, found: { blocked: false }, actor: librarian, today: '2026-11-23' }
  expect(decide(rare, command, words)).toMatchObject({ ok: true, entry: { verdicts: [] } })
})

test('a step that is there for some cases only is not listed for the others, and says so when it is asked for', () => {
  const large: Procedure<Shelf, Status, Role, Commands, Found> = {
    ...lending,
    lend: { ...lending.lend, requires: [], only: { holds: ({ copies }) => copies > 9, says: says('for large shelves') } },
  }
  expect(available(large, shelf, { blocked: false }, librarian, '2026-11-23', words)).toEqual([])
  const asked = (copies: number) => decide(large, { step: 'lend', data: { days: 1 }, file: { ...shelf, copies }, found: { blocked: false }, actor: librarian, today: '2026-11-23' }, words)
  expect(asked(9)).toMatchObject({ ok: false, refusals: [{ code: 'notNow', reason: { en: 'for large shelves' } }] })
  expect(asked(10)).toMatchObject({ ok: true })
})

test('bar: whoever does not meet it may not take the step at all, whatever reason is written, and it is told beside every other ground', () => {
  const barring: Procedure<Shelf, Status, Role, Commands, Found> = {
    ...lending,
    lend: { ...lending.lend, requires: [given(knownReader, ({ found: { blocked } }) => ({ blocked }), 'bar'), given(copyLeft, ({ case: { copies } }) => ({ copies }))] },
  }
  const librarian: Actor<Role> = { person: 'li', name: 'li', holds: [{ role: 'librarian', org: 'library' }] }
  const file: Shelf = { status: 'wanted', parties: { librarian: ['library'] }, copies: 0 }
  const words = { notYours: () => says('not yours'), notNow: () => says('not now') }
  const tried = (blocked: boolean, reasons = {}) => decide(barring, { step: 'lend', data: { days: 3, reasons } as never, file: { ...file, copies: blocked ? 0 : 1 }, found: { blocked }, actor: librarian, today: '2026-11-23' }, words)
  const refused = tried(true, { knownReader: 'a friend' })
  expect(refused.ok ? [] : refused.refusals.map(({ code, rule: id, takesReason }) => [code, id, takesReason])).toEqual([['notYours', 'knownReader', undefined], ['unmet', 'copyLeft', undefined]])
  expect(tried(false).ok).toBe(true)
  // The screen hears of it before anything is written, as a step that is not open.
  const [offered] = available(barring, { ...file, copies: 1 }, { blocked: true }, librarian, '2026-11-23', words).filter(({ step }) => step === 'lend')
  expect([offered?.open, offered?.refusals.map(({ code }) => code)]).toEqual([false, ['notYours']])
})

test('who acted before may be told without a command: barred are those for whom none of the steps asked is left', () => {
  type Lent = Shelf & { readonly lentBy?: string; readonly checkedBy?: string }
  const byAnother = rule({ id: 'byAnother', law: 'Art. 6', modality: 'must', says: says('two people'), holds: ({ person, before }: { person: string; before: readonly string[] }) => !before.includes(person), otherwise: () => says('you did') })
  const apartFrom = (of: (file: Lent) => string | undefined, modality: 'must' | 'usually' = 'must') => ({ requires: [another<Lent, never, never, { person: string; before: readonly string[] }>({ ...byAnother, modality }, (file) => [of(file)], (met) => met)] })
  const file: Lent = { ...shelf, lentBy: 'bob', checkedBy: 'cid', standIns: { bob: ['dan'] } }
  expect(barredFrom([apartFrom(({ lentBy }) => lentBy)], file)).toEqual(['bob', 'dan'])
  expect(barredFrom([apartFrom(({ lentBy }) => lentBy), apartFrom(({ checkedBy }) => checkedBy)], file)).toEqual([])
  expect(barredFrom([apartFrom(({ lentBy }) => lentBy), {}], file)).toEqual([])
  expect(barredFrom([apartFrom(({ lentBy }) => lentBy, 'usually')], file)).toEqual([])
  expect(barredFrom([], file)).toEqual([])
})
