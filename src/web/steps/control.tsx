import { useTranslation } from 'react-i18next'
import { DayField } from '../parts/day-field.tsx'
import { Field, LongField, NumberField, SelectField, TextField } from '../parts/field.tsx'
import { InstantField } from '../parts/instant-field.tsx'
import { Segment } from '../parts/segment.tsx'
import { useWords } from '../words.ts'
import { Answers } from './controls/answers.tsx'
import { Checklist } from './controls/checklist.tsx'
import { Cases, Choices } from './controls/choices.tsx'
import { Demands, Remedies, Verification } from './controls/demands.tsx'
import { Files } from './controls/files.tsx'
import { Items } from './controls/items.tsx'
import { NoticeRows } from './controls/notice-rows.tsx'
import { Orgs } from './controls/orgs.tsx'
import { People } from './controls/people.tsx'
import { Pool } from './controls/pool.tsx'
import { Ticks } from './controls/ticks.tsx'
import { type Faults, SchemaFields, useFieldName, type Values } from './form.tsx'
import type { Field as FieldOf } from './schema.ts'

export type ControlProps = { field: FieldOf; path: string; value: unknown; onChange: (value: unknown) => void; faults: Faults }

/** The control that fits a field. */
export function Control(props: ControlProps) {
  const { field, path, value, onChange, faults } = props
  const { schema, look, required, name } = field
  const { t } = useTranslation('steps')
  const words = useWords()
  const label = useFieldName()(field)
  const error = faults[path] ?? Object.entries(faults).find(([at]) => at.startsWith(`${path}.`))?.[1]
  const common = { label, required, error }
  if (schema.properties && !schema.items) {
    return (
      <fieldset className="group">
        <legend>{label}</legend>
        <SchemaFields schema={schema} values={(value as Values) ?? {}} onChange={onChange} faults={faults} path={`${path}.`} />
        {error && <p className="err">{error}</p>}
      </fieldset>
    )
  }
  if (name === 'answers' && look === 'items' && schema.items?.properties?.item) return <Answers {...props} />
  switch (look) {
    case 'text':
      return schema.enum || schema['x-source'] ? <Choices {...props} /> : <TextField {...common} value={text(value)} onChange={onChange} />
    case 'longText':
      return (
        <LongField
          {...common}
          rows={4}
          value={text(value)}
          onChange={onChange}
          help={
            schema.minLength && schema.minLength > 1
              ? t('characters', { n: [...text(value).trim()].length, min: schema.minLength })
              : undefined
          }
        />
      )
    case 'secret':
      return <TextField {...common} value={text(value)} onChange={onChange} help={t('notKept')} />
    case 'date':
      return <DayField {...common} value={text(value)} onChange={onChange} />
    case 'instant':
      return <InstantField {...common} value={text(value)} onChange={onChange} />
    case 'money':
      return <NumberField {...common} step={0.01} value={value as number | null} onChange={onChange} />
    case 'number':
      return <NumberField {...common} min={schema.minimum} max={schema.maximum} value={value as number | null} onChange={onChange} />
    case 'choice': {
      const options = Object.entries(schema['x-options'] ?? {})
      if (schema['x-source']) return <Choices {...props} />
      return options.length > 4 ? (
        <SelectField
          {...common}
          value={text(value)}
          onChange={onChange}
          empty={t('choose')}
          choices={options.map(([one, name]) => ({ value: one, label: words(name) }))}
        />
      ) : (
        <Field {...common}>
          {(ids) => (
            <div id={ids.id}>
              <Segment
                label={label}
                value={text(value)}
                onChange={onChange}
                choices={options.map(([one, name]) => ({ value: one, label: words(name) }))}
              />
            </div>
          )}
        </Field>
      )
    }
    case 'yes':
      if (schema.const === true)
        return (
          <label className="tick">
            <input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked || undefined)} />
            <span>{label}</span>
          </label>
        )
      return (
        <Field {...common}>
          {(ids) => (
            <div id={ids.id}>
              <Segment
                label={label}
                value={value === undefined ? null : value ? 'yes' : 'no'}
                onChange={(one) => onChange(one === 'yes')}
                choices={[
                  { value: 'yes', label: t('yesNo.yes') },
                  { value: 'no', label: t('yesNo.no') },
                ]}
              />
            </div>
          )}
        </Field>
      )
    case 'items':
      return <Items {...props} />
    case 'checklist':
      return <Checklist {...props} />
    case 'orgs':
      return <Orgs {...props} />
    case 'people':
      return <People {...props} />
    case 'cases':
      return <Cases {...props} />
    case 'files':
      return <Files {...props} />
    case 'noticeRows':
      return <NoticeRows {...props} />
    case 'ticks':
      return <Ticks {...props} />
    case 'pool':
      return <Pool {...props} />
    case 'demands':
      return <Demands {...props} />
    case 'remedies':
      return <Remedies {...props} />
    case 'verification':
      return <Verification {...props} />
    case 'score':
    case 'visit':
    case 'hidden':
      return null
  }
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
