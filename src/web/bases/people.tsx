import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BasePeople } from '../../registers/base-people.ts'
import { call, get } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { DayField } from '../parts/day-field.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { SelectField, TextField } from '../parts/field.tsx'
import { Fault } from '../shell/fault.tsx'
import { client, useSession } from '../queries.ts'
import { useWords } from '../words.ts'

type Asked = { kind: 'appoint' } | { kind: 'end'; grant: string; name: string }

/** Who holds a role in the base on the platform; the administrator of its lead host appoints and ends. */
export function People({ number }: { number: string }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { data } = useQuery({ queryKey: ['base', number, 'people'], retry: false, queryFn: ({ signal }) => get<BasePeople>(`/bases/${number}/people`, signal) })
  if (!data) return null
  return (
    <section className="panel"><div className="hd"><h2 className="h3">{t('people')}</h2><span className="grow" /><Cite law="Art. 8(4)" /></div>
      {data.rows.length === 0 ? <p className="bd s mute">{t('peopleNone')}</p> : <ul className="plain-list">{data.rows.map((one) => (
        <li key={one.grant}><span className="grow">{one.name}<small className="below faint">{words(one.roleWords)} · {one.from}{one.to && ` – ${one.to}`}</small></span>{data.mayAppoint && <button type="button" className="btn sm quiet" onClick={() => setAsked({ kind: 'end', grant: one.grant, name: one.name })}>{t('end')}</button>}</li>))}</ul>}
      {data.mayAppoint && <div className="bd"><button type="button" className="btn" onClick={() => setAsked({ kind: 'appoint' })}>{t('appoint')}</button></div>}
      {asked && <Ask number={number} asked={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

function Ask({ number, asked, onClose }: { number: string; asked: Asked; onClose: () => void }) {
  const { t } = useTranslation('bases')
  const { today } = useSession()
  const id = useId()
  const [username, setUsername] = useState('')
  const [role, setRole] = useState<'base.director' | 'base.clerk'>('base.clerk')
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<unknown>(null)
  async function send() {
    setFault(null)
    try {
      await (asked.kind === 'appoint' ? call('POST', `/bases/${number}/people`, { body: { username, role, from, to: to || null, reason } }) : call('POST', `/bases/${number}/people/${asked.grant}/end`, { body: { on: from, reason } }))
      await client.invalidateQueries({ queryKey: ['base', number, 'people'] })
      onClose()
    } catch (refused) { setFault(refused) }
  }
  return (
    <Dialog labelledBy={id} onClose={onClose}>
      <header><h2 id={id} className="grow">{asked.kind === 'appoint' ? t('appoint') : `${t('end')} · ${asked.name}`}</h2></header>
      <div className="body stack">
        {fault !== null && <Fault error={fault} />}
        {asked.kind === 'appoint' && <><TextField label={t('username')} help={t('appointSays')} required value={username} onChange={setUsername} />
          <SelectField label={t('role')} value={role} onChange={(next) => setRole(next as typeof role)} choices={[{ value: 'base.director', label: t('roles.director') }, { value: 'base.clerk', label: t('roles.clerk') }]} /></>}
        <DayField label={asked.kind === 'appoint' ? t('from') : t('endOn')} required value={from} onChange={setFrom} />
        {asked.kind === 'appoint' && <DayField label={t('to')} value={to} onChange={setTo} />}
        <TextField label={t('reason')} required value={reason} onChange={setReason} />
      </div>
      <footer><span className="grow" /><button type="button" className="btn" onClick={onClose}>{t('back')}</button><button type="button" className="btn primary" onClick={() => void send()}>{asked.kind === 'appoint' ? t('appoint') : t('end')}</button></footer>
    </Dialog>
  )
}
