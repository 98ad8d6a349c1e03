import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BaseStatistics } from '../../registers/base-statistics-routes.ts'
import type { FigureKind, FigureTable } from '../../registers/base-statistics.ts'
import { get, pathOf } from '../call.ts'
import { Bars, Stacks } from '../charts/bars.tsx'
import { CountyMap } from '../charts/county-map.tsx'
import { amount, money, percent } from '../format.ts'
import { SelectField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Skeleton } from '../parts/states.tsx'
import { Fault } from '../shell/fault.tsx'
import { useWords } from '../words.ts'

const route = getRouteApi('/statistics')

/** The figures of bases: each a drawing and its table; what is filtered here is what is exported. */
export function BaseFigures() {
  const { t } = useTranslation('admin')
  const words = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery({ queryKey: ['statistics', 'bases', search], queryFn: ({ signal }) => get<BaseStatistics>(pathOf('/statistics/bases', search), signal) })
  const set = (change: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  return (
    <>
      <div className="head">
        <h2>{t('figures.title')}</h2>
        <div className="row wrap">
          {data?.scope === 'city' && (
            <SelectField label={t('figures.county')} value={search.county ?? ''} empty={t('figures.all')} choices={data.counties.map((one) => ({ value: one.code, label: words(one.words) }))} onChange={(county) => set({ county: county || undefined })} />
          )}
          {data && <SelectField label={t('figures.field')} value={search.field ?? ''} empty={t('figures.all')} choices={data.fields.map((one) => ({ value: one.id, label: words(one.words) }))} onChange={(field) => set({ field: field || undefined })} />}
          <a className="btn beside" href={`/api${pathOf('/statistics/bases.xlsx', search)}`}>
            <Icon shape="down" />
            {t('figures.excel')}
          </a>
          <a className="btn beside" href={`/api${pathOf('/statistics/bases.csv', search)}`}>
            <Icon shape="down" />
            {t('figures.csv')}
          </a>
        </div>
      </div>
      {!data ? (
        error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={8} />
      ) : (
        <div className="figure-tables">
          {data.tables.map((table) => (
            <One key={table.id} table={table} />
          ))}
        </div>
      )}
    </>
  )
}

const told = (value: number | null | undefined, kind: FigureKind): string => {
  if (value === null || value === undefined) return '—'
  switch (kind) {
    case 'count':
      return amount(value, 0)
    case 'money':
      return money(value)
    case 'share':
      return percent(value, true)
    case 'number':
      return amount(value, 2)
  }
}

function One({ table }: { table: FigureTable }) {
  const { t } = useTranslation('admin')
  const words = useWords()
  const title = words(table.words)
  return (
    <section className="panel figure-table" aria-label={title}>
      <div className="hd">
        <h3>{title}</h3>
      </div>
      <div className="bd">
        {table.rows.length === 0 ? (
          <p className="s mute">{t('statistics.empty')}</p>
        ) : (
          <div className={table.chart && table.columns.length < 6 ? 'figure-both narrow' : 'figure-both'}>
            <Chart table={table} />
            <Scroll label={title}>
              <table>
                <caption className="sr">{title}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words(table.head)}</th>
                    {table.columns.map((column) => (
                      <th scope="col" className="num" key={column.words.en}>
                        {words(column.words)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {table.rows.map((row) => (
                    <tr key={row.key}>
                      <th scope="row">{words(row.name)}</th>
                      {table.columns.map((column, at) => (
                        <td className="num" key={column.words.en}>
                          {told(row.values[at], column.kind)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          </div>
        )}
        <p className="xs faint">{words(table.note)}</p>
      </div>
    </section>
  )
}

function Chart({ table: { chart, columns, rows, words: title } }: { table: FigureTable }) {
  const { t } = useTranslation('admin')
  const words = useWords()
  const [first] = chart?.columns ?? []
  if (!chart || first === undefined) return null
  const column = columns[first]
  const label = t('figures.drawn', { what: `${words(title)} ${words(column?.words)}` })
  const kind = column?.kind ?? 'count'
  const values = rows.map((row) => ({ key: row.key, label: words(row.name), value: row.values[first] ?? 0, told: told(row.values[first], kind) }))
  switch (chart.as) {
    case 'map':
      return <CountyMap label={label} values={values} />
    case 'stack':
      return <Stacks label={label} names={chart.columns.map((at) => words(columns[at]?.words))} stacks={rows.map((row) => ({ key: row.key, label: words(row.name), parts: chart.columns.map((at) => row.values[at] ?? 0) }))} />
    case 'bars':
      return (
        <div>
          <p className="xs mute">{words(column?.words)}</p>
          <Bars label={label} bars={values} />
        </div>
      )
  }
}
