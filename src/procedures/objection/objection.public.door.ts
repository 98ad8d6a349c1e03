/** The public's way in: by the system's own role, without a session. Name and contact go straight into their sealed table. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { instantOn } from '../../kernel/day.ts'
import { type Context, entriesOf, fold, nextNumber, openCase, takeStep, type Wording } from '../../platform/case-log.ts'
import { fingerprint, sha256 } from '../../platform/canonical.ts'
import { knocked, knocks, untilNextHour } from '../../platform/knocks.ts'
import { Refused } from '../../platform/problem.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import type { SmallFiles } from '../../platform/small-files.ts'
import type { ObjectionCase } from './objection.case.ts'
import { categoryWords, objectionCategories, outcomeWords } from './objection.commands.ts'
import { limitsOf, noticeSeen, type NoticeSeen } from './objection.door.ts'
import { judgeForm, tidied, type Told, type Typed } from './objection.form.ts'
import type { Filed, Looked, ObjectionActs, Receipt, Sending, Sent, State } from './objection.public.ts'
import { objectionStatuses } from './objection.ts'

export type PublicObjectionDoor = {
  /** Runs as the system in one transaction. */
  asSystem: <Result>(work: (context: Context) => Promise<Result>) => Promise<Result>
  jobs: Pool; wording: Wording; clock: () => Date; jurisdiction: string; files: SmallFiles
}

const leadWords = { zh: '已转机关纪委', en: 'Passed to the supervision' }
const open = ['filed', 'investigating', 'awaitingReply', 'extended', 'reported']
const takesEvidence: Record<string, string> = { filed: 'addEvidence', investigating: 'addMoreEvidence' }
const evidenceTypes = ['pdf', 'jpg', 'png']
const ticketMinutes = 60
/** The notice moved on between looking and writing. */
class MovedOn extends Error {}

export function objectionActs(door: PublicObjectionDoor): ObjectionActs {
  const { asSystem, jobs, clock, jurisdiction } = door

  /** Counted on its own, so that what is refused counts too; the seconds to wait where it is too often. */
  const held = async (act: 'file' | 'ask', address: string): Promise<number | null> => {
    const limits = await asSystem(async (context) => limitsOf(context))
    const now = clock()
    const all = act === 'ask' ? await knocks(jobs, guesses(now)) : 0
    return await knocked(jobs, { jurisdiction, act: `objection.${act}`, address, now }, limits[act === 'file' ? 'filings' : 'asks']) && all < limits.wrong ? null : untilNextHour(now)
  }
  /** Of all addresses together only what fits nothing counts, and never a filing: nobody's right to object is used up by others. */
  const guesses = (now: Date) => ({ jurisdiction, act: 'objection.wrong', address: '', now })
  const unknown = async (): Promise<Looked> => {
    await knocked(jobs, guesses(clock()), 0)
    return { is: 'unknown' }
  }

  return {
    offered: () => asSystem(async (context) => {
      const { factsChars, files, maxMB } = limitsOf(context)
      return { intention: randomUUID(), acceptDays: context.rules.limit('objection.acceptDays'), factsChars, files, maxMB, categories: objectionCategories.map((id) => ({ id, words: categoryWords[id] })) }
    }),

    async file(number, given, { address, intention }): Promise<Filed> {
      const typed = tidied(given)
      const seconds = await held('file', address)
      if (seconds !== null) return { is: 'tooMany', typed, seconds }
      try {
        return await asSystem((context) => filed(context, number, typed, intention))
      } catch (fault) {
        // The same form sent twice at once: the other one was faster, and its receipt is this one's.
        if ((fault as { code?: string }).code !== '23505' && !(fault instanceof MovedOn)) throw fault
        return asSystem((context) => filed(context, number, typed, intention))
      }
    },

    async lookUp(number, code, address): Promise<Looked> {
      const seconds = await held('ask', address)
      if (seconds !== null) return { is: 'tooMany', seconds }
      const looked = await asSystem((context) => stateOf(context, number, code))
      return looked.is === 'unknown' ? unknown() : looked
    },

    async withdraw(number, code, address): Promise<Looked> {
      const seconds = await held('ask', address)
      if (seconds !== null) return { is: 'tooMany', seconds }
      const looked = await asSystem(async (context): Promise<Looked> => {
        const kept = await receiptOf(context, number, code)
        if (!kept?.case_id) return { is: 'unknown' }
        // What ended meanwhile stays as it ended; the state shown says so.
        await takeStep(context, door.wording, { caseId: kept.case_id, step: 'withdraw', data: {} })
        return stateOf(context, number, code)
      })
      return looked.is === 'unknown' ? unknown() : looked
    },

    async mayUpload(ticket, address) {
      if (!/^[0-9a-f]{32}$/.test(ticket)) return 'no'
      const seconds = await held('ask', address)
      if (seconds !== null) return { tooMany: seconds }
      return (await asSystem((context) => ticketOf(context, ticket))) ? 'yes' : 'no'
    },

    async upload(ticket, sent): Promise<Sent> {
      const limits = await asSystem(async (context) => limitsOf(context))
      const kept: Awaited<ReturnType<SmallFiles['keep']>>[] = []
      const refused: Extract<Sent, { is: 'sent' }>['refused'] = []
      for (const { name, bytes } of sent.slice(0, limits.files)) {
        try {
          kept.push(await door.files.keep(name, bytes, { maxMB: limits.maxMB, types: evidenceTypes }))
        } catch (fault) {
          if (!(fault instanceof Refused)) throw fault
          refused.push(fault.title)
        }
      }
      return asSystem(async (context) => {
        const receipt = await ticketOf(context, ticket)
        if (!receipt) return { is: 'gone' }
        const about = receipt.case_id ?? receipt.lead_id ?? ''
        const room = Math.max(0, limits.files - await evidenceCount(context, about))
        const taken = kept.slice(0, room).map((file) => ({ ...file, id: context.newId() }))
        if (sent.length > taken.length + refused.length) refused.push({ zh: `至多 ${limits.files} 件，超出的没有收下。`, en: `At most ${limits.files} files; the others were not taken.` })
        if (taken.length > 0 && receipt.case_id && !(await enterEvidence(context, receipt.case_id, taken))) return { is: 'gone' }
        for (const { id, name, size, type, sha256: print } of taken) {
          await rowsOf(context.tx, sql`insert into objection_evidence (jurisdiction, id, case_id, lead_id, name, size, type, sha256, at) values (${jurisdiction}, ${id}, ${receipt.case_id}, ${receipt.lead_id}, ${name}, ${size}, ${type}, ${print}, ${context.now.toISOString()})`)
        }
        return { is: 'sent', number: receipt.number, sending: await sendingFor(context, receipt.code_hash, about, true), taken: taken.map(({ name }) => name), refused }
      })
    },
  }

  /** The entry names no file: names tell who wrote them. */
  async function enterEvidence(context: Context, caseId: string, taken: { id: string; size: number; type: string; sha256: string }[]): Promise<boolean> {
    const step = takesEvidence[(await fileOf(context, caseId)).status]
    if (!step) return false
    const outcome = await takeStep(context, door.wording, { caseId, step, data: { files: taken.map(({ id, size, type, sha256: print }) => ({ id, size, type, sha256: print })) } })
    return outcome.ok
  }

  async function filed(context: Context, number: string, typed: Typed, intention: string): Promise<Filed> {
    const found = await rowOf<{ case_id: string }>(context.tx, sql`select case_id from notice where jurisdiction = ${jurisdiction} and number = ${number}`)
    const notice = found && await noticeSeen(context, found.case_id)
    if (!notice) return { is: 'missing' }
    const code = codeFrom(intention)
    const before = await rowOf<{ case_id: string | null; lead_id: string | null }>(context.tx, sql`select case_id, lead_id from objection_receipt where jurisdiction = ${jurisdiction} and code_hash = ${sha256(code)}`)
    if (before) return { is: 'filed', receipt: await receiptAgain(context, before, code) }
    const late = notice.status !== 'published' || context.today < notice.startsOn || context.today > notice.endsOn
    const judged = judgeForm(typed, { rows: notice.rows.length, late, factsChars: limitsOf(context).factsChars })
    switch (judged.as) {
      case 'nothing': return { is: 'faulty', typed, faults: judged.faults, late: judged.because === 'late' }
      case 'lead': return { is: 'filed', receipt: await keepLead(context, notice, judged, code) }
      case 'objection': return { is: 'filed', receipt: await keepObjection(context, notice, judged.told, code) }
    }
  }

  async function keepObjection(context: Context, notice: NoticeSeen, told: Told, code: string): Promise<Receipt> {
    const { kind, name, contact, confidential, row, category, facts, evidence } = told
    const salt = randomBytes(32).toString('hex')
    const outcome = await openCase(context, door.wording, { procedure: 'objection', data: {
      notice: notice.case, row, category, facts, ...(evidence && { evidence }), named: name !== '', reachable: contact !== '', objector: identityPrint({ salt, kind, name, contact }) } })
    if (!outcome.ok) throw new MovedOn(`the objection was refused: ${outcome.kind}`)
    const { caseId, number } = outcome.done
    await rowsOf(context.tx, sql`insert into objection_identity (jurisdiction, case_id, kind, name, contact, confidential, salt, at) values (${jurisdiction}, ${caseId}, ${kind}, ${name}, ${contact}, ${confidential}, ${salt}, ${context.now.toISOString()})`)
    await keepReceipt(context, code, { caseId })
    return { number, code, row: rowName(notice, row), notice: notice.number, kind: 'objection', because: null, before: false, sending: await sendingFor(context, sha256(code), caseId, true) }
  }

  async function keepLead(context: Context, notice: NoticeSeen, { because, told }: { because: 'late' | 'anonymous'; told: Omit<Told, 'kind'> & { kind: string | null } }, code: string): Promise<Receipt> {
    const id = context.newId()
    const number = await nextNumber(context, 'XS', Number(context.today.slice(0, 4)), 4)
    await rowsOf(context.tx, sql`insert into supervision_lead (jurisdiction, id, number, because, notice, notice_title, row_no, row_name, kind, name, contact, category, facts, evidence, at)
      values (${jurisdiction}, ${id}, ${number}, ${because}, ${notice.number}, ${notice.title}, ${told.row}, ${rowName(notice, told.row)}, ${told.kind}, ${told.name || null}, ${told.contact || null}, ${told.category}, ${told.facts}, ${told.evidence}, ${instantOn(context.today, context.now).toISOString()})`)
    await keepReceipt(context, code, { leadId: id })
    return { number, code, row: rowName(notice, told.row), notice: notice.number, kind: 'lead', because, before: false, sending: await sendingFor(context, sha256(code), id, true) }
  }

  async function keepReceipt({ tx, now }: Context, code: string, of: { caseId?: string; leadId?: string }) {
    await rowsOf(tx, sql`insert into objection_receipt (jurisdiction, code_hash, case_id, lead_id, at) values (${jurisdiction}, ${sha256(code)}, ${of.caseId ?? null}, ${of.leadId ?? null}, ${now.toISOString()})`)
  }

  async function receiptAgain(context: Context, kept: { case_id: string | null; lead_id: string | null }, code: string): Promise<Receipt> {
    const number = await numberOf(context, kept)
    const looked = await stateOf(context, number, code)
    if (looked.is !== 'found') throw new Error('a receipt without its record')
    const { kind, row, notice, sending } = looked.state
    return { number, code, row, notice, kind, because: null, before: true, sending }
  }

  async function numberOf({ tx }: Context, kept: { case_id: string | null; lead_id: string | null }): Promise<string> {
    const row = kept.case_id ? await rowOf<{ number: string }>(tx, sql`select number from case_head where jurisdiction = ${jurisdiction} and id = ${kept.case_id}`)
      : await rowOf<{ number: string }>(tx, sql`select number from supervision_lead where jurisdiction = ${jurisdiction} and id = ${kept.lead_id}`)
    return row?.number ?? ''
  }

  /** Number and code together; a wrong code, a wrong number and none at all answer alike. */
  async function receiptOf(context: Context, number: string, given: string) {
    const kept = await rowOf<{ case_id: string | null; lead_id: string | null; code_hash: string }>(context.tx, sql`select case_id, lead_id, code_hash from objection_receipt where jurisdiction = ${jurisdiction} and code_hash = ${sha256(codeTyped(given))}`)
    return kept && (await numberOf(context, kept)) === number.trim().toUpperCase() ? kept : undefined
  }

  async function stateOf(context: Context, number: string, given: string): Promise<Looked> {
    const kept = await receiptOf(context, number, given)
    if (!kept) return { is: 'unknown' }
    const code = codeTyped(given)
    if (kept.lead_id) return { is: 'found', state: { ...await leadState(context, kept.lead_id), code, sending: await sendingFor(context, kept.code_hash, kept.lead_id, true) } }
    const caseId = kept.case_id ?? ''
    const file = await fileOf(context, caseId)
    const due = await rowOf<{ due_on: string | null }>(context.tx, sql`select due_on from case_list where jurisdiction = ${jurisdiction} and case_id = ${caseId}`)
    const answered = file.status === 'answered' && file.conclusion
    return { is: 'found', state: {
      number: number.trim().toUpperCase(), code, kind: 'objection', row: file.row?.name ?? '', notice: file.notice?.number ?? '', filedOn: file.filedOn ?? '', status: file.status, says: objectionStatuses[file.status].words, dueOn: due?.due_on ?? null,
      told: file.refused?.told ?? file.answer?.text ?? null, outcome: answered ? outcomeWords[answered.outcome] : null, mayWithdraw: open.includes(file.status), sending: await sendingFor(context, kept.code_hash, caseId, file.status in takesEvidence),
    } }
  }

  async function leadState({ tx }: Context, id: string): Promise<Omit<State, 'code' | 'sending'>> {
    const lead = await rowOf<{ number: string; notice: string; row_name: string; day: string }>(tx, sql`select number, notice, row_name, (at at time zone 'Asia/Shanghai')::date::text as day from supervision_lead where jurisdiction = ${jurisdiction} and id = ${id}`)
    return { number: lead?.number ?? '', kind: 'lead', row: lead?.row_name ?? '', notice: lead?.notice ?? '', filedOn: lead?.day ?? '', status: 'lead', says: leadWords, dueOn: null, told: null, outcome: null, mayWithdraw: false }
  }

  async function fileOf(context: Context, caseId: string): Promise<ObjectionCase> {
    const engine = context.engines.objection
    if (!engine) throw new Error('the procedure objection is not among the engines')
    return fold(engine, await entriesOf(context.tx, jurisdiction, caseId), context) as unknown as ObjectionCase
  }

  /** A fresh ticket each time a page is shown; the one before no longer works. */
  async function sendingFor(context: Context, codeHash: string, about: string, takes: boolean): Promise<Sending> {
    const { files, maxMB } = limitsOf(context)
    const sent = await evidenceCount(context, about)
    if (!takes || sent >= files) return null
    const ticket = randomBytes(16).toString('hex')
    const until = new Date(context.now.getTime() + ticketMinutes * 60_000).toISOString()
    await rowsOf(context.tx, sql`update objection_receipt set ticket_hash = ${sha256(ticket)}, ticket_until = ${until} where jurisdiction = ${jurisdiction} and code_hash = ${codeHash}`)
    return { ticket, sent, files, maxMB }
  }

  async function ticketOf(context: Context, ticket: string) {
    const kept = await rowOf<{ case_id: string | null; lead_id: string | null; code_hash: string }>(context.tx, sql`select case_id, lead_id, code_hash from objection_receipt where jurisdiction = ${jurisdiction} and ticket_hash = ${sha256(ticket)} and ticket_until > ${context.now.toISOString()}`)
    return kept && { ...kept, number: await numberOf(context, kept) }
  }

  async function evidenceCount({ tx }: Context, about: string): Promise<number> {
    return (await rowOf<{ count: number }>(tx, sql`select count(*)::int as count from objection_evidence where jurisdiction = ${jurisdiction} and (case_id = ${about} or lead_id = ${about})`))?.count ?? 0
  }
}

/** What the entry carries of the identity, and what proves later that it was not changed. */
export const identityPrint = (of: { salt: string; kind: string; name: string; contact: string }): string => fingerprint({ salt: of.salt, kind: of.kind, name: of.name, contact: of.contact })

const rowName = (notice: NoticeSeen, no: number): string => notice.rows[no - 1]?.name ?? ''

// Without letters that look like digits.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** The code belongs to the form that was opened: sent twice, it is the same receipt. Eighty bits, kept only as a fingerprint. */
function codeFrom(intention: string): string {
  const bytes = createHash('sha256').update(`receipt ${intention}`).digest().subarray(0, 16)
  return [...bytes].map((byte) => alphabet[byte % 32]).join('')
}
const codeTyped = (code: string): string => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1').slice(0, 32)
