import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MajorMatterCase } from '../../procedures/major-matter/major-matter.case.ts'
import { settingOf } from '../../settings/settings.ts'
import { shortDay } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Mark } from '../parts/status.tsx'
import { Note } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { Fact } from './view.tsx'

export const reportHours = Number(settingOf('major.accidentHours').value)
const statutoryHours = Number(settingOf('major.statutoryHours').value)

/** What no report here replaces. */
export function Statutory() {
  const { t } = useTranslation('matters')
  return <p className="statutory" role="note"><Icon shape="warn" /> {t('acc.statutory', { hours: statutoryHours })} <Cite law="setting:major.statutoryHours" /></p>
}

export function useSpan(): (minutes: number) => string {
  const { t } = useTranslation('matters')
  return (minutes) => t('acc.hours', { h: Math.floor(minutes / 60), m: minutes % 60 })
}

/** The accident as it was told, the hold, and what followed until the hold was lifted. */
export function AccidentView({ file, report = false }: { file: Partial<MajorMatterCase>; /** Whether the viewer may still tell it. */ report?: boolean }) {
  const { t } = useTranslation('matters')
  const { today } = useSession()
  const span = useSpan()
  const { accident, held, acknowledged = [], written = [], clearance, lifting, decision, kept = [] } = file
  if (!accident) return <><Statutory />{report && <NotTold />}</>
  const people = { dead: accident.dead, injured: accident.injured, missing: accident.missing }
  const said = (name: string, on: string, by: string, text: string, key = `${name}${on}${by}`) => <div className="said" key={key}><h3>{name} <span className="s mute">{shortDay(on, today)}{by && ` · ${by}`}</span></h3><p className="prose">{text}</p></div>
  return (
    <>
      {held && (held.until ? <Note tone="ok">{t('acc.lifted', { since: held.since, until: held.until })}</Note> : <div className="hold" role="status"><Icon shape="warn" /><span>{t('acc.hold', { since: held.since })}</span></div>)}
      <Statutory />
      <section className="panel">
        <div className="hd"><h2>{t('acc.facts')}</h2><Cite law="setting:major.accidentHours" />{accident.late && <Mark family="back" words={t('late')} />}<span className="grow" /><span className="s mute">{t('acc.after', { span: span(Math.round(accident.hours * 60)), hours: reportHours })}</span></div>
        <dl className="bd kv broad">
          <Fact name={t('acc.kind')}>{t(`acc.kinds.${accident.kind}`)}</Fact>
          <Fact name={t('acc.occurred')}>{accident.occurredAt.replace('T', ' ')}</Fact>
          <Fact name={t('acc.where')}>{accident.where}</Fact>
          <Fact name={t('acc.what')}><span className="prose">{accident.what}</span></Fact>
          <Fact name={t('acc.casualties')}>{t('acc.people', people)}</Fact>
          <Fact name={t('acc.hazardous')}>{accident.hazardous ? accident.substances ?? t('draft.yes') : t('acc.none')}</Fact>
          <Fact name={t('acc.measures')}><span className="prose">{accident.measures}</span></Fact>
          <Fact name={t('acc.emergency')}>{t(`acc.reported.${accident.emergency}`)}</Fact>
          <Fact name={t('acc.ecology')}>{t(`acc.reported.${accident.ecology}`)}</Fact>
        </dl>
      </section>
      {(acknowledged.length > 0 || written.length > 0 || kept.length > 0) && (
        <section className="panel">
          {acknowledged.map((one) => said(t('acc.acknowledged'), one.on, `${t(`acc.side.${one.side}`)} ${one.byName}`, one.instruction))}
          {written.map((one, at) => (
            <div className="said" key={`w${at}`}>
              <h3>{t('acc.written')} <span className="s mute">{shortDay(one.on, today)} · {t('view.signedBy', { name: one.signedBy })}</span></h3>
              <dl className="kv broad">
                <Fact name={t('acc.causes')}><span className="prose">{one.causes}</span></Fact><Fact name={t('acc.losses')}><span className="prose">{one.losses}</span></Fact><Fact name={t('acc.remedies')}><span className="prose">{one.remedies}</span></Fact><Fact name={t('acc.grade')}>{t(`acc.grades.${one.grade}`)}</Fact>
              </dl>
              <Files ids={one.files} />
            </div>
          ))}
          {kept.map((one, at) => said(t('acc.kept'), one.on, '', one.reason, `k${at}`))}
          {clearance && said(t('acc.clearance'), clearance.on, clearance.visitedOn, clearance.opinion)}
          {lifting && said(t('acc.lifting'), lifting.on, lifting.byName, lifting.opinion)}
          {decision && said(t('view.decision'), decision.on, '', decision.opinion)}
        </section>
      )}
    </>
  )
}

/** Opened, but nothing told yet: no hold is placed and nobody was informed. */
function NotTold() {
  const { t } = useTranslation('matters')
  return <Note tone="no" action={<Link className="btn sign" from="/cases/$number" to="." search={(old) => ({ ...old, step: 'report' })}>{t('acc.fill')}</Link>}>{t('acc.notTold')}</Note>
}

function Files({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('matters')
  if (ids.length === 0) return null
  return <ul className="files">{ids.map((id, at) => <li key={id}><Icon shape="file" /> <a href={`/api/files/${id}`}>{t('view.attached')} {at + 1}</a></li>)}</ul>
}
