import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileInfo } from '../../contract.ts'
import { attachmentsAsked, type MatterValues } from '../../procedures/major-matter/major-matter.form.ts'
import type { Matter } from '../../settings/matters/matter.ts'
import { filesMoved } from '../apply/context.ts'
import { Choose, OnItsWay } from '../apply/files.tsx'
import { send, unfit, useSending } from '../apply/sending.ts'
import { call } from '../call.ts'
import { sizeOf } from '../format.ts'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import '../css/wizard.css'

/** What the matter asks for as papers, what is there, what is on its way. */
export function MatterAttachments({ caseId, matter, values, files }: { caseId: string; matter: Matter; values: MatterValues; files: readonly FileInfo[] }) {
  const { t } = useTranslation('matters')
  const asked = attachmentsAsked(matter, values)
  if (asked.length === 0) return null
  return (
    <section aria-label={t('draft.attachments')}>
      <h3>{t('draft.attachments')}</h3>
      <ul className="matter-files">{asked.map((one) => <Attached key={one.code} caseId={caseId} code={one.code} name={one.words} required={one.required} files={files.filter(({ attachment }) => attachment === one.code)} />)}</ul>
    </section>
  )
}

function Attached({ caseId, code, name, required, files }: { caseId: string; code: string; name: Matter['words']; required: boolean; files: readonly FileInfo[] }) {
  const { t } = useTranslation(['matters', 'apply'])
  const words = useWords()
  const [wrong, setWrong] = useState<{ name: string; why: 'kind' | 'size' | 'empty' } | null>(null)
  const sending = useSending(caseId).filter((one) => one.code === code)
  return (
    <li data-path={`attachments.${code}`}>
      <div className="row wrap"><span><b>{code}</b> {words(name)}</span>{required ? <i className="req">{t('draft.required')}</i> : <span className="xs faint">{t('draft.optional')}</span>}</div>
      <ul className="handed">
        {files.map((file) => (
          <li key={file.id}><span className="st ok"><Icon shape="file" /><a href={`/api/files/${file.id}`} download={file.name}>{file.name}</a>　{sizeOf(file.size)}
            <button type="button" className="x" aria-label={t('draft.remove', { name: file.name })} onClick={() => void call('DELETE', `/files/${file.id}`).then(() => filesMoved(caseId))}><Icon shape="cross" /></button></span></li>
        ))}
        {sending.map((one) => <OnItsWay key={one.key} one={one} />)}
      </ul>
      <Choose label={t('draft.add', { name: words(name) })} several onFiles={(chosen) => {
        for (const file of chosen) {
          const why = unfit(file)
          setWrong(why && { name: file.name, why })
          if (!why) send(file, { caseId, code, slot: `attachments.${code}` })
        }
      }} />
      {wrong && <p className="err" role="alert">{t(`apply:files.unfit.${wrong.why}`, { name: wrong.name })}</p>}
    </li>
  )
}
