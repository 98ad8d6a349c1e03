import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Check } from '../../contract.ts'
import { Icon, type Shape } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { applies, type Section } from './application.ts'
import { useWay, useWizard } from './context.ts'
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
        const now = stateOf(section)
        const why = applies(section, data)
        const colleague = whereTheyAre(state.editors).find((one) => one.section === section.id)
        return (
          <Link key={section.id} to={way.to} params={{ number: detail.case.number }} hash={section.id} resetScroll onClick={() => { if (section.id === open) toSectionHead() }} activeOptions={{ exact: true, includeHash: true }} className={now === 'notApplicable' ? 'off' : ''}
            aria-current={section.id === open ? 'step' : undefined} title={why === true ? undefined : words(why)}>
            <b>{section.id}</b><span className="nm">{words(section.words)}{colleague && <small className="block t-go">{t('editorHere', { name: colleague.name })}</small>}</span>
            {now === 'notApplicable' ? <span className="xs end">{t('state.notApplicable')}<span className="sr">{why !== true && words(why)}</span></span>
              : <span className={`${looks[now].tone} end`} title={t(`state.${now}`)}><Icon shape={looks[now].shape} /><span className="sr">{t(`state.${now}`)}</span></span>}
          </Link>
        )
      })}
      <div className="sum">
        <Meter parts={[['brand', count('done')], ['info', count('writing')], ['amber', count('explain')], ['seal', count('must')], ['line', count('empty')]]} />
        <p className="xs mute">{t('progress', { done: count('done'), writing: count('writing'), must: check?.counts.notMet ?? '—' })}{count('explain') > 0 && t('progressExplain', { n: count('explain') })}</p>
      </div>
    </nav>
  )
}
