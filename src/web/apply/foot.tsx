import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepDone } from '../../contract.ts'
import { Note } from '../parts/states.tsx'
import { client } from '../queries.ts'
import { useWords } from '../words.ts'
import type { Section } from './application.ts'
import { useWay, useWizard } from './context.ts'
import { PartnerSteps } from './partners.tsx'
import { SubmitDialog } from './submit.tsx'

/** Where to go on, what is still missing, and submitting. Pressed too early, it leads to the first gap. */
export function Foot({ order, open, onDone, onTried }: { order: readonly Section[]; open: string; onDone: (done: StepDone) => void; onTried: () => void }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const way = useWay()
  const { detail, check, goTo, readOnly, state, store } = useWizard()
  const [asking, setAsking] = useState(false)
  const [unsent, setUnsent] = useState(false)
  const at = order.findIndex(({ id }) => id === open)
  const [previous, next] = [order[at - 1], order[at + 1]]
  const step = detail.available.find((one) => one.step === way.step(detail.case.status))
  const { notMet = 0, needsReason = 0 } = check?.counts ?? {}
  const notMine = step?.refusals.find(({ code }) => code === 'notYours')
  const lacks = notMet > 0 ? t('foot.lacks', { n: notMet }) : needsReason > 0 ? t('foot.explain', { n: needsReason }) : check ? t('foot.ready') : ''
  const number = detail.case.number
  return (
    <div className="foot">
      {unsent && <div className="over"><Note tone="am" alert action={<button type="button" className="btn sm" onClick={() => setUnsent(false)}>{t('understood')}</button>}>{t('foot.unsent', { n: state.waiting })}</Note></div>}
      {previous ? <Link className="btn" to={way.to} params={{ number }} hash={previous.id}>{t('foot.previous')}<span className="wide">　{previous.id} {words(previous.words)}</span></Link> : null}
      {next ? <Link className="btn primary" to={way.to} params={{ number }} hash={next.id}>{t('foot.next')}<span className="wide">　{next.id} {words(next.words)}</span></Link> : null}
      <span className="grow" />
      {readOnly ? way.application && <PartnerSteps /> : <>
        <span className={`s ${notMet > 0 ? 't-no' : 'mute'}`} role="status">{lacks}{notMine && <span className="mute wide">　{words(notMine.reason)}</span>}</span>
        {step && <button type="button" className={notMet > 0 ? 'btn' : 'btn sign'} aria-disabled={notMet > 0 || undefined} onClick={() => void press()}>{words(step.says)}</button>}
      </>}
      {asking && step && <SubmitDialog step={step} onClose={() => setAsking(false)} onDone={onDone} />}
    </div>
  )

  async function press() {
    const first = check?.findings.find(({ outcome }) => outcome === 'notMet')
    onTried()
    if (first) { goTo(first.path ?? first.section); return }
    await store.flush()
    if (store.now().waiting > 0) { setUnsent(true); return }
    // What is signed is told as it stands now.
    await client.refetchQueries({ queryKey: ['case', number] })
    setAsking(true)
  }
}
