/** Sign-in, sessions and the person behind a request. Tokens are opaque and stored only as fingerprints. */
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Pool, PoolClient } from 'pg'
import type { Day } from '../kernel/day.ts'
import { rowOf, rowsOf, sql, type Tx } from './query.ts'
import { Refused } from './problem.ts'

/** What sec.enter() tells of the person who asks. */
export type Who = {
  jurisdiction: string; person: string; name: string; username: string; demo: boolean; language: 'zh' | 'en'; largeType: boolean; mustChange: boolean
  reach: 'city' | 'authorities' | 'parties' | 'admin'; today: Day; expiresAt: string
  holds: { role: string; org: string; orgName: string; division: string | null; from: Day; to: Day | null; actsFor: string | null; actsForName: string | null }[]
  /** When the request came, by which the day was chosen, too: waiting for a connection makes nothing late. */
  now: Date
}

export type SessionRules = { tries: number; lockMinutes: number; idleMinutes: number; hours: number }

// OWASP's floor for argon2id; the same cost is spent on names that do not exist.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const nobody = hash(randomBytes(16).toString('hex'), cost)

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/**
 * Signs in with user name and password. The door must answer 'wrong' and 'locked' alike: an account that said it is locked
 * only to the right password would go on answering guesses. What counts is decided by the database after the costly
 * comparison, so that guesses side by side count like guesses one after the other. `traced` writes the attempt down in the
 * same transaction: one commit whatever the outcome, or the time it takes would tell which names exist.
 */
export async function signIn(jobs: Pool, asked: { jurisdiction: string; username: string; password: string; now: Date; rules: SessionRules },
  traced: (tx: Tx, attempt: { person: string | null; result: 'done' | 'wrong' | 'locked' }) => Promise<unknown> = async () => undefined): Promise<{ token: string; person: string } | 'wrong' | 'locked'> {
  const { jurisdiction, now, rules } = asked
  const username = asked.username.normalize('NFKC').trim().toLowerCase()
  const found = await rowOf<Credential & { disabled_at: string | null }>(jobs, sql`
    select c.person, c.password_hash, p.disabled_at from sec.credential c join person p on p.jurisdiction = c.jurisdiction and p.id = c.person
     where c.jurisdiction = ${jurisdiction} and c.username = ${username}`)
  const credential = found?.disabled_at ? undefined : found
  const right = await compared(credential, asked.password)
  return inOne(jobs, async (tx) => {
    const outcome = await counted(tx, { jurisdiction, credential, right, now, rules })
    const person = outcome === 'right' ? credential?.person : undefined
    await traced(tx, { person: person ?? null, result: outcome === 'right' ? 'done' : outcome })
    return person ? { token: await openSession(tx, { jurisdiction, person, now, rules }), person } : outcome === 'locked' ? 'locked' : 'wrong'
  })
}

async function inOne<Result>(pool: Pool, work: (tx: PoolClient) => Promise<Result>): Promise<Result> {
  const tx = await pool.connect()
  let broken: Error | undefined
  try {
    await tx.query('begin')
    const result = await work(tx)
    await tx.query('commit')
    return result
  } catch (error) {
    broken = await tx.query('rollback').then(() => undefined, (fault: Error) => fault)
    throw error
  } finally {
    tx.release(broken)
  }
}

type Credential = { person: string; password_hash: string }

/** A name that does not exist costs the same comparison. */
const compared = async (credential: Credential | undefined, password: string): Promise<boolean> =>
  verify(credential?.password_hash ?? await nobody, password.normalize('NFKC')).catch(() => false)

async function counted(tx: Tx, asked: { jurisdiction: string; credential: Credential | undefined; right: boolean; now: Date; rules: SessionRules }): Promise<'right' | 'wrong' | 'locked'> {
  const { jurisdiction, credential, right, now, rules } = asked
  const until = new Date(now.getTime() + rules.lockMinutes * 60_000).toISOString()
  const row = await rowOf(tx, sql`
    update sec.credential set failed = case when ${right} or failed + 1 >= ${rules.tries} then 0 else failed + 1 end,
           locked_until = case when not ${right} and failed + 1 >= ${rules.tries} then ${until}::timestamptz end
     where jurisdiction = ${jurisdiction} and person = ${credential?.person ?? ''} and (locked_until is null or locked_until <= ${now.toISOString()}) returning person`)
  if (!credential) return 'wrong'
  if (!row) return 'locked'
  return right ? 'right' : 'wrong'
}

/** Opens a session for a person already identified. */
export async function openSession(jobs: Tx, asked: { jurisdiction: string; person: string; now: Date; rules: SessionRules }): Promise<string> {
  const token = randomBytes(32).toString('hex')
  const { jurisdiction, person, now, rules } = asked
  await rowsOf(jobs, sql`
    insert into sec.session (jurisdiction, token_hash, person, created_at, seen_at, expires_at, idle)
    values (${jurisdiction}, sha256(convert_to(${token}, 'UTF8')), ${person}, ${now.toISOString()}, ${now.toISOString()}, ${new Date(now.getTime() + rules.hours * 3_600_000).toISOString()}, make_interval(mins => ${rules.idleMinutes}))`)
  return token
}

export const signOut = async (jobs: Pool, token: string, now: Date): Promise<void> => {
  await rowsOf(jobs, sql`update sec.session set revoked_at = ${now.toISOString()} where token_hash = sha256(convert_to(${token}, 'UTF8')) and revoked_at is null`)
}

/** Changes the password and, in the same transaction, ends every other session of the person. Wrong guesses at the present one count like failed sign-ins. */
export async function changePassword(jobs: Pool, asked: { who: Who; token: string; current: string; next: string; now: Date; rules: SessionRules }): Promise<'changed' | 'wrong' | 'locked'> {
  const { who: { jurisdiction, person }, now, rules } = asked
  const credential = await rowOf<Credential>(jobs, sql`select person, password_hash from sec.credential where jurisdiction = ${jurisdiction} and person = ${person}`)
  const outcome = await counted(jobs, { jurisdiction, credential, right: await compared(credential, asked.current), now, rules })
  if (outcome !== 'right') return outcome
  const passwordHash = await hashPassword(asked.next)
  await rowsOf(jobs, sql`
    with changed as (update sec.credential set password_hash = ${passwordHash}, must_change = false, changed_at = ${now.toISOString()} where jurisdiction = ${jurisdiction} and person = ${person} returning person)
    update sec.session s set revoked_at = ${now.toISOString()} from changed
     where s.jurisdiction = ${jurisdiction} and s.person = changed.person and s.revoked_at is null and s.token_hash <> sha256(convert_to(${asked.token}, 'UTF8'))`)
  return 'changed'
}

export async function setPassword(jobs: Tx, asked: { jurisdiction: string; person: string; password: string; now: Date; mustChange: boolean }): Promise<void> {
  await rowsOf(jobs, sql`update sec.credential set password_hash = ${await hashPassword(asked.password)}, must_change = ${asked.mustChange}, failed = 0, locked_until = null, changed_at = ${asked.now.toISOString()}
    where jurisdiction = ${asked.jurisdiction} and person = ${asked.person}`)
}

const tokenShape = /^[0-9a-f]{64}$/

/**
 * Runs `work` in one transaction that the database knows the person of. Begin and context travel in one message: the
 * token has a checked shape and the instant is ours, so neither can carry SQL. Rolls back on any exception.
 * Answers `undefined` when the session is over.
 */
export async function asPerson<Result>(app: Pool, token: string, now: Date, work: (tx: PoolClient, who: Who) => Promise<Result>, end: (result: Result) => 'commit' | 'rollback' = () => 'commit'): Promise<Result | undefined> {
  if (!tokenShape.test(token)) return undefined
  const tx = await app.connect()
  let broken: Error | undefined
  try {
    const answers = await tx.query(`begin; select sec.enter('${token}', '${now.toISOString()}') as who`) as unknown as { rows: { who: Omit<Who, 'now'> | null }[] }[]
    const found = answers[1]?.rows[0]?.who
    if (!found) { await tx.query('rollback'); return undefined }
    const result = await work(tx, { ...found, now })
    await tx.query(end(result))
    return result
  } catch (error) {
    broken = await tx.query('rollback').then(() => undefined, (fault: Error) => fault)
    throw error
  } finally {
    tx.release(broken)
  }
}

/** Asks more of a password than length alone: 12 signs, and none of the words everybody tries here. */
export function passwordFault(password: string, username: string): Refused | undefined {
  const plain = password.normalize('NFKC').toLowerCase()
  const weak = ['password', 'jinzhong', 'zhongshi', '12345678', 'qwerty', 'admin', '11111111', username.toLowerCase()]
  if ([...password].length >= 12 && !weak.some((word) => word.length > 3 && plain.includes(word)) && new Set(plain).size >= 6) return undefined
  return new Refused(400, { zh: '密码没有更改。', en: 'The password was not changed.' }, {
    fields: [{ path: 'next', expected: { zh: '至少 12 个字符，不含用户名和常见词', en: 'at least 12 characters, without the user name or common words' } }],
  })
}
