/**
 * Objecting without an account, server side: the form on an open notice, the receipt, looking it up, sending evidence.
 * Works without scripts; nothing typed here goes into an address, a log or a cache.
 */
import type { Filed, Looked, ObjectionActs, Offered, Receipt, Sent, State } from '../procedures/objection/objection.public.ts'
import type { Fault, Typed } from '../procedures/objection/objection.form.ts'
import type { NoticeDetail, PortalPage } from './portal.data.ts'
import { type Portal, type PortalAnswer, type PortalRequest, waits } from './portal.ts'

export type { Fault, Offered, Receipt, Sent, State, Typed }

/** Pages of this part; the union of all pages takes them in. */
export type ObjectionPage =
  | { page: 'object'; notice: NoticeDetail; offered: Offered; typed: Typed | null; faults: Fault[]; late: boolean; /** Minutes to wait, where it came too often. */ wait: number | null }
  | { page: 'receipt'; receipt: Receipt }
  /** `wait`: minutes, where it was asked too often; nothing was looked up. */
  | { page: 'objections'; asked: { number: string; code: string } | null; state: State | null; wait: number | null }
  | { page: 'sent'; sent: Extract<Sent, { is: 'sent' }> }
  | { page: 'refused'; why: 'tooMany' | 'tooLarge' | 'gone' | 'malformed'; wait?: number }

export type Posted = PortalRequest & { fields: Readonly<Record<string, string>>; files: readonly { name: string; bytes: Uint8Array }[] }

export type ObjectionPages = {
  form: (request: PortalRequest) => Promise<PortalAnswer>
  file: (request: Posted) => Promise<PortalAnswer>
  ask: (request: PortalRequest) => Promise<PortalAnswer>
  lookUp: (request: Posted) => Promise<PortalAnswer>
  withdraw: (request: Posted) => Promise<PortalAnswer>
  mayUpload: ObjectionActs['mayUpload']
  upload: (request: Posted) => Promise<PortalAnswer>
  refused: (request: PortalRequest, why: Extract<ObjectionPage, { page: 'refused' }>['why'], status: number, seconds?: number) => Promise<PortalAnswer>
}

export function objectionPages({ show, missing }: Pick<Portal, 'show' | 'missing'>, queries: { notice: (number: string) => Promise<NoticeDetail | null> }, acts: ObjectionActs): ObjectionPages {
  const shown = async (request: PortalRequest, page: ObjectionPage, status = 200) => privately(await show(request, page as PortalPage, status))
  const refused: ObjectionPages['refused'] = async (request, why, status, seconds) => {
    const page = await shown(request, { page: 'refused', why, ...(seconds !== undefined && { wait: minutes(seconds) }) }, status)
    return seconds === undefined ? page : waits(page, seconds)
  }

  async function formOf(request: PortalRequest, { typed, faults, late, status, intention, seconds }: { typed: Typed | null; faults: Fault[]; late?: boolean; status: number; intention?: string; seconds?: number }) {
    const notice = await queries.notice(request.params.number ?? '')
    if (!notice) return missing(request)
    const offered = await acts.offered()
    const page = await shown(request, { page: 'object', notice, offered: { ...offered, ...(intention && { intention }) }, typed, faults, late: late ?? notice.state !== 'open', wait: seconds === undefined ? null : minutes(seconds) }, status)
    return seconds === undefined ? page : waits(page, seconds)
  }

  async function filed(request: Posted, answer: Filed, intention: string): Promise<PortalAnswer> {
    switch (answer.is) {
      // What was not accepted as an objection is answered as such, even where it goes on as a lead.
      case 'filed': return shown(request, { page: 'receipt', receipt: answer.receipt }, answer.receipt.kind === 'objection' ? 201 : answer.receipt.because === 'late' ? 409 : 422)
      case 'faulty': return formOf(request, { typed: answer.typed, faults: answer.faults, late: answer.late, status: answer.late ? 409 : 422, intention })
      case 'missing': return missing(request)
      case 'tooMany': return formOf(request, { typed: answer.typed, faults: [], status: 429, intention, seconds: answer.seconds })
    }
  }

  const looked = async (request: Posted, answer: Looked): Promise<PortalAnswer> => {
    const asked = { number: (request.fields.number ?? '').trim().slice(0, 40), code: '' }
    switch (answer.is) {
      case 'found': return shown(request, { page: 'objections', asked, state: answer.state, wait: null })
      case 'unknown': return shown(request, { page: 'objections', asked, state: null, wait: null }, 404)
      // Nothing was looked up: both lines stay to be sent again. The page is kept nowhere.
      case 'tooMany': return waits(await shown(request, { page: 'objections', asked: { ...asked, code: (request.fields.code ?? '').trim().slice(0, 40) }, state: null, wait: minutes(answer.seconds) }, 429), answer.seconds)
    }
  }
  const receiptIn = ({ fields }: Posted) => [(fields.number ?? '').slice(0, 40), (fields.code ?? '').slice(0, 40)] as const

  return {
    refused,
    form: (request) => formOf(request, { typed: null, faults: [], status: 200 }),
    file: async (request) => {
      const intention = request.fields.intention ?? ''
      // Only a form that was opened here has one.
      if (!/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(intention)) return refused(request, 'malformed', 400)
      return filed(request, await acts.file(request.params.number ?? '', request.fields, { address: request.address, intention }), intention)
    },
    ask: (request) => shown(request, { page: 'objections', asked: null, state: null, wait: null }),
    lookUp: async (request) => looked(request, await acts.lookUp(...receiptIn(request), request.address)),
    withdraw: async (request) => looked(request, await acts.withdraw(...receiptIn(request), request.address)),
    mayUpload: acts.mayUpload,
    upload: async (request) => {
      const answer = await acts.upload(request.params.ticket ?? '', [...request.files])
      switch (answer.is) {
        case 'sent': return shown(request, { page: 'sent', sent: answer }, answer.taken.length === 0 && answer.refused.length > 0 ? 422 : 200)
        case 'gone': return refused(request, 'gone', 404)
      }
    },
  }
}

const minutes = (seconds: number) => Math.ceil(seconds / 60)

/** Neither browser nor anything in between keeps these pages. */
const privately = ({ status, body, headers: { etag: _, ...headers } }: PortalAnswer): PortalAnswer => ({ status, body, headers: { ...headers, 'cache-control': 'no-store' } })
