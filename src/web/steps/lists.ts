/** The checklists a step may ask for, as the settings have them: questions, and what can be answered. */
import type { Words } from '../../kernel/words.ts'
import { countyChecklists, formExam2026 } from '../../settings/checklists-2026.ts'

export type List = {
  questions: readonly { id: string; words: Words; evidence: readonly string[] }[]
  answers: readonly { value: string; words: Words }[]
}

const answersOf = (answers: Readonly<Record<string, Words>>) => Object.entries(answers).map(([value, words]) => ({ value, words }))
const aspect = (name: 'truth' | 'completeness' | 'form'): List => ({
  questions: countyChecklists[name].questions,
  answers: answersOf(countyChecklists[name].answers),
})
const exam: List = {
  questions: formExam2026.items.map(({ code, words, evidence }) => ({ id: code, words, evidence })),
  answers: answersOf(formExam2026.answers),
}

export const lists = { truth: aspect('truth'), completeness: aspect('completeness'), form: aspect('form'), exam } as const
export type ListName = keyof typeof lists

export const listOf = (name: string | undefined): List | null => (name !== undefined && name in lists ? lists[name as ListName] : null)

export const tones: Readonly<Record<string, 'yes' | 'no' | 'mid'>> = {
  yes: 'yes',
  meets: 'yes',
  conforms: 'yes',
  no: 'no',
  fails: 'no',
  unclear: 'mid',
  supplement: 'mid',
  notApplicable: 'mid',
  differs: 'mid',
}
