import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileInfo } from '../../contract.ts'
import { call, Refused } from '../call.ts'
import { percent, sizeOf } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { applies, type Field, type Value } from './application.ts'
import { filesMoved, useLock, useWizard } from './context.ts'
import type { Ids } from './control.tsx'
import { accepted, again, drop, send, type Sending, unfit, useSending } from './sending.ts'

type Unfit = { name: string; why: NonNullable<ReturnType<typeof unfit>> }

/** All files of one code of the list of attachments: what is asked, what is there, what is on its way. */
export function Attached({ code, field }: { code: string; field?: Field }) {
  const { t } = useTranslation('apply')
  const { form, data, files, detail, tried, touched, target, findings } = useWizard()
  const words = useWords()
  const locked = useLock()(`attachments.${code}`)
  const [wrong, setWrong] = useState<Unfit[]>([])
  const sending = useSending(detail.case.id).filter((one) => one.code === code)
  const item = form.attachments.find((one) => one.code === code)
  if (!item) return null
  const path = `attachments.${code}`
  const name = words(item.words)
  const off = applies(item, data)
  if (off !== true) return <div className="f not-applying" data-path={path}><span className="lb">{code} {name}</span><p className="s faint">{t('notApplicable', { why: words(off) })}</p></div>
  const mine = files.filter((file) => file.attachment === code)
  const finding = findings.get(path)
  const lacking = item.required && mine.length === 0 && sending.length === 0
  const tell = lacking ? tried || touched.has(path) : finding !== undefined && mine.length > 0
  return (
    <div className={`f attachment wide-field${target?.path === path ? ' marked' : ''}`} data-path={path}>
      <div className="row lb-row wrap"><span className="lb"><b>{code}</b> {name}{item.required && <i className="req">{t('required')}</i>}</span>{item.law && <Cite law={item.law} />}
        <span className="grow" />{mine.length > 0 && <span className="xs t-ok"><Icon shape="okc" />{t('files.there', { n: mine.length })}</span>}</div>
      <p className="help">{t('files.checked', { what: words(item.check) })}{field?.help && !words(item.check).includes(words(field.help)) && ` · ${words(field.help)}`}</p>
      <ul className="handed">
        {mine.map((file) => <OneOf key={file.id} file={file} locked={locked} />)}
        {sending.map((one) => <OnItsWay key={one.key} one={one} />)}
      </ul>
      {!locked && <Choose label={t('files.addTo', { code, name })} several onFiles={(chosen) => {
        const judged = chosen.map((file) => ({ file, why: unfit(file) }))
        setWrong(judged.flatMap(({ file, why }) => (why ? [{ name: file.name, why }] : [])))
        for (const { file, why } of judged) if (!why) send(file, { caseId: detail.case.id, code, slot: path })
      }} />}
      {wrong.map((one) => <p key={one.name} className="err" role="alert">{t(`files.unfit.${one.why}`, { name: one.name })}</p>)}
      {tell && finding && <p className={finding.outcome === 'notMet' ? 'err' : 'err t-am'}>{words(finding.because)}</p>}
    </div>
  )
}

/** One file as the answer of a field. */
export function OneFile({ ids, value, locked, onChange, label }: { ids: Ids; value: Value | undefined; locked: boolean; onChange: (value: Value) => void; label: string }) {
  const { t } = useTranslation('apply')
  const { files, detail } = useWizard()
  const [wrong, setWrong] = useState<Unfit | null>(null)
  const slot = ids.id ?? label
  const sending = useSending(detail.case.id).filter((one) => one.slot === slot)
  const file = files.find(({ id }) => id === value)
  return (
    <div className="one-file">
      {file ? <ul className="handed"><OneOf file={file} locked={locked} onGone={() => onChange(null)} /></ul> : value ? <p className="s faint">{t('files.gone')}</p> : null}
      <ul className="handed">{sending.map((one) => <OnItsWay key={one.key} one={one} />)}</ul>
      {!locked && !file && sending.length === 0 && <Choose label={t('files.chooseFor', { name: label })} id={ids.id} onFiles={([chosen]) => {
        if (!chosen) return
        const why = unfit(chosen)
        setWrong(why && { name: chosen.name, why })
        if (!why) send(chosen, { caseId: detail.case.id, code: null, slot }, onChange)
      }} />}
      {wrong && <p className="err" role="alert">{t(`files.unfit.${wrong.why}`, { name: wrong.name })}</p>}
    </div>
  )
}

/** A button that opens the file chooser, and takes files that are dropped on it. Limits stand beside it. */
export function Choose({ label, several, onFiles, id }: { label: string; several?: boolean; onFiles: (files: File[]) => void; id?: string | undefined }) {
  const { t } = useTranslation('apply')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <div className={over ? 'choose over' : 'choose'} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); onFiles([...event.dataTransfer.files].slice(0, several ? undefined : 1)) }}>
      <button type="button" className="btn sm" id={id} aria-label={label} onClick={() => input.current?.click()}><Icon shape="plus" />{t('files.choose')}</button>
      <input ref={input} type="file" className="sr" tabIndex={-1} aria-hidden="true" multiple={several} accept={accepted} onChange={(event) => { onFiles([...(event.target.files ?? [])]); event.target.value = '' }} />
      <span className="xs faint">{t('files.limits')}</span>
    </div>
  )
}

function OneOf({ file, locked, onGone }: { file: FileInfo; locked: boolean; onGone?: () => void }) {
  const { t } = useTranslation('apply')
  const { detail } = useWizard()
  const [fault, setFault] = useState('')
  const remove = async () => {
    setFault('')
    try {
      await call('DELETE', `/files/${file.id}`)
      onGone?.()
      await filesMoved(detail.case.id)
    } catch (refused) {
      setFault(refused instanceof Refused ? refused.problem.title : '')
      if (onGone && refused instanceof Refused && refused.problem.status === 409) onGone()
    }
  }
  return (
    <li><span className="st ok"><Icon shape="file" /><a href={`/api/files/${file.id}`} download={file.name}>{file.name}</a>　{sizeOf(file.size)}
      {!locked && <button type="button" className="x" aria-label={t('files.remove', { name: file.name })} onClick={() => void remove()}><Icon shape="cross" /></button>}</span>
      {fault && <span className="err" role="alert">{fault}</span>}</li>
  )
}

export function OnItsWay({ one }: { one: Sending }) {
  const { t } = useTranslation('apply')
  const says = one.state === 'failed' ? one.why || t('files.failed') : one.state === 'waiting' && !navigator.onLine ? t('files.paused', { share: percent(one.share) })
    : one.state === 'waiting' ? t('files.waiting', { share: percent(one.share) }) : t('files.sending', { share: percent(one.share) })
  return (
    <li><span className={`st ${one.state === 'failed' ? 'no' : one.state === 'waiting' ? 'back' : 'go'}`} role={one.state === 'failed' ? 'alert' : undefined}><Icon shape={one.state === 'failed' ? 'noc' : 'sync'} />{one.name}　{says}
      {one.state === 'failed' && <button type="button" className="link" onClick={() => again(one.key)}>{t('files.again')}</button>}
      <button type="button" className="x" aria-label={t('files.stop', { name: one.name })} onClick={() => drop(one.key)}><Icon shape="cross" /></button></span>
      {one.state === 'sending' && <progress max={1} value={one.share} aria-label={one.name} />}</li>
  )
}
