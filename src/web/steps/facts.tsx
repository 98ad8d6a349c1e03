import { useTranslation } from 'react-i18next'
import type { AvailableStep, CaseDetail } from '../../contract.ts'
import { score, shortHash } from '../format.ts'
import { OutcomeMark, Status } from '../parts/status.tsx'
import { GradeMark } from '../assess/grade.tsx'
import { RuleFacts } from '../material/rule-change.tsx'
import type { RuleChangeCase } from '../../procedures/rule-change/rule-change.case.ts'
import { useWords } from '../words.ts'

/** What the record will show together with the step: status, version, scores and the verdicts as stored. */
export function DefaultFacts({ detail, step }: { detail: CaseDetail; step: AvailableStep }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const { file } = detail.case
  const last = detail.history.at(-1)
  const verdicts = detail.history.findLast((entry) => entry.verdicts.length > 0)?.verdicts ?? []
  const panel = file.panel as { score?: string; sheets?: number } | null | undefined
  const visit = file.visit as { total?: string } | null | undefined
  // What was proposed, whatever the procedure calls it: an outcome of the recognition, a grade, the merits or an opinion.
  const proposal = file.proposal as
    | { composite?: string | null; outcome?: string; merits?: string; opinion?: string; grade?: string; byName?: string; by?: { name?: string } | string }
    | null
    | undefined
  const outcome = (['recognise', 'defer', 'decline'] as const).find((one) => one === proposal?.outcome)
  const reasons = proposal?.merits ?? proposal?.opinion
  return (
    <div className="stack">
      {detail.case.procedure === 'rule-change' && <RuleFacts file={file as Partial<RuleChangeCase>} />}
      <dl className="kv">
        <div>
          <dt>{t('list.column.status')}</dt>
          <dd>
            <Status procedure={detail.case.procedure} status={detail.case.status} />
          </dd>
        </div>
        {detail.case.regulation && (
          <div>
            <dt>{t('fact.regulation')}</dt>
            <dd>{words(detail.case.regulation.words)}</dd>
          </div>
        )}
        {panel?.score && (
          <div>
            <dt>{t('rec.panelScore')}</dt>
            <dd>
              <b>{score(Number(panel.score))}</b>
            </dd>
          </div>
        )}
        {visit?.total && (
          <div>
            <dt>{t('rec.visitTotal')}</dt>
            <dd>
              <b>{score(Number(visit.total))}</b>
            </dd>
          </div>
        )}
        {proposal?.composite && (
          <div>
            <dt>{t('rec.composite')}</dt>
            <dd>
              <b className="big-figure">{score(Number(proposal.composite))}</b>
            </dd>
          </div>
        )}
        {proposal && (outcome || reasons) && step.step !== 'propose' && (
          <div>
            <dt>{t('rec.proposal')}</dt>
            <dd>
              {outcome && `${t(`rec.outcome.${outcome}`)} · `}
              {proposal.grade && <GradeMark grade={proposal.grade} outcome="graded" />} {proposal.byName ?? (typeof proposal.by === 'object' ? proposal.by.name : '')}
              <br />
              <span className="prose">{reasons}</span>
            </dd>
          </div>
        )}
        {last && (
          <div>
            <dt>{t('trail.entry', { no: last.no })}</dt>
            <dd>
              <span className="mono xs">{shortHash(last.hash)}</span>
            </dd>
          </div>
        )}
      </dl>
      {verdicts.length > 0 && (
        <ul className="verdicts flat">
          {verdicts.map((verdict) => (
            <li key={verdict.rule}>
              <span className="grow">
                {words(verdict.says)}
                {verdict.outcome !== 'met' && verdict.because && <small className="mute">{words(verdict.because)}</small>}
              </span>
              <OutcomeMark outcome={verdict.outcome} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
