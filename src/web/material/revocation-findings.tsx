import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Findings as Found } from '../../procedures/revocation/revocation.case.ts'
import { inflationOf } from '../../settings/revocation-rules.ts'
import { amount, percent } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { useListing } from '../words.ts'
import { Fact } from './fact.tsx'
import type { Ground, RevocationFile } from './revocation-rail.ts'

const laws = { accident: 'Art. 19(1)', falsehood: 'Art. 19(2)', absence: 'Art. 19(3)', twicePoor: 'Art. 18', unable: 'Art. 19(4)' } as const

/** The evidence of each ground in its own form; the host is told of it in the notice, not here. */
export function Findings({ file }: { file: RevocationFile }) {
  const { t } = useTranslation('revocation')
  const listing = useListing()
  const { findings = {}, investigation, opened, source } = file
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('findings')}</h2>
        <span className="grow" />
        <span className="s mute">{t('cityOnly')}</span>
      </div>
      <div className="bd stack">
        <dl className="kv">
          <Fact name={t('opened')}>
            <span className="prose">{opened?.facts}</span>
          </Fact>
          <Fact name={t('source')}>
            {source && (
              <Link to="/cases/$number" params={{ number: source.number }}>
                {source.number}
              </Link>
            )}
          </Fact>
          <Fact name={t('investigation')}>{investigation && <span className="prose">{investigation.summary}</span>}</Fact>
          <Fact name={t('investigators')}>{investigation && listing(investigation.investigators.map(({ name, org }) => `${name}（${org}）`))}</Fact>
        </dl>
        {(file.grounds ?? []).map((ground) => (
          <article key={ground} className="statement">
            <h3>
              {t(`found.${ground}`)} <Cite law={laws[ground]} /> <span className="s mute">{findings[ground]?.by} {findings[ground]?.on}</span>
            </h3>
            <dl className="kv">
              <Evidence ground={ground} findings={findings} />
              <Fact name={t('f.findings')}>
                <span className="prose">{findings[ground]?.findings}</span>
              </Fact>
            </dl>
          </article>
        ))}
      </div>
    </section>
  )
}

function Evidence({ ground, findings }: { ground: Ground; findings: Found }): ReactNode {
  const { t } = useTranslation('revocation')
  const listing = useListing()
  const yes = (value: boolean) => t(value ? 'f.yes' : 'f.no')
  switch (ground) {
    case 'accident': {
      const found = findings.accident
      return found && (
        <>
          <Fact name={t('f.kind')}>{t(`f.kinds.${found.kind}`)}</Fact>
          <Fact name={t('f.occurredOn')}>{found.occurredOn}</Fact>
          <Fact name={t('f.grade')}>
            <b>{t(`f.grades.${found.grade}`)}</b>
          </Fact>
          <Fact name={t('f.deaths')}>{String(found.deaths)}</Fact>
          <Fact name={t('f.responsibility')}>{t(found.mainResponsibility ? 'f.main' : 'f.notMain')}</Fact>
          <Fact name={t('f.harm')}>{yes(found.harmConfirmed)}</Fact>
          <Fact name={t('f.decision')}>{found.decision}</Fact>
        </>
      )
    }
    case 'falsehood': {
      const found = findings.falsehood
      const share = found && inflationOf({ declared: found.declared, verified: found.verified })
      return found && (
        <>
          <Fact name={t('f.what')}>{found.what}</Fact>
          <Fact name={t('f.decision')}>{found.decision}</Fact>
          <Fact name={t('f.heardOn')}>{found.heardOn}</Fact>
          <Fact name={found.figure ?? t('f.figure')}>
            {found.declared !== undefined && found.verified !== undefined && (
              <>
                {t('f.declared')} <s>{amount(found.declared)}</s> {t('f.verified')} <b>{amount(found.verified)}</b> {share !== undefined && `${t('f.inflated')} ${percent(share, true)}`}
              </>
            )}
          </Fact>
        </>
      )
    }
    case 'absence': {
      const found = findings.absence
      return found && (
        <>
          <Fact name={t('f.year')}>{String(found.year)}</Fact>
          <Fact name={t('f.reminders')}>
            <ol className="list">
              {found.reminders.map((one) => (
                <li key={one.document}>{t('f.reminder', { document: one.document, delivered: one.deliveredOn, proof: one.proof, due: one.dueOn })}</li>
              ))}
            </ol>
          </Fact>
          <Fact name={t('f.excuse')}>{found.excuse}</Fact>
        </>
      )
    }
    case 'twicePoor': {
      const found = findings.twicePoor
      return found && <Fact name={t('f.series')}>{listing(found.series.map(({ year, grade }) => `${year} ${t(`f.outcomes.${(grade ?? 'none') as 'poor'}`)}`))}</Fact>
    }
    case 'unable': {
      const found = findings.unable
      return found && (
        <>
          <Fact name={t('f.site')}>{t(found.siteUsable ? 'f.usable' : 'f.notUsable')}</Fact>
          <Fact name={t('f.equipment')}>{t('f.of', { n: found.equipmentUsable, of: found.equipmentRequired })}</Fact>
          <Fact name={t('f.staff')}>{String(found.fullTimeStaff)}</Fact>
          <Fact name={t('f.lastService')}>{found.lastServiceOn ?? t('f.never')}</Fact>
        </>
      )
    }
  }
}
