import { useTranslation } from 'react-i18next'
import type { DrawResult } from '../../procedures/panel-review/panel-review.draw.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useListing, useWords } from '../words.ts'
import { type Away, type DrawRules, type PanelFile, type PoolNow, potsOf, type Seat, seatOf } from './shape.ts'

/** The rules as they were fixed before the draw. */
export function Rules({ rules }: { rules: DrawRules }) {
  const { t } = useTranslation('draw')
  const listing = useListing()
  const people = (n: number) => t('page.rule.people', { n })
  const seats = potsOf.filter((pot) => rules.seats[pot] > 0).map((pot) => `${t(`kind.${pot}`)} ${rules.seats[pot]}`)
  return (
    <dl className="kv rules">
      <dt>{t('page.rule.seats')}</dt>
      <dd>{listing(seats)}</dd>
      {rules.designated.length > 0 && (
        <>
          <dt>{t('page.rule.designated')}</dt>
          <dd>
            {people(rules.designated.length)} <Cite law="setting:panel.designatedShare" />
          </dd>
        </>
      )}
      <dt>{t('page.rule.outside')}</dt>
      <dd>
        {people(rules.outside)} <Cite law="setting:panel.outsideShare" />
      </dd>
      <dt>{t('page.rule.perEmployer')}</dt>
      <dd>
        {people(rules.perEmployer)} <Cite law="setting:panel.perEmployer" />
      </dd>
      <dt>{t('page.rule.everyField')}</dt>
      <dd>
        {t(rules.everyField ? 'page.rule.yes' : 'page.rule.no')} <Cite law="setting:panel.everyField" />
      </dd>
      <dt>{t('page.rule.minValid')}</dt>
      <dd>
        {people(rules.minValid)} <Cite law="setting:panel.minValid" />
      </dd>
      {rules.batchesAYear !== undefined && (
        <>
          <dt>{t('page.rule.batchesAYear')}</dt>
          <dd>
            {t('page.rule.batches', { n: rules.batchesAYear })} <Cite law="setting:panel.batchesAYear" />
          </dd>
        </>
      )}
      {rules.mostBefore !== undefined && (
        <>
          <dt>{t('page.rule.mostBefore')}</dt>
          <dd>
            {people(rules.mostBefore)} <Cite law="setting:panel.overlap" />
          </dd>
        </>
      )}
      <dt>{t('page.rule.reserves')}</dt>
      <dd>{people(rules.reserves)}</dd>
      <dt>{t('page.rule.attempts')}</dt>
      <dd>{t('page.rule.times', { n: rules.attempts })}</dd>
    </dl>
  )
}

// What is shown at once of a long list of grounds; the rest opens.
const most = 2

/** Who is not in the pool, and who stays away from some applications, each with the way it was found. */
export function Excluded({ excluded, partly, applications }: { excluded: readonly Away[]; partly: PoolNow['partly']; applications: PanelFile['applications'] }) {
  const { t } = useTranslation('draw')
  return (
    <>
      <h3>{t('page.excluded', { n: excluded.length })}</h3>
      {excluded.length === 0 ? (
        <p className="s mute">{t('page.nobody')}</p>
      ) : (
        <ul className="paths">
          {excluded.map((one) => (
            <Person key={one.person} name={one.name} why={t(`because.${one.because}`)} barred={one.barred ?? one.rotated} conflicts={one.conflicts} applications={applications} />
          ))}
        </ul>
      )}
      {partly.length > 0 && (
        <>
          <h3>{t('page.partly', { n: partly.length })}</h3>
          <ul className="paths">
            {partly.map((one) => (
              <Person key={one.person} name={one.name} conflicts={one.conflicts} applications={applications} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

type PersonProps = { name: string; why?: string; barred?: Away['barred'] | undefined; conflicts: Away['conflicts']; applications: PanelFile['applications'] }
type Ground = { kind: Away['conflicts'][number]['kind']; law: Away['conflicts'][number]['law']; path: Away['conflicts'][number]['path']; applications: string[] }

/** One way found once, however many applications it keeps away from: rivals differ in their last link alone. */
function grounded(conflicts: Away['conflicts']): Ground[] {
  const grounds = new Map<string, Ground>()
  for (const { kind, law, path, application } of conflicts) {
    const shared = kind === 'rival' ? path.slice(0, -1) : path
    const key = `${kind} ${shared.map(({ zh }) => zh).join('|')}`
    const known = grounds.get(key)
    if (known) known.applications.push(application)
    else grounds.set(key, { kind, law, path: shared, applications: [application] })
  }
  return [...grounds.values()]
}

function Person({ name, why, barred, conflicts, applications }: PersonProps) {
  const { t } = useTranslation('draw')
  const words = useWords()
  const listing = useListing()
  const numberOf = (id: string) => applications.find((one) => one.case === id)?.number ?? id
  const ground = (one: Ground, key: number) => (
    <div key={key}>
      <span className="s">
        <b>{t(`ground.${one.kind}`)}</b> <span className="faint">{listing(one.applications.map(numberOf))}</span> <Cite law={one.law} />
      </span>
      <ol>
        {one.path.map((link) => (
          <li key={link.zh}>{words(link)}</li>
        ))}
      </ol>
    </div>
  )
  const grounds = grounded(conflicts)
  return (
    <li>
      <Name name={name} />{' '}
      {why && (
        <span className="s t-am">
          <Icon shape="warn" />
          {why}
        </span>
      )}{' '}
      {barred && <span className="s mute">{words(barred)}</span>}
      {grounds.slice(0, most).map(ground)}
      {grounds.length > most && (
        <details className="fold">
          <summary>{t('page.more', { n: grounds.length - most })}</summary>
          {grounds.slice(most).map(ground)}
        </details>
      )}
    </li>
  )
}

/** How often all was shuffled again, and which rule broke. */
export function Rejections({ result }: { result: DrawResult }) {
  const { t } = useTranslation('draw')
  const broken = (['employer', 'outside', 'fields', 'conflicts', 'previous'] as const).filter((breach) => (result.rejected[breach] ?? 0) > 0)
  return (
    <dl className="kv">
      <dt>{t('page.result')}</dt>
      <dd>{t('page.rule.times', { n: result.attempts })}</dd>
      {broken.map((breach) => (
        <FragmentRow key={breach} name={t(`page.breach.${breach}`)} value={t('page.rule.times', { n: result.rejected[breach] ?? 0 })} />
      ))}
    </dl>
  )
}

const FragmentRow = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
)

/** The seats as drawn, with the reserves in the order they are called. */
export function Seats({ seats, names, file }: { seats: readonly Seat[]; names: PoolNow['names']; file: PanelFile }) {
  const { t } = useTranslation('draw')
  const nameOf = (number: string) => names.find((one) => one.number === number)?.name ?? number
  return (
    <Scroll label={t('page.result')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('page.seat')}</th>
            <th scope="col">{t('page.person')}</th>
            <th scope="col">{t('page.order')}</th>
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => {
            const { kind, n } = seatOf(seat.seat)
            const left = file.members.some((member) => member.number === seat.expert && member.left)
            return (
              <tr key={seat.seat}>
                <td className="nowrap">{t('seat', { kind: t(`kind.${kind}`), n })}</td>
                <td className={left ? 'faint' : undefined}>
                  <span className="faint">{seat.expert}</span> <Name name={nameOf(seat.expert)} /> {seat.designated && <span className="xs faint">{t('designated')}</span>}
                </td>
                <td className="s">
                  {seat.reserves.length === 0
                    ? t('noReserves')
                    : seat.reserves.map((number, at) => (
                        <span key={number}>
                          {at > 0 && ' → '}
                          <span className="faint">{number}</span> <Name name={nameOf(number)} />
                        </span>
                      ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}
