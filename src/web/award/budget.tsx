import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetEntry, BudgetYear } from '../../registers/award-budgets.ts'
import { FormDialog } from '../admin/list.tsx'
import { call, newKey } from '../call.ts'
import { dayOfInstant, money } from '../format.ts'
import { LongField, NumberField, TextField } from '../parts/field.tsx'
import { Note } from '../parts/states.tsx'
import { client, useSession } from '../queries.ts'
import { BudgetBar } from './budget-bar.tsx'

type Asked = { kind: 'enter'; year: number; amount: number | null; line: string; document: string } | { kind: 'refuse'; id: string; reason: string } | { kind: 'sign'; id: string } | null

/** One year: its bar, what waits for the second signature, and who entered and signed what. */
export function Budget({ year }: { year: BudgetYear }) {
  const { t } = useTranslation('award')
  const { assignments } = useSession()
  const holds = (role: string) => assignments.some((one) => one.role === role)
  const [asked, setAsked] = useState<Asked>(null)
  const { pending } = year
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('year', { year: year.year })}</h2>
        <span className="s mute">
          {t('unit')} {year.line && `· ${year.line}`} {year.document && `· ${year.document}`}
        </span>
        <span className="grow" />
        {holds('city.officer') && !pending && (
          <button type="button" className="btn sm" onClick={() => setAsked({ kind: 'enter', year: year.year, amount: year.ceiling ? Number(year.ceiling) : null, line: year.line ?? '', document: '' })}>
            {t(year.ceiling ? 'change' : 'enter')}
          </button>
        )}
      </div>
      <div className="bd stack">
        <BudgetBar year={year} />
        {pending && (
          <Note
            tone="go"
            action={
              holds('city.lead') &&
              !pending.mine && (
                <span className="row">
                  <button type="button" className="btn sm" onClick={() => setAsked({ kind: 'refuse', id: pending.id, reason: '' })}>
                    {t('refuse')}
                  </button>
                  <button type="button" className="btn sm sign" onClick={() => setAsked({ kind: 'sign', id: pending.id })}>
                    {t('sign')}
                  </button>
                </span>
              )
            }
          >
            {t('pending', { amount: money(pending.amount), by: pending.enteredBy })} <span className="s">{t('signElse')}</span>
          </Note>
        )}
        {year.history.length > 0 && (
          <details>
            <summary>{t('history')}</summary>
            <ul className="list s">
              {year.history.map((one) => (
                <History key={one.id} entry={one} />
              ))}
            </ul>
          </details>
        )}
      </div>
      {asked && <Asking asked={asked} change={setAsked} />}
    </section>
  )
}

function History({ entry }: { entry: BudgetEntry }) {
  const { t } = useTranslation('award')
  const told = { amount: money(entry.amount), by: entry.enteredBy, settled: entry.settledBy, day: entry.settledAt && dayOfInstant(entry.settledAt), reason: entry.reason }
  return <li>{t(entry.state === 'signed' ? 'signedBy' : entry.state === 'refused' ? 'refusedBy' : 'enteredBy', told)}</li>
}

function Asking({ asked, change }: { asked: NonNullable<Asked>; change: (asked: Asked) => void }) {
  const { t } = useTranslation('award')
  const send = async () => {
    if (asked.kind === 'enter') await call('POST', '/award-budgets', { body: { year: asked.year, amount: (asked.amount ?? 0).toFixed(2), line: asked.line.trim(), document: asked.document.trim() }, key: newKey() })
    else await call('POST', `/award-budgets/${asked.id}/${asked.kind}`, { body: asked.kind === 'refuse' ? { reason: asked.reason.trim() } : {}, key: newKey() })
    await Promise.all([client.invalidateQueries({ queryKey: ['award-budgets'] }), client.invalidateQueries({ queryKey: ['worklist'] })])
  }
  return (
    <FormDialog title={t(asked.kind)} label={t(asked.kind)} save={send} onClose={() => change(null)}>
      {asked.kind === 'enter' && (
        <>
          <NumberField label={t('budgetYear')} required min={2023} max={2100} value={asked.year} onChange={(year) => change({ ...asked, year: year ?? asked.year })} />
          <NumberField label={t('amount')} required min={0} step={0.01} value={asked.amount} onChange={(amount) => change({ ...asked, amount })} />
          <TextField label={t('line')} required value={asked.line} onChange={(line) => change({ ...asked, line })} />
          <TextField label={t('document')} required value={asked.document} onChange={(document) => change({ ...asked, document })} />
        </>
      )}
      {asked.kind === 'refuse' && <LongField label={t('reason')} required value={asked.reason} onChange={(reason) => change({ ...asked, reason })} />}
      {asked.kind === 'sign' && <p>{t('signElse')}</p>}
    </FormDialog>
  )
}
