import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, Draft, StepDone } from '../../contract.ts'
import { get } from '../call.ts'
import { Skeleton } from '../parts/states.tsx'
import { useCase } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import type { Form } from './application.ts'
import { hostRole } from './own.ts'
import type { Way } from './context.ts'
import { SubmittedReceipt } from './receipt.tsx'
import { SentAway } from './sent.tsx'
import { useDraftStore } from './use-draft-store.ts'
import { WizardPage } from './wizard.tsx'
import '../css/wizard.css'

const route = getRouteApi('/apply/$number')
const editable = ['draft', 'returned', 'supplementing']
const application: Way = {
  to: '/apply/$number', home: '/apply', check: 'recognition', step: (status) => (status === 'supplementing' ? 'supplement' : 'submit'), application: true,
  writes: (detail, assignments) => assignments.some((one) => hostRole(one.role) && one.org === detail.case.hosts[0]?.org),
}

/** The application form of one case, drawn from the form as data. */
export function ApplyFormPage() {
  const { t } = useTranslation('apply')
  const { number } = route.useParams()
  const { data: detail, error, refetch } = useCase(number)
  const [done, setDone] = useState<StepDone | null>(null)
  useTitle(`${detail?.case.title || t('title')} ${number}`)
  if (!detail) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={14} />}</div>
  if (done) return <SubmittedReceipt detail={detail} done={done} />
  if (!editable.includes(detail.case.status)) return <SentAway detail={detail} />
  return <Opened key={detail.case.id} detail={detail} onDone={setDone} />
}

/** Reads the draft and the form of its version; the draft is opened once and then kept alive by the store. */
function Opened({ detail, onDone }: { detail: CaseDetail; onDone: (done: StepDone) => void }) {
  const { t } = useTranslation('apply')
  const id = detail.case.id
  const first = useQuery({ queryKey: ['draft', id], queryFn: ({ signal }) => get<Draft>(`/cases/${id}/draft`, signal), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  const version = first.data?.formVersion
  const form = useQuery({ queryKey: ['form', version], enabled: version !== undefined, staleTime: Number.POSITIVE_INFINITY, queryFn: ({ signal }) => get<Form>(`/forms/${version}`, signal) })
  const store = useDraftStore(id, first.data)
  const fault = first.error ?? form.error
  if (!store || !form.data) {
    return <div className="page">{fault ? <><Fault error={fault} retry={() => { void first.refetch(); void form.refetch() }} />
      <p><Link to="/cases/$number" params={{ number: detail.case.number }}>{t('toCase')}</Link></p></> : <Skeleton rows={14} />}</div>
  }
  return <WizardPage detail={detail} form={form.data} store={store} way={application} onDone={onDone} />
}
