import { getRouteApi, Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { divisionOf } from '../../settings/divisions.ts'
import { shortDay } from '../format.ts'
import { NoBase } from '../bases/no-base.tsx'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Empty, Note, Skeleton } from '../parts/states.tsx'
import { Mark, Status } from '../parts/status.tsx'
import { useCardHeads } from '../parts/use-card-heads.ts'
import { useProcedures, useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { OpenDialog } from '../steps/open-dialog.tsx'
import { useWords } from '../words.ts'
import { GradeMark } from './grade.tsx'
import { type Board, useBoard } from './query.ts'
import '../css/assess.css'

const route = getRouteApi('/assessment')

/** Where every base stands this year, overdue first; the city sees points, a county its own bases, a base itself. */
export function AssessmentPage() {
  const { t } = useTranslation('assess')
  const { year } = route.useSearch()
  const { data, error, refetch } = useBoard(year)
  useTitle(t('board.title'))
  return (
    <div className="page">
      <div className="head wrap">
        <div><h1>{t('board.title')} {data?.year}</h1><p className="s mute">{t(data?.none === 'noBase' ? 'board.saysYearly' : 'board.says')} <Cite law="Art. 16" /></p></div>
        {data && data.years.length > 1 && <nav className="row wrap" aria-label={t('board.years')}>{data.years.map((one) => <Link key={one} className="btn sm" to="/assessment" search={{ year: String(one) }} aria-current={one === data.year ? 'page' : undefined}>{one}</Link>)}</nav>}
        <Opening board={data} />
      </div>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data && (data.none ? <><Campaign board={data} /><None board={data} why={data.none} /></> : <><Campaign board={data} /><Counts board={data} /><Listed board={data} /></>)}
    </div>
  )
}

/** The officer plans the year from here; whoever else opens the page sees where it stands. */
function Opening({ board }: { board: Board | undefined }) {
  const { t } = useTranslation('assess')
  const { assignments } = useSession()
  const [open, setOpen] = useState(false)
  const step = useProcedures().data?.find(({ procedure }) => procedure === 'assessment-campaign')?.steps.find((one) => one.step === 'plan')
  if (!assignments.some(({ role }) => role === 'city.officer') || !step || (board?.campaign && board.campaign.status !== 'closed')) return null
  return <>
    <button type="button" className="btn primary" onClick={() => setOpen(true)}><Icon shape="plus" />{t('board.plan')}</button>
    {open && <OpenDialog procedure="assessment-campaign" step={step} onClose={() => setOpen(false)} />}
  </>
}

function Campaign({ board }: { board: Board }) {
  const { t } = useTranslation('assess')
  const { campaign, cap } = board
  if (!campaign) return null
  return (
    <section className="panel"><div className="bd row wrap campaign">
      <Link className="what" to="/cases/$number" params={{ number: campaign.number }}>{campaign.number}</Link><Status procedure="assessment-campaign" status={campaign.status} />
      <span className="s mute">{t('board.window', { from: campaign.window.opensOn, to: campaign.window.closesOn })} · {t('board.settled', { by: campaign.window.trueUpBy })} · {t('board.result', { by: campaign.window.resultBy })}</span>
      {cap && <span className="s">{t('board.cap', { taken: cap.taken, seats: cap.seats, assessed: cap.assessed })} <Cite law="setting:grade.excellentCap" /></span>}
    </div></section>
  )
}

function Counts({ board }: { board: Board }) {
  const { t } = useTranslation('assess')
  const count = (of: (row: Board['rows'][number]) => boolean) => board.rows.filter(of).length
  const parts = [['all', board.rows.length], ['unreported', count(({ reportedOn, outcome }) => !reportedOn && !outcome)], ['overdue', count(({ overdue }) => overdue)], ['underWay', count(({ waits }) => waits !== null)], ['announced', count(({ outcome }) => outcome !== null)]] as const
  return <div className="figs-row">{parts.map(([id, n]) => <span key={id} className={id === 'overdue' && n > 0 ? 'warn' : undefined}><b>{n}</b>{t(`board.counts.${id}`)}</span>)}</div>
}

/** Why no base stands here: whoever has none is not told that the year has not begun. */
function None({ board, why }: { board: Board; why: NonNullable<Board['none']> }) {
  const { t } = useTranslation('assess')
  if (why === 'noBase') return <><NoBase /><p className="s"><a href="/grades">{t('board.published')}</a></p></>
  return <section className="panel"><Empty action={why === 'notListed' && <Link className="btn" to="/bases">{t('board.toBases')}</Link>}>{t(`board.none.${why}`, { year: board.year })}</Empty></section>
}

function Listed({ board }: { board: Board }) {
  const { t } = useTranslation('assess')
  const table = useRef<HTMLTableElement>(null)
  useCardHeads(table)
  const city = board.cap !== null
  return (
    <section className="panel">
      <Scroll label={t('board.title')}><table className="cards" ref={table}>
        <thead><tr><th scope="col">{t('board.base')}</th><th scope="col">{t('board.status')}</th><th scope="col">{t('board.due')}</th><th scope="col">{t('board.before')}</th>{city && <><th scope="col" className="num">{t('board.points')}</th><th scope="col">{t('board.spot')}</th></>}<th scope="col">{t('board.grade')}</th></tr></thead>
        <tbody>{board.rows.map((row) => <One key={row.case} row={row} city={city} />)}</tbody>
      </table></Scroll>
      {board.rows.some((row) => row.series.at(-1)?.grade === 'poor') && <Note tone="am">{t('board.warned')}</Note>}
    </section>
  )
}

function One({ row, city }: { row: Board['rows'][number]; city: boolean }) {
  const { t } = useTranslation('assess')
  const { today } = useSession()
  const words = useWords()
  const warned = row.series.at(-1)?.grade === 'poor'
  return (
    <tr className={row.overdue ? 'overdue' : undefined}>
      <td><Link className="what" to="/cases/$number" params={{ number: row.number }}><Name name={row.name} /></Link><div className="xs faint">{row.number} · {row.base} · {words(divisionOf(row.county.replace('county.', ''))?.words)}</div></td>
      <td><Status procedure="assessment" status={row.status} />{row.reminders > 0 && !row.reportedOn && <div className="xs t-am">{t('board.reminded', { n: row.reminders })}</div>}{!row.graded && <div className="xs faint">{t('board.notGraded')}</div>}</td>
      <td>{row.dueOn ? <span className={row.overdue ? 't-no' : undefined}>{shortDay(row.dueOn, today)}{row.overdue && <span className="xs block">{t('board.late')}</span>}</span> : <span className="faint">—</span>}{row.reportedOn && <div className="xs faint">{t('board.reported', { day: shortDay(row.reportedOn, today) })}</div>}</td>
      <td>{row.series.length === 0 ? <span className="faint">—</span> : <span className="row wrap">{row.series.slice(-3).map((one) => <span key={one.year} className="s">{one.year} <GradeMark grade={one.grade} outcome={one.outcome} /></span>)}</span>}{warned && <Mark family="spot" words={t('board.warning')} />}</td>
      {city && <><td className="num">{row.total === null ? <span className="faint">—</span> : (row.total / 100).toFixed(2)}{row.byScore && <div className="xs faint"><GradeMark grade={row.byScore} outcome="graded" /> {t('board.byScore')}</div>}</td><td>{row.spot ? t(`board.spots.${row.spot}`) : <span className="faint">—</span>}</td></>}
      <td>{row.outcome ? <GradeMark grade={row.grade} outcome={row.outcome} /> : row.proposed ? <><GradeMark grade={row.proposed} outcome="graded" /><div className="xs faint">{t(row.decided ? 'board.decided' : 'board.proposed')}</div></> : <span className="faint">—</span>}</td>
    </tr>
  )
}
