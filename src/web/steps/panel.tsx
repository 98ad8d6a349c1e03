import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AvailableStep, CaseDetail } from '../../contract.ts'
import { Cite } from '../parts/cite.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { StepFoot, StepLeft, StepRight } from './body.tsx'
import { AroundContext } from './context.ts'
import { Receipt } from './receipt.tsx'
import { useCaseStep } from './use-case-step.ts'

/** A checklist is worked through beside the material, not over it: the same step, drawn in place. */
export function StepPanel({ detail, step, onClose }: { detail: CaseDetail; step: AvailableStep; onClose: () => void }) {
  const { t } = useTranslation('steps')
  const words = useWords()
  const id = useId()
  const head = useRef<HTMLHeadingElement>(null)
  const { done, command, state, onMoved, around } = useCaseStep(detail, step)
  useEffect(() => head.current?.focus(), [])
  if (done)
    return (
      <Dialog labelledBy={id} onClose={onClose} className="middle">
        <Receipt id={id} done={done} step={step} onClose={onClose} />
      </Dialog>
    )
  return (
    <section className="panel inplace" aria-labelledby={id} data-step>
      <AroundContext value={around}>
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
            onMoved={onMoved}
          />
        )}
        <StepFoot told={step} state={state} onBack={onClose} />
      </AroundContext>
    </section>
  )
}
