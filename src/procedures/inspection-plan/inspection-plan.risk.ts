/** Why a base should be looked at: facts of the register, each a mark with its words. Marks are counted, never weighed: the text knows no points. */
import { type Day, plusMonths } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'

export const riskWords = {
  overdue: { zh: '整改逾期', en: 'Rectification overdue' }, poor: { zh: '上次考核“差”', en: 'Last graded poor' }, fair: { zh: '上次考核“中”', en: 'Last graded fair' }, chemical: { zh: '化工或危化', en: 'Chemical' },
  expired: { zh: '证照、租约或危化项目过期', en: 'A permit, lease or hazardous pilot ran out' }, missing: { zh: '缺管委会、核算或在任主任', en: 'No committee, accounts or director' }, findings: { zh: '上次检查有问题', en: 'Findings last time' },
  never: { zh: '从未检查', en: 'Never inspected' }, long: { zh: '久未检查', en: 'Not inspected for long' },
} as const satisfies Record<string, Words>
export type Risk = keyof typeof riskWords

/** What the register knows of a base on the day the plan is begun. */
export type RiskFacts = {
  chemical: boolean; lastGrade: string | null; lastInspectedOn: Day | null; lastResult: 'clear' | 'findings' | null; rectificationDue: Day | null
  /** Rules of the register that do not hold (settings/base-findings). */
  unmet: readonly string[]; recognisedOn: Day
}
/** A base that may be inspected, as it stood when the plan was begun. */
export type Candidate = { base: string; name: string; county: string; risks: Risk[]; lastInspectedOn: Day | null }

const expiry = ['permitsInForce', 'premisesHeld', 'hazardsInTime']
const duties = ['committeeFormed', 'separateAccounts', 'directorNamed', 'directorInTerm']

export function risksOf(facts: RiskFacts, on: Day, everyMonths: number): Risk[] {
  const since = plusMonths(on, -everyMonths)
  const marks: [Risk, boolean][] = [
    ['overdue', facts.rectificationDue !== null && facts.rectificationDue < on], ['poor', facts.lastGrade === 'poor'], ['fair', facts.lastGrade === 'fair'], ['chemical', facts.chemical], ['expired', expiry.some((rule) => facts.unmet.includes(rule))],
    ['missing', duties.some((rule) => facts.unmet.includes(rule))], ['findings', facts.lastResult === 'findings'],
    ['never', facts.lastInspectedOn === null && facts.recognisedOn < since], ['long', facts.lastInspectedOn !== null && facts.lastInspectedOn < since],
  ]
  return marks.flatMap(([risk, is]) => (is ? [risk] : []))
}

/** Most marks first; among equals the longest not inspected, then by number. */
export const byRisk = (candidates: readonly Candidate[]): Candidate[] => candidates.toSorted((a, b) =>
  b.risks.length - a.risks.length || (a.lastInspectedOn ?? '').localeCompare(b.lastInspectedOn ?? '') || a.base.localeCompare(b.base))
