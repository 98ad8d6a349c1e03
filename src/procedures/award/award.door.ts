/** The door of an award: the rule in force, the budget under its lock, the account apart from the case. */
import type { Context, Viewer } from '../../platform/case-log.ts'
import { documentNumber } from '../../platform/document-number.ts'
import { json, rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import { reckonedAward, reportDue, type SameItem } from '../../settings/award-rules.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { amountOf, hundredthsOf } from '../../settings/money.ts'
import { type BaseAtHand, baseAtHand, partiesOf } from '../base-at-hand.ts'
import { type AwardCase, committedOf } from './award.case.ts'
import type { AwardCommands } from './award.commands.ts'
import { type AwardFound, payable, sameItemOf } from './award.ts'

type About = { context: Context; caseId: string; file: AwardCase; step: string | null; data: Record<string, unknown> }

export async function look(tx: Tx, { context, caseId, file, step, data }: About): Promise<AwardFound> {
  const { jurisdiction } = context
  const { settings, lapsedOn, authorityBasis } = context.rules as unknown as RulesInForce
  const baseId = file.base?.id ?? (step === 'propose' ? String(data.base) : '')
  const base = await baseAtHand(tx, jurisdiction, baseId)
  const recognition = file.recognition ?? (await recognitionOf(tx, jurisdiction, baseId))
  const year = file.budget?.year ?? (typeof data.budgetYear === 'number' ? data.budgetYear : undefined)
  // Whoever comes second in the same second looks after the first has written.
  if (recognition && (step === 'propose' || step === 'decide')) await rowsOf(tx, sql`select sec.lock_award(${jurisdiction}, ${recognition})`)
  if (year !== undefined && step === 'decide') await rowsOf(tx, sql`select sec.lock_award_year(${jurisdiction}, ${year})`)
  const earlier = recognition ? await rowsOf<{ number: string }>(tx, sql`select number from award where jurisdiction = ${jurisdiction} and recognition = ${recognition} and case_id <> ${caseId} and status not in ('refused', 'withdrawn', 'cancelled') order by number`) : []
  const budget = year === undefined ? undefined : await rowOf<{ ceiling: string | null; committed: string }>(tx, sql`select ceiling::text, committed::text from sec.award_budget_of(${jurisdiction}, ${year})`)
  const falsified = await rowOf(tx, sql`select 1 as one from revocation where jurisdiction = ${jurisdiction} and base_id = ${baseId} and served_on is not null and 'falsehood' = any(grounds)`)
  const rule = settings['award.rule']
  const reckoned = rule && base ? reckonedAward(rule, { grade: gradeOf(base), investment: textOf(data.investment), matched: textOf(data.matched) }, settings['award.roundTo']) : undefined
  return {
    status: base?.status, recognised: recognition !== undefined, earlier: earlier.map(({ number }) => number), ruled: rule !== null, reckoned: reckoned === undefined ? undefined : amountOf(reckoned),
    budget: { ceiling: budget?.ceiling ?? undefined, committed: budget?.committed ?? '0.00', needed: settings['award.budgetCeiling'] }, sameItem: settings['award.sameItem'] as SameItem, uses: settings['award.uses'],
    clawback: { on: settings['award.clawback'], falsified: falsified !== undefined }, lapsedOn, authorityBasis,
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
const recognitionOf = async (tx: Tx, jurisdiction: string, baseId: string): Promise<string | undefined> =>
  (await rowOf<{ recognition: string | null }>(tx, sql`select recognition from base where jurisdiction = ${jurisdiction} and id = ${baseId}`))?.recognition ?? undefined
/** The grade of the latest year that has one. */
const gradeOf = ({ grades }: BaseAtHand) => grades.filter(({ grade }) => grade !== null).toSorted((a, b) => a.year - b.year).at(-1)?.grade ?? null

/** What the door alone knows: the amount as reckoned, numbers, what is payable; the account goes beside the case. */
export async function complete(tx: Tx, about: { context: Context; caseId: string; file: AwardCase; step: string; data: Record<string, unknown>; found: unknown }): Promise<Record<string, unknown>> {
  const { context, caseId, file, step, data } = about
  const found = about.found as AwardFound
  const { jurisdiction, today, now, rules } = context
  const { settings } = rules as unknown as RulesInForce
  switch (step) {
    case 'propose': {
      const base = await baseAtHand(tx, jurisdiction, String(data.base))
      if (!base) throw new Error(`no base ${String(data.base)} to propose an award for`)
      const { id, case: baseCase, name, certificateNo, recognisedOn, hosts, county, countyOrg, field } = base
      const told = { id, case: baseCase, name, certificateNo, recognisedOn, hosts, county, countyOrg, field, parties: partiesOf(base, jurisdiction) }
      return { ...data, told, recognition: await recognitionOf(tx, jurisdiction, id), amount: tidy(found.ruled ? found.reckoned : data.amount), reckonedBy: settings['award.rule']?.kind ?? null }
    }
    case 'decide': return { ...data, capped: found.budget.needed }
    case 'publish': return { ...data, documentNo: await documentNumber(context, settings['document.code'], Number(today.slice(0, 4))), title: data.title ?? `关于下达${file.base?.name ?? ''}奖补资金的通知` }
    case 'claim': {
      const { accountNumber, bank, ...told } = data as AwardCommands['claim']
      const number = accountNumber.replaceAll(/[\s-]/g, '')
      await rowsOf(tx, sql`select sec.keep_account(${caseId}, ${bank}, ${number}, ${now.toISOString()})`)
      return { ...told, otherFunds: told.otherFunds?.map((one) => ({ ...one, amount: tidy(one.amount) })), tail: number.slice(-4), payable: payable(file.amount, told.otherFunds, found.sameItem), sameItem: sameItemOf(told.otherFunds) }
    }
    case 'pay': return { ...data, amount: tidy(data.amount), paidOn: data.paidOn ?? today }
    case 'recordRecovery': return { ...data, amount: tidy(data.amount), on: data.on ?? today }
    case 'reportUse': return { ...data, uses: (data.uses as AwardCommands['reportUse']['uses']).map((one) => ({ ...one, amount: tidy(one.amount) })) }
    case 'returnClaim': case 'cancel': await rowsOf(tx, sql`select sec.erase_account(${caseId})`); return data
    case 'acknowledgeReceipt': {
      await rowsOf(tx, sql`select sec.erase_account(${caseId})`)
      const receivedOn = typeof data.receivedOn === 'string' ? data.receivedOn : today
      return { ...data, receivedOn, reportBy: reportDue(receivedOn, settings['award.reportMonths']) }
    }
    default: return data
  }
}

const tidy = (amount: unknown): string => amountOf(hundredthsOf(String(amount)) ?? 0)

export const list = (file: AwardCase) => ({
  title: file.base?.name ?? '', hosts: (file.base?.hosts ?? []).map(({ org, name, demo }) => ({ org, name, demo })), county: file.base?.countyOrg ?? null, field: file.base?.field ?? null, track: null, batch: null,
  search: [file.base?.id, file.publication?.documentNo, file.budget?.year].filter(Boolean).join(' '), base: file.base?.id ?? null,
})

/** The report on the use is due on a day of its own. */
export const dueOn = (file: AwardCase) => (file.status === 'received' ? file.receipt?.reportBy : file.status === 'recovering' ? file.recovery?.payBy : undefined)

/** Until it is decided an award is the city's own; then it is for the base, its host and its county. */
export const visibleTo = (file: AwardCase) => {
  const city = file.parties['city.officer'] ?? []
  return { orgs: file.decision?.outcome === 'awarded' ? [...new Set(Object.values(file.parties).flat().filter((party) => party !== 'system'))] : [...city], people: [] }
}

/** The proposal is the city's own; the account's last digits are for the city and the host. */
export function show(file: AwardCase, viewer: Viewer): Record<string, unknown> {
  const { parties: _, base, proposal, claim, payment, ...all } = file
  const told = base && { id: base.id, name: base.name, certificateNo: base.certificateNo, recognisedOn: base.recognisedOn, hosts: base.hosts, county: base.county }
  const paid = payment && { amount: payment.amount, paidOn: payment.paidOn, voucher: payment.voucher, on: payment.on }
  if (viewer.reach === 'city') return { ...all, base: told, proposal, claim, payment }
  const mine = viewer.orgs.some((org) => file.parties['host.admin']?.includes(org))
  const { accountName: _name, tail: _tail, otherFunds: _others, files: _files, ...amounts } = claim ?? ({} as NonNullable<AwardCase['claim']>)
  return { ...all, base: told, claim: claim && (mine ? claim : amounts), payment: paid }
}

/** The read table: what the budget, the lists and the totals are reckoned from. */
export async function refresh(tx: Tx, about: { jurisdiction: string; caseId: string; number: string; file: AwardCase; entry: { no: number } }) {
  const { jurisdiction, caseId, number, file, entry } = about
  const { base, recognition, budget, proposal, decision, publication, payment, receipt, check, recovery } = file
  if (!base || !recognition || !budget || !proposal) return
  const paid = recovery?.paid ? '0.00' : payment?.amount ?? '0.00'
  await rowsOf(tx, sql`
    insert into award (jurisdiction, case_id, version, number, status, base_id, base_name, recognition, county, hosts, budget_year, budget_line, capped, amount, committed, paid, proposed_on, decided_on, document_no, published_on, paid_on, report_by, closed_on, orgs)
    values (${jurisdiction}, ${caseId}, ${entry.no}, ${number}, ${file.status}, ${base.id}, ${base.name}, ${recognition}, ${base.county}, ${json(base.hosts.map(({ org, name, demo }) => ({ org, name, demo })))}, ${budget.year}, ${budget.line}, ${file.capped}, ${file.amount}, ${committedOf(file)}, ${paid}, ${proposal.on},
      ${decision?.outcome === 'awarded' ? decision.on : null}, ${publication?.documentNo ?? null}, ${publication?.on ?? null}, ${payment?.paidOn ?? null}, ${receipt?.reportBy ?? null}, ${check?.on ?? null}, ${visibleTo(file).orgs})
    on conflict (jurisdiction, case_id) do update set version = excluded.version, status = excluded.status, capped = excluded.capped, committed = excluded.committed, paid = excluded.paid, decided_on = excluded.decided_on, document_no = excluded.document_no, published_on = excluded.published_on,
      paid_on = excluded.paid_on, report_by = excluded.report_by, closed_on = excluded.closed_on, orgs = excluded.orgs`)
}
