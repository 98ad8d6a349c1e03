/** The code printed on a paper: made with a key nobody who asks can reach, so that no fact of the paper tells it. */
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { casework } from '../../../test/casework.ts'
import { openTown, type Town } from '../../../test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  const work = casework(town)
  const one = await work.queued('carbon')
  await work.concluded([one])
  await work.recognised(one, { by: '2026-12-01' })
})
afterAll(() => town.close())

type Row = { jurisdiction: string; case_id: string; id: string; kind: string; number: string | null; sha256: string; code: string }
const papers = async () => (await town.pools.owner.query<Row>('select jurisdiction, case_id, id, kind, number, sha256, code from paper order by at, case_id, id')).rows
const key = async () => (await town.pools.owner.query<{ secret: Buffer }>("select secret from sec.key where id = 'paper'")).rows[0]?.secret as Buffer
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const spelled = (hex: string) => {
  const value = BigInt(`0x${hex.slice(0, 15)}`)
  return Array.from({ length: 12 }, (_, at) => letters[Number((value >> BigInt(5 * (11 - at))) & 31n)]).join('').replace(/(.{4})(.{4})/, '$1-$2-')
}
const codeWith = (secret: Buffer, { jurisdiction, case_id, id, sha256 }: Row) => spelled(createHmac('sha256', secret).update(['paper', jurisdiction, case_id, id, sha256].join('\u001f')).digest('hex'))

test('every code is the keyed one, and neither the fingerprint nor another key gives it', async () => {
  const all = await papers()
  expect(all.length).toBeGreaterThan(10)
  const secret = await key()
  for (const paper of all) {
    expect(paper.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect(paper.code, paper.kind).toBe(codeWith(secret, paper))
    expect(paper.code).not.toBe(spelled(paper.sha256))
    expect(paper.code).not.toBe(codeWith(Buffer.alloc(32), paper))
  }
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
})

test('the code worked out from what a certificate says does not pass; the one printed on it does', async () => {
  const certificate = (await papers()).find(({ kind }) => kind === 'certificate') as Row
  const asked = async (number: string, code: string) => (await town.anyone.call<{ found: boolean; code?: string }>('GET', `/api/public/verify?number=${number}&code=${code}`)).body
  expect((await asked(certificate.number ?? '', spelled(certificate.sha256))).code).toBe('differs')
  expect((await asked(certificate.number ?? '', certificate.code)).code).toBe('matches')
  for (const paper of await papers()) expect((await asked(spelled(paper.sha256), '')).found, paper.kind).toBe(false)
})

test('neither login role reaches the key, nor what makes a code of it', async () => {
  for (const pool of [town.pools.app, town.pools.jobs])
    for (const query of ["select secret from sec.key where id = 'paper'", "select sec.paper_code('140700', 'a', 'b', 'c')", "select sec.hmac('x', 'y')"])
      await expect(pool.query(query), query).rejects.toMatchObject({ code: '42501' })
})

test('whoever writes a paper down does not choose its code', async () => {
  const certificate = (await papers()).find(({ kind }) => kind === 'certificate') as Row
  await town.pools.jobs.query("insert into paper (jurisdiction, case_id, id, no, kind, words, title, seen, facts, sha256, code, at) select jurisdiction, case_id, 'chosen', no, kind, words, title, seen, facts, sha256, 'AAAA-AAAA-AAAA', at from paper where case_id = $1 and id = $2", [certificate.case_id, certificate.id])
  const chosen = (await papers()).find(({ id }) => id === 'chosen') as Row
  expect(chosen.code).toBe(codeWith(await key(), chosen))
})
