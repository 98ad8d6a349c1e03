/** Files of cases: sent in pieces or at once, kept under their fingerprint, read by whoever may read the record they belong to. */
import { createReadStream, createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FileInfo } from '../contract.ts'
import { BlobMissing, type Blobs, blobStore, type ByteRange } from './blobs.ts'
import { idOf } from './case-access.ts'
import type { CaseDoor } from './case-routes.ts'
import type { Context } from './case-log.ts'
import { bytesOf, type FileLimits, judgeFile, nameFault, refuseByName, tooLarge } from './file-type.ts'
import type { Server } from './http.ts'
import { badInput, type FieldProblem, notFound, Refused } from './problem.ts'
import { rowOf, rowsOf, sql } from './query.ts'
import type { Who } from './session.ts'
import { metadataOf, type Sending, sweepUploads, uploadStore, uploadsPath } from './uploads.ts'

export type FileDoor = {
  inContext: CaseDoor['inContext']
  dataDir: string
  limits: (context: Context) => FileLimits
  /** Whether the case takes files from this person now. City and county add to every case they see and are not asked about. */
  mayAttach: (context: Context, caseId: string) => Promise<boolean>
  blobs?: Blobs
}

const fileParams = z.object({ id: z.string().max(64) })
const attachmentCode = z.string().regex(/^A(0[1-9]|1\d)$/)
const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

export function fileRoutes(app: Server, door: FileDoor) {
  const { inContext, dataDir, limits } = door
  const blobs = door.blobs ?? blobStore(dataDir)
  const uploads = uploadStore(dataDir)

  app.get('/api/cases/:id/files', { config: { access: 'signedIn' }, schema: { summary: 'The files of a case that I may read', tags: ['files'], params: fileParams } },
    (request) => inContext(request, (context) => filesOf(context, request.params.id)))

  app.get('/api/files/:id', {
    config: { access: 'signedIn' }, compress: false,
    schema: { summary: 'Download, whole or a range; the ETag is the SHA-256, checked before a byte is sent', tags: ['files'], params: fileParams },
  }, async (request, reply) => send(request, reply, await inContext(request, (context) => fileOf(context, request.params.id))))

  app.put('/api/files/:id', {
    config: { access: 'signedIn' },
    schema: { summary: 'Say which attachment the file is', tags: ['files'], params: fileParams, body: z.strictObject({ attachment: attachmentCode.nullable() }).meta({ examples: [{ attachment: 'A03' }] }) },
  }, (request) => inContext(request, async (context) => {
    const file = await ownFile(context, request.params.id)
    await rowsOf(context.tx, sql`update file set attachment = ${request.body.attachment} where jurisdiction = ${context.jurisdiction} and id = ${file.id}`)
    return infoOf({ ...file, attachment: request.body.attachment })
  }))

  app.delete('/api/files/:id', { config: { access: 'signedIn' }, schema: { summary: 'Take a file away that was not handed in yet', tags: ['files'], params: fileParams } },
    (request) => inContext(request, async (context) => {
      const { tx, jurisdiction, now } = context
      const file = await ownFile(context, request.params.id)
      const row = await rowOf<{ named: boolean }>(tx, sql`select sec.file_named(${jurisdiction}, ${file.case_id}, ${file.id}) as named`)
      if (row?.named) throw new Refused(409, { zh: '这个文件已经随材料提交，留在案卷里。', en: 'The file was handed in and stays with the case.' })
      await rowsOf(tx, sql`update file set removed_at = ${now.toISOString()} where jurisdiction = ${jurisdiction} and id = ${file.id}`)
      return { ok: true }
    }))

  // Bodies here are bytes: they are not parsed, and not gathered in memory.
  void app.register(async (scope) => {
    const raw = scope.withTypeProvider<import('fastify-type-provider-zod').ZodTypeProvider>()
    raw.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

    raw.post('/api/files', {
      config: { access: 'signedIn' },
      schema: {
        summary: 'Send a whole file at once, as application/octet-stream', tags: ['files'],
        querystring: z.strictObject({ case: z.string().min(1).max(64), name: z.string().min(1).max(300), attachment: z.union([attachmentCode, z.literal('')]).optional() }),
      },
    }, async (request, reply) => {
      if (!/^application\/octet-stream\b/.test(request.headers['content-type'] ?? '')) throw new Refused(415, { zh: '文件内容请以 application/octet-stream 发送。', en: 'Send the bytes as application/octet-stream.' })
      const { name, attachment } = request.query
      const { id, ...ready } = await inContext(request, (context, who) => admit(context, who, { filename: name, case: request.query.case, attachment, size: Number(request.headers['content-length'] ?? 0) }))
      try {
        await received(request.body as Readable, uploads.pathOf(id), () => tooLarge(name, ready.limits), bytesOf(ready.limits))
        return reply.status(201).send(await keep(request, id, uploads.pathOf(id), ready.sending))
      } finally {
        await uploads.remove(id)
      }
    })

    raw.get(`${uploadsPath}/:id/file`, { config: { access: 'signedIn' }, schema: { summary: 'What became of an upload; finishes it when the last answer was lost', tags: ['files'], params: fileParams } },
      (request) => finish(request, request.params.id))

    raw.route({
      method: ['POST', 'OPTIONS'], url: uploadsPath, config: { access: 'tus' },
      schema: { summary: 'Begin a resumable upload (tus 1.0). Upload-Metadata: filename, case, attachment', tags: ['files'] },
      handler: async (request, reply) => {
        if (request.method === 'OPTIONS') {
          const maxBytes = await inContext(request, async (context) => bytesOf(limits(context)))
          return tusReply(reply, await uploads.speak({ method: 'OPTIONS', headers: request.headers, body: null, id: 'none', maxBytes, finished: async () => '' }))
        }
        const { id, limits: taken, sending } = await inContext(request, (context, who) => {
          const told = metadataOf(request.headers['upload-metadata'])
          return admit(context, who, { filename: told.filename ?? '', case: told.case ?? '', attachment: told.attachment, size: Number(request.headers['upload-length'] ?? 0) })
        })
        return tusReply(reply, await uploads.speak({ method: 'POST', headers: request.headers, body: request.body, id, maxBytes: bytesOf(taken), sending, finished: async () => (await finish(request, id)).id }))
      },
    })

    raw.route({
      method: ['HEAD', 'PATCH', 'DELETE'], url: `${uploadsPath}/:id`, config: { access: 'tus' },
      schema: { summary: 'Where an upload stands; send its next piece; give it up (tus 1.0)', tags: ['files'], params: fileParams },
      handler: async (request, reply) => {
        const { id } = request.params
        const { kept, maxBytes, who } = await inContext(request, async (context, me) => ({ kept: await finished(context, me, id), maxBytes: bytesOf(limits(context)), who: me }))
        // The sender may never have heard that it was done.
        if (kept && request.method === 'HEAD') return reply.headers({ 'tus-resumable': '1.0.0', 'upload-offset': String(kept.size), 'upload-length': String(kept.size), 'upload-file': id }).send()
        const upload = isId(id) ? await uploads.find(id) : undefined
        if (!upload || !isSender(upload, who)) throw notFound()
        return tusReply(reply, await uploads.speak({ method: request.method, headers: request.headers, body: request.body, id, maxBytes, finished: async () => (await finish(request, id)).id }))
      },
    })
  })

  /** Everything that can be refused before the first byte. */
  async function admit(context: Context, who: Who, asked: { filename: string; case: string; attachment: string | undefined; size: number }): Promise<{ id: string; limits: FileLimits; sending: Sending }> {
    const { filename } = asked
    const fault = nameFault(filename)
    const fields: FieldProblem[] = [...(fault ? [{ path: 'filename', expected: fault }] : []), ...(asked.attachment && !attachmentCode.safeParse(asked.attachment).success ? [{ path: 'attachment', expected: { zh: 'A01 至 A19，或留空', en: 'A01 to A19, or empty' } }] : [])]
    if (fields.length > 0) throw badInput(fields)
    const taken = limits(context)
    refuseByName(filename, taken)
    if (asked.size > bytesOf(taken)) throw tooLarge(filename, taken)
    const caseId = await idOf(context, asked.case.slice(0, 64))
    await mustTake(context, caseId)
    return { id: context.newId(), limits: taken, sending: { jurisdiction: context.jurisdiction, person: who.person, case: caseId, filename, attachment: asked.attachment || null } }
  }

  async function mustTake(context: Context, caseId: string) {
    const { reach } = context.viewer
    if (reach === 'city' || reach === 'authorities' || await door.mayAttach(context, caseId)) return
    throw new Refused(409, { zh: '这个案件现在不接收您的文件。', en: 'The case does not take files from you now.' })
  }

  /** A file of one's own institution in a case that can still be changed. */
  async function ownFile(context: Context, id: string): Promise<Row> {
    const file = await fileOf(context, id)
    if (!context.viewer.orgs.includes(file.by_org)) throw new Refused(403, { zh: '文件由上传它的单位处理。', en: 'The file is for the institution that uploaded it.' })
    await holdCase(context, file.case_id)
    await mustTake(context, file.case_id)
    return file
  }

  /** The last byte is there: judged, stored, written down. Whoever asks again gets the same answer. */
  const finish = (request: FastifyRequest, id: string): Promise<FileInfo> => uploads.alone(id, async () => {
    if (!isId(id)) throw notFound()
    const upload = await uploads.find(id)
    const kept = await inContext(request, async (context, who) => {
      const done = await finished(context, who, id)
      if (!done && !(upload && isSender(upload, who))) throw notFound()
      return done
    })
    if (kept || !upload) return infoOf(kept as Row)
    if (upload.offset !== upload.size) throw new Refused(409, { zh: '文件还没有传完。', en: 'The upload is not complete yet.' })
    try {
      const info = await keep(request, id, upload.path, upload)
      await uploads.remove(id)
      return info
    } catch (error) {
      // What a file is does not change by sending it again; everything else may pass.
      if (error instanceof Refused && [413, 415, 422].includes(error.status)) await uploads.remove(id)
      throw error
    }
  })

  /** In this order: judged, content on the disk for good, and only then the row that speaks of it. */
  async function keep(request: FastifyRequest, id: string, path: string, sending: Sending): Promise<FileInfo> {
    const taken = await inContext(request, async (context) => { await mustTake(context, await idOf(context, sending.case)); return limits(context) })
    const { mime } = await judgeFile(path, sending.filename, taken)
    const blob = await blobs.put(createReadStream(path))
    return inContext(request, async (context, who) => {
      // Until the end of this transaction nobody takes a step: what is submitted and what is added cannot cross.
      const orgs = await holdCase(context, sending.case)
      await mustTake(context, sending.case)
      const { tx, jurisdiction, viewer, now } = context
      const org = viewer.orgs.find((one) => orgs.includes(one)) ?? viewer.orgs[0] ?? ''
      const seen = viewer.reach === 'city' || viewer.reach === 'authorities' ? viewer.reach : 'parties'
      await rowsOf(tx, sql`insert into file (jurisdiction, id, case_id, name, size, type, sha256, by_person, by_name, by_org, at, attachment, seen)
        values (${jurisdiction}, ${id}, ${sending.case}, ${sending.filename}, ${blob.size}, ${mime}, ${blob.sha256}, ${who.person}, ${who.name}, ${org}, ${now.toISOString()}, ${sending.attachment}, ${seen})`)
      return infoOf(await fileOf(context, id))
    })
  }

  async function send(request: FastifyRequest, reply: FastifyReply, file: Row) {
    const etag = `"${file.sha256}"`
    if (request.headers['if-none-match'] === etag) return reply.header('etag', etag).status(304).send()
    const size = Number(file.size)
    const asked = request.headers['if-range'] === undefined || request.headers['if-range'] === etag ? request.headers.range : undefined
    const range = rangeOf(asked, size)
    if (range === 'outside') {
      reply.header('content-range', `bytes */${size}`)
      throw new Refused(416, { zh: '所要的部分超出文件。', en: 'The range lies outside the file.' })
    }
    const state = await blobs.verify(file.sha256)
    if (state !== 'sound') throw damaged(request, file, state)
    const { stream } = await blobs.open(file.sha256, range).catch((error: unknown) => { throw error instanceof BlobMissing ? damaged(request, file, 'missing') : error })
    // Never shown in place: a file is handed out to be kept, and would run nothing of ours if it were opened here.
    reply.type(file.type).headers({
      etag, 'accept-ranges': 'bytes', 'content-length': range ? range.to - range.from + 1 : size, 'content-disposition': disposition(file.name),
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'", 'cross-origin-resource-policy': 'same-origin',
    })
    if (range) reply.status(206).header('content-range', `bytes ${range.from}-${range.to}/${size}`)
    return reply.send(stream)
  }

  return { sweepUploads: (now: Date) => sweepUploads(dataDir, now) }
}

const isSender = (sending: Sending, who: Who) => sending.person === who.person && sending.jurisdiction === who.jurisdiction

type Row = { id: string; case_id: string; name: string; size: string | number; type: string; sha256: string; by_person: string; by_name: string | null; by_org: string; at: string; attachment: string | null }
const columns = sql`id, case_id, name, size, type, sha256, by_person, by_name, by_org, at, attachment`

const infoOf = (row: Row): FileInfo =>
  ({ id: row.id, name: row.name, size: Number(row.size), type: row.type, sha256: row.sha256, by: row.by_name ?? row.by_person, at: new Date(row.at).toISOString(), attachment: row.attachment })

/** Under row security: what is hidden, was taken away or never was answers alike. */
async function fileOf({ tx, jurisdiction }: Context, id: string): Promise<Row> {
  const row = await rowOf<Row>(tx, sql`select ${columns} from file where jurisdiction = ${jurisdiction} and id = ${id} and removed_at is null`)
  if (!row) throw notFound()
  return row
}

const finished = ({ tx, jurisdiction }: Context, who: Who, id: string): Promise<Row | undefined> =>
  rowOf<Row>(tx, sql`select ${columns} from file where jurisdiction = ${jurisdiction} and id = ${id} and by_person = ${who.person} and removed_at is null`)

/** Readers of the material see its files without being a party to the case. */
async function filesOf(context: Context, given: string): Promise<FileInfo[]> {
  const { tx, jurisdiction } = context
  const rows = await rowsOf<Row>(tx, sql`select ${columns} from file where jurisdiction = ${jurisdiction} and removed_at is null
    and case_id = coalesce((select id from case_head where jurisdiction = ${jurisdiction} and (id = ${given} or number = ${given})), ${given}) order by at, id`)
  if (rows.length === 0) await idOf(context, given)
  return rows.map(infoOf)
}

/** Keeps the case from moving until the transaction ends; returns its parties. */
async function holdCase({ tx, jurisdiction }: Context, caseId: string): Promise<string[]> {
  const head = await rowOf<{ orgs: string[] }>(tx, sql`select orgs from case_head where jurisdiction = ${jurisdiction} and id = ${caseId} for share`)
  if (!head) throw notFound()
  return head.orgs
}

async function received(body: Readable, path: string, refusal: () => Refused, maxBytes: number) {
  let size = 0
  await pipeline(body, async function* (source: AsyncIterable<Buffer>) {
    for await (const bytes of source) {
      size += bytes.length
      if (size > maxBytes) throw refusal()
      yield bytes
    }
  }, createWriteStream(path, { mode: 0o600 }))
}

function tusReply(reply: FastifyReply, answer: Response) {
  const told = ['tus-resumable', 'tus-version', 'tus-extension', 'tus-max-size', 'location', 'upload-offset', 'upload-length', 'upload-defer-length', 'upload-metadata', 'upload-file']
  for (const name of told) { const value = answer.headers.get(name); if (value !== null) reply.header(name, value) }
  return reply.status(answer.status).send()
}

function damaged(request: FastifyRequest, file: Row, state: 'missing' | 'damaged'): Refused {
  request.log.error({ file: file.id, sha256: file.sha256, state }, 'the content of a file does not answer to its fingerprint')
  return new Refused(500, { zh: `“${file.name}”的内容与存入时的指纹不符，没有提供。请告知管理员从备份恢复。`, en: `The content of “${file.name}” no longer answers to its fingerprint and was not sent. Tell the administrator to restore it.` })
}

/** RFC 6266: a plain name for old clients, the true one in UTF-8 (RFC 5987). */
const disposition = (name: string) => {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/gu, '_')
  const exact = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}

/** One range as asked for; several, or none that is understood, mean the whole file. */
function rangeOf(header: string | undefined, size: number): ByteRange | undefined | 'outside' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  if (first === '') return Number(last) === 0 ? 'outside' : { from: Math.max(0, size - Number(last)), to: size - 1 }
  if (last !== '' && Number(last) < Number(first)) return undefined
  if (Number(first) >= size) return 'outside'
  return { from: Number(first), to: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
