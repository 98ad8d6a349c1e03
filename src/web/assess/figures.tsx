import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { planTargets } from '../../settings/assessment-figures.ts'
import { Cite } from '../parts/cite.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useWords } from '../words.ts'
import { type FigureTold, type ReportView, shown } from './query.ts'
import '../css/assess.css'

/** The section of the report that tells of a figure. */
const sections: Readonly<Record<FigureTold['from'], string>> = { services: 'E', events: 'E', use: 'B', equipment: 'B', investments: 'B', staff: 'C', training: 'C', results: 'D', meetings: 'F', accounts: 'F', cases: 'J' }
const apart: { readonly [id: string]: string } = { projects: 'D', projectsDone: 'D', transferred: 'D', accidents: 'G', rectificationsOpen: 'G' }
const planned = (id: string) => planTargets.some((one) => one === id)
/** Of the tasks of the year and the plan for the next, the figures a plan is measured by; where figures are added by hand, all of them. */
export const figuresOfSection = (section: string) => ({ id, from }: FigureTold): boolean => section === 'M' || (section === 'A' || section === 'L' ? planned(id) : (apart[id] ?? sections[from]) === section)

/** Every figure with its plan and last year beside it; pressing it opens the rows it was counted from, and what was left out. */
export function Figures({ report, of }: { report: Pick<ReportView, 'figures' | 'plan' | 'lastYear' | 'draft'>; /** Some of them only. */ of?: (figure: FigureTold) => boolean }) {
  const { t } = useTranslation('assess')
  const [open, setOpen] = useState<string | null>(null)
  const figures = of ? report.figures.filter(of) : report.figures
  if (figures.length === 0) return null
  return (
    <section className="panel">
      <div className="hd wrap"><h2>{t('figures.title')}</h2><Cite law="Art. 17(2)" /><span className="s mute">{t(report.draft ? 'figures.now' : 'figures.frozen')}</span></div>
      <Scroll label={t('figures.title')}>
        <table className="figs">
          <thead><tr><th scope="col">{t('figures.name')}</th><th scope="col" className="num">{t('figures.value')}</th><th scope="col" className="num wide">{t('figures.byHand')}</th><th scope="col" className="num wide">{t('figures.plan')}</th><th scope="col" className="num wide">{t('figures.last')}</th><th scope="col"><span className="sr">{t('figures.rows')}</span></th></tr></thead>
          <tbody>{figures.map((figure) => <One key={figure.id} figure={figure} plan={report.plan[figure.id]} last={report.lastYear[figure.id]} open={open === figure.id} onOpen={() => setOpen(open === figure.id ? null : figure.id)} />)}</tbody>
        </table>
      </Scroll>
    </section>
  )
}

function One({ figure, plan, last, open, onOpen }: { figure: FigureTold; plan: number | null | undefined; last: number | null | undefined; open: boolean; onOpen: () => void }) {
  const { t } = useTranslation('assess')
  const words = useWords()
  const added = figure.byHand.reduce((sum, { amount }) => sum + amount, 0)
  const rows = figure.counted.length + figure.left.length
  return (
    <>
      <tr>
        <th scope="row">{words(figure.words)} <span className="xs faint">{words(figure.unit)}</span></th>
        <td className="num"><b>{shown(figure.value, figure.kind)}</b></td>
        <td className="num wide">{added === 0 ? <span className="faint">—</span> : <span className="t-am">+{shown(added, figure.kind)}</span>}</td>
        <td className="num wide">{shown(plan, figure.kind)}</td><td className="num wide">{shown(last, figure.kind)}</td>
        <td className="num"><button type="button" className="btn quiet sm" aria-expanded={open} onClick={onOpen}>{rows === 0 ? t('figures.how') : t('figures.open', { n: rows })}<span className="sr"> {words(figure.words)}</span></button></td>
      </tr>
      {open && <tr className="rows"><td colSpan={6}><Rows figure={figure} plan={plan} last={last} /></td></tr>}
    </>
  )
}

function Rows({ figure, plan, last }: { figure: FigureTold; plan: number | null | undefined; last: number | null | undefined }) {
  const { t } = useTranslation('assess')
  const words = useWords()
  return (
    <div className="stack">
      <p className="s mute">{t('figures.formula')}{words(figure.formula)}</p>
      <p className="s phone-only">{t('figures.plan')} {shown(plan, figure.kind)} · {t('figures.last')} {shown(last, figure.kind)}</p>
      {figure.counted.length === 0 ? <p className="s faint">{t('figures.none')}</p> : <ul className="figure-rows">{figure.counted.map((row) => <li key={`${row.table}.${row.row}`}><span>{row.label}</span><span className="num">{figure.kind === 'count' && row.value === 100 ? '' : shown(row.value, figure.kind)}</span></li>)}</ul>}
      {figure.byHand.map((one) => <p key={one.why} className="s t-am">{t('figures.added', { amount: shown(one.amount, figure.kind), why: one.why })}</p>)}
      {figure.left.length > 0 && <section><h3>{t('figures.left', { n: figure.left.length })}</h3><ul className="figure-rows left">{figure.left.map((row, at) => <li key={`${row.row}.${at}`}><s>{row.label}</s><span className="mute">{words(row.because)}</span></li>)}</ul></section>}
    </div>
  )
}
