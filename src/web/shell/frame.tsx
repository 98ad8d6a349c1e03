import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../call.ts'
import { ArticleDrawer } from '../law/drawer.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/states.tsx'
import { sessionQuery } from '../queries.ts'
import { useSignInAsked } from '../session.ts'
import { Fault } from './fault.tsx'
import { DemoClock } from './clock.tsx'
import { ExpiryWarning } from './expiry.tsx'
import { Head } from './head.tsx'
import { SignedOut } from './signed-out.tsx'
import { SignInAgain, SignInPage } from './sign-in.tsx'

/** What stands around every page: skip link, demo clock, head, and what may interrupt. */
export function Frame() {
  const { t } = useTranslation('shell')
  const { data: session, error, isPending, refetch } = useQuery(sessionQuery)
  const asked = useSignInAsked()
  const online = useOnline()
  const place = usePlace()
  useFocusOnArrival()
  useLargeType(session?.person.largeType ?? false)

  if (!session) {
    if (isPending)
      return (
        <main className="page">
          <Skeleton />
        </main>
      )
    if (error instanceof Refused && error.problem.status === 401) return place === '/setup' ? <Outlet /> : <SignInPage />
    return (
      <main className="page">
        <Fault error={error} retry={() => void refetch()} />
      </main>
    )
  }
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      {session.demo && <DemoClock />}
      <Head />
      {!online && (
        <p className="offline" role="status">
          <Icon shape="off" />
          {t('offline')}
        </p>
      )}
      <main id="main" className="main" tabIndex={-1}>
        <Outlet />
      </main>
      <ArticleDrawer />
      <ExpiryWarning />
      {asked && <SignedOut />}
      {asked === 'now' && <SignInAgain />}
    </>
  )
}

/** A new page starts at its top, for the reader of a screen too. */
function useFocusOnArrival() {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation) document.getElementById('main')?.focus({ preventScroll: true })
      }),
    [router],
  )
}

function useLargeType(on: boolean) {
  useEffect(() => {
    document.documentElement.classList.toggle('large', on)
  }, [on])
}

const subscribeOnline = (listener: () => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export const useOnline = () => useSyncExternalStore(subscribeOnline, () => navigator.onLine)

/** The path inside the workbench. */
export const usePlace = () => useRouterState({ select: ({ location }) => location.pathname })
