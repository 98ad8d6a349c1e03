import { createHash, randomBytes } from 'node:crypto'
import fs, { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../test/town.ts'
import type { FileInfo, Problem } from '../contract.ts'
import { personId } from '../demo/institutions.ts'
import { plainPdf } from '../demo/pdf.ts'
import { rowsOf, sql } from './query.ts'
import { openSession } from './session.ts'
import { sweepUploads } from './uploads.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'zs-files-'))
const uploadsDir = join(dataDir, 'uploads')
let town: Town
let base: string
let [host, stranger, county, city, caseId, number] = ['', '', '', '', '', '']

beforeAll(async () => {
  town = await openTown({ dataDir })
  await town.app.listen({ port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${(town.app.server.address() as AddressInfo).port}`
  ;[host, stranger, county, city] = await Promise.all(['host.carbon', 'host.iron', 'county.yuci', 'city.officer'].map(tokenOf)) as [string, string, string, string]
  ;({ id: caseId, number } = await (await town.as('host.carbon')).opened('recognition') as unknown as { id: string; number: string })
})
afterAll(async () => {
  await town.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const tokenOf = (username: string) => openSession(town.pools.jobs, { jurisdiction: '140700', person: personId(username), now: town.now(), rules: { tries: 5, lockMinutes: 10, idleMinutes: 999_999, hours: 9999 } })
const call = (token: string, method: string, path: string, { body, headers = {} }: { body?: Buffer | object; headers?: Record<string, string> } = {}) => fetch(`${base}${path}`, {
  method, headers: { cookie: `zs=${token}`, ...(body && !Buffer.isBuffer(body) && { 'content-type': 'application/json' }), ...headers }, ...(body && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
})
const whole = (token: string, name: string, content: Buffer, about: { case?: string; attachment?: string } = {}) =>
  call(token, 'POST', `/api/files?${new URLSearchParams({ case: caseId, name, ...about })}`, { body: content, headers: { 'content-type': 'application/octet-stream' } })
const sent = async (token: string, name: string, content: Buffer, about: { case?: string; attachment?: string } = {}): Promise<FileInfo> => {
  const answer = await whole(token, name, content, about)
  if (answer.status !== 201) throw new Error(await answer.text())
  return await answer.json() as FileInfo
}
const problem = async (answer: Response) => ({ ...(await answer.json() as Problem), status: answer.status })

const tus = (more: Record<string, string> = {}) => ({ 'tus-resumable': '1.0.0', ...more })
const metadata = (about: Record<string, string>) => Object.entries(about).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',')
const begin = (token: string, filename: string, size: number, about: Record<string, string> = {}) =>
  call(token, 'POST', '/api/files/uploads', { headers: tus({ 'upload-length': String(size), 'upload-metadata': metadata({ filename, case: caseId, ...about }) }) })
const begun = async (token: string, filename: string, size: number, about: Record<string, string> = {}) => (await begin(token, filename, size, about)).headers.get('location') ?? ''
const piece = (token: string, url: string, offset: number, body: Buffer) =>
  call(token, 'PATCH', url, { body, headers: tus({ 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }) })
/** So many bytes of an upload have reached the folder. */
const arrived = (url: string, bytes: number) => expect.poll(() => statSync(join(uploadsDir, url.split('/').at(-1)!)).size, { timeout: 60_000 }).toBeGreaterThanOrEqual(bytes)
const offsetOf = async (token: string, url: string) => Number((await call(token, 'HEAD', url, { headers: tus() })).headers.get('upload-offset'))

const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const blobPath = (sha256: string) => join(dataDir, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
/** A PDF of so many bytes, each one different. */
function pdfOf(bytes: number): Buffer {
  const plain = plainPdf([`file ${randomBytes(8).toString('hex')}`])
  const filler = randomBytes(Math.ceil(bytes / 2)).toString('hex')
  const at = plain.indexOf('xref')
  return Buffer.concat([plain.subarray(0, at), Buffer.from(`%${filler.slice(0, bytes - plain.length - 2)}\n`), plain.subarray(at)])
}
const rows = (where = sql`true`) => rowsOf<{ id: string }>(town.pools.jobs, sql`select id from file where ${where}`)

const sentWithTus = (token: string, content: Buffer, about: Record<string, string>, uploadUrl?: string) => new Promise<{ url: string; id: string }>((resolve, reject) => {
  let id = ''
  const upload = new Upload(content, {
    endpoint: `${base}/api/files/uploads`, chunkSize: 400_000, retryDelays: [0, 50], metadata: { case: caseId, ...about }, headers: { cookie: `zs=${token}` }, ...(uploadUrl && { uploadUrl }),
    onAfterResponse: (_, response) => { id = response.getHeader('Upload-File') ?? id },
    onSuccess: () => resolve({ url: upload.url ?? '', id }), onError: reject,
  })
  upload.start()
})

test('a file sent in pieces comes back byte for byte under its name', async () => {
  const content = pdfOf(1_000_000)
  const { url, id } = await sentWithTus(host, content, { filename: '营业执照（副本）.pdf', attachment: 'A01', case: number })
  const info = await (await call(host, 'GET', `${new URL(url).pathname}/file`)).json() as FileInfo
  expect(info).toEqual({ id, name: '营业执照（副本）.pdf', size: 1_000_000, type: 'application/pdf', sha256: sha(content), by: '王建棠', at: town.now().toISOString(), attachment: 'A01' })
  const answer = await call(host, 'GET', `/api/files/${id}`)
  expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
  expect(Object.fromEntries(['content-type', 'x-content-type-options', 'etag', 'content-length', 'accept-ranges', 'cache-control'].map((name) => [name, answer.headers.get(name)]))).toEqual({
    'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', etag: `"${sha(content)}"`, 'content-length': '1000000', 'accept-ranges': 'bytes', 'cache-control': 'no-store' })
  expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
  expect(await (await call(host, 'GET', `/api/cases/${number}/files`)).json()).toContainEqual(info)
  expect(readdirSync(uploadsDir)).toEqual([])
})

test('an upload broken off in the middle goes on where it stopped', async () => {
  const content = pdfOf(3_000_000)
  const url = await begun(host, '审计报告.pdf', content.length)
  await new Promise<void>((resolve) => {
    const sending = httpRequest(`${base}${url}`, { method: 'PATCH', headers: { cookie: `zs=${host}`, 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', 'content-length': content.length } })
    sending.on('error', () => resolve())
    sending.write(content.subarray(0, 1_200_000))
    void arrived(url, 1).then(() => sending.destroy())
  })
  const offset = await offsetOf(host, url)
  expect(offset).toBeGreaterThan(0)
  expect(offset).toBeLessThan(content.length)
  const { id } = await sentWithTus(host, content, {}, `${base}${url}`)
  const answer = await call(host, 'GET', `/api/files/${id}`)
  expect(sha(Buffer.from(await answer.arrayBuffer()))).toBe(sha(content))
})

test('a sender whose connection died without a word does not lock the next one out', async () => {
  const content = pdfOf(50_000)
  const url = await begun(host, 'a.pdf', content.length)
  const silent = httpRequest(`${base}${url}`, { method: 'PATCH', headers: { cookie: `zs=${host}`, 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', 'content-length': content.length } })
  silent.on('error', () => {})
  silent.write(content.subarray(0, 10_000))
  await arrived(url, 10_000)
  // Asked while the silent one still holds its place: it would never be answered.
  expect(await offsetOf(host, url)).toBe(10_000)
  expect((await piece(host, url, 10_000, content.subarray(10_000))).status).toBe(204)
  silent.destroy()
})

test('after a restart an upload goes on: nothing of it was in the process', async () => {
  const content = pdfOf(20_000)
  const url = await begun(host, 'a.pdf', content.length)
  await piece(host, url, 0, content.subarray(0, 5000))
  const other = await openTownAgain()
  try {
    const answer = await other.inject({ method: 'PATCH', url, payload: content.subarray(5000), headers: { cookie: `zs=${host}`, ...tus({ 'content-type': 'application/offset+octet-stream', 'upload-offset': '5000' }) } })
    expect([answer.statusCode, answer.headers['upload-file']]).toEqual([204, url.split('/').at(-1)])
  } finally {
    await other.close()
  }
})

test('when the last answer was lost, asking again finishes the upload once', async () => {
  const content = pdfOf(20_000)
  const url = await begun(host, 'a.pdf', content.length)
  const id = url.split('/').at(-1) ?? ''
  // All bytes arrived, and then the process ended.
  writeFileSync(join(uploadsDir, id), content)
  const answers = await Promise.all([1, 2, 3].map(async () => (await call(host, 'GET', `${url}/file`)).json() as Promise<FileInfo>))
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(answers[0]).toMatchObject({ id, sha256: sha(content) })
  expect(await rows(sql`id = ${id}`)).toHaveLength(1)
  const head = await call(host, 'HEAD', url, { headers: tus() })
  expect([head.headers.get('upload-offset'), head.headers.get('upload-length'), head.headers.get('upload-file')]).toEqual(['20000', '20000', id])
})

test('an upload that is not complete has no file yet', async () => {
  const url = await begun(host, 'a.pdf', 1000)
  expect((await call(host, 'GET', `${url}/file`)).status).toBe(409)
  expect((await call(host, 'DELETE', url, { headers: tus() })).status).toBe(204)
  expect((await call(host, 'HEAD', url, { headers: tus() })).status).toBe(404)
})

test('50 MB is taken, one byte more is refused before and while it is sent', async () => {
  const most = 50 * 1_048_576
  const early = await problem(await begin(host, '大文件.pdf', most + 1))
  expect(early).toMatchObject({ status: 413, title: '“大文件.pdf”没有收下：超过 50 MB。', fields: [{ path: 'file', expected: 'pdf、jpg、png、ofd，至多 50 MB' }] })
  expect((await begin(host, '大文件.pdf', most)).status).toBe(201)
  // Without a length nobody knows before.
  const answer = await fetch(`${base}/api/files?${new URLSearchParams({ case: caseId, name: 'a.pdf' })}`, {
    method: 'POST', duplex: 'half', headers: { cookie: `zs=${host}`, 'content-type': 'application/octet-stream' },
    body: ReadableStream.from((async function* () { for (let at = 0; at < 50; at++) yield new Uint8Array(1_048_576); yield new Uint8Array(1) })()),
  } as RequestInit)
  expect(answer.status).toBe(413)
  const full = pdfOf(most)
  expect(await sent(host, '五十兆.pdf', full)).toMatchObject({ size: most, sha256: sha(full) })
})

test('more than was announced is refused', async () => {
  const url = await begun(host, 'a.pdf', 100)
  expect((await problem(await piece(host, url, 0, pdfOf(2000)))).status).toBe(413)
})

test('the content decides the type, and the refused upload is gone', async () => {
  const program = Buffer.from('#!/bin/sh\nthis is a program')
  const url = await begun(host, '申报书.pdf', program.length)
  const refused = await problem(await piece(host, url, 0, program))
  expect(refused).toMatchObject({ status: 415, title: '“申报书.pdf”没有收下：内容不是可收的格式。', fields: [{ path: 'file', expected: 'pdf、jpg、png、ofd，至多 50 MB' }] })
  expect((await call(host, 'HEAD', url, { headers: tus() })).status).toBe(404)
  expect((await problem(await whole(host, 'a.png', plainPdf(['x'])))).status).toBe(422)
  expect((await problem(await begin(host, '程序.exe', 10))).status).toBe(415)
  expect((await problem(await whole(host, '脚本.pdf', Buffer.from(plainPdf(['x']).toString().replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (1) >>'))))).title).toContain('脚本')
})

test.each(['法人证书（副本）.pdf', '𠮷𬸣.pdf', '晋中市𬸣纤维 “中试”.pdf', "a'(1)*%20;b.pdf", `${'晋'.repeat(83)}.pdf`, 'e\u0301te\u0301.pdf'])('the name %j goes round as it was typed', async (name) => {
  const content = pdfOf(2000)
  const { id } = await sentWithTus(host, content, { filename: name })
  const listed = await (await call(host, 'GET', `/api/cases/${caseId}/files`)).json() as FileInfo[]
  expect(listed.find((file) => file.id === id)?.name).toBe(name)
  const told = (await call(host, 'GET', `/api/files/${id}`)).headers.get('content-disposition') ?? ''
  expect(told).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%!#$&+.^_`|~-]+$/)
  expect(decodeURIComponent(told.split("UTF-8''")[1] ?? '')).toBe(name)
  expect((await sent(host, name, content)).name).toBe(name)
})

test.each(['../../etc/passwd.pdf', 'a/b.pdf', 'C:\\b.pdf', 'a\u0000b.pdf', '\u202Efdp.pdf', `${'晋'.repeat(84)}.pdf`, ''])('the name %j is refused, and the field is named', async (name) => {
  expect(await problem(await begin(host, name, 10))).toMatchObject({ status: 400, fields: [{ path: 'filename' }] })
})

test('what is missing in an upload is told', async () => {
  expect((await problem(await begin(host, 'a.pdf', 10, { attachment: 'A20' }))).fields?.[0]?.path).toBe('attachment')
  expect((await begin(host, 'a.pdf', 10, { case: 'RD-1999-0001' })).status).toBe(404)
  expect((await problem(await call(host, 'POST', '/api/files/uploads', { headers: tus({ 'upload-length': '3', 'upload-metadata': 'not base64!' }) }))).status).toBe(400)
  expect((await problem(await call(host, 'POST', '/api/files/uploads', { headers: { 'upload-length': '3', 'upload-metadata': metadata({ filename: 'a.pdf', case: caseId }) } }))).status).toBe(412)
  expect((await problem(await call(host, 'POST', `/api/files?case=${caseId}&name=a.pdf`, { body: { no: 'bytes' } }))).status).toBe(415)
  const url = await begun(host, 'a.pdf', 10)
  expect((await problem(await piece(host, url, 5, Buffer.from('12345')))).status).toBe(409)
})

test('nobody else can go on with an upload, ask about it, or read the file', async () => {
  const content = pdfOf(4000)
  const url = await begun(host, 'a.pdf', content.length)
  await piece(host, url, 0, content.subarray(0, 1000))
  const missing = `/api/files/uploads/${crypto.randomUUID()}`
  for (const token of [stranger, county, city]) {
    for (const at of [url, missing]) {
      expect((await call(token, 'HEAD', at, { headers: tus() })).status).toBe(404)
      expect((await piece(token, at, 1000, content.subarray(1000))).status).toBe(404)
      expect((await call(token, 'DELETE', at, { headers: tus() })).status).toBe(404)
      expect((await call(token, 'GET', `${at}/file`)).status).toBe(404)
    }
    expect((await begin(token, 'a.pdf', 10)).status).toBe(404)
  }
  for (const method of ['HEAD', 'PATCH', 'DELETE']) expect([method, (await call('0'.repeat(64), method, url, { headers: tus({ 'upload-offset': '1000' }) })).status]).toEqual([method, 401])
  expect((await fetch(`${base}/api/files/uploads`, { method: 'POST', headers: tus({ 'upload-length': '1' }) })).status).toBe(401)
  const { id } = await sentWithTus(host, content, {}, `${base}${url}`)
  const hidden = await problem(await call(stranger, 'GET', `/api/files/${id}`))
  const absent = await problem(await call(stranger, 'GET', `/api/files/${crypto.randomUUID()}`))
  expect({ ...hidden, number: '' }).toEqual({ ...absent, number: '' })
  expect((await call(stranger, 'GET', `/api/files/${id}`, { headers: { range: 'bytes=0-3' } })).status).toBe(404)
  for (const [method, body] of [['PUT', { attachment: 'A01' }], ['DELETE', undefined]] as const) expect((await call(stranger, method, `/api/files/${id}`, { body })).status).toBe(404)
  expect((await call(stranger, 'GET', `/api/cases/${caseId}/files`)).status).toBe(404)
  expect((await fetch(`${base}/api/files/${id}`)).status).toBe(401)
})

test('a part of a file is sent as asked', async () => {
  const content = pdfOf(10_000)
  const { id, sha256 } = await sent(host, 'a.pdf', content)
  const part = async (range: string, more: Record<string, string> = {}) => {
    const answer = await call(host, 'GET', `/api/files/${id}`, { headers: { range, ...more } })
    return [answer.status, answer.headers.get('content-range'), answer.status < 300 && Buffer.from(await answer.arrayBuffer()).toString('latin1')]
  }
  const text = content.toString('latin1')
  expect(await part('bytes=0-3')).toEqual([206, 'bytes 0-3/10000', '%PDF'])
  expect(await part('bytes=9990-')).toEqual([206, 'bytes 9990-9999/10000', text.slice(9990)])
  expect(await part('bytes=-5')).toEqual([206, 'bytes 9995-9999/10000', text.slice(-5)])
  expect(await part('bytes=9999-20000')).toEqual([206, 'bytes 9999-9999/10000', text.slice(-1)])
  expect(await part('bytes=10000-')).toEqual([416, 'bytes */10000', false])
  expect(await part('bytes=0-1,5-6')).toEqual([200, null, text])
  expect(await part('bytes=0-3', { 'if-range': '"another"' })).toEqual([200, null, text])
  expect(await part('bytes=0-3', { 'if-range': `"${sha256}"` })).toEqual([206, 'bytes 0-3/10000', '%PDF'])
  expect((await call(host, 'GET', `/api/files/${id}`, { headers: { 'if-none-match': `"${sha256}"` } })).status).toBe(304)
  const head = await call(host, 'HEAD', `/api/files/${id}`)
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '10000'])
})

test('content that changed or is missing on the disk is noticed, not handed out', async () => {
  const [changed, cut, lost] = [await sent(host, '变.pdf', pdfOf(3000)), await sent(host, '缺.pdf', pdfOf(3000)), await sent(host, '失.pdf', pdfOf(3000))]
  const bytes = readFileSync(blobPath(changed.sha256))
  bytes[1500] = (bytes[1500] ?? 0) ^ 1
  fs.chmodSync(blobPath(changed.sha256), 0o600)
  writeFileSync(blobPath(changed.sha256), bytes)
  truncateSync(blobPath(cut.sha256), 100)
  rmSync(blobPath(lost.sha256))
  for (const file of [changed, cut, lost]) {
    const answer = await call(host, 'GET', `/api/files/${file.id}`, { headers: { range: 'bytes=0-3' } })
    expect(answer.headers.get('content-disposition')).toBe(null)
    expect(await problem(answer)).toMatchObject({ status: 500, title: expect.stringContaining(`“${file.name}”的内容与存入时的指纹不符`) })
  }
})

test('what is answered as stored is on the disk first: bytes, folders, row, in this order', async () => {
  const order: string[] = []
  const handle = await open(uploadsDir)
  const prototype = Object.getPrototypeOf(handle) as { sync: () => Promise<void> }
  const { app } = town.pools
  const heard = new Set<unknown>()
  const [fsync, sync, connect] = [fs.fsync, prototype.sync, app.connect as () => Promise<unknown>]
  fs.fsync = ((fd: number, done: (error: Error | null) => void) => fsync(fd, (error) => { order.push('bytes'); done(error) })) as typeof fs.fsync
  prototype.sync = async function (this: unknown) { await sync.call(this as never); order.push('folder') }
  app.connect = (async () => {
    const client = await connect.call(app) as unknown as { query: (text: string, values?: unknown[]) => unknown }
    if (heard.has(client)) return client
    heard.add(client)
    const query = client.query.bind(client)
    client.query = (text, values) => {
      if (/^\s*insert into file/.test(text)) order.push('row')
      if (text === 'commit' && order.at(-1) === 'row') order.push('commit')
      return query(text, values)
    }
    return client
  }) as unknown as typeof app.connect
  try {
    const content = pdfOf(5000)
    const url = await begun(host, 'a.pdf', content.length)
    order.length = 0
    await piece(host, url, 0, content)
  } finally {
    fs.fsync = fsync
    prototype.sync = sync
    app.connect = connect as typeof app.connect
    await handle.close()
  }
  const story = order.join(' ')
  expect(story).toMatch(/folder.*\bbytes folder folder folder folder row commit$/)
  expect(order.filter((one) => one === 'row')).toHaveLength(1)
})

test('an attachment code can be given, changed and taken away; a file not handed in can be taken away', async () => {
  const { id } = await sent(host, 'a.pdf', pdfOf(2000))
  const put = async (attachment: string | null) => (await (await call(host, 'PUT', `/api/files/${id}`, { body: { attachment } })).json() as FileInfo).attachment
  expect([await put('A03'), await put('A19'), await put(null)]).toEqual(['A03', 'A19', null])
  expect((await call(host, 'PUT', `/api/files/${id}`, { body: { attachment: 'A00' } })).status).toBe(400)
  expect((await call(host, 'DELETE', `/api/files/${id}`)).status).toBe(200)
  expect((await call(host, 'GET', `/api/files/${id}`)).status).toBe(404)
  expect((await call(host, 'DELETE', `/api/files/${id}`)).status).toBe(404)
  expect((await (await call(host, 'GET', `/api/cases/${caseId}/files`)).json() as FileInfo[]).some((file) => file.id === id)).toBe(false)
})

test('what was handed in is readable by who judges it and stays; what was not, is not', async () => {
  const client = await town.as('host.iron')
  const { id: other } = await client.opened('recognition')
  const [handedIn, forgotten] = [await sent(stranger, '提交.pdf', pdfOf(2000), { case: other, attachment: 'A01' }), await sent(stranger, '未交.pdf', pdfOf(2000), { case: other })]
  await submitted(other, [handedIn.id])
  const names = async (token: string) => (await (await call(token, 'GET', `/api/cases/${other}/files`)).json() as FileInfo[]).map(({ name }) => name)
  expect([await names(stranger), await names(county), await names(city)]).toEqual([['提交.pdf', '未交.pdf'], ['提交.pdf'], ['提交.pdf']])
  expect((await call(city, 'GET', `/api/files/${handedIn.id}`)).status).toBe(200)
  expect((await call(city, 'GET', `/api/files/${forgotten.id}`)).status).toBe(404)
  expect((await call(host, 'GET', `/api/files/${handedIn.id}`)).status).toBe(404)

  // Submitted: the host can add, change and take away nothing.
  expect((await problem(await whole(stranger, 'late.pdf', pdfOf(2000), { case: other }))).status).toBe(409)
  expect((await call(stranger, 'PUT', `/api/files/${handedIn.id}`, { body: { attachment: 'A02' } })).status).toBe(409)
  expect((await call(stranger, 'DELETE', `/api/files/${forgotten.id}`)).status).toBe(409)
  // Not even by hand.
  await expect(rowsOf(town.pools.jobs, sql`update file set removed_at = now() where id = ${handedIn.id}`)).rejects.toThrow(/part of the record/)

  // County and city add evidence for their own side; the host reads it once an entry it may read names it.
  const [ofCounty, ofCity] = [await sent(county, '核查照片.pdf', pdfOf(2000), { case: other }), await sent(city, '会议纪要.pdf', pdfOf(2000), { case: other })]
  expect([await names(stranger), await names(county), await names(city)]).toEqual([
    ['提交.pdf', '未交.pdf'], ['提交.pdf', '核查照片.pdf'], ['提交.pdf', '核查照片.pdf', '会议纪要.pdf']])
  expect((await call(city, 'DELETE', `/api/files/${ofCounty.id}`)).status).toBe(403)
  await entry(other, 'city', { file: ofCity.id })
  expect((await call(stranger, 'GET', `/api/files/${ofCity.id}`)).status).toBe(404)
  await entry(other, 'parties', { file: ofCity.id })
  expect((await call(stranger, 'GET', `/api/files/${ofCity.id}`)).status).toBe(200)
  expect((await call(city, 'DELETE', `/api/files/${ofCity.id}`)).status).toBe(409)
  expect((await call(county, 'DELETE', `/api/files/${ofCounty.id}`)).status).toBe(200)

  // An expert without a part in the case reads what the snapshot names, and nothing else.
  const expert = await tokenOf('expert.01')
  expect((await call(expert, 'GET', `/api/files/${handedIn.id}`)).status).toBe(404)
  await rowsOf(town.pools.jobs, sql`insert into case_reader (jurisdiction, case_id, person, panel_id) values ('140700', ${other}, ${personId('expert.01')}, 'panel')`)
  await rowsOf(town.pools.jobs, sql`insert into document (jurisdiction, case_id, sha256, kind, body, at) values ('140700', ${other}, ${'1'.repeat(64)}, 'application', ${JSON.stringify({ files: [{ id: handedIn.id }] })}::jsonb, now())`)
  expect((await call(expert, 'GET', `/api/files/${handedIn.id}`)).status).toBe(200)
  expect(await names(expert)).toEqual(['提交.pdf'])
  expect((await call(expert, 'GET', `/api/files/${ofCounty.id}`)).status).toBe(404)
})

test('a case that is submitted while an upload is under way does not take it any more', async () => {
  const client = await town.as('host.iron')
  const { id: other } = await client.opened('recognition')
  const content = pdfOf(2000)
  const url = await begun(stranger, 'a.pdf', content.length, { case: other })
  await submitted(other, [])
  expect((await piece(stranger, url, 0, content)).status).toBe(409)
  expect(await rows(sql`case_id = ${other}`)).toEqual([])
})

test('uploads nobody goes on with are swept after a day, others stay', async () => {
  const [old, young] = [await begun(host, 'a.pdf', 10_000), await begun(host, 'b.pdf', 10_000)].map((url) => url.split('/').at(-1) ?? '') as [string, string]
  const draft = join(dataDir, 'blobs', 'incoming', 'left-behind')
  writeFileSync(draft, 'half')
  const now = Date.now()
  const before = readdirSync(uploadsDir).length
  for (const path of [join(uploadsDir, old), join(uploadsDir, `${old}.json`), join(uploadsDir, `${young}.json`), draft]) utimesSync(path, (now - 25 * 3_600_000) / 1000, (now - 25 * 3_600_000) / 1000)
  expect(await sweepUploads(dataDir, new Date(now))).toBe(3)
  expect([old, `${old}.json`, young, `${young}.json`].map((name) => existsSync(join(uploadsDir, name)))).toEqual([false, false, true, true])
  expect([readdirSync(uploadsDir).length, existsSync(draft)]).toEqual([before - 2, false])
  expect((await call(host, 'HEAD', `/api/files/uploads/${old}`, { headers: tus() })).status).toBe(404)
  expect(await offsetOf(host, `/api/files/uploads/${young}`)).toBe(0)
  expect(await sweepUploads(dataDir, new Date(now + 25 * 3_600_000))).toBeGreaterThan(0)
  expect(readdirSync(uploadsDir)).toEqual([])
})

test('a hundred requests in no shape leave the server standing', async () => {
  for (let at = 0; at < 100; at++) {
    await new Promise<void>((resolve) => {
      const sending = httpRequest(`${base}/api/files/uploads${at % 3 ? `/${crypto.randomUUID()}` : ''}`, { method: at % 2 ? 'PATCH' : 'POST', headers: { cookie: `zs=${host}`, ...tus({ 'upload-length': String(at * 7), 'upload-offset': '-1', 'content-type': 'application/offset+octet-stream', 'upload-metadata': randomBytes(at).toString('latin1').replaceAll(/[^\x20-\x7e]/g, '') || 'x', 'content-length': '5000' }) } })
      sending.on('error', () => resolve())
      sending.on('response', (answer) => { answer.resume(); answer.on('end', resolve); answer.on('error', () => resolve()) })
      sending.write(randomBytes(at * 10), () => { if (at % 5 === 0) sending.destroy() })
      setTimeout(() => sending.destroy(), 300)
    })
  }
  expect((await call(host, 'GET', '/healthz')).status).toBe(200)
  expect(statSync(uploadsDir).mode & 0o077).toBe(0)
})

/** A second server on the same data, as after a restart. */
async function openTownAgain() {
  const { openApp } = await import('../app.ts')
  const { app } = await openApp({ pools: town.pools, clock: town.now, newId: town.newId, jurisdiction: '140700', demo: true, dataDir })
  await app.ready()
  return app
}

/** Brings a case before county and city as a submission would, with these files in it. */
async function submitted(id: string, files: string[]) {
  await entry(id, 'parties', { signedBy: '李秀岚', submission: { snapshot: '0'.repeat(64), formVersion: '2026', files: files.map((file) => ({ id: file, name: 'x', sha256: '', attachment: 'A01' })), facts: { name: '示例' }, hosts: [{ org: 'org-iron', name: '示例', demo: true }], county: '140702', agreement: null } }, 'submit', 'submitted')
  await rowsOf(town.pools.owner, sql`update case_head set orgs = orgs || array['county.140702', 'city.140700'] where id = ${id}`)
}

async function entry(id: string, seen: string, data: object, did = 'examine', to = 'submitted') {
  const body = { did, on: '2026-11-23', law: 'Art. 10(1)', to, data, verdicts: [], by: { person: 'x', name: 'x', role: 'host.admin', org: 'org-iron' } }
  await rowsOf(town.pools.jobs, sql`insert into case_entry (jurisdiction, case_id, no, did, by_person, at, seen, body, prev, hash)
    select '140700', ${id}, max(no) + 1, ${did}, 'x', now(), ${seen}, ${JSON.stringify(body)}::jsonb, '', '' from case_entry where case_id = ${id}`)
}
