/** Verification for everybody: by the number of a certificate, the code on a paper, or both; and how often it may be asked. */
import type { Pool } from 'pg'
import { type Knock, knocked, knocks, untilNextHour } from '../platform/knocks.ts'
import { unmarked } from './setting-words.ts'
import { certificateOf, certifiedBase, isDemo, standingOf } from './public-certificates.ts'
import { codeOfCertificate, verifiedPaper } from './public-papers.ts'
import type { RegisterDoor } from './register-door.ts'

export type VerifyDoor = Pick<RegisterDoor, 'app' | 'jobs' | 'jurisdiction' | 'clock' | 'today' | 'rules'>
type Asked = { number: string; code: string | null; address: string }
export type Verified = Awaited<ReturnType<typeof answerOf>>

/**
 * Every question of an address counts; of all addresses together only what fits nothing. So guessing ends, from one address or from
 * many, and honest questions close the door to nobody.
 */
export async function verified(door: VerifyDoor, asked: Asked): Promise<Verified | { tooOften: number }> {
  const { app, jobs, jurisdiction } = door
  const now = door.clock()
  const today = await door.today(app)
  const { settings } = await door.rules(app, today)
  const own: Knock = { jurisdiction, act: 'verify', address: asked.address, now }
  const wrong: Knock = { jurisdiction, act: 'verify.wrong', address: '', now }
  if (!(await knocked(jobs, own, settings['verify.asksPerHour'])) || (await knocks(jobs, wrong)) >= settings['verify.wrongPerHour']) return { tooOften: untilNextHour(now) }
  const answer = await answerOf(app, jurisdiction, today, asked)
  if (!answer.found || (answer.kind === 'certificate' && answer.code === 'differs')) await knocked(jobs, wrong, settings['verify.wrongPerHour'])
  return answer
}

async function answerOf(app: Pool, jurisdiction: string, today: string, { number, code }: Omit<Asked, 'address'>) {
  const base = await certifiedBase(app, jurisdiction, number)
  if (!base) {
    const paper = await verifiedPaper(app, jurisdiction, today, { number, code })
    return paper ? { found: true as const, kind: 'paper' as const, paper } : { found: false as const }
  }
  const standing = await standingOf(app, jurisdiction, base)
  const { because, law, changes } = standing
  return {
    found: true as const, kind: 'certificate' as const, code: await codeOfCertificate(app, jurisdiction, base.certificate_no, code), certificate: certificateOf(base, standing), because, law, changes,
    base: { id: base.id, name: base.name, demo: isDemo(base), status: base.status, hosts: base.hosts.map(({ name }) => unmarked(name)) },
  }
}
