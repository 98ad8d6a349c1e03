import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { AssessmentCampaignCase } from '../../procedures/assessment-campaign/assessment-campaign.case.ts'
import { shortHash } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Mark } from '../parts/status.tsx'
import { Fact } from './fact.tsx'
import '../css/assess.css'

/** The window of the year, every base listed, and what was drawn. */
export function AssessmentCampaignMaterial({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('assess')
  const { year, window, bases = [], spot, note, plannedBy, documents = [], ended } = detail.case.file as Partial<AssessmentCampaignCase>
  return (
    <div className="stack">
      <section className="panel">
        <div className="hd wrap"><h2>{t('board.title')} {year}</h2><Cite law="Art. 16" /><span className="grow" /><Link className="btn sm" to="/assessment" search={{ year: String(year) }}>{t('campaign.board')}</Link></div>
        <dl className="bd kv">
          <Fact name={t('file.window')}>{window && t('file.windowSays', { from: window.opensOn, to: window.closesOn, trueUp: window.trueUpBy, result: window.resultBy })}</Fact>
          <Fact name={t('campaign.plannedBy')}>{plannedBy?.name}</Fact><Fact name={t('campaign.note')}>{note && <span className="prose">{note}</span>}</Fact>
          <Fact name={t('campaign.spot')}>{spot && <>{t('campaign.spotSays', { n: spot.drawn.length, of: spot.of })} <span className="mono xs faint">{t('sample.seed', { hash: shortHash(spot.seed) })}</span> <Cite law="setting:assess.spotShare" /></>}</Fact>
          <Fact name={t('campaign.documents')}>{documents.length > 0 && documents.map((one) => `${one.documentNo} ${one.on} · ${t('campaign.cases', { n: one.cases })}`).join('；')}</Fact>
          <Fact name={t('campaign.ended')}>{ended && <span className="prose">{ended}</span>}</Fact>
        </dl>
      </section>
      <section className="panel"><div className="hd"><h2>{t('campaign.bases', { n: bases.length })}</h2></div>
        <ul className="twins">{bases.map((one) => <li key={one.base}><Link to="/bases/$number" params={{ number: one.base }}><b>{one.name}</b></Link> <span className="faint">{one.base}</span> {spot?.drawn.includes(one.base) && <Mark family="spot" words={t('board.spots.drawn')} />}{one.because && <p className="s mute">{one.because}</p>}</li>)}</ul></section>
    </div>
  )
}
