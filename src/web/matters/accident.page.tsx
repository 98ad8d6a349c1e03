import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepDone, StepInfo } from '../../contract.ts'
import { call, Refused } from '../call.ts'
import { NoBase } from '../bases/no-base.tsx'
import { Cite } from '../parts/cite.tsx'
import { SelectField } from '../parts/field.tsx'
import { plainName } from '../parts/names.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { casesMoved, useProcedures, useSession } from '../queries.ts'
import { useTitle } from '../shell/title.ts'
import { SchemaFields, useFieldName } from '../steps/form.tsx'
import type { Schema } from '../steps/schema.ts'
import { useStep } from '../steps/use-step.ts'
import { useListing } from '../words.ts'
import { reportHours, Statutory, useSpan } from './accident-view.tsx'
import { minutesBetween, type OwnBase, plusHours, useOwnBases, wallClock } from './queries.ts'
import '../css/matters.css'

const route = getRouteApi('/accident')

/** One column, one minute, one button: made for the phone of whoever stands beside it. */
export function AccidentPage() {
  const { t } = useTranslation('matters')
  useTitle(t('acc.title'))
  const { data: procedures } = useProcedures()
  const { data } = useOwnBases()
  const { base: asked } = route.useSearch()
  const [chosen, setChosen] = useState(asked ?? '')
  const step = procedures?.find(({ procedure }) => procedure === 'major-matter')?.steps.find((one) => one.step === 'report')
  const bases = data?.rows.filter(({ status }) => status !== 'revoked' && status !== 'left')
  if (!step || !bases) return <div className="page accident"><Skeleton rows={8} /></div>
  const base = bases.find(({ number }) => number === chosen) ?? (bases.length === 1 ? bases[0] : undefined)
  return (
    <div className="page accident stack">
      <div className="head"><div><h1>{t('acc.title')}</h1><p className="s mute">{t('acc.lead')}</p></div></div>
      <Statutory />
      {bases.length === 0 && <NoBase />}
      {bases.length > 1 && <SelectField label={t('acc.pickBase')} required value={base?.number ?? ''} onChange={setChosen} empty={t('draft.choose')} choices={bases.map(({ number, name }) => ({ value: number, label: plainName(name) }))} />}
      {base && <Report key={base.number} base={base} step={step} />}
    </div>
  )
}

/** Photographs follow with the written report: the first one must not wait for them. */
const withoutFiles = ({ properties, ...schema }: Schema): Schema => ({ ...schema, properties: Object.fromEntries(Object.entries(properties ?? {}).filter(([name]) => name !== 'files')) })

function Report({ base, step }: { base: OwnBase; step: StepInfo }) {
  const { t } = useTranslation('matters')
  const { today } = useSession()
  const navigate = useNavigate()
  const nameOf = useFieldName()
  const listing = useListing()
  const command = withoutFiles(step.command as Schema)
  const state = useStep<StepDone & { number: string }>({
    draftId: `accident.${base.number}`, command,
    // The same intention twice opens one case: the key of the opening follows from that of the report.
    perform: async (body, key) => {
      const opened = await call<{ id: string; number: string; version: number }>('POST', '/cases/major-matter', { body: { base: base.number, code: 'M11' }, key: `${key}-open` })
      return { ...(await call<StepDone>('POST', `/cases/${opened.id}/steps/report`, { body, key, version: opened.version })), number: opened.number }
    },
    onDone: ({ number }) => { void casesMoved(); void navigate({ to: '/cases/$number', params: { number } }) },
  })
  const values = state.values.occurredAt === undefined ? { ...state.values, occurredAt: `${today}T` } : state.values
  const marked = state.tried ? Object.fromEntries(state.missing.map((field) => [field.name, t('acc.missing', { what: lackOf(field) })])) : {}
  // Of a day without its time only the time lacks.
  function lackOf(field: (typeof state.missing)[number]): string { return field.look === 'instant' && /^\d/.test(String(values[field.name] ?? '')) ? t('acc.time') : nameOf(field) }
  const problem = state.fault instanceof Refused ? state.fault.problem : null
  return (
    <>
      <section className="panel">
        <div className="hd"><h2 className="h3">{plainName(base.name)}</h2><Cite law={step.law} /></div>
        <div className="bd fill" data-step><SchemaFields schema={command} values={values} onChange={state.change} faults={{ ...marked, ...state.faults }} /></div>
      </section>
      <footer>
        <div>
          <Clock occurredAt={String(values.occurredAt ?? '')} />
          {state.fault !== null && <Note tone="no" alert>{t('acc.failed')} {(problem?.refusals ?? []).map(({ reason }) => reason).join(' ')}</Note>}
          {state.tried && state.missing.length > 0 && <p className="s t-no" role="status">{t('acc.missing', { what: listing(state.missing.map(nameOf)) })}</p>}
          <button type="button" className="btn sign" aria-disabled={state.busy || undefined} onClick={() => void state.send()}>{t(state.busy ? 'acc.sending' : 'acc.send')}</button>
          <Link className="s" to="/matters">{t('title')}</Link>
        </div>
      </footer>
    </>
  )
}

/** How long ago it was, and by when it has to be told. */
function Clock({ occurredAt }: { occurredAt: string }) {
  const { t } = useTranslation('matters')
  const { today } = useSession()
  const span = useSpan()
  const [, turn] = useState(0)
  useEffect(() => { const every = setInterval(() => turn((n) => n + 1), 30_000); return () => clearInterval(every) }, [])
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(occurredAt)) return null
  const minutes = minutesBetween(occurredAt, wallClock(today))
  if (minutes < 0) return null
  const over = minutes > reportHours * 60
  return <p className={`clock24 ${over ? 't-no' : 't-am'}`} role="timer">{over ? t('acc.over', { span: span(minutes), hours: reportHours }) : t('acc.clock', { span: span(minutes), by: plusHours(occurredAt, reportHours) })}</p>
}
