import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

export type FieldProps = {
  label: ReactNode
  required?: boolean
  help?: ReactNode
  error?: ReactNode
  hideLabel?: boolean
  className?: string
}

/** Label above, control, help and error below, tied together for readers of screens. */
export function Field({
  label,
  required,
  help,
  error,
  hideLabel,
  className = '',
  children,
}: FieldProps & {
  children: (ids: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': true | undefined
    'aria-required': true | undefined
  }) => ReactNode
}) {
  const { t } = useTranslation('shell')
  const id = useId()
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className={`f ${className}`}>
      <label className={hideLabel ? 'sr' : 'lb'} htmlFor={id}>
        {label}
        {required && <i className="req">{t('required')}</i>}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined, 'aria-required': required || undefined })}
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="err" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

type TextProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  onFocus?: () => void
  onBlur?: () => void
  readOnly?: boolean
  placeholder?: string
  autoFocus?: boolean
}

export function TextField({
  value,
  onChange,
  onBlur,
  readOnly,
  placeholder,
  type = 'text',
  ...field
}: TextProps & { type?: 'text' | 'search' | 'email' | 'tel' | 'url' | 'password' }) {
  return (
    <Field {...field}>
      {(ids) => (
        <input
          {...ids}
          className={field.error ? 'in bad' : 'in'}
          type={type}
          value={value}
          readOnly={readOnly}
          placeholder={placeholder}
          onBlur={onBlur}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export function LongField({ value, onChange, onFocus, onBlur, readOnly, placeholder, rows = 3, ...field }: TextProps & { rows?: number }) {
  return (
    <Field {...field}>
      {(ids) => (
        <textarea
          {...ids}
          className={field.error ? 'in bad' : 'in'}
          rows={rows}
          value={value}
          readOnly={readOnly}
          placeholder={placeholder}
          onFocus={onFocus}
          onBlur={onBlur}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A number as text while it is written; the unit stands behind it. */
export function NumberField({
  value,
  onChange,
  onBlur,
  readOnly,
  unit,
  step = 'any',
  min,
  max,
  ...field
}: FieldProps & {
  value: number | null | undefined
  onChange: (value: number | null) => void
  onBlur?: () => void
  readOnly?: boolean
  unit?: string
  step?: number | 'any'
  min?: number
  max?: number
}) {
  return (
    <Field {...field}>
      {(ids) => (
        <span className="with-unit">
          <input
            {...ids}
            className={field.error ? 'in num bad' : 'in num'}
            type="number"
            inputMode="decimal"
            step={step}
            min={min}
            max={max}
            readOnly={readOnly}
            value={value ?? ''}
            onBlur={onBlur}
            onChange={(event) => onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
          />
          {unit && <span className="faint">{unit}</span>}
        </span>
      )}
    </Field>
  )
}

export function SelectField({
  value,
  onChange,
  onBlur,
  choices,
  empty,
  disabled,
  ...field
}: FieldProps & {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  choices: readonly { value: string; label: string }[]
  empty?: string
  disabled?: boolean
}) {
  return (
    <Field {...field}>
      {(ids) => (
        <select
          {...ids}
          className={field.error ? 'in bad' : 'in'}
          value={value}
          disabled={disabled}
          onBlur={onBlur}
          onChange={(event) => onChange(event.target.value)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function CheckField({
  checked,
  onChange,
  children,
  disabled,
}: {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
  disabled?: boolean
}) {
  return (
    <label className="tick">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  )
}
