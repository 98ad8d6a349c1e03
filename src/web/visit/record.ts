import type { SiteCheck, siteVisit2026 } from '../../settings/site-visit-2026.ts'
import type { Day } from '../../kernel/day.ts'
import type { Headline } from '../../procedures/recognition/recognition.facts.ts'
import { difference } from '../format.ts'
import { type Signature, signed } from './signature.ts'

export type SiteResult = 'conforms' | 'differs' | 'fails'
/** `result`: empty while nothing is answered. */
export type CheckRecord<Result extends string = SiteResult> = { verified: string; result: Result | ''; note: string; at: string }
export type VisitRecord = {
  visitedOn: Day
  checks: Record<string, CheckRecord>
  scores: Record<string, number | null>
  group: { name: string; org: string }[]
  majorHazard: boolean | null
  result: string
  opinion: string
  /** By name. */
  signatures: Record<string, Signature>
  /** Written reasons by rule, where the server asked for one. */
  reasons?: Record<string, string>
}

export const blankCheck: CheckRecord<never> = { verified: '', result: '', note: '', at: '' }
export const blankRecord = (today: Day): VisitRecord => ({
  visitedOn: today,
  checks: {},
  scores: {},
  group: [
    { name: '', org: '' },
    { name: '', org: '' },
    { name: '', org: '' },
  ],
  majorHazard: null,
  result: '',
  opinion: '',
  signatures: {},
})

/** Who came and is named, and of those who has signed. */
export const membersOf = ({ group }: Pick<VisitRecord, 'group'>): string[] => [...new Set(group.map(({ name }) => name.trim()).filter(Boolean))]
export const signersOf = (record: Pick<VisitRecord, 'group' | 'signatures'>): string[] => membersOf(record).filter((name) => signed(record.signatures?.[name] ?? {}))

/** What the application says for each figure that is looked at on the spot; the rest is asked on the spot. */
export function declaredOf(facts: Partial<Headline> | null | undefined): Readonly<Record<string, number | undefined>> {
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined)
  return {
    'S1.1': number(facts?.area),
    'S2.2': number(facts?.equipmentCount),
    'S2.3': number(facts?.equipmentValue),
    'S3.1': number(facts?.fullTime),
  }
}

export type Difference = { share: number; text: string; over: boolean }

/** Declared against verified; beyond a tenth it enters the list of differences. The line itself is a setting. */
export function differenceOf(declared: number | undefined, verified: string, line: number): Difference | null {
  if (declared === undefined || verified.trim() === '') return null
  const found = difference(declared, Number(verified))
  return found && { ...found, over: Math.abs(found.share) > line }
}

export const isAnswered = (check: SiteCheck, record: CheckRecord | undefined): boolean =>
  Boolean(record?.result) && (check.kind === 'confirm' || Boolean(record?.verified.trim()))

export const answeredIn = (block: (typeof siteVisit2026.blocks)[number], record: VisitRecord): number =>
  block.checks.filter((check) => isAnswered(check, record.checks[check.id])).length
