import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, get } from '../call.ts'
import { DayField } from '../parts/day-field.tsx'
import { CheckField, LongField, TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Skeleton } from '../parts/states.tsx'
import { Mark } from '../parts/status.tsx'
import { client } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useListing, useWords } from '../words.ts'
import { FormDialog } from './list.tsx'
import type { Profile } from './shape.ts'

export function ProfilePage() {
  const { t } = useTranslation('admin')
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
  const { t } = useTranslation(['admin', 'steps'])
  const [employers, setEmployers] = useState(profile.employers)
  const [avoid, setAvoid] = useState(profile.avoid.join('\n'))
  const [phone, setPhone] = useState(profile.phone ?? '')
  const [available, setAvailable] = useState(profile.available)
  const put = (at: number, change: Partial<Profile['employers'][number]>) =>
    setEmployers(employers.map((one, index) => (index === at ? { ...one, ...change } : one)))
  const save = () =>
    call('PATCH', '/profile', {
      version: profile.version,
      body: {
        employers,
        avoid: avoid.split('\n').flatMap((line) => line.trim() || []),
        phone: phone.trim() || null,
        available,
      },
    }).then(() => client.invalidateQueries({ queryKey: ['profile'] }))
  return (
    <FormDialog title={t('profile.title')} onClose={onClose} save={save}>
      <fieldset className="group">
        <legend>{t('profile.employers')}</legend>
        {employers.map((one, index) => (
          <div className="entry" key={index}>
            <TextField label={t('name')} required value={one.name} onChange={(name) => put(index, { name })} />
            <div className="fields">
              <DayField label={t('since')} value={one.from ?? ''} onChange={(from) => put(index, { from: from || null })} />
              <DayField label={t('to')} value={one.to ?? ''} onChange={(to) => put(index, { to: to || null })} />
            </div>
            <button
              type="button"
              className="btn quiet sm"
              onClick={() => setEmployers(employers.filter((_, other) => other !== index))}
            >
              <Icon shape="bin" />
              {t('steps:rows.remove')}
            </button>
          </div>
        ))}
        <button type="button" className="btn sm" onClick={() => setEmployers([...employers, { name: '', from: null, to: null }])}>
          <Icon shape="plus" />
          {t('steps:rows.add')}
        </button>
      </fieldset>
      <LongField label={t('profile.avoid')} help={t('profile.avoidHelp')} value={avoid} onChange={setAvoid} />
      <TextField type="tel" label={t('profile.phone')} value={phone} onChange={setPhone} />
      <CheckField checked={available} onChange={setAvailable}>
        {t('experts.available')}
      </CheckField>
    </FormDialog>
  )
}
