import '../css/pool.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Employer, ExpertCard } from '../../registers/expert-rows.ts'
import { get } from '../call.ts'
import { Demo, Name } from '../parts/names.tsx'
import { Skeleton } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useListing, useWords } from '../words.ts'
import { Bars } from './bars.tsx'
import { Credit } from './credit.tsx'
import { ExpertForm, writingOf } from './expert-form.tsx'
import { StandingMark } from './standing.tsx'

const route = getRouteApi('/experts/$id')

/** The card of one expert: what conflicts are computed from, whether to be called, and who says why not. */
export function ExpertPage() {
  const { t } = useTranslation('admin')
  const words = useWords()
  const { id } = route.useParams()
  const { assignments } = useSession()
  const { data, error, refetch } = useQuery({ queryKey: ['expert', id], queryFn: ({ signal }) => get<ExpertCard>(`/experts/${id}`, signal) })
  const [writing, setWriting] = useState(false)
  useTitle(data?.name ?? t('experts.title'))
  if (!data) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={10} />}</div>
  const mayWrite = assignments.some(({ role }) => role === 'city.officer' || role === 'city.lead')
  return (
    <div className="page">
      <nav className="crumb">
        <Link to="/experts">{t('experts.title')}</Link> / <span className="nowrap">{data.name}</span>
      </nav>
      <div className="head">
        <div>
          <h1 className="row wrap">
            <span>
              {data.name}
              {data.demo && <Demo />}
            </span>{' '}
            <StandingMark standing={data.standing} />
          </h1>
          <p className="s mute">
            <Name name={data.employer} /> · {words(data.titleWords)} · {words(data.specialtyWords)} · {data.region}
          </p>
        </div>
        {mayWrite && (
          <button type="button" className="btn primary" onClick={() => setWriting(true)}>
            {t('edit')}
          </button>
        )}
      </div>
      <div className="wlgrid">
        <Facts card={data} />
        <aside className="stack">
          <Bars card={data} />
          <Credit id={data.id} />
        </aside>
      </div>
      {writing && <ExpertForm start={writingOf(data)} onClose={() => setWriting(false)} />}
    </div>
  )
}

function Facts({ card }: { card: ExpertCard }) {
  const { t } = useTranslation(['pool', 'admin'])
  const words = useWords()
  const listing = useListing()
  const none = <span className="faint">{t('card.none')}</span>
  const pair = (name: string, value: ReactNode) => (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('card.facts')}</h2>
      </div>
      <div className="bd">
        <dl className="kv broad">
          {pair(t('admin:experts.fields'), listing(card.fields.map(words)) || none)}
          {pair(t('card.region'), `${card.region} · ${t(card.inCity ? 'card.inCity' : 'card.outside')}`)}
          {pair(
            t('card.employers'),
            card.employers.map((one, index) => (
              <p key={index}>
                <Name name={one.name} /> <span className="faint nowrap">{periodOf(one, t('card.now'), t('card.unknown'))}</span>
              </p>
            )),
          )}
          {pair(t('card.avoid'), listing(card.avoid) || <span className="faint">{t('card.awayNone')}</span>)}
          {pair(t('card.away'), card.away.length > 0 ? card.away.map(({ from, to }) => <p key={from}>{t('bars.term', { from, until: to })}</p>) : <span className="faint">{t('card.awayNone')}</span>)}
          {pair(t('card.phone'), card.phone ?? none)}
          {pair(t('card.email'), card.email ?? none)}
          {pair(t('card.role'), card.from ? t('card.roleFrom', { day: card.from }) : <StandingMark standing="noAccount" />)}
        </dl>
      </div>
    </section>
  )
}

const periodOf = ({ from, to }: Employer, now: string, unknown: string) => (from === null && to === null ? unknown : `${from ?? '…'} – ${to ?? now}`)
