import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Cite } from '../parts/cite.tsx'
import { Empty } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { useWords } from '../words.ts'
import { useTwins } from './query.ts'

/** What is counted a second time, with both places, and texts that are alike: shown to those who examine, never graded. */
export function Doubles({ id }: { id: string }) {
  const { t } = useTranslation('assess')
  const words = useWords()
  const { assignments } = useSession()
  const { data } = useTwins(id, assignments.some(({ role }) => role.startsWith('county.') || role.startsWith('city.')))
  if (!data) return null
  const nameOf = (path: string) => { const [section, field] = path.split('.'); const of = data.form.find((one) => one.id === section); return `${section} ${words(of?.fields.find((one) => one.id === field)?.words ?? of?.words)}` }
  return (
    <section className="panel">
      <div className="hd wrap"><h2>{t('twins.title')}</h2><Cite law="setting:assess.photoDistance" /><span className="s mute">{t('twins.says')}</span></div>
      {data.twins.length + data.alike.length === 0 ? <Empty>{t('twins.none')}</Empty> : (
        <ul className="twins">
          {data.twins.map((one, at) => <li key={`${one.row_id}.${at}`}><b>{t(`twins.kinds.${one.kind as 'contract'}`)}</b> {one.label}<div className="s t-am">{t('twins.there', { year: one.other_year })} {one.other_number ? <><Link to="/cases/$number" params={{ number: one.other_number }}>{one.other_name}</Link> {one.other_label}</> : t('twins.elsewhere')}{one.distance > 0 && <span className="faint"> {t('twins.distance', { n: one.distance })}</span>}</div></li>)}
          {data.alike.map((one) => <li key={`${one.number}.${one.path}`}><b>{t('twins.text')}</b> {nameOf(one.path)}<div className="s mute">{t('twins.alike', { share: one.share, year: one.year })} <Link to="/cases/$number" params={{ number: one.number }}>{one.name}</Link></div></li>)}
        </ul>
      )}
      {data.unseen.length > 0 && <p className="bd thin s mute">{t('twins.unseen')} {data.unseen.map(({ label, because }) => `${label}（${t(`twins.because.${because ?? 'waiting'}`)}）`).join(t('twins.and'))}</p>}
    </section>
  )
}
