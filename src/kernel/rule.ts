import type { Words } from './words.ts'

/** A place in the regulation, written as lawyers write it: "Art. 18", "Art. 10(4)". */
export type Citation = `Art. ${number}` | `Art. ${number}(${number})`

/** A dated value that fills a gap of the text. It never borrows an article for what the article does not say. */
export type SettingRef = `setting:${string}`

/** What an act or a refusal rests on. */
export type Basis = Citation | SettingRef

/** `must` blocks; `usually` (一般) takes a written reason; `judgement` (择优, 根据需要) is never computed. */
export type Modality = 'must' | 'usually' | 'judgement'

export type Rule<Facts> = {
  /** The export's own name; verdicts and written reasons are filed under it. */
  readonly id: string
  readonly law: Basis
  readonly modality: Modality
  readonly says: Words
  /** `undefined` means the facts needed are not there yet: the verdict is `notEvaluated`. Absent on judgements. */
  readonly holds?: (facts: Facts) => boolean | undefined
  /** Why it does not hold: the fact, the numbers, the way out. */
  readonly otherwise: (facts: Facts) => Words
}

/** Keeps the type of the facts while a rule is written as a plain object. */
export const rule = <Facts>(rule: Rule<Facts>): Rule<Facts> => rule

export type Outcome = 'met' | 'notMet' | 'needsJudgement' | 'notEvaluated'

/** What a rule found, stored together with the facts it saw. */
export type Verdict = {
  readonly rule: string
  readonly law: Basis
  readonly modality: Modality
  readonly says: Words
  readonly outcome: Outcome
  readonly facts: unknown
  readonly because?: Words
  /** The written reason of the person who acted, where the rule asks for one. */
  readonly reason?: string
}

/** Applies one rule to its facts. Pure; a judgement is never computed. */
export function verdictOf<Facts>(rule: Rule<Facts>, facts: Facts): Verdict {
  const { id, law, modality, says } = rule
  const found = { rule: id, law, modality, says, facts }
  if (modality === 'judgement' || !rule.holds) return { ...found, outcome: 'needsJudgement' }
  const holds = rule.holds(facts)
  if (holds === undefined) return { ...found, outcome: 'notEvaluated', because: rule.otherwise(facts) }
  return holds ? { ...found, outcome: 'met' } : { ...found, outcome: 'notMet', because: rule.otherwise(facts) }
}
