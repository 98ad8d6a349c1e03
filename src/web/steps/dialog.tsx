import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AvailableStep, CaseDetail, StepDone } from '../../contract.ts'
import { call } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { casesMoved, client } from '../queries.ts'
import { useWords } from '../words.ts'
import { StepFoot, StepLeft, StepRight } from './body.tsx'
import { AroundContext } from './context.ts'
import { DefaultFacts } from './facts.tsx'
import { Receipt } from './receipt.tsx'
import type { Schema } from './schema.ts'
import { useStep } from './use-step.ts'

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
  if (done)
    return (
      <Dialog labelledBy={id} onClose={onClose} className="middle">
        <Receipt id={id} done={done} step={step} onClose={onClose} />
      </Dialog>
    )
  return (
    <Dialog labelledBy={id} onClose={onClose}>
      <AroundContext value={{ detail, draftId, names: state.names, onName: state.name }}>
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
              onMoved={() => {
                state.forgive()
                void client.invalidateQueries({ queryKey: ['case'] })
              }}
            />
          </div>
          <StepFoot told={step} state={state} onBack={onClose} />
        </div>
      </AroundContext>
    </Dialog>
  )
}
