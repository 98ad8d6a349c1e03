import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BudgetYear } from '../../registers/award-budgets.ts'
import type { AwardLedger, AwardRow } from '../../registers/award-ledger.ts'
import { Table } from '../admin/list.tsx'
import { get } from '../call.ts'
import { money } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Empty, Note, Skeleton } from '../parts/states.tsx'
import { Status } from '../parts/status.tsx'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { Budget } from './budget.tsx'

/** The budget of each year with what is decided and paid, and the ledger of awards. */
export function AwardsPage() {
  const { t } = useTranslation(['award', 'shell'])
  useTitle(t('title'))
  const { assignments, today } = useSession()
  const officer = assignments.some(({ role }) => role === 'city.officer')
  const city = assignments.some(({ role }) => role.startsWith('city.'))
  const budgets = useQuery({ queryKey: ['award-budgets'], enabled: city, queryFn: ({ signal }) => get<BudgetYear[]>('/award-budgets', signal) })
  const ledger = useQuery({ queryKey: ['awards'], queryFn: ({ signal }) => get<AwardLedger>('/awards', signal) })
  const words = useWords()
  const thisYear = Number(today.slice(0, 4))
  const years = budgets.data && !budgets.data.some(({ year }) => year === thisYear) ? [none(thisYear), ...budgets.data] : budgets.data
  return (
    <div className="page stack">
      <div className="head">
        <div>
          <h1>{t('title')}</h1>
          <p className="s mute">
            {t('lead')} <Cite law="Art. 20" />
          </p>
        </div>
        {officer && (
          <Link className="btn primary" to="/cases" search={{ procedure: 'award', open: '1' }}>
            <Icon shape="plus" />
            {t('propose')}
          </Link>
        )}
      </div>
      {ledger.data && (
        <Note tone={ledger.data.rule ? 'go' : 'am'}>
          {ledger.data.rule ? t('ruleIs', { rule: words(ledger.data.rule) }) : t('ruleNone')} <Cite law="setting:award.rule" />
        </Note>
      )}
      {budgets.error && <Fault error={budgets.error} retry={() => void budgets.refetch()} />}
      {years?.map((year) => (
        <Budget key={year.year} year={year} />
      ))}
      <section className="panel">
        <div className="hd">
          <h2>{t('list')}</h2>
          <span className="s mute">{t('unit')}</span>
          <span className="grow" />
          <a className="btn sm" href="/api/awards.csv">
            <Icon shape="file" />
            {t('csv')}
          </a>
        </div>
        {ledger.error ? <Fault error={ledger.error} retry={() => void ledger.refetch()} /> : !ledger.data ? <Skeleton rows={5} /> : ledger.data.rows.length === 0 ? <Empty>{t('none')}</Empty> : <Ledger rows={ledger.data.rows} />}
      </section>
    </div>
  )
}

const none = (year: number): BudgetYear => ({ year, ceiling: null, line: null, document: null, committed: '0.00', proposed: '0.00', paid: '0.00', remaining: null, awards: 0, pending: null, history: [] })

function Ledger({ rows }: { rows: readonly AwardRow[] }) {
  const { t } = useTranslation('award')
  const words = useWords()
  return (
    <Table heads={[t('base'), t('county'), t('budgetYear'), t('status'), t('what'), t('committed'), t('paid'), t('notice')]}>
      {rows.map((row) => (
        <tr key={row.number}>
          <td>
            <Link className="what" to="/cases/$number" params={{ number: row.number }}>
              <Name name={row.base.name} demo={row.demo} />
            </Link>
            <div className="sub">
              {row.number} <Name name={row.host} />
            </div>
          </td>
          <td>{words(row.county)}</td>
          <td>{row.year}</td>
          <td>
            <Status procedure="award" status={row.status} />
            {row.reportBy && row.status === 'received' && <div className="sub">{t('reportBy', { day: row.reportBy })}</div>}
          </td>
          <td className="num">{money(row.amount)}</td>
          <td className="num">{money(row.committed)}</td>
          <td className="num">{money(row.paid)}</td>
          <td>{row.documentNo ?? '—'}</td>
        </tr>
      ))}
    </Table>
  )
}
