import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Status } from '../parts/status.tsx'
import { useWords } from '../words.ts'
import { matterOf } from '../../settings/matters/matters-2026.ts'
import { getMatters, useSide } from './queries.ts'

/** The way from the register of bases to the matters of all of them: they have no place of their own in most navigations. */
export function MattersLink({ base }: { base?: string }) {
  const { t } = useTranslation('matters')
  return <Link className="btn" to="/matters" search={{ base }}>{t('title')}</Link>
}

/** The latest matters of a base, and where its people begin one. */
export function MattersOfBase({ number }: { number: string }) {
  const { t } = useTranslation(['matters', 'shell'])
  const words = useWords()
  const { ofBase } = useSide()
  const { data } = useQuery({ queryKey: ['matters', { base: number }, 'latest'], queryFn: ({ signal }) => getMatters({ base: number }, null, signal) })
  return (
    <section className="panel" aria-label={t('title')}>
      <div className="hd"><h2 className="h3">{t('title')}</h2><span className="grow" /><Cite law="Art. 15" /></div>
      {data && (data.rows.length === 0 ? <p className="bd s mute">{t('empty')}</p> : (
        <ul className="counts">
          {data.rows.slice(0, 5).map((row) => <li key={row.id}><Link to="/cases/$number" params={{ number: row.number }}><span>{words(matterOf(row.code).words)}<small className="below faint">{row.code} · {row.number}</small></span><Status procedure="major-matter" status={row.status} /></Link></li>)}
        </ul>
      ))}
      <p className="bd row wrap">
        {ofBase && <Link className="btn primary" to="/matters/new" search={{ base: number }}><Icon shape="plus" />{t('open')}</Link>}
        {ofBase && <Link className="btn sign" to="/accident" search={{ base: number }}><Icon shape="warn" />{t('accident')}</Link>}
        <Link className="btn" to="/matters" search={{ base: number }}>{t('shell:list.all')}</Link>
      </p>
    </section>
  )
}
