import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AvailableStep, CaseDetail } from '../../contract.ts'
import type { Verdict } from '../../kernel/rule.ts'
import { Cite, placeOf, useCitation } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { OutcomeMark } from '../parts/status.tsx'
import { useSession } from '../queries.ts'
import { draftOf, hasDraft } from '../steps/draft.ts'
import { useWords } from '../words.ts'
import { type Direction, useDirections } from './order.ts'

/** What I may do, first one primary; what is not possible yet, with all reasons and who may act. */
export function Steps({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  const { sorted, directionOf } = useDirections(detail.case.procedure, detail.case.status)
  const writes = useWrites(detail)
  const elsewhere = useConvenes(detail) && <Convene detail={detail} />
  // The form carries its own submission, with everything that is still missing beside it.
  const open = sorted(detail.available.filter((step) => step.open && !(writes && inForm.has(step.step))))
  const shut = sorted(detail.available.filter((step) => !step.open))
  return (
    <>
      <section className="panel" aria-label={t('right.mine')}>
        <div className="hd">
          <h2 className="h3">{t('right.mine')}</h2>
        </div>
        {writes && <Write number={detail.case.number} form={writes} returned={['returned', 'supplementing'].includes(detail.case.status)} />}
        {elsewhere}
        {open.length === 0 && !writes && !elsewhere && <Nobody detail={detail} />}
        {open.map((step, index) => (
          <Open
            key={step.step}
            step={step}
            number={detail.case.number}
            caseId={detail.case.id}
            procedure={detail.case.procedure}
            primary={index === 0 && !writes && leads(directionOf(step.step))}
          />
        ))}
      </section>
      {shut.length > 0 && (
        <section className="panel" aria-label={t('right.shut')}>
          <div className="hd">
            <h2 className="h3">{t('right.shut')}</h2>
          </div>
          {shut.map((step) => (
            <Shut key={step.step} step={step} />
          ))}
        </section>
      )}
      <Verdicts detail={detail} />
    </>
  )
}

const inForm = new Set(['submit', 'supplement', 'report'])
const leads = (direction: Direction) => direction !== 'aside' && direction !== 'out'

type Written = 'application' | 'report'
const forms = { application: { to: '/apply/$number', law: 'Art. 10(1)' }, report: { to: '/report/$number', law: 'Art. 17(1)' } } as const

/** Whether a form lies with the viewer's own institution, to be filled in or supplemented: which. */
function useWrites({ case: { procedure, status, hosts, file } }: CaseDetail): Written | null {
  const { assignments } = useSession()
  if (procedure === 'recognition' && ['draft', 'returned', 'supplementing'].includes(status))
    return assignments.some(({ role, org }) => role.startsWith('host.') && hosts.some((host) => host.org === org)) ? 'application' : null
  if (procedure === 'assessment' && ['reporting', 'supplementing'].includes(status)) {
    const base = `base.${(file.base as { id: string } | undefined)?.id}`
    return assignments.some(({ role, org }) => role.startsWith('base.') && org === base) ? 'report' : null
  }
  return null
}

function Write({ number, form, returned }: { number: string; form: Written; returned: boolean }) {
  const { t } = useTranslation('case')
  const report = form === 'report' && !returned
  return (
    <div className="step">
      <h3>{returned ? t('right.supplement') : report ? t('right.writeReport') : t('right.write')}</h3>
      <Cite law={forms[form].law} />
      <p className="s mute">{returned ? t('right.supplementSays') : report ? t('right.writeReportSays') : t('right.writeSays')}</p>
      <Link className="btn block primary" to={forms[form].to} params={{ number }}>
        {returned ? t('right.toSupplement') : report ? t('right.toReport') : t('right.toForm')}
      </Link>
    </div>
  )
}

/** A queued application is reviewed in a case of its own, which the city's officer opens. */
function useConvenes({ case: { procedure, status } }: CaseDetail): boolean {
  const { assignments } = useSession()
  return procedure === 'recognition' && status === 'queued' && assignments.some(({ role }) => role === 'city.officer')
}

function Convene({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  const panel = detail.related.find(({ procedure, status }) => procedure === 'panel-review' && status !== 'dissolved')
  return (
    <div className="step">
      <h3>{t('right.convene')}</h3>
      <Cite law="Art. 10(3)" />
      <p className="s mute">{panel ? t('right.convened') : t('right.conveneSays')}</p>
      {panel ? (
        <Link className="btn block primary" to="/cases/$number" params={{ number: panel.number }}>
          {t('right.toPanel')}
        </Link>
      ) : (
        <Link className="btn block primary" to="/cases" search={{ procedure: 'panel-review', open: '1' }}>
          {t('right.open', { step: t('right.convene') })}
        </Link>
      )}
    </div>
  )
}

function Nobody({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const awaits = detail.case.turn
  return (
    <p className="step s mute">
      {awaits ? t('right.noneWith', { who: words(awaits.roleWords), asks: words(awaits.asks) }) : t('right.none')}
    </p>
  )
}

/** What is recorded on the spot has a page of its own, made for a phone. */
type Sheet = '/cases/$number/visit' | '/cases/$number/inspect' | '/cases/$number/sample' | '/cases/$number/points' | '/cases/$number/grades' | '/report/$number'
const sheets: { readonly [step: string]: Sheet } = {
  'recognition.recordSiteVisit': '/cases/$number/visit',
  'inspection.record': '/cases/$number/inspect',
  'assessment.report': '/report/$number',
  'assessment.supplement': '/report/$number',
  'assessment.trueUp': '/report/$number',
  'assessment.trueUpAtCity': '/report/$number',
  'assessment.examine': '/cases/$number/sample',
  'assessment.score': '/cases/$number/points',
  'assessment.rescore': '/cases/$number/points',
  'assessment.scoreDesk': '/cases/$number/points',
  'assessment-campaign.proposeGrades': '/cases/$number/grades',
}

function Open({ step, number, caseId, procedure, primary }: { step: AvailableStep; number: string; caseId: string; procedure: string; primary: boolean }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const look = primary ? 'primary' : ''
  const kept = hasDraft(draftOf(`${caseId}.${step.step}`, useSession().person.id))
  const sheet = sheets[`${procedure}.${step.step}`]
  return (
    <div className="step">
      <h3>{words(step.says)}</h3>
      <Cite law={step.law} />
      {step.refusals.length > 0 && (
        <ul className="miss">
          {step.refusals.map((ground, index) => (
            <li key={index}>
              <span className="t-am">
                <Icon shape="quill" />
              </span>
              <span>
                {words(ground.reason)} <span className="faint">{t('right.reasonNeeded')}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {sheet ? (
        <Link className={`btn block ${look}`} to={sheet} params={{ number }}>
          {kept ? t('right.continue') : words(step.says)}
        </Link>
      ) : (
        <Link
          className={`btn block ${look}`}
          to="/cases/$number"
          params={{ number }}
          search={(old) => ({ ...old, step: step.step })}
          resetScroll={false}
        >
          {kept ? t('right.continue') : t('right.open', { step: words(step.says) })}
        </Link>
      )}
    </div>
  )
}

function Shut({ step }: { step: AvailableStep }) {
  const words = useWords()
  return (
    <div className="step shut">
      <h3>
        <Icon shape="lock" />
        {words(step.says)}
      </h3>
      <Cite law={step.law} />
      <ul className="miss">
        {step.refusals.map((ground, index) => (
          <li key={index}>
            {ground.code === 'notYours' ? (
              <Icon shape="user" />
            ) : (
              <span className="t-am">
                <Icon shape="open" />
              </span>
            )}
            <Reason text={words(ground.reason)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const long = 40

/** A reason that lists many things says how many first; the list opens under it. */
function Reason({ text }: { text: string }) {
  const { t } = useTranslation('case')
  const sentences = text.split(/(?<=。)|(?<=\.) (?=[A-Z])/)
  return (
    <span>
      {sentences.map((sentence, index) => {
        const [, head, rest] = sentence.match(/^(.+?)(?:：|: )(.+)$/) ?? []
        return head && rest && rest.length > long ? (
          <details className="fold" key={index}>
            <summary>
              {head}
              <span className="sr"> {t('right.list')}</span>
            </summary>
            <span className="s mute">{rest}</span>
          </details>
        ) : (
          <span key={index}>{sentence}</span>
        )
      })}
    </span>
  )
}

/** The verdicts as stored with the last entry that carries any, by article. */
function Verdicts({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const citation = useCitation()
  const verdicts = detail.history.findLast((entry) => entry.verdicts.some(isCondition))?.verdicts ?? []
  const conditions = verdicts.filter(isCondition)
  const others = verdicts.filter((verdict) => !isCondition(verdict))
  if (conditions.length === 0) return null
  const row = (verdict: Verdict) => (
    <li key={verdict.rule}>
      <span className="grow">
        {words(verdict.says)}
        {verdict.outcome !== 'met' && verdict.because && <small className="mute">{words(verdict.because)}</small>}
      </span>
      <OutcomeMark outcome={verdict.outcome} />
    </li>
  )
  return (
    <section className="panel" aria-label={t('right.verdicts')}>
      <div className="hd">
        <h2 className="h3">{t('right.verdictsOf', { article: citation('Art. 9') })}</h2>
        <span className="grow" />
        <Cite law="Art. 9" />
      </div>
      <ul className="verdicts">{conditions.map(row)}</ul>
      {others.length > 0 && (
        <details className="more">
          <summary>{t('right.more', { n: others.length })}</summary>
          <ul className="verdicts">{others.map(row)}</ul>
        </details>
      )}
    </section>
  )
}

const isCondition = ({ law }: Verdict) => {
  const place = placeOf(law)
  return 'no' in place && place.no === 9
}
