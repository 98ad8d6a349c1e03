import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetReport } from '../../procedures/base/base.sheet.routes.ts'
import type { BaseTable } from '../../settings/base-tables/table.ts'
import { call, newKey } from '../call.ts'
import { Dialog } from '../parts/dialog.tsx'
import { SelectField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Note } from '../parts/states.tsx'
import { Fault } from '../shell/fault.tsx'
import { client } from '../queries.ts'
import { useWords } from '../words.ts'

type Mode = 'add' | 'replace'

/** A spreadsheet taken back: looked at first, every fault told with its line; imported whole or not at all. */
export function SheetImport({ number, table, onClose }: { number: string; table: BaseTable; onClose: (says: string | null) => void }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [mode, setMode] = useState<Mode>('add')
  const [report, setReport] = useState<SheetReport | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const [key, setKey] = useState(newKey)

  async function send(chosen: File, how: Mode, check: boolean) {
    setBusy(true)
    setFault(null)
    try {
      const answer = await call<SheetReport>('POST', `/bases/${number}/tables/${table.id}/sheet?mode=${how}&check=${check}${!check && report ? `&seen=${report.seen}` : ''}`, { body: chosen, ...(!check && { key }) })
      setReport(answer)
      if (answer.written) {
        await client.invalidateQueries({ queryKey: ['base'] })
        onClose(t('sheet.written', answer))
      }
    } catch (refused) { setFault(refused) }
    setBusy(false)
  }
  const look = (chosen: File, how: Mode) => { setReport(null); setKey(newKey()); void send(chosen, how, true) }
  const writes = report ? report.added + report.changed + report.dropped : 0
  return (
    <Dialog labelledBy={id} onClose={() => onClose(null)} className="middle">
      <header><h2 id={id} className="grow">{t('sheet.title', { table: words(table.words) })}</h2></header>
      <div className="body stack">
        <p className="s mute">{t('sheet.says')}</p>
        <div className="row wrap">
          <button type="button" className="btn" data-first onClick={() => input.current?.click()}><Icon shape="file" />{file?.name ?? t('sheet.choose')}</button>
          <input ref={input} type="file" className="sr" tabIndex={-1} aria-hidden="true" accept=".xlsx" onChange={(event) => { const [chosen] = event.target.files ?? []; event.target.value = ''; if (chosen) { setFile(chosen); look(chosen, mode) } }} />
          <SelectField label={t('sheet.mode')} value={mode} onChange={(next) => { setMode(next as Mode); if (file) look(file, next as Mode) }} choices={[{ value: 'add', label: t('sheet.add') }, { value: 'replace', label: t('sheet.replace') }]} />
        </div>
        {busy && !report && <p className="s" role="status">{t('sheet.looking')}</p>}
        {fault !== null && <Fault error={fault} />}
        {report && <div role="status" className="stack">
          <p><b>{t('sheet.found', report)}</b></p>
          {report.faults.length > 0 ? <Note tone="no">{t('sheet.faults', { rows: report.faultyRows })}</Note> : writes === 0 && <Note tone="go">{t('sheet.nothing')}</Note>}
        </div>}
        {report && report.faults.length > 0 && (
          <Scroll label={t('sheet.faults', { rows: report.faultyRows })}>
            <table className="cards"><thead><tr><th scope="col">{t('sheet.line')}</th><th scope="col">{t('sheet.column')}</th><th scope="col">{t('sheet.text')}</th><th scope="col">{t('sheet.expected')}</th></tr></thead>
              <tbody>{report.faults.slice(0, 100).map((one, at) => <tr key={at}><td className="num">{one.row}</td><td>{words(one.name)}</td><td>{one.text}</td><td>{words(one.expected)}</td></tr>)}</tbody></table>
          </Scroll>)}
        {report && report.faults.length + report.more > 100 && <p className="s mute">{t('sheet.more', { n: report.faults.length + report.more - 100 })}</p>}
      </div>
      <footer><span className="grow" /><button type="button" className="btn" onClick={() => onClose(null)}>{t('sheet.close')}</button>
        <button type="button" className="btn primary" aria-disabled={busy || !file || report?.faults.length !== 0 || writes === 0 || undefined} onClick={() => { if (file && report?.faults.length === 0 && writes > 0 && !busy) void send(file, mode, false) }}>{t('sheet.write', { n: report ? report.added + report.changed : 0 })}</button></footer>
    </Dialog>
  )
}
