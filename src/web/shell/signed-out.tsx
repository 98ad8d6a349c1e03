import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../parts/states.tsx'
import { signInNow } from '../session.ts'

/** The session ended while somebody writes: the text goes on, the dialog comes when it is wanted, and the field gets the focus back. */
export function SignedOut() {
  const { t } = useTranslation('shell')
  useEffect(() => {
    const field = document.activeElement
    return () => {
      // After the dialog has given the focus back to the button, which is gone by then.
      setTimeout(() => {
        if (field instanceof HTMLElement && field.isConnected) field.focus()
      })
    }
  }, [])
  return (
    <div className="toast" role="alert">
      <Note
        tone="am"
        action={
          <button type="button" className="btn sm" onClick={signInNow}>
            {t('signIn.go')}
          </button>
        }
      >
        <b>{t('signIn.ended')}</b>
        <p className="s">{t('signIn.endedSays')}</p>
      </Note>
    </div>
  )
}
