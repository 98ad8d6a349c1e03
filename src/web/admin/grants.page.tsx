import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, get, newKey, pathOf } from '../call.ts'
import { DayField } from '../parts/day-field.tsx'
import { LongField, SelectField, TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { client, useSession } from '../queries.ts'
import { useWords } from '../words.ts'
import { Find, FormDialog, ListPage, Table } from './list.tsx'
import type { GrantList, GrantRow, OrganisationList } from './shape.ts'

const route = getRouteApi('/grants')

/** A role for a time; with `actsFor` one stands in for somebody (代办), and both names are shown. */
type Adding = { person: string; role: string; org: string; from: string; to: string; reason: string; actsFor: string }

export function GrantsPage() {
  const { t } = useTranslation('admin')
  const words = useWords()
  const { today } = useSession()
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState<Adding | null>(null)
  const [ending, setEnding] = useState<{ grant: GrantRow; on: string; reason: string } | null>(null)
  const query = useQuery({ queryKey: ['grants', q], queryFn: ({ signal }) => get<GrantList>(pathOf('/admin/grants', { q }), signal) })
  const orgs = useQuery({
    queryKey: ['organisations', 'all'],
    enabled: adding !== null,
    retry: false,
    queryFn: ({ signal }) => get<OrganisationList>('/organisations', signal),
  })
  const again = () => client.invalidateQueries({ queryKey: ['grants'] })
  const data = query.data
  const kinds = data?.roles.find(({ role }) => role === adding?.role)?.orgKinds
  return (
    <>
      <ListPage
        title={t('grants.title')}
        lead={t('grants.lead')}
        query={query}
        empty={t('grants.empty')}
        isEmpty={({ rows }) => rows.length === 0}
        action={
          <button type="button" className="btn primary" onClick={() => setAdding({ person: '', role: '', org: '', from: today, to: '', reason: '', actsFor: '' })}>
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
                  {row.actsFor ? t('grants.actsForNames', { name: row.person.name, other: row.actsFor }) : row.person.name}{' '}
                  <span className="mono faint">{row.person.username}</span>
                  {row.reason && <div className="sub">{row.reason}</div>}
                </td>
                <td>{words(row.roleWords)}</td>
                <td>
                  <Name name={row.org.name} />
                </td>
                <td className="nowrap">{row.from}</td>
                <td className="nowrap">
                  {row.to ?? t('now')}
                  {!row.inForce && <div className="sub">{t(row.from > today ? 'grants.notYet' : 'grants.ended')}</div>}
                </td>
                <td>{row.grantedBy || <span className="faint">{t('grants.firstRun')}</span>}</td>
                <td className="c-act">
                  {(!row.to || row.to > today) && (
                    <button
                      type="button"
                      className="btn sm"
                      onClick={() => setEnding({ grant: row, on: today, reason: '' })}
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
          save={() =>
            call('POST', '/admin/grants', {
              body: { ...adding, to: adding.to || null, actsFor: adding.actsFor || undefined },
              key: newKey(),
            }).then(again)
          }
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
            label={t('grants.actsFor')}
            help={t('grants.actsForHelp')}
            value={adding.actsFor}
            onChange={(actsFor) => {
              const held = data.rows.find((row) => row.person.id === actsFor && row.inForce && !row.actsFor)
              setAdding({ ...adding, actsFor, role: held?.role ?? adding.role, org: held?.org.id ?? adding.org })
            }}
            empty={t('grants.nobody')}
            choices={data.people.filter(({ id }) => id !== adding.person).map(({ id, name, username }) => ({ value: id, label: `${name} ${username}` }))}
          />
          <SelectField
            label={t('grants.role')}
            required
            value={adding.role}
            onChange={(role) => setAdding({ ...adding, role, org: '' })}
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
              choices={orgs.data.rows
                .filter(({ kind }) => !kinds || kinds.includes(kind))
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : (
            <TextField label={t('grants.chooseOrg')} required value={adding.org} onChange={(org) => setAdding({ ...adding, org })} />
          )}
          <DayField label={t('since')} required value={adding.from} onChange={(from) => setAdding({ ...adding, from })} />
          <DayField
            label={t('to')}
            required={adding.actsFor !== ''}
            value={adding.to}
            onChange={(to) => setAdding({ ...adding, to })}
          />
          <LongField
            rows={2}
            label={t('grants.reason')}
            required
            value={adding.reason}
            onChange={(reason) => setAdding({ ...adding, reason })}
          />
        </FormDialog>
      )}
      {ending && (
        <FormDialog
          title={t('grants.endTitle', { name: ending.grant.person.name, role: words(ending.grant.roleWords) })}
          onClose={() => setEnding(null)}
          save={() =>
            call('POST', `/admin/grants/${ending.grant.id}/end`, {
              body: { on: ending.on, reason: ending.reason.trim() || undefined },
              key: newKey(),
            }).then(again)
          }
        >
          <DayField
            label={t('grants.lastDay')}
            required
            value={ending.on}
            onChange={(on) => setEnding({ ...ending, on })}
          />
          <LongField rows={2} label={t('grants.reason')} value={ending.reason} onChange={(reason) => setEnding({ ...ending, reason })} />
        </FormDialog>
      )}
    </>
  )
}
