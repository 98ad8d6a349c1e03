/** GET /api/rules and POST /api/rules/dry-run: what the console reads. */
import type { Day } from '../../kernel/day.ts'
import type { Basis, Citation, Modality } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { Setting, Value } from '../../settings/setting.ts'

export type Group = 'application' | 'operation' | 'assessment' | 'revocation' | 'award' | 'platform'
export type RuleSays = { id: string; modality: Modality; says: Words }
export type StepSays = { procedure: string; procedureWords: Words; step: string; says: Words; law: Basis }

export type SettingRow = {
  key: string
  group: Group
  name: Words
  type: Setting['type']
  unit: Words | null
  within: Setting['within']
  fills: Citation | null
  basis: Words
  value: Value
  valueWords: Words
  default: Value
  defaultWords: Words
  from: Day
  state: 'inForce' | 'awaiting' | 'gap' | 'fixed' | 'idle'
  pending: { id: string; number: string; value: unknown; validFrom: Day; basis: string; proposedBy: string; applies: string | null } | null
  history: {
    value: Value
    valueWords: Words
    validFrom: Day
    basis: string
    applies: string | null
    proposedBy: string
    signedBy: string
    signedOn: Day
  }[]
  rules: RuleSays[]
  steps: StepSays[]
}

export type Rules = {
  today: Day
  authority: { title: Words; documentNo: string | null; validTo: Day | null; workingDaysLeft: number | null; demo: boolean } | null
  pending: { id: string; number: string; title: string; since: Day }[]
  settings: SettingRow[]
  readings: {
    id: string
    law: Citation
    words: Words
    since: Day
    basis: string | null
    decision: string | null
    inForce: boolean
  }[]
  bases: {
    kind: string
    kindWords: Words
    title: string
    documentNo: string | null
    validFrom: Day
    validTo: Day | null
    signedOn: Day | null
    demo: boolean
    inForce: boolean
  }[]
  calendar: { year: number; published: boolean; off: readonly Day[]; work: readonly Day[]; source: string | null }[]
  coverage: {
    of: number
    covered: number
    articles: {
      no: number
      label: string
      heading: Words
      rules: RuleSays[]
      steps: StepSays[]
      settings: string[]
      computed: boolean
      because: Words | null
    }[]
    withoutArticle: { settings: { key: string; name: Words; basis: Words }[]; steps: StepSays[] }
  }
}

export type DryRun = {
  key: string
  name: Words
  now: Words
  tried: Words
  flips: { id: string; number: string; title: string; now: Words; tried: Words }[]
  same: number
  unknown: { id: string; number: string; title: string; because: Words }[]
  notTried: Words | null
}
