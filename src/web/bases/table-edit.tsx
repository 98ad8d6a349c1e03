import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, Check } from '../../contract.ts'
import type { TableShown } from '../../procedures/base/base.routes.ts'
import type { BaseRow } from '../../settings/base-tables/table.ts'
import { checkCreditCode } from '../../settings/codes.ts'
import { rowsAt } from '../apply/application.ts'
import { useStore, type Wizard, WizardContext, worstOf } from '../apply/context.ts'
import { Grid } from '../apply/grid.tsx'
import { call, newKey } from '../call.ts'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import { Note } from '../parts/states.tsx'
import { Fault } from '../shell/fault.tsx'
import { client, useSession } from '../queries.ts'
import { RowEvidence } from './row-evidence.tsx'
import { changesOf, faultsOf } from './table-changes.ts'
import { gridForm, gridSection, gridTable, pathOf, rowsFrom, valuesOf } from './table-form.ts'
import { openTableStore } from './table-store.ts'

/** The rows of one page in the grid of the application: arrows, Enter, rows pasted from a spreadsheet. They are entered together. `latest` is the version of the base now. */
export function TableEdit({ shown, rows, latest, onDone }: { shown: TableShown; rows: readonly BaseRow[]; latest: number; onDone: (says: string | null) => void }) {
  const { t } = useTranslation('bases')
  const { table, base, version } = shown
  const { person } = useSession()
  const [store] = useState(() => openTableStore(valuesOf(table, rows), version, keeping(`zhongshi.register.${person.id}.${base.number}.${table.id}`)))
  const [evidence, setEvidence] = useState<{ [row: string]: readonly string[] }>(() => Object.fromEntries(rows.map((row) => [row.id, row.evidence ?? []])))
  const [from, setFrom] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const [key] = useState(newKey)
  const { state, data } = useStore(store)
  const after = rowsFrom(rowsAt(data, pathOf(table)), evidence)
  const changes = changesOf(table, rows, after)
  const faults = faultsOf(table, changes.put)
  const check = useMemo<Check>(() => ({
    findings: faults.map(({ row, column, expected }) => ({ id: `field:${pathOf(table)}.${row}.${column}`, outcome: 'notMet' as const, section: 'E', path: `${pathOf(table)}.${row}.${column}`, law: table.law, says: expected, because: expected })),
    counts: { notMet: faults.length, needsReason: 0, needsJudgement: 0, notEvaluated: 0, met: 0 }, sections: [],
  }), [faults, table])
  const wizard = useWizardOf(shown, store, state, data, check, tried)
  const codes = codesToCompare(shown, changes.put)
  const count = changes.put.length + changes.drop.length

  async function enter() {
    setTried(true)
    if (faults.length > 0 || count === 0 || busy) return
    setBusy(true)
    setFault(null)
    try {
      await call('POST', `/cases/${base.case}/steps/keepTable`, { key, version: latest, body: { table: table.id, put: changes.put, drop: changes.drop, seen: version, ...(from && { from }), ...(note.trim() && { note: note.trim() }) } })
      store.set([])
      forget(`zhongshi.register.${person.id}.${base.number}.${table.id}`)
      await Promise.all([client.invalidateQueries({ queryKey: ['base'] }), client.invalidateQueries({ queryKey: ['watch'] })])
      onDone(t('table.saved', { put: changes.put.length, drop: changes.drop.length }))
    } catch (refused) {
      setFault(refused)
      setBusy(false)
    }
  }

  return (
    <WizardContext value={wizard}>
      <div className="stack">
        <p className="s mute">{t('table.editing')}</p>
        <Grid section={gridSection(table)} table={gridTable(table)} rowFoot={(row) => <RowEvidence shown={shown} ids={evidence[row.id] ?? []} onChange={(ids) => setEvidence((before) => ({ ...before, [row.id]: ids }))} />} />
        <section className="panel bd stack enter-bar" aria-label={t('table.save')}>
          {codes.length > 0 && <Note tone="am">{codes.map((code) => t('table.uscc', { code })).join(' ')}</Note>}
          {fault !== null && <Fault error={fault} />}
          <div className="row wrap">
            <DayField label={t('table.from')} help={t('table.fromHelp')} value={from} onChange={setFrom} min={shown.since} max={shown.today} />
            <TextField label={t('table.note')} value={note} onChange={setNote} />
            <span className="grow" />
            <span className="s" role="status">{tried && faults.length > 0 ? <b className="t-no">{t('table.faults', { n: faults.length })}</b> : count > 0 ? t('table.changes', { put: changes.put.length, drop: changes.drop.length }) : ''}</span>
            <button type="button" className="btn" onClick={() => { forget(`zhongshi.register.${person.id}.${base.number}.${table.id}`); onDone(null) }}>{t('table.cancel')}</button>
            <button type="button" className="btn primary" aria-disabled={count === 0 || busy || undefined} onClick={() => void enter()}>{busy ? t('table.saving') : t('table.save')}</button>
          </div>
        </section>
      </div>
    </WizardContext>
  )
}

function useWizardOf(shown: TableShown, store: Wizard['store'], state: Wizard['state'], data: Wizard['data'], check: Check, tried: boolean): Wizard {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const touch = useCallback((path: string) => setTouched((before) => (before.has(path) ? before : new Set([...before, path]))), [])
  const navigate = useNavigate()
  const goTo = useCallback(() => { void navigate({ to: '.', resetScroll: false }) }, [navigate])
  const form = useMemo(() => gridForm(shown.table), [shown.table])
  const findings = useMemo(() => worstOf(check), [check])
  const detail = useMemo(() => ({ case: { id: shown.base.case, number: shown.base.number, hosts: [] } }) as unknown as CaseDetail, [shown.base])
  return { detail, form, store, readOnly: false, state, data, check, findings, files: [], openOthers: false, setOpenOthers: () => {}, tried, touched, touch, target: null, goTo }
}

/** Codes in use exist that fail their check: they are asked about, not refused. */
function codesToCompare({ table }: TableShown, rows: readonly BaseRow[]): string[] {
  const keys = table.columns.filter(({ type }) => type === 'uscc').map(({ key }) => key)
  return [...new Set(rows.flatMap((row) => keys.map((key) => row[key]).filter((code): code is string => typeof code === 'string' && !checkCreditCode(code).valid)))]
}

const keeping = (name: string) => ({ read: () => localStorage.getItem(name), write: (text: string | null) => { if (text === null) localStorage.removeItem(name); else localStorage.setItem(name, text) } })
const forget = (name: string) => localStorage.removeItem(name)
