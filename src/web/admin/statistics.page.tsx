import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from '../call.ts'
import { percent } from '../format.ts'
import { Empty, Note, Skeleton } from '../parts/states.tsx'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { BaseFigures } from './base-figures.tsx'
import type { Statistics } from './shape.ts'

/** Figures over what the viewer may see; each says what it leaves out. */
export function StatisticsPage() {
  const { t } = useTranslation('admin')
  const words = useWords()
  const { data, error, refetch } = useQuery({ queryKey: ['statistics'], queryFn: ({ signal }) => get<Statistics>('/statistics', signal) })
  useTitle(t('statistics.title'))
  const groups = data?.groups.filter(({ rows }) => rows.some(({ count }) => count > 0)) ?? []
  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>{t('statistics.title')}</h1>
          {data && <p className="s mute">{t('statistics.asOf', { day: data.asOf })}</p>}
        </div>
      </div>
      {!data ? (
        error ? (
          <Fault error={error} retry={() => void refetch()} />
        ) : (
          <Skeleton rows={8} />
        )
      ) : groups.length === 0 ? (
        data.ofBases && (
          <section className="panel">
            <Empty>{t('statistics.empty')}</Empty>
          </section>
        )
      ) : (
        <div className="figures">
          {groups.map((group) => (
            <section className="panel" key={group.words.en}>
              <div className="hd">
                <h2>{words(group.words)}</h2>
              </div>
              <div className="bd">
                {group.note && <p className="xs mute">{words(group.note)}</p>}
                <table>
                  <thead className="sr">
                    <tr>
                      <th scope="col">{words(group.words)}</th>
                      <th scope="col">{t('statistics.share')}</th>
                      <th scope="col">{t('statistics.count')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {group.rows.map((row) => (
                      <tr key={row.name.en}>
                        <th scope="row">{words(row.name)}</th>
                        <td className="bar-cell">
                          {row.share !== null && (
                            <progress max={1} value={row.share} aria-label={`${words(row.name)} ${percent(row.share)}`} />
                          )}
                        </td>
                        <td className="num">
                          <b>{row.count}</b>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </section>
          ))}
        </div>
      )}
      {data?.ofBases && <BaseFigures />}
      {data?.ofBases === false && (
        <Note
          tone="go"
          action={
            <a className="btn" href="/statistics">
              {t('statistics.portal')}
            </a>
          }
        >
          {t('statistics.public')}
        </Note>
      )}
    </div>
  )
}
