import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../kernel/day.ts'
import { call, get, newKey } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { DayField } from '../parts/day-field.tsx'
import { LongField, TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Mark, Status } from '../parts/status.tsx'
import { client, useSession } from '../queries.ts'
import { FormDialog, ListPage, Table } from './list.tsx'
import type { BatchRow } from './shape.ts'

export function BatchesPage() {
  const { t } = useTranslation('admin')
  const { today, assignments } = useSession()
  const mayWrite = assignments.some(({ role }) => role === 'city.officer')
  const mayClose = assignments.some(({ role }) => role === 'city.lead')
  const [adding, setAdding] = useState<{ name: string; opensOn: string; cutOff: string; reason: string } | null>(null)
  const query = useQuery({ queryKey: ['batches', 'all'], queryFn: ({ signal }) => get<BatchRow[]>('/batches', signal) })
  const again = () => client.invalidateQueries({ queryKey: ['batches'] })
  return (
    <>
      <ListPage
        title={t('batches.title')}
        query={query}
        empty={t('batches.empty')}
        isEmpty={(rows) => rows.length === 0}
        action={
          mayWrite && (
            <button type="button" className="btn primary" onClick={() => setAdding({ name: '', opensOn: today, cutOff: '', reason: '' })}>
              <Icon shape="plus" />
              {t('batches.add')}
            </button>
          )
        }
      >
        {(rows) => (
          <Table heads={[t('batches.name'), t('batches.state'), t('batches.opensOn'), t('batches.cutOff'), t('batches.cases'), t('batches.panel'), '']}>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <b>{row.name}</b>
                  {row.reason && <div className="sub">{row.reason}</div>}
                </td>
                <td>
                  <BatchState row={row} today={today} />
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
                <td className="c-act">
                  {mayClose && row.open && (
                    <button
                      type="button"
                      className="btn sm"
                      onClick={() => void call('POST', `/batches/${row.id}/close`, { body: {}, key: newKey() }).then(again)}
                    >
                      {t('batches.close')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </ListPage>
      {adding && (
        <FormDialog
          title={t('batches.add')}
          onClose={() => setAdding(null)}
          save={() => call('POST', '/batches', { body: { ...adding, reason: adding.reason.trim() || undefined }, key: newKey() }).then(again)}
        >
          <TextField label={t('batches.name')} required value={adding.name} onChange={(name) => setAdding({ ...adding, name })} />
          <DayField
            label={t('batches.opensOn')}
            required
            value={adding.opensOn}
            onChange={(opensOn) => setAdding({ ...adding, opensOn })}
          />
          <DayField
            label={t('batches.cutOff')}
            required
            value={adding.cutOff}
            onChange={(cutOff) => setAdding({ ...adding, cutOff })}
          />
          <LongField
            rows={2}
            label={t('batches.reason')}
            help={
              <>
                {t('batches.reasonHelp')} <Cite law="setting:batch.cutoffs" />
              </>
            }
            value={adding.reason}
            onChange={(reason) => setAdding({ ...adding, reason })}
          />
        </FormDialog>
      )}
    </>
  )
}

/** Open, past its cut-off but not closed yet, or closed. */
function BatchState({ row, today }: { row: BatchRow; today: Day }) {
  const { t } = useTranslation('admin')
  if (!row.open) return <Mark family="void" words={`${t('batches.closedOn')} ${row.closedOn ?? ''}`} />
  return row.cutOff < today ? <Mark family="back" words={t('batches.past')} /> : <Mark family="go" words={t('batches.open')} />
}
