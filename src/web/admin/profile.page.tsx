import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, get } from '../call.ts'
import { CheckField, LongField, TextField } from '../parts/field.tsx'
import { Name } from '../parts/names.tsx'
import { Skeleton } from '../parts/states.tsx'
import { Mark } from '../parts/status.tsx'
import { client } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useListing, useWords } from '../words.ts'
import { FormDialog } from './list.tsx'
import type { Profile } from '../../registers/expert-profile.ts'
import { AwayField, EmployersField } from '../pool/periods.tsx'

export function ProfilePage() {
  const { t } = useTranslation(['admin', 'pool'])
  const words = useWords()
  const listing = useListing()
  const { data, error, refetch } = useQuery({ queryKey: ['profile'], queryFn: ({ signal }) => get<Profile>('/profile', signal) })
  const [writing, setWriting] = useState(false)
  useTitle(t('profile.title'))
  return (
    <div className="page narrow">
      <div className="head">
        <div>
          <h1>{t('profile.title')}</h1>
          <p className="s mute">{t('profile.lead')}</p>
        </div>
        {data && (
          <button type="button" className="btn primary" onClick={() => setWriting(true)}>
            {t('edit')}
          </button>
        )}
      </div>
      {!data ? (
        error ? (
          <Fault error={error} retry={() => void refetch()} />
        ) : (
          <Skeleton />
        )
      ) : (
        <section className="panel form">
          <dl className="kv">
            <div>
              <dt>{t('person')}</dt>
              <dd>{data.name}</dd>
            </div>
            <div>
              <dt>{t('profile.title_')}</dt>
              <dd>{words(data.titleWords)}</dd>
            </div>
            <div>
              <dt>{t('profile.employers')}</dt>
              <dd>
                {data.employers.map((one) => (
                  <p key={one.name}>
                    <Name name={one.name} />{' '}
                    <span className="faint">
                      {one.from} {one.from && '–'} {one.to ?? ''}
                    </span>
                  </p>
                ))}
              </dd>
            </div>
            <div>
              <dt>{t('profile.fields')}</dt>
              <dd>{listing(data.fields.map(words))}</dd>
            </div>
            <div>
              <dt>{t('profile.avoid')}</dt>
              <dd>{listing(data.avoid) || <span className="faint">{t('profile.avoidNone')}</span>}</dd>
            </div>
            <div>
              <dt>{t('profile.phone')}</dt>
              <dd>{data.phone ?? <span className="faint">{t('profile.noPhone')}</span>}</dd>
            </div>
            <div>
              <dt>{t('pool:card.email')}</dt>
              <dd>{data.email ?? <span className="faint">{t('pool:card.none')}</span>}</dd>
            </div>
            <div>
              <dt>{t('pool:card.away')}</dt>
              <dd>
                {data.away.length > 0 ? (
                  data.away.map(({ from, to }) => <p key={from}>{t('pool:bars.term', { from, until: to })}</p>)
                ) : (
                  <span className="faint">{t('pool:card.awayNone')}</span>
                )}
              </dd>
            </div>
            <div>
              <dt>{t('experts.state')}</dt>
              <dd>
                <Mark family={data.available ? 'ok' : 'void'} words={t(data.available ? 'experts.active' : 'experts.inactive')} />
              </dd>
            </div>
          </dl>
        </section>
      )}
      {writing && data && <Form profile={data} onClose={() => setWriting(false)} />}
    </div>
  )
}

/** Employers with their dates decide about conflicts; so do the institutions one wants to avoid. */
function Form({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const { t } = useTranslation(['admin', 'pool'])
  const [employers, setEmployers] = useState(profile.employers)
  const [avoid, setAvoid] = useState(profile.avoid.join('\n'))
  const [phone, setPhone] = useState(profile.phone ?? '')
  const [email, setEmail] = useState(profile.email ?? '')
  const [away, setAway] = useState(profile.away)
  const [available, setAvailable] = useState(profile.available)
  const save = () =>
    call('PATCH', '/profile', {
      version: profile.version,
      body: {
        employers,
        avoid: avoid.split('\n').flatMap((line) => line.trim() || []),
        away,
        phone: phone.trim() || null,
        email: email.trim() || null,
        available,
      },
    }).then(() => client.invalidateQueries({ queryKey: ['profile'] }))
  return (
    <FormDialog title={t('profile.title')} onClose={onClose} save={save}>
      <EmployersField value={employers} onChange={setEmployers} />
      <LongField label={t('profile.avoid')} help={t('profile.avoidHelp')} value={avoid} onChange={setAvoid} />
      <AwayField value={away} onChange={setAway} />
      <TextField type="tel" label={t('profile.phone')} value={phone} onChange={setPhone} />
      <TextField type="email" label={t('pool:email')} value={email} onChange={setEmail} />
      <CheckField checked={available} onChange={setAvailable}>
        {t('experts.available')}
      </CheckField>
    </FormDialog>
  )
}
