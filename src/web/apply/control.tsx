import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Calendar, opensCalendar } from '../parts/day-field.tsx'
import { Segment } from '../parts/segment.tsx'
import { useWords } from '../words.ts'
import { type Field, isNumeric, type Value } from './application.ts'
import { rawTextOf, textOf, valueFrom } from './values.ts'

export type Ids = { id?: string; 'aria-describedby'?: string | undefined; 'aria-invalid'?: true | undefined; 'aria-required'?: true | undefined; 'aria-label'?: string }
type Props = {
  field: Field; value: Value | undefined; onChange: (value: Value) => void; ids: Ids; bad?: boolean; locked?: boolean
  onEnter?: () => void; onLeave?: () => void; onKeyDown?: (event: KeyboardEvent) => void
  /** A cell of a grid that begins to be written: it takes the focus; `initial` is the key that began it. */
  takesFocus?: boolean; initial?: string
}

/** The native control of a field. What is written goes out with every key; numbers and dates are set in order on leaving. */
export function Control(props: Props) {
  const { field, value, onChange, ids, bad, locked, onEnter, onLeave } = props
  const { t } = useTranslation('apply')
  const words = useWords()
  const look = bad ? 'in bad' : 'in'
  if (field.type === 'enum') {
    const known = value === undefined || value === null || field.options?.some((one) => one.value === value)
    return (
      <select {...ids} className={look} disabled={locked} value={typeof value === 'string' ? value : ''} ref={props.takesFocus ? focusOnce : undefined} onFocus={onEnter} onBlur={onLeave} onKeyDown={props.onKeyDown}
        onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{t('choose')}</option>
        {!known && <option value={String(value)}>{String(value)}</option>}
        {field.options?.map((option) => <option key={option.value} value={option.value}>{words(option.words)}</option>)}
      </select>
    )
  }
  if (field.type === 'longText') return <Long {...props} look={look} />
  if (field.type === 'date' && !props.takesFocus) return <Day {...props} look={look} />
  return <Line {...props} look={look} />
}

function Line({ field, value, onChange, ids, locked, onEnter, onLeave, onKeyDown, takesFocus, initial, look }: Props & { look: string }) {
  const { t } = useTranslation('apply')
  const [text, setText] = useState<string | null>(initial ?? null)
  const place = useRef<HTMLInputElement>(null)
  const byPointer = useRef(false)
  // 1,286.40 becomes 1286.4 under the hand, and with that the browser forgets that all of it was selected: who comes with the keys replaces.
  const byKeys = text !== null && !takesFocus
  useLayoutEffect(() => { if (byKeys && !byPointer.current) place.current?.select() }, [byKeys])
  useLayoutEffect(() => { if (takesFocus) place.current?.focus() }, [takesFocus])
  const numeric = isNumeric(field)
  const hint = field.type === 'date' ? t('hint.date') : field.type === 'month' ? t('hint.month') : undefined
  return (
    <input {...ids} type="text" className={numeric ? `${look} num` : look} inputMode={numeric ? 'decimal' : undefined} placeholder={hint} readOnly={locked} autoComplete="off"
      ref={place} value={text ?? textOf(field, value)} onPointerDown={() => { byPointer.current = true }}
      onFocus={() => { if (!locked) setText(initial ?? rawTextOf(value)); onEnter?.() }} onKeyDown={onKeyDown}
      onChange={(event) => { setText(event.target.value); onChange(valueFrom(field, event.target.value)) }}
      onBlur={() => {
        if (text !== null && field.type === 'text' && text !== text.trim()) onChange(text.trim() || null)
        setText(null)
        byPointer.current = false
        onLeave?.()
      }} />
  )
}

const focusOnce = (control: HTMLElement | null) => control?.focus()

/** A day is written the one way it is shown everywhere; the browser's own calendar stands beside it. */
function Day(props: Props & { look: string }) {
  const { value, onChange, locked } = props
  const pick = useRef<HTMLInputElement>(null)
  return (
    <span className="day-in"><Line {...props} onKeyDown={(event) => { opensCalendar(event, pick.current); props.onKeyDown?.(event) }} />
      {!locked && <Calendar place={pick} day={typeof value === 'string' ? value : ''} onPick={onChange} />}</span>
  )
}

/** Grows with what is written; a remark nobody has to make begins small. */
const Long = ({ value, onChange, ids, locked, onEnter, onLeave, onKeyDown, takesFocus, look }: Props & { look: string }) => (
  <textarea {...ids} ref={takesFocus ? focusOnce : undefined} className={`${look} growing${ids['aria-required'] ? ' long' : ''}`} rows={ids['aria-required'] ? 3 : 1} readOnly={locked} value={rawTextOf(value)} onFocus={onEnter} onBlur={onLeave} onKeyDown={onKeyDown}
    onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)} />
)

/** Yes or no as a pair of real radio buttons. */
export function YesNo({ label, value, onChange, locked, describedBy }: { label: string; value: Value | undefined; onChange: (value: boolean) => void; locked?: boolean; describedBy?: string }) {
  const { t } = useTranslation('shell')
  return <Segment label={label} value={value === true ? 'yes' : value === false ? 'no' : null} disabled={locked} describedBy={describedBy} onChange={(one) => onChange(one === 'yes')}
    choices={[{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }]} />
}
