import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Matter } from '../../settings/matters/matter.ts'
import { catalogue2026, kindWords } from '../../settings/matters/matters-2026.ts'
import { settingOf, type SettingKey } from '../../settings/settings.ts'
import { call, newKey, Refused } from '../call.ts'
import { NoBase } from '../bases/no-base.tsx'
import { Cite } from '../parts/cite.tsx'
import { LongField, SelectField, TextField } from '../parts/field.tsx'
import { plainName } from '../parts/names.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { Mark } from '../parts/status.tsx'
import { casesMoved } from '../queries.ts'
import { useTitle } from '../shell/title.ts'
import { useListing, useWords } from '../words.ts'
import { useAllBases, useOwnBases, useSide } from './queries.ts'
import '../css/matters.css'

const route = getRouteApi('/matters/new')
const families = { approval: 'judge', filing: 'go', report: 'open' } as const

/** The catalogue, to choose from: what counts as each, how it is handled, by when, with what. */
export function NewMatterPage() {
  const { t } = useTranslation('matters')
  const { ofBase, authority } = useSide()
  const demands = authority && !ofBase
  useTitle(t(demands ? 'demand' : 'pick.title'))
  const own = useOwnBases(ofBase)
  const all = useAllBases(demands)
  const { base: asked } = route.useSearch()
  const [chosen, setChosen] = useState(asked ?? '')
  const [finding, setFinding] = useState({ number: '', facts: '' })
  const bases = (demands ? all : own).data?.rows.filter(({ status }) => status !== 'revoked' && status !== 'left')
  const base = chosen || (bases?.length === 1 ? bases[0]?.number ?? '' : '')
  const navigate = useNavigate()
  const opening = useMutation({
    mutationFn: ({ code, key }: { code: string; key: string }) => call<{ number: string }>('POST', '/cases/major-matter', { body: { base, code, ...(demands && { finding: { number: finding.number.trim(), facts: finding.facts.trim() } }) }, key }),
    onSuccess: ({ number }) => { void casesMoved(); void navigate({ to: '/cases/$number', params: { number } }) },
  })
  const ready = base !== '' && (!demands || (finding.number.trim() !== '' && finding.facts.trim().length >= 10))
  if (!ofBase && !authority) return <div className="page"><NoBase /></div>
  if (!bases) return <div className="page"><Skeleton rows={10} /></div>
  return (
    <div className="page matters">
      <nav className="crumb"><Link to="/matters">{t('title')}</Link></nav>
      <div className="head"><h1>{t(demands ? 'demand' : 'pick.title')}</h1></div>
      {bases.length === 0 ? <NoBase /> : (
        <div className="stack">
          {opening.error && <Refusal error={opening.error} />}
          <section className="panel">
            <div className="bd stack">
              <SelectField label={t('pick.base')} required value={base} onChange={setChosen} empty={bases.length > 1 ? t('draft.choose') : undefined} choices={bases.map(({ number, name }) => ({ value: number, label: `${plainName(name)} ${number}` }))} />
              {demands && (
                <fieldset className="group">
                  <legend>{t('pick.findingTitle')}</legend>
                  <TextField label={t('pick.finding')} required value={finding.number} onChange={(number) => setFinding({ ...finding, number })} />
                  <LongField label={t('pick.facts')} required rows={3} value={finding.facts} onChange={(facts) => setFinding({ ...finding, facts })} help={t('pick.findingSays')} />
                </fieldset>
              )}
            </div>
          </section>
          <section className="panel">
            <div className="hd"><h2>{t('pick.which')}</h2><Cite law="Art. 15" /><Cite law="setting:major.catalogue" /></div>
            <p className="bd s mute">{t('pick.says', { version: catalogue2026.version })}</p>
            <ul className="picks-of">
              {catalogue2026.matters.map((matter) => (
                <Row key={matter.code} matter={matter} blocked={!ready || opening.isPending} accident={!demands} base={base} onPick={() => opening.mutate({ code: matter.code, key: newKey() })} />
              ))}
            </ul>
          </section>
        </div>
      )}
    </div>
  )
}

function Row({ matter, blocked, accident, base, onPick }: { matter: Matter; blocked: boolean; accident: boolean; base: string; onPick: () => void }) {
  const { t } = useTranslation('matters')
  const words = useWords()
  const listing = useListing()
  const limit = useLimit()
  const extra = [matter.experts && t('pick.experts'), matter.inspection && t('pick.inspection'), matter.announced && t('pick.announced')].filter(Boolean) as string[]
  return (
    <li className="pick-row" data-code={matter.code}>
      <span className="code">{matter.code}</span>
      <div>
        <h3 className="row wrap"><span>{words(matter.words)}</span><Mark family={families[matter.kind]} words={kindWords[matter.kind]} /></h3>
        <p className="s">{words(matter.says)}</p>
        {matter.raised && <p className="s mute">{words(matter.raised)}</p>}
        <div className="facts s mute">
          <span>{limit(matter)}</span>
          <Cite law={matter.time.when === 'before' ? matter.law : `setting:${matter.time.setting}`} />
          {matter.code !== 'M11' && <span>{matter.attachments.length > 0 ? t('pick.attachments', { what: listing(matter.attachments.map((one) => words(one.words))) }) : t('pick.none')}</span>}
          {extra.map((one) => <span key={one}>{one}</span>)}
        </div>
      </div>
      {matter.code === 'M11' && accident
        ? <Link className="btn sign" to="/accident" search={{ base: base || undefined }}>{t('accident')}</Link>
        : matter.code !== 'M11' && <button type="button" className="btn" aria-disabled={blocked || undefined} aria-label={`${t('pick.begin')} ${matter.code} ${words(matter.words)}`} onClick={() => { if (!blocked) onPick() }}>{t('pick.begin')}</button>}
    </li>
  )
}

/** By when, in words. */
export function useLimit(): (matter: Matter) => string {
  const { t } = useTranslation('matters')
  return ({ time }) => {
    if (time.when === 'before') return t('pick.before')
    const limit = t(`pick.limit.${time.counts}`, { n: Number(settingOf(time.setting as SettingKey).value) })
    return t(time.when === 'either' ? 'pick.either' : 'pick.within', { limit })
  }
}

export function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation('matters')
  const grounds = error instanceof Refused ? [...(error.problem.refusals ?? []).map(({ reason }) => reason), ...(error.problem.fields ?? []).map(({ path, expected }) => `${path}: ${expected}`)] : []
  return <Note tone="no" alert>{t('pick.refused')} {grounds.length > 0 ? grounds.join(' ') : error instanceof Refused ? error.problem.title : ''}</Note>
}
