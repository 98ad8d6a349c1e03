/** The page of the award: given what was entered, when somebody steps, then the entry or all grounds. */
import { describe, expect, test } from 'vitest'
import { type Actor, decide } from '../../kernel/procedure.ts'
import { type AwardCase, type AwardEntry, committedOf, empty, read } from './award.case.ts'
import { awardCommands, type AwardCommands, awardExamples } from './award.commands.ts'
import { dueOn, show, visibleTo } from './award.door.ts'
import { awardStatuses } from './award.statuses.ts'
import { award, type AwardFound } from './award.ts'

const today = '2026-11-23'
const city = 'city.140700'
const one = (person: string, role: string, org: string): Actor => ({ person, name: person, holds: [{ role, org }] })
const li = one('li', 'city.officer', city)
const wang = one('wang', 'city.officer', city)
const zhou = one('zhou', 'city.lead', city)
const host = one('host', 'host.admin', 'org-carbon')

const parties = { 'host.admin': ['org-carbon'], 'base.director': ['base.JZ-ZS-2026-001'], 'county.officer': ['county.140702'], 'city.officer': [city], 'city.lead': [city], 'city.supervisor': [city], system: ['system'] }
const told = { id: 'JZ-ZS-2026-001', case: 'base-case', name: '晋中市碳纤维复合材料中试基地', certificateNo: 'JZZSJD-2026-001', recognisedOn: '2026-06-01', hosts: [{ org: 'org-carbon', name: '晋中碳谷科技有限公司（演示）', lead: true, demo: true }], county: '140702', countyOrg: 'county.140702', field: 'carbon', parties }
const found: AwardFound = {
  status: 'operating', recognised: true, earlier: [], ruled: false, reckoned: undefined, budget: { ceiling: '100.00', committed: '70.00', needed: true }, sameItem: 'difference', uses: ['research', 'equipment', 'service'], clawback: { on: false, falsified: false },
  lapsedOn: '2025-01-20', authorityBasis: { title: '局党组决定', from: '2025-01-21', to: '2027-12-31' },
}
const words = { notYours: () => ({ zh: '', en: '' }), notNow: () => ({ zh: '', en: '' }) }

type Name = keyof AwardCommands
const added: { [N in Name]?: object } = {
  propose: { told, recognition: 'rd-1', amount: '30.00', reckonedBy: null }, decide: { capped: true }, publish: { documentNo: '市科字〔2026〕12号', title: '通知' }, claim: { tail: '2222', payable: '30.00', sameItem: '0.00' }, pay: { paidOn: today }, recordRecovery: { on: today }, acknowledgeReceipt: { receivedOn: today, reportBy: '2027-11-23' },
}
type Done = [name: Name, actor: Actor, change?: { data?: object; on?: string }]
const fileOf = (...steps: Done[]): AwardCase => steps.reduce<AwardCase>((file, [did, actor, change]) => {
  const { accountNumber: _, bank: __, ...data } = { accountNumber: '', bank: '', ...awardExamples[did], ...added[did], ...change?.data } as Record<string, unknown>
  return read(file, { did, by: { person: actor.person, name: actor.name, org: actor.holds[0]?.org ?? '' }, on: change?.on ?? today, to: award[did].to, data } as unknown as AwardEntry)
}, empty({ jurisdiction: '140700' }))
function tried<Step extends Name>(step: Step, actor: Actor, file: AwardCase, change: { data?: object; found?: Partial<AwardFound>; today?: string } = {}) {
  return decide(award, { step, data: { ...awardExamples[step], ...change.data } as AwardCommands[Step], file, found: { ...found, ...change.found }, actor, today: change.today ?? today, opening: step === 'propose' }, words)
}
const grounds = (decision: ReturnType<typeof tried>) => (decision.ok ? [] : decision.refusals.map(({ rule, code }) => rule ?? code))

const blank = empty({ jurisdiction: '140700' })
const proposed: Done[] = [['propose', li]]
const decided: Done[] = [...proposed, ['decide', zhou]]
const published: Done[] = [...decided, ['publish', li]]
const claimed: Done[] = [...published, ['claim', host]]
const paid: Done[] = [...claimed, ['pay', wang]]
const received: Done[] = [...paid, ['acknowledgeReceipt', host]]
const reported: Done[] = [...received, ['reportUse', host]]

describe('Art. 20: the proposal', () => {
  test('of a recognised standing base, once, with a basis: all grounds at once', () => {
    expect(grounds(tried('propose', li, blank))).toEqual([])
    expect(grounds(tried('propose', li, blank, { found: { status: 'revoked', recognised: false, earlier: ['JB-2026-0001'] }, data: { amount: '0' } }))).toEqual(['baseStands', 'isRecognised', 'awardOnce', 'amountHasBasis'])
  })
  test('without a rule the amount is entered; it is never computed', () => expect(grounds(tried('propose', li, blank, { data: { amount: undefined } }))).toEqual(['amountHasBasis']))
  test('with a rule the amount is the rule’s', () => {
    const ruled = { ruled: true, reckoned: '38.50' }
    expect(grounds(tried('propose', li, blank, { found: ruled, data: { amount: undefined } }))).toEqual([])
    expect(grounds(tried('propose', li, blank, { found: ruled, data: { amount: '38.5' } }))).toEqual([])
    expect(grounds(tried('propose', li, blank, { found: ruled, data: { amount: '38.51' } }))).toEqual(['amountFollowsRule'])
    expect(grounds(tried('propose', li, blank, { found: { ruled: true, reckoned: undefined }, data: { amount: '30' } }))).toEqual(['amountFollowsRule', 'amountHasBasis'])
  })
  test('above the budget it may be proposed, and the gap is noted', () => {
    const decision = tried('propose', li, blank, { data: { amount: '30.01' } })
    expect(decision.ok && decision.entry.verdicts.find(({ rule }) => rule === 'withinBudget')?.outcome).toBe('notMet')
  })
})

describe('Art. 20: the decision', () => {
  const file = fileOf(...proposed)
  test.each([['70.00', []], ['70.01', ['withinBudget']]] as const)('with %s decided of 100.00 an award of 30.00 is refused for %j', (committed, refused) => expect(grounds(tried('decide', zhou, file, { found: { budget: { ceiling: '100.00', committed, needed: true } } }))).toEqual(refused))
  test('needs a budget that was signed, unless the city keeps none', () => {
    expect(grounds(tried('decide', zhou, file, { found: { budget: { ceiling: undefined, committed: '0.00', needed: true } } }))).toEqual(['budgetSigned', 'withinBudget'])
    expect(grounds(tried('decide', zhou, file, { found: { budget: { ceiling: undefined, committed: '0.00', needed: false } } }))).toEqual([])
  })
  test('by another, on minutes, under an instrument in force, once', () =>
    expect(grounds(tried('decide', one('li', 'city.lead', city), file, { data: { minutes: undefined }, found: { authorityBasis: undefined, earlier: ['JB-2026-0009'] } }))).toEqual(['decidedByAnother', 'minutesAttached', 'awardOnce', 'instrumentInForce']))
  test('a refusal frees the recognition and tells nobody outside', () => {
    const refused = fileOf(...proposed, ['refuse', zhou])
    expect([refused.status, committedOf(refused), visibleTo(refused).orgs]).toEqual(['refused', '0.00', [city]])
  })
})

describe('Art. 20: claim and payment', () => {
  test('the account is the host’s own, or there is a reason', () => {
    expect(grounds(tried('claim', host, fileOf(...published)))).toEqual([])
    expect(grounds(tried('claim', host, fileOf(...published), { data: { accountName: '别家公司' } }))).toEqual(['accountIsHosts'])
  })
  test('other funds for the same item leave the difference; where nothing is left nothing is claimed', () => {
    const fund = (amount: string, sameItem = true) => ({ otherFunds: [{ source: '省科技厅', item: '中试线', sameItem, amount }] })
    expect(grounds(tried('claim', host, fileOf(...published), { data: fund('29.99') }))).toEqual([])
    expect(grounds(tried('claim', host, fileOf(...published), { data: fund('30.00') }))).toEqual(['notFundedTwice'])
    expect(grounds(tried('claim', host, fileOf(...published), { data: fund('99.00', false) }))).toEqual([])
    expect(grounds(tried('claim', host, fileOf(...published), { data: fund('0.01'), found: { sameItem: 'excluded' } }))).toEqual(['notFundedTwice'])
  })
  test('paid exactly, by another than proposed, not before the claim and not tomorrow', () => {
    const file = fileOf(...claimed)
    expect(grounds(tried('pay', wang, file))).toEqual([])
    expect(grounds(tried('pay', li, file, { data: { amount: '29.99', paidOn: '2026-11-24' } }))).toEqual(['paidByAnother', 'paidAsClaimed', 'paidOnPossible'])
    expect(grounds(tried('pay', wang, file, { found: { status: 'revoked' } }))).toEqual(['baseStands'])
  })
  test('what is payable is what counts against the budget', () => {
    const less = fileOf(...published, ['claim', host, { data: { payable: '12.50', sameItem: '17.50' } }])
    expect([committedOf(fileOf(...proposed)), committedOf(fileOf(...decided)), committedOf(less), committedOf(fileOf(...published, ['claim', host], ['returnClaim', li]))]).toEqual(['0.00', '30.00', '12.50', '30.00'])
  })
  test('ending it takes a reason while the base stands, and gives the amount back', () => {
    expect(grounds(tried('cancel', zhou, fileOf(...claimed), { data: { reasons: {} } }))).toEqual(['awardMayEnd'])
    expect(grounds(tried('cancel', zhou, fileOf(...claimed), { data: { reasons: {} }, found: { status: 'revoked' } }))).toEqual([])
    expect(committedOf(fileOf(...claimed, ['cancel', zhou]))).toBe('0.00')
  })
})

describe('Art. 20: use and recovery', () => {
  test('the uses add up and are those meant, or are explained', () => {
    const file = fileOf(...received)
    expect(dueOn(file)).toBe('2027-11-23')
    expect(grounds(tried('reportUse', host, file))).toEqual([])
    expect(grounds(tried('reportUse', host, file, { data: { uses: [{ kind: 'other', what: '食堂', amount: '29.99' }] } }))).toEqual(['usesAddUp', 'usedAsMeant'])
  })
  test('recovery is off; switched on it is for falsification alone', () => {
    const file = fileOf(...reported)
    expect(grounds(tried('clawBack', zhou, file, { found: { clawback: { on: false, falsified: true } } }))).toEqual(['clawbackAllowed'])
    expect(grounds(tried('clawBack', zhou, file, { found: { clawback: { on: true, falsified: false } } }))).toEqual(['clawbackAllowed'])
    expect(grounds(tried('clawBack', zhou, file, { found: { clawback: { on: true, falsified: true } } }))).toEqual([])
    expect(grounds(tried('recordRecovery', li, fileOf(...reported, ['clawBack', zhou]), { data: { amount: '29.99' } }))).toEqual(['paidAsClaimed'])
  })
})

test('who reads what: nobody outside before it is decided; the account’s digits for city and host alone', () => {
  expect(visibleTo(fileOf(...proposed)).orgs).toEqual([city])
  expect(visibleTo(fileOf(...decided)).orgs).toEqual(expect.arrayContaining(['org-carbon', 'county.140702', 'base.JZ-ZS-2026-001']))
  const seen = (reach: 'city' | 'authorities' | 'parties', orgs: string[]) => show(fileOf(...claimed), { reach, person: 'x', orgs, roles: [] })
  expect(seen('city', [city]).claim).toMatchObject({ tail: '2222' })
  expect(seen('parties', ['org-carbon']).claim).toMatchObject({ tail: '2222' })
  for (const other of [seen('authorities', ['county.140702']), seen('parties', ['base.JZ-ZS-2026-001'])]) {
    expect(other.claim).toMatchObject({ payable: '30.00' })
    for (const key of ['tail', 'accountName', 'otherFunds', 'files']) expect(other.claim).not.toHaveProperty(key)
    expect(other).not.toHaveProperty('proposal')
  }
})

test('the number of the account is asked for and never an example of what is kept', () => {
  expect(awardCommands.claim.safeParse({ ...awardExamples.claim, accountNumber: 'abc' }).success).toBe(false)
  for (const amount of ['-1', '1.234', '1,000', 'x']) expect(awardCommands.propose.safeParse({ ...awardExamples.propose, amount }).success, amount).toBe(false)
  for (const [name, command] of Object.entries(awardCommands)) expect(command.safeParse(awardExamples[name as Name]).error?.issues, name).toBeUndefined()
})

test('every status waits for somebody with a step, or is an end', () => {
  for (const [status, of] of Object.entries(awardStatuses)) {
    const steps = Object.values(award).filter((step) => (step.from as readonly string[]).includes(status))
    if ('awaits' in of) expect(steps.some(({ by }) => [by].flat().includes(of.awaits.role)), status).toBe(true)
  }
})
