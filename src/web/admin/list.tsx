import type { UseQueryResult } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../call.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Empty, Note, Skeleton } from '../parts/states.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useCardHeads } from '../parts/use-card-heads.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'

type ListProps<Data> = {
  title: string
  lead?: ReactNode
  /** The way back, for a page no navigation leads to. */
  crumb?: ReactNode
  /** Above the list, whether it holds anything or not. */
  note?: ReactNode
  /** Where there is nothing to list for this viewer: what there is to do. */
  instead?: ReactNode
  action?: ReactNode
  tools?: ReactNode
  query: UseQueryResult<Data>
  empty: string
  isEmpty: (data: Data) => boolean
  children: (data: Data) => ReactNode
}

/** A register: head, tools, one table; loading, faults and nothing-found look the same everywhere. */
export function ListPage<Data>({ title, lead, crumb, note, instead, action, tools, query: { data, error, refetch }, empty, isEmpty, children }: ListProps<Data>) {
  useTitle(title)
  return (
    <div className="page">
      {crumb}
      <div className="head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="s mute">{lead}</p>}
        </div>
        {action}
      </div>
      {note}
      {instead || (
        <section className="panel">
          {tools && <div className="bd row wrap">{tools}</div>}
          {!data ? (
            error ? (
              <div className="bd">
                <Fault error={error} retry={() => void refetch()} />
              </div>
            ) : (
              <Skeleton rows={8} />
            )
          ) : isEmpty(data) ? (
            <Empty>{empty}</Empty>
          ) : (
            <Scroll label={title}>{children(data)}</Scroll>
          )}
        </section>
      )}
    </div>
  )
}

export function Table({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  const table = useRef<HTMLTableElement>(null)
  useCardHeads(table)
  return (
  <table className="cards" ref={table}>
    <thead>
      <tr>
        {heads.map((head, index) => (
          <th scope="col" key={index}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
  )
}

/** A search that is part of the address. */
export function Find({ value, onFind }: { value: string | undefined; onFind: (q: string | undefined) => void }) {
  const { t } = useTranslation('admin')
  return (
    <form
      role="search"
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        onFind((new FormData(event.currentTarget).get('q') as string).trim() || undefined)
      }}
    >
      <input
        key={value}
        className="in short"
        type="search"
        name="q"
        defaultValue={value}
        aria-label={t('search')}
        placeholder={t('search')}
      />
      <button type="submit" className="btn">
        {t('search')}
      </button>
    </form>
  )
}

/** A small form over the list; what is refused is told in it. */
export function FormDialog({
  title,
  label,
  save,
  onClose,
  children,
}: {
  title: string
  /** What the button says, where it does more than save. */
  label?: string
  save: () => Promise<unknown>
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation(['shell', 'steps'])
  const id = useId()
  const [fault, setFault] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      await save()
      onClose()
    } catch (refused) {
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  const problem = fault instanceof Refused ? fault.problem : null
  const grounds = [...(problem?.refusals ?? []).map(({ reason }) => reason), ...(problem?.fields ?? []).map(({ expected }) => expected)]
  return (
    <Dialog labelledBy={id} onClose={onClose} className="small">
      <form onSubmit={(event) => void submit(event)}>
        <header>
          <h2 id={id}>{title}</h2>
        </header>
        <div className="body stack">
          {children}
          {grounds.length > 0 && (
            <Note tone="no" alert>
              <b>{problem?.title}</b>
              <ul className="s">
                {grounds.map((says) => (
                  <li key={says}>{says}</li>
                ))}
              </ul>
            </Note>
          )}
          {fault !== null && grounds.length === 0 && <Fault error={fault} title={t('error.title')} />}
        </div>
        <footer>
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            {t('back')}
          </button>
          <button type="submit" className="btn primary" aria-disabled={busy || undefined}>
            {busy ? t('saving') : (label ?? t('save'))}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
