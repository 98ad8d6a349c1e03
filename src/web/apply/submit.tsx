import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AvailableStep, StepDone } from '../../contract.ts'
import { call, Refused } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { casesMoved, client, useSession } from '../queries.ts'
import { StepFoot, StepLeft } from '../steps/body.tsx'
import { AroundContext } from '../steps/context.ts'
import { draftOf, keepDraft, keptDraft } from '../steps/draft.ts'
import { Refusal } from '../steps/refusal.tsx'
import type { Values } from '../steps/form.tsx'
import type { Schema } from '../steps/schema.ts'
import { useStep } from '../steps/use-step.ts'
import { useWords } from '../words.ts'
import { type Answer, answerPath, answersIn } from './application.ts'
import { useWizard } from './context.ts'
import { openNotice } from './supplement.tsx'

type Props = { step: AvailableStep; onClose: () => void; onDone: (done: StepDone) => void }

/** The step dialog of every case, with what is signed for beside it: the clauses, the files, what stays to be judged. */
export function SubmitDialog(props: Props) {
  const { detail, state } = useWizard()
  const { person } = useSession()
  const draftId = `${detail.case.id}.${props.step.step}`
  const own = draftOf(draftId, person.id)
  const kept = keptDraft(own)
  const open = openNotice({ detail })
  const answers = open && { answers: answersIn(state.values, open.no, open.notice.items) }
  // Who signs is most often who is here; it can be changed. The answers are those of the draft, whoever wrote them.
  useState(() => keepDraft(own, { values: { signedBy: person.name, ...kept?.values, ...answers }, reasons: kept?.reasons ?? {}, names: kept?.names ?? {} }))
  return <Asked {...props} draftId={draftId} />
}

function Asked({ step: offered, onClose, onDone, draftId }: Props & { draftId: string }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { detail, check, store } = useWizard()
  const id = useId()
  // What the form explains in its own place is not asked again.
  const explained = new Set(check?.findings.filter(({ outcome }) => outcome === 'met').map(({ rule }) => rule))
  const step = { ...offered, refusals: offered.refusals.filter(({ takesReason, rule }) => !takesReason || !explained.has(rule)) }
  const command = step.command as Schema
  const asked = useStep<StepDone>({
    draftId, command, perform: (body, key) => call('POST', `/cases/${detail.case.id}/steps/${step.step}`, { body, key, version: detail.version }),
    onDone: (done) => { onDone(done); void casesMoved() },
  })
  const open = openNotice({ detail })
  // An answer mended here is mended in the draft.
  const state = { ...asked, change: (next: Values) => { asked.change(next); if (open) store.set(answersWritten(asked.values, next, open.no)) } }
  const problem = state.fault instanceof Refused ? state.fault.problem : null
  return (
    <Dialog labelledBy={id} onClose={onClose}>
      <AroundContext value={{ detail, draftId, names: state.names, onName: state.name }}>
        <div data-step>
          <header><div className="grow"><p className="s mute"><span className="nowrap">{detail.case.number}</span> <Cite law={step.law} /></p>
            <h2 id={id} className="act">{words(step.says)}　{detail.case.title}</h2>
            <p className="s mute">{detail.case.hosts.map((host, index) => <span key={host.org}>{index > 0 && ' · '}<Name name={host.name} demo={host.demo} /></span>)}</p></div>
            <button type="button" className="btn quiet" onClick={onClose}><Icon shape="cross" /><span className="sr">{t('back')}</span></button></header>
          <div className="dec">
            <StepLeft told={step} command={command} state={{ ...state, restored: false }} />
            <div className={problem?.refusals?.length ? 'r no' : 'r'}>
              {problem && <><Refusal problem={problem} signs={step.signs} state={state} onMoved={() => { state.forgive(); void client.invalidateQueries({ queryKey: ['case'] }) }} />
                <WaysOut problem={problem} onGo={onClose} /></>}
              {!problem && <SignedFor />}
            </div>
          </div>
          <StepFoot told={step} state={state} onBack={onClose} />
        </div>
      </AroundContext>
    </Dialog>
  )
}

const answersWritten = (before: Values, next: Values, notice: number) => {
  const [old, now] = [before, next].map(({ answers }) => (answers as Answer[] | undefined) ?? [])
  return (now ?? []).filter(({ item, answer }) => (old ?? []).find((one) => one.item === item)?.answer !== answer).map(({ item, answer }) => ({ path: answerPath(notice, item), value: answer || null }))
}

/** From a ground to the field where it is mended. */
function WaysOut({ problem, onGo }: { problem: Refused['problem']; onGo: () => void }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { check, goTo } = useWizard()
  const rules = new Set((problem.refusals ?? []).map(({ rule }) => rule))
  const named = (check?.findings ?? []).filter(({ outcome, rule, id }) => (outcome === 'notMet' || outcome === 'needsReason') && (rule ? rules.has(rule) : rules.has('applicationComplete') && /^(field|section):/.test(id)))
  if (named.length === 0) return null
  return (
    <section><h3>{t('submit.ways')}</h3><ul className="miss">{named.slice(0, 12).map((finding) => (
      <li key={finding.id}><Icon shape="right" /><button type="button" className="link" onClick={() => { onGo(); setTimeout(() => goTo(finding.path ?? finding.section), 50) }}>{words(finding.says)}</button></li>))}</ul></section>
  )
}

function SignedFor() {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { form, files, check } = useWizard()
  const judged = check?.findings.filter(({ outcome }) => outcome === 'needsJudgement') ?? []
  const handed = files.filter(({ attachment }) => attachment)
  return (
    <div className="stack">
      <section><h3>{t('commitments')}</h3><ol className="commitments s">{form.commitments.map((one) => <li key={one.en}>{words(one)}</li>)}</ol></section>
      <section><h3>{t('submit.files', { n: handed.length })}</h3>{handed.length > 0
        ? <ul className="s flat-files">{handed.map((file) => <li key={file.id}><b className="mono">{file.attachment}</b> {file.name}</li>)}</ul> : <p className="s mute">{t('submit.noFiles')}</p>}</section>
      {judged.length > 0 && <section><h3>{t('submit.judged')}</h3><ul className="s miss">{judged.map((finding) => <li key={finding.id}><span className="t-vi"><Icon shape="scale" /></span><span>{words(finding.says)} <Cite law={finding.law} /></span></li>)}</ul></section>}
    </div>
  )
}
