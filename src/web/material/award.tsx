import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { AwardCase } from '../../procedures/award/award.case.ts'
import type { BudgetYear } from '../../registers/award-budgets.ts'
import { BudgetBar } from '../award/budget-bar.tsx'
import { get } from '../call.ts'
import { money } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Name } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { Claim, Use } from './award-money.tsx'
import { Fact } from './fact.tsx'

export type AwardFile = Partial<AwardCase>

/** The amount and what it rests on, against the budget of its year; then claim, payment and use. */
export function AwardMaterial({ detail }: { detail: CaseDetail }) {
  const file = detail.case.file as AwardFile
  return (
    <div className="stack">
      {file.ended && (
        <Note tone="am">
          {file.ended.on} {file.ended.grounds}
        </Note>
      )}
      <Amount file={file} />
      <AgainstBudget file={file} />
      {file.claim && <Claim file={file} />}
      {file.claim && detail.case.status === 'claimed' && <Account id={detail.case.id} />}
      <Use file={file} />
    </div>
  )
}

function Amount({ file }: { file: AwardFile }) {
  const { t } = useTranslation('award')
  const { base, proposal, decision, publication, recovery, returned = [] } = file
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('file')}</h2>
        <Cite law="Art. 20" />
      </div>
      <dl className="bd kv">
        <Fact name={t('base')}>
          {base && (
            <Link to="/bases/$number" params={{ number: base.id }}>
              <Name name={base.name} /> <span className="faint">{base.id}</span>
            </Link>
          )}
        </Fact>
        <Fact name={t('what')}>
          {file.amount && (
            <>
              <b className="big-figure">{money(file.amount)}</b> {t('unit')}
            </>
          )}
        </Fact>
        <Fact name={t('basis')}>
          {file.basis} {file.reckonedBy && <span className="s mute">{`${t('reckoned')}：${t(`reckonedBy.${file.reckonedBy as 'fixed'}`)}`}</span>}
        </Fact>
        <Fact name={t('budget')}>{file.budget && `${file.budget.year} · ${file.budget.line}`}</Fact>
        <Fact name={t('merits')}>
          {proposal && (
            <>
              <span className="prose">{proposal.merits}</span>{' '}
              <span className="s mute">
                {proposal.by.name} {proposal.on}
              </span>
            </>
          )}
        </Fact>
        <Fact name={t('decision')}>
          {decision && (
            <>
              <b>{t(`outcome.${decision.outcome}`)}</b> {decision.on} · {decision.minutes.number} {decision.grounds && <span className="prose">{decision.grounds}</span>}
            </>
          )}
        </Fact>
        <Fact name={t('publication')}>
          {publication && (
            <>
              <b>{publication.documentNo}</b> {publication.on} ·{' '}
              <span className="s mute">{`${t('finance')}：${publication.finance.office} ${publication.finance.letter}`}</span>
            </>
          )}
        </Fact>
        {returned.map((one) => (
          <Fact key={`${one.what} ${one.on} ${one.reason}`} name={`${t('returned')} · ${t(`returnedWhat.${one.what}`)}`}>
            {one.on} <span className="prose">{one.reason}</span>
          </Fact>
        ))}
        <Fact name={t('recovery')}>
          {recovery && (
            <>
              {t('payBy', { day: recovery.payBy })} <span className="prose">{recovery.grounds}</span> {recovery.paid && t('recovered', { day: recovery.paid.on, amount: money(recovery.paid.amount) })}
            </>
          )}
        </Fact>
      </dl>
    </section>
  )
}

/** The budget is the city's own business; nobody else is shown it. */
function AgainstBudget({ file }: { file: AwardFile }) {
  const { t } = useTranslation('award')
  const city = useSession().assignments.some(({ role }) => ['city.officer', 'city.lead', 'city.supervisor'].includes(role))
  const { data } = useQuery({ queryKey: ['award-budgets'], enabled: city, queryFn: ({ signal }) => get<BudgetYear[]>('/award-budgets', signal) })
  const year = data?.find((one) => one.year === file.budget?.year)
  if (!year) return null
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('year', { year: year.year })}</h2>
        <Cite law="setting:award.budgetCeiling" />
        <span className="grow" />
        <Link to="/awards">{t('title')}</Link>
      </div>
      <div className="bd">
        <BudgetBar year={year} />
      </div>
    </section>
  )
}

type BankAccount = { bank: string; number: string }

/** Asked for by a click of its own, and the click is recorded. */
function Account({ id }: { id: string }) {
  const { t } = useTranslation(['award', 'shell'])
  const officer = useSession().assignments.some(({ role }) => role === 'city.officer')
  const [asked, setAsked] = useState(false)
  const account = useQuery({ queryKey: ['account', id], enabled: asked, retry: false, gcTime: 0, queryFn: ({ signal }) => get<BankAccount>(`/cases/${id}/account`, signal) })
  if (!officer) return null
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('account')}</h2>
      </div>
      <div className="bd stack">
        <p className="s mute">{t('accountNote')}</p>
        {!account.data && (
          <button type="button" className="btn" onClick={() => setAsked(true)}>
            {t('showAccount')}
          </button>
        )}
        {account.error && <Fault error={account.error} title={t('shell:error.title')} />}
        {account.data && (
          <dl className="kv">
            <Fact name={t('bank')}>{account.data.bank}</Fact>
            <Fact name={t('account')}>
              <b className="mono">{account.data.number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')}</b>
            </Fact>
          </dl>
        )}
      </div>
    </section>
  )
}
