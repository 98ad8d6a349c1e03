import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AvailableStep } from '../../contract.ts'
import type { Words } from '../../kernel/words.ts'
import { Refused } from '../call.ts'
import { LongField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Note } from '../parts/states.tsx'
import { useOnline } from '../shell/frame.tsx'
import { useListing, useWords } from '../words.ts'
import { SchemaFields, useFieldName } from './form.tsx'
import { Refusal } from './refusal.tsx'
import type { Schema } from './schema.ts'
import type { StepState } from './use-step.ts'

/** `begins`: a case that does not exist yet has nothing to say of what will happen to it. */
export type Told = Pick<AvailableStep, 'effects' | 'notifies' | 'refusals' | 'signs' | 'says'> & { begins?: true }

/** Always in this order: what will happen, who is told, what is to be written. */
export function StepLeft({ told, command, state }: { told: Told; command: Schema; state: StepState }) {
  const { t } = useTranslation('steps')
  const words = useWords()
  const online = useOnline()
  const wanted = told.refusals.filter(({ takesReason, rule }) => takesReason && rule)
  return (
    <div className="l">
      {state.restored && (
        <Note
          tone="go"
          action={
            <button type="button" className="btn sm" onClick={state.discard}>
              {t('discard')}
            </button>
          }
        >
          {t('restored')}
        </Note>
      )}
      {!online && <Note tone="am">{t('offline')}</Note>}
      {!told.begins && (
        <>
          <h3>{told.signs ? t('willSign') : t('will')}</h3>
          <List items={told.effects} none={t('noEffects')} />
          {told.notifies.length > 0 && (
            <>
              <h3>{t('tells')}</h3>
              <List items={told.notifies} none={t('noEffects')} />
            </>
          )}
        </>
      )}
      {wanted.length > 0 && (
        <section className="reasons">
          <h3>
            <Icon shape="scale" />
            {t('reasons')}
          </h3>
          {wanted.map((ground) => (
            <LongField
              key={ground.rule}
              rows={2}
              required
              label={words(ground.reason)}
              value={state.reasons[ground.rule ?? ''] ?? ''}
              onChange={(text) => state.reason(ground.rule ?? '', text)}
            />
          ))}
        </section>
      )}
      <div className="stack fill">
        <SchemaFields
          schema={command}
          values={state.values}
          onChange={state.change}
          faults={{ ...marked(state, t('empty')), ...state.faults }}
        />
      </div>
    </div>
  )
}

// What is missing is marked in the form only after the step was pressed.
const marked = (state: StepState, says: string) => (state.tried ? Object.fromEntries(state.missing.map(({ name }) => [name, says])) : {})

const List = ({ items, none }: { items: readonly Words[]; none: string }) => {
  const words = useWords()
  return (
    <ul className="will">
      {(items.length > 0 ? items.map(words) : [none]).map((says) => (
        <li key={says}>
          <Icon shape="right" />
          <span>{says}</span>
        </li>
      ))}
    </ul>
  )
}

/** Right: all grounds when refused, else the facts that will be kept with the step. */
export function StepRight({
  told,
  state,
  facts,
  onMoved,
}: {
  told: Told
  state: StepState
  facts: ReactNode
  onMoved: (() => void) | null
}) {
  const { t } = useTranslation('steps')
  const problem = state.fault instanceof Refused ? state.fault.problem : null
  const grounds = (problem?.refusals?.length ?? 0) > 0 && !problem?.moved
  return (
    <div className={grounds ? 'r no' : 'r'}>
      {state.fault !== null && !problem && (
        <Note tone="no" alert>
          {t('faultNoNumber')}
        </Note>
      )}
      {problem && <Refusal problem={problem} signs={told.signs} state={state} onMoved={onMoved} />}
      {!grounds && (
        <section>
          <h3>{t('facts')}</h3>
          <p className="s mute">{t('factsSays')}</p>
          {facts}
        </section>
      )}
    </div>
  )
}

/** What is missing as a sentence; the button names the act and takes the focus to the first gap. */
export function StepFoot({ told, state, onBack, children }: { told: Told; state: StepState; onBack: () => void; children?: ReactNode }) {
  const { t } = useTranslation('steps')
  const words = useWords()
  const nameOf = useFieldName()
  const listing = useListing()
  const online = useOnline()
  const says = words(told.says)
  const blocked = state.busy || !online
  const lacking = [...state.missing.map(nameOf), ...(state.unreasoned.length > 0 ? [t('reasons')] : [])]
  return (
    <footer>
      <span className={state.tried && lacking.length > 0 ? 's t-no' : 's mute'} role="status">
        {lacking.length > 0 ? t('lacks', { n: lacking.length, what: listing(lacking) }) : t('kept')}
      </span>
      <span className="grow" />
      {children}
      <button type="button" className="btn" onClick={onBack}>
        {t('back')}
      </button>
      <button
        type="button"
        className={told.signs ? 'btn sign' : 'btn primary'}
        aria-disabled={blocked || undefined}
        onClick={(event) => {
          if (blocked) return
          if (lacking.length > 0) focusFirst(event.currentTarget.closest('[data-step]'))
          void state.send()
        }}
      >
        {state.busy ? t('doing') : told.signs && !says.startsWith(t('signPrefix')) ? t('sign', { step: says }) : says}
      </button>
    </footer>
  )
}

/** The first control that is required and empty. */
function focusFirst(place: Element | null) {
  const controls = [...(place?.querySelectorAll<HTMLElement>('[aria-required]') ?? [])]
  const empty =
    controls.find((control) => ('value' in control ? control.value === '' : !control.querySelector(':checked'))) ??
    place?.querySelector<HTMLElement>('.fill input, .fill textarea, .fill select, .fill button')
  const target = empty?.matches('input,textarea,select,button') ? empty : empty?.querySelector<HTMLElement>('input,textarea,select,button')
  target?.focus()
}
