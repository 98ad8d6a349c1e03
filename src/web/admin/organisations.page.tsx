import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { get, pathOf } from '../call.ts'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { useWords } from '../words.ts'
import { Find, ListPage, Table } from './list.tsx'
import type { OrganisationList } from './shape.ts'

const route = getRouteApi('/organisations')

export function OrganisationsPage() {
  const { t } = useTranslation(['admin', 'shell'])
  const words = useWords()
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery({
    queryKey: ['organisations', q ?? ''],
    queryFn: ({ signal }) => get<OrganisationList>(pathOf('/organisations', { q }), signal),
  })
  return (
    <ListPage
      title={t('organisations.title')}
      lead={query.data && t('shell:list.total', { count: query.data.total })}
      query={query}
      empty={t('organisations.empty')}
      isEmpty={({ rows }) => rows.length === 0}
      tools={<Find value={q} onFind={(q) => void navigate({ search: { q } })} />}
    >
      {({ rows }) => (
        <Table heads={[t('name'), t('organisations.uscc'), t('organisations.kind'), t('organisations.county'), t('organisations.address')]}>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <b>
                  <Name name={row.name} demo={row.demo} />
                </b>
                {row.warnings?.map((warning) => (
                  <div key={warning.en} className="xs t-am">
                    <Icon shape="warn" />
                    {words(warning)}
                  </div>
                ))}
              </td>
              <td className="mono">{row.uscc}</td>
              <td>{words(row.kindWords)}</td>
              <td>{words(row.county?.words)}</td>
              <td>{row.address}</td>
            </tr>
          ))}
        </Table>
      )}
    </ListPage>
  )
}
