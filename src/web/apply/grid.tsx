import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { DraftChange } from '../../contract.ts'
import { amount, money } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { applies, type Field, isAnswered, isNumeric, isRequired, type Row, rowsAt, type Section, sumOf, type Table, type Value, valueIssue } from './application.ts'
import { CarryButton } from './carry.tsx'
import { useLock, useWizard, type Wizard } from './context.ts'
import { Control } from './control.tsx'
import { FieldBox } from './field.tsx'
import { columnsFor, useWidth, widthOf } from './grid-columns.ts'
import { type Line, linesShown } from './grid-lines.ts'
import { PasteButton, PasteTold, SheetButton } from './paste.tsx'
import { cellPath, newRowId, placeOf, positionAfter, rowPath } from './paths.ts'
import { sectionsNamed } from './sections-named.ts'
import { linesOf, type Pasted, pasted } from './tsv.ts'
import { textOf, valueFrom } from './values.ts'

type At = { row: number; col: number }

/** A table as a grid: arrows move, Enter edits, rows of a spreadsheet are pasted; below it the current row with all its columns. */
export function Grid({ section, table, asHead, rowFoot }: { section: Section; table: Table; asHead?: boolean; /** What belongs to a row beside its columns. */ rowFoot?: (row: Row) => ReactNode }) {
  const { t } = useTranslation('apply')
  const { data, state, store, target, findings } = useWizard()
  const words = useWords()
  const lock = useLock()
  const path = `${section.id}.${table.id}`
  const lines = linesShown(table, rowsAt(data, path))
  const [at, setAt] = useState<At | null>(null)
  const [editing, setEditing] = useState<{ initial?: string } | null>(null)
  const [told, setTold] = useState<Pasted | null>(null)
  const [deleted, setDeleted] = useState<{ id: string; position: Value; no: number } | null>(null)
  const [place, width] = useWidth()
  const grid = useRef<HTMLTableElement>(null)
  const before = useRef<Value | undefined>(undefined)
  const headingId = useId()
  const columns = columnsFor(table, width)
  const begin = at ?? firstGap(lines, columns, path, findings)
  const now: At = { row: Math.min(begin.row, Math.max(0, lines.length - 1)), col: Math.min(begin.col, columns.length - 1) }
  const current = lines[now.row]
  const locked = lock(path)
  const off = applies(table, data)
  const isFixed = table.oneRowPer !== undefined

  // A finding leads to a row: it becomes the current one. Only a new leading moves the place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed since must not move it again.
  useEffect(() => {
    if (!target?.path.startsWith(`${path}.`)) return
    const { row, column } = placeOf(target.path)
    const index = lines.findIndex(({ id }) => id === row)
    if (index >= 0) setAt({ row: index, col: Math.max(0, columns.findIndex(({ id }) => id === column)) })
  }, [target])

  // Drawn at once: the next key may come before the next frame, and must find its cell.
  const focusCell = (next: At) => {
    flushSync(() => setAt(next))
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.row}.${next.col}"]`)?.focus()
  }
  const endsEditing = (line: Line, column: Field) => {
    store.leave(cellPath(path, line.id, column.id))
    flushSync(() => setEditing(null))
  }
  const move = (rows: number, cols: number) => focusCell({ row: clamp(now.row + rows, lines.length), col: clamp(now.col + cols, columns.length) })

  if (off !== true) {
    return <section className="panel" data-path={path}><div className="hd"><h3>{words(table.words)}</h3><span className="s faint">{t('notApplicable', { why: words(off) })}</span></div></section>
  }
  const title = asHead ? `${section.id}　${words(section.words)}` : words(table.words)
  return (
    <section className="panel grid-panel" data-path={path} aria-labelledby={headingId}>
      <div className="hd">
        {asHead ? <h2 id={headingId} tabIndex={-1} data-heading>{title}</h2> : <h3 id={headingId}>{title}</h3>}{(table.law ?? (asHead ? section.law : undefined)) && <Cite law={(table.law ?? section.law)!} />}
        {!asHead && <span className="s mute">{t('grid.rows', { n: lines.filter(({ real }) => real).length })}</span>}<span className="grow" />
        {asHead && <CarryButton section={section.id} />}
        {!locked && <><SheetButton table={table} />{!isFixed && <PasteButton table={table} columns={columns} onPaste={(text) => paste(text, { row: lines.length, col: 0 })} />}</>}
      </div>
      {table.help && <p className="s mute pad">{words(table.help)}</p>}
      {told && <PasteTold told={told} onClose={() => setTold(null)} />}
      {/* Without a row there is no cell to go to: the frame itself takes the focus, so that the heads can be scrolled by the keys. */}
      <div className="scroll" ref={place} {...(lines.length === 0 && { tabIndex: 0, role: 'group', 'aria-labelledby': headingId })}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which one moves and edits is a grid. */}
        {width > 0 && <table className="grid-t" role="grid" aria-labelledby={headingId} aria-rowcount={lines.length + 1} ref={grid} onPaste={onPaste} onCopy={onCopy}>
          <colgroup><col width={34} />{columns.map((column) => <col key={column.id} width={widthOf(column)} />)}</colgroup>
          <thead><tr><th scope="col"><span aria-hidden="true">#</span><span className="sr">{t('grid.no')}</span></th>
            {columns.map((column) => <th key={column.id} scope="col" className={isNumeric(column) && column.type !== 'year' ? 'num' : undefined} title={column.help && words(column.help)}>
              {words(column.words)}{column.unit && <small className="faint"> {words(column.unit)}</small>}</th>)}</tr></thead>
          <tbody>{lines.map((line, row) => (
            <tr key={line.id} aria-rowindex={row + 2} aria-selected={row === now.row} className={row === now.row ? 'current' : undefined} data-path={rowPath(path, line.id)}>
              <th scope="row" className="no">{row + 1}</th>
              {columns.map((column, col) => <Cell key={column.id} line={line} column={column} path={cellPath(path, line.id, column.id)} at={{ row, col }}
                isCurrent={row === now.row && col === now.col} editing={row === now.row && col === now.col ? editing : null}
                fixed={column.id === table.oneRowPer || lock(cellPath(path, line.id, column.id))}
                onFocus={() => setAt({ row, col })} onEdit={() => edit({ row, col })} onKey={(event) => onKey(event, line, column)}
                onWrite={(value) => write(line, column.id, value)} onEditorKey={(event) => onEditorKey(event, line, column)} onDone={() => setEditing(null)} />)}
            </tr>))}
            {lines.length === 0 && <tr><td colSpan={columns.length + 1}><span className="faint">{t('grid.none')}</span></td></tr>}
          </tbody>
          {table.totals.length > 0 && lines.length > 0 && <Totals table={table} columns={columns} rows={rowsAt(data, path)} section={section} />}
        </table>}
      </div>
      {!locked && <div className="row between grid-foot wrap">
        {isFixed ? <span /> : <button type="button" className="btn sm add-row" onClick={() => add(null)}><Icon shape="plus" />{t('grid.add')}</button>}
        {deleted ? <span className="s" role="status">{t('grid.deleted', { no: deleted.no })} <button type="button" className="link" onClick={undo}>{t('grid.undo')}</button></span>
          : <span className="xs faint">{t(isFixed ? 'grid.keysFixed' : 'grid.keys')}</span>}</div>}
      {current && <Detail key={current.id} table={table} path={path} line={current} no={now.row + 1} locked={locked} fixed={isFixed} heading={asHead ? 'h3' : 'h4'} onCopy={() => add(current)} onDelete={() => remove(current, now.row)}
        onBegin={() => store.set(born(current))} foot={rowFoot?.(current.row)} />}
    </section>
  )

  /** A row that only stands there because the checklist asks for it becomes real with its first answer. */
  function write(line: Line, column: string, value: Value) {
    store.set([...born(line), { path: cellPath(path, line.id, column), value }])
  }
  function born(line: Line): DraftChange[] {
    return line.real || !table.oneRowPer ? [] : [{ path: rowPath(path, line.id), value: line.position }, { path: cellPath(path, line.id, table.oneRowPer), value: line.key ?? null }]
  }
  function add(model: Line | null) {
    const id = newRowId((bytes) => crypto.getRandomValues(bytes))
    const position = positionAfter(state.values, path, rowsAt(data, path), model?.id ?? null)
    const cells = model ? table.columns.filter((column) => isAnswered(column) && column.type !== 'file' && model.row[column.id] !== undefined).map((column) => ({ path: cellPath(path, id, column.id), value: model.row[column.id] ?? null })) : []
    store.set([{ path: rowPath(path, id), value: position }, ...cells])
    setDeleted(null)
    focusCell({ row: model ? now.row + 1 : lines.length, col: 0 })
  }
  function remove(line: Line, index: number) {
    setDeleted({ id: line.id, position: (state.values[rowPath(path, line.id)] as Value | undefined) ?? index, no: index + 1 })
    store.set([{ path: rowPath(path, line.id), value: null }])
    focusCell({ row: Math.max(0, index - 1), col: 0 })
  }
  function undo() {
    if (deleted) store.set([{ path: rowPath(path, deleted.id), value: deleted.position }])
    setDeleted(null)
  }
  function edit(next: At, initial?: string) {
    const [line, column] = [lines[next.row], columns[next.col]]
    if (!line || !column || column.id === table.oneRowPer || lock(cellPath(path, line.id, column.id)) || !isAnswered(column)) return
    setAt(next)
    if (column.type === 'bool') { write(line, column.id, line.row[column.id] !== true); return }
    before.current = line.row[column.id]
    setEditing({ initial })
  }
  function onKey(event: KeyboardEvent, line: Line, column: Field) {
    if (editing || event.nativeEvent.isComposing) return
    const { key } = event
    const go = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] }[key]
    if (go && !event.ctrlKey && !event.metaKey) { event.preventDefault(); move(go[0] ?? 0, go[1] ?? 0) }
    else if (key === 'Home') { event.preventDefault(); focusCell({ row: event.ctrlKey ? 0 : now.row, col: 0 }) }
    else if (key === 'End') { event.preventDefault(); focusCell({ row: event.ctrlKey ? lines.length - 1 : now.row, col: columns.length - 1 }) }
    else if (key === 'Enter' || key === 'F2' || (key === ' ' && column.type === 'bool')) { event.preventDefault(); edit(now) }
    else if ((key === 'Delete' || key === 'Backspace') && column.id !== table.oneRowPer && !lock(cellPath(path, line.id, column.id))) { event.preventDefault(); write(line, column.id, null) }
    else if (column.type === 'bool' || column.type === 'enum') return
    // An input method begins with a key that has no name yet: the box has to be there before it composes.
    else if (key === 'Process') edit(now, '')
    else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); edit(now, key) }
  }
  function onEditorKey(event: KeyboardEvent, line: Line, column: Field) {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') { event.preventDefault(); write(line, column.id, before.current ?? null); endsEditing(line, column); focusCell(now) }
    else if (event.key === 'Enter') { event.preventDefault(); endsEditing(line, column); move(1, 0) }
    else if (event.key === 'Tab') { event.preventDefault(); endsEditing(line, column); move(0, event.shiftKey ? -1 : 1) }
  }
  function onPaste(event: ClipboardEvent) {
    if (editing || locked) return
    event.preventDefault()
    paste(event.clipboardData.getData('text/plain'), now)
  }
  function onCopy(event: ClipboardEvent) {
    const column = columns[now.col]
    if (editing || !column || !current || window.getSelection()?.toString()) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', textOf(column, current.row[column.id]))
  }
  /** Cells go over the rows that are there, and into new rows below. */
  function paste(text: string, from: At) {
    const found = pasted(linesOf(text), table, columns.map(({ id }) => id), from.col)
    const real = rowsAt(data, path)
    const end = positionAfter(state.values, path, real, null)
    const changes = found.rows.flatMap((cells, index): DraftChange[] => {
      const line = isFixed ? lineOfKey(cells) : found.named ? undefined : lines[from.row + index]
      if (isFixed && !line) return []
      const id = line?.id ?? newRowId((bytes) => crypto.getRandomValues(bytes))
      const own = cells.filter(({ column }) => column !== table.oneRowPer)
      return [...(line ? born(line) : [{ path: rowPath(path, id), value: end + index }]), ...own.map(({ column, value }) => ({ path: cellPath(path, id, column), value }))]
    })
    if (changes.length > 0) store.set(changes)
    setTold(found)
  }
  function lineOfKey(cells: Pasted['rows'][number]): Line | undefined {
    const key = cells.find(({ column }) => column === table.oneRowPer)?.value
    return key === undefined ? undefined : lines.find((line) => line.key === key)
  }
}

/** Nobody chose a cell yet: the first one that lacks something is the one to look at. */
function firstGap(lines: readonly Line[], columns: readonly Field[], path: string, findings: Wizard['findings']): At {
  for (const [row, line] of lines.entries()) {
    const col = columns.findIndex((column) => findings.has(cellPath(path, line.id, column.id)))
    if (col >= 0) return { row, col }
  }
  return { row: 0, col: 0 }
}

const clamp = (value: number, length: number) => Math.max(0, Math.min(length - 1, value))

type CellProps = {
  line: Line; column: Field; path: string; at: At; isCurrent: boolean; editing: { initial?: string } | null; fixed: boolean
  onFocus: () => void; onEdit: () => void; onKey: (event: KeyboardEvent) => void; onWrite: (value: Value) => void; onEditorKey: (event: KeyboardEvent) => void; onDone: () => void
}

function Cell({ line, column, path, at, isCurrent, editing, fixed, onFocus, onEdit, onKey, onWrite, onEditorKey, onDone }: CellProps) {
  const { t } = useTranslation('apply')
  const { data, store, state, findings } = useWizard()
  const words = useWords()
  const value = line.row[column.id]
  const finding = line.real ? findings.get(path) : undefined
  const empty = value === undefined || value === null || value === ''
  const isBad = state.refused[path] !== undefined || (finding?.outcome === 'notMet' && !(finding.id === `field:${path}` && !empty && valueIssue(column, value) === undefined))
  const look = [isNumeric(column) && column.type !== 'year' ? 'num' : '', editing ? 'edit' : isBad ? 'bad' : finding ? 'hint' : '', fixed ? 'fixed' : ''].filter(Boolean).join(' ') || undefined
  const off = applies(column, data, line.row) !== true
  const says = finding && words(finding.because)
  if (editing) {
    return (
      <td className={look}>
        <Control field={column} value={value} initial={editing.initial} takesFocus ids={{ 'aria-label': `${words(column.words)} ${at.row + 1}` }} onKeyDown={onEditorKey} onChange={onWrite}
          onEnter={() => { store.enter(path); if (editing.initial !== undefined) onWrite(valueFrom(column, editing.initial)) }} onLeave={() => { store.leave(path); onDone() }} />
      </td>
    )
  }
  const shown = off ? t('notApplicableShort') : empty ? (isBad && isRequired(column, data, line.row) ? t(column.type === 'date' ? 'hint.date' : 'grid.missing') : '') : typeof value === 'boolean' ? t(value ? 'yes' : 'no')
    : words(column.options?.find((one) => one.value === value)?.words) || textOf(column, value)
  return (
    <td tabIndex={isCurrent ? 0 : -1} className={look} data-at={`${at.row}.${at.col}`} aria-invalid={isBad || undefined} title={says || undefined}
      onFocus={onFocus} onDoubleClick={onEdit} onKeyDown={onKey}><span>{shown || (isBad ? t('grid.missing') : '')}{says && <span className="sr">{says}</span>}</span></td>
  )
}

/** Sums of the columns the form adds up; sums that another section contradicts are told in place. */
function Totals({ table, columns, rows, section }: { table: Table; columns: readonly Field[]; rows: readonly Row[]; section: Section }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { check } = useWizard()
  const firstSum = columns.findIndex(({ id }) => table.totals.includes(id))
  const lead = firstSum < 0 ? columns.length : firstSum
  const apart = (check?.findings ?? []).filter((one) => one.outcome === 'notMet' && one.law === 'setting:form.totalTolerance'
    && (one.path === `${section.id}.${table.id}` || (table === section.tables[0] && sectionsNamed(one).includes(section.id))))
  return (
    <tfoot>
      <tr><td className="no" /><td colSpan={Math.max(1, lead)}><span>{t('grid.total', { n: rows.length })}</span></td>
        {columns.slice(Math.max(1, lead)).map((column) => (
          <td key={column.id} className={`num${apart.length > 0 && column.type === 'money' && table.totals.includes(column.id) ? ' bad' : ''}`}><span>
            {table.totals.includes(column.id) && (column.type === 'money' ? money(sumOf(rows, column.id)) : amount(sumOf(rows, column.id)))}</span></td>))}</tr>
      {apart.map((finding) => <tr key={finding.id}><td className="no" /><td colSpan={columns.length} className="apart"><span className="t-no"><Icon shape="noc" />{words(finding.because)}</span></td></tr>)}
    </tfoot>
  )
}

/** The current row with all its columns, also those the grid has no room for. */
function Detail({ table, path, line, no, locked, fixed, heading: Heading, onCopy, onDelete, onBegin, foot }: {
  table: Table; path: string; line: Line; no: number; locked: boolean; fixed: boolean; heading: 'h3' | 'h4'; onCopy: () => void; onDelete: () => void; onBegin: () => void; foot?: ReactNode
}) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const title = table.columns.find(({ id, type }) => (type === 'text' || type === 'person') && id !== table.oneRowPer) ?? table.columns[0]
  const key = table.columns.find(({ id }) => id === table.oneRowPer)?.options?.find((one) => one.value === line.key)
  const name = key ? words(key.words) : title ? words(title.options?.find((one) => one.value === line.row[title.id])?.words) || textOf(title, line.row[title.id]) : ''
  return (
    <section className="row-detail" aria-label={t('grid.row', { no, name })}>
      <div className="row between wrap"><Heading className="h4">{t('grid.row', { no, name })}</Heading>
        {!locked && !fixed && <span className="row"><button type="button" className="btn quiet sm" onClick={onCopy}>{t('grid.copy')}</button>
          <button type="button" className="btn quiet sm" onClick={onDelete}><Icon shape="bin" />{t('grid.delete')}</button></span>}</div>
      {line.real ? <div className="fields">{table.columns.filter(({ id }) => id !== table.oneRowPer).map((column) => (
        <FieldBox key={column.id} field={column} path={cellPath(path, line.id, column.id)} value={line.row[column.id] as Value | undefined} row={line.row} plainLaw />))}</div>
        : <p className="s mute">{t('grid.notBegun')} {!locked && <button type="button" className="btn sm" onClick={onBegin}>{t('grid.begin')}</button>}</p>}
      {foot}
    </section>
  )
}
