import { useRouterState } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Check, Finding } from '../../contract.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon, type Shape } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { useWizard, type Wizard } from './context.ts'
import { Meter } from './meter.tsx'
import { placeOf } from './paths.ts'
import { toSectionHead } from './section-head.ts'
import { sectionsNamed } from './sections-named.ts'

const groups = [
  { outcome: 'notMet', shape: 'noc', tone: 't-no', edge: 'must' }, { outcome: 'needsReason', shape: 'warn', tone: 't-am', edge: 'usual' },
  { outcome: 'needsJudgement', shape: 'scale', tone: 't-vi', edge: 'judge' }, { outcome: 'notEvaluated', shape: 'open', tone: 'faint', edge: '' },
] as const satisfies { outcome: Finding['outcome']; shape: Shape; tone: string; edge: string }[]

/** What county and city will find, told now. A finding names the facts, leads to its field and cites its basis. */
export function Precheck() {
  const { t } = useTranslation('apply')
  const { check, form, goTo } = useWizard()
  const counts = check?.counts
  return (
    <aside className="panel right precheck" aria-label={t('precheck.title')}>
      <button type="button" className="skip-in btn sm" onClick={() => toSectionHead(true)}>{t('precheck.skip')}</button>
      <div className="hd"><h2 className="h3">{t('precheck.title')}</h2><span className="s mute">{t('precheck.same')}</span></div>
      <div className="tally">
        <Meter parts={[['seal', counts?.notMet ?? 0], ['amber', counts?.needsReason ?? 0], ['violet', counts?.needsJudgement ?? 0], ['green', counts?.met ?? 0], ['void', counts?.notEvaluated ?? 0]]} />
        <p className="s" aria-live="polite">
          {groups.slice(0, 3).map(({ outcome, shape, tone }) => <span key={outcome} className={`${tone} nowrap`}><Icon shape={shape} /><b>{t(`precheck.${outcome}`)} {counts?.[outcome] ?? '—'}</b></span>)}
          <span className="t-ok nowrap"><Icon shape="okc" /><b>{t('precheck.met')} {counts?.met ?? '—'}</b></span>
          <span className="faint nowrap"><Icon shape="open" />{t('precheck.notEvaluated')} {counts?.notEvaluated ?? '—'}</span>
        </p>
      </div>
      <Findings check={check} form={form} goTo={goTo} />
    </aside>
  )
}

/** Drawn anew when something else was found, not with every key. */
const Findings = memo(function Findings({ check, form, goTo }: { check: Check | undefined } & Pick<Wizard, 'form' | 'goTo'>) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const open = useRouterState({ select: ({ location }) => location.hash })
  const met = check?.findings.filter(({ outcome }) => outcome === 'met') ?? []
  return (
    <div className="findings">
      {groups.map((group) => {
        const findings = (check?.findings.filter(({ outcome }) => outcome === group.outcome) ?? []).toSorted((a, b) => Number(b.section === open) - Number(a.section === open))
        return findings.length > 0 && (
          <section key={group.outcome} aria-label={`${t(`precheck.${group.outcome}`)} ${findings.length}`}>
            <ul>{findings.map((finding) => <One key={finding.id} finding={finding} look={group} form={form} goTo={goTo} />)}</ul>
          </section>
        )
      })}
      {met.length > 0 && <details className="met"><summary className="s t-ok"><Icon shape="okc" />{t('precheck.metAll', { n: met.length })}</summary>
        <ul className="s">{met.map((finding) => <li key={finding.id}><span className="grow">{words(finding.says)}</span><Cite law={finding.law} /></li>)}</ul></details>}
      {check && check.findings.length === met.length && <p className="s mute pad">{t('precheck.allMet')}</p>}
    </div>
  )
})

function One({ finding, look, form, goTo }: { finding: Finding; look: (typeof groups)[number] } & Pick<Wizard, 'form' | 'goTo'>) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const path = finding.path ?? finding.section
  const elsewhere = sectionsNamed(finding)
  return (
    <li className={`find ${look.edge}`}>
      <button type="button" className={`h ${look.tone}`} onClick={() => goTo(path)}><Icon shape={look.shape} /><span>{words(finding.says)}</span></button>
      <p>{words(finding.because)}</p>
      <div className="go2">
        <button type="button" className="link" onClick={() => goTo(path)}>{nameOfPlace()}</button>
        {elsewhere.map((id) => <button key={id} type="button" className="link" onClick={() => goTo(id)}>{t('precheck.section', { id })}</button>)}
        <Cite law={finding.law} />
      </div>
    </li>
  )

  function nameOfPlace(): string {
    const code = path.startsWith('attachments.') ? path.slice('attachments.'.length) : null
    if (code) return t('precheck.attachment', { section: finding.section, code })
    const { section, item } = placeOf(path)
    const place = form.sections.find(({ id }) => id === section)
    const named = [...(place?.fields ?? []), ...(place?.tables ?? [])].find(({ id }) => id === item)?.words
    return named ? `${t('precheck.section', { id: section })} ${words(named)}` : t('precheck.section', { id: section })
  }
}
