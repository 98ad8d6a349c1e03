/** Revocations brought forward the way they go: over HTTP, by the people whose steps they are. */
import { clientOf } from '../src/demo/client.ts'
import { rowOf, sql } from '../src/platform/query.ts'
import type { RevocationCase } from '../src/procedures/revocation/revocation.case.ts'
import type { RevocationCommands } from '../src/procedures/revocation/revocation.commands.ts'
import { revocationExamples as example } from '../src/procedures/revocation/revocation.examples.ts'
import type { Base } from './bases.ts'
import { tokenOf } from './casework.ts'
import type { Town } from './town.ts'

export type RevocationStep = keyof RevocationCommands
export type Revoking = ReturnType<typeof revoking>

export function revoking(town: Town) {
  const says = async (username: string, id: string, step: RevocationStep, data: object = {}) => (await town.as(username)).did(id, step, { ...example[step], ...data })
  const refused = async (username: string, id: string, step: RevocationStep, data: object = {}) => {
    const { status, body } = await (await town.as(username)).step(id, step, { ...example[step], ...data })
    return [status, body.refusals?.map(({ rule, code }) => rule ?? code)] as const
  }
  const opens = async (of: Base, ground: RevocationCommands['open']['ground']) => (await (await town.as('city.officer')).opened('revocation', { ...example.open, base: of.number, ground })).id
  const fileOf = async (username: string, id: string) => (await (await town.as(username)).detail(id)).case.file as unknown as RevocationCase
  const verify = async (number: string) => (await town.anyone.call<Record<string, unknown> & { certificate: Record<string, unknown>; base: Record<string, unknown> }>('GET', `/api/public/verify?number=${number}`)).body
  const certificateOf = async (of: Base) => (await rowOf<{ no: string }>(town.pools.jobs, sql`select certificate_no as no from base where id = ${of.number}`))?.no ?? ''
  /** Signed in on the day the clock shows: a session does not last for years. */
  const later = async (username: string) => clientOf(town.app, await tokenOf(town, username), () => `later-${town.newId()}`)

  /** From a finding to the decision, by everybody whose turn it is, within a day. */
  const decided = async (id: string, of: Base, find: RevocationStep, { found = {}, between }: { found?: object; between?: () => Promise<unknown> } = {}) => {
    await says('city.officer', id, find, found)
    await says('city.officer', id, 'investigate')
    await between?.()
    await says('city.officer', id, 'notify')
    await says(`host.${of.key}`, id, 'acknowledgeNotice')
    await says(`host.${of.key}`, id, 'waive')
    await says('city.officer2', id, 'reviewLegality')
    await says('city.officer', id, 'proposeRevoke')
    await says('city.lead', id, 'decideRevoke')
  }
  /** Served and announced as well. */
  const runs = async (...[id, of, find, how]: Parameters<typeof decided>) => {
    await decided(id, of, find, how)
    await says('city.officer', id, 'serve')
    await says('city.officer', id, 'announce')
  }
  return { says, refused, opens, fileOf, verify, certificateOf, later, decided, runs }
}
