import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { AssessmentCase } from '../../procedures/assessment/assessment.case.ts'
import { gradeBy, totalOf } from '../../settings/assessment-score.ts'
import { indicatorsOf } from '../../settings/assessment-indicators-2026.ts'
import { Cite } from '../parts/cite.tsx'
import { CheckField, LongField, TextField } from '../parts/field.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { useCase } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { Figures } from './figures.tsx'
import { GradeMark } from './grade.tsx'
import { type Indicator, type Points, usePoints, useReport } from './query.ts'
import { Refusals, useSend } from './send.tsx'
import { Doubles } from './twins.tsx'

const route = getRouteApi('/cases/$number/points')
type Given = { points: string; reason: string }

/** Points of every indicator with what the figures give beside them; what differs, and what people judge, says why. */
export function PointsPage() {
  const { t } = useTranslation('assess')
  const { number } = route.useParams()
  const { data, error, refetch } = useCase(number)
  const points = usePoints(data?.case.id ?? '', data !== undefined)
  useTitle(`${t('points.title')} ${number}`)
  const fault = error ?? points.error
  if (!data || !points.data) return <div className="page">{fault ? <Fault error={fault} retry={() => void refetch()} /> : <Skeleton rows={14} />}</div>
  return <Sheet key={data.case.id} detail={data} points={points.data} />
}

/** Computed values stand where nothing was written; what was written before stays. */
const begun = (points: Points, file: Partial<AssessmentCase>): Record<string, Given> => Object.fromEntries(points.groups.flatMap(({ items }) => items.map((item): [string, Given] => {
  const before = file.score?.items.find((one) => one.item === item.id)
  const desk = points.desk.find((one) => one.item === item.id)
  const computed = points.computed[item.id]
  return [item.id, { points: before ? String(before.points) : computed ? String(computed.points / 100) : desk ? String(desk.mean) : '', reason: before?.reason ?? '' }]
})))

function Sheet({ detail, points }: { detail: CaseDetail; points: Points }) {
  const { t } = useTranslation('assess')
  const words = useWords()
  const file = detail.case.file as Partial<AssessmentCase>
  const { send, busy, fault } = useSend(detail)
  const report = useReport(detail.case.id, (file.submissions?.length ?? 0) > 0)
  const [given, setGiven] = useState(() => begun(points, file))
  const [bonus, setBonus] = useState<Record<string, Given>>(() => Object.fromEntries((file.score?.bonus ?? []).map((one) => [one.id, { points: String(one.points), reason: one.reason }])))
  const [off, setOff] = useState<Record<string, Given>>(() => Object.fromEntries(points.deductions.map((one) => { const before = file.score?.deductions.find(({ id }) => id === one.id); return [one.id, { points: String(before?.count ?? (one.counted === 'computed' ? points.late : 0)), reason: before?.reason ?? '' }] })))
  const [vetoes, setVetoes] = useState<Record<string, { found: boolean; reason: string }>>(() => Object.fromEntries(points.vetoes.map((one) => { const before = file.score?.vetoes.find(({ id }) => id === one.id); return [one.id, { found: before?.found ?? false, reason: before?.reason ?? '' }] })))
  const [why, setWhy] = useState('')
  const scoring = detail.available.filter((one) => ['score', 'rescore', 'scoreDesk'].includes(one.step))
  const step = scoring.find(({ open }) => open)?.step
  // Nothing can be written: why, as the page of the case says it.
  const shut = step ? undefined : scoring.find(({ refusals }) => refusals.length > 0)
  const turn = detail.case.turn
  const desk = step === 'scoreDesk'
  const sheet = {
    items: Object.entries(given).filter(([id, one]) => one.points !== '' && (!desk || !points.computed[id])).map(([item, one]) => ({ item, points: Number(one.points), ...(one.reason.trim() && { reason: one.reason.trim() }) })),
    bonus: Object.entries(bonus).filter(([, one]) => Number(one.points) > 0).map(([id, one]) => ({ id: id as 'promoted', points: Number(one.points), reason: one.reason })),
    deductions: Object.entries(off).map(([id, one]) => ({ id: id as 'late', count: Number(one.points), ...(one.reason.trim() && { reason: one.reason.trim() }) })), vetoes: Object.entries(vetoes).map(([id, one]) => ({ id: id as 'accident', found: one.found, ...(one.reason.trim() && { reason: one.reason.trim() }) })),
  }
  const total = totalOf(indicatorsOf(points.version), sheet)
  const grade = gradeBy(total.total, points.lines, sheet.vetoes.some(({ found }) => found))
  const put = (item: string, change: Partial<Given>) => setGiven({ ...given, [item]: { ...given[item]!, ...change } })
  return (
    <div className="page stack points">
      <div className="head wrap"><div><nav className="crumb"><Link to="/cases/$number" params={{ number: detail.case.number }}>{detail.case.number}</Link></nav><h1>{t('points.title')}</h1><p className="s mute">{detail.case.title} · {t('points.version', { version: points.version })} <Cite law="setting:assess.indicators" /></p></div></div>
      {scoring.length === 0 && <Note tone="am"><b>{t('points.shut')}</b><p>{t('points.notNow')}{turn && t('points.with', { who: words(turn.roleWords), asks: words(turn.asks) })}</p></Note>}
      {shut && <Note tone="am"><b>{t('points.shut')}</b><ul>{shut.refusals.map((one, at) => <li key={at}>{words(one.reason)} <Cite law={one.law} /></li>)}</ul></Note>}
      {points.groups.map((group) => (
        <section className="panel" key={group.no}>
          <div className="hd wrap"><h2>{group.no}　{words(group.words)}</h2><Cite law={group.law} /><span className="grow" /><span className="s mute">{t('points.of', { n: group.points })}</span></div>
          {group.items.map((item) => <One key={item.id} item={item} points={points} given={given[item.id]!} readOnly={!step || (desk && Boolean(points.computed[item.id]))} onChange={(change) => put(item.id, change)} />)}
        </section>
      ))}
      {!desk && <Beyond points={points} bonus={bonus} setBonus={setBonus} off={off} setOff={setOff} vetoes={vetoes} setVetoes={setVetoes} readOnly={!step} />}
      <Refusals fault={fault} />
      {report.data && <Figures report={report.data} />}
      {!desk && <Doubles id={detail.case.id} />}
      {step && <div className="foot"><span className="grow">{desk ? t('points.deskSays') : <>{t('points.total', { items: (total.items / 100).toFixed(2), bonus: (total.bonus / 100).toFixed(2), off: (total.deducted / 100).toFixed(2) })} <b className="big">{(total.total / 100).toFixed(2)}</b> <GradeMark grade={grade} outcome="graded" /> <span className="xs faint">{t('points.lines', points.lines)}</span></>}</span>
        {step === 'rescore' && <TextField label={t('points.why')} required value={why} onChange={setWhy} />}
        <button type="button" className="btn primary" aria-disabled={busy || undefined} onClick={() => void send(step, desk ? { items: sheet.items, noInterest: true } : { ...sheet, ...(step === 'rescore' && { why }) })}>{t(`points.send.${step as 'score'}`)}</button></div>}
    </div>
  )
}

function One({ item, points, given, readOnly, onChange }: { item: Indicator; points: Points; given: Given; readOnly: boolean; onChange: (change: Partial<Given>) => void }) {
  const { t } = useTranslation('assess')
  const words = useWords()
  const computed = points.computed[item.id]
  const desk = points.desk.find((one) => one.item === item.id)
  const differs = computed ? Math.round(Number(given.points) * 100) !== computed.points : true
  return (
    <div className="indicator">
      <div className="what"><b>{item.id}　{words(item.words)}</b> <span className="s mute">{t('points.of', { n: item.points })}</span>
        <p className="xs faint">{t('points.source')}{words(item.source)} · {words(item.formula)}</p>
        {!computed && <ul className="anchors xs">{item.anchors.map((one) => <li key={one.id}><b>{one.id} {one.most === one.least ? one.most : `${one.least}–${one.most}`}</b> {words(one.words)}</li>)}</ul>}</div>
      <div className="given">
        <p className={computed ? 's' : 's t-vi'}>{computed ? <>{t('points.computed')} <b>{(computed.points / 100).toFixed(2)}</b> <span className="xs faint">{words(computed.working)}</span></> : t('points.judged')}</p>
        {desk && <p className="s">{t('points.desk', { mean: desk.mean.toFixed(2), all: desk.points.map((one) => one.toFixed(2)).join(' / ') })}</p>}
        <TextField label={t('points.given')} required readOnly={readOnly} value={given.points} onChange={(value) => onChange({ points: value.replace(/[^\d.]/g, '') })} />
        {differs && !readOnly && <TextField label={t('points.reason')} required value={given.reason} onChange={(reason) => onChange({ reason })} />}
        {readOnly && given.reason && <p className="s">{given.reason}</p>}
      </div>
    </div>
  )
}

type Kept<Value> = { [id: string]: Value }
function Beyond({ points, bonus, setBonus, off, setOff, vetoes, setVetoes, readOnly }: { points: Points; bonus: Kept<Given>; setBonus: (next: Kept<Given>) => void; off: Kept<Given>; setOff: (next: Kept<Given>) => void; vetoes: Kept<{ found: boolean; reason: string }>; setVetoes: (next: Kept<{ found: boolean; reason: string }>) => void; readOnly: boolean }) {
  const { t } = useTranslation('assess')
  const words = useWords()
  const line = (id: string, name: string, says: string, kept: Kept<Given>, set: (next: Kept<Given>) => void, asks: string, needs: boolean) => {
    const now = kept[id] ?? { points: '', reason: '' }
    return <div className="indicator" key={id}><div className="what"><b>{name}</b><p className="xs faint">{says}</p></div><div className="given">
      <TextField label={asks} readOnly={readOnly} value={now.points} onChange={(value) => set({ ...kept, [id]: { ...now, points: value.replace(/[^\d.]/g, '') } })} />
      {needs && <TextField label={t('points.reason')} required readOnly={readOnly} value={now.reason} onChange={(reason) => set({ ...kept, [id]: { ...now, reason } })} />}</div></div>
  }
  return (
    <>
      <section className="panel"><div className="hd"><h2>{t('points.bonus')}</h2><span className="s mute">{t('points.bonusMost')}</span></div>{points.bonus.map((one) => line(one.id, words(one.words), `${t('points.most', { n: one.most })} · ${words(one.source)}`, bonus, setBonus, t('points.given'), Number(bonus[one.id]?.points) > 0))}</section>
      <section className="panel"><div className="hd"><h2>{t('points.deductions')}</h2></div>{points.deductions.map((one) => line(one.id, words(one.words), `${t('points.each', { n: one.each, most: one.most })} · ${words(one.source)}${one.counted === 'computed' ? ` · ${t('points.late', { n: points.late })}` : ''}`, off, setOff, t('points.count'), one.counted === 'computed' ? Number(off[one.id]?.points) !== points.late : Number(off[one.id]?.points) > 0))}</section>
      <section className="panel"><div className="hd"><h2>{t('points.vetoes')}</h2><Cite law="setting:grade.veto" /></div><div className="bd stack">{points.vetoes.map((one) => { const now = vetoes[one.id] ?? { found: false, reason: '' }; return <div key={one.id}><CheckField checked={now.found} onChange={(found) => { if (!readOnly) setVetoes({ ...vetoes, [one.id]: { ...now, found } }) }}>{words(one.words)}</CheckField>{now.found && <LongField label={t('points.facts')} required readOnly={readOnly} value={now.reason} onChange={(reason) => setVetoes({ ...vetoes, [one.id]: { ...now, reason } })} />}</div> })}</div></section>
    </>
  )
}
