import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { openingGroundWords } from '../../regulation/jinzhong-2023/opening-grounds.ts'
import { shortDay } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name, Names } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { useListing, useWords } from '../words.ts'
import { Findings } from './revocation-findings.tsx'
import { Heard, PriorNotice } from './revocation-heard.tsx'
import { Outcome } from './revocation-outcome.tsx'
import { railOf, type RevocationFile, type Stage } from './revocation-rail.ts'
import '../css/revocation.css'

/** The rail first: what was heard and what is missing. Then what was told and said; findings stand for the city alone. */
export function RevocationMaterial({ detail }: { detail: CaseDetail }) {
  const file = detail.case.file as unknown as RevocationFile
  return (
    <div className="stack">
      <Standing file={file} />
      <Rail file={file} />
      {file.notice && <PriorNotice notice={file.notice} earlier={file.earlier ?? []} />}
      {((file.statements?.length ?? 0) > 0 || file.answers || file.hearing) && <Heard file={file} />}
      <Outcome file={file} />
      {file.findings && <Findings file={file} />}
    </div>
  )
}

function Standing({ file }: { file: RevocationFile }) {
  const { t } = useTranslation('revocation')
  const host = useSession().assignments.some(({ role }) => role.startsWith('host.'))
  const { suspension, service, decision, cure, notice } = file
  return (
    <>
      {service && <Note tone="no">{t('effective', { day: service.on, reconsider: service.reconsiderBy, litigate: service.litigateBy })}</Note>}
      {decision?.outcome === 'revoked' && !service && <Note tone="am">{t('inForceSoon')}</Note>}
      {file.status === 'notRevoked' && <Note tone="ok">{t('spared')}</Note>}
      {file.moot && <Note tone="am">{t('moot')}</Note>}
      {suspension && (suspension.lifted ? <Note tone="go">{t('lifted', { day: suspension.lifted })}</Note> : <Note tone="no">{t('suspended', suspension)}</Note>)}
      {host && file.status === 'stating' && notice?.dueOn && <Note tone="am">{t('yourTurn', { day: notice.dueOn })}</Note>}
      {file.status === 'curing' && cure && (
        <Note tone="am">
          {t('curing', { day: cure.dueOn })}
          <ol className="list s">
            {cure.items.map(({ what }) => (
              <li key={what}>{what}</li>
            ))}
          </ol>
        </Note>
      )}
    </>
  )
}

function Rail({ file }: { file: RevocationFile }) {
  const { t } = useTranslation('revocation')
  const words = useWords()
  const { base, opened } = file
  return (
    <section className="panel">
      <div className="hd wrap">
        <h2>{t('rail')}</h2>
        <Cite law="Art. 19" />
        <span className="grow" />
        {opened?.decideBy && <span className="s mute">{t('decideBy', { day: opened.decideBy })}</span>}
      </div>
      <div className="bd stack">
        <p className="s mute">{t('railNote')}</p>
        <dl className="kv">
          {base && (
            <div>
              <dt>{t('title')}</dt>
              <dd>
                <Link to="/bases/$number" params={{ number: base.id }}>
                  <Name name={base.name} /> <span className="faint">{base.id}</span>
                </Link>{' '}
                <Names names={base.hosts.map(({ name }) => name)} />
              </dd>
            </div>
          )}
          {opened?.ground && (
            <div>
              <dt>{t('grounds')}</dt>
              <dd>
                {words(openingGroundWords[opened.ground])} <Cite law={opened.ground} />
              </dd>
            </div>
          )}
        </dl>
        <ol className="rail">
          {railOf(file).map((stage) => (
            <StageRow key={stage.id} stage={stage} file={file} />
          ))}
        </ol>
        <p className="xs faint">{t('regulation')}</p>
      </div>
    </section>
  )
}

const shapes = { done: 'okc', now: 'half', missing: 'warn', later: 'open', skipped: 'bar' } as const

function StageRow({ stage, file }: { stage: Stage; file: RevocationFile }) {
  const { t } = useTranslation('revocation')
  const { today } = useSession()
  return (
    <li className={stage.state} aria-current={stage.state === 'now' ? 'step' : undefined}>
      <Icon shape={shapes[stage.state]} />
      <b>{t(`stage.${stage.id}`)}</b>
      <span className="what">
        <StageTold stage={stage} file={file} />
      </span>
      <span className="on">{stage.on ? shortDay(stage.on, today) : t(`state.${stage.state}`)}</span>
      <span className="sr">{t(`state.${stage.state}`)}</span>
    </li>
  )
}

function StageTold({ stage, file }: { stage: Stage; file: RevocationFile }) {
  const { t } = useTranslation('revocation')
  const listing = useListing()
  if (stage.id === 'investigate' && (file.grounds ?? []).length > 0) return t('told.findings', { what: listing((file.grounds ?? []).map((ground) => t(`found.${ground}`))) })
  const { told } = stage
  if (!told) return null
  if (told.key === 'plaqueOf') return file.plaque ? t('told.plaque', { what: t(`plaques.${file.plaque.outcome}`) }) : null
  if (told.key === 'served') return t('told.served', { ...told.values, how: t(`methods.${told.values?.how as 'platform'}`) })
  return t(`told.${told.key}` as 'told.silent', { ...told.values })
}
