import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AvailableStep, CaseDetail, StepDone } from '../../contract.ts'
import { Cite } from '../parts/cite.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { useWords } from '../words.ts'
import { StepFoot, StepLeft, StepRight } from './body.tsx'
import { AroundContext } from './context.ts'
import { DefaultFacts } from './facts.tsx'
import { Receipt } from './receipt.tsx'
import { useCaseStep } from './use-case-step.ts'

export type StepDialogProps = {
  detail: CaseDetail
  step: AvailableStep
  onClose: () => void
  facts?: ReactNode
  onDone?: (done: StepDone) => void
}

/** The one dialog for every step: before it is signed, when it is refused, and its receipt. */
export function StepDialog({ detail, step, onClose, facts, onDone }: StepDialogProps) {
  const { t } = useTranslation('steps')
  const words = useWords()
  const id = useId()
  const { done, command, state, onMoved, around } = useCaseStep(detail, step, onDone)
  if (done)
    return (
      <Dialog labelledBy={id} onClose={onClose} className="middle">
        <Receipt id={id} done={done} step={step} onClose={onClose} />
      </Dialog>
    )
  return (
    <Dialog labelledBy={id} onClose={onClose}>
      <AroundContext value={around}>
        <div data-step>
          <header>
            <div className="grow">
              <p className="s mute">
                <span className="nowrap">{detail.case.number}</span> <Cite law={step.law} />
              </p>
              <h2 id={id} className="act">
                {words(step.says)}　<Name name={detail.case.title} />
              </h2>
              <p className="s mute">
                {detail.case.hosts.map((host, index) => (
                  <span key={host.org}>
                    {index > 0 && ' · '}
                    <Name name={host.name} demo={host.demo} />
                  </span>
                ))}
              </p>
            </div>
            <button type="button" className="btn quiet" onClick={onClose}>
              <Icon shape="cross" />
              <span className="sr">{t('back')}</span>
            </button>
          </header>
          <div className="dec">
            <StepLeft told={step} command={command} state={state} />
            <StepRight
              told={step}
              state={state}
              facts={facts ?? <DefaultFacts detail={detail} step={step} />}
              onMoved={onMoved}
            />
          </div>
          <StepFoot told={step} state={state} onBack={onClose} />
        </div>
      </AroundContext>
    </Dialog>
  )
}
