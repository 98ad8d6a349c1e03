import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type DiffRow = { key: string; name: ReactNode; before: ReactNode; after: ReactNode }

/** Old struck, new bold: not by colour alone. */
export function DiffRows({ rows }: { rows: readonly DiffRow[] }) {
  const { t } = useTranslation('case')
  return (
    <dl>
      {rows.map((row) => (
        <div className="line" key={row.key}>
          <dt>{row.name}</dt>
          <dd>
            {row.before === '' ? <span className="faint">{t('supplement.blank')}</span> : <del>{row.before}</del>}
          </dd>
          <dd className="ar">
            <span aria-hidden="true">→</span>
            <span className="sr">{t('supplement.became')}</span>
          </dd>
          <dd>
            {row.after === '' ? <span className="faint">{t('supplement.blank')}</span> : <ins>{row.after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
