import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { divisions } from '../../settings/divisions.ts'
import { hostTypes } from '../../settings/fields.ts'
import { call, newKey } from '../call.ts'
import { DayField } from '../parts/day-field.tsx'
import { SelectField, TextField } from '../parts/field.tsx'
import { client } from '../queries.ts'
import { useWords } from '../words.ts'
import { FormDialog } from './list.tsx'
import type { OrganisationRow } from './shape.ts'

type Facts = 'name' | 'uscc' | 'usccNote' | 'hostType' | 'legalRepresentative' | 'establishedOn' | 'address' | 'phone'
type Writing = Record<Facts, string> & { division: string; kind: string }

const start = (row: OrganisationRow | null): Writing => ({
  name: row?.name ?? '',
  uscc: row?.uscc ?? '',
  usccNote: row?.usccNote ?? '',
  hostType: row?.hostType ?? '',
  legalRepresentative: row?.legalRepresentative ?? '',
  establishedOn: row?.establishedOn ?? '',
  address: row?.address ?? '',
  phone: row?.phone ?? '',
  division: row?.county?.code ?? '',
  kind: 'host',
})

// What may be emptied; the others keep their value.
const emptied = new Set<string>(['address', 'phone', 'legalRepresentative', 'establishedOn'])

/** The register card of an institution: a new one, one kept by the city, or one's own (`path` /organisation). */
export function OrganisationForm({
  row,
  path,
  ofCity,
  onClose,
}: {
  row: OrganisationRow | null
  path: string
  ofCity: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('admin')
  const words = useWords()
  const [value, setValue] = useState(() => start(row))
  const put = (name: keyof Writing) => (text: string) => setValue({ ...value, [name]: text })
  const save = () => {
    const before = start(row)
    const body = Object.fromEntries(
      Object.entries(value)
        .filter(([name, text]) => (row ? name !== 'kind' && text !== before[name as keyof Writing] : text !== ''))
        .map(([name, text]) => [name, text === '' && emptied.has(name) ? null : text]),
    )
    return (row ? call('PATCH', path, { body, version: row.version }) : call('POST', path, { body, key: newKey() })).then(() =>
      client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('organisation') }),
    )
  }
  return (
    <FormDialog title={row ? t('organisations.change') : t('organisations.add')} onClose={onClose} save={save}>
      <TextField label={t('name')} required value={value.name} onChange={put('name')} />
      {!row && (
        <SelectField
          label={t('organisations.kind')}
          required
          value={value.kind}
          onChange={put('kind')}
          choices={(['host', 'client', 'other'] as const).map((one) => ({ value: one, label: t(`organisations.kinds.${one}`) }))}
        />
      )}
      <TextField label={t('organisations.uscc')} value={value.uscc} onChange={put('uscc')} />
      <TextField
        label={t('organisations.usccNote')}
        help={t('organisations.usccNoteHelp')}
        value={value.usccNote}
        onChange={put('usccNote')}
      />
      <SelectField
        label={t('organisations.hostType')}
        value={value.hostType}
        onChange={put('hostType')}
        empty={t('grants.choose')}
        choices={hostTypes.map((one) => ({ value: one.id, label: words(one.words) }))}
      />
      {ofCity && (
        <SelectField
          label={t('organisations.county')}
          value={value.division}
          onChange={put('division')}
          empty={t('grants.choose')}
          choices={divisions.map((one) => ({ value: one.code, label: words(one.words) }))}
        />
      )}
      <TextField label={t('organisations.address')} value={value.address} onChange={put('address')} />
      <TextField type="tel" label={t('organisations.phone')} value={value.phone} onChange={put('phone')} />
      <TextField
        label={t('organisations.legalRepresentative')}
        value={value.legalRepresentative}
        onChange={put('legalRepresentative')}
      />
      <DayField
        label={t('organisations.establishedOn')}
        value={value.establishedOn}
        onChange={put('establishedOn')}
      />
    </FormDialog>
  )
}
