import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../parts/dialog.tsx'
import { LongField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Note } from '../parts/states.tsx'
import { useWords } from '../words.ts'
import type { Field, Table } from './application.ts'
import { linesOf, type Pasted, pasted, sheetOf, takes } from './tsv.ts'

/** An empty sheet with the names of the columns. */
export function SheetButton({ table }: { table: Table }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  return (
    <button type="button" className="btn sm wide" onClick={() => {
      const headings = table.columns.filter(takes).map((column) => (column.unit ? t('paste.heading', { name: words(column.words), unit: words(column.unit) }) : words(column.words)))
      const address = URL.createObjectURL(new Blob([sheetOf(headings)], { type: 'text/csv' }))
      const link = Object.assign(document.createElement('a'), { href: address, download: `${words(table.words)}.csv` })
      link.click()
      setTimeout(() => URL.revokeObjectURL(address), 10_000)
    }}><Icon shape="down" />{t('paste.sheet')}</button>
  )
}

/** For those who do not paste with keys: a place to paste into, and what would become of it. */
export function PasteButton({ table, columns, onPaste }: { table: Table; columns: readonly Field[]; onPaste: (text: string) => void }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const found = text ? pasted(linesOf(text), table, columns.map((one) => one.id), 0) : null
  const close = () => setText(null)
  return (
    <>
      <button type="button" className="btn sm paste-open" onClick={() => setText('')}>{t('paste.open')}</button>
      {text !== null && (
        <Dialog labelledBy={id} onClose={close} className="middle">
          <header><h2 id={id} className="grow">{t('paste.title', { table: words(table.words) })}</h2></header>
          <div className="body stack">
            <p className="s mute">{t('paste.says', { columns: columns.map((column) => words(column.words)).join(t('comma')) })}</p>
            <LongField label={t('paste.here')} rows={8} value={text} onChange={setText} autoFocus />
            {found && <p className="s" role="status">{t('paste.found', { rows: found.rows.length })}{found.named && t('paste.named')}{found.left.length > 0 && <span className="t-am">{t('paste.left', { n: found.left.length })}</span>}</p>}
          </div>
          <footer><span className="grow" /><button type="button" className="btn" onClick={close}>{t('back')}</button>
            <button type="button" className="btn primary" aria-disabled={!found?.rows.length || undefined} onClick={() => { if (found?.rows.length) { onPaste(text); close() } }}>{t('paste.add')}</button></footer>
        </Dialog>
      )}
    </>
  )
}

/** What a paste did, and which cells found no place. */
export function PasteTold({ told, onClose }: { told: Pasted; onClose: () => void }) {
  const { t } = useTranslation('apply')
  return (
    <div className="pad" role="status"><Note tone={told.left.length > 0 ? 'am' : 'ok'} action={<button type="button" className="btn sm" onClick={onClose}>{t('understood')}</button>}>
      {t('paste.done', { rows: told.rows.length })}{told.left.length > 0 && ` ${t('paste.leftList', { list: told.left.slice(0, 8).map(({ line, text }) => t('paste.leftOne', { line, text })).join(t('comma')) })}`}</Note></div>
  )
}
