import { useId } from 'react'

export type Choice<Value extends string> = { value: Value; label: string; tone?: 'yes' | 'no' | 'mid'; count?: number; describe?: string }

/** A row of choices, one of them taken: a real radio group that looks like one control. */
export function Segment<Value extends string>({
  label,
  choices,
  value,
  onChange,
  disabled,
  className = 'seg',
  describedBy,
}: {
  label: string
  choices: readonly Choice<Value>[]
  value: Value | null | undefined
  onChange: (value: Value) => void
  disabled?: boolean
  className?: string
  describedBy?: string
}) {
  const name = useId()
  return (
    <span className={className} role="radiogroup" aria-label={label} aria-describedby={describedBy}>
      {choices.map((choice) => (
        <label key={choice.value} className={choice.value === value ? `on ${choice.tone ?? ''}` : undefined}>
          <input
            type="radio"
            className="sr"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={disabled}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
          {choice.count !== undefined && ` ${choice.count}`}
        </label>
      ))}
    </span>
  )
}
