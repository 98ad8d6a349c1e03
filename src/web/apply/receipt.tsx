import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, StepDone } from '../../contract.ts'
import type { ApplicationView } from '../material/application.query.ts'
import { get } from '../call.ts'
import { instantOf } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Status } from '../parts/status.tsx'
import { useStatuses } from '../queries.ts'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'

/** What was handed in, to be kept: number, time to the second, fingerprints, files, and with whom it lies now. */
export function SubmittedReceipt({ detail, done }: { detail: CaseDetail; done: StepDone }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const statusOf = useStatuses()
  const heading = useRef<HTMLHeadingElement>(null)
  const { data } = useQuery({ queryKey: ['application', 'receipt', detail.case.id, done.version], queryFn: ({ signal }) => get<ApplicationView>(`/cases/${detail.case.id}/application`, signal) })
  const awaits = statusOf('recognition', done.case.status)?.awaits
  const snapshot = data?.snapshots.at(-1)
  useTitle(t('receipt.title'))
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="page narrow">
      <section className="panel receipt" role="status">
        <div className="hd"><h1 ref={heading} tabIndex={-1} className="row t-ok h2"><Icon shape="okc" />{t('receipt.title')}</h1></div>
        <div className="bd stack">
          {awaits && <p>{t('receipt.with')}<Name name={done.case.county?.name ?? ''} />{t(done.case.due ? 'receipt.withUntil' : 'receipt.withRole', { role: words(awaits.roleWords), day: done.case.due?.day ?? '' })}</p>}
          <dl className="kv">
            <div><dt>{t('receipt.number')}</dt><dd><b>{done.case.number}</b>　{done.case.title}</dd></div>
            <div><dt>{t('receipt.at')}</dt><dd>{instantOf(done.entry.at)}</dd></div>
            <div><dt>{t('receipt.now')}</dt><dd><Status procedure="recognition" status={done.case.status} /></dd></div>
            <div><dt>{t('receipt.law')}</dt><dd><Cite law={done.entry.law} /> {t('receipt.entry', { no: done.entry.no })}</dd></div>
            <div><dt>{t('receipt.hash')}</dt><dd className="mono hash">{done.entry.hash}</dd></div>
            {snapshot && <div><dt>{t('receipt.snapshot')}</dt><dd className="mono hash">{snapshot.sha256}</dd></div>}
            <div><dt>{t('receipt.told')}</dt><dd>{[awaits && words(awaits.roleWords), t('receipt.applicant')].filter(Boolean).join(t('comma'))}</dd></div>
          </dl>
          {data && <section><h2 className="h3">{t('receipt.files', { n: data.files.length })}</h2>
            <ul className="flat-files s">{data.files.map((file) => <li key={file.id}><b className="mono">{file.attachment ?? '—'}</b> {file.name}<span className="mono xs faint hash">{file.sha256}</span></li>)}</ul></section>}
        </div>
        <div className="bd row wrap no-print"><Link className="btn primary" to="/cases/$number" params={{ number: done.case.number }}>{t('receipt.follow')}</Link>
          <button type="button" className="btn" onClick={() => window.print()}>{t('print')}</button><Link className="btn" to="/apply">{t('receipt.back')}</Link></div>
      </section>
    </div>
  )
}
