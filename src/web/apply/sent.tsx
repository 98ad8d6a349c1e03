import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { Note } from '../parts/states.tsx'
import { Status } from '../parts/status.tsx'
import { useStatuses } from '../queries.ts'
import { useWords } from '../words.ts'
import { PrintedApplication } from './preview.tsx'

/** The application is not open any more: it says with whom it lies, and shows what was handed in. */
export function SentAway({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { number, title, status } = detail.case
  const awaits = useStatuses()('recognition', status)?.awaits
  return (
    <div className="page wizard">
      <div className="wiz-head"><div><nav className="crumb" aria-label={t('crumb')}><Link to="/apply">{t('title')}</Link> / <span className="nowrap">{number}</span></nav><h1 className="row wrap">{title} <Status procedure="recognition" status={status} /></h1></div>
        <span className="row no-print"><button type="button" className="btn sm" onClick={() => window.print()}>{t('print')}</button></span></div>
      <Note tone="go" action={<Link className="btn sm" to="/cases/$number" params={{ number }}>{t('toCase')}</Link>}>
        {awaits ? t('sent.with', { who: words(awaits.roleWords), asks: words(awaits.asks) }) : t('sent.closed')}</Note>
      <PrintedApplication detail={detail} />
    </div>
  )
}
