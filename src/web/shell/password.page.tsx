import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../call.ts'
import { Note } from '../parts/states.tsx'
import { client, useSession } from '../queries.ts'
import { Fault } from './fault.tsx'
import { useTitle } from './title.ts'

export function PasswordPage() {
  const { t } = useTranslation('shell')
  const { mustChangePassword, person } = useSession()
  const [fields, setFields] = useState({ current: '', next: '', repeat: '' })
  const [state, setState] = useState<{ did?: true; differ?: true; fault?: unknown }>({})
  useTitle(t('password.title'))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (fields.next !== fields.repeat) return setState({ differ: true })
    try {
      await call('PUT', '/session/password', { body: { current: fields.current, next: fields.next } })
      setState({ did: true })
      setFields({ current: '', next: '', repeat: '' })
      await client.invalidateQueries({ queryKey: ['session'] })
    } catch (fault) {
      setState({ fault })
    }
  }
  const field = (name: keyof typeof fields, autoComplete: string) => (
    <label className="f">
      <span>{t(`password.${name}`)}</span>
      <input
        className="in"
        type="password"
        required
        autoComplete={autoComplete}
        minLength={name === 'current' ? undefined : 12}
        value={fields[name]}
        onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <div className="page narrow">
      <h1>{t('password.title')}</h1>
      {mustChangePassword && <Note tone="am">{t('password.must')}</Note>}
      <form className="panel form stack" onSubmit={(event) => void submit(event)}>
        <input type="hidden" name="username" autoComplete="username" value={person.username} readOnly />
        {field('current', 'current-password')}
        {field('next', 'new-password')}
        <p className="help">{t('password.rule')}</p>
        {field('repeat', 'new-password')}
        {state.differ && (
          <p className="err" role="alert">
            {t('password.differ')}
          </p>
        )}
        {state.fault !== undefined && <Fault error={state.fault} title={t('error.title')} />}
        {state.did && <Note tone="ok">{t('password.changed')}</Note>}
        <div className="row">
          <button type="submit" className="btn primary">
            {t('password.change')}
          </button>
          <Link className="btn" to="/">
            {t('password.cancel')}
          </Link>
        </div>
      </form>
    </div>
  )
}
