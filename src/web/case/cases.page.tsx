import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow } from '../../contract.ts'
import { shortDay } from '../format.ts'
import { DueDate } from '../parts/day-cells.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name, plainName } from '../parts/names.tsx'
import { useFieldName } from '../parts/field-name.ts'
import { Empty, Skeleton } from '../parts/states.tsx'
import { Status } from '../parts/status.tsx'
import { useCardHeads } from '../parts/use-card-heads.ts'
import { getCases, useProcedures, useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { OpenDialog } from '../steps/open-dialog.tsx'
import { useWords } from '../words.ts'

const route = getRouteApi('/cases')

/** Cases the viewer may see. Every filter is part of the address. */
export function CasesPage() {
  const { t } = useTranslation(['case', 'shell'])
  const words = useWords()
  const { open: _, ...search } = route.useSearch()
  const { data: procedures } = useProcedures()
  const procedure = procedures?.find((one) => one.procedure === search.procedure)
  const title = procedure ? words(procedure.words) : t('list.title')
  useTitle(title)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['cases', search],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => getCases(search, pageParam, signal),
    getNextPageParam: (page) => page.cursor,
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const first = data?.pages[0]
  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>{title}</h1>
          <p className="s mute">{first ? t('shell:list.total', { count: first.total }) : ' '}</p>
        </div>
        <Opening procedure={search.procedure} />
      </div>
      <section className="panel">
        <Filters />
        {first && <StatusChips counts={first.counts} />}
        {error && !data ? (
          <Fault error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Skeleton rows={10} />
        ) : rows.length === 0 ? (
          <Empty
            action={
              <Link className="btn" to="/cases" search={{ procedure: search.procedure }}>
                {t('shell:list.clear')}
              </Link>
            }
          >
            {t('list.empty')}
          </Empty>
        ) : (
          <Table rows={rows} withProcedure={!search.procedure} />
        )}
        {hasNextPage && (
          <p className="bd more-rows">
            <button type="button" className="btn" aria-disabled={isFetchingNextPage || undefined} onClick={() => void fetchNextPage()}>
              {t('shell:list.more')}
            </button>
          </p>
        )}
      </section>
    </div>
  )
}

/** A new case, where one of my roles may begin one. */
function Opening({ procedure }: { procedure: string | undefined }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const { assignments, homes } = useSession()
  const { data: procedures } = useProcedures()
  const { open: asked } = route.useSearch()
  const [open, setOpen] = useState(asked !== undefined)
  const step = procedures
    ?.find((one) => one.procedure === procedure)
    ?.steps.find(({ from, by }) => from.length === 0 && assignments.some(({ role }) => by.includes(role)))
  if (!procedure || !step) return null
  if (procedure === 'recognition' && homes.includes('apply'))
    return (
      <Link className="btn primary" to="/apply">
        <Icon shape="plus" />
        {words(step.says)}
      </Link>
    )
  if (procedure === 'rule-change')
    return (
      <Link className="btn primary" to="/rules">
        <Icon shape="plus" />
        {words(step.says)}
      </Link>
    )
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setOpen(true)}>
        <Icon shape="plus" />
        {t('list.open', { step: words(step.says) })}
      </button>
      {open && <OpenDialog procedure={procedure} step={step} onClose={() => setOpen(false)} />}
    </>
  )
}

function Filters() {
  const { t } = useTranslation(['case', 'shell'])
  const words = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data: procedures } = useProcedures()
  const set = (change: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  return (
    <form
      className="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        set({ q: (new FormData(event.currentTarget).get('q') as string).trim() || undefined })
      }}
    >
      <label className="f">
        <span>{t('shell:search.label')}</span>
        <input key={search.q} className="in" type="search" name="q" defaultValue={search.q} placeholder={t('list.q')} />
      </label>
      <label className="f">
        <span>{t('list.procedure')}</span>
        <select
          className="in"
          value={search.procedure ?? ''}
          onChange={(event) => set({ procedure: event.target.value || undefined, status: undefined })}
        >
          <option value="">{t('list.all')}</option>
          {procedures?.map((one) => (
            <option key={one.procedure} value={one.procedure}>
              {words(one.words)}
            </option>
          ))}
        </select>
      </label>
      <label className="f">
        <span>{t('list.sort')}</span>
        <select
          className="in"
          value={search.sort ?? 'since'}
          onChange={(event) => set({ sort: event.target.value === 'since' ? undefined : event.target.value })}
        >
          {(['since', 'due', 'number', 'title'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`list.sorts.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn">
        <Icon shape="search" />
        {t('shell:search.go')}
      </button>
    </form>
  )
}

function StatusChips({ counts }: { counts: Record<string, number> }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const search = route.useSearch()
  const { data: procedures } = useProcedures()
  const info = procedures?.find((one) => one.procedure === search.procedure)
  const known = info?.statuses.filter(({ status }) => (counts[status] ?? 0) > 0 || status === search.status) ?? []
  if (known.length === 0) return null
  return (
    <nav className="secs" aria-label={t('list.statuses')}>
      <Link
        to="/cases"
        search={(old) => ({ ...old, status: undefined })}
        activeProps={{}}
        aria-current={search.status ? undefined : 'true'}
      >
        {t('list.all')}
      </Link>
      {known.map((one) => (
        <Link
          key={one.status}
          to="/cases"
          search={(old) => ({ ...old, status: one.status })}
          activeProps={{}}
          aria-current={search.status === one.status ? 'true' : undefined}
        >
          {words(one.words)} {counts[one.status] ?? 0}
        </Link>
      ))}
    </nav>
  )
}

function Table({ rows, withProcedure }: { rows: CaseRow[]; withProcedure: boolean }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const fieldName = useFieldName()
  const { today } = useSession()
  const { data: procedures } = useProcedures()
  const table = useRef<HTMLTableElement>(null)
  useCardHeads(table)
  return (
    <table className="cards" ref={table}>
      <thead>
        <tr>
          <th scope="col">{t('list.column.case')}</th>
          {withProcedure && <th scope="col">{t('list.procedure')}</th>}
          <th scope="col">{t('list.column.county')}</th>
          <th scope="col">{t('list.column.status')}</th>
          <th scope="col">{t('list.column.since')}</th>
          <th scope="col">{t('list.column.due')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link className="what" to="/cases/$number" params={{ number: row.number }}>
                <Name name={row.title || row.number} />
              </Link>
              <div className="sub">
                <span className="nowrap">{row.number}</span>
                {row.hosts.map((host) => (
                  <span key={host.org}>
                    {' '}
                    · <Name name={host.name} demo={host.demo} />
                  </span>
                ))}
                {row.field && ` · ${fieldName(row.field)}`}
              </div>
            </td>
            {withProcedure && <td className="mute nowrap">{words(procedures?.find((one) => one.procedure === row.procedure)?.words)}</td>}
            <td className="nowrap">{row.county && plainName(row.county.name)}</td>
            <td>
              <Status procedure={row.procedure} status={row.status} />
            </td>
            <td className="nowrap mute">{shortDay(row.since.slice(0, 10), today)}</td>
            <td className="c-due">{row.due && <DueDate due={row.due} today={today} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
