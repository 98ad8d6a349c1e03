import { useTranslation } from 'react-i18next'
import { siteChecks } from '../../settings/site-visit-2026.ts'
import { amount } from '../format.ts'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { useDifferenceLine } from './check.tsx'
import { differenceOf, type VisitRecord } from './record.ts'

/** Every figure that differs, reckoned as it is written. */
export function Differences({ record, declared }: { record: VisitRecord; declared: Readonly<Record<string, number | undefined>> }) {
  const { t } = useTranslation('admin')
  const words = useWords()
  const line = useDifferenceLine()
  const rows = siteChecks.flatMap((check) => {
    const verified = record.checks[check.id]?.verified ?? ''
    const off = differenceOf(declared[check.id], verified, line(check))
    return off && off.share !== 0 ? [{ check, off, verified }] : []
  })
  return (
    <section className="card" aria-label={t('visit.differences')}>
      <div className="row between">
        <b>{t('visit.differences')}</b>
        <span className="s mute">{t('visit.pieces', { n: rows.length })}</span>
      </div>
      {rows.length === 0 ? (
        <p className="s mute">{t('visit.none')}</p>
      ) : (
        <ul className="s differences">
          {rows.map(({ check, off, verified }) => (
            <li key={check.id}>
              <span>
                {words(check.words)} {amount(declared[check.id] ?? 0)} → {amount(verified)} {words(check.unit)}
              </span>
              <span className={off.over ? 't-no nowrap' : 't-ok nowrap'}>
                <Icon shape={off.over ? 'warn' : 'check'} />
                {off.text}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
