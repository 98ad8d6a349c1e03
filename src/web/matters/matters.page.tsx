import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MatterList, MatterRow } from '../../procedures/major-matter/major-matter.routes.ts'
import { catalogue2026, kindWords, matterOf } from '../../settings/matters/matters-2026.ts'
import { Table } from '../admin/list.tsx'
import { NoBase, ToBases } from '../bases/no-base.tsx'
import { shortDay } from '../format.ts'
import { CheckField } from '../parts/field.tsx'
import { DueDate } from '../parts/day-cells.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Empty, Skeleton } from '../parts/states.tsx'
import { Mark, Status } from '../parts/status.tsx'
import { useProcedures, useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { getMatters, useSide } from './queries.ts'
import '../css/matters.css'

const route = getRouteApi('/matters')

/** Major matters the viewer may see. Every filter is part of the address. */
export function MattersPage() {
  const { t } = useTranslation(['matters', 'shell'])
  useTitle(t('title'))
  const search = route.useSearch()
  const { ofBase, authority } = useSide()
  const { homes } = useSession()
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['matters', search], placeholderData: keepPreviousData, initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => getMatters(search, pageParam, signal), getNextPageParam: (page) => page.cursor,
  })
  const first = data?.pages[0]
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page matters">
      {!homes.includes('matters') && <ToBases here={t('title')} />}
      <div className="head">
        <div>
          <h1>{t('title')}</h1>
          <p className="s mute">{first?.works ? t('total', { count: first.total }) : ' '}</p>
        </div>
        <div className="row wrap">
          {ofBase && first?.works && <Link className="btn sign" to="/accident" search={{ base: search.base }}><Icon shape="warn" />{t('accident')}</Link>}
          {(ofBase || authority) && first?.works && <Link className="btn primary" to="/matters/new" search={{ base: search.base }}><Icon shape="plus" />{t(ofBase ? 'open' : 'demand')}</Link>}
        </div>
      </div>
      {first?.works === false ? <NoBase /> : <section className="panel">
        <Filters counts={first?.counts} />
        {first && <Chips counts={first.counts} />}
        {error && !data ? <div className="bd"><Fault error={error} retry={() => void refetch()} /></div> : !data ? <Skeleton rows={8} /> : rows.length === 0 ? <Empty>{t('empty')}</Empty> : (
          <Scroll label={t('title')}><Rows rows={rows} /></Scroll>
        )}
        {hasNextPage && <p className="bd more-rows"><button type="button" className="btn" onClick={() => void fetchNextPage()}>{t('shell:list.more')}</button></p>}
      </section>}
    </div>
  )
}

function Filters({ counts }: { counts: MatterList['counts'] | undefined }) {
  const { t } = useTranslation(['matters', 'shell'])
  const words = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  return (
    <form className="filters" role="search" onSubmit={(event) => { event.preventDefault(); set({ q: (new FormData(event.currentTarget).get('q') as string).trim() || undefined }) }}>
      <label className="f"><span>{t('shell:search.label')}</span><input key={search.q} className="in" type="search" name="q" defaultValue={search.q} placeholder={t('filter.q')} /></label>
      <label className="f">
        <span>{t('filter.code')}</span>
        <select className="in" value={search.code ?? ''} onChange={(event) => set({ code: event.target.value || undefined })}>
          <option value="">{t('filter.all')}</option>
          {catalogue2026.matters.map(({ code, words: name }) => <option key={code} value={code}>{`${code} ${words(name)}${counts?.codes[code] ? ` (${counts.codes[code]})` : ''}`}</option>)}
        </select>
      </label>
      <label className="f">
        <span>{t('filter.kind')}</span>
        <select className="in" value={search.kind ?? ''} onChange={(event) => set({ kind: event.target.value || undefined })}>
          <option value="">{t('filter.all')}</option>
          {(['approval', 'filing', 'report'] as const).map((kind) => <option key={kind} value={kind}>{`${words(kindWords[kind])}${counts?.kinds[kind] ? ` (${counts.kinds[kind]})` : ''}`}</option>)}
        </select>
      </label>
      <span className="stack">
        <CheckField checked={search.late === 'true'} onChange={(on) => set({ late: on ? 'true' : undefined })}>{t('filter.late')}</CheckField>
        <CheckField checked={search.undeclared === 'true'} onChange={(on) => set({ undeclared: on ? 'true' : undefined })}>{t('filter.undeclared')}</CheckField>
      </span>
      <button type="submit" className="btn"><Icon shape="search" />{t('shell:search.go')}</button>
    </form>
  )
}

function Chips({ counts }: { counts: MatterList['counts'] }) {
  const { t } = useTranslation('matters')
  const words = useWords()
  const search = route.useSearch()
  const { data: procedures } = useProcedures()
  const known = procedures?.find(({ procedure }) => procedure === 'major-matter')?.statuses.filter(({ status }) => (counts.statuses[status] ?? 0) > 0 || status === search.status) ?? []
  if (known.length === 0) return null
  return (
    <nav className="secs" aria-label={t('filter.statuses')}>
      <Link to="/matters" search={(old) => ({ ...old, status: undefined })} activeProps={{}} aria-current={search.status ? undefined : 'true'}>{t('filter.all')}</Link>
      {known.map(({ status, words: name }) => (
        <Link key={status} to="/matters" search={(old) => ({ ...old, status })} activeProps={{}} aria-current={search.status === status ? 'true' : undefined}>{words(name)} {counts.statuses[status] ?? 0}</Link>
      ))}
    </nav>
  )
}

export function Rows({ rows, ofOneBase }: { rows: readonly MatterRow[]; ofOneBase?: true }) {
  const { t } = useTranslation('matters')
  const words = useWords()
  const { today } = useSession()
  return (
    <Table heads={[t('column.matter'), t('column.kind'), t('column.status'), t('column.effective'), t('column.due')]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td>
            <Link className="what" to="/cases/$number" params={{ number: row.number }}>{words(matterOf(row.code).words)}</Link>
            <span className="marks">
              {row.late && <Mark family="back" words={t('late')} />}
              {row.undeclared && <Mark family="no" words={t('undeclared')} />}
            </span>
            <div className="sub"><span className="nowrap">{row.code} · {row.number}</span>{!ofOneBase && <> · <Name name={row.base.name} demo={row.hosts.some(({ demo }) => demo)} /></>}</div>
          </td>
          <td className="nowrap">{words(kindWords[row.kind])}</td>
          <td><Status procedure="major-matter" status={row.status} /></td>
          <td className="nowrap mute">{row.effectiveOn && shortDay(row.effectiveOn, today)}</td>
          <td className="c-due">{row.due && <DueDate due={row.due} today={today} />}</td>
        </tr>
      ))}
    </Table>
  )
}
