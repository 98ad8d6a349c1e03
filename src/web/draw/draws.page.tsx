import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Table } from '../admin/list.tsx'
import { get } from '../call.ts'
import { shortHash } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Name } from '../parts/names.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Empty, Skeleton } from '../parts/states.tsx'
import { Mark, Status } from '../parts/status.tsx'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import type { DrawRow } from './shape.ts'
import '../css/draw.css'

/** What waits for the witness comes first, each with its fingerprint; every draw stays listed below. */
export function DrawsPage() {
  const { t } = useTranslation('draw')
  const { assignments } = useSession()
  useTitle(t('list.title'))
  const { data, error, refetch } = useQuery({ queryKey: ['draws'], queryFn: ({ signal }) => get<{ rows: DrawRow[] }>('/draws', signal) })
  const witness = assignments.some(({ role }) => role === 'city.supervisor')
  const waiting = (data?.rows ?? []).filter(isWaiting)
  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>{t('list.title')}</h1>
          <p className="s mute">
            {t('list.lead')} <Cite law="setting:panel.draw" />
          </p>
        </div>
      </div>
      {!data ? (
        error ? (
          <Fault error={error} retry={() => void refetch()} />
        ) : (
          <Skeleton rows={8} />
        )
      ) : (
        <div className="stack">
          <section className="panel" aria-label={t(witness ? 'list.waiting' : 'list.waitingFor')}>
            <div className="hd">
              <h2>{t(witness ? 'list.waiting' : 'list.waitingFor')}</h2>
            </div>
            {waiting.length === 0 ? <Empty>{t('list.none')}</Empty> : <div className="bd">{waiting.map((row) => <Envelope key={`${row.number} ${row.no}`} row={row} witness={witness} />)}</div>}
          </section>
          <section className="panel" aria-label={t('list.past')}>
            <div className="hd">
              <h2>{t('list.past')}</h2>
            </div>
            {data.rows.length === 0 ? <Empty>{t('list.empty')}</Empty> : <Past rows={data.rows} />}
          </section>
        </div>
      )}
    </div>
  )
}

const isWaiting = (row: DrawRow) => row.status === 'committed' && row.ended === null

function Envelope({ row, witness }: { row: DrawRow; witness: boolean }) {
  const { t } = useTranslation('draw')
  return (
    <div className="envelope">
      <div className="row wrap between">
        <b>
          <Name name={row.title} /> <span className="s faint nowrap">{row.number}</span>
        </b>
        <Link className={witness ? 'btn sm primary' : 'btn sm'} to="/cases/$number" params={{ number: row.number }} search={witness ? { step: 'witnessDraw' } : {}}>
          {t(witness ? 'list.go' : 'list.look')}
        </Link>
      </div>
      <p className="s mute">
        {t('list.size', { n: row.size, of: row.applications })}
        {row.dueOn && ` · ${t('list.due', { day: row.dueOn })}`}
      </p>
      <p className="hash s">{row.commitment}</p>
    </div>
  )
}

function Past({ rows }: { rows: readonly DrawRow[] }) {
  const { t } = useTranslation('draw')
  return (
    <Scroll label={t('list.past')}>
      <Table heads={[t('list.number'), t('list.state'), t('list.commitment'), t('list.committedOn'), t('list.witnessedOn'), t('list.revealedOn'), '']}>
        {rows.map((row) => (
          <tr key={`${row.number} ${row.no}`}>
            <td>
              <Name name={row.title} />
              <div className="sub">
                {row.number} · {t('list.no', { n: row.no })} · {t('list.size', { n: row.size, of: row.applications })}
              </div>
            </td>
            <td>{row.ended ? <Mark family="void" words={t(`ended.${row.ended}`)} /> : <Status procedure="panel-review" status={row.status} />}</td>
            <td className="mono xs">{shortHash(row.commitment)}</td>
            <td className="nowrap">{row.committedOn}</td>
            <td className="nowrap">{row.witnessedOn}</td>
            <td className="nowrap">{row.revealedOn}</td>
            <td className="c-act">
              <Link className="btn sm" to="/cases/$number/draw" params={{ number: row.number }}>
                {t('list.look')}
              </Link>
            </td>
          </tr>
        ))}
      </Table>
    </Scroll>
  )
}
