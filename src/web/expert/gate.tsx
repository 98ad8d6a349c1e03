import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { Cite } from '../parts/cite.tsx'
import { LongField } from '../parts/field.tsx'
import { Names } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { Segment } from '../parts/segment.tsx'
import { client } from '../queries.ts'
import { Refused } from '../call.ts'
import { Fault } from '../shell/fault.tsx'
import { useIntention } from '../steps/intention.ts'
import type { Schema } from '../steps/schema.ts'
import { useLanguage } from '../words.ts'
import { type Application, takeOnPanel } from './panels.ts'

/** Nothing but the hosts is known before the declaration; one yes hands over without blame. `again`: found while reading. */
export function Gate({ detail, application, again }: { detail: CaseDetail; application: Application; again?: () => void }) {
  const { t } = useTranslation(['admin', 'shell', 'draw'])
  const id = useId()
  const questions = useQuestions(detail)
  const [answers, setAnswers] = useState<Record<string, boolean>>({})
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const intention = useIntention()
  const missing = questions.filter(({ name }) => answers[name] === undefined).length
  const conflict = Object.values(answers).some(Boolean)
  const declare = async () => {
    if (missing > 0 || busy) return
    setBusy(true)
    setFault(null)
    const body = { about: application.case, answers, ...(note.trim() && { note: note.trim() }) }
    try {
      await takeOnPanel(detail.case.id, 'declareConflict', body, intention.keyFor(body))
      await client.invalidateQueries({ queryKey: ['case'] })
    } catch (refused) {
      if (refused instanceof Refused && refused.problem.status > 0) intention.answered()
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="panel gate" aria-labelledby={id}>
      <header>
        <p className="s mute">
          {detail.case.number} <Cite law="Art. 10(3)" />
        </p>
        <h1 id={id}>{t(again ? 'draw:expert.back' : 'gate.title')}</h1>
        <p>
          {t('tasks.hosts')} <b><Names names={application.hosts} /></b>
        </p>
        {!again && <p className="s mute">{t('gate.why')}</p>}
      </header>
      <div className="bd stack">
        {again ? <Note tone="am">{t('draw:expert.backSays')}</Note> : <Note tone="ok">{t('gate.checked')}</Note>}
        <ul className="asks-list">
          {questions.map(({ name, says }) => (
            <li key={name}>
              <span className="grow">{says}</span>
              <Segment
                label={says}
                value={answers[name] === undefined ? null : answers[name] ? 'yes' : 'no'}
                onChange={(answer) => setAnswers({ ...answers, [name]: answer === 'yes' })}
                choices={[
                  { value: 'yes', label: t('gate.yes'), tone: 'mid' },
                  { value: 'no', label: t('gate.no'), tone: 'yes' },
                ]}
              />
            </li>
          ))}
        </ul>
        {conflict && <LongField label={t('gate.note')} value={note} onChange={setNote} />}
        <p className="s mute">
          {t('gate.rest')} <Cite law="setting:conflict.declare" />
        </p>
        {fault !== null && <Fault error={fault} title={t('shell:error.title')} />}
      </div>
      <footer className="row">
        <span className="s mute grow" role="status">
          {missing > 0 && t('gate.missing', { n: missing })}
        </span>
        {again ? (
          <button type="button" className="btn" onClick={again}>
            {t('shell:back')}
          </button>
        ) : (
          <Link className="btn" to="/tasks">
            {t('gate.later')}
          </Link>
        )}
        <button type="button" className="btn primary" aria-disabled={missing > 0 || busy || undefined} onClick={() => void declare()}>
          {t(conflict ? 'gate.hand' : 'gate.declare')}
        </button>
      </footer>
    </section>
  )
}

/** The five questions come with the command of the step. */
function useQuestions(detail: CaseDetail): { name: string; says: string }[] {
  const { i18n } = useTranslation('admin')
  const language = useLanguage()
  const command = detail.available.find(({ step }) => step === 'declareConflict')?.command as Schema | undefined
  const answers = command?.properties?.answers?.properties ?? {}
  return Object.entries(answers).map(([name, schema]) => ({
    name,
    says:
      (language === 'zh' ? schema['x-zh'] : schema['x-en']) ||
      (i18n.exists(`steps:declaration.${name}`) ? i18n.t(`steps:declaration.${name}` as never) : name),
  }))
}
