import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExpertImport } from '../../registers/expert-table.ts'
import { Table } from '../admin/list.tsx'
import { call } from '../call.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Note } from '../parts/states.tsx'
import { client } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useWords } from '../words.ts'

type Looked = { file: File; found: ExpertImport }

/** A spreadsheet is looked at first; only one without a fault can be written, and then all of it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['pool', 'shell'])
  const id = useId()
  const [looked, setLooked] = useState<Looked | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const send = async (file: File, write: boolean) => {
    setBusy(true)
    setFault(null)
    try {
      const found = await call<ExpertImport>('POST', `/experts/import?write=${write}`, { body: file })
      setLooked({ file, found })
      if (found.written) await client.invalidateQueries({ queryKey: ['experts'] })
    } catch (refused) {
      setLooked(null)
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  const found = looked?.found
  const ready = found && found.faults.length === 0 && !found.written
  return (
    <Dialog labelledBy={id} onClose={onClose}>
      <header>
        <h2 id={id}>{t('importing.title')}</h2>
      </header>
      <div className="body stack">
        <p className="s mute">{t('importing.note')}</p>
        <div className="row wrap">
          <a className="btn" href="/api/experts/template.xlsx" download>
            <Icon shape="down" />
            {t('importing.template')}
          </a>
          <label className="btn" data-first>
            <Icon shape="up" />
            {t('importing.choose')}
            <input
              type="file"
              className="sr"
              accept=".xlsx"
              onChange={(event) => {
                const [file] = event.target.files ?? []
                event.target.value = ''
                if (file) void send(file, false)
              }}
            />
          </label>
          {looked && <span className="s">{t('importing.chosen', { name: looked.file.name })}</span>}
        </div>
        <div role="status">
          {busy && <p className="s">{t('importing.checking')}</p>}
          {!busy && ready && <Note tone="ok">{t('importing.sound', { n: found.adds })}</Note>}
          {!busy && found?.written && <Note tone="ok">{t('importing.done', { n: found.adds })}</Note>}
          {!busy && found && found.faults.length > 0 && (
            <Note tone="no">
              {t('importing.faults', { n: found.faults.length })} {t('importing.again')}
            </Note>
          )}
        </div>
        {found && found.faults.length > 0 && <Faults faults={found.faults} />}
        {fault !== null && <Fault error={fault} title={t('shell:error.title')} />}
      </div>
      <footer>
        <span className="grow" />
        <button type="button" className="btn" onClick={onClose}>
          {t('importing.close')}
        </button>
        {ready && (
          <button type="button" className="btn primary" aria-disabled={busy || undefined} onClick={() => !busy && void send(looked.file, true)}>
            {t('importing.write', { n: found.adds })}
          </button>
        )}
      </footer>
    </Dialog>
  )
}

function Faults({ faults }: { faults: ExpertImport['faults'] }) {
  const { t } = useTranslation('pool')
  const words = useWords()
  return (
    <Scroll label={t('importing.says')}>
      <Table heads={[t('importing.row'), t('importing.column'), t('importing.says')]}>
        {faults.map(({ row, column, says }, index) => (
          <tr key={index}>
            <td className="nowrap">{row}</td>
            <td className="nowrap">{column}</td>
            <td>{words(says)}</td>
          </tr>
        ))}
      </Table>
    </Scroll>
  )
}
