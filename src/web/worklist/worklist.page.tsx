
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Worklist } from '../../contract.ts'
import { shortDay } from '../format.ts'
import { LapsedNote } from '../law/lapsed.tsx'
import { plainName } from '../parts/names.tsx'
import { Empty, Skeleton } from '../parts/states.tsx'
import { useProcedureName, useSession, useWorklist } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { isHome, places } from '../shell/homes.ts'
import { useTitle } from '../shell/title.ts'
import { DayStrip } from './day-strip.tsx'
import { Counts, Pace } from './worklist.counts.tsx'
import { Rows } from './worklist.rows.tsx'

const route = getRouteApi('/')

export function WorklistPage() {
  const { t } = useTranslation('worklist')
  const { view = 'mine', procedure } = route.useSearch()
  const { homes, assignments } = useSession()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useWorklist(view)
  useTitle(t('title'))
  const first = homes.find(isHome)
  const elsewhere = homes.includes('worklist') || !first ? null : places[first]
  useEffect(() => {
    if (elsewhere) void navigate({ to: elsewhere.to, search: elsewhere.procedure ? { procedure: elsewhere.procedure } : {}, replace: true })
  }, [elsewhere, navigate])
  if (elsewhere) return null
  if (error && !data)
    return (
      <div className="page">
        <h1>{t('title')}</h1>
        <Fault error={error} retry={() => void refetch()} />
      </div>
    )
  if (!data)
    return (
      <div className="page">
        <h1>{t('title')}</h1>
        <Skeleton rows={9} />
      </div>
    )

  const rows = procedure ? data.rows.filter((row) => row.procedure === procedure) : data.rows
  const pressing = view === 'mine' ? data.rows.filter((row) => row.overdue || row.due?.day === data.today).length : null
  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>{t('title')}</h1>
          <p className="mute s">
            {assignments[0] && <>{plainName(assignments[0].orgName)} · </>}
            {pressing === null ? t(`leadOf.${view === 'done' ? 'done' : 'others'}`) : pressing > 0 ? t('lead', { count: pressing }) : t('leadNone')}
          </p>
        </div>
        <Views view={view} counts={data.counts} />
      </div>
      <DayStrip days={data.days} today={data.today} />
      <div className="wlgrid">
        <section className="panel mid" aria-label={t('title')}>
          <Procedures data={data} chosen={procedure} />
          {rows.length === 0 ? (
            <Empty
              action={
                view === 'mine' &&
                data.counts.others > 0 && (
                  <Link className="btn" to="/" search={{ view: 'others' }}>
                    {t('seeOthers', { count: data.counts.others })}
                  </Link>
                )
              }
            >
              {procedure ? t('emptyFilter') : view === 'done' ? t('emptyDone') : view === 'others' ? t('emptyOthers') : nextDue(data, t)}
            </Empty>
          ) : (
            <Rows rows={rows} today={data.today} view={view} />
          )}
        </section>
        <aside className="right stack">
          <Counts data={data} />
          <Pace />
          <LapsedNote />
        </aside>
      </div>
    </div>
  )
}

function nextDue(data: Worklist, t: ReturnType<typeof useTranslation<'worklist'>>['t']) {
  const day = data.days.find(({ due, day }) => due > 0 && day > data.today)?.day
  return day ? t('emptyNext', { day: shortDay(day, data.today) }) : t('empty')
}

function Views({ view, counts }: { view: string; counts: Worklist['counts'] }) {
  const { t } = useTranslation('worklist')
  return (
    <nav className="seg" aria-label={t('view.label')}>
      {(['mine', 'others', 'done'] as const).map((one) => (
        <Link
          key={one}
          to="/"
          search={(old) => ({ ...old, view: one === 'mine' ? undefined : one })}
          className={view === one ? 'on' : undefined}
          aria-current={view === one ? 'true' : undefined}
          activeProps={{}}
        >
          {t(`view.${one}`)} {counts[one]}
        </Link>
      ))}
    </nav>
  )
}

function Procedures({ data, chosen }: { data: Worklist; chosen: string | undefined }) {
  const { t } = useTranslation('worklist')
  const nameOf = useProcedureName()
  const choices = Object.entries(data.byProcedure).filter(([, count]) => count > 0)
  return (
    <div className="hd">
      <nav className="seg" aria-label={t('byProcedure')}>
        <Link
          to="/"
          search={(old) => ({ ...old, procedure: undefined })}
          className={chosen ? undefined : 'on'}
          aria-current={chosen ? undefined : 'true'}
          activeProps={{}}
        >
          {t('all')}
        </Link>
        {choices.map(([procedure, count]) => (
          <Link
            key={procedure}
            to="/"
            search={(old) => ({ ...old, procedure })}
            className={chosen === procedure ? 'on' : undefined}
            aria-current={chosen === procedure ? 'true' : undefined}
            activeProps={{}}
          >
            {nameOf(procedure)} {count}
          </Link>
        ))}
      </nav>
      <span className="grow" />
      <span className="s mute wide">
        {t('byDue')} · {t('keys')}
      </span>
    </div>
  )
}
