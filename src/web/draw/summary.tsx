import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { shortHash } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { type Family, Mark } from '../parts/status.tsx'
import { type Member, type PanelFile, seatOf } from './shape.ts'

/** Where the draw stands, in one look: fingerprint, witness, outcome; the way to the page that explains it. */
export function Summary({ detail, file }: { detail: CaseDetail; file: PanelFile }) {
  const { t } = useTranslation('draw')
  const draw = file.draws.findLast(({ abandoned }) => !abandoned)
  const again = file.draws.filter(({ abandoned }) => abandoned).length
  return (
    <section className="panel" aria-label={t('summary.title')}>
      <div className="hd">
        <h2>{file.special ? t('summary.special') : t('summary.title')}</h2>
        <Cite law={file.special ? 'Art. 11' : 'setting:panel.draw'} />
        <span className="grow" />
        <Link className="btn sm" to="/cases/$number/draw" params={{ number: detail.case.number }}>
          {t(draw ? 'summary.open' : 'summary.pool')}
        </Link>
      </div>
      <div className="bd stack">
        {file.special && (
          <dl className="kv">
            <dt>{t('summary.basis')}</dt>
            <dd>{file.special.basis}</dd>
            <dt>{t('summary.specialReason')}</dt>
            <dd>{file.special.reason}</dd>
          </dl>
        )}
        {!draw ? (
          <p className="s mute">{t('summary.none')}</p>
        ) : (
          <dl className="kv">
            <dt>{t('summary.commitment')}</dt>
            <dd>
              <span className="mono">{shortHash(draw.commitment)}</span> <span className="s mute">{t('summary.by', { name: draw.committedByName, day: draw.on })}</span>
            </dd>
            <dt>{t('summary.witness')}</dt>
            <dd>
              {draw.witness ? (
                <>
                  <b>{draw.witness.word}</b> <span className="s mute">{t('summary.by', { name: draw.witness.name, day: draw.witness.on })}</span>
                </>
              ) : (
                <span className="t-am">
                  <Icon shape="clock" />
                  {t('summary.waiting')}
                </span>
              )}
            </dd>
          </dl>
        )}
        {draw && (
          <p className="s mute">
            {draw.revealed ? t('summary.revealed', { n: file.draws.length, attempts: draw.revealed.attempts }) : t(draw.witness ? 'summary.witnessed' : 'summary.committed')}{' '}
            {t('summary.counts', { pool: draw.counts.pool, excluded: draw.counts.excluded })}
          </p>
        )}
        {again > 0 && <p className="s mute">{t('summary.again', { n: again })}</p>}
      </div>
    </section>
  )
}

const families: { readonly [Answer in PanelFile['designations'][number]['answer']]: Family } = { waiting: 'judge', approved: 'ok', refused: 'no' }

export function Designations({ file }: { file: PanelFile }) {
  const { t } = useTranslation('draw')
  if (file.designations.length === 0) return null
  return (
    <section className="panel" aria-label={t('designations.title')}>
      <div className="hd">
        <h2>{t('designations.title')}</h2>
        <Cite law="setting:panel.designatedShare" />
      </div>
      <p className="bd s mute">{t('designations.lead')}</p>
      <ul className="verdicts">
        {file.designations.map((one) => (
          <li key={`${one.expert} ${one.answer}`}>
            <span className="grow">
              {one.name} <span className="xs faint">{t('designations.by', { day: one.on })}</span>
              <small className="mute">{one.because ?? one.reason}</small>
            </span>
            <Mark family={families[one.answer]} words={t(`answer.${one.answer}`)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Seat by seat: who sits, how they came to it, from what they stand back; who has left stays named. */
export function Members({ file }: { file: PanelFile }) {
  const { t } = useTranslation('draw')
  const here = file.members.filter(({ left }) => !left)
  const inOrder = file.members.toSorted((a, b) => a.seat.localeCompare(b.seat, 'en', { numeric: true }) || Number(Boolean(b.left)) - Number(Boolean(a.left)))
  return (
    <section className="panel" aria-label={t('members.title')}>
      <div className="hd">
        <h2>{t('members.title')}</h2>
        {here.length > 0 && <span className="s mute">{t('members.size', { n: here.length })}</span>}
        <span className="grow" />
        <Cite law="setting:panel.size" />
      </div>
      {file.members.length === 0 ? (
        <p className="bd s mute">{t('members.none')}</p>
      ) : (
        <Scroll label={t('members.title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('members.seat')}</th>
                <th scope="col">{t('members.name')}</th>
                <th scope="col">{t('members.conflicts')}</th>
              </tr>
            </thead>
            <tbody>
              {inOrder.map((member) => (
                <MemberRow key={member.person} member={member} file={file} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

function MemberRow({ member, file }: { member: Member; file: PanelFile }) {
  const { t } = useTranslation('draw')
  const { kind, n } = seatOf(member.seat)
  const numberOf = (about: string) => file.applications.find((one) => one.case === about)?.number ?? about
  const draw = file.draws.at(-1)
  const wasDrawn = draw?.revealed?.seats.some(({ expert }) => expert === member.number)
  const conflicts = [
    ...member.conflicts.map((about) => ({ about, by: 'draw' as const, reason: '', late: false })),
    ...file.conflicts.filter(({ expert }) => expert === member.person),
  ]
  return (
    <tr className={member.left ? 'faint' : undefined}>
      <td className="nowrap">
        {t('seat', { kind: t(`kind.${kind}`), n })}
        <div className="xs faint">{member.number}</div>
      </td>
      <td>
        <Name name={member.name} /> {file.chair === member.person && <Mark family="judge" words={t('chair')} />}
        <div className="xs faint">
          {[t(member.designated ? 'designated' : wasDrawn ? 'drawn' : 'reserve'), ...(member.inCity ? [] : [t('outside')])].join(' · ')}
          {member.left && ` · ${t('members.left', { day: member.left.on, because: t(`left.${member.left.because}`) })}`}
        </div>
      </td>
      <td className="s">
        {conflicts.length === 0 ? (
          <span className="faint">{t('members.allClear')}</span>
        ) : (
          <ul>
            {conflicts.map((one) => (
              <li key={`${one.about} ${one.by}`}>
                <span className="t-am">
                  <Icon shape="warn" />
                  {t('members.standsBack', { number: numberOf(one.about), by: t(`knownBy.${one.by}`) })}
                </span>
                {one.late && <Mark family="void" words={t('members.late')} />}
                {one.reason && <small className="below mute">{one.reason}</small>}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}
