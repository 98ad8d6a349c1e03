import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableShown } from '../../procedures/base/base.routes.ts'
import type { BaseRow, Column, KeptRow } from '../../settings/base-tables/table.ts'
import { get, pathOf } from '../call.ts'
import { amount, money } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Empty, Note, Skeleton } from '../parts/states.tsx'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { Held } from './held.tsx'
import { RowVersions } from './row-versions.tsx'
import { SheetImport } from './sheet-import.tsx'
import { TableEdit } from './table-edit.tsx'
import '../css/wizard.css'
import '../css/bases.css'

const route = getRouteApi('/bases/$number/$table')
const pageSize = 50
/** What a hold stops. */
const services = new Set(['services', 'lines', 'equipment', 'use'])

/** One table of a base: its rows on any day with their evidence, edited in place, out and in as a spreadsheet. */
export function BaseTablePage() {
  const { t } = useTranslation('bases')
  const words = useWords()
  const { number, table: id } = route.useParams()
  const { on, page = '1', q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [editing, setEditing] = useState(false)
  const [importing, setImporting] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  const [row, setRow] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({ queryKey: ['base', number, 'table', id, on ?? ''], queryFn: ({ signal }) => get<TableShown>(pathOf(`/bases/${number}/tables/${id}`, { on }), signal) })
  useTitle(data ? words(data.table.words) : number)
  if (!data) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={10} />}</div>
  const found = data.rows.filter((one) => !q || data.table.columns.some((column) => textOf(column, one[column.key], words).toLowerCase().includes(q.toLowerCase())))
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const at = Math.min(Math.max(1, Number(page) || 1), pages)
  const rows = found.slice((at - 1) * pageSize, at * pageSize)
  const sheet = (more: Record<string, string | undefined>) => pathOf(`/api/bases/${number}/tables/${id}/sheet`, more)
  return (
    <div className="page base-table">
      <nav className="crumb" aria-label={t('crumb')}><Link to="/bases">{t('title')}</Link> / <Link to="/bases/$number" params={{ number }} search={on ? { on } : {}}><Name name={data.base.name} demo={data.base.demo} /></Link> / <span className="nowrap">{words(data.table.words)}</span></nav>
      {services.has(id) && <Held holds={data.base.holds} />}
      <div className="head">
        <div>
          <h1 className="row wrap">{words(data.table.words)} <Cite law={data.table.law} /></h1>
          <p className="s mute">{t('rows', { n: data.rows.length })}{data.table.help && ` · ${words(data.table.help)}`}</p>
        </div>
        {!editing && <div className="row wrap">
          <a className="btn" href={sheet({ on })} download><Icon shape="down" />{t('sheet.out')}</a>
          {data.mayKeep && <><a className="btn" href={sheet({ empty: 'true' })} download>{t('sheet.template')}</a>
            <button type="button" className="btn" onClick={() => { setTold(null); setImporting(true) }}>{t('sheet.in')}</button>
            <button type="button" className="btn primary" onClick={() => { setTold(null); setEditing(true) }}><Icon shape="quill" />{t('table.edit')}</button></>}
        </div>}
      </div>
      {told && <Note tone="ok">{told}</Note>}
      {on && on !== data.today && <Note tone="am" action={<Link className="btn sm" to="." search={(old) => ({ ...old, on: undefined })}>{t('today')}</Link>}>{t('past', { day: data.on })}</Note>}
      {editing ? <TableEdit key={data.version} shown={data} rows={rows.map(plain)} onDone={(says) => { setEditing(false); setTold(says) }} /> : (
        <section className="panel">
          <div className="bd row wrap">
            <TextField label={t('table.find')} type="search" value={q} onChange={(next) => void navigate({ search: (old) => ({ ...old, q: next || undefined, page: undefined }), replace: true })} />
            <DayField label={t('asOf')} value={on ?? ''} min={data.since} max={data.today} onChange={(day) => void navigate({ search: (old) => ({ ...old, on: day || undefined, page: undefined }) })} />
          </div>
          {rows.length === 0 ? <Empty>{q ? t('table.noneFound') : t('table.none')}</Empty> : <Rows shown={data} rows={rows} all={found} onRow={setRow} />}
          {pages > 1 && <div className="bd row between">
            <button type="button" className="btn sm" disabled={at <= 1} onClick={() => void navigate({ search: (old) => ({ ...old, page: String(at - 1) }) })}>{t('table.before')}</button>
            <span className="s mute">{t('table.page', { page: at, pages })}</span>
            <button type="button" className="btn sm" disabled={at >= pages} onClick={() => void navigate({ search: (old) => ({ ...old, page: String(at + 1) }) })}>{t('table.after')}</button></div>}
        </section>)}
      {importing && <SheetImport number={number} table={data.table} onClose={(says) => { setImporting(false); if (says) setTold(says) }} />}
      {row && <RowVersions number={number} table={data.table} row={row} onClose={() => setRow(null)} />}
    </div>
  )
}

const plain = ({ validFrom: _, validTo: __, ...row }: KeptRow): BaseRow => row
const isNumber = ({ type }: Column) => ['number', 'integer', 'money', 'year'].includes(type)

export function textOf(column: Column, value: unknown, words: ReturnType<typeof useWords>): string {
  if (value === undefined || value === null || value === '') return ''
  if (column.type === 'choice') return words(column.choices?.find((one) => one.value === value)?.words) || String(value)
  if (typeof value === 'number') return column.type === 'money' ? money(value) : column.type === 'year' ? String(value) : amount(value, 4)
  return String(value)
}

function Rows({ shown, rows, all, onRow }: { shown: TableShown; rows: readonly KeptRow[]; all: readonly KeptRow[]; onRow: (row: string) => void }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  const { table, files } = shown
  const names = new Map(files.map(({ id, name }) => [id, name]))
  const cell = (column: Column, row: KeptRow) => (typeof row[column.key] === 'boolean' ? t(row[column.key] ? 'yes' : 'no') : textOf(column, row[column.key], words))
  const sum = (key: string) => all.reduce((total, row) => total + (typeof row[key] === 'number' ? Math.round((row[key] as number) * 100) : 0), 0) / 100
  return (
    <Scroll label={words(table.words)}>
      <table className="rows-t">
        <thead><tr>{table.columns.map((column) => <th key={column.key} scope="col" className={isNumber(column) ? 'num' : undefined}>{words(column.words)}{column.unit && <small className="faint"> {words(column.unit)}</small>}</th>)}
          {table.evidence && <th scope="col">{t('table.evidence')}</th>}<th scope="col">{t('table.from')}</th></tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.id}>{table.columns.map((column) => <td key={column.key} className={isNumber(column) ? 'num' : undefined}>{cell(column, row)}</td>)}
            {table.evidence && <td>{row.evidence?.length ? row.evidence.map((id) => <a key={id} className="evidence" href={`/api/files/${id}`} download={names.get(id) ?? id}><Icon shape="file" />{names.get(id) ?? id}</a>) : <span className="faint">{t('table.noEvidence')}</span>}</td>}
            <td className="nowrap"><button type="button" className="link" onClick={() => onRow(row.id)}>{row.validFrom}</button></td></tr>))}</tbody>
        {table.totals.length > 0 && <tfoot><tr>{table.columns.map((column, index) => <td key={column.key} className={isNumber(column) ? 'num' : undefined}><b>{table.totals.includes(column.key) ? (column.type === 'money' ? money(sum(column.key)) : amount(sum(column.key), 2)) : index === 0 ? t('table.total') : ''}</b></td>)}
          {table.evidence && <td />}<td /></tr></tfoot>}
      </table>
    </Scroll>
  )
}
