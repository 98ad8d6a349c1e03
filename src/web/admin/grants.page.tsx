import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, get, newKey, pathOf } from '../call.ts'
import { SelectField, TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { client, useSession } from '../queries.ts'
import { useWords } from '../words.ts'
import { Find, FormDialog, ListPage, Table } from './list.tsx'
import type { GrantList, OrganisationList } from './shape.ts'

const route = getRouteApi('/grants')

export function GrantsPage() {
  const { t } = useTranslation('admin')
  const words = useWords()
  const { today } = useSession()
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState<{ person: string; role: string; org: string; from: string; to: string } | null>(null)
  const query = useQuery({ queryKey: ['grants', q], queryFn: ({ signal }) => get<GrantList>(pathOf('/admin/grants', { q }), signal) })
  const orgs = useQuery({
    queryKey: ['organisations', 'all'],
    enabled: adding !== null,
    retry: false,
    queryFn: ({ signal }) => get<OrganisationList>('/organisations', signal),
  })
  const again = () => client.invalidateQueries({ queryKey: ['grants'] })
  const data = query.data
  return (
    <>
      <ListPage
        title={t('grants.title')}
        lead={t('grants.lead')}
        query={query}
        empty={t('grants.empty')}
        isEmpty={({ rows }) => rows.length === 0}
        action={
          <button type="button" className="btn primary" onClick={() => setAdding({ person: '', role: '', org: '', from: today, to: '' })}>
            <Icon shape="plus" />
            {t('grants.add')}
          </button>
        }
        tools={<Find value={q} onFind={(q) => void navigate({ search: { q } })} />}
      >
        {({ rows }) => (
          <Table heads={[t('grants.person'), t('grants.role'), t('grants.org'), t('since'), t('to'), t('grants.by'), '']}>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {row.person.name} <span className="mono faint">{row.person.username}</span>
                </td>
                <td>{words(row.roleWords)}</td>
                <td>{row.org.name}</td>
                <td className="nowrap">{row.from}</td>
                <td className="nowrap">{row.to ?? t('now')}</td>
                <td>{row.grantedBy}</td>
                <td className="c-act">
                  {(!row.to || row.to > today) && (
                    <button
                      type="button"
                      className="btn sm"
                      onClick={() => void call('POST', `/admin/grants/${row.id}/end`, { body: { on: today }, key: newKey() }).then(again)}
                    >
                      {t('grants.end')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </ListPage>
      {adding && data && (
        <FormDialog
          title={t('grants.add')}
          onClose={() => setAdding(null)}
          save={() => call('POST', '/admin/grants', { body: { ...adding, to: adding.to || null }, key: newKey() }).then(again)}
        >
          <SelectField
            label={t('grants.person')}
            required
            value={adding.person}
            onChange={(person) => setAdding({ ...adding, person })}
            empty={t('grants.choose')}
            choices={data.people.map(({ id, name, username }) => ({ value: id, label: `${name} ${username}` }))}
          />
          <SelectField
            label={t('grants.role')}
            required
            value={adding.role}
            onChange={(role) => setAdding({ ...adding, role })}
            empty={t('grants.choose')}
            choices={data.roles.map(({ role, words: says }) => ({ value: role, label: words(says) }))}
          />
          {orgs.data ? (
            <SelectField
              label={t('grants.org')}
              required
              value={adding.org}
              onChange={(org) => setAdding({ ...adding, org })}
              empty={t('grants.choose')}
              choices={orgs.data.rows.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : (
            <TextField label={t('grants.chooseOrg')} required value={adding.org} onChange={(org) => setAdding({ ...adding, org })} />
          )}
          <TextField type="date" label={t('since')} required value={adding.from} onChange={(from) => setAdding({ ...adding, from })} />
          <TextField type="date" label={t('to')} value={adding.to} onChange={(to) => setAdding({ ...adding, to })} />
        </FormDialog>
      )}
    </>
  )
}
