import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BatchRow } from '../../../registers/batches.ts'
import type { BaseList } from '../../admin/shape.ts'
import { GradeMark } from '../../assess/grade.tsx'
import { useBoard } from '../../assess/query.ts'
import { get } from '../../call.ts'
import { CheckField, SelectField, TextField } from '../../parts/field.tsx'
import { plainName } from '../../parts/names.tsx'
import { getCases, useSession } from '../../queries.ts'
import { useWords } from '../../words.ts'
import { useAround } from '../context.ts'
import type { ControlProps } from '../control.tsx'
import { useFieldName } from '../form.tsx'

/** One of what the server knows: batches, bases, or the options of the schema. */
export function Choices({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('steps')
  const words = useWords()
  const label = useFieldName()(field)
  const source = field.schema['x-source']
  const { detail } = useAround()
  const { data } = useQuery({
    queryKey: ['batches', 'open'],
    enabled: source === 'batches',
    queryFn: ({ signal }) => get<BatchRow[]>('/batches', signal),
  })
  const common = { label, required: field.required, error: faults[path], value: typeof value === 'string' ? value : '', onChange }
  if (source === 'bases') return <Bases {...common} />
  if (source === 'batches')
    return <SelectField {...common} empty={t('choose')} choices={(data ?? []).filter(({ open }) => open).map((batch) => ({ value: batch.id, label: batch.name }))} />
  if (source === 'reviewed')
    return <SelectField {...common} empty={t('choose')} choices={((detail?.case.file.applications as { case: string; number: string; name: string }[] | undefined) ?? []).map((one) => ({ value: one.case, label: `${one.number} ${one.name}` }))} />
  const options = field.schema.enum ?? Object.keys(field.schema['x-options'] ?? {})
  if (options.length === 0) return <TextField {...common} />
  return (
    <SelectField
      {...common}
      empty={t('choose')}
      choices={options.map((one) => ({ value: one, label: words(field.schema['x-options']?.[one]) || one }))}
    />
  )
}

/** The bases within one's charge that stand; the server has the last word. */
function Bases(common: { label: string; required: boolean; error: string | undefined; value: string; onChange: (value: unknown) => void }) {
  const { t } = useTranslation('steps')
  const { assignments } = useSession()
  const { data } = useQuery({ queryKey: ['bases', {}], queryFn: ({ signal }) => get<BaseList>('/bases', signal) })
  const counties = assignments.flatMap(({ role, org }) => (role.startsWith('county.') ? [org.replace('county.', '')] : []))
  const rows = (data?.rows ?? []).filter(({ status, county }) => status !== 'revoked' && status !== 'left' && (counties.length === 0 || counties.includes(county.code)))
  return <SelectField {...common} empty={t('choose')} choices={rows.map((base) => ({ value: base.number, label: `${plainName(base.name)} · ${base.number}` }))} />
}

// What each source of cases lists.
const sources: Readonly<Record<string, { procedure: string; status: string; free?: '1' }>> = {
  // What a running panel has before it already is no choice.
  queued: { procedure: 'recognition', status: 'queued', free: '1' },
  approved: { procedure: 'recognition', status: 'approved' },
  gradeProposed: { procedure: 'assessment', status: 'proposed' },
  gradeDecided: { procedure: 'assessment', status: 'decided' },
  gradeCleared: { procedure: 'assessment', status: 'cleared' },
}

/** Several cases, each with a tick; of an assessment all that stand in the campaign's year, however many. */
export function Cases({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('steps')
  const label = useFieldName()(field)
  const { detail } = useAround()
  const source = sources[field.schema['x-source'] ?? 'approved']
  const ofYear = source?.procedure === 'assessment'
  const { data } = useQuery({ queryKey: ['cases', source], enabled: source !== undefined && !ofYear, queryFn: ({ signal }) => getCases({ ...source }, null, signal) })
  const board = useBoard(String(detail?.case.file.year ?? ''), ofYear)
  const chosen = (value as string[] | undefined) ?? []
  const rows = ofYear ? (board.data?.rows ?? []).filter(({ status }) => status === source?.status).map((row) => ({ id: row.case, title: row.name, number: row.number, grade: row.grade ?? row.proposed }))
    // A case does not join itself.
    : (data?.rows ?? []).filter(({ id }) => id !== detail?.case.id).map(({ id, title, number }) => ({ id, title, number, grade: null }))
  const all = rows.length > 0 && rows.every(({ id }) => chosen.includes(id))
  return (
    <fieldset className="group">
      <legend>
        {label}
        {chosen.length > 0 && ` · ${t('cases.picked', { n: chosen.length })}`}
      </legend>
      {rows.length === 0 && <p className="s mute">{t('cases.none')}{ofYear && t(`cases.because.${source?.status as 'proposed'}`)}</p>}
      {rows.length > 1 && <p><button type="button" className="btn sm" onClick={() => onChange(all ? [] : rows.map(({ id }) => id))}>{t(all ? 'cases.nobody' : 'cases.all')}</button></p>}
      <div className="picks">
        {rows.map((row) => (
          <CheckField key={row.id} checked={chosen.includes(row.id)} onChange={(on) => onChange(on ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))}>
            {row.title} <span className="faint">{row.number}</span> {row.grade && <GradeMark grade={row.grade} outcome="graded" />}
          </CheckField>
        ))}
      </div>
      {faults[path] && <p className="err">{faults[path]}</p>}
    </fieldset>
  )
}
