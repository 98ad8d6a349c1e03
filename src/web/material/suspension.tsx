import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { SuspensionCase } from '../../procedures/suspension/suspension.case.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { Fact } from './fact.tsx'
import '../css/inspection.css'

type File = Partial<Omit<SuspensionCase, 'imposedBy'>> & { imposedBy?: string | null }

/** Whether it stands, why, until when, and what has been shown since. */
export function SuspensionMaterial({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('inspection')
  const file = detail.case.file as File
  const { base, kind, since, confirmed, extensions = [], request, proposal, refusals = [], liftedOn, annulled } = file
  const ends = extensions.at(-1)?.endsOn ?? confirmed?.endsOn
  const stands = !liftedOn && !annulled
  return (
    <div className="stack">
      {stands && (
        <Note tone="no" alert>
          <b>{t('suspension.running')}</b> {since && t('suspension.since', { day: since })} {ends && t('suspension.until', { day: ends })}
        </Note>
      )}
      {liftedOn && <Note tone="ok">{t('suspension.lifted', { day: liftedOn })}</Note>}
      {annulled && (
        <Note tone="ok">
          {t('suspension.annulled', { day: annulled.on })}
          <p className="s prose">{annulled.reason}</p>
        </Note>
      )}
      <section className="panel">
        <div className="hd">
          <h2>{t('suspension.title')}</h2>
          <Cite law="Art. 6(3)" />
          <span className="grow" />
          <span className="s mute">{file.imposedBy && t('suspension.by', { name: file.imposedBy })}</span>
        </div>
        <dl className="bd kv">
          <Fact name={t('file.base')}>
            {base && (
              <Link to="/bases/$number" params={{ number: base.id }}>
                <Name name={base.name} /> <span className="faint">{base.id}</span>
              </Link>
            )}
          </Fact>
          <Fact name={t('file.kind')}>{kind && t(`kinds.${kind}`)}</Fact>
          <Fact name={t('suspension.facts')}>{file.facts && <span className="prose">{file.facts}</span>}</Fact>
          <Fact name={t('suspension.reason')}>{file.reason && <span className="prose">{file.reason}</span>}</Fact>
          <Fact name={t('suspension.inspection')}>
            {file.inspection && (
              <Link to="/cases/$number" params={{ number: file.inspection.number }}>
                {file.inspection.number}
              </Link>
            )}
          </Fact>
          <Fact name={t('suspension.confirmed')}>{confirmed && `${confirmed.on}，${t('suspension.until', { day: confirmed.endsOn })}`}</Fact>
          <Fact name={t('suspension.conditions')}>{confirmed && <span className="prose">{confirmed.conditions}</span>}</Fact>
          {extensions.map((one) => (
            <Fact key={one.on + one.endsOn} name={t('suspension.extended', { day: one.on, until: one.endsOn })}>
              {one.reason}
            </Fact>
          ))}
        </dl>
      </section>
      {(request || proposal || refusals.length > 0) && (
        <section className="panel">
          <div className="hd">
            <h2>{t('suspension.request')}</h2>
            <Cite law="Art. 8(1)" />
          </div>
          <dl className="bd kv">
            <Fact name={t('suspension.account')}>
              {request && (
                <>
                  <span className="prose">{request.account}</span>
                  {request.files.map((id, at) => (
                    <a key={id} className="row s" href={`/api/files/${id}`}>
                      <Icon shape="file" />
                      {t('file.files')} {at + 1}
                    </a>
                  ))}
                </>
              )}
            </Fact>
            <Fact name={t('suspension.findings')}>{proposal && <span className="prose">{proposal.findings}</span>}</Fact>
            {refusals.map((one) => (
              <Fact key={one.on + one.reason} name={t('suspension.refused', { day: one.on })}>
                {one.reason}
              </Fact>
            ))}
          </dl>
        </section>
      )}
    </div>
  )
}
