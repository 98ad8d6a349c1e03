import { useTranslation } from 'react-i18next'
import { useLanguage } from '../words.ts'
import { Control } from './control.tsx'
import { type Field, fieldsOf, type Schema } from './schema.ts'

export type Values = Record<string, unknown>
export type Faults = { readonly [path: string]: string }

/** The names of fields come with the command; parts of items have theirs in the catalogue. */
export function useFieldName(): (field: Pick<Field, 'name' | 'schema'>) => string {
  const { t, i18n } = useTranslation('steps')
  const language = useLanguage()
  return ({ name, schema }) =>
    (language === 'zh' ? schema['x-zh'] : schema['x-en']) || (i18n.exists(`steps:prop.${name}`) ? t(`prop.${name}` as 'prop.item') : name)
}

/** The fields of a command, or of one part of it, with native controls. */
export function SchemaFields({
  schema,
  values,
  onChange,
  faults,
  path = '',
}: {
  schema: Schema
  values: Values
  onChange: (values: Values) => void
  faults: Faults
  path?: string
}) {
  return (
    <>
      {fieldsOf(schema).map((field) => (
        <Control
          key={field.name}
          field={field}
          path={path + field.name}
          value={values[field.name]}
          faults={faults}
          onChange={(value) => onChange({ ...values, [field.name]: value })}
        />
      ))}
    </>
  )
}
