import type { Day } from '../../kernel/day.ts'
import type { Law } from '../portal.data.ts'
import { Cite } from './cite.tsx'
import { dayAfter, daysFrom } from './formats.ts'
import { Demo, usePage, Whole } from './page.tsx'
import { Mark } from './status.tsx'

type Stretch = { kind: 'trial' | 'gap' | 'basis'; from: Day; to: Day; demo: boolean }

/** The trial period, the gap after it, and the instruments recorded since, one after the other up to `end`. */
export function stretchesOf({ inForceFrom, trialTo, bases }: Pick<Law, 'inForceFrom' | 'trialTo' | 'bases'>, end: Day): Stretch[] {
  const stretches: Stretch[] = [{ kind: 'trial', from: inForceFrom, to: trialTo, demo: false }]
  let next = dayAfter(trialTo)
  for (const basis of bases) {
    const to = basis.validTo ?? end
    if (to < next) continue
    if (basis.registeredOn > next) {
      stretches.push({ kind: 'gap', from: next, to: basis.registeredOn, demo: false })
      next = basis.registeredOn
    }
    stretches.push({ kind: 'basis', from: next, to, demo: basis.demo })
    next = dayAfter(to)
  }
  if (next <= end) stretches.push({ kind: 'gap', from: next, to: end, demo: false })
  return stretches
}

/** Whether the text still holds, and on what the authority acts now. */
export function Validity({ law }: { law: Law }) {
  const { lapsedOn, basis, words, fill, say } = usePage()
  const [before = '', after = ''] = fill(lapsedOn ? words.law.span : words.law.spanRunning, { from: law.inForceFrom, to: '{{to}}' }).split(
    '{{to}}',
  )
  return (
    <section className={lapsedOn ? 'panel validity over' : 'panel validity'} aria-label={words.law.trial}>
      <div className="bd row top wrap">
        <div className="grow">
          <div className="row wrap">
            {lapsedOn ? (
              <Mark family="back" icon="warn" word={words.law.lapsed} />
            ) : (
              <Mark family="ok" icon="tick" word={words.law.inTrial} />
            )}
            <b>
              {before}
              <Whole>{law.trialTo}</Whole>
              {after}
            </b>
            <Cite law="Art. 22" />
          </div>
          <p className="s mute">{lapsedOn ? words.law.lapsedText : words.law.runningText}</p>
        </div>
        {lapsedOn && (
          <div className="now">
            <div className="s faint">{words.law.basisNow}</div>
            {basis ? (
              <>
                <b>{say(basis.title)}</b>
                <Demo when={basis.demo} />
                <div className="s mute">
                  {fill(basis.validTo ? words.law.recorded : words.law.recordedOpen, { from: basis.registeredOn, to: basis.validTo ?? '' })}
                </div>
              </>
            ) : (
              <>
                <b className="t-no">{words.law.basisNone}</b>
                <div className="s mute">{words.law.basisNoneText}</div>
              </>
            )}
          </div>
        )}
      </div>
      {lapsedOn && <Band law={law} />}
    </section>
  )
}

function Band({ law }: { law: Law }) {
  const { today, words } = usePage()
  const end = law.bases.reduce((last, { validTo }) => (validTo && validTo > last ? validTo : last), today ?? law.trialTo)
  const stretches = stretchesOf(law, end)
  const whole = daysFrom(law.inForceFrom, end) + 1
  const at = (day: Day) => (1000 * daysFrom(law.inForceFrom, day)) / whole
  const names = { trial: words.law.bandTrial, gap: words.law.bandGap, basis: words.law.bandBasis }
  return (
    <figure className="band" aria-label={words.law.bandLabel}>
      <svg viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="hatch" width="6" height="8" patternUnits="userSpaceOnUse" patternTransform="skewX(-35)">
            <rect width="3" height="8" className="stripe" />
          </pattern>
        </defs>
        {stretches.map(({ kind, from, to }) => (
          <rect key={from} className={kind} x={at(from).toFixed(1)} width={Math.max(at(to) - at(from) - 1.5, 2).toFixed(1)} height="8" />
        ))}
        {today && today <= end && <rect className="today" x={at(today).toFixed(1)} width="2.5" height="8" />}
      </svg>
      <ol>
        {stretches.map(({ kind, from, demo }) => (
          <li key={from} className={kind}>
            <Whole>{from}</Whole> {names[kind]}
            <Demo when={demo} />
          </li>
        ))}
      </ol>
    </figure>
  )
}
