import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ExpertCredit } from '../../procedures/panel-review/panel-review.credit.ts'
import { get } from '../call.ts'

/** 评审信用: attendance, dispersion, conflicts found late, from the panels' own entries. */
export function Credit({ id }: { id: string }) {
  const { t } = useTranslation('pool')
  const { data } = useQuery({ queryKey: ['expert', id, 'credit'], queryFn: ({ signal }) => get<ExpertCredit>(`/experts/${id}/credit`, signal) })
  if (!data) return null
  return (
    <section className="panel">
      <div className="hd">
        <h2 className="h3">{t('credit.title')}</h2>
      </div>
      <div className="bd stack">
        {data.rows.length === 0 ? (
          <p className="s mute">{t('credit.none')}</p>
        ) : (
          <p className="s">{t('credit.sums', { panels: data.panels, absent: data.absent, owed: data.owed, sheets: data.sheets, far: data.far, late: data.late })}</p>
        )}
        {data.rows.map((row) => (
          <p className="s" key={row.number}>
            <Link to="/cases/$number" params={{ number: row.number }}>
              {row.title}
            </Link>
            <small className="below mute">
              {[
                row.on,
                t('credit.line', { owed: row.owed, sheets: row.sheets }),
                row.left && t(`credit.left.${row.left}`),
                row.far > 0 && t('credit.far', { n: row.far }),
                row.unsettled > 0 && t('credit.unsettled', { n: row.unsettled }),
                row.declared > 0 && t('credit.declared', { n: row.declared }),
                row.late > 0 && t('credit.late', { n: row.late }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </p>
        ))}
        {data.rows.length > 0 && <p className="xs faint">{t('credit.note')}</p>}
      </div>
    </section>
  )
}
