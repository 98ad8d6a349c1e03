import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from '../call.ts'
import { Skeleton } from '../parts/states.tsx'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import type { Profile } from './shape.ts'

export function ProfilePage() {
  const { t } = useTranslation('admin')
  const words = useWords()
  const { data, error, refetch } = useQuery({ queryKey: ['profile'], queryFn: ({ signal }) => get<Profile>('/profile', signal) })
  useTitle(t('profile.title'))
  return (
    <div className="page narrow">
      <h1>{t('profile.title')}</h1>
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
              <dd>{data.title}</dd>
            </div>
            <div>
              <dt>{t('profile.employers')}</dt>
              <dd>
                {data.employers.map((one) => (
                  <p key={one.name}>
                    {one.name}{' '}
                    <span className="faint">
                      {one.from} {one.from && '–'} {one.to ?? ''}
                    </span>
                  </p>
                ))}
              </dd>
            </div>
            <div>
              <dt>{t('profile.fields')}</dt>
              <dd>{data.fields.map(words).join('、')}</dd>
            </div>
            {data.avoid.length > 0 && (
              <div>
                <dt>{t('profile.avoid')}</dt>
                <dd>{data.avoid.join('、')}</dd>
              </div>
            )}
          </dl>
        </section>
      )}
    </div>
  )
}
