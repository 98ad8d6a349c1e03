import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { WatchList } from '../../procedures/base/base.routes.ts'
import { get, pathOf } from '../call.ts'
import { ListPage, Table } from '../admin/list.tsx'
import { Cite } from '../parts/cite.tsx'
import { SelectField } from '../parts/field.tsx'
import { Name } from '../parts/names.tsx'
import { Mark } from '../parts/status.tsx'
import { useWords } from '../words.ts'
import { NoBase, ToBases } from './no-base.tsx'
import '../css/bases.css'

const route = getRouteApi('/watch')
const ranges = [30, 60, 90, 365, 3660] as const

/** One list of everything that runs out, by its day. */
export function WatchPage() {
  const { t } = useTranslation('bases')
  const words = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const within = search.within ?? '90'
  const query = useQuery({ queryKey: ['watch', search], queryFn: ({ signal }) => get<WatchList>(pathOf('/watch', { ...search, within }), signal) })
  return (
    <ListPage title={t('watchPage.title')} crumb={<ToBases here={t('watchPage.title')} />} lead={<>{t('watchPage.lead')}{query.data?.works && <><br />{t('watchPage.counts', query.data.counts)}</>}</>} query={query} instead={query.data?.works === false && <NoBase />} empty={t('watchPage.empty')} isEmpty={({ rows }) => rows.length === 0}
      tools={<SelectField label={t('watchPage.within')} value={within} onChange={(next) => void navigate({ search: (old) => ({ ...old, within: next }) })} choices={ranges.map((days) => ({ value: String(days), label: days === 3660 ? t('watchPage.everything') : t('watchPage.days', { n: days }) }))} />}>
      {({ rows }) => (
        <Table heads={[t('watchPage.on'), t('watchPage.left'), t('watchPage.what'), t('watchPage.base'), t('watchPage.reminded'), t('watchPage.law')]}>
          {rows.map((row) => (
            <tr key={`${row.base.number}${row.key}`}>
              <td className="nowrap"><b>{row.on}</b></td>
              <td>{row.left < 0 ? <Mark family="no" words={t('over', { n: -row.left })} /> : <span className={row.left <= 30 ? 't-am' : undefined}>{t('left', { n: row.left })}</span>}</td>
              <td>{row.of === 'hold' || row.of === 'rectification' ? <Link to="/cases/$number" params={{ number: row.title }}>{row.title}</Link> : row.of === 'director' || row.of === 'building' ? row.title : <Link to="/bases/$number/$table" params={{ number: row.base.number, table: row.of }}>{row.title}</Link>}<div className="sub">{words(row.what)}</div></td>
              <td><Link to="/bases/$number" params={{ number: row.base.number }}><Name name={row.base.name} demo={row.base.demo} /></Link></td>
              <td>{row.reached === null ? t('watchPage.begins', { day: row.begins }) : row.reached === 0 ? t('watchPage.overdue') : t('watchPage.reached', { n: row.reached })}</td>
              <td><Cite law={row.law} /></td>
            </tr>))}
        </Table>)}
    </ListPage>
  )
}
