import { memo, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Words } from '../../kernel/words.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { applies, computedOf, type Field, isNumeric, isRequired, type Row, type Value, valueIssue } from './application.ts'
import { Attached, OneFile } from './files.tsx'
import { set, useLock, useWizard, type Wizard } from './context.ts'
import { Control, YesNo } from './control.tsx'
import { OrgChoice } from './partners.tsx'
import { textOf } from './values.ts'

type Trouble = { says: string; bad: boolean }

/** One field with its name, unit, help, basis and what is wrong. Says why when it does not apply. */
export function FieldBox({ field, path, value, row, plainLaw }: { field: Field; path: string; value: Value | undefined; row?: Row; plainLaw?: boolean }) {
  const { data, store, touch, target } = useWizard()
  const lock = useLock()
  const trouble = useTrouble(field, path, value)
  if (field.attachment) return <Attached code={field.attachment} field={field} />
  const off = applies(field, data, row)
  if (off !== true) return <NotApplying path={path} label={field.words} why={off} />
  return <Box field={field} path={path} value={field.computed ? computedOf(field.computed, data) : value} row={field.type === 'org' ? row : undefined} plainLaw={plainLaw ?? false} store={store} touch={touch}
    locked={lock(path)} required={!field.computed && isRequired(field, data, row)} marked={target?.path === path} says={trouble?.says} bad={trouble?.bad ?? false} />
}

function NotApplying({ path, label, why }: { path: string; label: Words; why: Words }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  return <div className="f not-applying" data-path={path}><span className="lb">{words(label)}</span><p className="s faint">{t('notApplicable', { why: words(why) })}</p></div>
}

type BoxProps = { field: Field; path: string; value: Value | undefined; row: Row | undefined; plainLaw: boolean; locked: boolean; required: boolean; marked: boolean; says: string | undefined; bad: boolean } & Pick<Wizard, 'store' | 'touch'>

/** What is seen of a field. A key pressed in one field draws that one anew, not all of its section. */
const Box = memo(function Box({ field, path, value, row, plainLaw, locked, required, marked, says, bad, store, touch }: BoxProps) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const id = useId()
  const label = words(field.words)
  const enter = () => store.enter(path)
  const leave = () => { store.leave(path); touch(path) }
  const change = (next: Value) => set(store, path, next)
  const help = [field.help && words(field.help), field.type === 'longText' && field.maxLength ? t('characters', { n: [...String(value ?? '')].length, max: field.maxLength }) : ''].filter(Boolean).join(' · ')
  const described = [help && `${id}-help`, says && `${id}-trouble`].filter(Boolean).join(' ') || undefined
  const ids = { id, 'aria-describedby': described, 'aria-invalid': bad || undefined, 'aria-required': required || undefined } as const
  const wide = field.type === 'longText' || field.mustBeYes ? ' wide-field' : ''
  const isGroup = field.type === 'bool' && !field.mustBeYes
  const name = <>{label}{required && <i className="req">{t('required')}</i>}{field.personal && <span className="xs faint" title={t('personalSays')}>　{t('personal')}</span>}</>
  return (
    <div className={`f box${wide}${marked ? ' marked' : ''}`} data-path={path}>
      {!field.mustBeYes && <div className="row lb-row">{isGroup || field.computed || field.filledBy ? <span className="lb">{name}</span> : <label className="lb" htmlFor={id}>{name}</label>}
        {field.law && !plainLaw && <Cite law={field.law} />}</div>}
      {face()}
      {help && <p className="help" id={`${id}-help`}>{help}</p>}
      {says && <p className={bad ? 'err' : 'err t-am'} id={`${id}-trouble`}>{!bad && <Icon shape="warn" />}{says}</p>}
    </div>
  )

  function face(): ReactNode {
    if (field.computed) return <output className="computed">{shown()}</output>
    if (field.filledBy) return <p className="computed faint">{value ? String(value) : t('byOrganiser')}</p>
    if (field.mustBeYes) return <label className="tick"><input type="checkbox" {...ids} disabled={locked} checked={value === true} onFocus={enter} onBlur={leave} onChange={(event) => change(event.target.checked)} /><span>{name}</span></label>
    if (isGroup) return <div><YesNo label={label} value={value} locked={locked} describedBy={described} onChange={(next) => { touch(path); change(next) }} /></div>
    if (field.type === 'org') return <OrgChoice ids={ids} path={path} value={value} locked={locked} row={row} onChange={change} />
    if (field.type === 'file') return <OneFile ids={ids} value={value} locked={locked} onChange={change} label={label} />
    return <span className={field.unit ? 'with-unit' : undefined}>
      <Control field={field} value={value} onChange={change} ids={ids} bad={bad} locked={locked} onEnter={enter} onLeave={leave} />
      {field.unit && <span className="faint">{words(field.unit)}</span>}</span>
  }

  function shown(): string {
    if (value === undefined || value === null) return t('notYet')
    return `${isNumeric(field) ? textOf(field, value) : value}${field.unit ? ` ${words(field.unit)}` : ''}`
  }
})

/** What is wrong here, in words: refused by the server, not of its kind, or found by the pre-check. A gap is told only where somebody was. */
export function useTrouble(field: Field, path: string, value: Value | undefined): Trouble | null {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { state, tried, touched, findings } = useWizard()
  const refused = state.refused[path]
  if (refused) return { says: t('refused', { expected: refused }), bad: true }
  if (state.conflicts.some((one) => one.path === path)) return { says: t('inConflict'), bad: true }
  const empty = value === undefined || value === null || value === ''
  const issue = !empty && touched.has(path) ? valueIssue(field, value) : undefined
  if (issue) return { says: t('expected', { expected: words(issue.expected) }), bad: true }
  const finding = findings.get(path)
  if (!finding || (finding.id === `field:${path}` && (empty ? !tried && !touched.has(path) : valueIssue(field, value) === undefined))) return null
  return { says: words(finding.because), bad: finding.outcome === 'notMet' }
}
