import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDay } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import { lastDayOfTerm } from '../../regulation/jinzhong-2023/article-14-director.ts'
import type { MatterField } from '../../settings/matters/matter.ts'
import { get, pathOf } from '../call.ts'
import { DayField } from '../parts/day-field.tsx'
import { Field, LongField, NumberField, SelectField, TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Segment } from '../parts/segment.tsx'
import { useWords } from '../words.ts'

type Value = string | number | boolean | string[] | null
type Props = { field: MatterField; value: unknown; error: string | undefined; now: string | null; from: unknown; isTerm: boolean; onChange: (value: Value) => void; onFocus: () => void; onBlur: () => void }

/** One answer of the draft; the value of the register it replaces stands over it. */
export function DraftField({ field, value, error, now, from, isTerm, onChange, onFocus, onBlur }: Props) {
  const { t } = useTranslation('matters')
  const words = useWords()
  const wide = field.type === 'longText' || field.type === 'orgs' || field.replaces !== undefined
  const common = { label: words(field.words), required: field.required, error, help: field.help && words(field.help) }
  const term = field.id === 'to' && isTerm && typeof from === 'string' && isDay(from) ? lastDayOfTerm(from) : null
  return (
    <div className={wide ? 'wide' : undefined} data-path={`m.${field.id}`} onFocus={onFocus} onBlur={onBlur}>
      {now !== null && <p className="now">{t('draft.now', { value: now || t('draft.nothing') })}</p>}
      {control()}
      {term && value !== term && <button type="button" className="btn quiet sm" onClick={() => onChange(term)}>{t('draft.fiveYears', { day: term })}</button>}
    </div>
  )

  function control() {
    switch (field.type) {
      case 'text': return <TextField {...common} value={textOf(value)} onChange={onChange} />
      case 'month': return <TextField {...common} value={textOf(value)} placeholder={t('draft.month')} onChange={onChange} />
      case 'longText': return <LongField {...common} rows={3} value={textOf(value)} onChange={onChange} />
      case 'day': return <DayField {...common} value={textOf(value)} onChange={onChange} />
      case 'number': return <NumberField {...common} min={0} value={numberOf(value)} onChange={onChange} />
      case 'money': return <NumberField {...common} min={0} step={0.01} unit={t('draft.unit')} value={numberOf(value)} onChange={onChange} />
      case 'area': return <NumberField {...common} min={0} unit={t('draft.squareMetre')} value={numberOf(value)} onChange={onChange} />
      case 'yes': return (
        <Field {...common}>{(ids) => <div id={ids.id}><Segment label={common.label} value={value === undefined || value === null ? null : value === true ? 'yes' : 'no'} onChange={(one) => onChange(one === 'yes')} choices={[{ value: 'yes', label: t('draft.yes') }, { value: 'no', label: t('draft.no') }]} /></div>}</Field>
      )
      case 'choice': return (field.options ?? []).length > 3
        ? <SelectField {...common} value={textOf(value)} onChange={onChange} empty={t('draft.choose')} choices={(field.options ?? []).map((one) => ({ value: one.value, label: words(one.words) }))} />
        : <Field {...common}>{(ids) => <div id={ids.id}><Segment label={common.label} value={textOf(value) || null} onChange={onChange} choices={(field.options ?? []).map((one) => ({ value: one.value, label: words(one.words) }))} /></div>}</Field>
      case 'orgs': return <Orgs {...common} value={Array.isArray(value) ? (value as string[]) : []} onChange={onChange} />
    }
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const numberOf = (value: unknown) => (typeof value === 'number' ? value : null)

type Found = { rows: { id: string; name: string; county: { words: Words } | null }[] }
/** Institutions of the register in their order; the first one leads. */
function Orgs({ label, required, help, error, value, onChange }: { label: string; required: boolean; help: string | undefined; error: string | undefined; value: readonly string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation('matters')
  const words = useWords()
  const [q, setQ] = useState('')
  const [names, setNames] = useState<Record<string, string>>({})
  const { data } = useQuery({ queryKey: ['partners', q], enabled: q.trim().length >= 2, queryFn: ({ signal }) => get<Found>(pathOf('/organisations/partners', { q: q.trim() }), signal) })
  const found = data?.rows.filter(({ id }) => !value.includes(id)).slice(0, 6) ?? []
  return (
    <Field label={label} required={required} help={help} error={error}>
      {(ids) => (
        <div id={ids.id}>
          <ul className="chips">
            {value.map((id, at) => (
              <li key={id}>
                {at === 0 && <b>{t('draft.lead')} </b>}<Name name={names[id] ?? id} />
                <button type="button" aria-label={t('draft.removeOrg', { name: names[id] ?? id })} onClick={() => onChange(value.filter((one) => one !== id))}><Icon shape="cross" /></button>
              </li>
            ))}
          </ul>
          <TextField label={t('draft.orgs')} type="search" value={q} onChange={setQ} />
          <ul className="found">
            {found.map((one) => (
              <li key={one.id}>
                <span className="grow"><Name name={one.name} /> <span className="faint">{words(one.county?.words)}</span></span>
                <button type="button" className="btn sm" onClick={() => { setNames({ ...names, [one.id]: one.name }); onChange([...value, one.id]); setQ('') }}>{t('draft.addOrg')}</button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Field>
  )
}
