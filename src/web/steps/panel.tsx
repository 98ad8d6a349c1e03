import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AvailableStep, CaseDetail, StepDone } from '../../contract.ts'
import { call } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { casesMoved, client } from '../queries.ts'
import { useWords } from '../words.ts'
import { StepFoot, StepLeft, StepRight } from './body.tsx'
import { AroundContext } from './context.ts'
import { Receipt } from './receipt.tsx'
import type { Schema } from './schema.ts'
import { useStep } from './use-step.ts'

/** A checklist is worked through beside the material, not over it: the same step, drawn in place. */
export function StepPanel({ detail, step, onClose }: { detail: CaseDetail; step: AvailableStep; onClose: () => void }) {
  const { t } = useTranslation('steps')
  const words = useWords()
  const id = useId()
  const head = useRef<HTMLHeadingElement>(null)
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
      void casesMoved()
    },
  })
  useEffect(() => head.current?.focus(), [])
  if (done)
    return (
      <Dialog labelledBy={id} onClose={onClose} className="middle">
        <Receipt id={id} done={done} step={step} onClose={onClose} />
      </Dialog>
    )
  return (
    <section className="panel inplace" aria-labelledby={id} data-step>
      <AroundContext value={{ detail, draftId, names: state.names, onName: state.name }}>
        <div className="hd">
          <h2 id={id} ref={head} tabIndex={-1}>
            {words(step.says)}
          </h2>
          <Cite law={step.law} />
          <span className="grow" />
          <button type="button" className="btn quiet sm" onClick={onClose}>
            <Icon shape="cross" />
            <span className="sr">{t('back')}</span>
          </button>
        </div>
        <StepLeft told={step} command={command} state={state} />
        {state.fault !== null && (
          <StepRight
            told={step}
            state={state}
            facts={null}
            onMoved={() => {
              state.forgive()
              void client.invalidateQueries({ queryKey: ['case'] })
            }}
          />
        )}
        <StepFoot told={step} state={state} onBack={onClose} />
      </AroundContext>
    </section>
  )
}
