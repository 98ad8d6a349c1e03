/** What anybody without an account may do about an objection, as plain data: the pages show it, the door carries it out. */
import type { Words } from '../../kernel/words.ts'
import type { Fault, Typed } from './objection.form.ts'

export type Receipt = { number: string; code: string; row: string; notice: string; kind: 'objection' | 'lead'; because: 'late' | 'anonymous' | null; before: boolean; sending: Sending }
/** A ticket to send files with, how many are in already and how many may come. */
export type Sending = { ticket: string; sent: number; files: number; maxMB: number } | null
export type State = {
  number: string; code: string; kind: 'objection' | 'lead'; row: string; notice: string; filedOn: string; status: string; says: Words; dueOn: string | null
  /** Reasons of a refusal, or the answer. */
  told: string | null; outcome: Words | null; mayWithdraw: boolean; sending: Sending
}
export type Filed =
  | { is: 'filed'; receipt: Receipt } | { is: 'faulty'; typed: Typed; faults: Fault[]; late: boolean } | { is: 'missing' } | { is: 'tooMany'; typed: Typed; seconds: number }
/** `seconds`: how long to wait. */
export type Looked = { is: 'found'; state: State } | { is: 'unknown' } | { is: 'tooMany'; seconds: number }
export type Sent = { is: 'sent'; number: string; sending: Sending; taken: string[]; refused: Words[] } | { is: 'gone' }

/** What the form offers and asks. */
export type Offered = { intention: string; acceptDays: number; factsChars: number; files: number; maxMB: number; categories: { id: string; words: Words }[] }

export type ObjectionActs = {
  offered: () => Promise<Offered>
  file: (notice: string, typed: Partial<Record<string, string>>, from: { address: string; intention: string }) => Promise<Filed>
  lookUp: (number: string, code: string, address: string) => Promise<Looked>
  withdraw: (number: string, code: string, address: string) => Promise<Looked>
  /** Asked before the body is read. */
  mayUpload: (ticket: string, address: string) => Promise<'yes' | 'no' | { tooMany: number }>
  upload: (ticket: string, files: { name: string; bytes: Uint8Array }[]) => Promise<Sent>
}
