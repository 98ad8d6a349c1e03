import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, Draft, StepDone } from '../../contract.ts'
import type { Form } from '../apply/application.ts'
import type { Way } from '../apply/context.ts'
import { useDraftStore } from '../apply/use-draft-store.ts'
import { WizardPage } from '../apply/wizard.tsx'
import { get } from '../call.ts'
import { instantOf } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/states.tsx'
import { useCase } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { Figures, figuresOfSection } from './figures.tsx'
import { useReport } from './query.ts'
import '../css/wizard.css'

const route = getRouteApi('/report/$number')
const writers = ['base.director', 'base.clerk']
const steps: Readonly<Record<string, string>> = { supplementing: 'supplement', endorsed: 'trueUp', verified: 'trueUpAtCity' }
const way: Way = {
  to: '/report/$number', home: '/assessment', check: 'assessment', step: (status) => steps[status] ?? 'report', application: false,
  writes: (detail, assignments) => assignments.some(({ role, org }) => writers.includes(role) && org === `base.${(detail.case.file.base as { id: string } | null)?.id}`),
}

/** The self-assessment report of one base, drawn from its form as data; the figures of the register lie below it. */
export function ReportPage() {
  const { t } = useTranslation('assess')
  const { number } = route.useParams()
  const { data: detail, error, refetch } = useCase(number)
  const [done, setDone] = useState<StepDone | null>(null)
  useTitle(`${t('report.title')} ${number}`)
  if (!detail) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={14} />}</div>
  return done ? <Signed detail={detail} done={done} /> : <Opened key={detail.case.id} detail={detail} onDone={setDone} />
}

function Opened({ detail, onDone }: { detail: CaseDetail; onDone: (done: StepDone) => void }) {
  const { t } = useTranslation('assess')
  const id = detail.case.id
  const first = useQuery({ queryKey: ['draft', id], retry: false, queryFn: ({ signal }) => get<Draft>(`/cases/${id}/draft`, signal), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  const version = first.data?.formVersion
  const form = useQuery({ queryKey: ['report-form', version], enabled: version !== undefined, staleTime: Number.POSITIVE_INFINITY, queryFn: ({ signal }) => get<Form>(`/report-forms/${version}`, signal) })
  const store = useDraftStore(id, first.data)
  const report = useReport(id)
  const fault = first.error ?? form.error
  if (!store || !form.data) {
    return <div className="page">{fault ? <><Fault error={fault} retry={() => { void first.refetch(); void form.refetch() }} /><p><Link to="/cases/$number" params={{ number: detail.case.number }}>{t('report.toCase')}</Link></p></> : <Skeleton rows={14} />}</div>
  }
  return <WizardPage detail={detail} form={form.data} store={store} way={way} onDone={onDone} below={({ id: section }) => report.data && <Figures key={`figures.${section}`} report={report.data} of={figuresOfSection(section)} />} />
}

function Signed({ detail, done }: { detail: CaseDetail; done: StepDone }) {
  const { t } = useTranslation('assess')
  return (
    <div className="page narrow"><section className="panel receipt" role="status">
      <div className="hd"><h1 className="row t-ok h2"><Icon shape="okc" />{t('report.signed')}</h1></div>
      <div className="bd stack"><p>{t('report.signedSays')}</p>
        <dl className="kv"><div><dt>{t('report.number')}</dt><dd><b>{done.case.number}</b>　{detail.case.title}</dd></div><div><dt>{t('report.at')}</dt><dd>{instantOf(done.entry.at)}</dd></div><div><dt>{t('report.law')}</dt><dd><Cite law={done.entry.law} /></dd></div><div><dt>{t('report.hash')}</dt><dd className="mono hash">{done.entry.hash}</dd></div></dl></div>
      <div className="bd row wrap"><Link className="btn primary" to="/cases/$number" params={{ number: done.case.number }}>{t('report.follow')}</Link><Link className="btn" to="/assessment">{t('board.title')}</Link></div>
    </section></div>
  )
}
