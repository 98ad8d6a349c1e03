import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Basis } from '../../kernel/rule.ts'
import { get } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { Name } from '../parts/names.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { Mark, Status } from '../parts/status.tsx'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import type { BaseDetail } from './shape.ts'

const route = getRouteApi('/bases/$number')

export function BasePage() {
  const { t } = useTranslation('admin')
  const words = useWords()
  const { number } = route.useParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['base', number],
    queryFn: ({ signal }) => get<BaseDetail>(`/bases/${number}`, signal),
  })
  useTitle(data?.name ?? number)
  if (!data) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={10} />}</div>
  const pair = (name: string, value: string | null) =>
    value && (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    )
  return (
    <div className="page">
      <nav className="crumb">
        <Link to="/bases">{t('bases.title')}</Link> / <span className="nowrap">{number}</span>
      </nav>
      <div className="head">
        <div>
          <h1 className="row wrap">
            <Name name={data.name} demo={data.demo} /> <Mark family={data.family} words={data.statusWords} />
          </h1>
          <p className="s mute">
            <Name name={data.host} /> · {words(data.field)} · {words(data.county.words)}
          </p>
        </div>
        <a className="btn" href={`/bases/${data.number}`}>
          {t('bases.portal')}
        </a>
      </div>
      {data.hold && (
        <Note tone="no">
          {t('bases.hold', { by: data.hold.by, since: data.hold.since })} {words(data.hold.words)}
        </Note>
      )}
      <div className="wlgrid">
        <section className="panel">
          <div className="hd">
            <h2>{t('bases.facts')}</h2>
          </div>
          <div className="bd">
            <dl className="kv broad">
              {pair(t('bases.certificateNo'), data.certificateNo)}
              {pair(t('bases.documentNo'), data.documentNo)}
              {pair(t('bases.recognisedOn'), data.recognisedOn)}
              {pair(t('bases.director'), data.director)}
              {data.facts?.map((fact) => (
                <div key={fact.name.en}>
                  <dt>{words(fact.name)}</dt>
                  <dd>{words(fact.value)}</dd>
                </div>
              ))}
            </dl>
          </div>
        </section>
        <aside className="stack">
          {data.cases?.length > 0 && (
            <section className="panel">
              <div className="hd">
                <h2 className="h3">{t('bases.cases')}</h2>
              </div>
              <ul className="counts">
                {data.cases.map((one) => (
                  <li key={one.number}>
                    <Link to="/cases/$number" params={{ number: one.number }}>
                      <span>
                        {one.title}
                        <small className="below faint">{one.number}</small>
                      </span>
                      <Status procedure={one.procedure} status={one.status} />
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {data.history?.length > 0 && (
            <section className="panel">
              <div className="hd">
                <h2 className="h3">{t('bases.history')}</h2>
              </div>
              <ol className="tl">
                {data.history.map((entry, index) => (
                  <li key={index}>
                    <span className="d">{entry.on}</span>
                    <div className="w">{words(entry.says)}</div>
                    <Cite law={entry.law as Basis} />
                  </li>
                ))}
              </ol>
            </section>
          )}
        </aside>
      </div>
    </div>
  )
}
