/** What the public is told of a certificate or a paper it holds: whether it is genuine, and what is true of it now. */
import type { Day } from '../kernel/day.ts'
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import type { BaseStatus, Certificate, Institution } from './portal.data.bases.ts'

/** Asked too often: the seconds to wait. What was typed stays. */
export type TooOften = { tooOften: number }

/** A public fact about the base since a paper of it was issued: another name, another host. */
export type Change = { on: Day; says: Words; law: Basis }

export type Verification =
  | { found: false }
  | {
      found: true
      kind: 'certificate'
      /** `notAsked`: no code was typed, or none was issued with this certificate. */
      code: 'matches' | 'differs' | 'notAsked'
      certificate: Certificate
      base: { id: string; name: string; demo: boolean; status: BaseStatus; hosts: Institution[] }
      /** Why it is suspended or void, in the public words of the decision. */
      because: Words | null
      law: Basis | null
      changes: Change[]
    }
  | { found: true; kind: 'paper'; paper: VerifiedPaper }

/** Of a paper nothing but what it is: neither what it says nor about whom. The base is named only where the paper itself is public. */
export type VerifiedPaper = {
  code: string
  words: Words
  number: string | null
  issuer: { name: string; demo: boolean }
  issuedOn: Day
  state: 'valid' | 'suspended' | 'ended' | 'replaced' | 'void'
  /** Since when it stands so, where that is not the day of issue. */
  since: Day | null
  because: Words | null
  law: Basis | null
  /** The notice that holds now. */
  replacedBy: string | null
  base: { id: string; name: string; demo: boolean } | null
  changes: Change[]
  sha256: string
  pdfSha256: string | null
}
