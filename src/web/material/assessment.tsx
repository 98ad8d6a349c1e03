import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { AssessmentCase } from '../../procedures/assessment/assessment.case.ts'
import { Figures } from '../assess/figures.tsx'
import { GradeMark } from '../assess/grade.tsx'
import { shown, useLastYear, useReport } from '../assess/query.ts'
import { Doubles } from '../assess/twins.tsx'
import { Cite } from '../parts/cite.tsx'
import { Names } from '../parts/names.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Note } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { useWords } from '../words.ts'
import { Attachments, Section } from './application.tsx'
import { Fact } from './fact.tsx'
import '../css/assess.css'

type File = Partial<AssessmentCase>

/** Where the assessment stands, what follows, the report with its figures, and what county and city found. */
export function AssessmentMaterial({ detail }: { detail: CaseDetail }) {
  const { assignments } = useSession()
  const file = detail.case.file as File
  const authority = assignments.some(({ role }) => role.startsWith('county.') || role.startsWith('city.'))
  const signed = (file.submissions?.length ?? 0) > 0
  // Until it is signed the report is the base's own.
  const own = assignments.some(({ role, org }) => role.startsWith('base.') && org === `base.${file.base?.id}`)
  return (
    <div className="stack">
      <Standing file={file} />
      <Overview file={file} />
      {file.reminders && file.reminders.length > 0 && <Reminders file={file} />}
      {(file.examination || file.sample) && <Verified file={file} number={detail.case.number} />}
      {file.rectification && <Rectification rectification={file.rectification} />}
      {signed && authority && <Doubles id={detail.case.id} />}
      {(signed || own) && <Report id={detail.case.id} />}
    </div>
  )
}

function Standing({ file }: { file: File }) {
  const { t } = useTranslation('assess')
  const { concluded, grade, announcement, review, deferral, sentBack, absence, because, graded } = file
  return (
    <>
      {graded === false && <Note tone="go">{because} <Cite law="setting:assess.fullYearBefore" /></Note>}
      {sentBack && <Note tone="am"><b>{t('file.sentBack', { day: sentBack.on })}</b><p className="prose">{sentBack.reason}</p></Note>}
      {deferral && <Note tone="am"><b>{t(deferral.outcome ? (deferral.outcome.granted ? 'file.deferred' : 'file.notDeferred') : 'file.deferralAsked', { day: deferral.outcome?.on ?? deferral.on })}</b><p className="prose">{deferral.reason}</p>{deferral.outcome?.reason && <p className="s prose">{deferral.outcome.reason}</p>}</Note>}
      {absence && <Note tone="no"><b>{t('file.absent', { day: absence.on })}</b> <Cite law="Art. 19(3)" /><p className="prose">{absence.text}</p></Note>}
      {announcement && <Note tone={grade === 'poor' ? 'no' : 'ok'}><b>{t('file.announced', { no: announcement.documentNo, day: announcement.on })}</b> <GradeMark grade={grade ?? null} outcome="graded" /> {!concluded && <span className="s">{t('file.reviewBy', { day: announcement.reviewBy })}</span>}</Note>}
      {review && <Note tone="am"><b>{t('file.review', { day: review.on })}</b><p className="prose">{review.grounds}</p>{review.outcome && <p className="s prose">{t(review.outcome.upheld ? 'file.upheld' : 'file.dismissed', { day: review.outcome.on })} {review.outcome.text}</p>}</Note>}
      {concluded?.follows === 'rectify' && <Note tone="am">{t('file.warned')} <Cite law="Art. 18" />{concluded.gap && <p className="s">{t('file.gap')}</p>}</Note>}
      {concluded?.follows === 'twicePoor' && <Note tone="no">{t('file.twicePoor')} <Cite law="Art. 18" /></Note>}
    </>
  )
}

function Overview({ file }: { file: File }) {
  const { t } = useTranslation('assess')
  const { base, window, score, proposal, decision, spotCheck, commendation, talk, endorsement, verification, campaign, submissions } = file
  const last = submissions?.at(-1)
  return (
    <section className="panel">
      <div className="hd wrap"><h2>{t('file.title', { year: file.year })}</h2><Cite law="Art. 16" /><span className="grow" /><span className="s mute">{campaign?.number}</span></div>
      <dl className="bd kv">
        <Fact name={t('file.base')}>{base && <Link to="/bases/$number" params={{ number: base.id }}>{base.name} <span className="faint">{base.id}</span></Link>}</Fact>
        <Fact name={t('file.hosts')}>{base && <Names names={base.hosts.map(({ name }) => name)} />}</Fact>
        <Fact name={t('file.window')}>{window && t('file.windowSays', { from: window.opensOn, to: window.closesOn, trueUp: window.trueUpBy, result: window.resultBy })}</Fact>
        <Fact name={t('file.signed')}>{last && `${last.signedBy} ${last.on} · ${t('file.version', { no: last.no })}${last.estimated ? ` · ${t('file.estimated')}` : ''}`}</Fact>
        <Fact name={t('file.endorsed')}>{endorsement && <span className="prose">{endorsement.opinion} <span className="faint">{endorsement.on}</span></span>}</Fact>
        <Fact name={t('file.verified')}>{verification && <span className="prose"><b>{t(`file.truth.${verification.truth}`)}</b> {verification.opinion} <span className="faint">{verification.on}</span></span>}</Fact>
        <Fact name={t('file.score')}>{score && <b>{(score.total / 100).toFixed(2)}</b>}</Fact>
        <Fact name={t('file.spot')}>{spotCheck && <span className="prose"><b>{t(`file.spots.${spotCheck.result}`)}</b> {spotCheck.findings} <span className="faint">{spotCheck.visitedOn}</span></span>}</Fact>
        <Fact name={t('file.proposal')}>{proposal && <><GradeMark grade={proposal.grade} outcome="graded" /> <span className="prose">{proposal.opinion}</span> <span className="faint">{proposal.byName} {proposal.on}</span></>}</Fact>
        <Fact name={t('file.decision')}>{decision && <><GradeMark grade={decision.grade} outcome="graded" /> {decision.minutes.number} <span className="faint">{decision.on}</span></>}</Fact>
        <Fact name={t('file.commendation')}>{commendation && <span className="prose">{commendation.text}{commendation.recommend && ` · ${t('file.priority')}`}</span>}</Fact>
        <Fact name={t('file.talk')}>{talk && <span className="prose">{talk.heldOn} {talk.with}：{talk.record}</span>}</Fact>
      </dl>
    </section>
  )
}

function Reminders({ file }: { file: File }) {
  const { t } = useTranslation('assess')
  return (
    <section className="panel"><div className="hd"><h2>{t('file.reminders')}</h2><Cite law="setting:assess.reminders" /></div>
      <ol className="twins">{(file.reminders ?? []).map((one) => <li key={one.no}><b>{t('file.reminder', { no: one.no, day: one.on })}</b> <span className={one.delivered ? 's' : 's t-am'}>{one.delivered ? t('file.delivered', { day: one.delivered.on, how: t(`file.how.${one.delivered.how as 'post'}`), due: one.dueOn }) : t('file.undelivered')}</span><p className="s prose mute">{one.text}</p></li>)}</ol>
      {file.inquiry && <p className="bd prose s">{file.inquiry.facts}</p>}
    </section>
  )
}

function Verified({ file, number }: { file: File; number: string }) {
  const { t } = useTranslation('assess')
  const answers = file.examination?.items ?? []
  return (
    <section className="panel"><div className="hd wrap"><h2>{t('sample.drawn', { n: file.sample?.drawn.length ?? 0, of: file.sample?.of ?? 0 })}</h2><Cite law="Art. 17(3)" /><span className="grow" /><Link className="btn sm" to="/cases/$number/sample" params={{ number }}>{t('sample.open')}</Link></div>
      {file.examination && <div className="bd"><p className="s">{t('sample.result', { agrees: answers.filter(({ answer }) => answer === 'agrees').length, n: answers.length })}</p><p className="prose">{file.examination.opinion} <span className="faint">{file.examination.byName} {file.examination.on}</span></p>
        <ul className="figure-rows">{answers.filter(({ answer }) => answer !== 'agrees').map((one) => <li key={one.item}><span>{file.sample?.labels[one.item] ?? one.item}</span><span className="t-am">{t(`sample.answers.${one.answer}`)} {one.note}</span></li>)}</ul></div>}
    </section>
  )
}

function Rectification({ rectification: { dueOn, planBy, plan, midCheck, report, outcome } }: { rectification: NonNullable<AssessmentCase['rectification']> }) {
  const { t } = useTranslation('assess')
  return (
    <section className="panel"><div className="hd"><h2>{t('file.rectification')}</h2><Cite law="Art. 7(3)" /><span className="grow" /><span className="s mute">{t('file.until', { day: dueOn })}</span></div>
      <dl className="bd kv">
        <Fact name={t('file.plan')}>{plan ? <span className="prose">{plan.text} <span className="faint">{plan.on}</span></span> : t('file.planBy', { day: planBy })}</Fact>
        <Fact name={t('file.midCheck')}>{midCheck && <span className="prose"><b>{t(`file.progress.${midCheck.result}`)}</b> {midCheck.findings} <span className="faint">{midCheck.on}</span></span>}</Fact>
        <Fact name={t('file.report')}>{report && <span className="prose">{report.text} <span className="faint">{report.on}</span></span>}</Fact>
        <Fact name={t('file.accepted')}>{outcome && <span className="prose"><b>{t(outcome.closed ? 'file.rectified' : 'file.unrectified')}</b> {outcome.opinion} <span className="faint">{outcome.on}</span></span>}</Fact>
      </dl></section>
  )
}

/** The report as it was signed; before that the base reads its draft here, and nobody else. */
function Report({ id }: { id: string }) {
  const { t } = useTranslation('assess')
  const { data } = useReport(id)
  const last = useLastYear(id, data !== undefined)
  if (!data) return null
  return (
    <>
      <Figures report={data} />
      {last.data && last.data.plan.length > 0 && <Plan rows={last.data.plan} year={last.data.year} figures={data.figures} />}
      <section className="panel"><div className="hd wrap"><h2>{t('report.title')}</h2><Cite law="Art. 17(1)" />{data.draft && <span className="s t-am">{t('report.draft')}</span>}</div>
        <div className="bd">{data.form.sections.map((section) => <Section key={section.id} section={section} view={data} />)}<Attachments view={data} /></div></section>
      {last.data?.before && last.data.changes.length > 0 && <Changes changes={last.data.changes} year={last.data.before.year} />}
    </>
  )
}

function Plan({ rows, year, figures }: { rows: readonly { id: string; planned: number | null; now: number | null }[]; year: number; figures: readonly { id: string; kind: 'count' | 'money' | 'hours' | 'points' | 'ratio'; words: { zh: string; en: string } }[] }) {
  const { t } = useTranslation('assess')
  const words = useWords()
  return (
    <section className="panel"><div className="hd"><h2>{t('plan.title', { year })}</h2><Cite law="Art. 16" /></div>
      <Scroll label={t('plan.title', { year })}><table className="figs"><thead><tr><th scope="col">{t('figures.name')}</th><th scope="col" className="num">{t('plan.planned')}</th><th scope="col" className="num">{t('plan.reached')}</th><th scope="col" className="num">{t('plan.share')}</th></tr></thead>
        <tbody>{rows.map((row) => { const of = figures.find(({ id }) => id === row.id); const share = row.planned ? Math.round(((row.now ?? 0) * 1000) / row.planned) / 10 : null; return <tr key={row.id}><th scope="row">{words(of?.words)}</th><td className="num">{shown(row.planned, of?.kind ?? 'count')}</td><td className="num"><b>{shown(row.now, of?.kind ?? 'count')}</b></td><td className={`num${share !== null && share < 100 ? ' t-am' : ''}`}>{share === null ? '—' : `${share.toFixed(1)}%`}</td></tr> })}</tbody></table></Scroll></section>
  )
}

function Changes({ changes, year }: { changes: readonly { path: string; words: { zh: string; en: string }; shown: { before: { zh: string; en: string }; after: { zh: string; en: string } } }[]; year: number }) {
  const { t } = useTranslation('assess')
  const words = useWords()
  return (
    <details className="panel"><summary className="hd"><h2>{t('changes.title', { year, n: changes.length })}</h2></summary>
      <dl className="bd kv">{changes.map((one) => <div key={one.path}><dt>{words(one.words)}</dt><dd><del className="prose">{words(one.shown.before)}</del> <ins className="prose">{words(one.shown.after)}</ins></dd></div>)}</dl></details>
  )
}
