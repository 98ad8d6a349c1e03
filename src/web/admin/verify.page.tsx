import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { get } from '../call.ts'
import { instantOf, shortHash } from '../format.ts'
import { Icon } from '../parts/icon.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import type { LogCheck } from './shape.ts'

export function VerifyPage() {
  const { t } = useTranslation('admin')
  const words = useWords()
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['verify log'],
    staleTime: 0,
    queryFn: ({ signal }) => get<LogCheck>('/verify-log', signal),
  })
  useTitle(t('verify.title'))
  return (
    <div className="page narrow">
      <div className="head">
        <div>
          <h1>{t('verify.title')}</h1>
          <p className="s mute">{t('verify.lead')}</p>
        </div>
        <button type="button" className="btn" aria-disabled={isFetching || undefined} onClick={() => void refetch()}>
          <Icon shape="sync" />
          {t('verify.run')}
        </button>
      </div>
      {!data ? (
        error ? (
          <Fault error={error} retry={() => void refetch()} />
        ) : (
          <Skeleton />
        )
      ) : (
        <section className="panel form stack">
          {data.faults.length === 0 ? (
            <Note tone="ok">{t('verify.sound')}</Note>
          ) : (
            <Note tone="no" alert>
              <b>{t('verify.faults', { n: data.faults.length })}</b>
              <ul>
                {data.faults.map((fault) => (
                  <li key={`${fault.number}${fault.no}`}>
                    <Link to="/cases/$number" params={{ number: fault.number }}>
                      {fault.number}
                    </Link>{' '}
                    {fault.no} {words(fault.says)}
                  </li>
                ))}
              </ul>
            </Note>
          )}
          <dl className="kv">
            <div>
              <dt>{t('verify.at')}</dt>
              <dd>{instantOf(data.checkedAt)}</dd>
            </div>
            <div>
              <dt>{t('verify.cases')}</dt>
              <dd>{data.cases}</dd>
            </div>
            <div>
              <dt>{t('verify.entries')}</dt>
              <dd>{data.entries}</dd>
            </div>
            <div>
              <dt>{t('verify.head')}</dt>
              <dd className="mono">{shortHash(data.head)}</dd>
            </div>
          </dl>
        </section>
      )}
    </div>
  )
}
