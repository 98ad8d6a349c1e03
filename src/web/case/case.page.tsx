import { getRouteApi, Link } from '@tanstack/react-router'
import { Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { instantOf } from '../format.ts'
import { materialOf } from '../material/registry.ts'
import { Name, plainName } from '../parts/names.tsx'
import { useFieldName } from '../parts/field-name.ts'
import { StageLine } from '../parts/stage-line.tsx'
import { Skeleton } from '../parts/states.tsx'
import { Status } from '../parts/status.tsx'
import { useCase, useProcedureName, useProcedures, useStatuses } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { StepDialog } from '../steps/dialog.tsx'
import { StepPanel } from '../steps/panel.tsx'
import { fieldsOf, type Schema } from '../steps/schema.ts'
import { useWords } from '../words.ts'
import { Papers } from './papers.tsx'
import { Steps } from './steps.tsx'
import { Trail } from './trail.tsx'

const route = getRouteApi('/cases/$number')

/** The one pattern for every procedure: head, then history, material, and what may be done. */
export function CasePage() {
  const { number } = route.useParams()
  const { data: detail, error, refetch } = useCase(number)
  useTitle(detail ? `${detail.case.title || detail.case.number} ${detail.case.number}` : number)
  if (!detail) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={12} />}</div>
  return (
    <div className="page">
      <Head detail={detail} />
      <Body detail={detail} />
    </div>
  )
}

function Head({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const nameOf = useProcedureName()
  const { title, number, hosts, county, field, regulation } = detail.case
  const fieldName = useFieldName()
  const rest = [county && plainName(county.name), field && fieldName(field)].filter(Boolean)
  return (
    <>
      <p className="print-only s">
        {t('head.printed', { number, version: detail.version, at: instantOf(new Date().toISOString()) })}
      </p>
      <nav className="crumb">
        <Link to="/cases" search={{ procedure: detail.case.procedure }}>
          {nameOf(detail.case.procedure)}
        </Link>{' '}
        / <span className="nowrap">{number}</span>
      </nav>
      <div className="head">
        <div className="grow">
          <h1 className="row wrap">
            <span>
              <Name name={title || number} />
            </span>{' '}
            <Status procedure={detail.case.procedure} status={detail.case.status} />
          </h1>
          <p className="s mute">
            {hosts.map((host, index) => (
              <span key={host.org}>
                {index > 0 && '、'}
                <Name name={host.name} demo={host.demo} />
                {hosts.length > 1 && index === 0 && t('head.lead')}
              </span>
            ))}
            {hosts.length > 1 && ` ${t('head.joint')}`}
            {hosts.length > 0 && rest.length > 0 && ' · '}
            {rest.join(' · ')}
            {regulation && (
              <>
                {(hosts.length > 0 || rest.length > 0) && ' · '}
                <Link to="/law">{t('head.law', { law: words(regulation.words) })}</Link>
              </>
            )}
          </p>
        </div>
        <Stages detail={detail} />
      </div>
    </>
  )
}

function Stages({ detail }: { detail: CaseDetail }) {
  const { data: procedures } = useProcedures()
  const statusOf = useStatuses()
  const info = procedures?.find(({ procedure }) => procedure === detail.case.procedure)
  const stageOf = (status: string) => statusOf(detail.case.procedure, status)?.stage ?? null
  // A side exit has no vessel of its own: the line stays where the case left it.
  const now = stageOf(detail.case.status) ?? detail.history.map(({ to }) => stageOf(to)).findLast((stage) => stage !== null) ?? null
  return (
    <StageLine
      stages={info?.stages ?? []}
      now={now}
      finished={now === (info?.stages.length ?? 0) - 1 && statusOf(detail.case.procedure, detail.case.status)?.awaits === null}
    />
  )
}

// A list is written with the material in view.
const besideMaterial = new Set(['checklist', 'items', 'pool', 'demands', 'remedies', 'verification'])

function Body({ detail }: { detail: CaseDetail }) {
  const { step: chosen } = route.useSearch()
  const navigate = route.useNavigate()
  const offered = detail.available.find((one) => one.step === chosen)
  // Once taken, or moved by somebody else, a step is no longer offered; its receipt and what was typed stay until closed.
  const opened = useRef(offered)
  if (offered || !chosen) opened.current = offered
  const step = offered ?? (opened.current?.step === chosen ? opened.current : undefined)
  const inPlace = step && fieldsOf(step.command as Schema).some(({ look }) => besideMaterial.has(look))
  const Material = materialOf(detail.case.procedure)
  const close = () => void navigate({ search: (old) => ({ ...old, step: undefined }), resetScroll: false })
  return (
    <div className="case">
      <aside className="right stack">
        <Steps detail={detail} />
        <Papers detail={detail} />
        <Related detail={detail} />
      </aside>
      <div className="mid stack">
        {step && inPlace && <StepPanel key={step.step} detail={detail} step={step} onClose={close} />}
        <Suspense fallback={<Skeleton rows={10} />}>
          <Material detail={detail} />
        </Suspense>
      </div>
      <Trail detail={detail} />
      {step && !inPlace && <StepDialog key={step.step} detail={detail} step={step} onClose={close} />}
    </div>
  )
}

function Related({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  const nameOf = useProcedureName()
  if (detail.related.length === 0) return null
  return (
    <section className="panel related" aria-label={t('material.related')}>
      <div className="hd">
        <h2 className="h3">{t('material.related')}</h2>
      </div>
      <ul className="counts">
        {detail.related.map((one) => (
          <li key={one.id}>
            <Link to="/cases/$number" params={{ number: one.number }}>
              <span>
                <Name name={one.title || one.number} />
                <small className="below faint">{nameOf(one.procedure)} · {one.number}</small>
              </span>
              <Status procedure={one.procedure} status={one.status} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
