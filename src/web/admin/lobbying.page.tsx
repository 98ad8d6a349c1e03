import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, get } from '../call.ts'
import { DayField } from '../parts/day-field.tsx'
import { LongField, TextField } from '../parts/field.tsx'
import { Empty, Note } from '../parts/states.tsx'
import { client, useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useIntention } from '../steps/intention.ts'
import { Table } from './list.tsx'
import type { LobbyingRow } from './shape.ts'

/** Reports go straight to the supervisor; who reports sees the own ones. */
export function LobbyingPage() {
  const { t } = useTranslation(['admin', 'shell'])
  const { today } = useSession()
  const [fields, setFields] = useState({ about: '', on: today, by: '', said: '' })
  const [state, setState] = useState<{ done?: true; fault?: unknown }>({})
  const intention = useIntention()
  const { data } = useQuery({ queryKey: ['lobbying'], retry: false, queryFn: ({ signal }) => get<LobbyingRow[]>('/lobbying', signal) })
  useTitle(t('lobbying.title'))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = { ...fields, about: fields.about.trim() || undefined }
    try {
      await call('POST', '/lobbying', { body, key: intention.keyFor(body) })
      intention.answered()
      setState({ done: true })
      setFields({ about: '', on: today, by: '', said: '' })
      await client.invalidateQueries({ queryKey: ['lobbying'] })
    } catch (fault) {
      setState({ fault })
    }
  }
  const put = (name: keyof typeof fields) => (value: string) => setFields({ ...fields, [name]: value })
  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>{t('lobbying.title')}</h1>
          <p className="s mute">{t('lobbying.lead')}</p>
        </div>
      </div>
      <form className="panel form stack" onSubmit={(event) => void submit(event)}>
        <div className="fields">
          <TextField label={t('lobbying.about')} value={fields.about} onChange={put('about')} />
          <DayField label={t('lobbying.on')} required value={fields.on} onChange={put('on')} />
          <TextField label={t('lobbying.by')} required value={fields.by} onChange={put('by')} />
        </div>
        <LongField label={t('lobbying.said')} required value={fields.said} onChange={put('said')} />
        {state.done && <Note tone="ok">{t('lobbying.done')}</Note>}
        {state.fault !== undefined && <Fault error={state.fault} title={t('shell:error.title')} />}
        <button type="submit" className="btn primary">
          {t('lobbying.add')}
        </button>
      </form>
      {data && (
        <section className="panel form">
          {data.length === 0 ? (
            <Empty>{t('lobbying.empty')}</Empty>
          ) : (
            <Table heads={[t('lobbying.on'), t('lobbying.about'), t('lobbying.by'), t('lobbying.said'), t('lobbying.reportedBy')]}>
              {data.map((row) => (
                <tr key={row.id}>
                  <td className="nowrap">{row.on}</td>
                  <td>{row.about}</td>
                  <td>{row.by}</td>
                  <td className="prose">{row.said}</td>
                  <td>{row.reportedBy}</td>
                </tr>
              ))}
            </Table>
          )}
        </section>
      )}
    </div>
  )
}
