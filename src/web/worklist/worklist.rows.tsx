
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Worklist } from '../../contract.ts'
import type { Day } from '../../kernel/day.ts'
import { weekdayOf } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { DueDate } from '../parts/day-cells.tsx'
import { Icon, type Shape } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Status } from '../parts/status.tsx'
import { useProcedureName } from '../queries.ts'
import { isWriting } from '../shell/head.tsx'
import { useWords } from '../words.ts'

type Row = Worklist['rows'][number]

const groups = ['overdue', 'today', 'week', 'open', 'later'] as const
const shapes: { readonly [G in (typeof groups)[number]]: Shape } = { overdue: 'warn', today: 'clock', week: 'half', open: 'open', later: 'open' }

export function Rows({ rows, today, view }: { rows: Row[]; today: Day; view: string }) {
  const { t } = useTranslation('worklist')
  const table = useRef<HTMLTableElement>(null)
  useMoves(table)
  return (
    <table className="wl" ref={table}>
      <thead>
        <tr>
          <th scope="col">{t('column.due')}</th>
          <th scope="col">{t('column.procedure')}</th>
          <th scope="col">{t('column.case')}</th>
          <th scope="col">{view === 'mine' ? t('column.asks') : t('column.asksOthers')}</th>
          <th scope="col">{view === 'mine' ? t('column.law') : t('column.with')}</th>
          <th scope="col" className="num">
            {t('column.used')}
          </th>
          <th scope="col">
            <span className="sr">{t('column.act')}</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => {
        const within = rows.filter((row) => groupOf(row, today) === group)
        return (
          within.length > 0 && (
            <tbody key={group}>
              <tr className={group === 'overdue' ? 'grp late' : 'grp'}>
                <th colSpan={7} scope="rowgroup">
                  <span className="row">
                    <Icon shape={shapes[group]} />
                    <b>{t(`group.${group}`, { n: within.length })}</b>
                    {group === 'overdue' && <span>{t('group.overdueSays')}</span>}
                  </span>
                </th>
              </tr>
              {within.map((row) => (
                <Item key={row.id} row={row} today={today} view={view} />
              ))}
            </tbody>
          )
        )
      })}
    </table>
  )
}

function Item({ row, today, view }: { row: Row; today: Day; view: string }) {
  const mine = view === 'mine'
  const { t } = useTranslation('worklist')
  const words = useWords()
  const nameOf = useProcedureName()
  return (
    <tr>
      <td className="nowrap c-due">
        <DueDate due={row.due} today={today} />
      </td>
      <td className="mute nowrap c-procedure">
        {nameOf(row.procedure)}
      </td>
      <td className="c-case">
        {row.place ? (
          <Link className="what" to={row.place.to} data-move>
            {words(row.place.words)}
          </Link>
        ) : (
          <Link className="what" to="/cases/$number" params={{ number: row.number }} data-move>
            <Name name={row.title || row.number} />
          </Link>
        )}
        <div className="sub">
          <span className="nowrap">
            <Name name={row.number} />
          </span>
          {row.hosts.map((host) => (
            <span key={host.org}>
              {' '}
              · <Name name={host.name} demo={host.demo} />
            </span>
          ))}
          {row.delegated && <span className="t-am"> · {t('delegated', { name: row.delegated })}</span>}
        </div>
      </td>
      <td className="c-asks">
        {view === 'done' ? <Status procedure={row.procedure} status={row.status} /> : <span className="asks">{words(row.asks)}</span>}
      </td>
      <td className="c-law">
        {mine ? row.law.slice(0, most).map((law) => <Cite key={law} law={law} />) : row.with.map((who) => words(who)).join(t('comma'))}
      </td>
      <td className="num mute nowrap c-used">{row.due ? (row.due.used > 0 ? t('used', { count: row.due.used }) : t('notBegun')) : ''}</td>
      <td className="c-act">
        {row.place ? (
          <Link className="btn sm" to={row.place.to} aria-label={`${mine ? t('act') : t('look')} ${words(row.place.words)}`}>
            {mine ? t('act') : t('look')}
          </Link>
        ) : (
          <Link className="btn sm" to="/cases/$number" params={{ number: row.number }} aria-label={`${mine ? t('act') : t('look')} ${row.number}`}>
            {mine ? t('act') : t('look')}
          </Link>
        )}
      </td>
    </tr>
  )
}

// The law of what is asked first; the case page has the rest.
const most = 2

function groupOf(row: Row, today: Day): (typeof groups)[number] {
  if (row.overdue || (row.due && row.due.left < 0)) return 'overdue'
  if (!row.due) return 'open'
  if (row.due.day <= today) return 'today'
  const sunday = new Date(`${today}T00:00:00Z`)
  sunday.setUTCDate(sunday.getUTCDate() + ((7 - Number(weekdayOf(today))) % 7))
  return row.due.day <= sunday.toISOString().slice(0, 10) ? 'week' : 'later'
}

/** J and K move from case to case; Enter opens the one that has the focus. */
function useMoves(table: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key]
      if (!step || event.ctrlKey || event.metaKey || isWriting(event.target)) return
      const links = [...(table.current?.querySelectorAll<HTMLElement>('[data-move]') ?? [])]
      const at = links.indexOf(document.activeElement as HTMLElement)
      links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus()
    }
    document.addEventListener('keydown', move)
    return () => document.removeEventListener('keydown', move)
  }, [table])
}
