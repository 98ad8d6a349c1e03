import { useTranslation } from 'react-i18next'
import type { StatusInfo } from '../../contract.ts'
import type { Finding } from '../../contract.ts'
import type { Words } from '../../kernel/words.ts'
import { useProcedures, useStatuses } from '../queries.ts'
import { useWords } from '../words.ts'
import { Icon, type Shape } from './icon.tsx'

export type Family = StatusInfo['family']

const shapes: { readonly [F in Family]: Shape } = {
  open: 'open',
  go: 'half',
  back: 'back',
  notice: 'horn',
  spot: 'pin',
  ok: 'okc',
  no: 'noc',
  void: 'bar',
  judge: 'scale',
}
// A notice and a visit lie with the authority: they share its colour and differ in shape.
const colours: { readonly [F in Family]: string } = {
  open: 'open',
  go: 'go',
  back: 'back',
  notice: 'go',
  spot: 'go',
  ok: 'ok',
  no: 'no',
  void: 'void',
  judge: 'judge',
}

/** Shape, word and colour together: never by colour alone. */
export function Mark({ family, words }: { family: Family; words: Words | string }) {
  const pick = useWords()
  return (
    <span className={`st ${colours[family]}`}>
      <Icon shape={shapes[family]} />
      {typeof words === 'string' ? words : pick(words)}
    </span>
  )
}

/** The status of a case in the words of its procedure. */
export function Status({ procedure, status }: { procedure: string; status: string }) {
  const info = useStatuses()(procedure, status)
  const { isPending } = useProcedures()
  if (info) return <Mark family={info.family} words={info.words} />
  // A key is nothing to read: until the words are there a place is kept for them.
  return <span className="st open">{isPending ? '…' : status}</span>
}

const outcomes: { readonly [O in Finding['outcome']]: { shape: Shape; tone: string } } = {
  met: { shape: 'okc', tone: 't-ok' },
  notMet: { shape: 'noc', tone: 't-no' },
  needsReason: { shape: 'warn', tone: 't-am' },
  needsJudgement: { shape: 'scale', tone: 't-vi' },
  notEvaluated: { shape: 'open', tone: 'faint' },
}

/** What a rule found: 符合, 不符合, 须说明, 需判断, 未检查. */
export function OutcomeMark({ outcome }: { outcome: Finding['outcome'] }) {
  const { t } = useTranslation('case')
  const { shape, tone } = outcomes[outcome]
  return (
    <span className={`${tone} nowrap`}>
      <Icon shape={shape} />
      {t(`outcome.${outcome}`)}
    </span>
  )
}
