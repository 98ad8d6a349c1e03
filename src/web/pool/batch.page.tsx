import '../css/pool.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchPage as Batch } from '../../registers/batch-page.ts'
import { FormDialog, Table } from '../admin/list.tsx'
import { call, get, newKey } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { LongField } from '../parts/field.tsx'
import { Name } from '../parts/names.tsx'
import { Empty, Skeleton } from '../parts/states.tsx'
import { Status } from '../parts/status.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useListing } from '../words.ts'
import { Pair } from './bars.tsx'
import { BatchState } from './batch-state.tsx'
import { again } from './batches.page.tsx'

const route = getRouteApi('/batches/$id')

/** One batch: its period and how it came about, its applications and where each stands, its panels. */
export function BatchPage() {
  const { t } = useTranslation(['admin', 'pool'])
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery({ queryKey: ['batches', id], queryFn: ({ signal }) => get<Batch>(`/batches/${id}`, signal) })
  useTitle(data?.name ?? t('batches.title'))
  if (!data) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={10} />}</div>
  return (
    <div className="page">
      <nav className="crumb">
        <Link to="/batches">{t('batches.title')}</Link> / <span className="nowrap">{data.name}</span>
      </nav>
      <div className="head">
        <div>
          <h1 className="row wrap">
            {data.name} <BatchState batch={data} />
          </h1>
          <p className="s mute">
            {t('pool:batch.dueSays', { opens: data.opensOn, cutOff: data.cutOff })} <Cite law="Art. 11" />
          </p>
        </div>
      </div>
      <div className="wlgrid">
        <Applications batch={data} />
        <aside className="stack">
          <Facts batch={data} />
          <Progress batch={data} />
        </aside>
      </div>
    </div>
  )
}

function Applications({ batch }: { batch: Batch }) {
  const { t } = useTranslation('pool')
  const listing = useListing()
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('batch.applications')}</h2>
      </div>
      {batch.applications.length === 0 ? (
        <Empty>{t('batch.none')}</Empty>
      ) : (
        <Scroll label={t('batch.applications')}>
          <Table heads={[t('batch.case'), t('batch.status'), t('batch.since'), t('batch.due_')]}>
            {batch.applications.map((one) => (
              <tr key={one.id}>
                <td>
                  <Link className="what" to="/cases/$number" params={{ number: one.number }}>
                    <Name name={one.title || one.number} />
                  </Link>
                  <div className="sub">
                    <span className="nowrap">{one.number}</span> · {listing(one.hosts)}
                  </div>
                </td>
                <td>
                  <Status procedure="recognition" status={one.status} />
                </td>
                <td className="nowrap">{one.since}</td>
                <td className="nowrap">{one.due}</td>
              </tr>
            ))}
          </Table>
        </Scroll>
      )}
    </section>
  )
}

function Facts({ batch }: { batch: Batch }) {
  const { t } = useTranslation(['pool', 'admin'])
  const { assignments, person } = useSession()
  const lead = assignments.some(({ role }) => role === 'city.lead')
  const [refusing, setRefusing] = useState(false)
  const act = (name: string) => void call('POST', `/batches/${batch.id}/${name}`, { body: {}, key: newKey() }).then(again)
  const { proposed, decided, refusal } = batch
  return (
    <section className="panel">
      <div className="hd">
        <h2 className="h3">{t('batch.facts')}</h2>
      </div>
      <div className="bd stack">
        {batch.extra && (
          <>
            <p className="s">{batch.reason}</p>
            <p className="s mute">{batch.basis}</p>
          </>
        )}
        <p className="xs faint">
          {proposed && t('batch.proposedBy', { name: proposed.name })}
          {decided && <br />}
          {decided && (refusal === null ? t('batch.decidedBy', { name: decided.name, on: decided.on ?? '' }) : t('batch.refusedBy', { name: decided.name, on: decided.on ?? '', why: refusal }))}
        </p>
        {lead && batch.state === 'proposed' && (proposed?.by === person.id ? <p className="s mute">{t('batch.two')}</p> : <Pair yes={t('batch.approve')} no={t('batch.refuse')} onYes={() => act('approve')} onNo={() => setRefusing(true)} />)}
        {lead && batch.open && (
          <button type="button" className="btn" onClick={() => act('close')}>
            {t('admin:batches.close')}
          </button>
        )}
      </div>
      {refusing && <Refusing batch={batch} onClose={() => setRefusing(false)} />}
    </section>
  )
}

function Refusing({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { t } = useTranslation('pool')
  const [reason, setReason] = useState('')
  return (
    <FormDialog title={t('batch.refuse')} onClose={onClose} save={() => call('POST', `/batches/${batch.id}/refuse`, { body: { reason }, key: newKey() }).then(again)}>
      <LongField label={t('batch.refusal')} required value={reason} onChange={setReason} />
    </FormDialog>
  )
}

function Progress({ batch }: { batch: Batch }) {
  const { t } = useTranslation('pool')
  return (
    <>
      {batch.statuses.length > 0 && (
        <section className="panel">
          <div className="hd">
            <h2 className="h3">{t('batch.byStatus')}</h2>
          </div>
          <ul className="counts plain">
            {batch.statuses.map((one) => (
              <li key={one.status} className="row">
                <Status procedure="recognition" status={one.status} />
                <span className="grow" />
                <b>{one.count}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
      {batch.panels.length > 0 && (
        <section className="panel">
          <div className="hd">
            <h2 className="h3">{t('batch.panels')}</h2>
          </div>
          <ul className="counts">
            {batch.panels.map((one) => (
              <li key={one.id}>
                <Link to="/cases/$number" params={{ number: one.number }}>
                  <span>
                    {one.title}
                    <small className="below faint">{one.number}</small>
                  </span>
                  <Status procedure="panel-review" status={one.status} />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
