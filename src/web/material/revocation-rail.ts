/** The way of due process as the file tells it: what was done, what is under way, what is missing. Shown, never decided by. */
import type { RevocationCase, RevocationStatus } from '../../procedures/revocation/revocation.case.ts'

/** As far as this viewer may see it: the city reads findings and review, a host does not. */
export type RevocationFile = Partial<Omit<RevocationCase, 'base' | 'opened'>> & { status: RevocationStatus; grounds?: readonly Ground[]; base?: { id: string; name: string; hosts: { name: string }[] } | null; opened?: Partial<NonNullable<RevocationCase['opened']>> | null }
export type Ground = keyof RevocationCase['findings']
export type StageState = 'done' | 'now' | 'missing' | 'later' | 'skipped'
export type Stage = { id: 'open' | 'investigate' | 'cure' | 'notify' | 'state' | 'answer' | 'hear' | 'legality' | 'notice' | 'decide' | 'serve' | 'announce'; state: StageState; on: string | null; told: Told | null }
/** A key of the catalogue below `told`, and what stands in it. */
export type Told = { key: string; values?: Record<string, string | number> }

const order: readonly RevocationStatus[] = ['investigating', 'investigated', 'notified', 'stating', 'heard', 'reviewed', 'onNotice', 'cleared', 'proposed', 'decided', 'served', 'announced']
const reached = (file: RevocationFile, status: RevocationStatus) => order.indexOf(file.status) >= order.indexOf(status)

export function railOf(file: RevocationFile): Stage[] {
  const { opened, notice, statements = [], waived, ended, hearing, answers, decision, service, announcement, cure, onNotice, faulted = [] } = file
  const over = ['notRevoked', 'moot'].includes(file.status)
  const after = (status: RevocationStatus) => reached(file, status)
  /** What was not reached when a case ends is skipped, not owed. */
  const pending = (now: boolean): StageState => (now ? 'now' : over ? 'skipped' : 'later')
  const asked = statements.some(({ asksHearing }) => asksHearing)
  const seesFindings = file.findings !== undefined
  const stages: (Stage | false)[] = [
    { id: 'open', state: 'done', on: opened?.on ?? null, told: null },
    { id: 'investigate', state: file.investigation || (!seesFindings && (after('investigated') || over)) ? 'done' : pending(file.status === 'investigating'), on: file.investigation?.on ?? null,
      told: seesFindings && (file.grounds ?? []).length === 0 && !over ? { key: 'noFinding' } : null },
    cure ? { id: 'cure', state: cure.found?.cured || cure.ended ? 'done' : 'now', on: cure.on, told: cure.found?.cured ? { key: 'cured' } : cure.ended ? { key: 'notCured' } : { key: 'cureUntil', values: { day: cure.dueOn } } } : false,
    { id: 'notify', state: notice?.served ? 'done' : notice ? 'now' : pending(file.status === 'investigated'), on: notice?.on ?? null, told: notice ? (notice.served ? { key: 'served', values: { no: notice.no, day: notice.served.on, how: notice.served.method } } : { key: 'notServed', values: { no: notice.no } }) : null },
    { id: 'state', state: waived || ended ? 'done' : pending(file.status === 'stating'), on: waived?.on ?? ended ?? null,
      told: waived ? { key: 'waived', values: { by: waived.signedBy } } : ended ? (statements.length > 0 ? { key: 'stated', values: { n: statements.length } } : { key: 'silent' }) : notice?.dueOn ? { key: 'until', values: { day: notice.dueOn } } : null },
    { id: 'answer', state: answers ? 'done' : statements.length === 0 ? (waived || ended ? 'skipped' : pending(false)) : file.status === 'heard' ? 'missing' : pending(false), on: answers?.on ?? null, told: answers ? { key: 'answered' } : statements.length > 0 ? { key: 'unanswered', values: { n: statements.length } } : null },
    { id: 'hear', state: hearing ? 'done' : asked ? (file.status === 'heard' ? 'missing' : pending(false)) : waived || ended ? 'skipped' : pending(false), on: hearing?.heldOn ?? null, told: hearing ? { key: 'held', values: { day: hearing.heldOn } } : asked ? { key: 'asked' } : waived || ended ? { key: 'notAsked' } : null },
    { id: 'legality', state: after('reviewed') || file.legality ? 'done' : pending(file.status === 'heard'), on: file.legality?.on ?? null, told: after('reviewed') || file.legality ? { key: 'reviewed' } : faulted.length > 0 ? { key: 'faulted', values: { n: faulted.length } } : null },
    onNotice ? { id: 'notice', state: onNotice.closedOn ? 'done' : 'now', on: onNotice.closedOn, told: { key: onNotice.closedOn ? 'cleared' : 'onNotice' } } : false,
    { id: 'decide', state: decision ? 'done' : pending(['reviewed', 'cleared', 'proposed', 'proposedNot', 'cured'].includes(file.status)), on: decision?.on ?? null, told: decision ? { key: decision.outcome, values: { no: decision.documentNo } } : null },
    { id: 'serve', state: service ? 'done' : pending(file.status === 'decided'), on: service?.on ?? null, told: service ? { key: 'effect', values: { day: service.on } } : decision?.acknowledged ? { key: 'acknowledged', values: { day: decision.acknowledged.on } } : null },
    { id: 'announce', state: announcement ? 'done' : pending(file.status === 'served'), on: announcement?.on ?? null, told: announcement ? { key: 'plaqueOf' } : null },
  ]
  return stages.filter((stage) => stage !== false)
}
