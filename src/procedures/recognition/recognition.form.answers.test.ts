import { expect, test } from 'vitest'
import { answerPath, answersIn, checkAnswer } from './recognition.form.answers.ts'
import { assemble } from './recognition.draft.ts'

const notices = [{ items: [{ no: 1 }], answeredOn: '2026-11-20' }, { items: [{ no: 1 }, { no: 2 }], answeredOn: null }]

test.each<[string, unknown, string | undefined, string]>([
  ['answers.2.1', '已更正。', undefined, 'an item of the open notice'],
  ['answers.2.2', null, undefined, 'an answer taken back'],
  ['answers.2.2', 'x'.repeat(2000), undefined, 'as long as the step takes it'],
  ['answers.2.2', 'x'.repeat(2001), '不超过 2000 字', 'one character more'],
  ['answers.2.2', 7, '文字', 'no text'],
  ['answers.2.3', '已更正。', '尚未答复的告知事项', 'an item nobody asked for'],
  ['answers.1.1', '已更正。', '尚未答复的告知事项', 'a notice that is answered'],
  ['answers.3.1', '已更正。', '尚未答复的告知事项', 'a notice that is not there'],
  ['answers.2', '已更正。', '尚未答复的告知事项', 'no item'],
  ['answers.2.1.x', '已更正。', '尚未答复的告知事项', 'a place below an item'],
])('%s = %j: %s (%s)', (path, value, refused, _why) => {
  expect(checkAnswer(notices, path, value)?.zh).toBe(refused)
})

test('the step gets an answer for every item, and the application none of them', () => {
  const values = { 'A.direction': '碳纤维', [answerPath(2, 1)]: '已更正。' }
  expect(answersIn(values, 2, notices[1]!.items)).toEqual([{ item: 1, answer: '已更正。' }, { item: 2, answer: '' }])
  expect(assemble(values)).toEqual({ A: { direction: '碳纤维' } })
})
