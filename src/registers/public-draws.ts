/** Draws of panels as everybody may read them: the fingerprint at once, the record without names when all it reviewed have their outcome. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Server } from '../platform/http.ts'
import { notFound } from '../platform/problem.ts'
import { rowsOf, sql, type Tx } from '../platform/query.ts'
import type { RulesInForce } from '../settings/in-force.ts'
import type { RegisterDoor } from './register-door.ts'

type Row = { number: string; no: number; size: number; applications: number; commitment: string; committed_on: Day; witnessed_on: Day | null; revealed_on: Day | null; ended: 'abandoned' | 'dissolved' | null; record: object | null }
export type PublicDraw = { number: string; no: number; size: number; applications: number; commitment: string; committedOn: Day; witnessedOn: Day | null; revealedOn: Day | null; ended: 'abandoned' | 'dissolved' | null; /** Whether the record can be read now. */ open: boolean }

const draws = (tx: Tx, jurisdiction: string) => rowsOf<Row>(tx, sql`select number, no, size, applications, commitment, committed_on, witnessed_on, revealed_on, ended, record from sec.public_draws(${jurisdiction})`)
const isOpen = ({ record }: Row, { settings }: RulesInForce) => record !== null && settings['panel.record'] === 'afterDecision'

export const publicDraws = async (tx: Tx, jurisdiction: string, rules: RulesInForce): Promise<PublicDraw[]> =>
  (await draws(tx, jurisdiction)).map((row) => ({
    number: row.number, no: row.no, size: row.size, applications: row.applications, commitment: row.commitment, committedOn: row.committed_on, witnessedOn: row.witnessed_on, revealedOn: row.revealed_on, ended: row.ended, open: isOpen(row, rules),
  }))

export function publicDrawRoutes(app: Server, door: Pick<RegisterDoor, 'app' | 'jurisdiction' | 'today' | 'rules'>) {
  const config = { access: 'public' as const }
  const rules = async () => door.rules(door.app, await door.today(door.app))
  const briefly = (reply: FastifyReply) => reply.header('cache-control', 'public, max-age=60')

  app.get('/api/public/draws', { config, schema: { summary: 'Draws of panels, each with the fingerprint recorded before', tags: ['public'] } },
    async (_request, reply) => briefly(reply).send({ rows: await publicDraws(door.app, door.jurisdiction, await rules()) }))

  app.get('/api/public/draws/:number/:no', { config, schema: { summary: 'The record of a draw, once every application it reviewed has its outcome', tags: ['public'], params: z.object({ number: z.string().max(64), no: z.coerce.number().int().min(1).max(99) }) } },
    async (request, reply) => {
      const { number, no } = request.params
      const row = (await draws(door.app, door.jurisdiction)).find((one) => one.number === number && one.no === no)
      if (!row || !isOpen(row, await rules())) throw notFound()
      return briefly(reply).header('content-disposition', `attachment; filename="draw-${row.number}-${row.no}.json"`).type('application/json').send(row.record)
    })
}
