/** The door of recognition: what its rules need looked up, what its entries need completed, who may see what. */
import { afterWorkingDays, type Day, isWorking, nextWorkingDay } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { Context, Rules, Viewer } from '../../platform/case-log.ts'
import { nextNumber } from '../../platform/case-log.ts'
import { documentNumber } from '../../platform/document-number.ts'
import { fingerprint } from '../../platform/canonical.ts'
import { badInput } from '../../platform/problem.ts'
import { json, rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import { divisions, placeNames } from '../../settings/divisions.ts'
import { listedFields } from '../../settings/fields.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { openChecks, reasonsOf } from './recognition.precheck.ts'
import { countyQuestions, formItemsWith, scoresOf } from './recognition.review.ts'
import { agreementOf, appliedOf, headlineOf } from './recognition.facts.ts'
import type { RecognitionCase, RecognitionStatus, Submission } from './recognition.case.ts'
import { assemble } from './recognition.draft.ts'
import { factsOf } from './recognition.form.facts.ts'
import type { ApplicationData, AttachedFile, Form } from './recognition.form.grammar.ts'
import { formAsking, formOf } from './recognition.form.ts'
import { validate } from './recognition.form.validate.ts'
import type { RecognitionFound } from './recognition.ts'

export type Material = { form: Form; data: ApplicationData; files: (AttachedFile & { sha256: string })[]; version: number }
const editable: RecognitionStatus[] = ['draft', 'returned', 'supplementing']

/** The draft as it lies on the server, with its files; undefined when the viewer has no part in it. */
export async function draftOf({ tx, jurisdiction, rules }: Context, caseId: string): Promise<Material | undefined> {
  const draft = await rowOf<{ form_version: string; version: number }>(tx, sql`select form_version, version from draft where jurisdiction = ${jurisdiction} and case_id = ${caseId}`)
  if (!draft) return undefined
  const values = await rowsOf<{ path: string; value: unknown }>(tx, sql`select path, value from draft_value where jurisdiction = ${jurisdiction} and case_id = ${caseId}`)
  return { form: formAsking(formOf(draft.form_version), (rules as unknown as RulesInForce).settings['form.attachments']), version: draft.version, data: assemble(Object.fromEntries(values.map(({ path, value }) => [path, value]))), files: await filesOf(tx, jurisdiction, caseId) }
}
const filesOf = (tx: Tx, jurisdiction: string, caseId: string) => rowsOf<AttachedFile & { sha256: string }>(tx, sql`
  select id, name, sha256, attachment from file where jurisdiction = ${jurisdiction} and case_id = ${caseId} and removed_at is null and attachment is not null order by at, id`)

export async function look(tx: Tx, about: { context: Context; caseId: string; file: RecognitionCase; step: string | null; data: Record<string, unknown> }): Promise<RecognitionFound> {
  const { context, caseId, file, step, data } = about
  const { jurisdiction, today } = context
  const { settings, lapsedOn, authorityBasis } = context.rules as unknown as RulesInForce
  const concerns = (...steps: string[]) => step === null || steps.includes(step)
  const material = editable.includes(file.status) && concerns('submit', 'supplement', 'confirmPartnership') ? await draftOf(context, caseId) : undefined
  const facts = material && factsOf(material.data, material.files)
  const hosts = [...file.hosts, ...file.partners].map(({ name }) => name)
  const name = facts?.name ?? file.title
  const taken = name && concerns('submit', 'supplement', 'recognise') ? await rowOf<{ taken: boolean }>(tx, sql`select sec.name_taken(${jurisdiction}, ${name}, ${caseId}) as taken`) : undefined
  const batchId = typeof data.batch === 'string' ? data.batch : undefined
  const batch = batchId ? await rowOf<{ name: string; closes_on: string; closed: boolean }>(tx, sql`select name, closes_on, closed from batch where jurisdiction = ${jurisdiction} and id = ${batchId} and (not extra or decided_by is not null and refusal is null)`) : undefined
  const notice = file.notice && concerns('recognise') ? await rowOf<{ closed_on: string | null }>(tx, sql`select closed_on from notice where jurisdiction = ${jurisdiction} and case_id = ${file.notice.id}`) : undefined
  return {
    applied: facts && material && appliedOf(facts, material.data, { today, settings, listed: listedFields, places: placeNames, hosts }),
    issues: material && validate(material.form, material.data, material.files),
    openChecks: material && openChecks({ form: material.form, data: material.data, attachments: material.files, settings, today }),
    agreement: material ? fingerprint(agreementOf(material.data)) : null,
    takenNames: taken?.taken ? [name] : [],
    underWay: concerns('submit') && file.status === 'draft' ? await underWay(tx, jurisdiction, file.lead, caseId) : [],
    bars: await barsOf(tx, jurisdiction, file.lead, settings),
    questions: countyQuestions, formItems: formItemsWith(settings),
    batch: batch && { name: batch.name, cutOff: batch.closes_on, closedOn: batch.closed ? batch.closes_on : undefined },
    scores: scoresOf(file, settings['score.meetingWeight']), reasons: material ? reasonsOf(material.data) : step === 'recordSiteVisit' ? differencesExplained(data) : {},
    visitAhead: visitAhead(context, file, step, data),
    limits: { pass: settings['score.pass'], partMin: settings['score.partMin'], perBatch: settings['application.perBatch'], groupSize: settings['site.groupSize'], tolerance: settings['site.tolerance'], majority: settings['panel.majority'], areaTolerance: settings['site.areaTolerance'], rectificationMonths: settings['rectification.months'], visitAhead: settings['site.noticeDays'] },
    lapsedOn, authorityBasis, noticeClosedOn: notice?.closed_on ?? undefined,
  }
}

/** Bars after a revocation, of any base this host carried or helped to carry: what was served is public. */
async function barsOf(tx: Tx, jurisdiction: string, lead: string, settings: RulesInForce['settings']): Promise<RecognitionFound['bars']> {
  const rows = await rowsOf<{ base_name: string; served_on: string; grounds: string[] }>(tx, sql`select base_name, served_on, grounds from revocation where jurisdiction = ${jurisdiction} and served_on is not null and hosts @> ${json([{ org: lead }])} order by served_on`)
  const falsified = rows.filter(({ grounds }) => grounds.includes('falsehood')).at(-1)
  return {
    falsifiedOn: falsified?.served_on, banYears: settings['application.banYears'],
    revoked: rows.flatMap(({ base_name, served_on, grounds }) => {
      const others = grounds.filter((ground) => ground !== 'falsehood')
      const years = Math.max(0, ...others.map((ground) => (ground === 'accident' ? settings['revocation.accidentYears'] : settings['revocation.reapplyYears'])))
      return others.length > 0 ? [{ base: base_name, servedOn: served_on, years }] : []
    }),
  }
}

/** From the notice to the day of the visit: of the notice about to be sent, or of the one that was. */
function visitAhead({ today, rules }: Context, file: RecognitionCase, step: string | null, data: Record<string, unknown>): number | undefined {
  const [noticed, on] = step === 'notifyVisit' ? [today, data.visitOn] : [file.visitNotice?.on, data.visitedOn]
  return noticed && typeof on === 'string' ? (on < noticed ? 0 : rules.between(noticed, on)) : undefined
}

/** What was written on the spot beside a difference is the reason for it. */
function differencesExplained(data: Record<string, unknown>): Record<string, string> {
  const notes = (Array.isArray(data.checks) ? data.checks as { item?: string; result?: string; note?: string }[] : []).flatMap(({ item, result, note }) => (note && result !== 'conforms' ? [`${item}：${note}`] : []))
  return notes.length > 0 ? { figuresConfirmed: notes.join('；') } : {}
}

const underWay = async (tx: Tx, jurisdiction: string, lead: string, caseId: string): Promise<string[]> => (await rowsOf<{ number: string }>(tx, sql`
  select number from case_list where jurisdiction = ${jurisdiction} and procedure = 'recognition' and case_id <> ${caseId} and hosts->0->>'org' = ${lead}
     and status not in ('draft', 'withdrawn', 'notRecommended', 'formRejected', 'notShortlisted', 'declined', 'recognised')`)).map(({ number }) => number)

/** What the door alone knows: snapshots, numbers, fingerprints, due days. */
export async function complete(tx: Tx, about: { context: Context; caseId: string; file: RecognitionCase; step: string; data: Record<string, unknown>; found: unknown }): Promise<Record<string, unknown>> {
  const { context, caseId, file, step, data } = about
  const found = about.found as RecognitionFound
  const { jurisdiction, today, rules } = context
  const { settings } = rules as unknown as RulesInForce
  const year = Number(today.slice(0, 4))
  switch (step) {
    case 'open': return { ...data, hosts: await openDraft(tx, { context, caseId, lead: file.lead }) }
    case 'invitePartners': {
      const partners = await partnersNamed(tx, data.partners as { org: string }[], file.lead)
      await rowsOf(tx, sql`update draft set readers = ${partners.map(({ org }) => org)} where jurisdiction = ${jurisdiction} and case_id = ${caseId}`)
      return { ...data, partners }
    }
    case 'confirmPartnership': return { ...data, agreement: found.agreement }
    case 'submit': case 'supplement': return { ...data, submission: await freeze(tx, { context, caseId, file }) }
    case 'returnForSupplement': case 'requestSupplement': return { ...data, dueOn: rules.due(today, settings['supplement.replyDays']).day }
    // One extension, from the day it was due.
    case 'extendReturn': case 'extendSupplement': return { ...data, dueOn: rules.due(file.notices.at(-1)?.dueOn ?? today, settings['supplement.extraDays']).day }
    case 'recommend': return { ...data, letterNo: data.letterNo ?? await nextNumber(context, 'TJ', year, 4) }
    case 'acceptForm': return { ...data, receiptNo: await nextNumber(context, 'SL', year, 4), regulation: 'jinzhong-2023' }
    case 'recordSiteVisit': return { ...data, total: Object.values(data.scores as Record<string, number>).reduce((sum, points) => sum + Math.round(points * 100), 0) / 100 }
    case 'propose': return { ...data, composite: found.scores.composite?.toFixed(2) ?? null }
    case 'recognise': return { ...data, name: file.title, baseId: await nextNumber(context, 'JZ-ZS', year, 3), certificateNo: await nextNumber(context, 'JZZSJD', year, 3), documentNo: data.documentNo ?? await documentNumber(context, settings['document.code'], year) }
    default: return data
  }
}

/** Partners under the names of the register: a name typed by the applicant would stand on the public list. */
async function partnersNamed(tx: Tx, invited: { org: string }[], lead: string): Promise<{ org: string; name: string }[]> {
  const known = new Map((await rowsOf<{ id: string; name: string }>(tx, sql`select id, name from sec.partners(${invited.map(({ org }) => org)}::text[])`)).map(({ id, name }) => [id, name]))
  const faults = invited.flatMap(({ org }, at) => (known.has(org) && org !== lead && invited.findIndex((one) => one.org === org) === at ? [] : [{ path: `partners.${at}.org`, expected: { zh: '在册的其他依托单位，各一次', en: 'another institution on the register, each once' } }]))
  if (faults.length > 0) throw badInput(faults)
  return invited.map(({ org }) => ({ org, name: known.get(org) ?? '' }))
}

/** Opens the draft with what the register already knows of the host: filled once. */
async function openDraft(tx: Tx, { context, caseId, lead }: { context: Context; caseId: string; lead: string }) {
  const { jurisdiction, actor, now } = context
  const org = await rowOf<{ name: string; uscc: string | null; uscc_note: string | null; host_type: string | null; address: string | null; office_phone: string | null; legal_representative: string | null; division: string | null; established_on: string | null; demo: boolean }>(tx, sql`
    select name, uscc, uscc_note, host_type, address, office_phone, legal_representative, division, established_on, demo from organisation where jurisdiction = ${jurisdiction} and id = ${lead}`)
  const { settings } = context.rules as unknown as RulesInForce
  await rowsOf(tx, sql`insert into draft (jurisdiction, case_id, form_version, orgs) values (${jurisdiction}, ${caseId}, ${settings['form.version']}, ${[lead]})`)
  const known: Record<string, unknown> = { 'A.leadOrg': lead, 'A.county': org?.division, 'A.address': org?.address, 'A.contactPhone': org?.office_phone, 'A.filledOn': context.today, 'B.name': org?.name, 'B.uscc': org?.uscc, 'B.usccNote': org?.uscc_note, 'B.nature': org?.host_type, 'B.legalRepresentative': org?.legal_representative, 'B.registeredAddress': org?.address, 'B.county': org?.division, 'B.establishedOn': org?.established_on }
  const values = Object.entries(known).filter(([, value]) => value !== null && value !== undefined)
  for (const [path, value] of values) {
    await rowsOf(tx, sql`insert into draft_value (jurisdiction, case_id, path, value, version, by_person, by_name, at) values (${jurisdiction}, ${caseId}, ${path}, ${json(value)}, 0, ${actor.person}, ${actor.name}, ${now.toISOString()})`)
  }
  return [{ org: lead, name: org?.name ?? lead, demo: org?.demo ?? false }]
}

/** Freezes the application: the snapshot is stored under its fingerprint, the entry carries the fingerprint. */
async function freeze(tx: Tx, { context, caseId, file }: { context: Context; caseId: string; file: RecognitionCase }): Promise<Submission> {
  const { jurisdiction, now } = context
  const material = await draftOf(context, caseId)
  if (!material) throw new Error(`case ${caseId} has no draft to submit`)
  const { form, data, files } = material
  const body = { formVersion: form.version, data, files }
  const snapshot = fingerprint(body)
  await rowsOf(tx, sql`insert into document (jurisdiction, case_id, sha256, kind, body, at) values (${jurisdiction}, ${caseId}, ${snapshot}, 'application', ${json(body)}, ${now.toISOString()}) on conflict do nothing`)
  const facts = factsOf(data, files)
  const partners = file.partners.filter(({ answer }) => answer === 'confirmed').map(({ org, name }) => ({ org, name, demo: name.includes('演示') }))
  return { snapshot, formVersion: form.version, files: files.map(({ id, name, sha256, attachment }) => ({ id, name, sha256, attachment })), facts: headlineOf(facts), hosts: [...file.hosts.slice(0, 1), ...(facts.joint ? partners : [])], county: facts.county ?? '', agreement: facts.joint ? fingerprint(agreementOf(data)) : null }
}

export const list = (file: RecognitionCase) => ({ title: file.title, hosts: file.hosts, county: file.county, field: file.facts?.field ?? null, track: file.facts?.track ?? null, batch: file.batch, search: file.receiptNo ?? '', base: file.recognition?.baseId ?? null })

/** The days of the notice, from the next working day when it is opened at the earliest then. */
export function foresees({ step, today, rules }: { step: string; today: Day; rules: Rules }): Words[] {
  if (step !== 'approve' && step !== 'openNotice') return []
  const { calendar, settings } = rules as unknown as RulesInForce
  const first = step === 'approve' || !isWorking(calendar, today) ? nextWorkingDay(calendar, today).day : today
  const days = settings['publicity.days']
  const { day, provisional } = afterWorkingDays(calendar, first, days, { countFirst: settings['publicity.countFirstDay'] })
  const until = `${day}${provisional ? '（暂定）' : ''}`
  return [step === 'approve'
    ? { zh: `公示 ${days} 个工作日，最早 ${first} 至 ${until}；公示无异议后才签发认定`, en: `Public notice of ${days} working days, at the earliest ${first} to ${day}${provisional ? ' (provisional)' : ''}; recognition follows only when it is clear` }
    : { zh: `公示期 ${first} 至 ${until}，${days} 个工作日`, en: `On notice from ${first} to ${day}${provisional ? ' (provisional)' : ''}, ${days} working days` }]
}

/** Under county review, first the officer examines, then the lead signs. */
export const waitsEarlier = (file: RecognitionCase) => file.examination === null

/** A day the case itself names: of a rectification, or of a supplement that was extended. */
export function dueOn({ status, rectification, notices }: RecognitionCase): Day | undefined {
  if (status === 'rectifying') return rectification?.dueOn
  const notice = notices.at(-1)
  return notice?.extended && ['returned', 'supplementing'].includes(status) ? notice.dueOn : undefined
}

export const visibleTo = (file: RecognitionCase) => ({ orgs: [...new Set([...Object.values(file.parties).flat().filter((party) => party !== 'system')] as string[])], people: [] })

/** Parties see where the file lies and what was decided; the county its own work too; the city everything. */
export function show(file: RecognitionCase, viewer: Viewer): Record<string, unknown> {
  const { parties: _parties, examination, panel, visit, proposal, city: _city, ...told } = file
  switch (viewer.reach) {
    case 'city': return { ...told, examination, panel, visit, proposal }
    case 'authorities': return { ...told, examination }
    case 'parties': case 'admin': case 'public': return told
  }
}

export const divisionName = (code: string) => divisions.find((division) => division.code === code)?.words
