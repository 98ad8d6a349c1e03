import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BaseDetail, BaseFileShown } from '../../procedures/base/base.profile.door.ts'
import type { Basis } from '../../kernel/rule.ts'
import { get, pathOf } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { DayField } from '../parts/day-field.tsx'
import { MattersOfBase } from '../matters/of-base.tsx'
import { Name } from '../parts/names.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { Mark, Status } from '../parts/status.tsx'
import { useProcedureName } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { BuildingNote } from './building.tsx'
import { Director } from './director.tsx'
import { Held } from './held.tsx'
import { Facts, Figures } from './facts.tsx'
import { Findings, Meter, Near } from './standing.tsx'
import { People } from './people.tsx'
import { Tables } from './tables.tsx'
import { Timeline } from './timeline.tsx'
import '../css/bases.css'

const route = getRouteApi('/bases/$number')

/** Everything about one base and its evidence, on any day; what is public for everybody, the file for its parties. */
export function BasePage() {
  const { t } = useTranslation('bases')
  const words = useWords()
  const { number } = route.useParams()
  const { on } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery({ queryKey: ['base', number, on ?? ''], queryFn: ({ signal }) => get<BaseDetail>(pathOf(`/bases/${number}`, { on }), signal) })
  useTitle(data?.name ?? number)
  if (!data) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={10} />}</div>
  const { file } = data
  return (
    <div className="page base-page">
      <nav className="crumb" aria-label={t('crumb')}><Link to="/bases">{t('title')}</Link> / <span className="nowrap">{number}</span></nav>
      <div className="head">
        <div>
          <h1 className="row wrap"><Name name={data.name} demo={data.demo} /> <Mark family={data.family} words={data.statusWords} /></h1>
          <p className="s mute"><Name name={data.host} /> · {words(data.field)} · {words(data.county.words)} · {data.certificateNo}</p>
        </div>
        <div className="row wrap">
          {file && <DayField label={t('asOf')} value={on ?? ''} min={data.recognisedOn} max={data.today} onChange={(day) => void navigate({ search: (old) => ({ ...old, on: day || undefined }) })} />}
          {file && <Link className="btn" to="/bases/$number/readiness" params={{ number }}>{t('readiness')}</Link>}
          <a className="btn" href={`/bases/${data.number}`}>{t('portal')}</a>
        </div>
      </div>
      {on && on !== data.today && <Note tone="am" action={<Link className="btn sm" to="." search={(old) => ({ ...old, on: undefined })}>{t('today')}</Link>}>{t('past', { day: data.on })}</Note>}
      {file && <Held holds={file.holds} until={(hold) => { const item = file.watched.find(({ of, title }) => of === 'hold' && title === hold.number); return item && { on: item.on, left: item.left } }} />}
      {file?.buildingSince && <BuildingNote since={file.buildingSince} building={file.building} by={file.watched.find(({ of }) => of === 'building')?.on} to={data.cases.find(({ procedure }) => procedure === 'base')?.number} />}
      {file && <Jumps />}
      <div className="wlgrid">
        <div className="stack">
          <Facts data={data} />
          {file && <><Figures file={file} /><Director number={number} terms={file.terms} on={data.on} /><Tables number={number} file={file} on={on} /><Timeline lines={file.timeline} /></>}
        </div>
        <aside className="stack">
          {file && <><Meter number={number} completeness={file.completeness} /><Findings findings={file.findings} /><Near number={number} watched={file.watched} /><Grades file={file} /><MattersOfBase number={number} />{!on && <People number={number} />}</>}
          <Cases data={data} />
          {!file && <PublicHistory data={data} />}
        </aside>
      </div>
    </div>
  )
}

/** On a phone the page is long: its parts by their names. */
function Jumps() {
  const { t } = useTranslation('bases')
  return (
    <nav className="jumps" aria-label={t('parts')}>
      {(['director', 'tables', 'history', 'completeness', 'findings', 'watch', 'cases'] as const).map((part) => <a key={part} href={`#${part}`}>{t(part)}</a>)}
    </nav>
  )
}

function Grades({ file }: { file: BaseFileShown }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  const lines = file.timeline.filter(({ did }) => did === 'recordGrade' || did === 'recordAward')
  return (
    <section className="panel"><div className="hd"><h2 className="h3">{t('grades')}</h2><span className="grow" /><Cite law="Art. 18" /></div>
      {lines.length === 0 ? <p className="bd s mute">{t('gradesNone')}</p> : <ul className="plain-list">{lines.map((line) => <li key={line.no}><span className="grow">{words(line.more)}</span><span className="faint">{line.on}</span></li>)}</ul>}
    </section>
  )
}

function Cases({ data: { cases } }: { data: BaseDetail }) {
  const { t } = useTranslation('bases')
  const nameOf = useProcedureName()
  return (
    <section className="panel"><div className="hd"><h2 className="h3" id="cases">{t('cases')}</h2></div>
      {cases.length === 0 ? <p className="bd s mute">{t('casesNone')}</p> : <ul className="counts">{cases.map((one) => (
        <li key={one.number}><Link to="/cases/$number" params={{ number: one.number }}><span>{one.title}<small className="below faint">{nameOf(one.procedure)} · {one.number} · {one.openedOn}</small></span><Status procedure={one.procedure} status={one.status} /></Link></li>))}</ul>}
    </section>
  )
}

function PublicHistory({ data: { history } }: { data: BaseDetail }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  return (
    <section className="panel"><div className="hd"><h2 className="h3">{t('history')}</h2></div>
      <ol className="life">{history.map((entry, index) => <li key={index}><span className="faint nowrap">{entry.on}</span><div className="grow">{words(entry.says)}</div><Cite law={entry.law as Basis} /></li>)}</ol></section>
  )
}
