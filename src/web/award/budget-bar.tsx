import { useTranslation } from 'react-i18next'
import type { BudgetYear } from '../../registers/award-budgets.ts'
import { money } from '../format.ts'
import { Note } from '../parts/states.tsx'
import '../css/revocation.css'

/** Paid, decided and proposed against the ceiling of a year; every length is also a figure. */
export function BudgetBar({ year }: { year: BudgetYear }) {
  const { t } = useTranslation('award')
  const [ceiling, committed, paid, proposed] = [year.ceiling ?? '0', year.committed, year.paid, year.proposed].map(Number) as [number, number, number, number]
  const whole = Math.max(ceiling, committed + proposed, 0.01)
  const part = (value: number) => (value / whole) * 1000
  const over = committed + proposed - ceiling
  const told = { year: year.year, ceiling: year.ceiling ? money(ceiling) : '—', committed: money(committed), paid: money(paid), proposed: money(proposed) }
  return (
    <div className="budget">
      <svg className="budget-bar" viewBox="0 0 1000 22" preserveAspectRatio="none" role="img" aria-label={t('bar', told)}>
        <rect className="committed" x="0" width={part(committed)} height="22" />
        <rect className="paid" x="0" width={part(paid)} height="22" />
        <rect className="proposed" x={part(committed)} width={part(proposed)} height="22" />
      </svg>
      <div className="legend">
        <Figure name={t('ceiling')} value={told.ceiling} />
        <Figure name={t('paid')} value={told.paid} of="paid" />
        <Figure name={t('committed')} value={told.committed} of="committed" />
        <Figure name={t('proposed')} value={told.proposed} of="proposed" />
        <Figure name={t('remaining')} value={year.remaining === null ? '—' : money(year.remaining)} />
      </div>
      {year.ceiling === null && <Note tone="am">{t('noBudget')}</Note>}
      {year.ceiling !== null && over > 0 && <Note tone="am">{t('over', { amount: money(over) })}</Note>}
    </div>
  )
}

const Figure = ({ name, value, of }: { name: string; value: string; of?: string }) => (
  <div className={of}>
    <b>{value}</b>
    <span>{name}</span>
  </div>
)
