/**
 * The wizard's one door to the form's own page: how answers lie, what applies, what is worked out. The screen shows with
 * the very functions the server decides with, so that there is one rule in one place. All of it is pure.
 */
export { assemble, disassemble, wordsAt } from '../../procedures/recognition/recognition.draft.ts'
export { answerPath, answersIn, isAnswer } from '../../procedures/recognition/recognition.form.answers.ts'
export { computedOf } from '../../procedures/recognition/recognition.form.computed.ts'
export { covers } from '../../procedures/recognition/recognition.form.diff.ts'
export { applies, isRequired, rowsAt, sumOf } from '../../procedures/recognition/recognition.form.grammar.ts'
export { isAnswered, isNumeric, valueIssue } from '../../procedures/recognition/recognition.form.validate.ts'
export type { Answer } from '../../procedures/recognition/recognition.form.answers.ts'
export type {
  ApplicationData, Attachment, Field, Form, Row, Section, Table, Value,
} from '../../procedures/recognition/recognition.form.grammar.ts'
