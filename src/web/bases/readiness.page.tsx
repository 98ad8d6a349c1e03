import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ReadinessList, ReadinessShown, SetChoice } from '../../procedures/base/base.readiness.routes.ts'
import type { Gap } from '../../settings/provincial.ts'
import { ListPage, Table } from '../admin/list.tsx'
import { get, pathOf } from '../call.ts'
import { amount, percent } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { SelectField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { OutcomeMark } from '../parts/status.tsx'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { NoBase, ToBases } from './no-base.tsx'
import '../css/bases.css'

const one = getRouteApi('/bases/$number/readiness')
const all = getRouteApi('/readiness')

/** One base against a set of conditions: the gap of each. */
export function ReadinessPage() {
  const { t } = useTranslation('bases')
  const { number } = one.useParams()
  const { set } = one.useSearch()
  const navigate = one.useNavigate()
  useTitle(t('ready.title'))
  const { data, error, refetch } = useQuery({ queryKey: ['base', number, 'readiness', set ?? ''], queryFn: ({ signal }) => get<ReadinessShown>(pathOf(`/bases/${number}/readiness`, { set }), signal) })
  if (!data) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={8} />}</div>
  return (
    <div className="page">
      <nav className="crumb" aria-label={t('crumb')}><Link to="/bases">{t('title')}</Link> / <Link to="/bases/$number" params={{ number }}><Name name={data.base.name} demo={data.base.demo} /></Link> / {t('ready.title')}</nav>
      <div className="head"><h1 className="row wrap">{t('ready.title')} <Cite law="Art. 12" /></h1>
        {data.gaps.length > 0 && <a className="btn" href={pathOf(`/api/bases/${number}/readiness/sheet`, { set })} download><Icon shape="down" />{t('ready.out')}</a>}</div>
      <section className="panel">
        <div className="bd row wrap"><Choice sets={data.sets} value={data.set.id} onChange={(next) => void navigate({ search: { set: next } })} /></div>
        <div className="bd stack"><Source set={data.set} />
          {data.first !== null && <Note tone="ok">{t('ready.first', { year: data.first })}</Note>}
          {data.gaps.length === 0 ? <NotEntered /> : <>
            <p><b>{t('ready.met', { met: data.met, of: data.gaps.length, share: data.share === null ? t('none') : percent(data.share) })}</b></p>
            {data.set.verified && (data.share ?? 0) >= 0.9 && <Note tone="ok">{t('ready.near')}</Note>}</>}
          {data.unknown.length > 0 && <Note tone="no">{t('ready.unknown', { list: data.unknown.join(' ') })}</Note>}</div>
        {data.gaps.length > 0 && <Gaps gaps={data.gaps} />}
      </section>
    </div>
  )
}

/** The text is not in hand: said in words, with the way it is entered for those who enter it. */
function NotEntered() {
  const { t } = useTranslation('bases')
  const { homes } = useSession()
  return <Note tone="am" action={homes.includes('rules') && <Link className="btn sm" to="/rules" search={{ key: 'provincial.conditions' }}>{t('ready.enter')}</Link>}>{t('ready.empty')}<div className="s">{t(homes.includes('rules') ? 'ready.howToEnter' : 'ready.whoEnters')}</div></Note>
}

function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  const told = (value: number | null, unit: Gap['unit']) => (value === null ? t('ready.notEntered') : unit ? `${amount(value)} ${words(unit)}` : t(value >= 1 ? 'yes' : 'no'))
  return (
    <Scroll label={t('ready.title')}><table className="cards"><thead><tr>{(['condition', 'now', 'line', 'gap', 'verdict'] as const).map((head) => <th key={head} scope="col">{t(`ready.${head}`)}</th>)}</tr></thead>
      <tbody>{gaps.map((gap) => (
        <tr key={gap.metric}><td>{words(gap.says)}{gap.instead && <div className="sub">{t('ready.or')} {words(gap.instead.says)}</div>}</td><td>{told(gap.value, gap.unit)}{gap.instead && <div className="sub">{told(gap.instead.value, gap.instead.unit)}</div>}</td>
          <td>{told(gap.least, gap.unit)}{gap.instead && <div className="sub">{told(gap.instead.least, gap.instead.unit)}</div>}</td><td>{gap.missing === null ? t('none') : told(gap.missing, gap.unit)}<meter className="wide-meter" min={0} max={1} value={gap.share} aria-label={words(gap.says)} /></td><td><OutcomeMark outcome={gap.verdict.outcome} /></td></tr>))}</tbody></table></Scroll>
  )
}

function Choice({ sets, value, onChange }: { sets: readonly SetChoice[]; value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  return <SelectField label={t('ready.set')} value={value} onChange={onChange} choices={sets.map((set) => ({ value: set.id, label: `${words(set.words)} · ${set.verified ? t('ready.verified') : t(set.conditions === 0 || set.id === sets[0]?.id ? 'ready.unverified' : 'ready.toCompare')}` }))} />
}

function Source({ set }: { set: Pick<SetChoice, 'id' | 'source' | 'verified'> }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  return <p className="s mute">{t('ready.source', { source: words(set.source) })} · {set.verified ? t('ready.verified') : set.id === 'SX-42-2022' ? t('ready.unverified') : t('ready.compare')}</p>
}

/** All bases side by side. */
export function ReadinessListPage() {
  const { t } = useTranslation('bases')
  const { set } = all.useSearch()
  const navigate = all.useNavigate()
  const query = useQuery({ queryKey: ['readiness', set ?? ''], queryFn: ({ signal }) => get<ReadinessList>(pathOf('/readiness', { set }), signal) })
  return (
    <ListPage title={t('ready.title')} crumb={<ToBases here={t('ready.title')} />} lead={query.data && <Source set={query.data.set} />} instead={query.data?.works === false && <NoBase />} note={query.data?.works && query.data.set.conditions === 0 && <NotEntered />}
      query={query} empty={t(query.data?.set.conditions === 0 ? 'ready.nothing' : 'ready.noBases')} isEmpty={({ rows, set: chosen }) => rows.length === 0 || chosen.conditions === 0}
      tools={query.data && <Choice sets={query.data.sets} value={query.data.set.id} onChange={(next) => void navigate({ search: { set: next } })} />}>
      {({ rows }) => (
        <Table heads={[t('watchPage.base'), t('ready.verdict'), t('ready.gap')]}>{rows.map((row) => (
          <tr key={row.number}><td><Link to="/bases/$number/readiness" params={{ number: row.number }} search={set ? { set } : {}}><Name name={row.name} demo={row.demo} /></Link><div className="sub">{row.number}{row.first !== null && <> · {t('ready.first', { year: row.first })}</>}</div></td><td>{t('ready.of', { met: row.met, of: row.of })}</td>
            <td>{row.share === null ? t('none') : <>{percent(row.share)} <meter className="wide-meter" min={0} max={1} value={row.share} aria-label={row.name} /></>}</td></tr>))}</Table>)}
    </ListPage>
  )
}
