import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { get, pathOf } from '../call.ts'
import { MattersLink } from '../matters/of-base.tsx'
import { Name } from '../parts/names.tsx'
import { Mark } from '../parts/status.tsx'
import { useSession } from '../queries.ts'
import { useWords } from '../words.ts'
import { NoBase } from '../bases/no-base.tsx'
import { Find, ListPage, Table } from './list.tsx'
import type { BaseList } from './shape.ts'
import '../css/bases.css'

const route = getRouteApi('/bases')

export function BasesPage() {
  const { t } = useTranslation(['admin', 'shell', 'bases', 'revocation'])
  const words = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const inspects = useSession().assignments.some(({ role }) => role.startsWith('city.'))
  const query = useQuery({ queryKey: ['bases', search], queryFn: ({ signal }) => get<BaseList>(pathOf('/bases', search), signal) })
  return (
    <ListPage
      title={t('bases.title')}
      lead={query.data && t('shell:list.total', { count: query.data.total })}
      note={query.data?.works === false && <NoBase among />}
      action={query.data?.works &&
        <span className="row wrap">
          <MattersLink />
          <Link className="btn" to="/watch">
            {t('bases:list.watch')}
          </Link>
          <Link className="btn" to="/readiness">
            {t('bases:list.ready')}
          </Link>
          {inspects && (
            <>
              <Link className="btn" to="/inspections">
                {t('shell:home.inspection')}
              </Link>
              <Link className="btn" to="/cases" search={{ procedure: 'revocation' }}>
                {t('revocation:title')}
              </Link>
            </>
          )}
        </span>
      }
      query={query}
      empty={t('bases.empty')}
      isEmpty={({ rows }) => rows.length === 0}
      tools={
        <>
          <Find value={search.q} onFind={(q) => void navigate({ search: (old) => ({ ...old, q }) })} />
          <nav className="seg" aria-label={t('bases.status')}>
            <Link
              to="/bases"
              search={(old) => ({ ...old, status: undefined })}
              activeProps={{}}
              className={search.status ? undefined : 'on'}
            >
              {t('shell:list.all')}
            </Link>
            {query.data?.statuses?.map((one) => (
              <Link
                key={one.status}
                to="/bases"
                search={(old) => ({ ...old, status: one.status })}
                activeProps={{}}
                className={search.status === one.status ? 'on' : undefined}
              >
                {words(one.words)} {one.count}
              </Link>
            ))}
          </nav>
        </>
      }
    >
      {({ rows }) => (
        <Table heads={[t('name'), t('bases.host'), t('bases.field'), t('bases.county'), t('bases.recognisedOn'), ...(withDirector(rows) ? [t('bases:list.director')] : []), t('bases.status')]}>
          {rows.map((row) => (
            <tr key={row.number}>
              <td>
                <Link className="what" to="/bases/$number" params={{ number: row.number }}>
                  <Name name={row.name} demo={row.demo} />
                </Link>
                {row.mine && <span className="tag ok">{t('bases:list.mine')}</span>}
                <div className="sub">{row.number}</div>
              </td>
              <td>
                <Name name={row.host} />
              </td>
              <td>{words(row.field)}</td>
              <td>{words(row.county.words)}</td>
              <td className="nowrap">{row.recognisedOn}</td>
              {withDirector(rows) && <td>{row.director ?? ''}</td>}
              <td>
                <Mark family={row.family} words={row.statusWords} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </ListPage>
  )
}

/** Told to the parties of a base: whoever is party of none has no empty column. */
const withDirector = (rows: BaseList['rows']) => rows.some(({ director }) => director !== null)
