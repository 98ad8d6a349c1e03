/** Cases of one county with a mark in every text people write: whoever reads a mark reads the case. */
import type { FileInfo } from '../src/contract.ts'
import type { DemoApplication } from '../src/demo/applications.ts'
import { briefOf } from '../src/demo/organisations.ts'
import { plainPdf } from '../src/demo/pdf.ts'
import { engines } from '../src/engines.ts'
import { disassemble, assemble } from '../src/procedures/recognition/recognition.draft.ts'
import { formOf } from '../src/procedures/recognition/recognition.form.ts'
import { validate } from '../src/procedures/recognition/recognition.form.validate.ts'
import { casework } from './casework.ts'
import type { Town } from './town.ts'

/** Two characters that stand together in no other text of the town, and where it was written. */
const mark = '雀鸣'
export const marksIn = (text: string): string[] => [...new Set(unescaped(text).match(/雀鸣[A-Za-z0-9.]*/g) ?? [])].sort()
const unescaped = (text: string) => {
  try {
    return `${text} ${decodeURIComponent(text)}`
  } catch {
    return text
  }
}

/** Adds the mark to every text the command takes it in; names of things (ids, items, batches) stay. */
const fixed = new Set(['about', 'cases', 'experts', 'expert', 'by', 'batch', 'because', 'order', 'item', 'org', 'path', 'rubric', 'documentNo', 'agreement', 'commitments'])
function marked(procedure: string, step: string, body: object): object {
  const command = engines[procedure]?.commands[step]
  const walk = (value: unknown, path: string[]): void => {
    if (value === null || typeof value !== 'object') return
    for (const [key, item] of Object.entries(value)) {
      if (fixed.has(key)) continue
      if (typeof item !== 'string') {
        walk(item, [...path, key])
        continue
      }
      const held = value as Record<string, unknown>
      held[key] = `${item}${mark}${step}.${key}`
      if (!command?.safeParse(copy).success) held[key] = item
    }
  }
  const copy = structuredClone(body)
  walk(copy, [])
  // Whoever signs is named as in the group.
  const { group } = copy as { group?: { name: string }[] }
  return step === 'recordSiteVisit' && group ? { ...copy, signedBy: group.map(({ name }) => name) } : copy
}

/** Every answer of the form that is free text carries the mark, as far as the form still accepts it. */
function markedApplication(application: DemoApplication): DemoApplication {
  const form = formOf(application.formVersion)
  const values: Record<string, unknown> = disassemble(application.data)
  const attachments = application.attachments.map((file) => ({ ...file, name: file.name.replace('.pdf', `${mark}file.${file.attachment}.pdf`) }))
  const textual = new Set(
    form.sections
      .flatMap(({ id, fields, tables }) => [
        ...fields.map((field) => ({ at: `${id}.${field.id}`, field })),
        ...tables.flatMap((table) => table.columns.map((field) => ({ at: `${id}.${table.id}.*.${field.id}`, field }))),
      ])
      .filter(({ field }) => ['text', 'longText'].includes(field.type) && !field.pattern && !field.computed)
      .map(({ at }) => at),
  )
  // Marks set names apart that the form compares: it asks for a word on them.
  values['F.staffNote'] ??= '社保由集团统一缴纳，见附件。'
  const known = validate(form, application.data, attachments).length
  for (const [path, value] of Object.entries(values)) {
    const parts = path.split('.')
    const kind = parts.length === 4 ? `${parts[0]}.${parts[1]}.*.${parts[3]}` : path
    // What is looked up by name elsewhere keeps its name.
    if (typeof value !== 'string' || !textual.has(kind) || ['A.direction', 'B.name', 'A.leadOrg'].includes(path)) continue
    values[path] = `${value}${mark}${path}`
    if (validate(form, assemble(values), attachments).length > known) values[path] = value
  }
  values['A.direction'] = `${values['A.direction'] as string}${mark}`
  return { ...application, data: assemble(values), attachments }
}

export type MarkedWorld = Awaited<ReturnType<typeof markedWorld>>

/** Lingshi has a draft and a case that went the whole way to a refusal; Taigu has one ordinary case of its own. */
export async function markedWorld(town: Town) {
  const plain = casework(town)
  const work = casework(town, { writing: marked, applying: markedApplication })
  const own = await plain.submitted('iron')
  const draft = await work.filled('binder')
  const upload = await (await work.host(draft)).attaches(draft.id, 'A10', `上传${mark}upload.pdf`, plainPdf(['marked']))

  const foreign = await work.submitted('coke')
  await work.step(foreign, work.county(foreign, 'county.officer'), 'returnForSupplement', { items: work.items })
  await work.step(foreign, work.host(foreign), 'submit', { answers: work.answers })
  await work.recommends(foreign)
  await work.step(foreign, town.as('city.officer'), 'requestSupplement', { items: work.items })
  await work.step(foreign, work.host(foreign), 'supplement')
  await work.queues(foreign)
  const panel = await work.concluded([foreign])
  await work.decided(foreign, 'decline')
  const city = await town.as('city.officer')
  const [number, draftNumber, panelNumber] = [
    (await city.detail(foreign.id)).case.number,
    (await (await work.host(draft)).detail(draft.id)).case.number,
    (await city.detail(panel.id)).case.number,
  ]
  const files = (await (await work.host(foreign)).call<FileInfo[]>('GET', `/api/cases/${foreign.id}/files`)).body
  return {
    plain,
    own,
    draft,
    foreign,
    panel,
    numbers: [number, draftNumber, panelNumber],
    files: [upload.id, ...files.slice(0, 2).map(({ id }) => id)],
    hostName: briefOf('coke').host,
    members: panel.members.map(({ username }) => username),
  }
}
