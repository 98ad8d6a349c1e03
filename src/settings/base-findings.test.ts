import { expect, test } from 'vitest'
import { type FileSeen, findingsOf, type RowsSeen } from './base-findings.ts'
import { settingsOn } from './settings.ts'

const on = '2026-11-23'
const settings = settingsOn(on, [])
const term = { name: '沈知行', bornOn: '1975-04-02', title: 'senior' as const, from: '2023-06-01', to: '2028-05-31', acting: false, ended: null, reasons: {} }
const file: FileSeen = { hosts: [{}], recognisedOn: '2023-06-01', chemical: false, accounting: 'separateLedger', openService: 'open', terms: [term], rectifications: [], holds: [] }
const proof = { evidence: ['f1'] }
const members = Array.from({ length: 7 }, (_, at) => ({ id: `m${at}`, name: `委员${at}`, employer: '某所', post: 'member' }))
const rows: RowsSeen = {
  sites: [{ id: 's', name: '一号', tenure: 'own', area: 800 }], permits: [{ id: 'e', kind: 'environment', title: '环评' }, { id: 'f', kind: 'fire', title: '消防' }], committee: members,
  meetings: [{ id: '1', on: '2026-03-01', subject: '计划' }, { id: '2', on: '2026-09-01', subject: '考核' }], rules: [{ id: 'r', kind: 'charter', title: '章程', state: 'adopted' }], agreements: [],
  accounts: [{ id: 'a', year: 2025, kind: 'separateLedger', revenue: 100, expenditure: 90, ...proof }],
  services: ['甲', '乙', '丙'].map((client, at) => ({ id: `v${at}`, client, related: false, pureTesting: false, from: '2026-05-01', to: '2026-06-01', received: 1 })), commitments: [], hazards: [],
  training: [{ id: 't', title: '操作培训', on: '2026-05-01', persons: 10 }], events: [{ id: 'e', title: '对接会', on: '2026-05-02' }],
}
const verdict = (rule: string, changes: { file?: Partial<FileSeen>; rows?: RowsSeen; on?: string } = {}) =>
  findingsOf({ ...file, ...changes.file }, { ...rows, ...changes.rows }, changes.on ?? on, settings).find((one) => one.rule === rule)

test('a base that has everything meets every rule', () =>
  expect(findingsOf(file, rows, on, settings).filter(({ outcome }) => outcome !== 'met').map(({ rule, because }) => [rule, because?.zh])).toEqual([]))

test.each([
  ['Art. 8(4): no committee', 'committeeFormed', { rows: { committee: [] } }, 'notMet'],
  ['Art. 8(4): an even committee', 'committeeSized', { rows: { committee: members.slice(0, 6) } }, 'notMet'],
  ['Art. 8(4): five are enough', 'committeeSized', { rows: { committee: members.slice(0, 5) } }, 'met'],
  ['Art. 8(4): one meeting within the year', 'committeeMeets', { rows: { meetings: [{ id: '1', on: '2026-03-01' }] } }, 'notMet'],
  ['Art. 8(4): a meeting a year ago to the day no longer counts', 'committeeMeets', { rows: { meetings: [{ id: '1', on: '2025-11-23' }, { id: '2', on: '2026-03-01' }] } }, 'notMet'],
  ['Art. 8(4): a day later it does', 'committeeMeets', { rows: { meetings: [{ id: '1', on: '2025-11-24' }, { id: '2', on: '2026-03-01' }] } }, 'met'],
  ['Art. 8(4): of a young base nothing is known yet', 'committeeMeets', { file: { recognisedOn: '2026-06-01' }, rows: { meetings: [] } }, 'notEvaluated'],
  ['Art. 8(4): rules only being drafted', 'internalRulesAdopted', { rows: { rules: [{ id: 'r', state: 'drafting' }] } }, 'notMet'],
  ['Art. 8(4): a rule that was repealed', 'internalRulesAdopted', { rows: { rules: [{ id: 'r', state: 'adopted', until: '2026-01-01' }] } }, 'notMet'],
  ['Art. 13: accounts not separate', 'separateAccounts', { file: { accounting: 'none' }, rows: { accounts: [] } }, 'notMet'],
  ['Art. 13: no proof of the accounts', 'separateAccounts', { rows: { accounts: [{ id: 'a', year: 2025, kind: 'separateLedger' }] } }, 'notEvaluated'],
  ['Art. 13: last year is missing after its day', 'yearlyStatementThere', { rows: { accounts: [] } }, 'notMet'],
  ['Art. 13: on its last day it is not yet missing', 'yearlyStatementThere', { rows: { accounts: [] }, on: '2026-04-30' }, 'notEvaluated'],
  ['Art. 13: the day after it is', 'yearlyStatementThere', { rows: { accounts: [] }, on: '2026-05-01' }, 'notMet'],
  ['Art. 13: of a base recognised this year none is asked', 'yearlyStatementThere', { file: { recognisedOn: '2026-02-01' }, rows: { accounts: [] } }, 'notEvaluated'],
  ['Art. 14: nobody is director', 'directorNamed', { file: { terms: [] } }, 'notMet'],
  ['Art. 14: the last day of the term', 'directorInTerm', { on: '2028-05-31' }, 'met'],
  ['Art. 14: the day after', 'directorInTerm', { on: '2028-06-01' }, 'notMet'],
  ['Art. 14: acting for six months', 'actingNotTooLong', { file: { terms: [{ ...term, acting: true, from: '2026-06-01', to: '2026-11-30' }] } }, 'met'],
  ['Art. 14: acting for a day more', 'actingNotTooLong', { file: { terms: [{ ...term, acting: true, from: '2026-06-01', to: '2026-12-01' }] } }, 'notMet'],
  ['Art. 8: a joint base without its agreement', 'agreementInForce', { file: { hosts: [{}, {}] } }, 'notMet'],
  ['Art. 8: an agreement on its last day', 'agreementInForce', { file: { hosts: [{}, {}] }, rows: { agreements: [{ id: 'a', to: on }] } }, 'met'],
  ['Art. 8: an agreement that ended', 'agreementInForce', { file: { hosts: [{}, {}] }, rows: { agreements: [{ id: 'a', to: '2026-11-22' }] } }, 'notMet'],
  ['Art. 8(3): a lease that ran out', 'premisesHeld', { rows: { sites: [{ id: 's', name: '一号', tenure: 'lease', leaseTo: '2026-11-22' }] } }, 'notMet'],
  ['Art. 8(2): a permit on its last day', 'permitsInForce', { rows: { permits: [{ id: 'p', kind: 'fire', title: '消防', to: on }] } }, 'met'],
  ['Art. 8(2): a permit that expired', 'permitsInForce', { rows: { permits: [{ id: 'p', kind: 'fire', title: '消防', to: '2026-11-22' }] } }, 'notMet'],
  ['Art. 8(2): chemical work without safety papers', 'dutyPapersThere', { file: { chemical: true } }, 'notMet'],
  ['Art. 8(1): a promise past its day', 'commitmentsKept', { rows: { commitments: [{ id: 'c', text: '取得认可', due: '2026-11-22', state: 'open' }] } }, 'notMet'],
  ['Art. 4: no training within the year', 'everyTaskServed', { rows: { training: [{ id: 't', title: '操作培训', on: '2025-11-23' }] } }, 'notMet'],
  ['Art. 4: a day later it counts', 'everyTaskServed', { rows: { training: [{ id: 't', title: '操作培训', on: '2025-11-24' }] } }, 'met'],
  ['Art. 4: advice is no pilot research', 'everyTaskServed', { rows: { services: [{ id: 'v', client: '甲', kind: 'advice', related: false, pureTesting: false, from: '2026-05-01' }] } }, 'notMet'],
  ['Art. 4: of a young base nothing is known yet', 'everyTaskServed', { file: { recognisedOn: '2026-02-01' }, rows: { training: [] } }, 'notEvaluated'],
  ['Art. 4(2): service paused', 'openToOthers', { file: { openService: 'paused' } }, 'notMet'],
  ['Art. 4(2): two clients and a related one', 'clientsServed', { rows: { services: ['甲', '乙', '丙'].map((client, at) => ({ id: `${at}`, client, related: at === 2, from: '2026-05-01' })) } }, 'notMet'],
  ['hazardous: ended and not closed', 'hazardsInTime', { rows: { hazards: [{ id: 'h', project: '加氢', startedOn: '2024-11-01', endsOn: '2026-10-31', state: 'running' }] } }, 'notMet'],
  ['hazardous: twenty-four months', 'hazardsInTime', { rows: { hazards: [{ id: 'h', project: '加氢', startedOn: '2026-01-01', endsOn: '2028-01-01', state: 'running' }] } }, 'met'],
  ['hazardous: a day more', 'hazardsInTime', { rows: { hazards: [{ id: 'h', project: '加氢', startedOn: '2026-01-01', endsOn: '2028-01-02', state: 'running' }] } }, 'notMet'],
  ['hazardous: extended by twelve months', 'hazardsInTime', { rows: { hazards: [{ id: 'h', project: '加氢', startedOn: '2024-12-01', endsOn: '2026-12-01', extendedTo: '2027-12-01', state: 'extended' }] } }, 'met'],
  ['hazardous: extended by a day more', 'hazardsInTime', { rows: { hazards: [{ id: 'h', project: '加氢', startedOn: '2024-12-01', endsOn: '2026-12-01', extendedTo: '2027-12-02', state: 'extended' }] } }, 'notMet'],
] as const)('%s: %s', (_, rule, changes, outcome) => {
  const found = verdict(rule, changes as never)
  expect([rule, found?.outcome]).toEqual([rule, outcome])
  if (outcome === 'notMet') expect(found?.because?.zh.length).toBeGreaterThan(4)
})

test('Art. 14: the written reason of an appointment stays with its finding', () => {
  const found = verdict('directorAge', { file: { terms: [{ ...term, bornOn: '1960-01-01', reasons: { directorAge: '学科带头人，经批准' } }] } })
  expect(found).toMatchObject({ outcome: 'notMet', modality: 'usually', reason: '学科带头人，经批准' })
})

test('every finding cites an article or a setting', () => expect(findingsOf(file, rows, on, settings).filter(({ law }) => !/^(Art\. \d|setting:)/.test(law))).toEqual([]))
