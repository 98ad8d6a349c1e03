import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../call.ts'
import { TextField } from '../parts/field.tsx'
import { Empty, Note, Skeleton } from '../parts/states.tsx'
import { Fault } from './fault.tsx'
import { setupQuery } from './setup.query.ts'
import { useTitle } from './title.ts'
import mark from '../mark.svg'

const roles = ['sysadmin', 'secadmin', 'auditor'] as const
type Role = (typeof roles)[number]
type Person = { username: string; name: string }
type Asked = { code: string; bureau: string } & Record<Role, Person>
/** POST /api/setup: the first passwords, told once. */
type Made = { accounts: { role: Role; username: string; password: string }[] }

const nobody: Person = { username: '', name: '' }
const nothing: Asked = { code: '', bureau: '', sysadmin: nobody, secadmin: nobody, auditor: nobody }

/** The first run of an installation: the bureau and the three administrators, with their first passwords shown once. */
export function SetupPage() {
  const { t } = useTranslation('shell')
  const { data, isPending } = useQuery(setupQuery)
  const [made, setMade] = useState<Made | null>(null)
  useTitle(t('setup.title'))
  return (
    <main className="signin">
      <section className="panel door setup">
        <header className="row">
          <img src={mark} alt="" width="36" height="32" />
          <div className="grow">
            <h1>{t('setup.title')}</h1>
            <p className="s mute">{made ? t('setup.once') : t('setup.lead')}</p>
          </div>
        </header>
        {made ? (
          <Passwords made={made} />
        ) : isPending ? (
          <Skeleton rows={6} />
        ) : data?.open ? (
          <Form onMade={setMade} />
        ) : (
          <Closed />
        )}
      </section>
    </main>
  )
}

function Closed() {
  const { t } = useTranslation('shell')
  return (
    <Empty
      action={
        <Link className="btn" to="/">
          {t('signIn.title')}
        </Link>
      }
    >
      {t('setup.closed')}
    </Empty>
  )
}

function Form({ onMade }: { onMade: (made: Made) => void }) {
  const { t } = useTranslation('shell')
  const [asked, setAsked] = useState(nothing)
  const [fault, setFault] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      onMade(await call<Made>('POST', '/setup', { body: asked, anonymous: true }))
    } catch (refused) {
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('setup.code')}
        help={t('setup.codeHelp')}
        required
        value={asked.code}
        onChange={(code) => setAsked({ ...asked, code })}
      />
      <TextField label={t('setup.bureau')} required value={asked.bureau} onChange={(bureau) => setAsked({ ...asked, bureau })} />
      {roles.map((role) => (
        <fieldset className="group" key={role}>
          <legend>{t(`setup.${role}`)}</legend>
          <p className="s mute">{t(`setup.${role}Does`)}</p>
          <div className="fields">
            <TextField
              label={t('signIn.username')}
              help={t('setup.usernameHelp')}
              required
              value={asked[role].username}
              onChange={(username) => setAsked({ ...asked, [role]: { ...asked[role], username: username.toLowerCase() } })}
            />
            <TextField
              label={t('setup.name')}
              required
              value={asked[role].name}
              onChange={(name) => setAsked({ ...asked, [role]: { ...asked[role], name } })}
            />
          </div>
        </fieldset>
      ))}
      <p className="s mute">{t('setup.three')}</p>
      {fault !== null && <Fault error={fault} title={t('error.title')} />}
      <button type="submit" className="btn primary block" aria-disabled={busy || undefined}>
        {busy ? t('sending') : t('setup.submit')}
      </button>
    </form>
  )
}

function Passwords({ made }: { made: Made }) {
  const { t } = useTranslation('shell')
  const [copied, setCopied] = useState(false)
  const text = made.accounts.map(({ role, username, password }) => `${t(`setup.${role}`)}\t${username}\t${password}`).join('\n')
  return (
    <div className="stack">
      <Note tone="am" alert>
        {t('setup.keep')}
      </Note>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('setup.role')}</th>
            <th scope="col">{t('signIn.username')}</th>
            <th scope="col">{t('signIn.password')}</th>
          </tr>
        </thead>
        <tbody>
          {made.accounts.map(({ role, username, password }) => (
            <tr key={role}>
              <td>{t(`setup.${role}`)}</td>
              <td className="mono">{username}</td>
              <td className="mono">{password}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row wrap">
        <button
          type="button"
          className="btn"
          onClick={() =>
            void navigator.clipboard
              ?.writeText(text)
              .then(() => setCopied(true))
              .catch(() => setCopied(false))
          }
        >
          {copied ? t('setup.copied') : t('setup.copy')}
        </button>
        <button type="button" className="btn" onClick={() => window.print()}>
          {t('setup.print')}
        </button>
        <span className="grow" />
        <a className="btn primary" href="/work/">
          {t('setup.toSignIn')}
        </a>
      </div>
      <p className="s mute">{t('setup.next')}</p>
    </div>
  )
}
