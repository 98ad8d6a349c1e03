import { Link } from '@tanstack/react-router'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Check } from '../../contract.ts'
import { Icon, type Shape } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { applies, type Section } from './application.ts'
import { useWay, useWizard, type Way } from './context.ts'
import { Meter } from './meter.tsx'
import { toSectionHead } from './section-head.ts'
import { whereTheyAre } from './saved.tsx'

type SectionState = Check['sections'][number]['state']

const looks: { readonly [S in Exclude<SectionState, 'notApplicable'>]: { shape: Shape; tone: string } } = {
  done: { shape: 'okc', tone: 't-ok' }, writing: { shape: 'half', tone: 't-go' }, must: { shape: 'noc', tone: 't-no' },
  explain: { shape: 'warn', tone: 't-am' }, empty: { shape: 'open', tone: 'faint' },
}

/** A to M in any order, each with its state by shape, word and colour; what does not apply stays and says why. */
export function Sections({ order, open }: { order: readonly Section[]; open: string }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const way = useWay()
  const { check, data, detail, state } = useWizard()
  const stateOf = (section: Section): SectionState => (applies(section, data) === true ? known(section.id) : 'notApplicable')
  const known = (id: string) => { const found = check?.sections.find(({ section }) => section === id)?.state; return found && found !== 'notApplicable' ? found : 'empty' }
  const count = (wanted: SectionState) => order.filter((section) => stateOf(section) === wanted).length
  const place = useRef<HTMLElement>(null)
  // On a phone the sections lie in a row: the open one is kept in sight.
  useEffect(() => {
    const nav = place.current
    const chip = nav?.querySelector<HTMLElement>(`[href$="#${open}"]`)
    if (nav && chip && nav.scrollWidth > nav.clientWidth) nav.scrollLeft = chip.offsetLeft - nav.clientWidth / 3
  }, [open])
  return (
    <nav className="panel sx left" ref={place} aria-label={t('sections')}>
      {order.map((section) => {
        const why = applies(section, data)
        return <SectionLink key={section.id} to={way.to} number={detail.case.number} id={section.id} name={words(section.words)} now={stateOf(section)} why={why === true ? undefined : words(why)} isOpen={section.id === open}
          colleague={whereTheyAre(state.editors).find((one) => one.section === section.id)?.name} />
      })}
      <div className="sum">
        <Meter parts={[['brand', count('done')], ['info', count('writing')], ['amber', count('explain')], ['seal', count('must')], ['line', count('empty')]]} />
        <p className="xs mute">{t('progress', { done: count('done'), writing: count('writing'), must: check?.counts.notMet ?? '—' })}{count('explain') > 0 && t('progressExplain', { n: count('explain') })}</p>
      </div>
    </nav>
  )
}

type LinkProps = { to: Way['to']; number: string; id: string; name: string; now: SectionState; why: string | undefined; isOpen: boolean; colleague: string | undefined }

const SectionLink = memo(function SectionLink({ to, number, id, name, now, why, isOpen, colleague }: LinkProps) {
  const { t } = useTranslation('apply')
  return (
    <Link to={to} params={{ number }} hash={id} resetScroll onClick={() => { if (isOpen) toSectionHead() }} activeOptions={{ exact: true, includeHash: true }} className={now === 'notApplicable' ? 'off' : ''} aria-current={isOpen ? 'step' : undefined} title={why}>
      <b>{id}</b><span className="nm">{name}{colleague && <small className="block t-go">{t('editorHere', { name: colleague })}</small>}</span>
      {now === 'notApplicable' ? <span className="xs end">{t('state.notApplicable')}<span className="sr">{why}</span></span>
        : <span className={`${looks[now].tone} end`} title={t(`state.${now}`)}><Icon shape={looks[now].shape} /><span className="sr">{t(`state.${now}`)}</span></span>}
    </Link>
  )
})
