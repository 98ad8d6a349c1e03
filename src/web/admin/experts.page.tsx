import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { get, pathOf } from '../call.ts'
import { Demo } from '../parts/names.tsx'
import { Mark } from '../parts/status.tsx'
import { useWords } from '../words.ts'
import { Find, ListPage, Table } from './list.tsx'
import type { ExpertList } from './shape.ts'

const route = getRouteApi('/experts')

export function ExpertsPage() {
  const { t } = useTranslation(['admin', 'shell'])
  const words = useWords()
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery({ queryKey: ['experts', q ?? ''], queryFn: ({ signal }) => get<ExpertList>(pathOf('/experts', { q }), signal) })
  return (
    <ListPage
      title={t('experts.title')}
      lead={query.data && t('shell:list.total', { count: query.data.total })}
      query={query}
      empty={t('experts.empty')}
      isEmpty={({ rows }) => rows.length === 0}
      tools={<Find value={q} onFind={(q) => void navigate({ search: { q } })} />}
    >
      {({ rows }) => (
        <Table heads={[t('person'), t('experts.employer'), t('experts.jobTitle'), t('experts.fields'), t('experts.state')]}>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <b>{row.name}</b>
                {row.demo && <Demo />}
              </td>
              <td>{row.employer}</td>
              <td>{row.title}</td>
              <td>{row.fields.map(words).join('、')}</td>
              <td>
                <Mark family={row.active ? 'ok' : 'void'} words={t(row.active ? 'experts.active' : 'experts.inactive')} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </ListPage>
  )
}
