import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { asksComment, type Dimension, rubric2026, rubricItems } from '../../settings/rubric-2026.ts'
import { Refused } from '../call.ts'
import { timeOf } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Grounds } from '../parts/grounds.tsx'
import { Icon } from '../parts/icon.tsx'
import { LongField } from '../parts/field.tsx'
import { ScoreRow } from './score-row.tsx'
import { Segment } from '../parts/segment.tsx'
import { useKept } from '../parts/use-kept.ts'
import { client } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useIntention } from '../steps/intention.ts'
import { useListing, useWords } from '../words.ts'
import { type Application, takeOnPanel } from './panels.ts'

export type Sheet = {
  items: Record<string, number>
  comments: Record<string, string>
  vetoes: Record<string, boolean>
  vote: string
  opinion: string
}
const blank: Sheet = { items: {}, comments: {}, vetoes: {}, vote: '', opinion: '' }

/** The sheet of one expert: kept on this device until it is submitted, sealed from then on. */
export function Rubric({ detail, application }: { detail: CaseDetail; application: Application }) {
  const { t } = useTranslation(['admin', 'shell'])
  const listing = useListing()
  const words = useWords()
  const { value: sheet, set, drop, at } = useKept<Sheet>(`zhongshi.score.${detail.case.id}.${application.case}`, blank)
  const [current, setCurrent] = useState(rubricItems.find(({ id }) => sheet.items[id] === undefined)?.id ?? rubricItems[0]?.id ?? '')
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const intention = useIntention()
  const place = useRef<HTMLDivElement>(null)
  const least = Number(detail.case.file.opinionChars ?? 1)
  const lacking = useLacking(sheet, least)
  const scored = rubricItems.filter(({ id }) => sheet.items[id] !== undefined)
  const submit = async () => {
    setTried(true)
    if (lacking.length > 0)
      return place.current
        ?.querySelector<HTMLElement>(
          `[data-item="${lacking[0]?.at}"] input, [data-item="${lacking[0]?.at}"] button, [data-item="${lacking[0]?.at}"] textarea`,
        )
        ?.focus()
    const body = {
      about: application.case,
      ...sheet,
      opinion: sheet.opinion.trim(),
      comments: Object.fromEntries(Object.entries(sheet.comments).filter(([, text]) => text.trim())),
    }
    try {
      setFault(null)
      await takeOnPanel(detail.case.id, 'score', body, intention.keyFor(body))
      drop()
      await client.invalidateQueries({ queryKey: ['case'] })
    } catch (refused) {
      if (refused instanceof Refused && refused.problem.status > 0) intention.answered()
      setFault(refused)
    }
  }
  const go = (by: number) => {
    const next = rubricItems[rubricItems.findIndex(({ id }) => id === current) + by]
    if (!next) return
    setCurrent(next.id)
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[data-item="${next.id}"]`)?.scrollIntoView({ block: 'nearest' }))
  }
  return (
    <section className="rub" ref={place} aria-label={t('score.items')}>
      <div className="rubhead">
        <div className="row between">
          <span>{t('score.answered', { n: scored.length, of: rubricItems.length })}</span>
          <span className="s mute">
            {t('score.subtotal')} <b className="big-figure">{scored.reduce((sum, { id }) => sum + (sheet.items[id] ?? 0), 0)}</b>{' '}
            {t('score.of', { n: scored.reduce((sum, { points }) => sum + points, 0) })}
          </span>
        </div>
        <progress
          max={rubricItems.length}
          value={scored.length}
          aria-label={t('score.answered', { n: scored.length, of: rubricItems.length })}
        />
        <p className="xs faint">
          <Icon shape="lock" /> {t('score.sealed')} <Cite law="setting:score.rubric" />
          {at && (
            <span className="t-ok">
              {' '}
              <Icon shape="okc" />
              {t('score.kept', { time: timeOf(at) })}
            </span>
          )}
        </p>
      </div>
      {rubric2026.dimensions.map((dimension) => (
        <Dim key={dimension.no} dimension={dimension} sheet={sheet} set={set} current={current} onCurrent={setCurrent} />
      ))}
      <section className="dim tail">
        <h3>{t('score.veto')}</h3>
        <ul className="asks-list">
          {rubric2026.vetoes.map(({ id, words: says }) => (
            <li key={id} data-item={id}>
              <span className="grow">{words(says)}</span>
              <Segment
                label={words(says)}
                value={sheet.vetoes[id] === undefined ? null : sheet.vetoes[id] ? 'yes' : 'no'}
                onChange={(one) => set({ ...sheet, vetoes: { ...sheet.vetoes, [id]: one === 'yes' } })}
                choices={[
                  { value: 'yes', label: t('score.yes'), tone: 'no' },
                  { value: 'no', label: t('score.no'), tone: 'yes' },
                ]}
              />
            </li>
          ))}
        </ul>
      </section>
      <section className="dim tail stack">
        <div data-item="vote">
          <h3>{t('score.vote')}</h3>
          <Segment
            label={t('score.vote')}
            value={sheet.vote}
            onChange={(vote) => set({ ...sheet, vote })}
            choices={rubric2026.recommendations.map(({ id, words: says }) => ({ value: id, label: words(says) }))}
          />
        </div>
        <div data-item="opinion">
          <LongField
            label={t('score.opinion')}
            required
            rows={5}
            value={sheet.opinion}
            onChange={(opinion) => set({ ...sheet, opinion })}
            help={t('score.characters', { n: [...sheet.opinion.trim()].length, least })}
          />
        </div>
        <p className="xs mute">{t('score.final')}</p>
        {tried && lacking.length > 0 && (
          <p className="err" role="alert">
            {t('score.lacking', { what: listing(lacking.map(({ says }) => says)) })}
          </p>
        )}
        {fault instanceof Refused && fault.problem.refusals?.length ? (
          <div className="note no" role="alert">
            <Grounds
              grounds={fault.problem.refusals.map((ground, index) => ({ key: `${index}`, law: ground.law, reason: ground.reason }))}
            />
          </div>
        ) : (
          fault !== null && <Fault error={fault} title={t('shell:error.title')} />
        )}
      </section>
      <footer className="rubfoot row">
        <button type="button" className="btn" onClick={() => go(-1)}>
          {t('score.previous')}
        </button>
        <button type="button" className="btn primary" onClick={() => go(1)}>
          {t('score.next')}
        </button>
        <span className="grow" />
        <button type="button" className={lacking.length > 0 ? 'btn' : 'btn sign'} onClick={() => void submit()}>
          {lacking.length > 0 ? t('score.lacks', { n: lacking.length }) : t('score.submit')}
        </button>
      </footer>
    </section>
  )
}

function Dim({
  dimension,
  sheet,
  set,
  current,
  onCurrent,
}: {
  dimension: Dimension
  sheet: Sheet
  set: (sheet: Sheet) => void
  current: string
  onCurrent: (id: string) => void
}) {
  const { t } = useTranslation('admin')
  const words = useWords()
  const done = dimension.items.filter(({ id }) => sheet.items[id] !== undefined)
  const all = done.length === dimension.items.length
  return (
    <section className="dim">
      <header>
        <span className={all ? 't-ok' : done.length > 0 ? 't-go' : 'faint'}>
          <Icon shape={all ? 'okc' : done.length > 0 ? 'half' : 'open'} />
        </span>
        <h2 className="h3">
          {dimension.no}　{words(dimension.words)}
        </h2>
        <span className="s faint">{t('score.points', { n: dimension.points })}</span>
        <Cite law={dimension.law} />
        <span className="sc">
          <b>{done.length > 0 ? done.reduce((sum, { id }) => sum + (sheet.items[id] ?? 0), 0) : t('score.empty')}</b>
        </span>
      </header>
      {dimension.items.map((item) => (
        <ScoreRow
          key={item.id}
          item={item}
          points={sheet.items[item.id]}
          comment={sheet.comments[item.id] ?? ''}
          open={item.id === current}
          onOpen={() => onCurrent(item.id)}
          onPoints={(points) => set({ ...sheet, items: { ...sheet.items, [item.id]: points } })}
          onComment={(comment) => set({ ...sheet, comments: { ...sheet.comments, [item.id]: comment } })}
        />
      ))}
    </section>
  )
}

/** What the sheet still needs before it can be sent, in the order it stands there. */
function useLacking(sheet: Sheet, least: number): { at: string; says: string }[] {
  const { t } = useTranslation('admin')
  return [
    ...rubricItems.flatMap((item) => {
      const points = sheet.items[item.id]
      if (points === undefined) return [{ at: item.id, says: item.id }]
      return asksComment(item, points) && !sheet.comments[item.id]?.trim()
        ? [{ at: item.id, says: `${item.id} ${t('score.comments')}` }]
        : []
    }),
    ...(rubric2026.vetoes.some(({ id }) => sheet.vetoes[id] === undefined)
      ? [{ at: rubric2026.vetoes.find(({ id }) => sheet.vetoes[id] === undefined)?.id ?? '', says: t('score.vetoes') }]
      : []),
    ...(sheet.vote ? [] : [{ at: 'vote', says: t('score.vote') }]),
    ...([...sheet.opinion.trim()].length < Math.max(1, least) ? [{ at: 'opinion', says: t('score.opinion') }] : []),
  ]
}
