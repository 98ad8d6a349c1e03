import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Worklist } from '../../contract.ts'
import type { Statistics } from '../admin/shape.ts'
import { get } from '../call.ts'
import { percent } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Status } from '../parts/status.tsx'
import { useProcedures, useSession } from '../queries.ts'
import { useWords } from '../words.ts'

/** Cases under way by status, in the order of the procedure; what has ended lies under one line. */
export function Counts({ data }: { data: Worklist }) {
  const { t } = useTranslation('worklist')
  const words = useWords()
  const { data: procedures } = useProcedures()
  if (!procedures) return null
  const told = procedures.map((procedure) => {
    const rows = procedure.statuses.flatMap((one) => {
      const count = data.byStatus.find((row) => row.procedure === procedure.procedure && row.status === one.status)?.count ?? 0
      return count > 0 ? [{ status: one.status, ended: one.awaits === null && one.family !== 'notice', count }] : []
    })
    return { procedure, open: rows.filter((row) => !row.ended), ended: rows.filter((row) => row.ended) }
  })
  const idle = told.filter(({ open, ended }) => open.length === 0 && ended.length > 0)
  const panels = told.filter(({ open }) => open.length > 0).map(({ procedure, open, ended }) => {
    const list = (some: typeof open) => (
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
        {list(open)}
        {ended.length > 0 && (
          <details className="more">
            <summary>{t('ended', { n: sumOf(ended) })}</summary>
            {list(ended)}
          </details>
        )}
      </section>
    )
  })
  return (
    <>
      {panels}
      {idle.length > 0 && <p className="s mute">{t('nothingOpen', { procedures: idle.map(({ procedure }) => words(procedure.words)).join(t('comma')) })}</p>}
    </>
  )
}

const sumOf = (rows: readonly { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0)

/** Own pace: the median of what was finished, beside the limit. */
export function Pace() {
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
