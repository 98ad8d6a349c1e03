import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Hold } from '../../procedures/base/base.case.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'

/** A hold in vermilion over the base and its services: what kind, since when and by whom, why, what is stopped, and until when at most. */
export function Held({ holds, until }: { holds: readonly Hold[]; until?: (hold: Hold) => { on: string; left: number } | undefined }) {
  const { t } = useTranslation('bases')
  return holds.filter(({ lifted }) => !lifted).map((hold) => {
    const last = until?.(hold)
    return (
      <div key={hold.case} className="held on-dark" role="alert">
        <Icon shape="noc" />
        <div className="grow">
          <b>{t(`holds.${hold.kind}`)}</b> {t('held.since', { since: hold.since })}{hold.by && <>，{t(`held.by.${hold.by}`)}</>} · <Link to="/cases/$number" params={{ number: hold.number }}>{hold.number}</Link>
          <div>{t('held.stops')}</div>
          <div className="s">{t('held.why', { reason: hold.reason })}{last && <> {last.left < 0 ? t('held.over', { day: last.on, n: -last.left }) : t('held.until', { day: last.on })}</>}</div>
        </div>
        <Cite law="Art. 6(3)" />
      </div>
    )
  })
}
