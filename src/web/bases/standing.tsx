import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BaseFileShown } from '../../procedures/base/base.profile.door.ts'
import type { Verdict } from '../../kernel/rule.ts'
import { percent } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { OutcomeMark } from '../parts/status.tsx'
import { useWords } from '../words.ts'

const shown = 6

/** How complete the register is, and what is missing first. */
export function Meter({ number, completeness: { share, parts } }: { number: string; completeness: BaseFileShown['completeness'] }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  const open = parts.filter(({ done, of }) => done < of).sort((a, b) => a.done / a.of - b.done / b.of)
  return (
    <section className="panel"><div className="hd"><h2 className="h3" id="completeness">{t('completeness')}</h2><span className="grow" /><b>{percent(share)}</b></div>
      <div className="bd"><meter className="wide-meter" min={0} max={1} value={share} aria-label={t('completeness')} /></div>
      {open.length > 0 && <ul className="plain-list">{open.slice(0, shown).map((part) => (
        <li key={part.id}><span className="grow">{part.table ? <Link to="/bases/$number/$table" params={{ number, table: part.table }}>{words(part.says)}</Link> : words(part.says)}</span><span className="faint">{t('partOf', { done: part.done, of: part.of })}</span><Cite law={part.law} /></li>))}</ul>}
      {open.length > shown && <details className="more"><summary>{t('more', { n: open.length - shown })}</summary><ul className="plain-list">{open.slice(shown).map((part) => <li key={part.id}><span className="grow">{words(part.says)}</span><span className="faint">{t('partOf', { done: part.done, of: part.of })}</span></li>)}</ul></details>}
    </section>
  )
}

/** What the articles and settings find, the unmet first, each with its reason. */
export function Findings({ findings }: { findings: readonly Verdict[] }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  if (findings.length === 0) return null
  const open = findings.filter(({ outcome }) => outcome !== 'met')
  const met = findings.filter(({ outcome }) => outcome === 'met')
  const row = (verdict: Verdict) => (
    <li key={verdict.rule}><span className="grow">{words(verdict.says)}{verdict.outcome !== 'met' && verdict.because && <small className="mute below">{words(verdict.because)}</small>}{verdict.reason && <small className="below">{t('reasonGiven', { text: verdict.reason })}</small>}<span className="below"><Cite law={verdict.law} /></span></span><OutcomeMark outcome={verdict.outcome} /></li>)
  return (
    <section className="panel"><div className="hd"><h2 className="h3" id="findings">{t('findings')}</h2></div>
      {open.length === 0 ? <p className="bd s">{t('allMet')}</p> : <ul className="verdicts">{open.map(row)}</ul>}
      <details className="more"><summary>{t('met', { n: met.length })}</summary><ul className="verdicts">{met.map(row)}</ul></details>
    </section>
  )
}

/** What runs out next. */
export function Near({ number, watched }: { number: string; watched: BaseFileShown['watched'] }) {
  const { t } = useTranslation('bases')
  const next = watched.slice(0, shown)
  return (
    <section className="panel"><div className="hd"><h2 className="h3" id="watch">{t('watch')}</h2><span className="grow" /><Link className="s" to="/watch" search={{ base: number, within: '3660' }}>{t('all')}</Link></div>
      {next.length === 0 ? <p className="bd s mute">{t('watchNone')}</p> : <ul className="plain-list">{next.map((item) => (
        <li key={item.key}><span className="grow">{item.title}<small className="below faint">{item.on}</small></span><span className={item.left < 0 ? 't-no' : item.left <= 60 ? 't-am' : 'faint'}>{item.left < 0 ? t('over', { n: -item.left }) : t('left', { n: item.left })}</span></li>))}</ul>}
    </section>
  )
}
