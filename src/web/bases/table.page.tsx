import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableShown } from '../../procedures/base/base.routes.ts'
import type { BaseRow, KeptRow } from '../../settings/base-tables/table.ts'
import { get, pathOf } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Empty, Note, Skeleton } from '../parts/states.tsx'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { Held } from './held.tsx'
import { RowVersions } from './row-versions.tsx'
import { SheetImport } from './sheet-import.tsx'
import { TableEdit } from './table-edit.tsx'
import { TableRows, textOf } from './table-rows.tsx'
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
  // What is edited is what was seen when it began: a reminder or a colleague elsewhere must not take the rows away from under the hands.
  const [editing, setEditing] = useState<{ shown: TableShown; rows: BaseRow[] } | null>(null)
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
            <button type="button" className="btn primary" onClick={() => { setTold(null); setEditing({ shown: data, rows: rows.map(plain) }) }}><Icon shape="quill" />{t('table.edit')}</button></>}
        </div>}
      </div>
      {told && <Note tone="ok">{told}</Note>}
      {on && on !== data.today && <Note tone="am" action={<Link className="btn sm" to="." search={(old) => ({ ...old, on: undefined })}>{t('today')}</Link>}>{t('past', { day: data.on })}</Note>}
      {editing ? <TableEdit shown={editing.shown} rows={editing.rows} latest={data.version} onDone={(says) => { setEditing(null); setTold(says) }} /> : (
        <section className="panel">
          <div className="bd row wrap">
            <TextField label={t('table.find')} type="search" value={q} onChange={(next) => void navigate({ search: (old) => ({ ...old, q: next || undefined, page: undefined }), replace: true })} />
            <DayField label={t('asOf')} value={on ?? ''} min={data.since} max={data.today} onChange={(day) => void navigate({ search: (old) => ({ ...old, on: day || undefined, page: undefined }) })} />
          </div>
          {rows.length === 0 ? <Empty>{q ? t('table.noneFound') : t('table.none')}</Empty> : <TableRows shown={data} rows={rows} all={found} onRow={setRow} />}
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
