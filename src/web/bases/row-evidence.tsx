import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence, TableShown } from '../../procedures/base/base.routes.ts'
import { Icon } from '../parts/icon.tsx'
import { upload } from '../upload.ts'
import { useWords } from '../words.ts'

/** The papers that prove one row: put down to the base, named by the row once it is entered. */
export function RowEvidence({ shown, ids, onChange }: { shown: TableShown; ids: readonly string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [fresh, setFresh] = useState<readonly Pick<Evidence, 'id' | 'name'>[]>([])
  const [sending, setSending] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  if (!shown.table.evidence) return null
  const known = new Map([...shown.files, ...fresh].map((file) => [file.id, file.name]))

  async function send(file: File) {
    setSending(file.name)
    setFailed(null)
    try {
      const sent = await upload(file, { caseId: shown.base.case }, () => {}).done
      setFresh((before) => [...before, sent])
      onChange([...ids, sent.id])
    } catch { setFailed(file.name) }
    setSending(null)
  }
  return (
    <div className="evidence-row" role="group" aria-label={t('table.evidence')}>
      <div className="row wrap"><b className="s">{t('table.evidence')}</b><span className="xs faint">{words(shown.table.evidence)}</span></div>
      <ul className="handed">
        {ids.map((id) => (
          <li key={id}><span className="st ok"><Icon shape="file" /><a href={`/api/files/${id}`} download={known.get(id) ?? id}>{known.get(id) ?? id}</a>
            <button type="button" className="x" aria-label={t('table.remove', { name: known.get(id) ?? id })} onClick={() => onChange(ids.filter((one) => one !== id))}><Icon shape="cross" /></button></span></li>
        ))}
      </ul>
      {sending ? <p className="s" role="status">{t('table.sending', { name: sending })}</p>
        : <button type="button" className="btn sm" onClick={() => input.current?.click()}><Icon shape="plus" />{t('table.file')}</button>}
      <input ref={input} type="file" className="sr" tabIndex={-1} aria-hidden="true" onChange={(event) => { const [file] = event.target.files ?? []; event.target.value = ''; if (file) void send(file) }} />
      {failed && <p className="err" role="alert">{t('table.sendFailed', { name: failed })}</p>}
    </div>
  )
}
