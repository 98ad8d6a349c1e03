import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Building as Built } from '../../procedures/base/base.case.ts'
import { Fact } from '../material/fact.tsx'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Note } from '../parts/states.tsx'

/** A base that was commissioned to be built: since when, by when, and how far its acceptance is. */
export function BuildingNote({ since, building, by, to }: { since: string; building: Built | null; by: string | undefined; to: string | undefined }) {
  const { t } = useTranslation('bases')
  const stands = building?.proposal ? t('building.proposed') : building?.report ? t('building.reported', { day: building.report.on }) : building?.returned ? t('building.returned', { day: building.returned.on, reason: building.returned.reason }) : t('building.waits')
  return (
    <Note tone="go" action={to && <Link className="btn sm" to="/cases/$number" params={{ number: to }}>{t('building.go')}</Link>}>
      {t('building.since', { day: since })}{by && t('building.by', { day: by })} <Cite law="Art. 11" />
      <div className="s">{stands}</div>
    </Note>
  )
}

/** What was reported as built, and what was found there. */
export function BuildingMaterial({ building }: { building: Built }) {
  const { t } = useTranslation('bases')
  const { report, proposal, returned } = building
  return (
    <section className="panel">
      <div className="hd"><h2 className="h3">{t('building.title')}</h2><Cite law="Art. 11" /></div>
      <dl className="bd kv">
        <Fact name={t('building.report')}>{report && <><span className="prose">{report.account}</span> <span className="faint">{report.on} {report.signedBy}</span></>}</Fact>
        <Fact name={t('building.evidence')}>{report && report.files.length > 0 && report.files.map((id, at) => <a key={id} className="row s" href={`/api/files/${id}`}><Icon shape="down" />{t('building.evidence')} {at + 1}</a>)}</Fact>
        <Fact name={t('building.findings')}>{proposal && <><span className="prose">{proposal.findings}</span> <span className="faint">{proposal.checkedOn}</span></>}</Fact>
        <Fact name={t('building.back')}>{returned && t('building.returned', { day: returned.on, reason: returned.reason })}</Fact>
      </dl>
    </section>
  )
}
