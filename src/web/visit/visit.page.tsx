import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { Headline } from '../../procedures/recognition/recognition.facts.ts'
import { siteVisit2026 } from '../../settings/site-visit-2026.ts'
import { Icon } from '../parts/icon.tsx'
import { NumberField } from '../parts/field.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { useKept } from '../parts/use-kept.ts'
import { useCase, useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useOnline } from '../shell/frame.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { CheckCard } from './check.tsx'
import { Differences } from './differences.tsx'
import { Finish } from './finish.tsx'
import { answeredIn, blankRecord, declaredOf, type VisitRecord } from './record.ts'
import { usePhotos } from './use-photos.ts'
import '../css/visit.css'

const route = getRouteApi('/cases/$number/visit')

/** S1 to S6 on a phone: one column, the thumb's bar below, everything kept on the device until it is sent. */
export function VisitPage() {
  const { t } = useTranslation('admin')
  const { number } = route.useParams()
  const { data: detail, error, refetch } = useCase(number)
  useTitle(`${t('visit.title')} ${number}`)
  if (!detail) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton />}</div>
  const step = detail.available.find((one) => one.step === 'recordSiteVisit')
  if (!step)
    return (
      <div className="page">
        <Note
          tone="am"
          action={
            <Link className="btn sm" to="/cases/$number" params={{ number }}>
              {t('visit.back')}
            </Link>
          }
        >
          {t('visit.closed')}
        </Note>
      </div>
    )
  return <Visit detail={detail} />
}

function Visit({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('admin')
  const { today } = useSession()
  const { value: record, set, drop } = useKept<VisitRecord>(`zhongshi.visit.${detail.case.id}`, blankRecord(today))
  const { photos, waiting, add } = usePhotos(detail.case.id)
  const [at, setAt] = useState(0)
  const block = siteVisit2026.blocks[at]
  const declared = declaredOf(detail.case.file.facts as Partial<Headline> | null)
  // Newer browsers answer with a promise, which is no clean-up.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every block begins at its top
  useEffect(() => {
    void window.scrollTo(0, 0)
  }, [at])
  return (
    <div className="phone">
      <Top detail={detail} waiting={waiting} />
      <Blocks at={at} record={record} onGo={setAt} />
      {block ? (
        <>
          {block.checks.map((check) => (
            <CheckCard
              key={check.id}
              check={check}
              law={block.law}
              declared={declared[check.id]}
              record={record.checks[check.id]}
              photos={photos.filter(({ item }) => item === check.id)}
              onPhotos={(files) => void add(check.id, files)}
              onChange={(next) => set({ ...record, checks: { ...record.checks, [check.id]: { ...next, at: new Date().toISOString() } } })}
            />
          ))}
          <section className="card">
            <NumberField
              label={t('visit.score', { block: block.id })}
              unit={t('visit.of', { n: block.points })}
              min={0}
              max={block.points}
              step={0.5}
              value={record.scores[block.id] ?? null}
              onChange={(points) => set({ ...record, scores: { ...record.scores, [block.id]: points } })}
            />
          </section>
          <Differences record={record} declared={declared} />
        </>
      ) : (
        <Finish detail={detail} record={record} set={set} drop={drop} declared={declared} photos={photos} waiting={waiting} />
      )}
      <nav className="bar2">
        <button type="button" className="btn back" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {t('visit.previous')}
        </button>
        {block && (
          <button type="button" className="btn primary" onClick={() => setAt(at + 1)}>
            {siteVisit2026.blocks[at + 1] ? t('visit.next', { block: siteVisit2026.blocks[at + 1]?.id }) : t('visit.finish')}
          </button>
        )}
      </nav>
    </div>
  )
}

function Top({ detail, waiting }: { detail: CaseDetail; waiting: number }) {
  const { t } = useTranslation('admin')
  const online = useOnline()
  return (
    <header className="ph on-dark">
      <div className="row between">
        <Link className="row" to="/cases/$number" params={{ number: detail.case.number }}>
          <Icon shape="back" />
          <b>{t('visit.title')}</b>
        </Link>
        <span className={online && waiting === 0 ? 'row s' : 'row s waiting'} role="status">
          <Icon shape={online ? (waiting > 0 ? 'sync' : 'check') : 'off'} />
          {!online ? t('visit.offline', { n: waiting }) : waiting > 0 ? t('visit.queued', { n: waiting }) : t('visit.online')}
        </span>
      </div>
      <h1>{detail.case.title}</h1>
      <small>
        {detail.case.number} · {detail.case.hosts.map(({ name }) => name).join('、')}
      </small>
    </header>
  )
}

function Blocks({ at, record, onGo }: { at: number; record: VisitRecord; onGo: (at: number) => void }) {
  const { t } = useTranslation('admin')
  const words = useWords()
  return (
    <nav className="blocks" aria-label={t('visit.blocks')}>
      {siteVisit2026.blocks.map((block, index) => {
        const done = answeredIn(block, record)
        return (
          <button
            key={block.id}
            type="button"
            aria-current={index === at ? 'step' : undefined}
            aria-label={`${block.id} ${words(block.words)} ${done} / ${block.checks.length}`}
            onClick={() => onGo(index)}
          >
            <b>{block.id}</b>
            {done === block.checks.length ? (
              <span className="t-ok">
                <Icon shape="okc" />
              </span>
            ) : (
              `${done}/${block.checks.length}`
            )}
          </button>
        )
      })}
      <button
        type="button"
        aria-current={at === siteVisit2026.blocks.length ? 'step' : undefined}
        aria-label={t('visit.finish')}
        onClick={() => onGo(siteVisit2026.blocks.length)}
      >
        <b>
          <Icon shape="quill" />
        </b>
      </button>
    </nav>
  )
}
