import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/icon.tsx'
import { Segment } from '../../parts/segment.tsx'
import { LongField } from '../../parts/field.tsx'
import { useAround } from '../context.ts'
import type { ControlProps } from '../control.tsx'
import { SchemaFields, useFieldName, type Values } from '../form.tsx'
import { PlaceField } from './place.tsx'

/** A list of items, each a small form. Told once and together. */
export function Items(props: ControlProps) {
  const { field, path, value, onChange, faults } = props
  const { t } = useTranslation('steps')
  const label = useFieldName()(field)
  const { detail } = useAround()
  const written = (value as Values[] | undefined) ?? []
  // One item stands open from the start.
  const rows = written.length > 0 || !field.required ? written : [{}]
  const inside = field.schema.items ?? {}
  if (inside.properties?.about) return <PerApplication {...props} />
  const put = (index: number, row: Values) => onChange(rows.with(index, row))
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {rows.map((row, index) => (
        <div className="entry" key={index}>
          <div className="row between">
            <b>{t('items.no', { n: index + 1 })}</b>
            <button
              type="button"
              className="btn quiet sm"
              aria-label={t('items.remove', { n: index + 1 })}
              onClick={() => onChange(rows.toSpliced(index, 1))}
            >
              <Icon shape="bin" />
              {t('rows.remove')}
            </button>
          </div>
          {inside.properties?.path && detail && ['recognition', 'assessment'].includes(detail.case.procedure) ? (
            <>
              <PlaceField
                caseId={detail.case.id}
                value={String(row.path ?? '')}
                error={faults[`${path}.${index}.path`]}
                onChange={(place) => put(index, { ...row, path: place })}
              />
              <SchemaFields
                schema={{
                  ...inside,
                  properties: Object.fromEntries(Object.entries(inside.properties).filter(([name]) => name !== 'path')),
                }}
                values={row}
                onChange={(next) => put(index, next)}
                faults={faults}
                path={`${path}.${index}.`}
              />
            </>
          ) : (
            <SchemaFields schema={inside} values={row} onChange={(next) => put(index, next)} faults={faults} path={`${path}.${index}.`} />
          )}
        </div>
      ))}
      {faults[path] && <p className="err">{faults[path]}</p>}
      <button type="button" className="btn" onClick={() => onChange([...rows, {}])}>
        <Icon shape="plus" />
        {t('items.add')}
      </button>
    </fieldset>
  )
}

/** One opinion for each application the panel reviewed. */
function PerApplication({ field, value, onChange }: ControlProps) {
  const { t } = useTranslation('steps')
  const label = useFieldName()(field)
  const { detail } = useAround()
  const applications = (detail?.case.file.applications as { case: string; number: string; name: string }[] | undefined) ?? []
  const rows = (value as { about: string; opinion?: string; shortlist?: boolean }[] | undefined) ?? []
  const rowOf = (about: string) => rows.find((row) => row.about === about) ?? { about }
  const put = (about: string, change: object) =>
    onChange(applications.map((one) => (one.case === about ? { ...rowOf(about), ...change } : rowOf(one.case))))
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {applications.map((one) => {
        const row = rowOf(one.case)
        return (
          <div className="entry" key={one.case}>
            <div className="row between wrap">
              <b>
                {one.name} <span className="faint">{one.number}</span>
              </b>
              <Segment
                label={`${t('prop.shortlist')} ${one.name}`}
                value={row.shortlist === undefined ? null : row.shortlist ? 'yes' : 'no'}
                onChange={(answer) => put(one.case, { shortlist: answer === 'yes' })}
                choices={[
                  { value: 'yes', label: t('prop.shortlist'), tone: 'yes' },
                  { value: 'no', label: t('yesNo.no') },
                ]}
              />
            </div>
            <LongField label={t('prop.opinion')} required value={row.opinion ?? ''} onChange={(opinion) => put(one.case, { opinion })} />
          </div>
        )
      })}
    </fieldset>
  )
}
