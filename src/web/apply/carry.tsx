import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow } from '../../contract.ts'
import { get } from '../call.ts'
import type { ApplicationView } from '../material/application.query.ts'
import { CheckField, SelectField } from '../parts/field.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Note } from '../parts/states.tsx'
import { getCases } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useWords } from '../words.ts'
import { disassemble, type Value } from './application.ts'
import { useWizard } from './context.ts'
import { carried } from './carried.ts'

/** Filled once: what an earlier application of the same institution said, into places that are still empty. */
export function CarryButton({ section, banner }: { section?: string; banner?: boolean }) {
  const { t } = useTranslation('apply')
  const [open, setOpen] = useState(false)
  const { state, readOnly } = useWizard()
  const earlier = useEarlier()
  const written = Object.keys(state.values).filter((path) => !path.startsWith('A.') && !path.startsWith('B.')).length
  if (readOnly || state.unlocked !== null || state.shut || earlier.length === 0) return null
  if (banner && written > 0) return null
  const button = <button type="button" className="btn sm" onClick={() => setOpen(true)}>{t('carry.open')}</button>
  return (
    <>
      {banner ? <Note tone="go" action={button}>{t('carry.offer', { n: earlier.length })}</Note> : button}
      {open && <CarryDialog earlier={earlier} only={section} onClose={() => setOpen(false)} />}
    </>
  )
}

function useEarlier(): CaseRow[] {
  const { detail } = useWizard()
  const lead = detail.case.hosts[0]?.org
  const { data } = useQuery({ queryKey: ['cases', 'earlier', lead], staleTime: 60_000, queryFn: ({ signal }) => getCases({ procedure: 'recognition', sort: 'number' }, null, signal) })
  return (data?.rows ?? []).filter((row) => row.id !== detail.case.id && row.hosts[0]?.org === lead && row.status !== 'draft')
}

function CarryDialog({ earlier, only, onClose }: { earlier: readonly CaseRow[]; only: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const id = useId()
  const { form, state, store } = useWizard()
  const [from, setFrom] = useState(earlier[0]?.id ?? '')
  const [sections, setSections] = useState<readonly string[]>(only ? [only] : form.sections.map((one) => one.id).filter((one) => one !== 'M'))
  const { data, error } = useQuery({ queryKey: ['application', 'earlier', from], queryFn: ({ signal }) => get<ApplicationView>(`/cases/${from}/application`, signal) })
  const changes = data ? carried(form, disassemble(data.data) as Record<string, Value>, state.values, sections) : []
  return (
    <Dialog labelledBy={id} onClose={onClose} className="middle">
      <header><h2 id={id} className="grow">{t('carry.open')}</h2></header>
      <div className="body stack">
        <SelectField label={t('carry.from')} value={from} onChange={setFrom} choices={earlier.map((row) => ({ value: row.id, label: `${row.number} ${row.title}` }))} />
        <fieldset className="group"><legend>{t('sections')}</legend><div className="picks">{form.sections.filter((one) => one.id !== 'M').map((one) => (
          <CheckField key={one.id} checked={sections.includes(one.id)} onChange={(on) => setSections(on ? [...sections, one.id] : sections.filter((other) => other !== one.id))}>{one.id} {words(one.words)}</CheckField>))}</div></fieldset>
        {error && <Fault error={error} />}
        <p className="s mute" role="status">{t('carry.found', { n: changes.length })} {t('carry.says')}</p>
      </div>
      <footer><span className="grow" /><button type="button" className="btn" onClick={onClose}>{t('back')}</button>
        <button type="button" className="btn primary" aria-disabled={changes.length === 0 || undefined} onClick={() => { if (changes.length > 0) { store.set(changes); onClose() } }}>{t('carry.do')}</button></footer>
    </Dialog>
  )
}
