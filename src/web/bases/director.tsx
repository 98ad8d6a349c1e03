import { useTranslation } from 'react-i18next'
import { daysBetween } from '../../kernel/day.ts'
import type { TermShown } from '../../procedures/base/base.profile.door.ts'
import { titles } from '../../settings/choices.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'

/** Who said it: base, county and city each write under their own name; the application speaks for the host. */
const sides = ['application', 'base', 'county', 'city'] as const
const sideOf = (rule: string): (typeof sides)[number] => { const side = rule.split('.')[0]; return side === 'base' || side === 'county' || side === 'city' ? side : 'application' }

/** The terms of the directors on one line of time, each with its consecutive number, age and title on appointment, and reasons. */
export function Director({ terms, on }: { number: string; terms: readonly TermShown[]; on: string }) {
  const { t } = useTranslation('bases')
  const words = useWords()
  const now = terms.find(({ current }) => current)
  return (
    <section className="panel" aria-labelledby="director"><div className="hd"><h2 id="director">{t('director')}</h2><span className="grow" /><Cite law="Art. 14" /></div>
      {!now && <p className="bd t-no"><Icon shape="noc" /> {t('directorNone')}</p>}
      <ol className="terms">{terms.toReversed().map((term) => {
        const left = daysBetween(on, term.to)
        return (
          <li key={`${term.name}${term.from}`} className={term.current ? 'current' : undefined}>
            <div className="row wrap"><b>{term.name}</b>{term.acting && <span className="tag">{t('acting')}</span>}{term.current && <span className="tag ok">{t('present')}</span>}<span>{term.from} – {term.ended && term.ended.on < term.to ? term.ended.on : term.to}</span>
              {term.current && <span className={left < 0 ? 't-no' : left <= 90 ? 't-am' : 'faint'}>{left < 0 ? t('daysOver', { n: -left }) : t('daysLeft', { n: left })}</span>}</div>
            <div className="s mute">{[term.number === null ? t('notCounted') : t('termNo', { n: term.number }), term.age !== null && t('age', { n: term.age }), term.title && words(titles.find(({ value }) => value === term.title)?.words), term.matter && `${t(term.approved ? 'approved' : 'filed')} ${term.matter.number}`].filter(Boolean).join(' · ')}</div>
            {Object.entries(term.reasons).toSorted(([a], [b]) => sides.indexOf(sideOf(a)) - sides.indexOf(sideOf(b))).map(([rule, text]) => <div key={rule} className="s">{t('reasonOf', { who: t(`reasonBy.${sideOf(rule)}`), text })}</div>)}
            {term.ended && <div className="s mute">{t('endedOn', { day: term.ended.on, reason: term.ended.reason })}</div>}
          </li>)
      })}</ol>
      <p className="bd s mute">{t('toMatter')}</p>
    </section>
  )
}
