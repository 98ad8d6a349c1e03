/** Who may add files to a case: those whose turn it is to hand something in, while the case is open to it. What was handed in stays as it was. */
import type { Actor } from './kernel/procedure.ts'
import type { AnyCase } from './platform/case-log.ts'

/** `of`: the party of the case whose people these are. */
type Taking = { readonly statuses: readonly string[]; readonly of: string; readonly roles: readonly string[] }
const host = { of: 'host.admin', roles: ['host.clerk', 'host.admin'] }

const table: Readonly<Record<string, readonly Taking[]>> = {
  recognition: [{ ...host, statuses: ['draft', 'returned', 'supplementing', 'rectifying'] }],
  // Evidence for the register is put down by the base and its host.
  base: [{ ...host, statuses: ['live'] }, { of: 'base.director', roles: ['base.director', 'base.clerk'], statuses: ['live'] }],
  // What was put right is shown with pictures and papers, while it is open.
  inspection: [{ ...host, statuses: ['rectifying', 'escalated'] }, { of: 'base.director', roles: ['base.director', 'base.clerk'], statuses: ['rectifying', 'escalated'] }],
  suspension: [{ ...host, statuses: ['suspended'] }, { of: 'base.director', roles: ['base.director', 'base.clerk'], statuses: ['suspended'] }],
  // What was reported stays as it was; the draft, the written report and its supplements take files.
  'major-matter': [{ ...host, statuses: ['draft', 'demanded', 'returned', 'reported'] }, { of: 'base.director', roles: ['base.director', 'base.clerk'], statuses: ['draft', 'demanded', 'returned', 'reported'] },
    { of: 'county.officer', roles: ['county.officer'], statuses: ['endorsed', 'written'] }, { of: 'city.officer', roles: ['city.officer'], statuses: ['examined', 'written', 'cleared', 'lifted'] }],
  // Evidence for the report, while it can be written; proof of a deferral or a review, by base and host.
  assessment: [{ of: 'base.director', roles: ['base.director', 'base.clerk'], statuses: ['reporting', 'deferralAsked', 'supplementing', 'announced', 'rectifying'] }, { ...host, statuses: ['reporting', 'announced'] }],
  objection: [{ ...host, statuses: ['awaitingReply'] }],
  // The host states with evidence; whoever investigates, hears or serves for the city puts down what proves it.
  revocation: [
    { ...host, statuses: ['curing', 'stating'] },
    { of: 'city.officer', roles: ['city.officer'], statuses: ['investigating', 'cureReported', 'notified', 'heard', 'decided'] },
  ],
  award: [{ ...host, statuses: ['published', 'received'] }],
}

export const mayAttach = (procedure: string, file: AnyCase, actor: Actor): boolean => (table[procedure] ?? []).some(({ statuses, of, roles }) =>
  statuses.includes(file.status) && (file.parties[of] ?? []).some((org) => actor.holds.some((held) => held.org === org && roles.includes(held.role))))
