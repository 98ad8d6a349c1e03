import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refused } from '../call.ts'
import { Note } from '../parts/states.tsx'
import { useTitle } from './title.ts'

/** What failed, what is safe, what to do, and the number to quote. */
export function Fault({ error, retry, title }: { error: unknown; retry?: () => void; title?: string }) {
  const { t } = useTranslation('shell')
  const problem = error instanceof Refused ? error.problem : null
  // What is not there does not come by trying again.
  if (problem?.status === 404 && retry) return <Nothing says={problem.title} />
  return (
    <Note
      tone="no"
      alert
      action={
        retry && (
          <button type="button" className="btn sm" onClick={retry}>
            {t('retry')}
          </button>
        )
      }
    >
      <b>{problem?.title || title || t('error.load')}</b>
      {problem?.status === 0 && <p className="s">{t('error.network')}</p>}
      {problem?.detail && <p className="s">{problem.detail}</p>}
      {problem?.number && <p className="xs mute">{t('error.number', { number: problem.number })}</p>}
    </Note>
  )
}

function Nothing({ says }: { says: string }) {
  const { t } = useTranslation('shell')
  return (
    <Note
      tone="am"
      alert
      action={
        <Link className="btn sm" to="/">
          {t('error.toHome')}
        </Link>
      }
    >
      {says || t('error.notFound')}
    </Note>
  )
}

export function NotFound() {
  const { t } = useTranslation('shell')
  useTitle(t('error.notFound'))
  return (
    <div className="page">
      <Note
        tone="am"
        action={
          <Link className="btn sm" to="/">
            {t('error.toHome')}
          </Link>
        }
      >
        <h1 className="h3">{t('error.notFound')}</h1>
      </Note>
    </div>
  )
}

export function PageFault({ error }: ErrorComponentProps) {
  const { t } = useTranslation('shell')
  if (error instanceof Refused)
    return (
      <div className="page">
        <Fault error={error} />
      </div>
    )
  return (
    <div className="page">
      <Note
        tone="no"
        alert
        action={
          <button type="button" className="btn sm" onClick={() => window.location.reload()}>
            {t('error.reload')}
          </button>
        }
      >
        {t('error.crash')}
      </Note>
    </div>
  )
}
