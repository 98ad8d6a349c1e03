import { useState } from 'react'
import type { AvailableStep, CaseDetail, StepDone } from '../../contract.ts'
import { call } from '../call.ts'
import { casesMoved, client } from '../queries.ts'
import type { Schema } from './schema.ts'
import { useStep } from './use-step.ts'

/** One step of a case while somebody writes it, wherever it is drawn, and what the server answered to it. */
export function useCaseStep(detail: CaseDetail, step: AvailableStep, onDone?: (done: StepDone) => void) {
  const [done, setDone] = useState<StepDone | null>(null)
  const draftId = `${detail.case.id}.${step.step}`
  const command = step.command as Schema
  const state = useStep<StepDone>({
    draftId,
    command,
    reasonsFor: step.refusals.flatMap(({ takesReason, rule }) => (takesReason && rule ? [rule] : [])),
    perform: (body, key) => call('POST', `/cases/${detail.case.id}/steps/${step.step}`, { body, key, version: detail.version }),
    onDone: (answer) => {
      setDone(answer)
      onDone?.(answer)
      void casesMoved()
    },
  })
  /** Somebody was faster: the case is read again, the text stays. */
  const onMoved = () => {
    state.forgive()
    void client.invalidateQueries({ queryKey: ['case'] })
  }
  return { done, command, state, onMoved, around: { detail, draftId, names: state.names, onName: state.name } }
}
