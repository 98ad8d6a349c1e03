/**
 * The pre-check 预审: what county and city will find, told before anything is sent. The rules are theirs (verdicts are
 * handed in), the form's own checks are added, and every finding knows its field.
 */
import type { Check as CheckAnswer, Finding } from '../../contract.ts'
import type { Day } from '../../kernel/day.ts'
import type { Verdict } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { factsOf } from './recognition.form.facts.ts'
import { type ApplicationData, type AttachedFile, type Form, applies, textAt, words } from './recognition.form.grammar.ts'
import { type FieldIssue, completeness, validate } from './recognition.form.validate.ts'
import type { Check, CheckFacts, PrecheckSettings } from './recognition.precheck.check.ts'
import { orderChecks } from './recognition.precheck.order.ts'
import { peopleChecks } from './recognition.precheck.people.ts'
import { explainedPaths, isRuleToo, placeOfRule } from './recognition.precheck.places.ts'
import { riskChecks } from './recognition.precheck.risks.ts'
import { settingChecks } from './recognition.precheck.settings.ts'
import { sumChecks } from './recognition.precheck.sums.ts'

export const formChecks: readonly Check[] = [...sumChecks, ...peopleChecks, ...orderChecks, ...riskChecks, ...settingChecks]

export type { Check, CheckFacts, Fault, PrecheckSettings } from './recognition.precheck.check.ts'

export type PrecheckInput = {
  readonly form: Form
  readonly data: ApplicationData
  readonly attachments: readonly AttachedFile[]
  /** What the rules of the regulation said about this application. */
  readonly verdicts: readonly Verdict[]
  readonly settings: PrecheckSettings
  readonly today: Day
}

export type SectionState = CheckAnswer['sections'][number]

/** Every finding, in the order of the form; the ones that hold are among them. */
export function precheck(input: PrecheckInput): Finding[] {
  const { form, data, attachments, verdicts } = input
  const issues = validate(form, data, attachments)
  const ruled = new Set(verdicts.map(({ rule }) => rule))
  const facts = { ...input, facts: factsOf(data, attachments) }
  const findings = [
    ...issueFindings(input, issues),
    ...formChecks
      .filter((check) => !ruled.has(check.id) && concerns(input, check))
      .flatMap((check) => checkFindings(check, facts))
      // In a section nobody has begun everything agrees with everything.
      .filter(({ outcome, section }) => outcome !== 'met' || !isUntouched(data, section)),
    // The lists of gaps and faults say more than the rules that count them.
    ...verdicts.filter(({ rule }) => rule !== 'applicationComplete' && rule !== 'formChecksHold').map((verdict) => verdictFinding(verdict, data)),
  ]
  const order = (section: string) => form.sections.findIndex(({ id }) => id === section)
  return findings.toSorted((a, b) => order(a.section) - order(b.section))
}

/** Findings, their counts, and the state of every section for the wizard's list. */
export function checkOf(input: PrecheckInput): CheckAnswer {
  const findings = precheck(input)
  const count = (outcome: Finding['outcome']) => findings.filter((one) => one.outcome === outcome).length
  return {
    findings,
    counts: {
      notMet: count('notMet'),
      needsReason: count('needsReason'),
      needsJudgement: count('needsJudgement'),
      notEvaluated: count('notEvaluated'),
      met: count('met'),
    },
    sections: sectionStates(input, findings),
  }
}

/** What the form's own checks leave open; those that are rules of the step as well speak there. */
export function openChecks(input: Omit<PrecheckInput, 'verdicts'>): Finding[] {
  const facts = { ...input, facts: factsOf(input.data, input.attachments) }
  return blocking(formChecks.filter((check) => !isRuleToo(check.id) && concerns({ ...input, verdicts: [] }, check)).flatMap((check) => checkFindings(check, facts)))
}

/** What keeps the application from being submitted. */
export const blocking = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ outcome }) => outcome === 'notMet' || outcome === 'needsReason')

/** The written reasons of the form, filed under the rule each explains, as a step takes them. */
export const reasonsOf = (data: ApplicationData): Record<string, string> =>
  Object.fromEntries(
    Object.entries(explainedPaths).flatMap(([rule, path]) => {
      const reason = textAt(data, path)
      return reason === undefined ? [] : [[rule, reason]]
    }),
  )

/** Empty, being written, to be mended, to be explained, done, or not applicable with its reason in the form. */
export function sectionStates(
  { form, data, attachments }: Pick<PrecheckInput, 'form' | 'data' | 'attachments'>,
  findings: readonly Finding[],
): SectionState[] {
  const gaps = new Set(
    validate(form, data, attachments)
      .filter(({ kind, path }) => isGap(kind, path))
      .map(({ path }) => `field:${path}`),
  )
  return form.sections.map((section) => {
    const mine = findings.filter((one) => one.section === section.id)
    const unmet = mine.filter(({ outcome }) => outcome === 'notMet')
    if (applies(section, data) !== true) return { section: section.id, state: 'notApplicable' }
    if (isUntouched(data, section.id)) return { section: section.id, state: 'empty' }
    if (unmet.some(({ id }) => !gaps.has(id))) return { section: section.id, state: 'must' }
    if (unmet.length > 0) return { section: section.id, state: 'writing' }
    return { section: section.id, state: mine.some(({ outcome }) => outcome === 'needsReason') ? 'explain' : 'done' }
  })
}

/** What simply has not been written yet; a gap within a row is a fault of the row. */
const isGap = (kind: FieldIssue['kind'], path: string) =>
  kind === 'attachment' || kind === 'rows' || (kind === 'missing' && path.split('.').length === 2)

/** One finding a gap; one for the whole of a section nobody has begun; one that holds for a section without gaps. */
function issueFindings({ form, data }: PrecheckInput, issues: readonly FieldIssue[]): Finding[] {
  return [
    ...issues.filter(({ section }) => !form.sections.some(({ id }) => id === section)).map(issueFinding),
    ...form.sections
      .filter((section) => applies(section, data) === true)
      .flatMap((section): Finding[] => {
        const mine = issues.filter((issue) => issue.section === section.id)
        const whole = { section: section.id, path: null, law: completeness }
        if (mine.length === 0) {
          return [
            {
              ...whole,
              id: `section:${section.id}`,
              outcome: 'met',
              says: words(`${section.id} 节填写完整`, `Section ${section.id} is complete`),
              because: section.words,
            },
          ]
        }
        if (isUntouched(data, section.id)) {
          return [
            {
              ...whole,
              id: `section:${section.id}`,
              outcome: 'notMet',
              says: words(`${section.id} 节未填写`, `Section ${section.id} is empty`),
              because: section.words,
            },
          ]
        }
        return mine.map(issueFinding)
      }),
  ]
}

function issueFinding({ section, path, kind, place, expected, law }: FieldIssue): Finding {
  const lacks = kind === 'missing' || kind === 'attachment' || kind === 'rows'
  return {
    id: `field:${path}`,
    outcome: 'notMet',
    section,
    path,
    law,
    says: lacks ? words(`缺${place.zh}`, `Missing: ${place.en}`) : words(`${place.zh}须改`, `To be changed: ${place.en}`),
    because: kind === 'missing' ? words('必填项。', 'An answer is needed.') : words(`应为：${expected.zh}。`, `Expected: ${expected.en}.`),
  }
}

/** A check of a section that does not apply concerns nobody. */
const concerns = ({ form, data }: PrecheckInput, { section }: Check) =>
  form.sections.some((one) => one.id === section && applies(one, data) === true)

function checkFindings(check: Check, facts: CheckFacts): Finding[] {
  const { id, section, law, says } = check
  const faults = check.faults(facts)
  if (faults === undefined) return []
  if (faults.length === 0) return [{ id: `check:${id}`, outcome: 'met', section, path: check.path, law, says, because: says, rule: id }]
  return faults.map(({ because, path = check.path }) => {
    const note = check.explainedAt?.(path)
    const reason = note === undefined ? undefined : noteAt(facts.data, note)
    const at = path.split('.')[0] as string
    return {
      id: path === check.path ? `check:${id}` : `check:${id}:${path}`,
      section: at,
      path,
      law,
      says: saidOf(says, reason ? 'met' : outcomes[check.weight]),
      rule: id,
      outcome: reason ? 'met' : outcomes[check.weight],
      because: reason ? explained(because, reason) : because,
    }
  })
}

const outcomes = { must: 'notMet', explain: 'needsReason', judge: 'needsJudgement' } as const

function verdictFinding(verdict: Verdict, data: ApplicationData): Finding {
  const { rule, law, says, because = says } = verdict
  const note = explainedPaths[rule]
  const reason = verdict.reason ?? (note === undefined ? undefined : textAt(data, note))
  const lifted = reason !== undefined && verdict.modality === 'usually' && verdict.outcome === 'notMet'
  const outcome = lifted ? 'met' : outcomeOf(verdict)
  return {
    id: `rule:${rule}`,
    ...placeOfRule(rule, law),
    law,
    says: saidOf(says, outcome),
    rule,
    outcome,
    because: lifted ? explained(because, reason) : outcome === 'needsJudgement' && because === says ? leftToPeople : because,
  }
}

/** A rule states what should hold: where it does not, the heading says so first. */
const saidOf = (says: Words, outcome: Finding['outcome']): Words => (outcome === 'notMet' || outcome === 'needsReason' ? words(`不符合：${says.zh}`, `Not met: ${says.en}`) : says)
const leftToPeople = words('平台不作判断，由区县和专家认定。', 'The platform does not judge this; county and experts do.')

function outcomeOf({ outcome, modality }: Verdict): Finding['outcome'] {
  switch (outcome) {
    case 'met':
    case 'needsJudgement':
    case 'notEvaluated':
      return outcome
    case 'notMet':
      return modality === 'must' ? 'notMet' : 'needsReason'
  }
}

const explained = (because: Words, reason: string): Words => words(`${because.zh}已说明：${reason}`, `${because.en} Explained: ${reason}`)

/** The text of a note, of a field or of a cell. */
function noteAt(data: ApplicationData, path: string): string | undefined {
  const [section, table, row, column] = path.split('.') as [string, string, string?, string?]
  if (row === undefined || column === undefined) return textAt(data, path)
  const rows = data[section]?.[table]
  const cell = Array.isArray(rows) ? rows.find(({ id }) => id === row)?.[column] : undefined
  return typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : undefined
}

const isUntouched = (data: ApplicationData, section: string): boolean =>
  Object.values(data[section] ?? {}).every((value) => value === null || value === '' || (Array.isArray(value) && value.length === 0))
