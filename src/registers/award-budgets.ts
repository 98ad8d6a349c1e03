/** Award budgets 奖补预算 (Art. 20): the ceiling of a year, entered by one person and signed by another. */
import { z } from 'zod'
import type { FastifyRequest } from 'fastify'
import type { WorkRow } from '../contract.ts'
import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/procedure.ts'
import { type Rule, verdictOf } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import type { Context } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { notFound, Refused } from '../platform/problem.ts'
import { rowOf, rowsOf, sql, type Tx } from '../platform/query.ts'
import { budgetSigned, ceilingCovers } from '../settings/award-rules.ts'
import { amountOf, hundredthsOf } from '../settings/money.ts'
import { decidedByAnother } from '../settings/review-rules.ts'
import { actAs, handsNow, handsSince, mustHold, type RegisterDoor, unlessTaken } from './register-door.ts'

export type BudgetEntry = { id: string; amount: string; line: string; document: string; state: 'entered' | 'signed' | 'refused'; enteredBy: string; enteredAt: string; settledBy: string | null; settledAt: string | null; reason: string | null; /** Entered by the viewer, or by or for whom they stand in: another person signs it. */ mine: boolean }
export type BudgetYear = {
  year: number; ceiling: string | null; line: string | null; document: string | null; committed: string; proposed: string; paid: string; remaining: string | null; awards: number
  /** Waits for the second signature. */
  pending: BudgetEntry | null; history: BudgetEntry[]
}

const wan = z.string().trim().regex(/^\d{1,9}(\.\d{1,2})?$/)
const entry = z.strictObject({ year: z.int().min(2023).max(2100), amount: wan, line: z.string().trim().min(1).max(120), document: z.string().trim().min(1).max(300) })
  .meta({ examples: [{ year: 2026, amount: '300.00', line: '科技专项资金', document: '市财教〔2026〕12号（演示）' }] })
const reason = z.strictObject({ reason: z.string().trim().min(1).max(400) }).meta({ examples: [{ reason: '科目有误。' }] })
const params = z.object({ id: z.string().max(64) })
const readers = ['city.officer', 'city.lead', 'city.supervisor']

export function awardBudgetRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/award-budgets', { config: { access: 'signedIn' }, schema: { summary: 'Budgets of awards by year, with what is decided and paid', tags: ['registers'] } },
    (request) => door.inContext(request, async (context, who): Promise<BudgetYear[]> => {
      mustHold(door, who, ...readers)
      return budgetYears(context.tx, who)
    }))

  app.post('/api/award-budgets', { config: { access: 'signedIn' }, schema: { summary: 'Enter the budget of a year; another person signs it', tags: ['registers'], body: entry } },
    async (request, reply) => {
      const id = door.newId()
      const { body } = request
      await unlessTaken(actAs(door, request, ['city.officer'], { act: 'enterAwardBudget', object: id, detail: { year: body.year, amount: body.amount } }, (tx, who) => rowsOf(tx, sql`
        insert into award_budget (jurisdiction, id, year, amount, line, document, entered_by, entered_name, entered_at)
        values (${who.jurisdiction}, ${id}, ${body.year}, ${amountOf(hundredthsOf(body.amount) ?? 0)}, ${body.line}, ${body.document}, ${who.person}, ${who.name}, ${door.clock().toISOString()})`)),
      { zh: `${body.year} 年已有待签署的预算，先签署或退回。`, en: `A budget of ${body.year} waits for its signature; settle it first.` })
      reply.status(201)
      return { id }
    })

  app.post('/api/award-budgets/:id/sign', { config: { access: 'signedIn' }, schema: { summary: 'Sign a budget somebody else entered', tags: ['registers'], params } },
    (request) => settle(request, request.params.id, 'signed'))
  app.post('/api/award-budgets/:id/refuse', { config: { access: 'signedIn' }, schema: { summary: 'Refuse a budget that was entered', tags: ['registers'], params, body: reason } },
    (request) => settle(request, request.params.id, 'refused', request.body.reason))

  const settle = (request: FastifyRequest, id: string, state: 'signed' | 'refused', because?: string) =>
    actAs(door, request, ['city.lead'], { act: state === 'signed' ? 'signAwardBudget' : 'refuseAwardBudget', object: id }, async (tx, who) => {
      const row = await rowOf<{ year: number; amount: string; entered_by: string; entered_at: string; state: string }>(tx, sql`select year, amount::text, entered_by, entered_at::text, state from award_budget where jurisdiction = ${who.jurisdiction} and id = ${id} for update`)
      if (!row) throw notFound()
      if (row.state !== 'entered') throw new Refused(409, { zh: '这项预算已经签署或退回。', en: 'This budget is settled already.' })
      // Decisions of the same year wait until the ceiling is settled.
      await rowsOf(tx, sql`select sec.lock_award_year(${who.jurisdiction}, ${row.year})`)
      const { committed } = (await rowOf<{ committed: string }>(tx, sql`select committed::text from sec.award_budget_of(${who.jurisdiction}, ${row.year})`)) ?? { committed: '0.00' }
      const grounds = [...unmet(decidedByAnother, await whoSigns(tx, who, row)), ...(state === 'signed' ? unmet(ceilingCovers, { amount: row.amount, committed }) : [])]
      if (grounds.length > 0) throw new Refused(422, { zh: `现在不能签署：${grounds.length} 项`, en: `It cannot be signed now: ${grounds.length} ground(s)` }, { refusals: grounds })
      await rowsOf(tx, sql`update award_budget set state = ${state}, settled_by = ${who.person}, settled_name = ${who.name}, settled_at = ${door.clock().toISOString()}, reason = ${because ?? null} where jurisdiction = ${who.jurisdiction} and id = ${id}`)
      return { ok: true }
    })
}

function unmet<Facts>(rule: Rule<Facts>, facts: Facts): Refusal[] {
  const verdict = verdictOf(rule, facts)
  return verdict.outcome === 'met' ? [] : [{ code: 'unmet', law: rule.law, rule: rule.id, reason: verdict.because ?? rule.says }]
}

type Row = { id: string; year: number; amount: string; line: string; document: string; state: BudgetEntry['state']; entered_by: string; entered_name: string; entered_at: string; settled_name: string | null; settled_at: string | null; reason: string | null }
type Asking = Parameters<typeof handsNow>[0] & Parameters<typeof handsSince>[1]

/** Who would sign beside who entered it: whom they act for counts on both sides. */
async function whoSigns(tx: Tx, who: Asking, row: Pick<Row, 'entered_by' | 'entered_at'>): Promise<{ person: string; preparedBy: string[] }> {
  const preparedBy = await handsSince(tx, who, { person: row.entered_by, role: 'city.officer', from: row.entered_at })
  return { person: handsNow(who, 'city.lead').find((one) => preparedBy.includes(one)) ?? who.person, preparedBy }
}

const isOwn = async (tx: Tx, who: Asking, row: Pick<Row, 'entered_by' | 'entered_at'>): Promise<boolean> => verdictOf(decidedByAnother, await whoSigns(tx, who, row)).outcome !== 'met'

/** A budget that waits for its signature waits in the worklist, for every lead who did not enter it; the rest of the city sees it wait for others. */
export async function budgetsWaiting(context: Context, roles: Record<string, Words>): Promise<{ mine: WorkRow[]; others: WorkRow[] }> {
  const { tx, jurisdiction, actor, today } = context
  if (!actor.holds.some(({ role }) => readers.includes(role))) return { mine: [], others: [] }
  const signer = actor.holds.toSorted((a, b) => Number(Boolean(a.for)) - Number(Boolean(b.for))).find(({ role }) => role === 'city.lead')
  const who: Asking = { jurisdiction, today, person: actor.person, holds: actor.holds.map((held) => ({ role: held.role, actsFor: held.for?.person ?? null })) }
  const rows = await rowsOf<Row & { entered_on: Day }>(tx, sql`select id, year, amount::text, document, entered_by, entered_at::text, (entered_at at time zone 'Asia/Shanghai')::date::text as entered_on from award_budget where jurisdiction = ${jurisdiction} and state = 'entered' order by entered_at, id`)
  const told = { mine: [] as WorkRow[], others: [] as WorkRow[] }
  for (const row of rows) told[signer && !(await isOwn(tx, who, row)) ? 'mine' : 'others'].push(waiting(row, roles, signer?.for?.name ?? null))
  return told
}

const waiting = (row: Row & { entered_on: Day }, roles: Record<string, Words>, delegated: string | null): WorkRow => ({
  id: row.id, number: row.document, procedure: 'award', title: `${row.year} 年奖补预算`, status: 'entered', version: 0, hosts: [], county: null, field: null, track: null, openedOn: row.entered_on, since: row.entered_on, due: null,
  asks: { zh: '签署预算，或退回', en: 'Sign the budget, or refuse it' }, with: [roles['city.lead'] ?? { zh: '', en: '' }], law: [budgetSigned.law, decidedByAnother.law], steps: [], overdue: false, delegated,
  place: { to: '/awards', words: { zh: `${row.year} 年奖补预算 ${row.amount} 万元`, en: `Award budget of ${row.year}: ${row.amount} × 10,000 yuan` } },
})

export async function budgetYears(tx: Tx, who: Asking): Promise<BudgetYear[]> {
  const { jurisdiction } = who
  const entries = await rowsOf<Row>(tx, sql`select id, year, amount::text, line, document, state, entered_by, entered_name, entered_at, settled_name, settled_at, reason from award_budget where jurisdiction = ${jurisdiction} order by entered_at desc, id desc`)
  const sums = await rowsOf<{ year: number; committed: string; proposed: string; paid: string; awards: number }>(tx, sql`
    select budget_year as year, sum(committed)::text as committed, coalesce(sum(amount) filter (where status = 'proposed'), 0)::text as proposed, sum(paid)::text as paid, count(*) filter (where status not in ('refused', 'withdrawn', 'cancelled'))::int as awards
      from award where jurisdiction = ${jurisdiction} group by budget_year`)
  const own = new Set<string>()
  for (const one of entries) if (await isOwn(tx, who, one)) own.add(one.id)
  const years = [...new Set([...entries, ...sums].map(({ year }) => year))].sort((a, b) => b - a)
  return years.map((year) => {
    const history = entries.filter((one) => one.year === year).map((one) => entryOf(one, own.has(one.id)))
    const signed = history.filter(({ state }) => state === 'signed').toSorted((a, b) => (b.settledAt ?? '').localeCompare(a.settledAt ?? ''))[0]
    const { committed, proposed, paid, awards } = sums.find((one) => one.year === year) ?? { committed: '0.00', proposed: '0.00', paid: '0.00', awards: 0 }
    return {
      year, ceiling: signed?.amount ?? null, line: signed?.line ?? null, document: signed?.document ?? null, committed, proposed, paid, awards,
      remaining: signed ? amountOf((hundredthsOf(signed.amount) ?? 0) - (hundredthsOf(committed) ?? 0)) : null, pending: history.find(({ state }) => state === 'entered') ?? null, history,
    }
  })
}

const entryOf = (row: Row, mine: boolean): BudgetEntry => ({
  id: row.id, amount: row.amount, line: row.line, document: row.document, state: row.state, enteredBy: row.entered_name, enteredAt: row.entered_at, settledBy: row.settled_name, settledAt: row.settled_at, reason: row.reason, mine,
})
