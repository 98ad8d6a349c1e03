import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { get, pathOf } from '../call.ts'
import { instantOf } from '../format.ts'
import { DayField } from '../parts/day-field.tsx'
import { SelectField, TextField } from '../parts/field.tsx'
import { Empty, Skeleton } from '../parts/states.tsx'
import { Mark } from '../parts/status.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { Table } from './list.tsx'
import type { AuditList } from './shape.ts'

const route = getRouteApi('/audit')

export function AuditPage() {
  const { t } = useTranslation(['admin', 'shell'])
  const words = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: typeof search) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  useTitle(t('audit.title'))
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['audit', search],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => get<AuditList>(pathOf('/audit', { ...search, cursor: pageParam }), signal),
    getNextPageParam: (page) => page.cursor,
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>{t('audit.title')}</h1>
          <p className="s mute">{t('audit.lead')}</p>
        </div>
      </div>
      <section className="panel">
        <div className="filters">
          <TextField label={t('search')} type="search" value={search.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
          <SelectField
            label={t('audit.kind')}
            value={search.what ?? ''}
            onChange={(what) => set({ what: what || undefined })}
            empty={t('audit.all')}
            choices={(data?.pages[0]?.kinds ?? []).map(({ what, words: says }) => ({ value: what, label: words(says) }))}
          />
          <DayField label={t('audit.from')} value={search.from ?? ''} onChange={(from) => set({ from: from || undefined })} />
          <DayField label={t('audit.to')} value={search.to ?? ''} onChange={(to) => set({ to: to || undefined })} />
        </div>
        {!data ? (
          error ? (
            <div className="bd">
              <Fault error={error} retry={() => void refetch()} />
            </div>
          ) : (
            <Skeleton rows={10} />
          )
        ) : rows.length === 0 ? (
          <Empty>{t('audit.empty')}</Empty>
        ) : (
          <Scroll label={t('audit.title')}>
            <Table heads={[t('audit.at'), t('audit.who'), t('audit.what'), t('audit.about'), t('audit.address'), t('audit.outcome')]}>
              {rows.map((row) => (
                <tr key={row.no}>
                  <td className="nowrap">{instantOf(row.at)}</td>
                  <td>{row.who}</td>
                  <td>{words(row.whatWords)}</td>
                  <td>{row.about}</td>
                  <td className="mono">{row.address}</td>
                  <td>
                    <Mark
                      family={row.outcome === 'done' ? 'ok' : 'no'}
                      words={t(row.outcome === 'done' ? 'audit.done' : 'audit.refused')}
                    />
                  </td>
                </tr>
              ))}
            </Table>
          </Scroll>
        )}
        {hasNextPage && (
          <p className="bd more-rows">
            <button type="button" className="btn" onClick={() => void fetchNextPage()}>
              {t('shell:list.more')}
            </button>
          </p>
        )}
      </section>
    </div>
  )
}
