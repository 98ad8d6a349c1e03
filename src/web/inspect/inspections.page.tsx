import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Inspections, InspectionRow, PlanRow, SuspensionRow } from '../../registers/inspections.ts'
import { divisionOf } from '../../settings/divisions.ts'
import { get } from '../call.ts'
import { shortDay } from '../format.ts'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Empty, Skeleton } from '../parts/states.tsx'
import { Status } from '../parts/status.tsx'
import { useCardHeads } from '../parts/use-card-heads.ts'
import { useProcedures, useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { OpenDialog } from '../steps/open-dialog.tsx'
import { useWords } from '../words.ts'
import '../css/inspection.css'

const route = getRouteApi('/inspections')
const tabs = ['running', 'rectifying', 'suspensions', 'plans', 'closed'] as const
type Tab = (typeof tabs)[number]
const ended = new Set(['closed', 'ended', 'referred', 'obstructed'])
const inRectification = new Set(['rectifying', 'reported', 'escalated'])

/** Plans, inspections, rectifications and suspensions in one place; what is overdue stands first. */
export function InspectionsPage() {
  const { t } = useTranslation('inspection')
  const { tab: asked } = route.useSearch()
  const tab: Tab = tabs.find((one) => one === asked) ?? 'running'
  useTitle(t('title'))
  const { data, error, refetch } = useQuery({ queryKey: ['inspections'], queryFn: ({ signal }) => get<Inspections>('/inspections', signal) })
  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>{t('title')}</h1>
          <p className="s mute">{t('lead')}</p>
        </div>
        <Opening />
      </div>
      {data && <Counts counts={data.counts} />}
      <section className="panel">
        <nav className="tab" aria-label={t('title')}>
          {tabs.map((one) => (
            <Link key={one} to="/inspections" search={{ tab: one }} activeProps={{}} aria-current={one === tab ? 'page' : undefined}>
              {t(`tabs.${one}`)}
            </Link>
          ))}
        </nav>
        {!data ? error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={8} /> : <Listed tab={tab} data={data} />}
      </section>
    </div>
  )
}

function Counts({ counts }: { counts: Inspections['counts'] }) {
  const { t } = useTranslation('inspection')
  const one = (tab: Tab, count: number, name: keyof Inspections['counts'], warns = false) => (
    <Link to="/inspections" search={{ tab }} activeProps={{}} className={warns && count > 0 ? 'warn' : undefined}>
      <b>{count}</b>
      {t(`counts.${name}`)}
    </Link>
  )
  return (
    <div className="figs-row">
      {one('running', counts.running, 'running')}
      {one('rectifying', counts.rectifying, 'rectifying')}
      {one('rectifying', counts.overdue, 'overdue', true)}
      {one('suspensions', counts.suspended, 'suspended', true)}
      {one('plans', counts.plans, 'plans')}
    </div>
  )
}

function Listed({ tab, data }: { tab: Tab; data: Inspections }) {
  switch (tab) {
    case 'running':
      return <Rows tab={tab} rows={data.inspections.filter(({ status }) => !ended.has(status))} />
    case 'rectifying':
      return <Rows tab={tab} rows={data.inspections.filter(({ status }) => inRectification.has(status))} />
    case 'closed':
      return <Rows tab={tab} rows={data.inspections.filter(({ status }) => ended.has(status))} />
    case 'suspensions':
      return <Suspensions rows={data.suspensions} />
    case 'plans':
      return <Plans rows={data.plans} />
  }
}

function Table({ label, heads, empty, children }: { label: string; heads: readonly string[]; empty: boolean; children: React.ReactNode }) {
  const { t } = useTranslation('inspection')
  const table = useRef<HTMLTableElement>(null)
  useCardHeads(table)
  if (empty) return <Empty>{t('none')}</Empty>
  return (
    <Scroll label={label}>
      <table className="cards" ref={table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scroll>
  )
}

function Base({ number, base }: { number: string; base: InspectionRow['base'] }) {
  const words = useWords()
  return (
    <>
      <Link className="what" to="/cases/$number" params={{ number }}>
        <Name name={base.name} />
      </Link>
      <div className="sub">
        <span className="nowrap">{number}</span> · {words(divisionOf(base.county)?.words)}
      </div>
    </>
  )
}

function Rows({ tab, rows }: { tab: Tab; rows: InspectionRow[] }) {
  const { t } = useTranslation('inspection')
  const { today } = useSession()
  const closed = tab === 'closed'
  return (
    <Table
      label={t(`tabs.${tab}`)}
      empty={rows.length === 0}
      heads={[t('column.base'), t('column.level'), t('column.kind'), t('column.status'), t('column.items'), closed ? t('column.result') : t('column.due')]}
    >
      {rows.map((row) => (
        <tr key={row.number}>
          <td>
            <Base number={row.number} base={row.base} />
          </td>
          <td>{t(`level.${row.level}`)}</td>
          <td>{t(`kinds.${row.kind as 'routine'}`)}</td>
          <td>
            <Status procedure="inspection" status={row.status} />
          </td>
          <td className="nowrap">{row.demands > 0 ? t('of', { n: row.rectified, of: row.demands }) : '—'}</td>
          {closed ? (
            <td>
              {row.result && t(`result.${row.result}`)} <span className="faint nowrap">{row.closedOn}</span>
            </td>
          ) : (
            <td className="nowrap">
              {row.due && shortDay(row.due, today)}
              {row.late > 0 && (
                <div className="t-no">
                  <Icon shape="warn" />
                  {t('late', { n: row.late })}
                </div>
              )}
            </td>
          )}
        </tr>
      ))}
    </Table>
  )
}

function Suspensions({ rows }: { rows: SuspensionRow[] }) {
  const { t } = useTranslation('inspection')
  const { today } = useSession()
  return (
    <Table label={t('tabs.suspensions')} empty={rows.length === 0} heads={[t('column.base'), t('column.level'), t('column.kind'), t('column.status'), t('column.since'), t('column.until')]}>
      {rows.map((row) => (
        <tr key={row.number}>
          <td>
            <Base number={row.number} base={row.base} />
          </td>
          <td>{t(`level.${row.level}`)}</td>
          <td>{t(`kinds.${row.kind as 'safety'}`)}</td>
          <td>
            <Status procedure="suspension" status={row.status} />
          </td>
          <td className="nowrap">{shortDay(row.since, today)}</td>
          <td className="nowrap">{row.endedOn ?? row.endsOn ?? '—'}</td>
        </tr>
      ))}
    </Table>
  )
}

function Plans({ rows }: { rows: PlanRow[] }) {
  const { t } = useTranslation('inspection')
  const { today } = useSession()
  return (
    <Table label={t('tabs.plans')} empty={rows.length === 0} heads={[t('column.title'), t('column.level'), t('column.status'), t('column.since')]}>
      {rows.map((row) => (
        <tr key={row.number}>
          <td>
            <Link className="what" to="/cases/$number" params={{ number: row.number }}>
              <Name name={row.title} />
            </Link>
            <div className="sub">{row.number}</div>
          </td>
          <td>{row.county ? t('level.county') : t('level.city')}</td>
          <td>
            <Status procedure="inspection-plan" status={row.status} />
          </td>
          <td className="nowrap">{shortDay(row.openedOn, today)}</td>
        </tr>
      ))}
    </Table>
  )
}

const opened = ['inspection-plan', 'inspection', 'suspension'] as const
type Opened = (typeof opened)[number]
const names = { 'inspection-plan': 'plan', inspection: 'open', suspension: 'suspend' } as const

/** What this person may begin; the base and the inspection one comes from are filled in. */
function Opening() {
  const { t } = useTranslation('inspection')
  const { assignments } = useSession()
  const { data: procedures } = useProcedures()
  const { open, base, inspection } = route.useSearch()
  const navigate = route.useNavigate()
  const stepOf = (procedure: Opened) =>
    procedures?.find((one) => one.procedure === procedure)?.steps.find(({ from, by }) => from.length === 0 && assignments.some(({ role }) => by.includes(role)))
  const chosen = opened.find((one) => one === open)
  const step = chosen && stepOf(chosen)
  return (
    <div className="row wrap">
      {opened.map(
        (procedure) =>
          stepOf(procedure) && (
            <Link key={procedure} className={procedure === 'suspension' ? 'btn danger' : procedure === 'inspection' ? 'btn primary' : 'btn'} to="/inspections" search={(old) => ({ ...old, open: procedure })}>
              {procedure !== 'suspension' && <Icon shape="plus" />}
              {t(names[procedure])}
            </Link>
          ),
      )}
      {chosen && step && (
        <OpenDialog
          procedure={chosen}
          step={step}
          initial={{ ...(base && { base }), ...(inspection && chosen === 'suspension' && { inspection }) }}
          onClose={() => void navigate({ search: (old) => ({ ...old, open: undefined, base: undefined, inspection: undefined }) })}
        />
      )}
    </div>
  )
}
