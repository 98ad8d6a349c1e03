import { expect, test } from 'vitest'
import { type Actor, decide } from '../../kernel/procedure.ts'
import { empty, type ObjectionCase, type ObjectionEntry, read } from './objection.case.ts'
import { objectionCommands, type ObjectionCommands, objectionExamples } from './objection.commands.ts'
import { judgeForm, tidied } from './objection.form.ts'
import { objection, type ObjectionFound, objectionStatuses } from './objection.ts'

const jurisdiction = '140700'
const city = 'city.140700'
const system: Actor = { person: 'system', name: '系统', holds: [{ role: 'system', org: 'system' }] }
const officer = (person: string): Actor => ({ person, name: person, holds: [{ role: 'city.officer', org: city }] })
const lead = (person: string): Actor => ({ person, name: person, holds: [{ role: 'city.lead', org: city }] })
const host: Actor = { person: 'host', name: 'host', holds: [{ role: 'host.admin', org: 'org-carbon' }] }
const found: ObjectionFound = { factsChars: 20, notice: { startsOn: '2026-11-23', endsOn: '2026-11-27', status: 'published' }, listed: true, involved: ['li'], officers: [], named: false }
const words = { notYours: () => ({ zh: '', en: '' }), notNow: () => ({ zh: '', en: '' }) }

const file: ObjectionCase = {
  ...empty({ jurisdiction }), notice: { id: 'n', number: 'GS-2026-0001', kind: 'recognition', title: '公示' }, row: { no: 1, case: 'c', name: '基地', hosts: [{ org: 'org-carbon', name: '单位', demo: true }] },
  handler: { person: 'wang', name: '王' }, filedOn: '2026-11-23',
}
function tried<Name extends keyof ObjectionCommands>(step: Name, actor: Actor, change: { file?: Partial<ObjectionCase>; data?: Partial<ObjectionCommands[Name]> & { reasons?: Record<string, string> }; found?: Partial<ObjectionFound>; today?: string } = {}) {
  return decide(objection, { step, data: { ...objectionExamples[step], ...change.data }, file: { ...file, ...change.file }, found: { ...found, ...change.found }, actor, today: change.today ?? '2026-11-25', opening: step === 'file' }, words)
}
const grounds = (decision: ReturnType<typeof tried>) => (decision.ok ? [] : decision.refusals.map(({ rule, code }) => rule ?? code))

test.each([
  ['2026-11-22', ['objectionInTime'], 'the day before'],
  ['2026-11-23', [], 'the first day'],
  ['2026-11-27', [], 'the last day'],
  ['2026-11-28', ['objectionInTime'], 'the day after'],
])('setting:publicity.days: an objection on %s is refused for %o (%s)', (today, refused) => expect(grounds(tried('file', system, { today }))).toEqual(refused))

test('Art. 10(4): without a name, a contact, facts or a row of the list, all grounds are told', () => {
  expect(grounds(tried('file', system, { data: { named: false, facts: '不到二十个字。' }, found: { listed: false, notice: { startsOn: '2026-11-23', endsOn: '2026-11-27', status: 'terminated' } } })))
    .toEqual(['noticeStands', 'rowListed', 'objectorNamed', 'factsConcrete'])
  expect(grounds(tried('file', system, { data: { reachable: false } }))).toEqual(['objectorNamed'])
})

test.each([[19, ['factsConcrete']], [20, []]])('setting:objection.factsChars: %i characters, refused for %o', (count, refused) =>
  expect(grounds(tried('file', system, { data: { facts: '实'.repeat(count) } }))).toEqual(refused))

test('the entry and its verdicts carry no name, and the command takes none', () => {
  const decision = tried('file', system)
  expect(decision.ok && JSON.stringify(decision.entry.verdicts)).toContain('（封存）')
  for (const field of ['name', 'contact', 'kind', 'idNumber']) expect(objectionCommands.file.safeParse({ ...objectionExamples.file, [field]: '张三' }).success).toBe(false)
})

test('setting:duty.separation: who ran the review neither takes an objection on nor is assigned to it', () => {
  const untaken = { file: { handler: null } }
  expect(grounds(tried('takeOn', officer('li'), untaken))).toEqual(['objectionHandledByAnother'])
  expect(grounds(tried('takeOn', officer('wang'), untaken))).toEqual([])
  expect(grounds(tried('takeOn', officer('zhao')))).toEqual(['notTakenYet'])
  expect(grounds(tried('assign', lead('zhou'), { found: { officers: [{ person: 'li', name: '李' }] } }))).toEqual(['objectionHandledByAnother'])
  expect(grounds(tried('assign', lead('zhou'), { found: { officers: [{ person: 'wang', name: '王' }] } }))).toEqual([])
  expect(grounds(tried('assign', lead('zhou')))).toEqual(['handlerListed'])
})

test('only the handler moves the case', () => {
  expect(grounds(tried('accept', officer('zhao')))).toEqual(['handlerActs'])
  expect(grounds(tried('accept', officer('wang')))).toEqual([])
  expect(grounds(tried('accept', officer('wang'), { file: { handler: null } }))).toEqual(['handlerActs'])
  expect(grounds(tried('askReply', officer('zhao'), { file: { status: 'investigating' } }))).toEqual(['handlerActs'])
  expect(grounds(tried('answer', officer('zhao'), { file: { status: 'concluded' } }))).toEqual(['handlerActs'])
})

test('a request that names the objector does not go out', () =>
  expect(grounds(tried('askReply', officer('wang'), { file: { status: 'investigating' }, found: { named: true } }))).toEqual(['textKeepsSecret']))

test.each([['2026-12-01', ['replyOverdue']], ['2026-12-02', ['replyOverdue']], ['2026-12-03', []]])('setting:objection.replyDays: due on 12-02, going on without a reply on %s is refused for %o', (today, refused) =>
  expect(grounds(tried('proceedWithoutReply', officer('wang'), { today, file: { status: 'awaitingReply', asked: { request: '', on: '2026-11-25', dueOn: '2026-12-02' } } }))).toEqual(refused))

test('setting:objection.extraDays: once, and not by the handler', () => {
  expect(grounds(tried('extend', lead('zhou'), { file: { status: 'investigating' } }))).toEqual([])
  expect(grounds(tried('extend', lead('wang'), { file: { status: 'investigating' } }))).toEqual(['decidedByAnother'])
  expect(grounds(tried('extend', lead('zhou'), { file: { status: 'investigating', extension: { reason: '', on: '2026-11-24' } } }))).toEqual(['extendedOnce'])
})

test('nothing is upheld against a host that was not heard; to reject needs no reply', () => {
  const reported = { status: 'reported' as const }
  expect(grounds(tried('concludeUpheld', lead('zhou'), { file: reported }))).toEqual(['hostHeard'])
  for (const step of ['concludePartly', 'concludePartlyReview'] as const) expect(grounds(tried(step, lead('zhou'), { file: reported }))).toEqual(['hostHeard'])
  expect(grounds(tried('concludeUpheld', lead('zhou'), { file: { ...reported, unanswered: true } }))).toEqual([])
  expect(grounds(tried('concludeNotUpheld', lead('zhou'), { file: reported }))).toEqual([])
})

test('setting:duty.separation: a lead who decided the case concludes with a written reason only', () => {
  const reported = { file: { status: 'reported' as const } }
  expect(grounds(tried('concludeNotUpheld', lead('li'), reported))).toEqual(['concludedByAnother'])
  expect(grounds(tried('concludeNotUpheld', lead('li'), { ...reported, data: { reasons: { concludedByAnother: '另一负责人外出。' } } }))).toEqual([])
  expect(grounds(tried('concludeNotUpheld', officer('zhao'), reported))).toEqual(['notYours'])
})

test('the host is a party from the moment it is asked, and only its lead host', () => {
  const entry = { did: 'askReply', by: { person: 'wang', name: '王' }, on: '2026-11-25', to: 'awaitingReply', data: { ...objectionExamples.askReply, dueOn: '2026-12-02' } } as ObjectionEntry
  expect(file.parties['host.admin']).toBeUndefined()
  expect(read(file, entry).parties['host.admin']).toEqual(['org-carbon'])
  expect(grounds(tried('reply', host, { file: { status: 'awaitingReply' } }))).toEqual(['notYours'])
  expect(grounds(tried('reply', host, { file: { status: 'awaitingReply', parties: read(file, entry).parties } }))).toEqual([])
})

test('every example fits its command, every status is named', () => {
  for (const [step, command] of Object.entries(objectionCommands)) expect(command.safeParse(objectionExamples[step as keyof ObjectionCommands]).error, step).toBeUndefined()
  for (const step of Object.values(objection)) for (const status of [step.to, ...step.from]) expect(objectionStatuses).toHaveProperty(status)
})

const typed = { kind: 'person', name: '张三丰', contact: '138-0000-0000', row: '1', category: 'conditions', facts: '公示所列中试线尚未建成，现场只有两台设备在运行。', evidence: '现场照片三张', confidential: 'yes', consent: 'yes' }
const judged = (change: object = {}, late = false) => judgeForm(tidied({ ...typed, ...change }), { rows: 2, late, factsChars: 20 })
const faults = (change: object, late = false) => { const answer = judged(change, late); return answer.as === 'nothing' ? answer.faults.map(({ field }) => field) : answer.as }

test('the form: each field is asked for by name, and what was typed is judged once', () => {
  expect(judged()).toMatchObject({ as: 'objection', told: { row: 1, category: 'conditions', confidential: true } })
  expect(faults({ row: '3' })).toEqual(['row'])
  expect(faults({ row: '0', category: 'weather', consent: '' })).toEqual(['row', 'category', 'consent'])
  expect(faults({ contact: '' })).toEqual(['contact'])
  expect(faults({ facts: '实'.repeat(19) })).toEqual(['facts'])
  expect(faults({ facts: '实'.repeat(20) })).toBe('objection')
  expect(faults({ facts: `${typed.facts}\u0000` })).toEqual(['facts'])
  expect(faults({ evidence: '' })).toBe('objection')
})

test('the form: name and contact stay out of the text that others read, however they are spaced', () => {
  expect(faults({ facts: `${typed.facts}我是张 三丰。` })).toEqual(['facts'])
  expect(faults({ evidence: '请电 138 0000 0000' })).toEqual(['evidence'])
})

test('the form: anonymous or late is no objection, and a lead only with facts and evidence', () => {
  expect(judged({ name: '', contact: '' })).toMatchObject({ as: 'lead', because: 'anonymous' })
  expect(faults({ name: '', contact: '', evidence: '' })).toEqual(['name', 'contact'])
  expect(faults({ name: '', contact: '', facts: '短' })).toEqual(['name', 'contact', 'facts'])
  expect(judged({}, true)).toMatchObject({ as: 'lead', because: 'late' })
  expect(judged({ name: '', contact: '', kind: '' }, true)).toMatchObject({ as: 'lead', because: 'late', told: { kind: null } })
  expect(faults({ evidence: '' }, true)).toEqual(['evidence'])
  expect(faults({ facts: '' }, true)).toEqual(['facts'])
})
