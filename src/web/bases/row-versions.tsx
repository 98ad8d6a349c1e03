import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowVersion } from '../../procedures/base/base.routes.ts'
import type { BaseTable } from '../../settings/base-tables/table.ts'
import { get } from '../call.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Skeleton } from '../parts/states.tsx'
import { Fault } from '../shell/fault.tsx'
import { useWords } from '../words.ts'
import { textOf } from './table-rows.tsx'

/** Every version of one row, the latest first, with the days it held for and who entered it. */
export function RowVersions({ number, table, row, onClose }: { number: string; table: BaseTable; row: string; onClose: () => void }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  const id = useId()
  const { data, error } = useQuery({ queryKey: ['base', number, 'row', table.id, row], queryFn: ({ signal }) => get<{ versions: RowVersion[] }>(`/bases/${number}/tables/${table.id}/rows/${row}`, signal) })
  return (
    <Dialog labelledBy={id} onClose={onClose} className="middle">
      <header><h2 id={id} className="grow">{t('table.versions')}</h2></header>
      <div className="body stack">
        {error ? <Fault error={error} /> : !data ? <Skeleton rows={4} /> : data.versions.map((version) => (
          <section key={version.no} className="panel bd">
            <h3 className="h4">{version.validTo ? t('table.versionTo', { from: version.validFrom, to: version.validTo }) : t('table.version', { from: version.validFrom })}</h3>
            <p className="xs mute">{t('table.entry', { no: version.no, by: version.by, on: version.on })}</p>
            <dl className="kv broad">{table.columns.filter(({ key }) => version.row[key] !== undefined).map((column) => <div key={column.key}><dt>{words(column.words)}</dt><dd>{typeof version.row[column.key] === 'boolean' ? t(version.row[column.key] ? 'yes' : 'no') : textOf(column, version.row[column.key], words)}</dd></div>)}</dl>
          </section>))}
      </div>
      <footer><span className="grow" /><button type="button" className="btn" onClick={onClose}>{t('sheet.close')}</button></footer>
    </Dialog>
  )
}
