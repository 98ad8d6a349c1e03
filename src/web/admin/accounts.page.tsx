import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, get, newKey, pathOf } from '../call.ts'
import { instantOf } from '../format.ts'
import { TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Demo } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { type Family, Mark } from '../parts/status.tsx'
import { client } from '../queries.ts'
import { Find, FormDialog, ListPage, Table } from './list.tsx'
import type { AccountList, AccountRow, FirstPassword } from './shape.ts'

const route = getRouteApi('/accounts')
const families: { readonly [State in AccountRow['state']]: Family } = { active: 'ok', locked: 'back', disabled: 'void' }

export function AccountsPage() {
  const { t } = useTranslation('admin')
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState<{ username: string; name: string } | null>(null)
  const [first, setFirst] = useState<FirstPassword | null>(null)
  const query = useQuery({ queryKey: ['accounts', q], queryFn: ({ signal }) => get<AccountList>(pathOf('/admin/accounts', { q }), signal) })
  const done = (answer: FirstPassword | undefined) => {
    setFirst(answer?.password ? answer : null)
    return client.invalidateQueries({ queryKey: ['accounts'] })
  }
  const act = (row: AccountRow, what: 'lock' | 'unlock' | 'reset') =>
    call<FirstPassword>('POST', `/admin/accounts/${row.id}/${what}`, { body: {}, key: newKey() }).then(done)
  return (
    <>
      <ListPage
        title={t('accounts.title')}
        lead={t('accounts.lead')}
        query={query}
        empty={t('accounts.empty')}
        isEmpty={({ rows }) => rows.length === 0}
        action={
          <button type="button" className="btn primary" onClick={() => setAdding({ username: '', name: '' })}>
            <Icon shape="plus" />
            {t('accounts.add')}
          </button>
        }
        tools={
          <>
            <Find value={q} onFind={(q) => void navigate({ search: { q } })} />
            {first && (
              <Note tone="am" alert>
                <b>{t('accounts.firstFor', { username: first.username })}</b>
                <p className="mono">{t('accounts.first', { password: first.password })}</p>
              </Note>
            )}
          </>
        }
      >
        {({ rows }) => (
          <Table heads={[t('accounts.username'), t('person'), t('accounts.state'), t('accounts.lastSignIn'), '']}>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="mono">{row.username}</td>
                <td>
                  {row.name}
                  {row.demo && <Demo />}
                </td>
                <td>
                  <Mark family={families[row.state]} words={t(`accounts.states.${row.state}`)} />
                </td>
                <td className="nowrap">{row.lastSignInAt ? instantOf(row.lastSignInAt) : t('accounts.never')}</td>
                <td className="c-act">
                  <span className="row">
                    <button type="button" className="btn sm" onClick={() => void act(row, row.state === 'active' ? 'lock' : 'unlock')}>
                      {t(row.state === 'active' ? 'accounts.lock' : 'accounts.unlock')}
                    </button>
                    <button type="button" className="btn sm" onClick={() => void act(row, 'reset')}>
                      {t('accounts.reset')}
                    </button>
                  </span>
                </td>
              </tr>
            ))}
          </Table>
        )}
      </ListPage>
      {adding && (
        <FormDialog
          title={t('accounts.add')}
          onClose={() => setAdding(null)}
          save={() => call<FirstPassword>('POST', '/admin/accounts', { body: adding, key: newKey() }).then(done)}
        >
          <TextField
            label={t('accounts.username')}
            required
            value={adding.username}
            onChange={(username) => setAdding({ ...adding, username })}
          />
          <TextField label={t('person')} required value={adding.name} onChange={(name) => setAdding({ ...adding, name })} />
        </FormDialog>
      )}
    </>
  )
}
