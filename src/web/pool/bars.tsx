import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BarRow, BarState } from '../../registers/expert-bars.ts'
import type { ExpertCard } from '../../registers/expert-rows.ts'
import { FormDialog } from '../admin/list.tsx'
import { call, newKey } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { DayField } from '../parts/day-field.tsx'
import { LongField, TextField } from '../parts/field.tsx'
import { type Family, Mark } from '../parts/status.tsx'
import { client, useSession } from '../queries.ts'

const families: { readonly [S in BarState]: Family } = { proposed: 'judge', refused: 'void', coming: 'back', inForce: 'no', liftProposed: 'judge', over: 'void', lifted: 'ok' }
type Asking = 'propose' | { bar: BarRow; act: 'refuse' | 'propose-lift' }

/** 停止抽取: what is on record, and what this person may do about it. One proposes, another signs. */
export function Bars({ card }: { card: ExpertCard }) {
  const { t } = useTranslation('pool')
  const { assignments, person } = useSession()
  const is = (role: string) => assignments.some((held) => held.role === role)
  const [asking, setAsking] = useState<Asking | null>(null)
  const open = card.bars.some(({ state }) => ['proposed', 'coming', 'inForce', 'liftProposed'].includes(state))
  return (
    <section className="panel">
      <div className="hd">
        <h2 className="h3">{t('bars.title')}</h2>
        <span className="grow" />
        <Cite law="setting:duty.separation" />
      </div>
      <div className="bd stack">
        {card.bars.length === 0 && <p className="s mute">{t('bars.none')}</p>}
        {card.bars.map((bar) => (
          <Bar key={bar.id} bar={bar} me={person.id} officer={is('city.officer')} lead={is('city.lead')} ask={(act) => setAsking({ bar, act })} />
        ))}
        {is('city.officer') && !open && (
          <button type="button" className="btn" onClick={() => setAsking('propose')}>
            {t('bars.propose')}
          </button>
        )}
      </div>
      {asking === 'propose' && <Propose card={card} onClose={() => setAsking(null)} />}
      {asking && asking !== 'propose' && <Because {...asking} onClose={() => setAsking(null)} />}
    </section>
  )
}

function Bar({ bar, me, officer, lead, ask }: { bar: BarRow; me: string; officer: boolean; lead: boolean; ask: (act: 'refuse' | 'propose-lift') => void }) {
  const { t } = useTranslation('pool')
  const act = (name: string) => void call('POST', `/expert-bars/${bar.id}/${name}`, { body: {}, key: newKey() }).then(again)
  return (
    <article className="bar-record stack">
      <Mark family={families[bar.state]} words={t(`bars.state.${bar.state}`)} />
      <p>{bar.until ? t('bars.term', { from: bar.from, until: bar.until }) : t('bars.open', { from: bar.from })}</p>
      <p className="s">{bar.reason}</p>
      <p className="s mute">{bar.basis}</p>
      <p className="xs faint">
        {t('bars.proposedBy', { name: bar.proposed.name, on: bar.proposed.on })}
        {bar.decided && <br />}
        {bar.decided && (bar.refusal === null ? t('bars.signedBy', { name: bar.decided.name, on: bar.decided.on }) : t('bars.refusedBy', { name: bar.decided.name, on: bar.decided.on, why: bar.refusal }))}
        {bar.lift && <br />}
        {bar.lift && t('bars.liftBy', { name: bar.lift.name, on: bar.lift.on, why: bar.lift.reason })}
        {bar.lifted && <br />}
        {bar.lifted && t('bars.liftedBy', { name: bar.lifted.name, on: bar.lifted.on })}
      </p>
      {lead && bar.state === 'proposed' && (bar.proposed.by === me ? <p className="s mute">{t('bars.two')}</p> : <Pair yes={t('bars.sign')} no={t('bars.refuse')} onYes={() => act('sign')} onNo={() => ask('refuse')} />)}
      {lead && bar.state === 'liftProposed' && (bar.lift?.by === me ? <p className="s mute">{t('bars.two')}</p> : <Pair yes={t('bars.liftSign')} no={t('bars.keep')} onYes={() => act('lift')} onNo={() => act('keep')} />)}
      {officer && (bar.state === 'inForce' || bar.state === 'coming') && (
        <button type="button" className="btn sm" onClick={() => ask('propose-lift')}>
          {t('bars.lift')}
        </button>
      )}
    </article>
  )
}

export const Pair = ({ yes, no, onYes, onNo }: { yes: string; no: string; onYes: () => void; onNo: () => void }) => (
  <div className="row wrap">
    <button type="button" className="btn sign sm" onClick={onYes}>
      {yes}
    </button>
    <button type="button" className="btn sm" onClick={onNo}>
      {no}
    </button>
  </div>
)

function Propose({ card, onClose }: { card: ExpertCard; onClose: () => void }) {
  const { t } = useTranslation('pool')
  const { today } = useSession()
  const [value, setValue] = useState({ reason: '', basis: '', from: today as string, until: '' })
  const save = () => call('POST', `/experts/${card.id}/bars`, { body: { ...value, until: value.until || null }, key: newKey() }).then(again)
  return (
    <FormDialog title={t('bars.propose')} onClose={onClose} save={save}>
      <LongField label={t('bars.reason')} required value={value.reason} onChange={(reason) => setValue({ ...value, reason })} />
      <TextField label={t('bars.basis')} required value={value.basis} onChange={(basis) => setValue({ ...value, basis })} />
      <DayField label={t('bars.from')} required value={value.from} onChange={(from) => setValue({ ...value, from })} />
      <DayField label={t('bars.until')} help={t('bars.untilHelp')} value={value.until} onChange={(until) => setValue({ ...value, until })} />
    </FormDialog>
  )
}

function Because({ bar, act, onClose }: { bar: BarRow; act: 'refuse' | 'propose-lift'; onClose: () => void }) {
  const { t } = useTranslation('pool')
  const [reason, setReason] = useState('')
  const save = () => call('POST', `/expert-bars/${bar.id}/${act}`, { body: { reason }, key: newKey() }).then(again)
  return (
    <FormDialog title={t(act === 'refuse' ? 'bars.refuse' : 'bars.lift')} onClose={onClose} save={save}>
      <LongField label={t('bars.why')} required value={reason} onChange={setReason} />
    </FormDialog>
  )
}

const again = () => Promise.all([client.invalidateQueries({ queryKey: ['expert'] }), client.invalidateQueries({ queryKey: ['experts'] })])
