import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Worklist } from '../../contract.ts'
import type { Day } from '../../kernel/day.ts'
import type { Statistics } from '../admin/shape.ts'
import { get } from '../call.ts'
import { percent, shortDay, weekdayOf } from '../format.ts'
import { LapsedNote } from '../law/lapsed.tsx'
import { Cite } from '../parts/cite.tsx'
import { DueDate } from '../parts/day-cells.tsx'
import { Icon, type Shape } from '../parts/icon.tsx'
import { Name, plainName } from '../parts/names.tsx'
import { Empty, Skeleton } from '../parts/states.tsx'
import { Status } from '../parts/status.tsx'
import { useProcedures, useSession, useStatuses, useWorklist } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { isWriting } from '../shell/head.tsx'
import { isHome, places } from '../shell/homes.ts'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { DayStrip } from './day-strip.tsx'

const route = getRouteApi('/')
type Row = Worklist['rows'][number]

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
  const words = useWords()
  const { data: procedures } = useProcedures()
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
            {words(procedures?.find((known) => known.procedure === procedure)?.words) || procedure} {count}
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

const groups = ['overdue', 'today', 'week', 'later'] as const
const shapes: { readonly [G in (typeof groups)[number]]: Shape } = { overdue: 'warn', today: 'clock', week: 'half', later: 'open' }

function Rows({ rows, today, view }: { rows: Row[]; today: Day; view: string }) {
  const { t } = useTranslation('worklist')
  const table = useRef<HTMLTableElement>(null)
  useMoves(table)
  return (
    <table className="wl" ref={table}>
      <thead>
        <tr>
          <th scope="col">{t('column.due')}</th>
          <th scope="col">{t('column.procedure')}</th>
          <th scope="col">{t('column.case')}</th>
          <th scope="col">{view === 'mine' ? t('column.asks') : t('column.asksOthers')}</th>
          <th scope="col">{view === 'mine' ? t('column.law') : t('column.with')}</th>
          <th scope="col" className="num">
            {t('column.used')}
          </th>
          <th scope="col">
            <span className="sr">{t('column.act')}</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => {
        const within = rows.filter((row) => groupOf(row, today) === group)
        return (
          within.length > 0 && (
            <tbody key={group}>
              <tr className={group === 'overdue' ? 'grp late' : 'grp'}>
                <th colSpan={7} scope="rowgroup">
                  <span className="row">
                    <Icon shape={shapes[group]} />
                    <b>{t(`group.${group}`, { n: within.length })}</b>
                    {group === 'overdue' && <span>{t('group.overdueSays')}</span>}
                  </span>
                </th>
              </tr>
              {within.map((row) => (
                <Item key={row.id} row={row} today={today} view={view} />
              ))}
            </tbody>
          )
        )
      })}
    </table>
  )
}

function Item({ row, today, view }: { row: Row; today: Day; view: string }) {
  const mine = view === 'mine'
  const { t } = useTranslation('worklist')
  const words = useWords()
  const { data: procedures } = useProcedures()
  const awaits = useStatuses()(row.procedure, row.status)?.awaits
  return (
    <tr>
      <td className="nowrap c-due">
        <DueDate due={row.due} today={today} />
      </td>
      <td className="mute nowrap c-procedure">
        {words(procedures?.find(({ procedure }) => procedure === row.procedure)?.words) || row.procedure}
      </td>
      <td className="c-case">
        <Link className="what" to="/cases/$number" params={{ number: row.number }} data-move>
          <Name name={row.title || row.number} />
        </Link>
        <div className="sub">
          <span className="nowrap">{row.number}</span>
          {row.hosts.map((host) => (
            <span key={host.org}>
              {' '}
              · <Name name={host.name} demo={host.demo} />
            </span>
          ))}
          {row.delegated && <span className="t-am"> · {t('delegated', { name: row.delegated })}</span>}
        </div>
      </td>
      <td className="c-asks">
        {view === 'done' ? <Status procedure={row.procedure} status={row.status} /> : <span className="asks">{words(row.asks)}</span>}
      </td>
      <td className="c-law">
        {mine ? row.law.slice(0, most).map((law) => <Cite key={law} law={law} />) : words(awaits?.roleWords)}
      </td>
      <td className="num mute nowrap c-used">{row.due ? (row.due.used > 0 ? t('used', { count: row.due.used }) : t('notBegun')) : ''}</td>
      <td className="c-act">
        <Link
          className="btn sm"
          to="/cases/$number"
          params={{ number: row.number }}
          aria-label={`${mine ? t('act') : t('look')} ${row.number}`}
        >
          {mine ? t('act') : t('look')}
        </Link>
      </td>
    </tr>
  )
}

// The law of what is asked first; the case page has the rest.
const most = 2

function groupOf(row: Row, today: Day): (typeof groups)[number] {
  if (row.overdue || (row.due && row.due.left < 0)) return 'overdue'
  if (!row.due) return 'later'
  if (row.due.day <= today) return 'today'
  const sunday = new Date(`${today}T00:00:00Z`)
  sunday.setUTCDate(sunday.getUTCDate() + ((7 - Number(weekdayOf(today))) % 7))
  return row.due.day <= sunday.toISOString().slice(0, 10) ? 'week' : 'later'
}

/** J and K move from case to case; Enter opens the one that has the focus. */
function useMoves(table: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key]
      if (!step || event.ctrlKey || event.metaKey || isWriting(event.target)) return
      const links = [...(table.current?.querySelectorAll<HTMLElement>('[data-move]') ?? [])]
      const at = links.indexOf(document.activeElement as HTMLElement)
      links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus()
    }
    document.addEventListener('keydown', move)
    return () => document.removeEventListener('keydown', move)
  }, [table])
}

/** Cases under way by status, in the order of the procedure; what has ended lies under one line. */
function Counts({ data }: { data: Worklist }) {
  const { t } = useTranslation('worklist')
  const words = useWords()
  const { data: procedures } = useProcedures()
  if (!procedures) return null
  return procedures.map((procedure) => {
    const rows = procedure.statuses.flatMap((one) => {
      const count = data.byStatus.find((row) => row.procedure === procedure.procedure && row.status === one.status)?.count ?? 0
      return count > 0 ? [{ status: one.status, ended: one.awaits === null && one.family !== 'notice', count }] : []
    })
    if (rows.length === 0) return null
    const [open, ended] = [rows.filter((row) => !row.ended), rows.filter((row) => row.ended)]
    const list = (some: typeof rows) => (
      <ul className="counts">
        {some.map(({ status, count }) => (
          <li key={status}>
            <Link to="/cases" search={{ procedure: procedure.procedure, status }}>
              <Status procedure={procedure.procedure} status={status} />
              <b>{count}</b>
            </Link>
          </li>
        ))}
      </ul>
    )
    return (
      <section className="panel" key={procedure.procedure}>
        <div className="hd">
          <h2 className="h3">{words(procedure.words)}</h2>
          <span className="grow" />
          <span className="s mute">{t('underWay', { n: sumOf(open) })}</span>
        </div>
        {open.length > 0 && list(open)}
        {ended.length > 0 && (
          <details className="more">
            <summary>{t('ended', { n: sumOf(ended) })}</summary>
            {list(ended)}
          </details>
        )}
      </section>
    )
  })
}

const sumOf = (rows: readonly { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0)

/** Own pace: the median of what was finished, beside the limit. */
function Pace() {
  const { t } = useTranslation('worklist')
  const words = useWords()
  const { homes, assignments } = useSession()
  const { data } = useQuery({
    queryKey: ['statistics'],
    enabled: homes.includes('statistics'),
    retry: false,
    queryFn: ({ signal }) => get<Statistics>('/statistics', signal),
  })
  const county = assignments.some(({ role }) => role.startsWith('county.'))
  const rows = data?.pace?.filter(({ law, median }) => median !== null && (!county || law === 'Art. 10(2)')) ?? []
  if (!data || rows.length === 0) return null
  return (
    <section className="panel" aria-label={t('pace.title')}>
      <div className="hd">
        <h2 className="h3">{t('pace.title')}</h2>
        <span className="grow" />
        <Link className="s" to="/statistics">
          {t('pace.more')}
        </Link>
      </div>
      <div className="bd stack">
        {rows.map((row) => (
          <div key={row.law}>
            <div className="row wrap tight">
              <b>{words(row.step)}</b>
              <Cite law={row.law} />
            </div>
            <p>
              <b className="big-figure">{row.median}</b> {t('pace.median')}
            </p>
            <p className="s mute">
              {t('pace.limit', { limit: row.limit, cases: row.cases })}
              {row.late > 0 && <span className="t-no"> · {t('pace.late', { n: row.late })}</span>}
            </p>
          </div>
        ))}
        {data.returned && data.returned.applications > 0 && (
          <p className="s mute">{t('pace.returned', { share: percent(data.returned.share), n: data.returned.returned, of: data.returned.applications })}</p>
        )}
      </div>
    </section>
  )
}
