import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { call, get } from '../call.ts'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { Demo, plainName } from '../parts/names.tsx'
import { client, sessionQuery, useSession, useWorklist } from '../queries.ts'
import { type Language, setLanguage, useLanguage, useWords } from '../words.ts'
import { Bell } from './bell.tsx'
import { type Home, isHere, isHome, places } from './homes.ts'
import mark from '../mark.svg'

export function Head() {
  const { t } = useTranslation('shell')
  const { homes } = useSession()
  const [open, setOpen] = useState(false)
  const at = useRouterState({ select: ({ location }) => location.href })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the menu
  useEffect(() => setOpen(false), [at])
  return (
    <header className="apphead">
      <button type="button" className="btn quiet narrow-only" aria-expanded={open} aria-controls="nav" onClick={() => setOpen(!open)}>
        <Icon shape="menu" />
        <span className="sr">{t('home.main')}</span>
      </button>
      <Link className="brand" to="/">
        <img src={mark} alt="" width="27" height="24" />
        {t('name')}
      </Link>
      <Places open={open} />
      {(homes.includes('worklist') || homes.includes('recognition')) && <Search />}
      <Bell />
      <Me />
    </header>
  )
}

/** One bar; what does not fit, in large type or English, lies under “more”. */
function Places({ open }: { open: boolean }) {
  const { t, i18n } = useTranslation('shell')
  const { homes, person } = useSession()
  const at = useHere()
  const bar = useRef<HTMLElement>(null)
  const shown = homes.filter(isHome)
  const fitting = useFitting(bar, `${i18n.language} ${person.largeType} ${shown.join()}`)
  const link = (id: Home, hidden = false) => {
    const place = places[id]
    return (
      <Link
        key={id}
        to={place.to}
        search={place.procedure ? { procedure: place.procedure } : {}}
        activeOptions={{ exact: true, explicitUndefined: true }}
        aria-current={isHere(place, at) ? 'page' : undefined}
        className={hidden ? 'beyond' : undefined}
        aria-hidden={hidden || undefined}
        tabIndex={hidden ? -1 : undefined}
      >
        {t(`home.${id}`)}
        {id === 'worklist' && <WorklistCount />}
      </Link>
    )
  }
  return (
    <>
      <nav id="nav" ref={bar} className={open ? 'nav open' : 'nav'} aria-label={t('home.main')}>
        {shown.map((id, index) => link(id, !open && index >= fitting))}
      </nav>
      {fitting < shown.length && (
        <Menu className="beyond-menu" label={t('more')} face={<Icon shape="menu" />}>
          {shown.slice(fitting).map((id) => link(id))}
        </Menu>
      )}
    </>
  )
}

/** How many links stand in the first line of the bar; the rest wrapped out of sight. */
function useFitting(bar: React.RefObject<HTMLElement | null>, changes: string): number {
  const [fitting, setFitting] = useState(Number.POSITIVE_INFINITY)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words or sizes fit otherwise
  useEffect(() => {
    const place = bar.current
    if (!place) return
    const measure = () => {
      const links = [...place.children] as HTMLElement[]
      const first = links[0]?.offsetTop ?? 0
      const wrapped = links.findIndex((link) => link.offsetTop > first)
      setFitting(wrapped === -1 || getComputedStyle(place).display === 'none' ? Number.POSITIVE_INFINITY : wrapped)
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(place)
    return () => watch.disconnect()
  }, [bar, changes])
  return fitting
}

function WorklistCount() {
  const { data } = useWorklist('mine')
  return data && data.counts.mine > 0 ? <span className="count">{data.counts.mine}</span> : null
}

/** Where the user is; a case counts to its procedure as soon as it is read. */
function useHere() {
  const location = useRouterState({ select: (state) => state.location })
  const number = location.pathname.match(/^\/cases\/([^/]+)/)?.[1]
  const { data } = useQuery({ queryKey: ['case', number], enabled: false, queryFn: ({ signal }) => get<CaseDetail>(`/cases/${number}`, signal) })
  return { pathname: location.pathname, procedure: number ? data?.case.procedure : (location.search as { procedure?: string }).procedure }
}

function Search() {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isWriting(event.target)) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])
  return (
    <form
      className="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ to: '/cases', search: { q: input.current?.value.trim() || undefined } })
      }}
    >
      <Icon shape="search" />
      <input ref={input} type="search" name="q" aria-label={t('search.label')} placeholder={t('search.hint')} autoComplete="off" />
      <kbd aria-hidden="true">{t('search.key')}</kbd>
    </form>
  )
}

/** Keys are shortcuts only where nobody is typing. */
export const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

function Me() {
  const { t } = useTranslation('shell')
  const words = useWords()
  const { person, assignments } = useSession()
  const first = assignments[0]
  const language = useLanguage()
  const save = (change: { largeType?: boolean; language?: Language }) =>
    call('PUT', '/session/display', { body: { language, largeType: person.largeType, ...change } })
      .catch(() => undefined)
      .then(() => client.invalidateQueries({ queryKey: ['session'] }))
  return (
    <Menu
      className="me"
      label={t('me.menu')}
      face={
        <>
          <span className="avatar" aria-hidden="true">
            {initial(person.name)}
          </span>
          <span className="nm">
            {person.name}
            {person.demo && <Demo />}
            {first && (
              <small>
                {plainName(first.orgName)} · {words(first.roleWords)}
              </small>
            )}
          </span>
        </>
      }
    >
      {assignments.length > 1 && (
        <ul className="mine">
          {assignments.map((held) => (
            <li key={`${held.role} ${held.org}`}>
              {held.actsFor ? t('me.actsFor', { name: person.name, other: held.actsFor }) : plainName(held.orgName)} ·{' '}
              {words(held.roleWords)}
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        aria-pressed={person.largeType}
        onClick={() => {
          client.setQueryData(
            sessionQuery.queryKey,
            (old: unknown) => old && { ...old, person: { ...person, largeType: !person.largeType } },
          )
          void save({ largeType: !person.largeType })
        }}
      >
        {t('me.largeType')}
      </button>
      <button
        type="button"
        lang={t('me.languageCode')}
        onClick={() => {
          const other = language === 'zh' ? 'en' : 'zh'
          void setLanguage(other).then(() => save({ language: other }))
        }}
      >
        {t('me.language')}
      </button>
      <Link to="/password">{t('me.password')}</Link>
      <a href="/">{t('me.portal')}</a>
      <button type="button" onClick={() => void signOut()}>
        {t('me.signOut')}
      </button>
    </Menu>
  )
}

async function signOut() {
  await call('DELETE', '/session', { anonymous: true }).catch(() => undefined)
  window.location.assign('/work/')
}

/** The family name, or the digits of an anonymous expert. */
const initial = (name: string) => name.match(/\d+$/)?.[0] ?? [...name][0] ?? ''
