/** The papers of a recognition over HTTP: frozen with their entries, for whom they are, the same bytes whenever asked. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { casework, type Case, tokenOf } from '../../../test/casework.ts'
import { jurisdiction, openTown, type Town } from '../../../test/town.ts'
import { engines } from '../../engines.ts'
import { fingerprint } from '../../platform/canonical.ts'
import { type AnyCase, entriesOf, fold } from '../../platform/case-log.ts'
import type { PaperInEntry } from '../../platform/papers/frozen.ts'
import type { Paper } from '../../platform/papers/paper.ts'
import { pdfOf } from '../../platform/papers/pdf.ts'
import { rowOf, rowsOf, sql } from '../../platform/query.ts'
import { recognitionExamples } from './recognition.examples.ts'
import { verifyLog } from '../../platform/verify-log.ts'

let town: Town
let work: ReturnType<typeof casework>
let recognised: Case
let declined: Case
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  const [carbon, iron] = [await work.queued('carbon'), await work.queued('iron')]
  await work.concluded([carbon, iron])
  declined = await work.decided(iron, 'decline')
  recognised = await work.recognised(carbon, { by: '2026-11-30' })
})
afterAll(() => town.close())

const papersOf = async (who: string, id: string) => (await (await town.as(who)).detail(id)).papers
async function download(who: string, id: string, file: string) {
  const answer = await town.app.inject({ method: 'GET', url: `/api/cases/${id}/papers/${file}`, cookies: { zs: await tokenOf(town, who) } })
  return { status: answer.statusCode, bytes: answer.rawPayload, type: answer.headers['content-type'], name: decodeURIComponent(String(answer.headers['content-disposition'] ?? '')) }
}

test('each side has its papers, in the order of their entries, and no others', async () => {
  const kinds = async (who: string, of: Case) => (await papersOf(who, of.id)).map(({ kind }) => kind)
  expect(await kinds('city.officer', recognised)).toEqual(['recommendation', 'acceptance', 'siteVisit', 'certificate', 'recognition'])
  expect(await kinds('host.carbon', recognised)).toEqual(['recommendation', 'acceptance', 'certificate', 'recognition'])
  expect(await kinds('county.yuci', recognised)).toEqual(['recommendation', 'acceptance', 'certificate', 'recognition'])
  expect(await kinds('host.iron', declined)).toEqual(['recommendation', 'acceptance', 'outcome'])
  expect((await download('host.iron', recognised.id, '5-recommendation.pdf')).status).toBe(404)
  const visit = (await papersOf('city.officer', recognised.id)).find(({ kind }) => kind === 'siteVisit')
  expect((await download('city.officer', recognised.id, `${visit?.id}.pdf`)).status).toBe(200)
  expect((await download('host.carbon', recognised.id, `${visit?.id}.pdf`)).status).toBe(404)
})

test('the PDF is printed once, kept under its SHA-256, and printing it anew from the entry gives the same bytes', async () => {
  const [letter] = await papersOf('host.carbon', recognised.id)
  const first = await download('host.carbon', recognised.id, `${letter?.id}.pdf`)
  expect(first).toMatchObject({ status: 200, type: 'application/pdf' })
  expect(first.name).toContain(`的函（${letter?.number}）.pdf`)
  const { body } = await rowOf<{ body: { papers: PaperInEntry[] } }>(town.pools.jobs, sql`select body from case_entry where case_id = ${recognised.id} and no = ${letter?.entry ?? 0}`) ?? { body: { papers: [] } }
  const { facts, code } = await rowOf<{ facts: Paper; code: string }>(town.pools.jobs, sql`select facts, code from paper where case_id = ${recognised.id} and id = ${letter?.id ?? ''}`) ?? {}
  expect(body.papers).toEqual([{ id: letter?.id, kind: 'recommendation', title: letter?.title, number: letter?.number, seen: 'parties', sha256: fingerprint(facts) }])
  expect(pdfOf(facts as Paper, code as string).equals(first.bytes)).toBe(true)
  expect((await papersOf('host.carbon', recognised.id))[0]?.pdf).toEqual({ sha256: hashOf(first.bytes), size: first.bytes.length })
  expect((await download('county.yuci', recognised.id, `${letter?.id}.pdf`)).bytes.equals(first.bytes)).toBe(true)
})

test('a paper is drawn from case and entry alone: told the same, its kind says the same again', async () => {
  const engine = engines.recognition
  if (!engine) throw new Error('no recognition')
  const names = new Map((await rowsOf<{ id: string; name: string }>(town.pools.jobs, sql`select id, name from organisation`)).map(({ id, name }) => [id, name]))
  let again = 0
  for (const of of [recognised, declined]) {
    const entries = await entriesOf(town.pools.jobs, jurisdiction, of.id)
    for (const entry of entries.filter(({ papers }) => papers)) {
      const [before, file] = [entry.no - 1, entry.no].map((no) => fold(engine, entries.slice(0, no), { jurisdiction }))
      const { number } = await rowOf<{ number: string }>(town.pools.jobs, sql`select number from case_head where id = ${of.id}`) ?? { number: '' }
      for (const known of entry.papers ?? []) {
        const kind = engine.papers?.find((one) => one.kind === known.kind)
        const found = kind?.look && { title: '局党组关于参照执行的决定（演示）', from: '2025-01-21', to: '2027-12-31' }
        const paper = kind?.of({ file: file as AnyCase, before: before as AnyCase, entry, caseNumber: number, serial: known.number ?? '', nameOf: (org) => names.get(org) ?? org, found })
        expect(fingerprint(paper), known.kind).toBe(known.sha256)
        again++
      }
    }
  }
  expect(again).toBeGreaterThan(6)
})

test('an adverse paper tells grounds, basis and remedies; a recognition names what the authority acts on', async () => {
  const facts = async (of: Case, kind: string) => (await rowOf<{ facts: Paper }>(town.pools.jobs, sql`select facts from paper where case_id = ${of.id} and kind = ${kind}`))?.facts
  const refusal = await facts(declined, 'outcome')
  expect(refusal?.remedies).toMatch(/60日内.*行政复议.*6个月内.*行政诉讼/)
  expect(JSON.stringify(refusal?.blocks)).toContain(recognitionExamples.decline.grounds)
  expect(refusal?.number).toMatch(/^BR-2026-\d{4}$/)
  expect(JSON.stringify((await facts(recognised, 'recognition'))?.blocks)).toContain('局党组关于参照执行的决定')
})

test('Word opens: an archive with the same title', async () => {
  const [letter] = await papersOf('host.carbon', recognised.id)
  const word = await download('host.carbon', recognised.id, `${letter?.id}.docx`)
  expect(word.status).toBe(200)
  expect(word.bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
})

test.each(['5-recommendation.exe', '../../etc/passwd', '5-recommendation', '99-recommendation.pdf'])('there is no paper %s', async (file) => {
  expect([400, 404]).toContain((await download('host.carbon', recognised.id, encodeURIComponent(file))).status)
})

test('a paper changed in the database is found, and so is one that is gone', async () => {
  expect((await verifyLog(town.pools.jobs, { engines })).faults).toEqual([])
  const owner = town.pools.owner
  await owner.query(`update paper set facts = jsonb_set(facts, '{title}', '"改过"') where case_id = $1 and kind = 'recommendation'`, [recognised.id])
  expect((await verifyLog(town.pools.jobs, { engines, only: recognised.id })).faults).toMatchObject([{ what: expect.stringContaining('文书') }])
})

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
