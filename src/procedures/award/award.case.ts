/** What the file of an award holds: amounts as texts in 万元. The number of the account is not in it. */
import type { Day } from '../../kernel/day.ts'
import type { CaseFile } from '../../kernel/procedure.ts'
import type { AwardCommands as Commands } from './award.commands.ts'

export type AwardStatus = 'proposed' | 'refused' | 'withdrawn' | 'decided' | 'published' | 'claimed' | 'cancelled' | 'paid' | 'received' | 'reported' | 'closed' | 'recovering' | 'recovered'
export type AwardRole = 'host.clerk' | 'host.admin' | 'partner.admin' | 'base.director' | 'base.clerk' | 'county.officer' | 'county.lead' | 'city.officer' | 'city.lead' | 'city.supervisor' | 'system'

export type BaseTold = { id: string; case: string; name: string; certificateNo: string; recognisedOn: Day; hosts: { org: string; name: string; lead: boolean; demo: boolean }[]; county: string; countyOrg: string; field: string; parties: { readonly [Role in AwardRole]?: readonly string[] } }
type Person = { person: string; name: string }
type Minutes = Commands['decide']['minutes']
export type OtherFunds = NonNullable<Commands['claim']['otherFunds']>

export type AwardCase = CaseFile<AwardStatus, AwardRole> & {
  base: BaseTold | null; recognition: string | null; amount: string; basis: string; reckonedBy: string | null; budget: { year: number; line: string } | null; /** The budget of the year was to be kept when it was decided. */ capped: boolean; proposal: { merits: string; on: Day; by: Person } | null
  decision: { outcome: 'awarded' | 'refused'; minutes: Minutes; grounds: string | null; on: Day } | null
  publication: { documentNo: string; title: string; finance: Commands['publish']['finance']; on: Day } | null
  claim: { accountName: string; tail: string; receiptNo: string; files: string[]; otherFunds: OtherFunds; sameItem: string; payable: string; plan: string; signedBy: string; on: Day } | null
  returned: { reason: string; on: Day; what: 'claim' | 'report' }[]
  payment: { amount: string; paidOn: Day; voucher: string; on: Day; by: Person } | null; receipt: { receivedOn: Day; signedBy: string; on: Day; reportBy: Day } | null
  report: { uses: Commands['reportUse']['uses']; effect: string; files: string[]; on: Day } | null; check: { evaluation: string; on: Day; by: string } | null
  ended: { as: 'withdrawn' | 'cancelled'; grounds: string; on: Day } | null; recovery: { grounds: string; payBy: Day; on: Day; paid: { amount: string; on: Day; voucher: string } | null } | null
}

/** What the door adds; of the claim, the number of the account becomes its last four digits. */
type Completed = {
  propose: { told: BaseTold; recognition: string; amount: string; reckonedBy: string | null }
  decide: { capped: boolean }
  publish: { documentNo: string; title: string }
  claim: { tail: string; payable: string; sameItem: string }
  pay: { paidOn: Day }; recordRecovery: { on: Day }
  acknowledgeReceipt: { receivedOn: Day; reportBy: Day }
}
type Told<Name extends keyof Commands> = Name extends 'claim' ? Omit<Commands['claim'], 'accountNumber' | 'bank'> : Commands[Name]
export type AwardEntry = {
  [Name in keyof Commands]: { did: Name; data: Told<Name> & (Name extends keyof Completed ? Completed[Name] : unknown); on: Day; to: AwardStatus; by: { person: string; name: string; org: string } }
}[keyof Commands]

export const empty = ({ jurisdiction }: { jurisdiction: string }): AwardCase => {
  const city = [`city.${jurisdiction}`]
  return {
    status: 'proposed', parties: { 'city.officer': city, 'city.lead': city, 'city.supervisor': city, system: ['system'] }, base: null, recognition: null, amount: '', basis: '', reckonedBy: null, budget: null, capped: false, proposal: null, decision: null, publication: null, claim: null,
    returned: [], payment: null, receipt: null, report: null, check: null, ended: null, recovery: null,
  }
}

export function read(file: AwardCase, entry: AwardEntry): AwardCase {
  const { on, by } = entry
  const who: Person = { person: by.person, name: by.name }
  const next: AwardCase = { ...file, status: entry.to }
  switch (entry.did) {
    case 'propose': {
      const { told, recognition, amount, basis, reckonedBy, budgetYear, budgetLine, merits } = entry.data
      return { ...next, base: told, parties: told.parties, recognition, amount, basis, reckonedBy, budget: { year: budgetYear, line: budgetLine }, proposal: { merits, on, by: who } }
    }
    case 'withdraw': return { ...next, ended: { as: 'withdrawn', grounds: entry.data.reason, on } }
    case 'decide': return { ...next, capped: entry.data.capped, decision: { outcome: 'awarded', minutes: entry.data.minutes, grounds: null, on } }
    case 'refuse': return { ...next, decision: { outcome: 'refused', minutes: entry.data.minutes, grounds: entry.data.grounds, on } }
    case 'publish': return { ...next, publication: { documentNo: entry.data.documentNo, title: entry.data.title, finance: entry.data.finance, on } }
    case 'claim': {
      const { accountName, tail, receiptNo, files, otherFunds, sameItem, payable, plan, signedBy } = entry.data
      return { ...next, claim: { accountName, tail, receiptNo, files: files ?? [], otherFunds: otherFunds ?? [], sameItem, payable, plan, signedBy, on } }
    }
    case 'returnClaim': return { ...next, claim: null, returned: [...file.returned, { reason: entry.data.reason, on, what: 'claim' }] }
    case 'cancel': return { ...next, ended: { as: 'cancelled', grounds: entry.data.grounds, on } }
    case 'pay': return { ...next, payment: { amount: entry.data.amount, paidOn: entry.data.paidOn, voucher: entry.data.voucher, on, by: who } }
    case 'acknowledgeReceipt': return { ...next, receipt: { receivedOn: entry.data.receivedOn, signedBy: entry.data.signedBy, on, reportBy: entry.data.reportBy } }
    case 'reportUse': return { ...next, report: { uses: entry.data.uses, effect: entry.data.effect, files: entry.data.files ?? [], on } }
    case 'returnReport': return { ...next, report: null, returned: [...file.returned, { reason: entry.data.reason, on, what: 'report' }] }
    case 'close': return { ...next, check: { evaluation: entry.data.evaluation, on, by: by.name } }
    case 'clawBack': return { ...next, recovery: { grounds: entry.data.grounds, payBy: entry.data.payBy, on, paid: null } }
    case 'recordRecovery': return { ...next, recovery: file.recovery && { ...file.recovery, paid: { amount: entry.data.amount, on: entry.data.on, voucher: entry.data.voucher } } }
  }
}

/** What this award takes from the budget of its year: nothing before it is decided or after it ended, what is payable once that is known. */
export function committedOf(file: AwardCase): string {
  switch (file.status) {
    case 'proposed': case 'refused': case 'withdrawn': case 'cancelled': return '0.00'
    case 'decided': case 'published': return file.amount
    case 'claimed': case 'paid': case 'received': case 'reported': case 'closed': case 'recovering': case 'recovered': return file.payment?.amount ?? file.claim?.payable ?? file.amount
  }
}
