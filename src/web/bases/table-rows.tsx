import { useTranslation } from 'react-i18next'
import type { TableShown } from '../../procedures/base/base.routes.ts'
import type { Column, KeptRow } from '../../settings/base-tables/table.ts'
import { amount, money } from '../format.ts'
import { Icon } from '../parts/icon.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useWords } from '../words.ts'

/** The rows of a table with their evidence; on a phone each stands as a card, its title first, every cell under the name of its column. */
export function TableRows({ shown, rows, all, onRow }: { shown: TableShown; rows: readonly KeptRow[]; all: readonly KeptRow[]; onRow: (row: string) => void }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  const { table, files } = shown
  const names = new Map(files.map(({ id, name }) => [id, name]))
  const cell = (column: Column, row: KeptRow) => (typeof row[column.key] === 'boolean' ? t(row[column.key] ? 'yes' : 'no') : textOf(column, row[column.key], words))
  const sum = (key: string) => all.reduce((total, row) => total + (typeof row[key] === 'number' ? Math.round((row[key] as number) * 100) : 0), 0) / 100
  const headOf = (column: Column) => [words(column.words), words(column.unit)].filter(Boolean).join(' ')
  const classOf = (column: Column) => [isNumber(column) && 'num', column.key === table.title && 'title'].filter(Boolean).join(' ') || undefined
  const total = (column: Column, index: number) => (table.totals.includes(column.key) ? (column.type === 'money' ? money(sum(column.key)) : amount(sum(column.key), 2)) : index === 0 ? t('table.total') : null)
  return (
    <Scroll label={words(table.words)}>
      <table className="rows-t">
        <thead><tr>{table.columns.map((column) => <th key={column.key} scope="col" className={isNumber(column) ? 'num' : undefined}>{words(column.words)}{column.unit && <small className="faint"> {words(column.unit)}</small>}</th>)}
          {table.evidence && <th scope="col">{t('table.evidence')}</th>}<th scope="col">{t('table.from')}</th></tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.id}>{table.columns.map((column) => <td key={column.key} className={classOf(column)} data-head={headOf(column)}>{cell(column, row)}</td>)}
            {table.evidence && <td data-head={t('table.evidence')}><span>{row.evidence?.length ? row.evidence.map((id) => <a key={id} className="evidence" href={`/api/files/${id}`} download={names.get(id) ?? id}><Icon shape="file" />{names.get(id) ?? id}</a>) : <span className="faint">{t('table.noEvidence')}</span>}</span></td>}
            <td className="nowrap" data-head={t('table.from')}><button type="button" className="link" onClick={() => onRow(row.id)}>{row.validFrom}</button></td></tr>))}</tbody>
        {table.totals.length > 0 && <tfoot><tr>{table.columns.map((column, index) => <td key={column.key} className={isNumber(column) ? 'num' : index === 0 ? 'title' : undefined} data-head={headOf(column)}>{total(column, index) && <b>{total(column, index)}</b>}</td>)}
          {table.evidence && <td />}<td /></tr></tfoot>}
      </table>
    </Scroll>
  )
}

const isNumber = ({ type }: Column) => ['number', 'integer', 'money', 'year'].includes(type)

export function textOf(column: Column, value: unknown, words: ReturnType<typeof useWords>): string {
  if (value === undefined || value === null || value === '') return ''
  if (column.type === 'choice') return words(column.choices?.find((one) => one.value === value)?.words) || String(value)
  if (typeof value === 'number') return column.type === 'money' ? money(value) : column.type === 'year' ? String(value) : amount(value, 4)
  return String(value)
}
