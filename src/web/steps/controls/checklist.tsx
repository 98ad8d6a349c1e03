import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import { Segment } from '../../parts/segment.tsx'
import { useListing, useWords } from '../../words.ts'
import type { ControlProps } from '../control.tsx'
import { useFieldName } from '../form.tsx'
import { listOf, tones } from '../lists.ts'
import type { Schema } from '../schema.ts'

type Answered = { item: string; answer?: string; note?: string }
type Question = { id: string; says: string; evidence: string }
type Answer = { value: string; label: string }

/** Every item one row of choices, with a note beside it.  */
export function Checklist({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('steps')
  const label = useFieldName()(field)
  const { questions, answers } = useList(field.schema)
  const rows = (value as Answered[] | undefined) ?? []
  const rowOf = (id: string): Answered => rows.find(({ item }) => item === id) ?? { item: id }
  const put = (id: string, change: Partial<Answered>) =>
    onChange(questions.map((one) => (one.id === id ? { ...rowOf(id), ...change } : rowOf(one.id))).filter((row) => row.answer || row.note))
  const first = answers[0]
  const count = rows.filter(({ answer }) => answer).length
  return (
    <fieldset className="group checks">
      <legend>{t('checklist.legend', { title: label, n: count, of: questions.length })}</legend>
      {first && count < questions.length && (
        <button
          type="button"
          className="btn quiet sm"
          onClick={() => onChange(questions.map(({ id }) => ({ ...rowOf(id), answer: rowOf(id).answer ?? first.value })))}
        >
          <Icon shape="check" />
          {t('checklist.all', { answer: first.label })}
        </button>
      )}
      <ol className="check">
        {questions.map((question) => (
          <Row
            key={question.id}
            question={question}
            answers={answers}
            row={rowOf(question.id)}
            onChange={(change) => put(question.id, change)}
          />
        ))}
      </ol>
      {faults[path] && <p className="err">{faults[path]}</p>}
    </fieldset>
  )
}

function Row({
  question,
  answers,
  row,
  onChange,
}: {
  question: Question
  answers: readonly Answer[]
  row: Answered
  onChange: (change: Partial<Answered>) => void
}) {
  const { t } = useTranslation('steps')
  const [open, setOpen] = useState(false)
  const doubtful = row.answer !== undefined && tones[row.answer] !== 'yes'
  return (
    <li>
      <span className="faint no">{question.id}</span>
      <span className="says">
        {question.says}
        {question.evidence && <small className="xs faint">{question.evidence}</small>}
      </span>
      <Segment
        label={question.says}
        value={row.answer ?? null}
        onChange={(answer) => onChange({ answer })}
        choices={answers.map(({ value, label }) => ({ value, label, tone: tones[value] }))}
      />
      {open || row.note || doubtful ? (
        <input
          className="in note-in"
          aria-label={t('checklist.noteOf', { n: question.id })}
          placeholder={t('checklist.note')}
          value={row.note ?? ''}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      ) : (
        <button
          type="button"
          className="btn quiet sm note-in"
          onClick={() => setOpen(true)}
          aria-label={`${t('checklist.addNote')} ${question.id}`}
        >
          <Icon shape="quill" />
          {t('checklist.addNote')}
        </button>
      )}
    </li>
  )
}

/** The questions come with the command where the server sends them; else the settings have them. */
function useList({ 'x-items': items, 'x-checklist': name, items: row }: Schema): { questions: Question[]; answers: Answer[] } {
  const { t, i18n } = useTranslation('steps')
  const words = useWords()
  const values = row?.properties?.answer?.enum ?? []
  const listing = useListing()
  const list = listOf(name)
  return {
    questions:
      items?.map(({ id, words: says, evidence }) => ({ id, says: words(says), evidence: words(evidence) })) ??
      list?.questions.map(({ id, words: says, evidence }) => ({ id, says: words(says), evidence: listing(evidence) })) ??
      [],
    answers: values.map((value) => ({
      value,
      label:
        words(list?.answers.find((one) => one.value === value)?.words) ||
        (i18n.exists(`steps:answer.${value}`) ? t(`answer.${value}` as 'answer.yes') : value),
    })),
  }
}
