/** The list of sections beside a report says what the list of findings says. */
import { expect, test } from 'vitest'
import type { Verdict } from '../../kernel/rule.ts'
import { demoReport } from '../../demo/assessment-report.ts'
import { form2026K as form } from './assessment.form.ts'
import { checkReport } from './assessment.precheck.ts'

const verdict = (outcome: 'met' | 'notMet'): Verdict => ({ facts: {}, rule: 'performanceEvidenced', law: 'Art. 17(2)', modality: 'must', outcome, says: { zh: '附有业绩佐证', en: 'Evidence is attached' } })
const stateOf = (check: ReturnType<typeof checkReport>, id: string) => check.sections.find(({ section }) => section === id)?.state
const whole = demoReport({ year: 2026, name: '本基地', ownGrade: 'good' })
const files = form.attachments.map(({ code }) => ({ attachment: code }) as never)

test('a section in which nothing has to be written is not done while the evidence it is for is missing', () => {
  const lacks = checkReport({ form, data: whole, files: [], verdicts: [verdict('notMet')] })
  expect(stateOf(lacks, 'M')).toBe('must')
  expect(stateOf(checkReport({ form, data: whole, files, verdicts: [verdict('met')] }), 'M')).toBe('done')
})

test('a report nobody has begun has no section that is done but those in which nothing is missing', () => {
  const { sections, findings, counts } = checkReport({ form, data: {}, files: [], verdicts: [verdict('notMet')] })
  expect(counts.notMet).toBeGreaterThan(10)
  const lacking = new Set(findings.filter(({ outcome }) => outcome === 'notMet').map(({ section }) => section))
  expect(sections.filter(({ state, section }) => state === 'done' && lacking.has(section))).toEqual([])
  expect(stateOf({ sections } as never, 'M')).toBe('must')
})

test('a whole report has every section done', () => expect(new Set(checkReport({ form, data: whole, files, verdicts: [verdict('met')] }).sections.map(({ state }) => state).filter((state) => state !== 'notApplicable'))).toEqual(new Set(['done'])))
