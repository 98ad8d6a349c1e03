import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { FoundItem, InspectionCase, Photo } from '../../procedures/inspection/inspection.case.ts'
import { inspectionAnswers, inspectionItemOf } from '../../settings/inspection-2026.ts'
import { amount, instantOf } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { useListing, useWords } from '../words.ts'
import { Fact } from './fact.tsx'
import { Demands } from './inspection-demands.tsx'
import '../css/inspection.css'

export type InspectionFile = Partial<InspectionCase>

/** Where it stands, what was found, and the way of every demand; the order comes last. */
export function InspectionMaterial({ detail }: { detail: CaseDetail }) {
  const file = detail.case.file as InspectionFile
  return (
    <div className="stack">
      <Standing file={file} detail={detail} />
      {file.demands && file.demands.length > 0 && <Demands demands={file.demands} record={file.record ?? null} />}
      {file.proposal && detail.case.status === 'proposed' && <Demands demands={file.proposal.demands} record={file.record ?? null} proposed={file.proposal.opinion} />}
      {file.record && <Recorded record={file.record} />}
      <Order file={file} />
    </div>
  )
}

function Standing({ file, detail }: { file: InspectionFile; detail: CaseDetail }) {
  const { t } = useTranslation('inspection')
  const listing = useListing()
  const { assignments } = useSession()
  const { escalated, referral, closed, ended, record, base, obstruction } = file
  const officer = assignments.some(({ role }) => role === 'county.officer' || role === 'city.officer')
  const running = !closed && !ended && !referral && !obstruction
  return (
    <>
      {record?.majorHazard && running && (
        <Note
          tone="no"
          action={
            officer && base && (
              <Link className="btn sm" to="/inspections" search={{ open: 'suspension', base: base.id, inspection: detail.case.number }}>
                {t('file.toSuspend')}
              </Link>
            )
          }
        >
          {t('file.hazard')}
        </Note>
      )}
      {escalated && running && <Note tone="no">{escalated.by === 'clock' ? t('file.escalatedByClock', { day: escalated.on }) : `${t('file.escalated', { day: escalated.on })}：${escalated.reason}`}</Note>}
      {referral && <Note tone="no">{t('file.referred', { day: referral.on, ground: t(`file.grounds.${referral.ground as 'accident'}`) })}</Note>}
      {obstruction && (
        <Note tone="no">
          {t('file.obstructed', { day: obstruction.happenedOn, how: t(`file.obstructedHow.${obstruction.how as 'refused'}`) })}
          <p className="s prose">{obstruction.facts}</p>
          <p className="s">{t('file.obstructedBy', { by: listing(obstruction.signedBy), present: obstruction.present || '—' })}</p>
          {obstruction.files.map((id, at) => (
            <a key={id} className="row s" href={`/api/files/${id}`}>
              <Icon shape="down" />
              {t('file.obstructedFile', { n: at + 1 })}
            </a>
          ))}
        </Note>
      )}
      {closed && (
        <Note tone="ok">
          {closed.result === 'clear' ? t('file.closedClear', { day: closed.on }) : t('file.closedRectified', { day: closed.on })}
          <p className="s prose">{closed.opinion}</p>
        </Note>
      )}
      {ended && (
        <Note tone="am">
          {t('file.ended', { day: ended.on })} {ended.reason}
        </Note>
      )}
    </>
  )
}

function Order({ file }: { file: InspectionFile }) {
  const { t } = useTranslation('inspection')
  const listing = useListing()
  const { base, kind, reason, plan, notice, unannounced } = file
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('file.order')}</h2>
        <Cite law="Art. 6(4)" />
        <span className="grow" />
        <span className="s mute">{file.orderedOn}</span>
      </div>
      <dl className="bd kv">
        <Fact name={t('file.base')}>
          {base && (
            <Link to="/bases/$number" params={{ number: base.id }}>
              <Name name={base.name} /> <span className="faint">{base.id}</span>
            </Link>
          )}
        </Fact>
        <Fact name={t('file.kind')}>{kind && t(`kinds.${kind as 'routine'}`)}</Fact>
        <Fact name={t('file.reason')}>{reason && <span className="prose">{reason}</span>}</Fact>
        <Fact name={t('file.plan')}>
          {plan && (
            <Link to="/cases/$number" params={{ number: plan.number }}>
              {plan.title} <span className="faint">{plan.number}</span>
            </Link>
          )}
        </Fact>
        <Fact name={t('file.ofMatter')}>
          {file.matter && (
            <Link to="/cases/$number" params={{ number: file.matter }}>
              {file.matter}
            </Link>
          )}
        </Fact>
        <Fact name={t('file.notice')}>{notice && t('file.visitOn', { day: notice.visitOn })}</Fact>
        <Fact name={t('file.inspectors')}>{notice && listing(notice.inspectors.map(({ name }) => name))}</Fact>
        <Fact name={t('file.matters')}>{notice?.matters && <span className="prose">{notice.matters}</span>}</Fact>
        <Fact name={t('file.unannounced')}>{unannounced && <span className="prose">{unannounced}</span>}</Fact>
      </dl>
    </section>
  )
}

function Recorded({ record }: { record: NonNullable<InspectionCase['record']> }) {
  const { t } = useTranslation('inspection')
  const listing = useListing()
  const count = (answer: FoundItem['answer']) => record.items.filter((one) => one.answer === answer).length
  const wanting = record.items.filter(({ answer }) => answer === 'fails' || answer === 'partly')
  const others = record.items.filter(({ answer }) => answer === 'meets' || answer === 'notApplicable')
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('file.record')}</h2>
        <Cite law="Art. 7(3)" />
        <span className="grow" />
        <span className="s mute">{t('file.recordOf', { version: record.version, day: record.inspectedOn })}</span>
      </div>
      <div className="bd stack">
        <p className="row wrap">
          {(['fails', 'partly', 'meets', 'notApplicable'] as const).map((answer) => (
            <span key={answer} className={`st ${tones[answer]}`}>
              {t(`file.${answer}`, { n: count(answer) })}
            </span>
          ))}
        </p>
        <div>
          {wanting.map((one) => (
            <Item key={one.item} one={one} shown={record.shown} />
          ))}
        </div>
        <details className="more">
          <summary>{t('file.inOrder', { n: others.length })}</summary>
          {others.map((one) => (
            <Item key={one.item} one={one} shown={record.shown} />
          ))}
        </details>
        <dl className="kv">
          <Fact name={t('file.opinion')}>
            <span className="prose">{record.opinion}</span>
          </Fact>
          <Fact name={t('file.present')}>{record.present}</Fact>
          <Fact name={t('file.remark')}>{record.remark && <span className="prose">{record.remark}</span>}</Fact>
          <Fact name={t('file.signed')}>{listing(record.signedBy)}</Fact>
        </dl>
      </div>
    </section>
  )
}

const tones = { fails: 'no', partly: 'back', meets: 'ok', notApplicable: 'void' } as const

function Item({ one, shown }: { one: FoundItem; shown: InspectionCase['record'] extends infer R ? (R extends { shown: infer S } ? S : never) : never }) {
  const { t } = useTranslation('inspection')
  const words = useWords()
  const known = inspectionItemOf(one.item)
  const finding = shown.findings.find(({ item }) => item === one.item)
  const declared = shown.declared[one.item]
  return (
    <div className="found-item">
      <span className="faint">{one.item}</span>
      <span>
        {words(known?.words)} {known && <Cite law={known.law} />}
      </span>
      <span className={`answer st ${tones[one.answer]}`}>{words(inspectionAnswers[one.answer])}</span>
      {(one.note || one.found !== null || finding || one.matter || one.photos.length > 0) && (
        <div className="below s">
          {one.found !== null && <p className="mute">{t('file.figure', { declared: declared === undefined ? '—' : amount(declared), found: amount(one.found) })} {words(known?.unit)}</p>}
          {finding && (
            <p className="t-am">
              <Icon shape="warn" />
              {t('file.registerSays', { says: words(finding.because) })}
            </p>
          )}
          {one.matter && <p className="t-am">{t('file.matter', { code: one.matter })}</p>}
          {one.note && <p className="prose">{one.note}</p>}
          <Shots photos={one.photos} />
        </div>
      )}
    </div>
  )
}

/** Photographs with their time; each opens whole. */
export function Shots({ photos }: { photos: readonly Photo[] }) {
  const { t } = useTranslation('inspection')
  if (photos.length === 0) return null
  return (
    <div className="shots">
      {photos.map((photo) => (
        <figure key={photo.id}>
          <a href={`/api/files/${photo.id}`}>
            <img src={`/api/files/${photo.id}`} alt={t('file.photo', { at: instantOf(photo.at, false) })} loading="lazy" />
          </a>
          <figcaption>{instantOf(photo.at, false)}</figcaption>
        </figure>
      ))}
    </div>
  )
}
