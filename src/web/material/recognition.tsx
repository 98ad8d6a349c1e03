import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { RecognitionCase } from '../../procedures/recognition/recognition.case.ts'
import { shortDay, shortHash } from '../format.ts'
import { Empty, Skeleton } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { Refused } from '../call.ts'
import { useWords } from '../words.ts'
import { type ApplicationView, type Comparison, useApplication, useComparison } from './application.query.ts'
import { Attachments, Section } from './application.tsx'
import { Overview } from './recognition-overview.tsx'
import { Supplement } from './supplement.tsx'

const route = getRouteApi('/cases/$number')

/** The application by its sections; after a supplement the page opens on what changed. */
export function RecognitionMaterial({ detail }: { detail: CaseDetail }) {
  const { section: chosen } = route.useSearch()
  const file = detail.case.file as Partial<RecognitionCase>
  const notices = file.notices ?? []
  const decided = Boolean(
    file.examination ||
      file.recommendation ||
      file.panel ||
      file.visit ||
      file.rectification ||
      file.proposal ||
      file.decision ||
      file.formItems ||
      file.recognition ||
      file.partners?.length,
  )
  const section = chosen ?? (notices.length > 0 ? 'supplement' : decided && detail.case.status !== 'submitted' ? 'overview' : 'A')
  const snapshot = Number(section.match(/^v(\d+)$/)?.[1]) || undefined
  const { data, error, refetch } = useApplication(detail.case.id, snapshot)
  const { data: comparison } = useComparison(
    detail.case.id,
    notices.some(({ answeredOn }) => answeredOn),
  )
  const isNothing = error instanceof Refused && error.problem.status === 404
  return (
    <section className="panel">
      <Chips detail={detail} view={data} comparison={comparison} section={section} notices={notices.length} overview={decided} />
      <div className="bd">
        {section === 'overview' ? (
          <Overview file={file} />
        ) : data ? (
          <Content
            view={data}
            names={Object.fromEntries([...detail.case.hosts, ...(file.partners ?? [])].map(({ org, name }) => [org, name]))}
            section={section}
            notices={notices}
            comparison={comparison}
          />
        ) : isNothing ? (
          <NoneYet />
        ) : error ? (
          <Fault error={error} retry={() => void refetch()} />
        ) : (
          <Skeleton rows={10} />
        )}
      </div>
    </section>
  )
}

function NoneYet() {
  const { t } = useTranslation('case')
  return <Empty>{t('material.none')}</Empty>
}

function Content({
  view,
  names,
  section,
  notices,
  comparison,
}: {
  view: ApplicationView
  names: Readonly<Record<string, string>>
  section: string
  notices: RecognitionCase['notices']
  comparison: Comparison | undefined
}) {
  if (section === 'supplement') return <Supplement notices={notices} view={view} comparison={comparison} />
  if (section === 'files') return <Attachments view={view} />
  const one = view.form.sections.find(({ id }) => id === section)
  return one ? (
    <Section section={one} view={view} names={names} />
  ) : (
    <>
      {view.form.sections.map((each) => (
        <Section key={each.id} section={each} view={view} names={names} />
      ))}
      <Attachments view={view} />
    </>
  )
}

function Chips({
  detail,
  view,
  comparison,
  section,
  notices,
  overview,
}: {
  detail: CaseDetail
  view: ApplicationView | undefined
  comparison: Comparison | undefined
  section: string
  notices: number
  overview: boolean
}) {
  const { t } = useTranslation('case')
  const words = useWords()
  const { today } = useSession()
  const changes = new Map<string, number>()
  for (const { section: at } of [...(comparison?.items.flatMap((item) => item.changes) ?? []), ...(comparison?.outside ?? [])])
    changes.set(at, (changes.get(at) ?? 0) + 1)
  const shown = Number(section.match(/^v(\d+)$/)?.[1])
  const last = view?.snapshots.find(({ no }) => no === shown) ?? view?.snapshots.at(-1)
  const chip = (id: string, label: string, count = 0) => (
    <Link
      key={id}
      to="/cases/$number"
      params={{ number: detail.case.number }}
      search={(old) => ({ ...old, section: id })}
      resetScroll={false}
      activeProps={{}}
      className={count > 0 ? 'chg' : undefined}
      aria-current={section === id ? 'true' : undefined}
    >
      {label}
      {count > 0 && (
        <>
          {' '}
          <b>{count}</b>
        </>
      )}
    </Link>
  )
  return (
    <>
      <nav className="secs" aria-label={t('material.section')}>
        {overview && chip('overview', t('rec.overview'))}
        {notices > 0 && chip('supplement', t('supplement.title'))}
        {view?.form.sections.map((one) => chip(one.id, `${one.id} ${words(one.words)}`, changes.get(one.id)))}
        {view && chip('files', `${t('material.files')} ${view.files.length}`)}
        {view && chip('all', t('material.whole'))}
      </nav>
      {view && section !== 'overview' && (
        <p className="version s mute">
          {last && !view.draft
            ? t('material.frozen', { no: last.no, on: shortDay(last.on, today), hash: shortHash(last.sha256) })
            : t('material.draft')}
          {view.snapshots.length > 1 && (
            <>
              {' '}
              ·{' '}
              {view.snapshots.map((one) => (
                <Link
                  key={one.no}
                  to="/cases/$number"
                  params={{ number: detail.case.number }}
                  search={(old) => ({ ...old, section: `v${one.no}` })}
                  resetScroll={false}
                >
                  {t('material.snapshot', { no: one.no })}{' '}
                </Link>
              ))}
            </>
          )}
        </p>
      )}
    </>
  )
}
