/**
 * Whatever was acknowledged is there after the app and the database are killed at any moment; whatever was not can be asked
 * again under its key and is done once. CRASH_ROUNDS sets the number of kills (12; 50 take some minutes), CRASH_SEED the moments.
 */
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainPdf } from '../src/demo/pdf.ts'
import { type Seeded, seeded } from '../src/demo/seeded.ts'
import { recognitionExamples as example } from '../src/procedures/recognition/recognition.examples.ts'
import { ruleChangeExamples as change } from '../src/procedures/rule-change/rule-change.commands.ts'
import { type Answer, type CrashWorld, crashWorld, type Request } from './crash-world.ts'

const rounds = Number(process.env.CRASH_ROUNDS ?? 12)
const seed = process.env.CRASH_SEED ?? 'crash'

let world: CrashWorld
beforeAll(async () => {
  world = await crashWorld(
    ['iron', 'robot', 'coke', 'filter', 'nylon'],
    ['herbs'],
    ['city.officer', 'city.officer2', 'city.lead', 'city.supervisor', 'host.herbs'],
  )
})
afterAll(() => world.close())

/** What the world has promised: entries by case and number, files and answers of the draft. */
const promised = {
  entries: new Map<string, Map<number, string>>(),
  files: new Map<string, string>(),
  draft: new Map<string, { acknowledged: unknown; asked: unknown }>(),
}
const tally = { acknowledged: 0, retried: 0, kills: {} as Record<string, number> }

/** One person or a few who take turns: asks for one thing after the other and waits for each answer. */
type Lane = { next: () => Request; answered: (answer: Answer) => void; pending?: Request | undefined }

const acknowledged = (id: string, { body }: Answer) => {
  const entry = body.entry as { no: number; hash: string }
  const known = promised.entries.get(id) ?? new Map<number, string>()
  promised.entries.set(id, known.set(entry.no, entry.hash))
  return body as { version: number; case: { status: string } }
}
const step = (id: string, as: string, name: string, version: number, body: object): Request => ({
  method: 'POST',
  path: `/api/cases/${id}/steps/${name}`,
  as,
  body,
  headers: { 'idempotency-key': randomUUID(), 'if-match': String(version) },
})

/** An application that the county examines, returns, and gets back, again and again. */
function applicationLane({ id, key, officer }: CrashWorld['cases'][number], random: Seeded): Lane {
  let [version, status, returns] = [2, 'submitted', 0]
  return {
    next: () => {
      if (status === 'returned')
        return step(id, `host.${key}`, 'submit', version, { ...example.submit, answers: [{ item: 1, answer: `第 ${returns} 次补正。` }] })
      return random.whole(0, 2) > 0
        ? step(id, officer, 'examine', version, example.examine)
        : step(id, officer, 'returnForSupplement', version, { ...example.returnForSupplement, causedBySupplement: true })
    },
    answered: (answer) => {
      const done = acknowledged(id, answer)
      version = done.version
      if (done.case.status === 'returned' && status !== 'returned') returns++
      status = done.case.status
    },
  }
}

/** A rule change that is proposed, amended and ended, and then the next. */
function changeLane(officer: string, random: Seeded): Lane {
  let [id, version] = ['', 0]
  return {
    next: () => {
      if (!id) return { method: 'POST', path: '/api/cases/rule-change', as: officer, body: change.propose, headers: { 'idempotency-key': randomUUID() } }
      const ends = random.whole(0, 3)
      return ends === 0
        ? step(id, 'city.lead', 'refuse', version, change.refuse)
        : ends === 1
          ? step(id, officer, 'abandon', version, change.abandon)
          : step(id, officer, 'amend', version, { ...change.amend, basis: `纪要第 ${version} 稿` })
    },
    answered: (answer) => {
      id ||= String(answer.body.id)
      const done = acknowledged(id, answer)
      version = done.version
      if (done.case.status !== 'proposed') id = ''
    },
  }
}

/** A host that types, and hangs files on its draft. */
function draftLane({ id, key }: CrashWorld['opened'][number], random: Seeded): Lane {
  let typed = 0
  let asked: { path: string; value: string } | { bytes: Buffer }
  return {
    next: () => {
      if (random.whole(0, 3) === 0) {
        asked = { bytes: plainPdf([key, String(++typed)]) }
        return {
          method: 'POST',
          path: `/api/files?case=${id}&name=${encodeURIComponent(`附件 ${typed}.pdf`)}&attachment=A10`,
          as: `host.${key}`,
          body: asked.bytes,
        }
      }
      asked = { path: random.pick(['A.direction', 'A.address', 'D.address']), value: `第 ${++typed} 稿` }
      promised.draft.set(asked.path, { acknowledged: promised.draft.get(asked.path)?.acknowledged, asked: asked.value })
      return { method: 'PUT', path: `/api/cases/${id}/draft`, as: `host.${key}`, body: { base: 0, changes: [asked] } }
    },
    answered: ({ body }) => {
      if ('bytes' in asked) promised.files.set(String(body.id), createHash('sha256').update(asked.bytes).digest('hex'))
      else promised.draft.set(asked.path, { acknowledged: asked.value, asked: asked.value })
    },
  }
}

/** Asks until told to stop or the server is gone. What was asked last and not answered stays pending. */
async function runs(lane: Lane, going: () => boolean) {
  while (going()) {
    lane.pending ??= lane.next()
    const answer = await world.send(lane.pending).catch(() => undefined)
    if (!answer || answer.status >= 500) return
    settle(lane, answer)
  }
}
function settle(lane: Lane, answer: Answer) {
  expect({ asked: lane.pending?.path, status: answer.status, body: answer.body }).toMatchObject({
    status: expect.toSatisfy((status: number) => status === 200 || status === 201),
  })
  lane.answered(answer)
  lane.pending = undefined
  tally.acknowledged++
}

/** Every promise kept: chains whole, every acknowledged entry in its chain under its hash, files byte for byte, the draft not behind. */
async function promisesKept(cases: Iterable<string>) {
  const supervisor = (path: string) => world.send({ method: 'GET', path, as: 'city.supervisor' })
  expect((await supervisor('/api/verify-log')).body).toMatchObject({ faults: [] })
  for (const id of cases) {
    const { history } = (await supervisor(`/api/cases/${id}`)).body as { history: { no: number; hash: string }[] }
    const chain = new Map(history.map(({ no, hash }) => [no, hash]))
    const lost = [...(promised.entries.get(id) ?? [])].filter(([no, hash]) => chain.get(no) !== hash)
    expect(lost, `acknowledged entries of ${id} that are gone`).toEqual([])
  }
  const { values } = (await world.send({ method: 'GET', path: `/api/cases/${world.opened[0]?.id}/draft`, as: 'host.herbs' })).body as {
    values: Record<string, unknown>
  }
  for (const [path, { acknowledged: last, asked }] of promised.draft) expect([last, asked], path).toContain(values[path])
  for (const [id, sha256] of promised.files) {
    const file = await world.send({ method: 'GET', path: `/api/files/${id}`, as: 'host.herbs' })
    expect([file.status, createHash('sha256').update(file.bytes).digest('hex')], id).toEqual([200, sha256])
  }
}

test(
  `${rounds} times killed without warning, nothing acknowledged is lost and nothing is done twice`,
  async () => {
    const random = seeded(seed)
    const lanes: Lane[] = [
      ...world.cases.map((of) => applicationLane(of, random)),
      changeLane('city.officer', random),
      changeLane('city.officer2', random),
      draftLane(world.opened[0]!, random),
    ]
    await world.ready()
    for (let round = 1; round <= rounds; round++) {
      let going = true
      const before = new Map([...promised.entries].map(([id, entries]) => [id, entries.size]))
      const running = Promise.all(lanes.map((lane) => runs(lane, () => going)))
      const how = random.pick(['both', 'both', 'both', 'both', 'app', 'database'] as const)
      await pause(random.whole(30, 1200))
      await world.kill(how)
      going = false
      await running
      tally.kills[how] = (tally.kills[how] ?? 0) + 1

      await world.ready()
      for (const lane of lanes) {
        if (!lane.pending) continue
        tally.retried++
        settle(lane, await world.send(lane.pending))
      }
      await promisesKept([...promised.entries].filter(([id, entries]) => entries.size !== before.get(id)).map(([id]) => id))
    }
    await promisesKept(promised.entries.keys())
    expect(tally.retried, 'some requests were cut off').toBeGreaterThan(0)
    // The check can fail: an entry that never was is missed.
    const [id] = promised.entries.keys()
    promised.entries.get(id!)?.set(9999, 'f'.repeat(64))
    await expect(promisesKept([id!])).rejects.toThrow('that are gone')
    promised.entries.get(id!)?.delete(9999)
    console.log(
      `crash: seed ${seed}, ${JSON.stringify(tally)}, ${[...promised.entries.values()].reduce((sum, entries) => sum + entries.size, 0)} entries, ${promised.files.size} files: none lost`,
    )
  },
  60_000 + rounds * 20_000,
)
