import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AvailableStep, CaseDetail, StepDone } from '../../contract.ts'
import { call, Refused } from '../call.ts'
import { Grounds } from '../parts/grounds.tsx'
import { casesMoved } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useOnline } from '../shell/frame.tsx'
import { useIntention } from '../steps/intention.ts'

/** The step the sheet is for. Once taken it is no longer offered; its receipt stays until the page is left. */
export function useOffered(detail: CaseDetail | undefined, step: string): AvailableStep | undefined {
  const kept = useRef<AvailableStep>(undefined)
  kept.current = detail?.available.find((one) => one.step === step) ?? kept.current
  return kept.current
}

/** The sheet becomes one entry of the case: once, online, when everything it names is sent. */
export function useSigning(detail: CaseDetail, step: string, sheet: { ready: boolean; body: () => object; after: () => Promise<unknown> }) {
  const online = useOnline()
  const intention = useIntention()
  const [done, setDone] = useState<StepDone | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const blocked = busy || !sheet.ready || !online
  const send = async () => {
    if (blocked) return
    const body = sheet.body()
    setBusy(true)
    setFault(null)
    try {
      setDone(
        await call<StepDone>('POST', `/cases/${detail.case.id}/steps/${step}`, { body, key: intention.keyFor(body), version: detail.version }),
      )
      await sheet.after()
      await casesMoved()
    } catch (refused) {
      if (refused instanceof Refused && refused.problem.status > 0) intention.answered()
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  return { done, fault, blocked, send }
}

/** Every ground of a refusal, or what else went wrong. */
export function Refusals({ fault }: { fault: unknown }) {
  const { t } = useTranslation('shell')
  if (fault === null) return null
  if (!(fault instanceof Refused) || !fault.problem.refusals?.length) return <Fault error={fault} title={t('error.title')} />
  return (
    <div role="alert" className="note no">
      <Grounds grounds={fault.problem.refusals.map((ground, index) => ({ key: `${index}`, law: ground.law, reason: ground.reason }))} />
    </div>
  )
}
