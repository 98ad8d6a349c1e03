import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../contract.ts'
import type { Words } from '../../kernel/words.ts'
import { call, get, Refused } from '../call.ts'
import { Dialog } from '../parts/dialog.tsx'
import { plainName } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { client, sessionQuery } from '../queries.ts'
import { signedIn } from '../session.ts'
import { languageNow, setLanguage, useWords } from '../words.ts'
import { Fault } from './fault.tsx'
import { setupQuery } from './setup.query.ts'
import { useTitle } from './title.ts'
import mark from '../mark.svg'

export type DemoAccount = { username: string; name: string; roleWords: Words; orgName: string }

export function SignInPage() {
  const { t } = useTranslation('shell')
  const [username, setUsername] = useState('')
  useTitle(t('signIn.title'))
  const enter = async (session: Session) => {
    if (session.person.language !== languageNow()) await setLanguage(session.person.language)
    client.setQueryData(sessionQuery.queryKey, session)
  }
  const language = t('me.languageCode') === 'en' ? 'en' : 'zh'
  return (
    <main className="signin">
      <section className="panel door">
        <header className="row">
          <img src={mark} alt="" width="36" height="32" />
          <div className="grow">
            <h1>{t('name')}</h1>
            <p className="s mute">{t('signIn.welcome')}</p>
          </div>
        </header>
        <SignInForm username={username} onUsername={setUsername} onDone={(session) => void enter(session)} />
        <footer className="row between s">
          <a href="/">{t('signIn.portal')}</a>
          <button type="button" className="btn quiet sm" lang={language} onClick={() => void setLanguage(language)}>
            {t('me.language')}
          </button>
        </footer>
      </section>
      <DemoAccounts chosen={username} onChoose={setUsername} />
    </main>
  )
}

/** In place, over whatever the user was doing; the calls that met the ended session go on afterwards. */
export function SignInAgain() {
  const { t } = useTranslation('shell')
  const id = useId()
  const person = client.getQueryData<Session>(sessionQuery.queryKey)?.person
  const [username, setUsername] = useState(person?.username ?? '')
  return (
    <Dialog labelledBy={id} className="small" onClose={() => undefined}>
      <header>
        <div className="grow">
          <h2 id={id}>{t('signIn.again')}</h2>
          <p className="s mute">{t('signIn.againWhy')}</p>
        </div>
      </header>
      <div className="body">
        <SignInForm
          username={username}
          onUsername={setUsername}
          onDone={(session) => {
            // Somebody else sits here now: nothing of the person before may stay on the screen, or go out under the new name.
            if (person && session.person.id !== person.id) {
              window.location.assign('/work/')
              return
            }
            client.setQueryData(sessionQuery.queryKey, session)
            signedIn()
          }}
        />
      </div>
    </Dialog>
  )
}

function SignInForm({
  username,
  onUsername,
  onDone,
}: {
  username: string
  onUsername: (name: string) => void
  onDone: (session: Session) => void
}) {
  const { t } = useTranslation('shell')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFault(null)
    try {
      onDone(await call<Session>('POST', '/session', { body: { username: username.trim(), password }, anonymous: true }))
    } catch (refused) {
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  const wrong = fault instanceof Refused && [400, 401, 403, 422, 429].includes(fault.problem.status)
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {wrong ? (
        <Note tone="no" alert>
          {fault.problem.status === 401 ? t('signIn.refused') : fault.problem.title}
        </Note>
      ) : (
        fault !== null && <Fault error={fault} title={t('error.title')} />
      )}
      <label className="f">
        <span>{t('signIn.username')}</span>
        <input
          className="in"
          name="username"
          autoComplete="username"
          required
          value={username}
          onChange={(event) => onUsername(event.target.value)}
        />
      </label>
      <label className="f">
        <span>{t('signIn.password')}</span>
        <input
          className="in"
          name="password"
          data-first={username ? true : undefined}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <button type="submit" className="btn primary block" aria-disabled={busy || undefined}>
        {busy ? t('signIn.submitting') : t('signIn.submit')}
      </button>
    </form>
  )
}

/** An installation where nobody has an account yet says so. */
function FirstRun() {
  const { t } = useTranslation('shell')
  const { data } = useQuery(setupQuery)
  if (!data?.open) return null
  return (
    <Note
      tone="go"
      action={
        <Link className="btn sm" to="/setup">
          {t('setup.title')}
        </Link>
      }
    >
      {t('setup.open')}
    </Note>
  )
}

/** Offered by the server in demo mode only; elsewhere the path does not exist. */
function DemoAccounts({ chosen, onChoose }: { chosen: string; onChoose: (username: string) => void }) {
  const { t } = useTranslation('shell')
  const words = useWords()
  const [filter, setFilter] = useState('')
  const { data, isError } = useQuery({
    queryKey: ['demo accounts'],
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => get<DemoAccount[]>('/demo/accounts', signal),
  })
  if (isError) return <FirstRun />
  if (!data?.length) return null
  const shown = data.filter((account) =>
    `${account.username} ${account.name} ${account.orgName} ${words(account.roleWords)}`.includes(filter.trim()),
  )
  return (
    <section className="panel accounts" aria-label={t('signIn.accounts')}>
      <div className="hd">
        <h2>{t('signIn.accounts')}</h2>
        <span className="grow" />
        <input
          className="in"
          type="search"
          aria-label={t('signIn.accountFilter')}
          placeholder={t('signIn.accountFilter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      <p className="s mute hint">{t('signIn.accountsHint')}</p>
      <ul>
        {shown.map((account) => (
          <li key={account.username}>
            <button type="button" aria-pressed={account.username === chosen} onClick={() => onChoose(account.username)}>
              <b className="mono">{account.username}</b>
              <span>{account.name}</span>
              <small>
                {words(account.roleWords)} · {plainName(account.orgName)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
