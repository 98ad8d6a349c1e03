import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExpertList } from '../../../registers/expert-rows.ts'
import { get } from '../../call.ts'
import { CheckField, LongField, SelectField, TextField } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useAround } from '../context.ts'
import type { ControlProps } from '../control.tsx'
import { useFieldName, type Values } from '../form.tsx'

/** People: experts of the pool, members of this panel, or names written down. */
export function People(props: ControlProps) {
  const { field } = props
  if (field.schema['x-source'] === 'experts') return <Experts {...props} />
  if (field.schema['x-source'] === 'designated') return <Designated {...props} />
  if (field.schema.type === 'string') return <Member {...props} />
  if (field.schema.items?.properties) return <Rows {...props} />
  return <Names {...props} />
}

function Experts({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('steps')
  const label = useFieldName()(field)
  const [filter, setFilter] = useState('')
  const { data } = useQuery({ queryKey: ['experts'], queryFn: ({ signal }) => get<ExpertList>('/experts', signal) })
  const { detail } = useAround()
  const designated = (detail?.case.file.designations as { expert: string; answer: string }[] | undefined) ?? []
  const sitting = new Set(designated.filter(({ answer }) => answer !== 'refused').map(({ expert }) => expert))
  const several = field.schema.type === 'array'
  const chosen = several ? ((value as string[] | undefined) ?? []) : []
  const pool = (data?.rows ?? []).filter((expert) => !sitting.has(expert.id))
  if (!several)
    return (
      <SelectField
        label={label}
        required={field.required}
        error={faults[path]}
        value={String(value ?? '')}
        onChange={onChange}
        empty={t('choose')}
        choices={pool.map((expert) => ({ value: expert.id, label: `${expert.name} · ${expert.employer}` }))}
      />
    )
  return (
    <fieldset className="group">
      <legend>
        {label} · {t('people.picked', { n: chosen.length })}
      </legend>
      <TextField label={t('people.filter')} type="search" value={filter} onChange={setFilter} />
      {pool.length === 0 && <p className="s mute">{t('people.none')}</p>}
      <div className="picks tall">
        {pool
          .filter((expert) =>
            `${expert.name}${expert.employer}${expert.fields.map(({ zh, en }) => zh + en).join('')}`.includes(filter.trim()),
          )
          .map((expert) => (
            <CheckField
              key={expert.id}
              checked={chosen.includes(expert.id)}
              onChange={(on) => onChange(on ? [...chosen, expert.id] : chosen.filter((id) => id !== expert.id))}
            >
              {expert.name} <span className="faint">{expert.employer}</span>
            </CheckField>
          ))}
      </div>
      {faults[path] && <p className="err">{faults[path]}</p>}
    </fieldset>
  )
}

/** Somebody who sits on this panel. */
function Member(props: ControlProps) {
  const { detail } = useAround()
  const members = (detail?.case.file.members as { person: string; name: string; left: object | null }[] | undefined) ?? []
  return <OneOf {...props} choices={members.filter(({ left }) => !left).map(({ person, name }) => ({ value: person, label: name }))} />
}

/** Somebody whose designation waits for an answer. */
function Designated(props: ControlProps) {
  const { detail } = useAround()
  const designations = (detail?.case.file.designations as { expert: string; name: string; answer: string }[] | undefined) ?? []
  return <OneOf {...props} choices={designations.filter(({ answer }) => answer === 'waiting').map(({ expert, name }) => ({ value: expert, label: name }))} />
}

function OneOf({ field, path, value, onChange, faults, choices }: ControlProps & { choices: { value: string; label: string }[] }) {
  const { t } = useTranslation('steps')
  const label = useFieldName()(field)
  return <SelectField label={label} required={field.required} error={faults[path]} value={String(value ?? '')} onChange={onChange} empty={t('choose')} choices={choices} />
}

function Rows({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('steps')
  const label = useFieldName()(field)
  const rows = (value as Values[] | undefined) ?? [{}]
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {rows.map((row, index) => (
        <div className="row top" key={index}>
          <TextField
            className="grow"
            label={`${t('people.name')} ${index + 1}`}
            required
            value={String(row.name ?? '')}
            onChange={(name) => onChange(rows.with(index, { ...row, name }))}
          />
          <TextField
            className="grow"
            label={`${t('people.org')} ${index + 1}`}
            value={String(row.org ?? '')}
            onChange={(org) => onChange(rows.with(index, { ...row, org }))}
          />
          <button
            type="button"
            className="btn quiet beside"
            aria-label={t('items.remove', { n: index + 1 })}
            onClick={() => onChange(rows.toSpliced(index, 1))}
          >
            <Icon shape="bin" />
          </button>
        </div>
      ))}
      {faults[path] && <p className="err">{faults[path]}</p>}
      <button type="button" className="btn" onClick={() => onChange([...rows, {}])}>
        <Icon shape="plus" />
        {t('rows.add')}
      </button>
    </fieldset>
  )
}

function Names({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('steps')
  const label = useFieldName()(field)
  const [written, setWritten] = useState(((value as string[] | undefined) ?? []).join('\n'))
  return (
    <LongField
      label={label}
      required={field.required}
      error={faults[path]}
      help={t('people.one')}
      value={written}
      onChange={(text) => {
        setWritten(text)
        onChange(
          text
            .split('\n')
            .map((name) => name.trim())
            .filter(Boolean),
        )
      }}
    />
  )
}
