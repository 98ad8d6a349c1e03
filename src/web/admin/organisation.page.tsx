import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get } from '../call.ts'
import { Name } from '../parts/names.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { Table } from './list.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import type { OwnOrganisation } from './shape.ts'

export function OrganisationPage() {
  const { t } = useTranslation('admin')
  const words = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['organisation'],
    queryFn: ({ signal }) => get<OwnOrganisation>('/organisation', signal),
  })
  const [writing, setWriting] = useState(false)
  useTitle(t('organisation.title'))
  if (!data)
    return (
      <div className="page">
        <h1>{t('organisation.title')}</h1>
        {error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton />}
      </div>
    )
  const pair = (name: string, value: string | null | undefined) =>
    value && (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    )
  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>
            <Name name={data.name} demo={data.demo} />
          </h1>
          <p className="s mute">{t('organisation.once')}</p>
        </div>
        {data.mayChange && (
          <button type="button" className="btn primary" onClick={() => setWriting(true)}>
            {t('organisations.change')}
          </button>
        )}
      </div>
      {data.warnings?.map((warning) => (
        <Note key={warning.en} tone="am">
          {words(warning)}
        </Note>
      ))}
      <section className="panel">
        <div className="bd">
          <dl className="kv broad">
            {pair(t('organisations.uscc'), data.uscc)}
            {pair(t('organisations.kind'), words(data.kindWords))}
            {pair(t('organisations.county'), words(data.county?.words))}
            {pair(t('organisations.address'), data.address)}
            {pair(t('organisations.phone'), data.phone)}
            {pair(t('organisations.legalRepresentative'), data.legalRepresentative)}
            {pair(t('organisations.establishedOn'), data.establishedOn)}
            {pair(t('organisations.usccNote'), data.usccNote)}
          </dl>
        </div>
      </section>
      {data.people?.length > 0 && (
        <section className="panel form">
          <h2>{t('organisation.people')}</h2>
          <Table heads={[t('person'), t('organisation.role'), t('since'), t('to')]}>
            {data.people.map((one) => (
              <tr key={`${one.name}${one.roleWords.en}`}>
                <td>{one.name}</td>
                <td>{words(one.roleWords)}</td>
                <td>{one.from}</td>
                <td>{one.to ?? t('now')}</td>
              </tr>
            ))}
          </Table>
        </section>
      )}
      {writing && <OrganisationForm row={data} path="/organisation" ofCity={false} onClose={() => setWriting(false)} />}
    </div>
  )
}
