import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { fields } from '../../settings/fields.ts'
import { call, get, newKey, pathOf } from '../call.ts'
import { CheckField, Field, SelectField, TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Demo, Name } from '../parts/names.tsx'
import { Mark } from '../parts/status.tsx'
import { client, useSession } from '../queries.ts'
import { useListing, useWords } from '../words.ts'
import { Find, FormDialog, ListPage, Table } from './list.tsx'
import type { ExpertList, ExpertRow } from './shape.ts'

const route = getRouteApi('/experts')

export function ExpertsPage() {
  const { t } = useTranslation(['admin', 'shell'])
  const words = useWords()
  const { q } = route.useSearch()
  const listing = useListing()
  const navigate = route.useNavigate()
  const query = useQuery({ queryKey: ['experts', q ?? ''], queryFn: ({ signal }) => get<ExpertList>(pathOf('/experts', { q }), signal) })
  const { assignments } = useSession()
  const mayWrite = assignments.some(({ role }) => role === 'city.officer' || role === 'city.lead')
  const [writing, setWriting] = useState<Writing | null>(null)
  return (
    <>
    <ListPage
      title={t('experts.title')}
      action={
        mayWrite && (
          <button type="button" className="btn primary" onClick={() => setWriting(fresh)}>
            <Icon shape="plus" />
            {t('experts.add')}
          </button>
        )
      }
      lead={query.data && t('shell:list.total', { count: query.data.total })}
      query={query}
      empty={t('experts.empty')}
      isEmpty={({ rows }) => rows.length === 0}
      tools={<Find value={q} onFind={(q) => void navigate({ search: { q } })} />}
    >
      {({ rows }) => (
        <Table heads={[t('person'), t('experts.employer'), t('experts.jobTitle'), t('experts.fields'), t('experts.region'), t('experts.state'), '']}>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <b>{row.name}</b>
                {row.demo && <Demo />}
              </td>
              <td>
                <Name name={row.employer} />
              </td>
              <td>
                {words(row.titleWords)} · {words(row.specialtyWords)}
              </td>
              <td>{listing(row.fields.map(words))}</td>
              <td>
                {row.region} {row.inCity && <span className="faint">{t('experts.inCity')}</span>}
              </td>
              <td>
                <Mark family={row.active ? 'ok' : 'void'} words={t(row.active ? 'experts.active' : 'experts.inactive')} />
              </td>
              <td className="c-act">
                {mayWrite && (
                  <button type="button" className="btn sm" onClick={() => setWriting(writingOf(row))} aria-label={`${t('edit')} ${row.name}`}>
                    {t('edit')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </ListPage>
      {writing && <Form start={writing} onClose={() => setWriting(null)} />}
    </>
  )
}

type Writing = Pick<ExpertRow, 'name' | 'employer' | 'title' | 'specialty' | 'region' | 'inCity' | 'active'> & {
  fields: string[]
  known: Pick<ExpertRow, 'id' | 'version'> | null
}
const fresh: Writing = { name: '', employer: '', title: '', specialty: '', region: '', inCity: false, active: true, fields: [], known: null }
const writingOf = ({ id, version, fieldIds, ...row }: ExpertRow): Writing => ({ ...row, fields: fieldIds, known: { id, version } })

const titles = ['senior', 'associateSenior', 'middle'] as const
const specialties = ['technical', 'finance', 'management', 'safety'] as const
const mostFields = 6

/** What the pool says of an expert. Employers over time, avoidance and telephone are the expert's own to keep. */
function Form({ start, onClose }: { start: Writing; onClose: () => void }) {
  const { t } = useTranslation('admin')
  const words = useWords()
  const [value, setValue] = useState(start)
  const put = (change: Partial<Writing>) => setValue({ ...value, ...change })
  const { known } = start
  const { employer, title, specialty, region, inCity } = value
  const facts = { employer, title, specialty, fields: value.fields, region, inCity }
  const save = () =>
    (known
      ? call('PATCH', `/experts/${known.id}`, { body: { ...facts, available: value.active }, version: known.version })
      : call('POST', '/experts', { body: { name: value.name, ...facts }, key: newKey() })
    ).then(() => client.invalidateQueries({ queryKey: ['experts'] }))
  return (
    <FormDialog title={known ? t('experts.change', { name: start.name }) : t('experts.add')} onClose={onClose} save={save}>
      {!known && <TextField label={t('person')} required value={value.name} onChange={(name) => put({ name })} />}
      <TextField label={t('experts.employer')} required value={employer} onChange={(next) => put({ employer: next })} />
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
        <CheckField checked={value.active} onChange={(active) => put({ active })}>
          {t('experts.available')}
        </CheckField>
      )}
    </FormDialog>
  )
}
