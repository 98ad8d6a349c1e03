import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { Refused } from '../call.ts'
import { score } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { LongField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { client } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useIntention } from '../steps/intention.ts'
import { type Application, expertFile, type PanelStep, takeOnPanel } from './panels.ts'
import '../css/score.css'

/** Sends one step of this expert and tells what was refused. */
function useSent(detail: CaseDetail) {
  const intention = useIntention()
  const [fault, setFault] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const send = async (step: PanelStep, body: object) => {
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      await takeOnPanel(detail.case.id, step, body, intention.keyFor(body))
      await client.invalidateQueries({ queryKey: ['case'] })
    } catch (refused) {
      if (refused instanceof Refused && refused.problem.status > 0) intention.answered()
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  return { send, fault, busy }
}

/** A score far from the others: a reason is due, the score stays. */
export function Explain({ detail, application }: { detail: CaseDetail; application: Application }) {
  const { t } = useTranslation(['draw', 'shell'])
  const [reason, setReason] = useState('')
  const { send, fault, busy } = useSent(detail)
  const alarm = expertFile(detail).alarms.find((one) => one.about === application.case)
  if (!alarm) return null
  const empty = reason.trim() === ''
  return (
    <section className="panel gate" aria-label={t('expert.states.explain')}>
      <header>
        <h1>{t('expert.states.explain')}</h1>
        <p className="s mute">
          <Name name={application.name} /> <Cite law="setting:score.alarm" />
        </p>
      </header>
      <div className="bd stack">
        <Note tone="am">{t('expert.alarm', { name: application.name, total: score(alarm.total), apart: score(alarm.apart) })}</Note>
        <LongField label={t('expert.reason')} required rows={4} value={reason} onChange={setReason} />
        {fault !== null && <Fault error={fault} title={t('shell:error.title')} />}
      </div>
      <footer className="row">
        <span className="grow" />
        <button type="button" className="btn primary" aria-disabled={empty || busy || undefined} onClick={() => !empty && void send('explain', { about: application.case, reason: reason.trim() })}>
          {t('expert.send')}
        </button>
      </footer>
    </section>
  )
}

/** A conflict that comes to mind after the sheet is in: while scoring goes on by the questions, afterwards in one's own words. */
export function Late({ detail, application }: { detail: CaseDetail; application: Application }) {
  const { t } = useTranslation(['draw', 'shell'])
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { send, fault, busy } = useSent(detail)
  const { status } = detail.case
  if (status !== 'closed' && status !== 'scoring') return null
  if (!open)
    return (
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        <Icon shape="shield" />
        {t('expert.back')}
      </button>
    )
  const empty = reason.trim() === ''
  const give = () => {
    if (empty) return
    void (status === 'closed'
      ? send('declareLate', { about: application.case, reason: reason.trim() })
      : send('declareConflict', { about: application.case, answers: { kinship: false, equity: false, paid: false, research: false, other: true }, note: reason.trim() }))
  }
  return (
    <section className="panel" aria-label={t('expert.late')}>
      <div className="hd">
        <h2>{t('expert.late')}</h2>
        <Cite law="setting:conflict.late" />
      </div>
      <div className="bd stack">
        <Note tone="am">{t('expert.backSays')}</Note>
        <LongField label={t('expert.lateReason')} required rows={3} value={reason} onChange={setReason} />
        {fault !== null && <Fault error={fault} title={t('shell:error.title')} />}
        <div className="row">
          <button type="button" className="btn" onClick={() => setOpen(false)}>
            {t('shell:back')}
          </button>
          <button type="button" className="btn sign" aria-disabled={empty || busy || undefined} onClick={give}>
            {t('expert.lateSend')}
          </button>
        </div>
      </div>
    </section>
  )
}

/** The chair orders applications that every other step leaves equal. */
export function Order({ detail, about }: { detail: CaseDetail; about: readonly string[] }) {
  const { t } = useTranslation(['draw', 'shell'])
  const [order, setOrder] = useState<readonly string[]>(about)
  const { send, fault, busy } = useSent(detail)
  const [sent, setSent] = useState(false)
  const nameOf = (id: string) => expertFile(detail).applications.find((one) => one.case === id)?.name ?? id
  const up = (at: number) => setOrder([...order.slice(0, at - 1), order[at]!, order[at - 1]!, ...order.slice(at + 1)])
  return (
    <div className="bd stack">
      <p>
        {t('expert.tie')} <Cite law="setting:score.ties" />
      </p>
      <ol className="verdicts">
        {order.map((id, at) => (
          <li key={id}>
            <span className="s faint nowrap">{t('expert.place', { n: at + 1 })}</span>
            <span className="grow">
              <Name name={nameOf(id)} />
            </span>
            {at > 0 && (
              <button type="button" className="btn sm" aria-label={t('expert.up', { name: nameOf(id) })} onClick={() => up(at)}>
                ↑
              </button>
            )}
          </li>
        ))}
      </ol>
      {fault !== null && <Fault error={fault} title={t('shell:error.title')} />}
      {sent && fault === null && <Note tone="ok">{t('expert.ordered')}</Note>}
      <button type="button" className="btn primary" aria-disabled={busy || undefined} onClick={() => void send('breakTie', { order }).then(() => setSent(true))}>
        {t('expert.order')}
      </button>
    </div>
  )
}
