import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AvailableStep, CaseDetail } from '../../contract.ts'
import type { Headline } from '../../procedures/recognition/recognition.facts.ts'
import { siteVisit2026 } from '../../settings/site-visit-2026.ts'
import { NumberField } from '../parts/field.tsx'
import { useKept } from '../parts/use-kept.ts'
import { useSession } from '../queries.ts'
import { CheckCard } from './check.tsx'
import { Differences } from './differences.tsx'
import { Finish } from './finish.tsx'
import { OnSite } from './on-site.tsx'
import { Blocks, Thumb, Top } from './sheet.tsx'
import { answeredIn, blankRecord, declaredOf, type VisitRecord } from './record.ts'
import { usePhotos } from './use-photos.ts'
import '../css/visit.css'

const route = getRouteApi('/cases/$number/visit')

/** S1 to S6 on a phone: one column, the thumb's bar below, everything kept on the device until it is sent. */
export function VisitPage() {
  const { t } = useTranslation('admin')
  const { number } = route.useParams()
  return (
    <OnSite number={number} step="recordSiteVisit" words={{ title: t('visit.title'), closed: t('visit.closed'), back: t('visit.back') }}>
      {(detail, step) => <Visit detail={detail} step={step} />}
    </OnSite>
  )
}

function Visit({ detail, step }: { detail: CaseDetail; step: AvailableStep }) {
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
  const results = [
    { value: 'conforms', label: t('visit.results.conforms'), tone: 'yes' },
    { value: 'differs', label: t('visit.results.differs'), tone: 'mid' },
    { value: 'fails', label: t('visit.results.fails'), tone: 'no' },
  ] as const
  return (
    <div className="phone">
      <Top detail={detail} title={t('visit.title')} waiting={waiting} />
      <Blocks
        at={at}
        blocks={siteVisit2026.blocks.map((one) => ({ ...one, done: answeredIn(one, record), of: one.checks.length }))}
        onGo={setAt}
      />
      {block ? (
        <>
          {block.checks.map((check) => (
            <CheckCard
              key={check.id}
              check={check}
              law={block.law}
              declared={declared[check.id]}
              record={record.checks[check.id]}
              results={results}
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
        <Finish detail={detail} step={step} record={record} set={set} drop={drop} declared={declared} photos={photos} waiting={waiting} />
      )}
      <Thumb at={at} blocks={siteVisit2026.blocks} onGo={setAt} />
    </div>
  )
}
