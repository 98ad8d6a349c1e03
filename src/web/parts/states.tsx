import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

/** The shape of the page to come; appears after a moment only (CSS), so that quick answers do not flicker. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation('shell')
  return (
    <div className="skeleton panel" role="status">
      <span className="sr">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} aria-hidden="true" />
      ))}
    </div>
  )
}

/** One line and at most one action. */
export const Empty = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <p>{children}</p>
    {action}
  </div>
)

export type Tone = 'am' | 'no' | 'ok' | 'go'
const shapes = { am: 'warn', no: 'noc', ok: 'okc', go: 'half' } as const

export const Note = ({ tone, children, action, alert }: { tone: Tone; children: ReactNode; action?: ReactNode; alert?: boolean }) => (
  <div className={`note ${tone}`} role={alert ? 'alert' : undefined}>
    <Icon shape={shapes[tone]} />
    <div className="grow">{children}</div>
    {action}
  </div>
)
