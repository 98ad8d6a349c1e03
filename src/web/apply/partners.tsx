import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Words } from '../../kernel/words.ts'
import { call, get, newKey, pathOf, Refused } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { Mark } from '../parts/status.tsx'
import { TextField } from '../parts/field.tsx'
import { client, useSession } from '../queries.ts'
import { StepDialog } from '../steps/dialog.tsx'
import { useWords } from '../words.ts'
import { type Row, rowsAt, type Value } from './application.ts'
import { useLock, useWizard } from './context.ts'
import type { Ids } from './control.tsx'
import { newRowId, positionAfter } from './paths.ts'

type Partner = { org: string; name: string; answer: 'waiting' | 'confirmed' | 'refused'; on: string | null; reason: string | null }
type Found = { rows: { id: string; name: string; county: { words: Words } | null }[] }

const useInvited = () => (useWizard().detail.case.file.partners as Partner[] | undefined) ?? []

/** Who builds together: invited on the platform, each confirms the agreement as it stands. */
export function Partners() {
  const { t } = useTranslation('apply')
  const { detail, readOnly } = useWizard()
  const invited = useInvited()
  const looks = { waiting: 'open', confirmed: 'ok', refused: 'no' } as const
  return (
    <section className="panel" aria-label={t('partners.title')}>
      <div className="hd"><h2 className="h3" tabIndex={-1} data-heading>{t('partners.title')}</h2><Cite law="Art. 8" /><span className="s mute">{t('partners.says')}</span></div>
      {invited.length > 0 && <ul className="partners">{invited.map((partner) => (
        <li key={partner.org}><span className="grow"><Name name={partner.name} />{partner.reason && <small className="block mute">{partner.reason}</small>}</span>
          {partner.on && <span className="s faint">{partner.on}</span>}<Mark family={looks[partner.answer]} words={t(`partners.${partner.answer}`)} /></li>))}</ul>}
      {detail.available.some(({ step }) => step === 'invitePartners') && !readOnly && <Invite invited={invited} />}
      {readOnly && <div className="pad"><PartnerSteps /></div>}
    </section>
  )
}

function Invite({ invited }: { invited: readonly Partner[] }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { detail, store, data, state } = useWizard()
  const [q, setQ] = useState('')
  const [fault, setFault] = useState('')
  const key = useRef<{ for: string; key: string } | null>(null)
  const text = q.trim()
  const { data: found } = useQuery({ queryKey: ['partners', text], enabled: text.length >= 2, queryFn: ({ signal }) => get<Found>(pathOf('/organisations/partners', { q: text }), signal), placeholderData: (before) => before })
  const rows = text.length >= 2 ? (found?.rows ?? []).filter(({ id }) => !invited.some(({ org }) => org === id)).slice(0, 8) : []
  const invite = async (org: string, name: string) => {
    setFault('')
    if (key.current?.for !== org) key.current = { for: org, key: newKey() }
    try {
      await call('POST', `/cases/${detail.case.id}/steps/invitePartners`, { key: key.current.key, version: detail.version, body: { partners: [...invited.map((one) => ({ org: one.org, name: one.name })), { org, name }] } })
      const listed = rowsAt(data, 'C.partners')
      if (!listed.some((row) => row.org === org)) {
        const free = listed.find((row) => !row.org && (!row.name || row.name === name))
        const row = free?.id ?? newRowId((bytes) => crypto.getRandomValues(bytes))
        store.set([...(free ? [] : [{ path: `C.partners.${row}`, value: positionAfter(state.values, 'C.partners', listed, null) }]), { path: `C.partners.${row}.name`, value: name }, { path: `C.partners.${row}.org`, value: org }])
      }
      setQ('')
      await client.invalidateQueries({ queryKey: ['case'] })
    } catch (refused) {
      setFault(refused instanceof Refused ? (refused.problem.refusals?.map(({ reason }) => reason).join(' ') || refused.problem.title) : t('failed'))
    }
  }
  return (
    <div className="pad stack">
      <TextField label={t('partners.search')} type="search" value={q} onChange={setQ} help={t('partners.searchSays')} />
      {rows.length > 0 && <ul className="found">{rows.map((one) => (
        <li key={one.id}><span className="grow"><Name name={one.name} /> <span className="faint s">{words(one.county?.words)}</span></span><button type="button" className="btn sm" onClick={() => void invite(one.id, one.name)}><Icon shape="send" />{t('partners.invite')}</button></li>))}</ul>}
      {text.length >= 2 && found && rows.length === 0 && <p className="s mute" role="status">{t('partners.none')}</p>}
      {fault && <Note tone="no" alert>{fault}</Note>}
    </div>
  )
}

/** The institution of a row, among those invited; the own one where the form asks for the lead. */
export function OrgChoice({ ids, path, value, locked, row, onChange }: { ids: Ids; path: string; value: Value | undefined; locked: boolean; row: Row | undefined; onChange: (value: Value) => void }) {
  const { t } = useTranslation('apply')
  const { detail } = useWizard()
  const { assignments } = useSession()
  const invited = useInvited()
  const known = [...invited.map(({ org, name }) => ({ id: org, name })), ...(row ? [] : detail.case.hosts.map(({ org, name }) => ({ id: org, name }))), ...assignments.map(({ org, orgName }) => ({ id: org, name: orgName }))]
  if (!row) return <output className="computed" id={ids.id} data-path={path}><Name name={known.find(({ id }) => id === value)?.name ?? ''} /></output>
  return (
    <select {...ids} className="in" disabled={locked} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value || null)}>
      <option value="">{invited.length > 0 ? t('choose') : t('partners.inviteFirst')}</option>
      {invited.map(({ org, name }) => <option key={org} value={org}>{name}</option>)}
      {typeof value === 'string' && value && !invited.some(({ org }) => org === value) && <option value={value}>{t('partners.notInvited')}</option>}
    </select>
  )
}

/** A partner confirms or refuses what it has read. */
export function PartnerSteps() {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { detail } = useWizard()
  const lock = useLock()
  const [chosen, setChosen] = useState<string | null>(null)
  const steps = detail.available.filter(({ step, open }) => open && (step === 'confirmPartnership' || step === 'refusePartnership'))
  const step = steps.find((one) => one.step === chosen)
  if (steps.length === 0) return <span className="s mute">{lock('C') ? t('partners.readOnly') : ''} <Link to="/cases/$number" params={{ number: detail.case.number }}>{t('toCase')}</Link></span>
  return (
    <>
      <span className="row wrap">{steps.map((one) => <button key={one.step} type="button" className={one.step === 'confirmPartnership' ? 'btn sign' : 'btn'} onClick={() => setChosen(one.step)}>{words(one.says)}</button>)}</span>
      {step && <StepDialog detail={detail} step={step} onClose={() => setChosen(null)} />}
    </>
  )
}
