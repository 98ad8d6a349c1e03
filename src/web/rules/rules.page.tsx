import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get } from '../call.ts'
import { LapsedNote } from '../law/lapsed.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { Bases, Calendar, Coverage, Readings } from './lists.tsx'
import { SettingCard } from './setting-card.tsx'
import { Settings } from './settings.tsx'
import { ProposeDialog, type Proposing } from './propose.tsx'
import type { Rules } from './shape.ts'
import '../css/rules.css'

const route = getRouteApi('/rules')
const tabs = ['settings', 'readings', 'bases', 'calendar', 'coverage'] as const
export type Tab = (typeof tabs)[number]

/** Nothing is edited in place: a change is proposed by one person and signed by another, with a date and a basis. */
export function RulesPage() {
  const { t } = useTranslation('law')
  const { tab: wanted, key } = route.useSearch()
  const tab = tabs.find((one) => one === wanted) ?? 'settings'
  const { data, error, refetch } = useQuery({ queryKey: ['rules'], queryFn: ({ signal }) => get<Rules>('/rules', signal) })
  const { assignments } = useSession()
  const mayPropose = assignments.some(({ role }) => role === 'city.officer')
  const [proposing, setProposing] = useState<Proposing | null>(null)
  useTitle(t('console.title'))
  if (!data)
    return (
      <div className="page">
        <h1>{t('console.title')}</h1>
        {error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={12} />}
      </div>
    )
  const chosen = data.settings.find((setting) => setting.key === key)
  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>{t('console.title')}</h1>
          <p className="s mute">{t('console.lead')}</p>
        </div>
        {mayPropose && (
          <div className="row wrap">
            <button type="button" className="btn" onClick={() => setProposing({ kind: 'reading' })}>
              <Icon shape="plus" />
              {t('console.addReading')}
            </button>
            <button type="button" className="btn" onClick={() => setProposing({ kind: 'authorityBasis' })}>
              <Icon shape="plus" />
              {t('console.addBasis')}
            </button>
            <button type="button" className="btn" onClick={() => setProposing({ kind: 'calendarYear' })}>
              <Icon shape="plus" />
              {t('console.addYear')}
            </button>
          </div>
        )}
      </div>
      <LapsedNote />
      <div className={tab === 'settings' ? 'rules' : undefined}>
        <section className="panel">
          <Tabs data={data} tab={tab} />
          {tab === 'settings' && <Settings data={data} />}
          {tab === 'readings' && <Readings data={data} />}
          {tab === 'bases' && <Bases data={data} />}
          {tab === 'calendar' && <Calendar data={data} />}
          {tab === 'coverage' && <Coverage data={data} />}
        </section>
        {tab === 'settings' && (
          <SettingCard setting={chosen} mayPropose={mayPropose} onPropose={(setting) => setProposing({ kind: 'setting', setting })} />
        )}
      </div>
      {proposing && <ProposeDialog about={proposing} onClose={() => setProposing(null)} />}
    </div>
  )
}

function Tabs({ data, tab }: { data: Rules; tab: Tab }) {
  const { t } = useTranslation('law')
  const counts = {
    settings: data.settings.length,
    readings: data.readings.length,
    bases: data.bases.length,
    calendar: data.calendar.length,
    coverage: data.coverage.covered,
  }
  return (
    <nav className="tab" aria-label={t('console.tabsLabel')}>
      {tabs.map((one) => (
        <Link
          key={one}
          to="/rules"
          search={{ tab: one === 'settings' ? undefined : one }}
          activeProps={{}}
          aria-current={one === tab ? 'page' : undefined}
        >
          {t(`console.tabs.${one}`, { n: counts[one], of: data.coverage.of })}
        </Link>
      ))}
    </nav>
  )
}
