import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get, pathOf } from '../call.ts'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { useSession } from '../queries.ts'
import { useWords } from '../words.ts'
import { Find, ListPage, Table } from './list.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import type { OrganisationList, OrganisationRow } from './shape.ts'

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
  const { assignments } = useSession()
  const mayWrite = assignments.some(({ role }) => role === 'city.officer' || role === 'city.lead')
  const [writing, setWriting] = useState<OrganisationRow | 'new' | null>(null)
  return (
    <>
    <ListPage
      title={t('organisations.title')}
      action={
        mayWrite && (
          <button type="button" className="btn primary" onClick={() => setWriting('new')}>
            <Icon shape="plus" />
            {t('organisations.add')}
          </button>
        )
      }
      lead={query.data && t('shell:list.total', { count: query.data.total })}
      query={query}
      empty={t('organisations.empty')}
      isEmpty={({ rows }) => rows.length === 0}
      tools={<Find value={q} onFind={(q) => void navigate({ search: { q } })} />}
    >
      {({ rows }) => (
        <Table heads={[t('name'), t('organisations.uscc'), t('organisations.kind'), t('organisations.county'), t('organisations.address'), '']}>
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
              <td className="c-act">
                {mayWrite && (
                  <button type="button" className="btn sm" onClick={() => setWriting(row)} aria-label={`${t('edit')} ${row.name}`}>
                    {t('edit')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </ListPage>
      {writing && (
        <OrganisationForm
          row={writing === 'new' ? null : writing}
          path={writing === 'new' ? '/organisations' : `/organisations/${writing.id}`}
          ofCity
          onClose={() => setWriting(null)}
        />
      )}
    </>
  )
}
