/** The pre-check of a report: its gaps place by place, and what the rules will say, told before it is signed. */
import type { Check, Finding } from '../../contract.ts'
import type { Verdict } from '../../kernel/rule.ts'
import { type ApplicationData, applies, type AttachedFile, type Form, words } from '../recognition/recognition.form.grammar.ts'
import { attachmentsComplete, completeness, validate } from '../recognition/recognition.form.validate.ts'

export function checkReport({ form, data, files, verdicts }: { form: Form; data: ApplicationData; files: readonly AttachedFile[]; verdicts: readonly Verdict[] }): Check {
  const gaps = validate(form, data, files).map(({ section, path, kind, place, expected, law }): Finding => ({
    id: `field:${path}`, outcome: 'notMet', section, path, law: law === completeness || law === attachmentsComplete ? 'setting:assess.form' : law, says: words(`${kind === 'missing' || kind === 'attachment' || kind === 'rows' ? '缺' : '须改：'}${place.zh}`, `${place.en}`), because: kind === 'missing' ? words('必填项。', 'An answer is needed.') : words(`应为：${expected.zh}。`, `Expected: ${expected.en}.`),
  }))
  // The list of gaps says more than the rule that counts them.
  const ruled = verdicts.filter(({ rule }) => rule !== 'reportComplete').map(({ rule, law, says, because = says, outcome, modality }): Finding => {
    const found = outcome === 'notMet' ? (modality === 'must' ? 'notMet' : 'needsReason') : outcome
    return { id: `rule:${rule}`, rule, law, outcome: found, section: placeOf[rule] ?? 'A', path: null, says: found === 'notMet' || found === 'needsReason' ? words(`不符合：${says.zh}`, `Not met: ${says.en}`) : says, because }
  })
  const order = (section: string) => form.sections.findIndex(({ id }) => id === section)
  const findings = [...gaps, ...ruled].toSorted((a, b) => order(a.section) - order(b.section))
  const count = (outcome: Finding['outcome']) => findings.filter((one) => one.outcome === outcome).length
  return { findings, counts: { notMet: count('notMet'), needsReason: count('needsReason'), needsJudgement: count('needsJudgement'), notEvaluated: count('notEvaluated'), met: count('met') }, sections: form.sections.map((section) => ({ section: section.id, state: stateOf(section.id) })) }

  function stateOf(id: string): Check['sections'][number]['state'] {
    const section = form.sections.find((one) => one.id === id)!
    if (applies(section, data) !== true) return 'notApplicable'
    const untouched = Object.values(data[id] ?? {}).every((value) => value === null || value === '' || (Array.isArray(value) && value.length === 0))
    const mine = gaps.filter((gap) => gap.section === id)
    // Nothing is done to which a rule still says no, whatever was written there.
    if (ruled.some(({ section, outcome }) => section === id && outcome === 'notMet')) return 'must'
    // A section where nothing has to be written is done while it is empty.
    if (untouched && mine.length > 0) return 'empty'
    if (mine.length > 0) return mine.every(({ id: gap }) => gap.split('.').length === 2) ? 'writing' : 'must'
    return ruled.some(({ section, outcome }) => section === id && outcome === 'needsReason') ? 'explain' : 'done'
  }
}

const placeOf: Readonly<Record<string, string>> = { performanceEvidenced: 'M', reportAndPlanFiled: 'L', trueUpInTime: 'A', estimateToSettle: 'A', reportingOpen: 'A' }
