import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, StepDone } from '../../contract.ts'
import { call, Refused } from '../call.ts'
import { Grounds } from '../parts/grounds.tsx'
import { casesMoved } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useIntention } from '../steps/intention.ts'

/** Takes one step from a page of its own: one key for one intention, every ground when it is refused, back to the case when it is done. */
export function useSend(detail: Pick<CaseDetail, 'version'> & { case: { id: string; number: string } }) {
  const navigate = useNavigate()
  const intention = useIntention()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const send = async (step: string, body: Record<string, unknown>, after: 'case' | 'stay' = 'case') => {
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      await call<StepDone>('POST', `/cases/${detail.case.id}/steps/${step}`, { body, key: intention.keyFor([step, body]), version: detail.version })
      intention.answered()
      await casesMoved()
      if (after === 'case') await navigate({ to: '/cases/$number', params: { number: detail.case.number } })
    } catch (refused) {
      if (refused instanceof Refused && refused.problem.status > 0 && refused.problem.status < 500) intention.answered()
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, fault }
}

export function Refusals({ fault }: { fault: unknown }) {
  const { t } = useTranslation('assess')
  if (fault === null) return null
  const refusals = fault instanceof Refused ? fault.problem.refusals ?? [] : []
  if (refusals.length === 0) return <Fault error={fault} />
  return <section className="panel refused" role="alert"><div className="hd"><h2 className="h3 t-no">{t('refused', { n: refusals.length })}</h2></div><div className="bd"><Grounds grounds={refusals.map((one, at) => ({ key: `${one.rule ?? one.code}.${at}`, law: one.law, reason: one.reason }))} /></div></section>
}
