import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDay } from '../format.ts'
import { CheckField, LongField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSession } from '../queries.ts'
import { keepDraft, keptDraft } from '../steps/draft.ts'
import { useWords } from '../words.ts'
import { useWizard } from './context.ts'
import type { Form } from './application.ts'

type Notice = { by: 'county' | 'city'; items: { no: number; path: string; demand: string }[]; askedOn: string; dueOn: string; answeredOn: string | null }
type Answer = { item: number; answer: string }

/** What the notice asks, each with its place and a box for the answer; other places open only on request. */
export function NoticeItems() {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { today } = useSession()
  const { detail, state, form, goTo, openOthers, setOpenOthers, readOnly } = useWizard()
  const notice = (detail.case.file.notices as Notice[] | undefined)?.findLast(({ answeredOn }) => !answeredOn)
  const { answers, write } = useAnswers(detail.case.id, detail.case.status === 'supplementing' ? 'supplement' : 'submit')
  if (!notice || state.unlocked === null) return null
  const left = notice.items.filter(({ no }) => !answers.some((one) => one.item === no && one.answer.trim()))
  return (
    <section className="panel notice" aria-label={t('notice.title')}>
      <div className="hd wrap"><h2 className="h3 t-am row"><Icon shape="back" />{t('notice.title')}</h2>
        <span className="s mute">{t('notice.asked', { by: t(`notice.${notice.by}`), on: shortDay(notice.askedOn, today), due: shortDay(notice.dueOn, today), n: notice.items.length })}</span>
        <span className="grow" /><span className="s mute" role="status">{left.length > 0 ? t('notice.left', { n: left.length }) : t('notice.all')}</span></div>
      <ol>{notice.items.map((item) => (
        <li key={item.no}><span className="n" aria-hidden="true">{item.no}</span><div className="grow">
          <p><b>{item.demand}</b> <button type="button" className="link" onClick={() => goTo(/^A\d\d$/.test(item.path) ? `attachments.${item.path}` : item.path)}>{placeName(form, item.path, words)}</button></p>
          <LongField label={t('notice.answer', { no: item.no })} required rows={2} readOnly={readOnly} value={answers.find((one) => one.item === item.no)?.answer ?? ''}
            onChange={(answer) => write(notice.items.map(({ no }) => ({ item: no, answer: no === item.no ? answer : answers.find((one) => one.item === no)?.answer ?? '' })))} />
        </div></li>))}</ol>
      {!readOnly && <div className="pad"><CheckField checked={openOthers} onChange={setOpenOthers}>{t('notice.others')}</CheckField></div>}
    </section>
  )
}

/** Answers lie with the step's own draft on this device, so that the dialog that signs finds them. */
function useAnswers(caseId: string, step: string) {
  const id = `${caseId}.${step}`
  const [answers, setAnswers] = useState<Answer[]>(() => (keptDraft(id)?.values.answers as Answer[] | undefined) ?? [])
  const write = (next: Answer[]) => {
    setAnswers(next)
    const kept = keptDraft(id)
    keepDraft(id, { values: { ...kept?.values, answers: next }, reasons: kept?.reasons ?? {}, names: kept?.names ?? {} })
  }
  return { answers, write }
}

function placeName(form: Form, path: string, words: ReturnType<typeof useWords>): string {
  const attachment = form.attachments.find(({ code }) => code === path)
  if (attachment) return `${attachment.code} ${words(attachment.words)}`
  const [id, item] = path.split('.')
  const section = form.sections.find((one) => one.id === id)
  const place = [...(section?.fields ?? []), ...(section?.tables ?? [])].find((one) => one.id === item)
  return section ? `${section.id} ${words(place?.words ?? section.words)}` : path
}
