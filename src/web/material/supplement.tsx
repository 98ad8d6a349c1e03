import { useTranslation } from 'react-i18next'
import type { Notice } from '../../procedures/recognition/recognition.case.ts'
import { shortDay } from '../format.ts'
import { Icon } from '../parts/icon.tsx'
import { Cite } from '../parts/cite.tsx'
import { DiffRows } from '../parts/diff.tsx'
import { useSession } from '../queries.ts'
import { useWords } from '../words.ts'
import type { Change } from '../../procedures/recognition/recognition.form.diff.ts'
import type { ApplicationView, Comparison } from './application.query.ts'

type Changes = readonly Change[]

/** 补正对照: for each item the demand, what changed, and the applicant's answer; changes outside the notice apart. */
export function Supplement({
  notices,
  view,
  comparison,
}: {
  notices: readonly Notice[]
  view: ApplicationView
  comparison: Comparison | undefined
}) {
  return notices
    .toReversed()
    .map((notice, index) => (
      <One key={notice.entry} notice={notice} view={view} comparison={index === 0 && notice.answeredOn ? comparison : undefined} />
    ))
}

function One({ notice, view, comparison }: { notice: Notice; view: ApplicationView; comparison: Comparison | undefined }) {
  const { t } = useTranslation('case')
  const { today } = useSession()
  const { from, to, outside = [] } = comparison ?? {}
  return (
    <section className="supplement">
      <div className="row wrap">
        <h2>{t('supplement.title')}</h2>
        <span className="s mute">
          {from && to
            ? t('supplement.versions', { from: from.no, fromOn: shortDay(from.on, today), to: to.no, toOn: shortDay(to.on, today) })
            : t('supplement.asked', {
                by: t(`supplement.${notice.by}`),
                on: shortDay(notice.askedOn, today),
                n: notice.items.length,
                due: shortDay(notice.dueOn, today),
              })}
        </span>
      </div>
      {notice.items.map((item) => (
        <Item
          key={item.no}
          item={item}
          notice={notice}
          view={view}
          changes={comparison?.items.find(({ no }) => no === item.no)?.changes ?? null}
        />
      ))}
      {outside.length > 0 && (
        <article className="diff outside">
          <header>
            <span className="t-am">
              <Icon shape="warn" />
            </span>
            <div className="grow">
              <b>{t('supplement.outside', { n: outside.length })}</b>
              <div className="s mute">{t('supplement.outsideSays', { on: shortDay(notice.askedOn, today) })}</div>
            </div>
          </header>
          <Rows changes={outside} />
        </article>
      )}
    </section>
  )
}

function Item({
  item,
  notice,
  view,
  changes,
}: {
  item: Notice['items'][number]
  notice: Notice
  view: ApplicationView
  changes: Changes | null
}) {
  const { t } = useTranslation('case')
  const answer = notice.answers.find((one) => one.item === item.no)?.answer
  return (
    <article className="diff" id={`item-${item.no}`}>
      <header>
        <span className="n">{item.no}</span>
        <div className="grow">
          <b>{item.demand}</b>
          <div className="s mute">{t('supplement.place', { path: usePlaceName(view)(item.path) })}</div>
        </div>
        <Cite law={notice.by === 'city' ? 'Art. 10(3)' : 'Art. 10(2)'} />
      </header>
      {changes && changes.length > 0 && <Rows changes={changes} />}
      {changes && changes.length === 0 && <p className="s mute bd">{t('supplement.noChange')}</p>}
      <footer>
        <Icon shape={notice.answeredOn ? 'check' : 'clock'} />
        <span className="grow">
          {notice.answeredOn ? (
            answer ? (
              <>
                <span className="mute">{t('supplement.answer')}</span>
                {answer}
              </>
            ) : (
              <span className="mute">{t('supplement.noAnswer')}</span>
            )
          ) : (
            <span className="mute">{t('supplement.waiting')}</span>
          )}
        </span>
        <span className={`s ${answer ? 't-ok' : 'faint'}`}>{answer ? t('supplement.answered') : t('supplement.unanswered')}</span>
      </footer>
    </article>
  )
}

function Rows({ changes }: { changes: Changes }) {
  const words = useWords()
  return (
    <DiffRows
      rows={changes.map((change) => ({
        key: change.path,
        name: words(change.words),
        before: words(change.shown.before),
        after: words(change.shown.after),
      }))}
    />
  )
}

/** "E.equipment" in the words of the form. */
function usePlaceName(view: ApplicationView): (path: string) => string {
  const { t } = useTranslation('case')
  const words = useWords()
  return (path) => {
    const attachment = view.form.attachments.find(({ code }) => code === path.replace('attachments.', ''))
    if (attachment) return `${t('supplement.attachment', { code: attachment.code })} ${words(attachment.words)}`
    const [id, part] = path.split('.')
    const section = view.form.sections.find((one) => one.id === id)
    if (!section) return path
    const place = [...section.fields, ...section.tables].find((one) => one.id === part)
    return `${section.id} ${words(section.words)}${place ? ` · ${words(place.words)}` : ''}`
  }
}
