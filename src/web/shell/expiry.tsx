import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../parts/states.tsx'
import { client, sessionQuery } from '../queries.ts'

const twoMinutes = 120_000

/** Warns two minutes before the session ends; whoever worked meanwhile is not bothered. */
export function ExpiryWarning() {
  const { t } = useTranslation('shell')
  const { data, dataUpdatedAt } = useQuery(sessionQuery)
  const [near, setNear] = useState(false)
  const expiresAt = data?.expiresAt
  useEffect(() => {
    setNear(false)
    if (!expiresAt) return
    const wait = Math.max(0, Date.parse(expiresAt) - Date.now() - twoMinutes)
    const timer = setTimeout(
      () => {
        const worked = client
          .getQueryCache()
          .getAll()
          .some((query) => query.state.dataUpdatedAt > dataUpdatedAt + 1000)
        if (worked && Date.parse(expiresAt) > Date.now()) void client.invalidateQueries({ queryKey: ['session'] })
        setNear(!worked)
      },
      Math.min(wait, 2 ** 31 - 1),
    )
    return () => clearTimeout(timer)
  }, [expiresAt, dataUpdatedAt])
  if (!near) return null
  return (
    <div className="toast" role="alert">
      <Note
        tone="am"
        action={
          <button type="button" className="btn sm" onClick={() => void client.invalidateQueries({ queryKey: ['session'] })}>
            {t('expiry.extend')}
          </button>
        }
      >
        <b>{t('expiry.title')}</b>
        <p className="s">{t('expiry.text')}</p>
      </Note>
    </div>
  )
}
