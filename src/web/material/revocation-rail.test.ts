import { expect, test } from 'vitest'
import { railOf, type RevocationFile } from './revocation-rail.ts'

const base: RevocationFile = { status: 'investigating', findings: {}, grounds: [], opened: { ground: 'Art. 19(2)', on: '2026-12-01' } }
const notice = { no: 'SXGZ-2026-0001', facts: '', basis: '', contact: '', grounds: [], on: '2026-12-01', acknowledged: null, served: { method: 'platform' as const, on: '2026-12-01', proof: null, files: [] }, stateDays: 5, dueOn: '2026-12-08' }
const statement = { text: '', asksHearing: true, signedBy: '', files: [], on: '2026-12-02' }
const states = (file: RevocationFile) => Object.fromEntries(railOf(file).map(({ id, state }) => [id, state]))

test('at the beginning everything lies ahead, and the missing finding is told', () => {
  expect(states(base)).toMatchObject({ open: 'done', investigate: 'now', notify: 'later', decide: 'later', announce: 'later' })
  expect(railOf(base)[1]?.told).toEqual({ key: 'noFinding' })
})
test('while the host may speak the last day is told; afterwards what is owed to it is missing', () => {
  expect(railOf({ ...base, status: 'stating', notice }).find(({ id }) => id === 'state')).toMatchObject({ state: 'now', told: { key: 'until', values: { day: '2026-12-08' } } })
  expect(states({ ...base, status: 'heard', notice, statements: [statement], ended: '2026-12-09' })).toMatchObject({ state: 'done', answer: 'missing', hear: 'missing', legality: 'now' })
})
test('nothing stated, nothing to answer', () => expect(states({ ...base, status: 'heard', notice, statements: [], ended: '2026-12-09' })).toMatchObject({ answer: 'skipped', hear: 'skipped' }))
test('a case that ends as not revoked owes nothing more', () => expect(states({ ...base, status: 'notRevoked', decision: { outcome: 'notRevoked', documentNo: 'x', grounds: [], text: '', minutes: { number: '', heldOn: '' }, on: '2026-12-09', acknowledged: null } })).toMatchObject({ notify: 'skipped', decide: 'done', serve: 'skipped' }))
test('a time to restore and a public notice stand in the rail only where there is one', () => {
  expect(railOf(base).map(({ id }) => id)).not.toEqual(expect.arrayContaining(['cure']))
  expect(railOf({ ...base, onNotice: { id: 'n', closedOn: null } }).map(({ id }) => id)).toContain('notice')
})
test('a host, who reads no findings, sees the investigation done once it was told', () => expect(states({ status: 'stating', opened: { ground: 'Art. 18', on: '2026-12-01' }, notice })).toMatchObject({ investigate: 'done', notify: 'done' }))
