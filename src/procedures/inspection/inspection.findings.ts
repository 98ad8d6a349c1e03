/** What the register of a base shows before anybody looks: figures to compare, and what is missing or run out, each under its article. */
import { type Day, plusMonths } from '../../kernel/day.ts'
import { type Basis, verdictOf } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { committeeFormed, internalRulesAdopted } from '../../regulation/jinzhong-2023/article-08-host.ts'
import { type Accounting, separateAccounts } from '../../regulation/jinzhong-2023/article-13-accounts.ts'

/** Facts of the register on one day. What is not entered is undefined: nothing is concluded from it but that it is missing. */
export type RegisterFacts = {
  committee: number; meetings: number; rules: number
  accounting: Accounting | undefined; statementOf: readonly number[]
  outsideClients: number; director: { name: string; to: Day } | null; fullTime: number
  area: number; equipmentCount: number; equipmentValue: number
  permits: readonly { name: string; to: Day }[]; leases: readonly { name: string; to: Day }[]; hazards: readonly { name: string; to: Day }[]
}
export type Limits = { meetings: number }
export type ShownFinding = { item: string; law: Basis; because: Words }
/** `declared`: what the register says for each figure; `findings`: proposed to the inspector, who confirms them or says otherwise. */
export type RegisterShown = { on: Day; declared: { [item: string]: number }; findings: ShownFinding[] }

export const nothingShown = (on: Day): RegisterShown => ({ on, declared: {}, findings: [] })

export function registerShows(facts: RegisterFacts, on: Day, limits: Limits): RegisterShown {
  const lastYear = Number(on.slice(0, 4)) - 1
  const missing: (ShownFinding | undefined)[] = [
    ofRule('J5.1', verdictOf(committeeFormed, { members: facts.committee })), ofRule('J5.3', verdictOf(internalRulesAdopted, { rules: facts.rules })),
    ofRule('J4.1', verdictOf(separateAccounts, { accounting: facts.accounting ?? 'none', evidence: true })),
    facts.statementOf.includes(lastYear) ? undefined : { item: 'J4.2', law: 'Art. 13', because: { zh: `登记中没有 ${lastYear} 年度的专项收支报表。`, en: `The register has no statement for ${lastYear}.` } },
    facts.meetings < limits.meetings ? { item: 'J5.2', law: 'setting:committee.meetings', because: { zh: `近十二个月登记的管委会会议 ${facts.meetings} 次，应不少于 ${limits.meetings} 次。`, en: `${facts.meetings} committee meeting(s) on record in twelve months; ${limits.meetings} are due.` } } : undefined,
    facts.outsideClients === 0 ? { item: 'J6.1', law: 'Art. 4(2)', because: { zh: '近十二个月没有登记对外服务。', en: 'No outside service is on record in twelve months.' } } : undefined,
    facts.director === null ? { item: 'J7.1', law: 'Art. 14', because: { zh: '登记中没有在任主任。', en: 'No director in office is on record.' } }
      : facts.director.to < on ? { item: 'J7.1', law: 'Art. 14', because: { zh: `主任${facts.director.name}的任期已于 ${facts.director.to} 届满。`, en: `The term of ${facts.director.name} ended on ${facts.director.to}.` } } : undefined,
    ranOut('J1.2', 'Art. 8(2)', facts.permits, on), ranOut('J8.2', 'Art. 8(3)', facts.leases, on), ranOut('J1.5', 'setting:commission.hazardMonths', facts.hazards, on),
  ]
  return {
    on, findings: missing.filter((one) => one !== undefined),
    declared: { 'J5.2': facts.meetings, 'J6.1': facts.outsideClients, 'J7.2': facts.fullTime, 'J8.1': facts.area, 'J8.3': facts.equipmentCount, 'J8.4': facts.equipmentValue },
  }
}

/** The day twelve months ago; what lies after it counts. */
export const yearBefore = (on: Day): Day => plusMonths(on, -12)

const ofRule = (item: string, { outcome, law, says, because }: ReturnType<typeof verdictOf>): ShownFinding | undefined => (outcome === 'met' ? undefined : { item, law, because: because ?? says })

function ranOut(item: string, law: Basis, papers: readonly { name: string; to: Day }[], on: Day): ShownFinding | undefined {
  const over = papers.filter(({ to }) => to < on)
  return over.length === 0 ? undefined : { item, law, because: { zh: `已过期：${over.map(({ name, to }) => `${name}（${to}）`).join('、')}。`, en: `Run out: ${over.map(({ name, to }) => `${name} (${to})`).join(', ')}.` } }
}
