import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow } from '../../contract.ts'
import { call, newKey } from '../call.ts'
import { shortDay } from '../format.ts'
import { DueDate } from '../parts/day-cells.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Empty, Skeleton } from '../parts/states.tsx'
import { Status } from '../parts/status.tsx'
import { casesMoved, getCases, useSession, useStatuses } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { hostRole } from './own.ts'
import '../css/wizard.css'

const editable = ['draft', 'returned', 'supplementing']

/** Own applications: what to go on with first, then where the others lie. */
export function ApplyPage() {
  const { t } = useTranslation('apply')
  useTitle(t('title'))
  const { assignments } = useSession()
  const { data, error, refetch } = useQuery({ queryKey: ['cases', 'own'], queryFn: ({ signal }) => getCases({ procedure: 'recognition', sort: 'since' }, null, signal) })
  const open = data?.rows.filter(({ status }) => editable.includes(status)) ?? []
  const away = data?.rows.filter(({ status }) => !editable.includes(status)) ?? []
  return (
    <div className="page">
      <div className="head"><div><h1>{t('title')}</h1><p className="s mute">{t('list.says')}</p></div>{assignments.some(({ role }) => hostRole(role)) && <OpenNew />}</div>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={5} />}
      {data && data.rows.length === 0 && <section className="panel"><Empty>{t('list.none')}</Empty></section>}
      {open.length > 0 && <Listed title={t('list.open')} rows={open} />}
      {away.length > 0 && <Listed title={t('list.away')} rows={away} />}
    </div>
  )
}

/** One intention, one key: pressing twice opens one application. */
function OpenNew() {
  const { t } = useTranslation('apply')
  const navigate = useNavigate()
  const key = useRef(newKey())
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const open = async () => {
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      const { number } = await call<{ number: string }>('POST', '/cases/recognition', { body: {}, key: key.current })
      key.current = newKey()
      void casesMoved()
      await navigate({ to: '/apply/$number', params: { number } })
    } catch (refused) {
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div><button type="button" className="btn primary" aria-disabled={busy || undefined} onClick={() => void open()}><Icon shape="plus" />{busy ? t('list.opening') : t('list.new')}</button>
      {fault !== null && <Fault error={fault} />}</div>
  )
}

function Listed({ title, rows }: { title: string; rows: readonly CaseRow[] }) {
  const { t } = useTranslation('apply')
  return (
    <section className="panel own-cases">
      <div className="hd"><h2 className="h3">{title}</h2><span className="s mute">{t('list.count', { n: rows.length })}</span></div>
      <div className="scroll"><table className="cards">
        <thead><tr><th scope="col">{t('list.application')}</th><th scope="col">{t('list.status')}</th><th scope="col">{t('list.with')}</th><th scope="col">{t('list.due')}</th><th scope="col"><span className="sr">{t('list.go')}</span></th></tr></thead>
        <tbody>{rows.map((row) => <One key={row.id} row={row} />)}</tbody>
      </table></div>
    </section>
  )
}

function One({ row }: { row: CaseRow }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { today } = useSession()
  const awaits = useStatuses()('recognition', row.status)?.awaits
  const goesOn = editable.includes(row.status)
  return (
    <tr>
      <td><Link className="what" to={goesOn ? '/apply/$number' : '/cases/$number'} params={{ number: row.number }}>{row.title || t('unnamed')}</Link>
        <div className="xs faint">{row.number} · {row.hosts.map((host, index) => <span key={host.org}>{index > 0 && t('comma')}<Name name={host.name} demo={host.demo} /></span>)}</div></td>
      <td><Status procedure="recognition" status={row.status} /><div className="xs faint">{t('list.since', { day: shortDay(row.since, today) })}</div></td>
      <td>{awaits ? <>{words(awaits.roleWords)}<div className="xs faint">{words(awaits.asks)}</div></> : <span className="faint">{t('list.nobody')}</span>}</td>
      <td>{row.due ? <DueDate due={row.due} today={today} /> : <span className="faint">{t('list.noDue')}</span>}</td>
      <td className="num"><Link className={goesOn ? 'btn sm primary' : 'btn sm'} to={goesOn ? '/apply/$number' : '/cases/$number'} params={{ number: row.number }}>
        {goesOn ? t(row.status === 'draft' ? 'list.goOn' : 'list.supplement') : t('list.look')}</Link></td>
    </tr>
  )
}
