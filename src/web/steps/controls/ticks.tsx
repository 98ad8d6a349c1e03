import { useTranslation } from 'react-i18next'
import { CheckField } from '../../parts/field.tsx'
import { useWords } from '../../words.ts'
import type { ControlProps } from '../control.tsx'
import { useFieldName } from '../form.tsx'
import '../../css/inspection.css'

/** Several of the options of the schema, each with a tick. */
export function Ticks({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('steps')
  const words = useWords()
  const label = useFieldName()(field)
  const chosen = (value as string[] | undefined) ?? []
  const options = Object.entries(field.schema['x-options'] ?? {})
  return (
    <fieldset className="group">
      <legend>
        {label}
        {chosen.length > 0 && ` · ${t('cases.picked', { n: chosen.length })}`}
      </legend>
      <div className="picks columns">
        {options.map(([one, name]) => (
          <CheckField
            key={one}
            checked={chosen.includes(one)}
            onChange={(on) => onChange(options.map(([id]) => id).filter((id) => (id === one ? on : chosen.includes(id))))}
          >
            {words(name)}
          </CheckField>
        ))}
      </div>
      {faults[path] && <p className="err">{faults[path]}</p>}
    </fieldset>
  )
}
