import { useTranslation } from 'react-i18next'
import type { Worklist } from '../../contract.ts'
import { stripDay, weekdayOf } from '../format.ts'

/** Fifteen calendar days; days off are hatched and named. It teaches working days without a word. */
export function DayStrip({ days, today }: { days: Worklist['days']; today: string }) {
  const { t } = useTranslation(['worklist', 'shell'])
  return (
    <section className="panel strip" aria-label={t('strip')}>
      <ol className="days">
        {days.map(({ day, working, makeUp, due }) => (
          <li
            key={day}
            className={day === today ? 'today' : working === false ? 'off' : working === null ? 'unknown' : undefined}
            aria-current={day === today ? 'date' : undefined}
            title={working === null ? t('unknown') : undefined}
          >
            {t(`shell:weekdayShort.${weekdayOf(day)}`)}
            <b>{stripDay(day)}</b>
            {working === false && <span>{t('off')}</span>}
            {makeUp && <span>{t('makeUp')}</span>}
            {due > 0 && (
              <u>
                {due}
                <span className="sr">{t('dueOn', { count: due })}</span>
              </u>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
