import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BaseDetail, BaseFileShown } from '../../procedures/base/base.profile.door.ts'
import { accountings } from '../../settings/choices.ts'
import { amount, money } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Name } from '../parts/names.tsx'
import { useWords } from '../words.ts'

/** What a base is: certificate, hosts, names before, goals. */
export function Facts({ data }: { data: BaseDetail }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  const { file } = data
  const pair = (name: string, value: ReactNode) => (value ? <div key={name}><dt>{name}</dt><dd>{value}</dd></div> : null)
  return (
    <section className="panel"><div className="hd"><h2>{t('facts')}</h2></div>
      <div className="bd"><dl className="kv broad">
        {pair(t('certificateNo'), data.certificateNo)}{pair(t('documentNo'), data.documentNo)}{pair(t('recognisedOn'), data.recognisedOn)}
        {file && pair(t('hosts'), file.hosts.map((host) => <span key={host.org} className="below"><Name name={host.name} />{host.lead && file.hosts.length > 1 && <span className="tag">{t('lead')}</span>}</span>))}
        {file && file.formerNames.length > 0 && pair(t('formerNames'), file.formerNames.map(({ name, until }) => <span key={name} className="below">{name} <span className="faint">{t('until', { day: until })}</span></span>))}
        {file && file.formerHosts.length > 0 && pair(t('formerHosts'), file.formerHosts.map(({ name, until }) => <span key={`${name}${until}`} className="below">{name} <span className="faint">{t('until', { day: until })}</span></span>))}
        {data.facts.slice(0, file ? 2 : undefined).map((fact) => pair(words(fact.name), words(fact.value)))}
        {file && pair(t('accounting'), words(accountings.find(({ value }) => value === file.accounting)?.words))}
        {file && pair(t('openService'), t(file.openService === 'open' ? 'open' : 'paused'))}{file && pair(t('chemical'), t(file.chemical ? 'yes' : 'no'))}
        {file?.promoted && pair(t('promoted'), t(file.promoted))}{file?.site && pair(t('site'), file.site)}{file?.goals && pair(t('goals'), <span className="pre">{file.goals}</span>)}
      </dl></div>
    </section>
  )
}

/** Figures that the rows give. */
export function Figures({ file: { area, equipment, staff, services } }: { file: BaseFileShown }) {
  const { t } = useTranslation('bases')
  const share = (value: number | null) => (value === null ? t('none') : `${amount(value, 1)}%`)
  const cell = (name: string, value: string, more?: string) => <div className="fig"><dt>{name}</dt><dd><b>{value}</b>{more && <small>{more}</small>}</dd></div>
  return (
    <section className="panel"><div className="hd"><h2>{t('figures')}</h2><span className="s mute">{t('figuresNote')}</span></div>
      <dl className="bd figs-grid">
        {cell(t('area'), `${amount(area)} m²`)}
        {cell(t('equipment'), t('value', { n: money(equipment.value) }), t('pieces', { n: equipment.pieces }))}
        {cell(t('openShare'), share(equipment.openValueShare))}
        {cell(t('services'), t('clients', { n: services.clients }), `${t('received', { n: money(services.received) })} · ${t('counted', { n: services.counted })}`)}
        {cell(t('staff'), t('persons', { n: staff.persons }))}
        {cell(t('fullTime'), share(staff.fullTimeShare))}{cell(t('degree'), share(staff.bachelorShare))}{cell(t('titleShare'), share(staff.middleShare))}{cell(t('senior'), share(staff.seniorShare))}
      </dl>
      <p className="bd row wrap"><Cite law="Art. 8(3)" /><Cite law="Art. 8(4)" /><Cite law="Art. 4(2)" /></p>
    </section>
  )
}
