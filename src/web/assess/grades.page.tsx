import { getRouteApi, Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { Cite } from '../parts/cite.tsx'
import { LongField, SelectField, TextField } from '../parts/field.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Empty, Note, Skeleton } from '../parts/states.tsx'
import { useCardHeads } from '../parts/use-card-heads.ts'
import { useCase } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { GradeMark } from './grade.tsx'
import { type Board, useBoard } from './query.ts'
import { Refusals, useSend } from './send.tsx'
import '../css/assess.css'

const route = getRouteApi('/cases/$number/grades')
/** Where a base stands whose points are still to come. */
const beforeScore = new Set(['reporting', 'deferralAsked', 'reported', 'endorsed', 'supplementing', 'verified'])
const grades = ['excellent', 'good', 'fair', 'poor'] as const

/** Grades of all bases that are scored, proposed in one act: by the lines, within the cap, each departure with its reason. */
export function GradesPage() {
  const { t } = useTranslation('assess')
  const { number } = route.useParams()
  const { data, error, refetch } = useCase(number)
  const board = useBoard(data ? String(data.case.file.year) : undefined)
  useTitle(`${t('grades.title')} ${number}`)
  if (!data || !board.data) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={8} />}</div>
  return <Proposals detail={data} board={board.data} />
}

function Proposals({ detail, board }: { detail: CaseDetail; board: Board }) {
  const { t } = useTranslation('assess')
  const { send, busy, fault } = useSend(detail)
  const rows = board.rows.filter(({ status }) => status === 'scored').toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0))
  const table = useRef<HTMLTableElement>(null)
  useCardHeads(table)
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [opinion, setOpinion] = useState('')
  const gradeOf = (row: Board['rows'][number]) => chosen[row.case] ?? row.byScore ?? ''
  const taken = (board.cap?.taken ?? 0) + rows.filter((row) => gradeOf(row) === 'excellent').length
  const seats = board.cap?.seats ?? 0
  const open = rows.filter((row) => gradeOf(row) !== '' && gradeOf(row) !== 'none')
  return (
    <div className="page stack">
      <div className="head"><div><nav className="crumb"><Link to="/cases/$number" params={{ number: detail.case.number }}>{detail.case.number}</Link></nav><h1>{t('grades.title')}</h1><p className="s mute">{t('grades.says')} <Cite law="Art. 18" /></p></div></div>
      <Note tone={taken > seats ? 'no' : 'go'}>{t('board.cap', { taken, seats, assessed: board.cap?.assessed ?? 0 })} <Cite law="setting:grade.excellentCap" /></Note>
      <section className="panel">{rows.length === 0 ? <Empty>{t('grades.none')} {board.rows.length > 0 && t('grades.because', { before: board.rows.filter(({ status, outcome }) => outcome === null && beforeScore.has(status)).length, all: board.rows.length })}</Empty> : <Scroll label={t('grades.title')}><table className="cards grade-rows" ref={table}>
        <thead><tr><th scope="col">{t('board.base')}</th><th scope="col" className="num">{t('board.points')}</th><th scope="col">{t('board.spot')}</th><th scope="col">{t('board.before')}</th><th scope="col">{t('grades.grade')}</th></tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.case}><td><Link className="what" to="/cases/$number" params={{ number: row.number }}>{row.name}</Link><div className="xs faint">{row.number}</div></td>
            <td className="num"><b>{((row.total ?? 0) / 100).toFixed(2)}</b><div className="xs">{row.byScore && <GradeMark grade={row.byScore} outcome="graded" />}</div></td><td>{row.spot ? t(`board.spots.${row.spot}`) : '—'}</td>
            <td>{row.series.slice(-2).map((one) => <span key={one.year} className="s">{one.year} <GradeMark grade={one.grade} outcome={one.outcome} /> </span>)}</td>
            <td><SelectField label={t('grades.of', { name: row.name })} hideLabel value={gradeOf(row)} onChange={(value) => setChosen({ ...chosen, [row.case]: value })} choices={[...grades.map((value) => ({ value, label: t(`grades.${value}`) })), { value: 'none', label: t('grades.later') }]} />
              {gradeOf(row) !== row.byScore && gradeOf(row) !== 'none' && <TextField label={t('points.reason')} required value={reasons[row.case] ?? ''} onChange={(reason) => setReasons({ ...reasons, [row.case]: reason })} />}</td></tr>))}</tbody></table></Scroll>}
        {rows.length > 0 && <div className="bd stack"><LongField label={t('grades.opinion')} required value={opinion} onChange={setOpinion} />
          <div className="row"><button type="button" className="btn primary" aria-disabled={busy || !opinion.trim() || open.length === 0 || undefined} onClick={() => { if (opinion.trim() && open.length > 0) void send('proposeGrades', { rows: open.map((row) => ({ case: row.case, grade: gradeOf(row), opinion: opinion.trim(), ...(reasons[row.case]?.trim() && { reason: reasons[row.case]?.trim() }) })) }) }}>{t('grades.send', { n: open.length })}</button></div></div>}
      </section>
      <Refusals fault={fault} />
    </div>
  )
}
