import { useTranslation } from 'react-i18next'
import { shortDay } from '../format.ts'
import { CheckField, LongField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSession } from '../queries.ts'
import { useWords } from '../words.ts'
import { answerPath, answersIn, type Form } from './application.ts'
import { set, useWizard, type Wizard } from './context.ts'

type Notice = { by: 'county' | 'city'; items: { no: number; path: string; demand: string }[]; askedOn: string; dueOn: string; answeredOn: string | null }

/** The notice that waits for an answer, and which one of the case it is, from 1. */
export function openNotice({ detail }: Pick<Wizard, 'detail'>): { notice: Notice; no: number } | null {
  const notices = (detail.case.file.notices as Notice[] | undefined) ?? []
  const at = notices.findLastIndex(({ answeredOn }) => !answeredOn)
  const notice = notices[at]
  return notice ? { notice, no: at + 1 } : null
}

/** What the notice asks, each with its place and a box for the answer; other places open only on request. */
export function NoticeItems() {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { today } = useSession()
  const { detail, state, form, goTo, openOthers, setOpenOthers, readOnly } = useWizard()
  const open = openNotice({ detail })
  if (!open || state.unlocked === null) return null
  const { notice } = open
  const answers = answersIn(state.values, open.no, notice.items)
  const left = answers.filter(({ answer }) => !answer.trim())
  return (
    <section className="panel notice" aria-label={t('notice.title')}>
      <div className="hd wrap"><h2 className="h3 t-am row"><Icon shape="back" />{t('notice.title')}</h2>
        <span className="s mute">{t('notice.asked', { by: t(`notice.${notice.by}`), on: shortDay(notice.askedOn, today), due: shortDay(notice.dueOn, today), n: notice.items.length })}</span>
        <span className="grow" /><span className="s mute" role="status">{left.length > 0 ? t('notice.left', { n: left.length }) : t('notice.all')}</span></div>
      <ol>{notice.items.map((item) => (
        <li key={item.no}><span className="n" aria-hidden="true">{item.no}</span><div className="grow">
          <p><b>{item.demand}</b> <button type="button" className="link" onClick={() => goTo(/^A\d\d$/.test(item.path) ? `attachments.${item.path}` : item.path)}>{placeName(form, item.path, words)}</button></p>
          <Answer no={item.no} path={answerPath(open.no, item.no)} />
        </div></li>))}</ol>
      {!readOnly && <div className="pad"><CheckField checked={openOthers} onChange={setOpenOthers}>{t('notice.others')}</CheckField></div>}
    </section>
  )
}

/** An answer is written like a field of the form: kept with every key, shared with colleagues, never merged in silence. */
function Answer({ no, path }: { no: number; path: string }) {
  const { t } = useTranslation('apply')
  const { store, state, readOnly } = useWizard()
  const inConflict = state.conflicts.some((one) => one.path === path)
  const refused = state.refused[path]
  return (
    <div data-path={path}>
      <LongField label={t('notice.answer', { no })} required rows={2} readOnly={readOnly || state.shut !== null} value={String(state.values[path] ?? '')}
        error={refused ? t('refused', { expected: refused }) : inConflict ? t('inConflict') : undefined}
        onFocus={() => store.enter(path)} onBlur={() => store.leave(path)} onChange={(answer) => set(store, path, answer === '' ? null : answer)} />
    </div>
  )
}

function placeName(form: Form, path: string, words: ReturnType<typeof useWords>): string {
  const attachment = form.attachments.find(({ code }) => code === path)
  if (attachment) return `${attachment.code} ${words(attachment.words)}`
  const [id, item] = path.split('.')
  const section = form.sections.find((one) => one.id === id)
  const place = [...(section?.fields ?? []), ...(section?.tables ?? [])].find((one) => one.id === item)
  return section ? `${section.id} ${words(place?.words ?? section.words)}` : path
}
