/** Papers over HTTP: the list of a case, and each as PDF or Word. Whoever may read the paper may have it; the database says who. */
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Pool } from 'pg'
import { z } from 'zod'
import type { PaperInfo } from '../../contract.ts'
import type { Words } from '../../kernel/words.ts'
import { type Blobs, blobStore } from '../blobs.ts'
import { idOf } from '../case-access.ts'
import type { Context } from '../case-log.ts'
import type { CaseDoor } from '../case-routes.ts'
import type { Server } from '../http.ts'
import { notFound, Refused } from '../problem.ts'
import { rowOf, rowsOf, sql, type Tx } from '../query.ts'
import { downloadHeaders } from '../small-files.ts'
import type { Paper } from './paper.ts'
import { pdfOf } from './pdf.ts'
import { wordOf } from './word.ts'

export type PaperDoor = Pick<CaseDoor, 'inContext'> & { jobs: Pool; dataDir: string; clock: () => Date; /** Of the portal, as the public knows it; without it papers carry no square. */ origin?: string }
type Row = { jurisdiction: string; case_id: string; id: string; title: string; number: string | null; facts: Paper; code: string }

export function paperRoutes(app: Server, door: PaperDoor) {
  const { inContext } = door
  const blobs = blobStore(door.dataDir)

  app.get('/api/cases/:id/papers', { config: { access: 'signedIn' }, schema: { summary: 'The papers of a case, with their fingerprints', tags: ['papers'], params: z.object({ id: z.string().max(64) }) } },
    (request) => inContext(request, async (context) => ({ rows: await papersIn(context, await idOf(context, request.params.id)) })))

  app.get('/api/cases/:id/papers/:file', {
    config: { access: 'signedIn' }, schema: { summary: 'One paper as PDF/A-2b (the record) or as Word (a working copy)', tags: ['papers'], params: z.object({ id: z.string().max(64), file: z.string().max(100).regex(/^[\w-]+\.(pdf|docx)$/) }) },
  }, async (request, reply) => {
    const [id = '', format] = request.params.file.split('.')
    const row = await inContext(request, async (context) => rowOf<Row>(context.tx, sql`
      select jurisdiction, case_id, id, title, number, facts, code from paper where jurisdiction = ${context.jurisdiction} and case_id = ${await idOf(context, request.params.id)} and id = ${id}`))
    if (!row) throw notFound()
    const bytes = format === 'pdf' ? await printed(door, blobs, row) : await wordOf(row.facts, row.code, door.origin)
    return reply.headers(downloadHeaders(`${row.title}${row.number ? `（${row.number}）` : ''}.${format}`))
      .type(format === 'pdf' ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document').send(bytes)
  })
}

/** The papers of a case this viewer may have, in the order of their entries. */
export async function papersIn({ tx, jurisdiction }: Context, caseId: string): Promise<PaperInfo[]> {
  const rows = await rowsOf<{ id: string; no: number; kind: string; words: Words; title: string; number: string | null; code: string; sha256: string; on: string; pdf_sha256: string | null; pdf_size: number | null }>(tx, sql`
    select p.id, p.no, p.kind, p.words, p.title, p.number, p.code, p.sha256, p.facts->>'on' as on, r.sha256 as pdf_sha256, r.size as pdf_size
      from paper p left join paper_print r on r.jurisdiction = p.jurisdiction and r.case_id = p.case_id and r.id = p.id
     where p.jurisdiction = ${jurisdiction} and p.case_id = ${caseId} order by p.no, p.kind, length(p.id), p.id`)
  return rows.map(({ no, pdf_sha256, pdf_size, ...row }) => ({ ...row, entry: no, pdf: pdf_sha256 === null ? null : { sha256: pdf_sha256, size: pdf_size ?? 0 } }))
}

/** Prints what has not been printed yet, so that every paper has the fingerprint of its PDF; some at a time. */
export async function printPapers({ jobs, dataDir, clock, origin }: Omit<PaperDoor, 'inContext'>, most = 50): Promise<number> {
  const open = await rowsOf<Row>(jobs, sql`
    select p.jurisdiction, p.case_id, p.id, p.title, p.number, p.facts, p.code from paper p
     where not exists (select 1 from paper_print r where r.jurisdiction = p.jurisdiction and r.case_id = p.case_id and r.id = p.id) order by p.at, p.case_id, p.id limit ${most}`)
  for (const row of open) await printed({ jobs, clock, ...(origin && { origin }) }, blobStore(dataDir), row)
  return open.length
}

/** The PDF as it was first printed: kept with the files, so that it stays the same when the printer is replaced one day. */
async function printed({ jobs, clock, origin }: { jobs: Tx; clock: () => Date; origin?: string }, blobs: Blobs, row: Row): Promise<Buffer> {
  const known = () => rowOf<{ sha256: string }>(jobs, sql`select sha256 from paper_print where jurisdiction = ${row.jurisdiction} and case_id = ${row.case_id} and id = ${row.id}`)
  const before = await known()
  if (!before) {
    const { sha256, size } = await blobs.put(Readable.from([pdfOf(row.facts, row.code, origin)]))
    await rowsOf(jobs, sql`insert into paper_print (jurisdiction, case_id, id, sha256, size, at) values (${row.jurisdiction}, ${row.case_id}, ${row.id}, ${sha256}, ${size}, ${clock().toISOString()}) on conflict do nothing`)
  }
  const { sha256 = '' } = before ?? await known() ?? {}
  if (await blobs.verify(sha256) !== 'sound') throw new Refused(500, { zh: '文书的存档与指纹不符，没有提供。请告知管理员从备份恢复。', en: 'The paper on file no longer answers to its fingerprint and was not sent. Tell the administrator to restore it.' })
  return buffer((await blobs.open(sha256)).stream)
}
