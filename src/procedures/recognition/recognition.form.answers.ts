/**
 * The answers to the items of a notice lie in the draft beside the form, under "answers.<notice>.<item>": what is typed
 * is not lost with a device, and a colleague goes on where another stopped. They are signed with the step, as part of it.
 */
import type { Words } from '../../kernel/words.ts'
import { words } from './recognition.form.grammar.ts'

type Notice = { readonly items: readonly { readonly no: number }[]; readonly answeredOn: string | null }
export type Answer = { item: number; answer: string }

/** As long as the command takes them. */
export const longestAnswer = 2000

const grammar = /^answers\.([1-9]\d{0,3})\.([1-9]\d{0,3})$/

export const isAnswer = (path: string): boolean => path.startsWith('answers.')

/** `notice`: which one of the case, from 1. */
export const answerPath = (notice: number, item: number): string => `answers.${notice}.${item}`

/** Why an answer cannot be stored: only what is still asked can be answered. */
export function checkAnswer(notices: readonly Notice[], path: string, value: unknown): Words | undefined {
  const [, no, item] = grammar.exec(path) ?? []
  const notice = notices[Number(no) - 1]
  if (!notice || notice.answeredOn || !notice.items.some((one) => one.no === Number(item))) return words('尚未答复的告知事项', 'an item that waits for an answer')
  if (value === null) return undefined
  if (typeof value !== 'string') return words('文字', 'text')
  return value.length <= longestAnswer ? undefined : words(`不超过 ${longestAnswer} 字`, `no more than ${longestAnswer} characters`)
}

/** The answers of one notice as its step asks for them, an empty text where nothing is written. */
export const answersIn = (values: { readonly [path: string]: unknown }, notice: number, items: readonly { readonly no: number }[]): Answer[] =>
  items.map(({ no }) => ({ item: no, answer: textOf(values[answerPath(notice, no)]) }))

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
