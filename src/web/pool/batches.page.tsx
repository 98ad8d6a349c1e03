import '../css/pool.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchProposal } from '../../registers/batch-cut-offs.ts'
import type { BatchRow } from '../../registers/batches.ts'
import { FormDialog, ListPage, Table } from '../admin/list.tsx'
import { call, get, newKey } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { DayField } from '../parts/day-field.tsx'
import { LongField, TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Status } from '../parts/status.tsx'
import { client, useSession } from '../queries.ts'
import { useListing } from '../words.ts'
import { BatchState } from './batch-state.tsx'

/** 评审批次: those the usual cut-offs call for, those there are, and one beside them by decision. */
export function BatchesPage() {
  const { t } = useTranslation(['admin', 'pool'])
  const { assignments } = useSession()
  const mayWrite = assignments.some(({ role }) => role === 'city.officer')
  const [adding, setAdding] = useState(false)
  const query = useQuery({ queryKey: ['batches', 'all'], queryFn: ({ signal }) => get<BatchRow[]>('/batches', signal) })
  return (
    <>
      <ListPage
        title={t('batches.title')}
        query={query}
        empty={t('batches.empty')}
        isEmpty={(rows) => rows.length === 0}
        action={
          mayWrite && (
            <button type="button" className="btn primary" onClick={() => setAdding(true)}>
              <Icon shape="plus" />
              {t('batches.add')}
            </button>
          )
        }
        tools={mayWrite && <Due />}
      >
        {(rows) => (
          <Table heads={[t('batches.name'), t('batches.state'), t('batches.opensOn'), t('batches.cutOff'), t('batches.cases'), t('batches.panel')]}>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link className="what" to="/batches/$id" params={{ id: row.id }}>
                    {row.name}
                  </Link>
                  {row.extra && <div className="sub">{[t('pool:batch.extra'), row.reason].filter(Boolean).join(' · ')}</div>}
                </td>
                <td>
                  <BatchState batch={row} />
                </td>
                <td className="nowrap">{row.opensOn}</td>
                <td className="nowrap">{row.cutOff}</td>
                <td>{row.cases}</td>
                <td>
                  {row.panel ? (
                    <Link className="row" to="/cases/$number" params={{ number: row.panel.number }}>
                      {row.panel.number} <Status procedure="panel-review" status={row.panel.status} />
                    </Link>
                  ) : (
                    mayWrite &&
                    row.cases > 0 && (
                      <Link className="btn sm" to="/cases" search={{ procedure: 'panel-review', open: '1' }}>
                        {t('batches.convene')}
                      </Link>
                    )
                  )}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </ListPage>
      {adding && <Adding onClose={() => setAdding(false)} />}
    </>
  )
}

/** What the cut-offs of the setting call for and is not there yet: one act each. */
function Due() {
  const { t } = useTranslation('pool')
  const listing = useListing()
  const { data } = useQuery({ queryKey: ['batches', 'due'], queryFn: ({ signal }) => get<{ cutOffs: string[]; rows: BatchProposal[] }>('/batches/due', signal) })
  if (!data) return null
  return (
    <div className="stack grow">
      <p className="s mute">
        {t('batch.cutOffs', { days: listing(data.cutOffs) })} <Cite law="setting:batch.cutoffs" />
      </p>
      {data.rows.length > 0 && (
        <ul className="due-batches" aria-label={t('batch.due')}>
          {data.rows.map((row) => (
            <li key={row.cutOff}>
              <span>
                <b>{row.name}</b>
                <small className="below mute">{t('batch.dueSays', { opens: row.opensOn, cutOff: row.cutOff })}</small>
              </span>
              <button type="button" className="btn sm" aria-label={`${t('batch.open')} ${row.name}`} onClick={() => void call('POST', '/batches', { body: row, key: newKey() }).then(again)}>
                {t('batch.open')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Adding({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['admin', 'pool'])
  const { today } = useSession()
  const [value, setValue] = useState({ name: '', opensOn: today as string, cutOff: '', reason: '', basis: '' })
  const put = (change: Partial<typeof value>) => setValue({ ...value, ...change })
  const save = () => call('POST', '/batches', { body: { ...value, reason: value.reason.trim() || undefined, basis: value.basis.trim() || undefined }, key: newKey() }).then(again)
  return (
    <FormDialog title={t('batches.add')} onClose={onClose} save={save}>
      <TextField label={t('batches.name')} required value={value.name} onChange={(name) => put({ name })} />
      <DayField label={t('batches.opensOn')} required value={value.opensOn} onChange={(opensOn) => put({ opensOn })} />
      <DayField label={t('batches.cutOff')} required value={value.cutOff} onChange={(cutOff) => put({ cutOff })} />
      <LongField
        rows={2}
        label={t('batches.reason')}
        help={
          <>
            {t('batches.reasonHelp')} <Cite law="setting:batch.cutoffs" />
          </>
        }
        value={value.reason}
        onChange={(reason) => put({ reason })}
      />
      <TextField label={t('pool:batch.basis')} help={t('pool:batch.basisHelp')} value={value.basis} onChange={(basis) => put({ basis })} />
    </FormDialog>
  )
}

export const again = () => client.invalidateQueries({ queryKey: ['batches'] })
