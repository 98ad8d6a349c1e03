import { useTranslation } from 'react-i18next'
import type { CaseRow } from '../../contract.ts'
import type { Day } from '../../kernel/day.ts'
import { shortDay, weekdayOf } from '../format.ts'

type Due = NonNullable<CaseRow['due']>

// Longer periods are drawn to scale: no more cells than the eye counts.
const most = 15

/** One cell a working day: filled = used, vermilion = over, hatched = provisional. The words beside it say the same. */
export function DayCells({ due }: { due: Due }) {
  const scale = due.limit > most ? most / due.limit : 1
  const limit = Math.max(1, Math.round(due.limit * scale))
  const used = Math.min(limit, Math.round(Math.min(due.used, due.limit) * scale))
  const over = due.left < 0 ? Math.min(most, Math.max(1, Math.round(-due.left * scale))) : 0
  const cells = [
    ...Array<string>(used).fill('u'),
    ...Array<string>(limit - used).fill(due.provisional ? 'p' : ''),
    ...Array<string>(over).fill('x'),
  ]
  return (
    <span className="bar" aria-hidden="true">
      {cells.map((look, index) => (
        <i key={index} className={look || undefined} />
      ))}
    </span>
  )
}

/** The due day with its cells and what is left of the period. */
export function DueDate({ due, today }: { due: CaseRow['due']; today: Day }) {
  const { t } = useTranslation(['worklist', 'shell'])
  if (!due) return <span className="faint">{t('noDue')}</span>
  const [tone, left] =
    due.left < 0
      ? (['t-no', t('late', { count: -due.left })] as const)
      : due.day === today
        ? (['t-am', t('today')] as const)
        : ([due.soon ? 't-am' : 'faint', t('left', { count: due.left })] as const)
  return (
    <div className="due">
      <span className="row line">
        <b>
          {shortDay(due.day, today)} {t(`shell:weekday.${weekdayOf(due.day)}`)}
        </b>
        <span className={`xs ${tone}`}>{left}</span>
        {due.provisional && (
          <span className="xs faint" title={t('provisionalWhy')}>
            {t('provisional')}
          </span>
        )}
      </span>
      <DayCells due={due} />
    </div>
  )
}
