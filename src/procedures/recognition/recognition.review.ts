/** What the review of a recognition is asked and how it is counted: checklists, form items, the composite score. Pure. */
import type { FormItem, Question } from '../../regulation/jinzhong-2023/article-10-recognition.ts'
import { countyChecklists, examItems } from '../../settings/checklists-2026.ts'
import { composite } from '../../settings/scores.ts'
import type { Settings } from '../../settings/settings.ts'
import type { RecognitionCase } from './recognition.case.ts'

export const countyQuestions: { truth: Question[]; completeness: Question[]; form: Question[] } = {
  truth: [...countyChecklists.truth.questions], completeness: [...countyChecklists.completeness.questions], form: [...countyChecklists.form.questions],
}

export const formItemsWith = (settings: Settings): FormItem[] => examItems(settings['form.hardFail'])

/** Panel and site, each and together: 100 points each, weighted by the setting. */
export function scoresOf(file: Pick<RecognitionCase, 'panel' | 'visit'>, meetingWeight: number) {
  const meeting = file.panel ? Number(file.panel.score) : undefined
  const site = file.visit ? Number(file.visit.total) : undefined
  return { meeting, site, composite: meeting === undefined || site === undefined ? undefined : composite(meeting, site, meetingWeight) }
}
