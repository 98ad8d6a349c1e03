import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepInfo } from '../../contract.ts'
import { call } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { casesMoved } from '../queries.ts'
import { useWords } from '../words.ts'
import { StepFoot, StepLeft, StepRight } from './body.tsx'
import { AroundContext } from './context.ts'
import type { Schema } from './schema.ts'
import { useStep } from './use-step.ts'

/** A case begins with a step from nothing: POST /api/cases/{procedure} with its command. */
export function OpenDialog({ procedure, step, initial, onClose }: { procedure: string; step: StepInfo; initial?: Record<string, unknown>; onClose: () => void }) {
  const { t } = useTranslation('steps')
  const words = useWords()
  const id = useId()
  const navigate = useNavigate()
  // Begun from somewhere, it is another beginning than the one left lying.
  const draftId = initial && Object.keys(initial).length > 0 ? `new.${procedure}.${Object.values(initial).join('.')}` : `new.${procedure}`
  const told = { says: step.says, effects: [], notifies: [], refusals: [], signs: false, begins: true as const }
  const state = useStep<{ id: string; number: string }>({
    draftId,
    command: step.command as Schema,
    ...(initial && { initial }),
    perform: (body, key) => call('POST', `/cases/${procedure}`, { body, key }),
    onDone: ({ number }) => {
      void casesMoved()
      onClose()
      void navigate({ to: '/cases/$number', params: { number } })
    },
  })
  return (
    <Dialog labelledBy={id} onClose={onClose}>
      <AroundContext value={{ detail: null, draftId, names: state.names, onName: state.name }}>
        <div data-step>
          <header>
            <h2 id={id} className="grow act">
              {words(step.says)}
            </h2>
            <Cite law={step.law} />
          </header>
          <div className={state.fault === null ? 'dec one' : 'dec'}>
            <StepLeft told={told} command={step.command as Schema} state={state} />
            {state.fault !== null && <StepRight told={told} state={state} facts={<p className="s mute">{t('kept')}</p>} onMoved={null} />}
          </div>
          <StepFoot told={told} state={state} onBack={onClose} />
        </div>
      </AroundContext>
    </Dialog>
  )
}
