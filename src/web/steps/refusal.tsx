import { useTranslation } from 'react-i18next'
import type { Problem } from '../../contract.ts'
import { timeOf } from '../format.ts'
import { Grounds } from '../parts/grounds.tsx'
import { Icon } from '../parts/icon.tsx'
import { LongField } from '../parts/field.tsx'
import { Note } from '../parts/states.tsx'
import { useProcedures } from '../queries.ts'
import { useWords } from '../words.ts'
import { useAround } from './context.ts'
import type { StepState } from './use-step.ts'

/** All grounds at once, each with its article; a reason can be written where the rule takes one. */
export function Refusal({
  problem,
  signs,
  state,
  onMoved,
}: {
  problem: Problem
  signs: boolean
  state: StepState
  onMoved: (() => void) | null
}) {
  const { t } = useTranslation('steps')
  const refusals = problem.refusals ?? []
  if (problem.status === 412 || problem.moved) return <Moved problem={problem} onMoved={onMoved} />
  if (refusals.length === 0) return <Failed problem={problem} />
  return (
    <div role="alert" className="refused">
      <div className="row t-no">
        <Icon shape="noc" />
        <h3>{t(signs ? 'cannotSign' : 'cannot', { n: refusals.length })}</h3>
      </div>
      <p className="s mute">{t('onceAll')}</p>
      <Grounds
        grounds={refusals.map((ground, index) => ({
          key: `${index}`,
          law: ground.law,
          reason: ground.reason,
          wayOut:
            ground.takesReason && ground.rule && !state.reasonsFor.includes(ground.rule) ? (
              <LongField
                label={t('askedFor')}
                help={t('takesReason')}
                rows={2}
                value={state.reasons[ground.rule] ?? ''}
                onChange={(text) => state.reason(ground.rule ?? '', text)}
              />
            ) : undefined,
        }))}
      />
    </div>
  )
}

/** Somebody was quicker: who, when, to what. The user's own text stays. */
function Moved({ problem, onMoved }: { problem: Problem; onMoved: (() => void) | null }) {
  const { t } = useTranslation('steps')
  const words = useWords()
  const { detail } = useAround()
  const { data: procedures } = useProcedures()
  const { moved } = problem
  const known = procedures?.find(({ procedure }) => procedure === detail?.case.procedure)
  const did = words(known?.steps.find(({ step }) => step === moved?.did)?.says) || moved?.did
  const to = words(known?.statuses.find(({ status }) => status === moved?.to)?.words) || moved?.to
  return (
    <Note
      tone="am"
      alert
      action={
        onMoved && (
          <button type="button" className="btn sm" onClick={onMoved}>
            {t('reload')}
          </button>
        )
      }
    >
      <b>{moved ? t('moved', { by: moved.by, at: timeOf(moved.at), did, to }) : t('movedUnknown')}</b>
      <p className="s">{t('movedSays')}</p>
    </Note>
  )
}

function Failed({ problem }: { problem: Problem }) {
  const { t } = useTranslation('steps')
  const wrong = problem.status === 400 || problem.status === 422
  return (
    <Note tone="no" alert>
      <b>
        {wrong
          ? t('invalid')
          : problem.status === 0
            ? t('offline')
            : problem.number
              ? t('fault', { number: problem.number })
              : t('faultNoNumber')}
      </b>
      {problem.status !== 0 && <p className="s">{problem.title}</p>}
      {problem.detail && <p className="s">{problem.detail}</p>}
      {problem.fields && problem.fields.length > 0 && (
        <ul className="s list">
          {problem.fields.map(({ path, expected }) => (
            <li key={path}>{expected}</li>
          ))}
        </ul>
      )}
    </Note>
  )
}
