import { type KeyboardEvent, type Ref, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayFrom } from './day.ts'
import { Field, type FieldProps } from './field.tsx'
import '../css/day-field.css'

type DayFieldProps = FieldProps & { value: string; onChange: (day: string) => void; onBlur?: () => void; readOnly?: boolean; min?: string; max?: string }

/**
 * A day is written the way it is shown everywhere, whatever the language of the browser. What is not a day yet stays in the
 * box and counts as nothing; when the box is left it is told.
 */
export function DayField({ value, onChange, onBlur, readOnly, min, max, ...field }: DayFieldProps) {
  const { t } = useTranslation('shell')
  const [written, setWritten] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const pick = useRef<HTMLInputElement>(null)
  const wrong = left && written !== null && written.trim() !== '' && dayFrom(written) === null
  return (
    <Field {...field} error={field.error ?? (wrong ? t('day.expected') : undefined)}>
      {(ids) => (
        <span className="day-in">
          <input
            {...ids}
            type="text"
            className={field.error || wrong ? 'in bad' : 'in'}
            inputMode="numeric"
            autoComplete="off"
            placeholder={t('day.hint')}
            value={written ?? value}
            readOnly={readOnly}
            onFocus={() => setLeft(false)}
            onKeyDown={(event) => opensCalendar(event, pick.current)}
            onChange={(event) => {
              setWritten(event.target.value)
              const day = dayFrom(event.target.value) ?? ''
              if (day !== value) onChange(day)
            }}
            onBlur={() => {
              if (written !== null && (dayFrom(written) !== null || written.trim() === '')) setWritten(null)
              setLeft(true)
              onBlur?.()
            }}
          />
          {!readOnly && (
            <Calendar
              place={pick}
              day={value}
              min={min}
              max={max}
              onPick={(day) => {
                setWritten(null)
                onChange(day)
              }}
            />
          )}
        </span>
      )}
    </Field>
  )
}

/**
 * The browser's own calendar, for those who point; the keys open it with Alt and the arrow down, as in every box that has a
 * list. Beside the box that can be written in it would only be read out a second time.
 */
export function Calendar({
  place,
  day,
  min = '1900-01-01',
  max = '2100-12-31',
  onPick,
}: {
  place: Ref<HTMLInputElement>
  day: string
  min?: string
  max?: string
  onPick: (day: string) => void
}) {
  return (
    <input
      ref={place}
      type="date"
      className="pick"
      tabIndex={-1}
      aria-hidden="true"
      value={dayFrom(day) ?? ''}
      min={min}
      max={max}
      onChange={(event) => {
        if (event.target.value) onPick(event.target.value)
      }}
    />
  )
}

export function opensCalendar(event: KeyboardEvent, calendar: HTMLInputElement | null) {
  if (event.key !== 'ArrowDown' || !event.altKey || !calendar) return
  event.preventDefault()
  calendar.showPicker()
}
