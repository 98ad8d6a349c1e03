import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExpertCard } from '../../registers/expert-rows.ts'
import { fields } from '../../settings/fields.ts'
import { FormDialog } from '../admin/list.tsx'
import { call, newKey } from '../call.ts'
import { CheckField, Field, SelectField, TextField } from '../parts/field.tsx'
import { client } from '../queries.ts'
import { useWords } from '../words.ts'
import { AwayField, EmployersField } from './periods.tsx'

type Writing = Pick<ExpertCard, 'name' | 'employer' | 'title' | 'specialty' | 'region' | 'inCity' | 'active' | 'employers' | 'away'> & {
  phone: string
  email: string
  fields: string[]
  known: Pick<ExpertCard, 'id' | 'version'> | null
}
export const fresh: Writing = { name: '', employer: '', title: '', specialty: '', region: '', inCity: false, active: true, employers: [], away: [], phone: '', email: '', fields: [], known: null }
export const writingOf = ({ id, version, fieldIds, phone, email, ...card }: ExpertCard): Writing => ({ ...card, phone: phone ?? '', email: email ?? '', fields: fieldIds, known: { id, version } })

const titles = ['senior', 'associateSenior', 'middle'] as const
const specialties = ['technical', 'finance', 'management', 'safety'] as const
const mostFields = 6

/** What the pool says of an expert. */
export function ExpertForm({ start, onClose }: { start: Writing; onClose: () => void }) {
  const { t } = useTranslation(['admin', 'pool'])
  const words = useWords()
  const [value, setValue] = useState(start)
  const put = (change: Partial<Writing>) => setValue({ ...value, ...change })
  const { known } = start
  const { title, specialty, region, inCity } = value
  const facts = { title, specialty, fields: value.fields, region, inCity }
  const save = () =>
    (known
      ? call('PATCH', `/experts/${known.id}`, {
          body: { ...facts, employers: value.employers, away: value.away, phone: value.phone.trim() || null, email: value.email.trim() || null, available: value.active },
          version: known.version,
        })
      : call('POST', '/experts', { body: { name: value.name, employer: value.employer, ...facts }, key: newKey() })
    ).then(() => Promise.all([client.invalidateQueries({ queryKey: ['experts'] }), client.invalidateQueries({ queryKey: ['expert'] })]))
  return (
    <FormDialog title={known ? t('experts.change', { name: start.name }) : t('experts.add')} onClose={onClose} save={save}>
      {!known && <TextField label={t('person')} required value={value.name} onChange={(name) => put({ name })} />}
      {!known && <TextField label={t('experts.employer')} required value={value.employer} onChange={(employer) => put({ employer })} />}
      <SelectField
        label={t('experts.jobTitle')}
        required
        value={title}
        onChange={(next) => put({ title: next })}
        empty={t('grants.choose')}
        choices={titles.map((one) => ({ value: one, label: t(`experts.titles.${one}`) }))}
      />
      <SelectField
        label={t('experts.specialty')}
        required
        value={specialty}
        onChange={(next) => put({ specialty: next })}
        empty={t('grants.choose')}
        choices={specialties.map((one) => ({ value: one, label: t(`experts.specialties.${one}`) }))}
      />
      <TextField label={t('experts.region')} required value={region} onChange={(next) => put({ region: next })} />
      <CheckField checked={inCity} onChange={(next) => put({ inCity: next })}>
        {t('experts.inCity')}
      </CheckField>
      <Field label={t('experts.fieldsMost', { n: mostFields })}>
        {(ids) => (
          <div className="picks" id={ids.id}>
            {fields.map((field) => (
              <CheckField
                key={field.id}
                checked={value.fields.includes(field.id)}
                disabled={!value.fields.includes(field.id) && value.fields.length >= mostFields}
                onChange={(on) => put({ fields: on ? [...value.fields, field.id] : value.fields.filter((id) => id !== field.id) })}
              >
                {words(field.words)}
              </CheckField>
            ))}
          </div>
        )}
      </Field>
      {known && (
        <>
          <EmployersField value={value.employers} onChange={(employers) => put({ employers })} />
          <AwayField value={value.away} onChange={(away) => put({ away })} />
          <TextField type="tel" label={t('profile.phone')} value={value.phone} onChange={(phone) => put({ phone })} />
          <TextField type="email" label={t('pool:email')} value={value.email} onChange={(email) => put({ email })} />
          <CheckField checked={value.active} onChange={(active) => put({ active })}>
            {t('experts.available')}
          </CheckField>
        </>
      )}
    </FormDialog>
  )
}
