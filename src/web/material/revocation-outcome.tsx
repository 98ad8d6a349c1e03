import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Cite } from '../parts/cite.tsx'
import { Status } from '../parts/status.tsx'
import { Fact } from './fact.tsx'
import type { RevocationFile } from './revocation-rail.ts'

/** Review and proposal for the city; the decision with its remedies; what is handed over after it. */
export function Outcome({ file }: { file: RevocationFile }) {
  const { t } = useTranslation('revocation')
  const { legality, proposal, decision, service, handedOver = [] } = file
  return (
    <>
      {(legality || proposal) && (
        <section className="panel">
          <div className="hd">
            <h2>{t('legality')}</h2>
            <span className="grow" />
            <span className="s mute">{t('cityOnly')}</span>
          </div>
          <dl className="bd kv">
            <Fact name={t('legality')}>
              {legality && (
                <>
                  <span className="prose">{legality.opinion}</span>{' '}
                  <span className="s mute">
                    {legality.by.name} {legality.on}
                  </span>
                </>
              )}
            </Fact>
            <Fact name={t('proposal')}>
              {proposal && (
                <>
                  <b>{t(`proposed.${proposal.outcome}`)}</b> <span className="prose">{proposal.merits}</span>{' '}
                  <span className="s mute">
                    {proposal.by.name} {proposal.on}
                  </span>
                </>
              )}
            </Fact>
          </dl>
        </section>
      )}
      {decision && (
        <section className="panel">
          <div className="hd">
            <h2>{t('decision')}</h2>
            <span className="grow" />
            <span className="s mute">
              {decision.documentNo} · {decision.on}
            </span>
          </div>
          <dl className="bd kv">
            <Fact name={t('decision')}>
              <b>{t(`outcome.${decision.outcome}`)}</b>{' '}
              {decision.grounds.map((law) => (
                <Cite key={law} law={law} />
              ))}
            </Fact>
            <Fact name={t('basis')}>
              <span className="prose">{decision.text}</span>
            </Fact>
            <Fact name={t('minutes')}>
              {decision.minutes.number} {decision.minutes.heldOn}
            </Fact>
            <Fact name={t('remedies')}>{decision.outcome === 'revoked' && t('remediesText')}</Fact>
          </dl>
        </section>
      )}
      {service && (service.openCases.length > 0 || handedOver.length > 0) && (
        <section className="panel">
          <div className="hd">
            <h2>{t('openCases')}</h2>
          </div>
          <div className="bd stack">
            {service.openCases.length > 0 && <p className="s mute">{t('openCasesNote')}</p>}
            <ul className="list">
              {service.openCases.map((one) => (
                <li key={one.id} className="row wrap">
                  <Link to="/cases/$number" params={{ number: one.number }}>
                    {one.number}
                  </Link>
                  <Status procedure={one.procedure} status={one.status} />
                  <span className="s mute">{t(one.ends ? 'ends' : 'toHandle')}</span>
                </li>
              ))}
              {handedOver.map((one) => (
                <li key={`${one.what} ${one.to}`}>
                  {one.what} <span className="s mute">{t('handedTo', { to: one.to, day: one.on })}</span>
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
    </>
  )
}
