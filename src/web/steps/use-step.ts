import { useCallback, useMemo, useState } from 'react'
import { Refused } from '../call.ts'
import { useSession } from '../queries.ts'
import { draftOf, dropDraft, keepDraft, keptDraft } from './draft.ts'
import type { Faults, Values } from './form.tsx'
import { useIntention } from './intention.ts'
import { bodyOf, defaultsOf, fieldsOf, lacks, type Schema, withoutSecrets } from './schema.ts'

/** Everything a step being written has: values, reasons, what is missing, what the server said. */
export function useStep<Done>({
  draftId: of,
  command,
  reasonsFor = [],
  initial = {},
  perform,
  onDone,
}: {
  draftId: string
  command: Schema
  /** Rules that are known to ask for a written reason. */
  reasonsFor?: readonly string[]
  /** What is known before anything is written. */
  initial?: Values
  perform: (body: Record<string, unknown>, key: string) => Promise<Done>
  onDone: (done: Done) => void
}) {
  const draftId = draftOf(of, useSession().person.id)
  const before = useMemo(() => keptDraft(draftId), [draftId])
  const [values, setValues] = useState<Values>(() => before?.values ?? { ...defaultsOf(command), ...initial })
  const [reasons, setReasons] = useState<Record<string, string>>(before?.reasons ?? {})
  const [names, setNames] = useState<Record<string, string>>(before?.names ?? {})
  const [fault, setFault] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const intention = useIntention()

  const keep = useCallback(
    (next: { values?: Values; reasons?: Record<string, string>; names?: Record<string, string> }) =>
      keepDraft(draftId, { reasons, names, ...next, values: withoutSecrets(command, next.values ?? values) }),
    [draftId, command, values, reasons, names],
  )
  const missing = fieldsOf(command).filter((field) => lacks(field, values[field.name]))
  const unreasoned = reasonsFor.filter((rule) => !reasons[rule]?.trim())

  const send = async () => {
    setTried(true)
    if (busy || missing.length + unreasoned.length > 0) return
    setBusy(true)
    setFault(null)
    const body = bodyOf(values, reasons)
    try {
      const done = await perform(body, intention.keyFor(body))
      intention.answered()
      dropDraft(draftId)
      onDone(done)
    } catch (refused) {
      if (refused instanceof Refused && refused.problem.status > 0 && refused.problem.status < 500) intention.answered()
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  return {
    values,
    reasons,
    names,
    fault,
    busy,
    missing,
    unreasoned,
    reasonsFor,
    tried,
    restored: before !== null,
    send,
    faults: faultsOf(fault),
    change: (next: Values) => {
      setValues(next)
      keep({ values: next })
    },
    reason: (rule: string, text: string) => {
      const next = { ...reasons, [rule]: text }
      setReasons(next)
      keep({ reasons: next })
    },
    name: (id: string, name: string) => {
      const next = { ...names, [id]: name }
      setNames(next)
      keep({ names: next })
    },
    discard: () => {
      dropDraft(draftId)
      setValues(defaultsOf(command))
      setReasons({})
      setNames({})
    },
    forgive: () => setFault(null),
  }
}

export type StepState = ReturnType<typeof useStep>
const faultsOf = (fault: unknown): Faults =>
  fault instanceof Refused
    ? Object.fromEntries((fault.problem.fields ?? []).map(({ path, expected }) => [path.replace(/^\//, '').replaceAll('/', '.'), expected]))
    : {}
