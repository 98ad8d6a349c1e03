import { useTranslation } from 'react-i18next'
import { DayField } from './day-field.tsx'
import { Field, type FieldProps } from './field.tsx'

/** A day and a time of the city: "2026-11-23T08:10"; half of it is kept until the other half is there. */
export function InstantField({ value, onChange, ...field }: FieldProps & { value: string; onChange: (instant: string) => void }) {
  const { t } = useTranslation('shell')
  const [day = '', time = ''] = value.split('T')
  const put = (nextDay: string, nextTime: string) => onChange(nextDay || nextTime ? `${nextDay}T${nextTime}` : '')
  // A day that is there is not marked wrong because its time lacks.
  const timeLacks = day !== '' && time === ''
  return (
    <div className="when">
      <DayField {...field} error={timeLacks ? undefined : field.error} value={day} onChange={(next) => put(next, time)} />
      <Field label={t('timeOfDay')} required={field.required} error={timeLacks ? field.error : undefined}>
        {(ids) => <input {...ids} type="time" className={field.error ? 'in bad' : 'in'} value={time} onChange={(event) => put(day, event.target.value)} />}
      </Field>
    </div>
  )
}
