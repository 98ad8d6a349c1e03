import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** The name of the page in the window and in what a reader of screens hears first. */
export function useTitle(page: string) {
  const { t } = useTranslation('shell')
  useEffect(() => {
    document.title = page ? t('titleOf', { page }) : t('name')
  }, [page, t])
}
