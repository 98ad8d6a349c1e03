import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AvailableStep, CaseDetail } from '../../contract.ts'
import type { InspectionCase } from '../../procedures/inspection/inspection.case.ts'
import type { InspectionSheet } from '../../procedures/inspection/inspection.routes.ts'
import { get } from '../call.ts'
import { Skeleton } from '../parts/states.tsx'
import { useKept } from '../parts/use-kept.ts'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { OnSite } from '../visit/on-site.tsx'
import { Blocks, Thumb, Top } from '../visit/sheet.tsx'
import { usePhotos } from '../visit/use-photos.ts'
import { Finish } from './finish.tsx'
import { ItemCard } from './item.tsx'
import { blankSheet, blocksFor, type InspectionSheetRecord, isAnswered } from './record.ts'
import '../css/visit.css'

const route = getRouteApi('/cases/$number/inspect')

/** The list by article on a phone: what the register shows is fetched once and kept, what is found stays on the device until it is sent. */
export function InspectPage() {
  const { t } = useTranslation('inspection')
  const { number } = route.useParams()
  return (
    <OnSite number={number} step="record" words={{ title: t('sheet.title'), closed: t('sheet.closed'), back: t('sheet.back') }}>
      {(detail, step) => <WithRegister key={detail.case.id} detail={detail} step={step} />}
    </OnSite>
  )
}

/** What the register shows is asked for before one sets out; where there is no connection the last answer serves. */
function WithRegister({ detail, step }: { detail: CaseDetail; step: AvailableStep }) {
  const { id } = detail.case
  const { value: kept, set: keep } = useKept<InspectionSheet | null>(`zhongshi.sheet.${id}`, null)
  const { data, error, refetch } = useQuery({ queryKey: ['sheet', id], queryFn: ({ signal }) => get<InspectionSheet>(`/cases/${id}/sheet`, signal) })
  useEffect(() => {
    if (data) keep(data)
  }, [data, keep])
  const sheet = data ?? kept
  if (!sheet) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton />}</div>
  return <Sheet detail={detail} step={step} sheet={sheet} />
}

function Sheet({ detail, step, sheet }: { detail: CaseDetail; step: AvailableStep; sheet: InspectionSheet }) {
  const { t } = useTranslation('inspection')
  const { today } = useSession()
  const { notice } = detail.case.file as Partial<InspectionCase>
  const { value: record, set, drop } = useKept<InspectionSheetRecord>(`zhongshi.inspection.${detail.case.id}`, blankSheet(today, notice?.inspectors ?? []))
  const { photos, waiting, add } = usePhotos(detail.case.id)
  const [at, setAt] = useState(0)
  const blocks = blocksFor(sheet.chemical)
  const block = blocks[at]
  // Newer browsers answer with a promise, which is no clean-up.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every block begins at its top
  useEffect(() => {
    void window.scrollTo(0, 0)
  }, [at])
  return (
    <div className="phone">
      <Top detail={detail} title={t('sheet.title')} waiting={waiting} />
      <Blocks
        at={at}
        blocks={blocks.map((one) => ({ ...one, done: one.items.filter((item) => isAnswered(item, record.items[item.id], sheet.shown)).length, of: one.items.length }))}
        onGo={setAt}
      />
      {block ? (
        block.items.map((item) => (
          <ItemCard
            key={item.id}
            item={item}
            shown={sheet.shown}
            record={record.items[item.id]}
            photos={photos.filter((photo) => photo.item === item.id)}
            onPhotos={(files) => void add(item.id, files)}
            onChange={(next) => set({ ...record, items: { ...record.items, [item.id]: { ...next, at: new Date().toISOString() } } })}
          />
        ))
      ) : (
        <Finish detail={detail} step={step} sheet={sheet} record={record} set={set} drop={drop} photos={photos} waiting={waiting} />
      )}
      <Thumb at={at} blocks={blocks} onGo={setAt} />
    </div>
  )
}
