/** The door of an assessment: what its rules need looked up, what its entries need completed, who may see what. */
import { plusMonths } from '../../kernel/day.ts'
import type { AlsoWaits, AnyCase, Context, Viewer } from '../../platform/case-log.ts'
import { documentNumber } from '../../platform/document-number.ts'
import { Refused } from '../../platform/problem.ts'
import { rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import { grades } from '../../regulation/jinzhong-2023/article-18-grades.ts'
import { type Indicator, indicatorItems, indicatorsOf } from '../../settings/assessment-indicators-2026.ts'
import { excellentSeats, reckon, type ScoreFacts, type Sheet, sheetFaults, totalOf } from '../../settings/assessment-score.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { baseAtHand, noticeAround } from '../base-at-hand.ts'
import { drawSample } from '../drawn-sample.ts'
import { type AssessmentCase, type AssessmentStatus, isEstimated, isSettled, standing } from './assessment.case.ts'
import { consequenceOf, countedBeside } from './assessment.consequences.ts'
import { figuresNow, freezeReport, frozenOf, issuesIn, reportDraft, withHand } from './assessment.material.door.ts'
import { type AssessmentFound, lateOf } from './assessment.ts'

const rulesOf = (context: Context) => context.rules as unknown as RulesInForce

/** The report can be written: before it is signed, when it was returned, or while December waits. */
export const isWritable = (file: AssessmentCase): boolean => ['reporting', 'deferralAsked', 'supplementing'].includes(file.status) || ((file.status === 'endorsed' || file.status === 'verified') && isEstimated(file) && !isSettled(file))

export async function look(tx: Tx, about: { context: Context; caseId: string; file: AssessmentCase; step: string | null; data: Record<string, unknown> }): Promise<AssessmentFound> {
  const { context, caseId, file, step, data } = about
  const { settings, lapsedOn, authorityBasis } = rulesOf(context)
  const concerns = (...steps: string[]) => step === null || steps.includes(step)
  const draft = isWritable(file) && concerns('report', 'supplement', 'trueUp', 'trueUpAtCity') ? await reportDraft(tx, context.jurisdiction, caseId) : undefined
  const graded = concerns('proposeGrade', 'decideGrade', 'upholdReview') && context.viewer.reach === 'city'
  if (graded && step !== null) await oneAtATime(tx, file)
  const base = file.base && concerns('conclude', 'concludePoor', 'concludeTwicePoor', 'discontinue') ? await baseAtHand(tx, context.jurisdiction, file.base.id) : undefined
  return {
    draft: draft && { issues: issuesIn(draft).map(({ place, expected }) => ({ place, expected })), plan: draft.data.L !== undefined, evidence: draft.files.length + (await evidenceOf(context, file)) },
    experts: step === 'inviteExperts' ? await expertsNamed(tx, context, file, (data.experts as string[] | undefined) ?? []) : { unlisted: [], ofBase: [] },
    sheetFaults: step === 'score' || step === 'rescore' || step === 'scoreDesk' ? await faultsOf(context, caseId, file, step, data) : [],
    lines: { excellent: settings['grade.excellent'], good: settings['grade.good'], fair: settings['grade.fair'] },
    cap: graded ? await capOf(tx, context, caseId, file) : { others: 0, seats: 0, assessed: 0 }, spotDrawn: concerns('proposeGrade') && file.status === 'scored' && (await isDrawn(tx, context.jurisdiction, file)),
    series: base ? countedBeside(base.grades, await rowsOf<{ year: number; status: string }>(tx, sql`select year, status from assessment where jurisdiction = ${context.jurisdiction} and base_id = ${base.id}`), file.year) : [], live: base === undefined || !['revoked', 'left'].includes(base.status),
    limits: { deskExperts: settings['assess.deskExperts'], spotEdges: settings['assess.spotEdges'], reminders: settings['assess.reminders'] }, lapsedOn, authorityBasis,
  }
}

/** Two people who propose at once could both take the last seat: the second is asked to try again. */
async function oneAtATime(tx: Tx, file: AssessmentCase) {
  const row = await rowOf<{ held: boolean }>(tx, sql`select pg_try_advisory_xact_lock(hashtextextended(${`grades of ${file.campaign?.id}`}, 0)) as held`)
  if (!row?.held) throw new Refused(409, { zh: '同一年度正有人在定档，请稍后再试。', en: 'Somebody is grading this campaign at this moment; try again.' })
}

const evidenceOf = async (context: Context, file: AssessmentCase) => (await figuresNow(context, file)).figures.reduce((sum, { counted }) => sum + counted.length, 0)

async function expertsNamed(tx: Tx, { jurisdiction }: Context, file: AssessmentCase, named: string[]) {
  const rows = await rowsOf<{ person: string; name: string; employer: string | null }>(tx, sql`
    select e.person, p.name, e.employer from expert e join person p on p.jurisdiction = e.jurisdiction and p.id = e.person where e.jurisdiction = ${jurisdiction} and e.person = any(${named}::text[]) and p.disabled_at is null and e.available`)
  return { unlisted: named.filter((id, at) => !rows.some(({ person }) => person === id) || named.indexOf(id) !== at), ofBase: rows.filter(({ employer }) => file.base?.hosts.some((host) => host.name === employer)).map(({ name }) => name) }
}

/** Facts of the points: figures with what was added by hand, the plan and the figures of last year, the county's sample. */
export async function scoreFacts(context: Context, caseId: string, file: AssessmentCase): Promise<ScoreFacts> {
  const { settings } = rulesOf(context)
  const signed = standing(file)
  const frozen = await frozenOf(context, caseId, signed)
  const answers = file.examination?.items ?? []
  return { figures: signed ? withHand(signed.figures, signed.byHand) : {}, plan: frozen?.plan ?? {}, lastYear: frozen?.lastYear ?? {}, sample: { examined: answers.length, agreeing: answers.filter(({ answer }) => answer === 'agrees').length }, meetingsDue: settings['committee.meetings'] }
}

export async function computedOf(context: Context, caseId: string, file: AssessmentCase): Promise<Record<string, { points: number; working: { zh: string; en: string } } | null>> {
  const facts = await scoreFacts(context, caseId, file)
  return Object.fromEntries(indicatorItems.map((item) => [item.id, reckon(item, facts) ?? null]))
}

async function faultsOf(context: Context, caseId: string, file: AssessmentCase, step: string, data: Record<string, unknown>) {
  const computed = await computedOf(context, caseId, file)
  const value = ({ id }: Indicator) => computed[id]?.points
  const system = indicatorsOf(rulesOf(context).settings['assess.indicators'])
  if (step !== 'scoreDesk') return sheetFaults(system, data as unknown as Sheet, value, lateOf(file, context.rules.between))
  // At the desk only what people judge is scored; the rest stands as computed.
  const judged = indicatorItems.filter((item) => value(item) === undefined)
  const given = (data.items as Sheet['items'] | undefined) ?? []
  const stray = given.filter(({ item }) => !judged.some(({ id }) => id === item)).map(({ item }) => ({ zh: `${item} 不需评定`, en: `${item} is not judged` }))
  const whole: Sheet = { items: indicatorItems.map((item) => given.find((one) => one.item === item.id) ?? { item: item.id, points: (value(item) ?? -100) / 100 }), bonus: [], deductions: [], vetoes: system.vetoes.map(({ id }) => ({ id, found: false })) }
  return [...stray, ...sheetFaults({ ...system, deductions: [] as never }, whole, value, 0)]
}

/** Seats for excellent, and how many are taken by others. */
async function capOf(tx: Tx, context: Context, caseId: string, file: AssessmentCase) {
  const { settings } = rulesOf(context)
  const row = await rowOf<{ assessed: number; others: number }>(tx, sql`
    select (select count(*)::int from assessment where jurisdiction = ${context.jurisdiction} and campaign = ${file.campaign?.id} and graded and status not in ('deferred', 'absent', 'discontinued')) as assessed,
           (select count(*)::int from assessment_grade where jurisdiction = ${context.jurisdiction} and campaign = ${file.campaign?.id} and grade = 'excellent' and case_id <> ${caseId}) as others`)
  const { assessed = 0, others = 0 } = row ?? {}
  return { assessed, others, seats: excellentSeats(assessed, settings['grade.excellentCap'], settings['grade.excellentLeast']) }
}

/** Drawn when the campaign opened; only the city can read it. */
const isDrawn = async (tx: Tx, jurisdiction: string, file: AssessmentCase): Promise<boolean> => (await rowOf<{ drawn: boolean }>(tx, sql`
  select body->'data'->'drawing'->'drawn' @> to_jsonb(${[file.base?.id ?? '']}::text[]) as drawn from case_entry where jurisdiction = ${jurisdiction} and case_id = ${file.campaign?.id ?? ''} and did = 'drawSpotChecks'`))?.drawn === true

/** What the door alone knows: snapshots, drawings, due days, what the figures give. */
export async function complete(tx: Tx, about: { context: Context; caseId: string; file: AssessmentCase; step: string; data: Record<string, unknown>; found: unknown }): Promise<Record<string, unknown>> {
  const { context, caseId, file, step, data } = about
  const found = about.found as AssessmentFound
  const { jurisdiction, today, rules } = context
  const { settings } = rulesOf(context)
  switch (step) {
    case 'open': return { ...data, assessed: await assessedOf(tx, context, String(data.base)) }
    case 'report': case 'supplement': case 'trueUp': case 'trueUpAtCity': return { ...data, submission: await freezeReport(tx, { context, caseId, file }) }
    case 'endorse': return { ...data, items: (await frozenOf(context, caseId, standing(file)))?.items ?? [] }
    case 'drawSample': {
      const items = (await frozenOf(context, caseId, standing(file)))?.items ?? []
      const drawing = drawSample(items.map(({ id }) => id), settings['assess.sampleShare'], String(data.seed))
      return { ...data, drawing, labels: Object.fromEntries(items.filter(({ id }) => drawing.drawn.includes(id)).map(({ id, label }) => [id, label])) }
    }
    case 'returnForSupplement': return { ...data, dueOn: rules.due(today, settings['assess.supplementDays']).day }
    case 'inviteExperts': return { ...data, named: await rowsOf(tx, sql`select e.person, p.name, coalesce(e.employer, '') as employer from expert e join person p on p.jurisdiction = e.jurisdiction and p.id = e.person where e.jurisdiction = ${jurisdiction} and e.person = any(${data.experts as string[]}::text[]) order by p.name`) }
    case 'score': case 'rescore': {
      const computed = await computedOf(context, caseId, file)
      return { ...data, computed: Object.fromEntries(Object.entries(computed).map(([id, one]) => [id, one?.points ?? null])), late: lateOf(file, rules.between), total: totalOf(indicatorsOf(settings['assess.indicators']), data as unknown as Sheet).total }
    }
    case 'decideGrade': return { ...data, grade: file.proposal?.grade }
    case 'discontinue': return { ...data, notice: file.status === 'onNotice' ? await noticeAround(tx, jurisdiction, file.notice?.id) : null }
    case 'commend': return { ...data, documentNo: data.documentNo ?? await documentNumber(context, settings['document.code'], Number(today.slice(0, 4))) }
    case 'announce': return { ...data, reviewBy: rules.due(today, settings['assess.reviewDays']).day }
    case 'conclude': case 'concludePoor': case 'concludeTwicePoor': {
      const { gap, years } = file.grade ? consequenceOf(found.series, file.year, file.grade) : { gap: false, years: [] }
      return { ...data, gap, years, ...(step === 'concludePoor' && { dueOn: plusMonths(today, settings['rectification.months']), planBy: rules.due(today, settings['assess.planDays']).day }), ...(step === 'concludeTwicePoor' && { open: await revocationOpen(tx, jurisdiction, file, 'Art. 18') }) }
    }
    case 'stateAbsent': return { ...data, open: await revocationOpen(tx, jurisdiction, file, 'Art. 19(3)') }
    case 'remind': return { ...data, no: file.reminders.length + 1, days: file.reminders.length === 0 ? settings['assess.firstReminderDays'] : settings['assess.secondReminderDays'] }
    case 'acknowledgeReminder': case 'recordService': {
      const reminder = file.reminders.find((one) => !one.delivered)
      return { ...data, dueOn: rules.due(step === 'recordService' ? String(data.servedOn) : today, reminder?.days ?? 1).day }
    }
    default: return data
  }
}

async function assessedOf(tx: Tx, { jurisdiction }: Context, baseId: string): Promise<AssessmentCase['base']> {
  const base = await baseAtHand(tx, jurisdiction, baseId)
  if (!base) throw new Refused(409, { zh: `没有找到中试基地 ${baseId}。`, en: `There is no base ${baseId}.` })
  const { id, case: baseCase, unit, name, hosts, county, countyOrg, field, recognisedOn } = base
  const cards = await rowsOf<{ name: string; uscc: string | null }>(tx, sql`select name, uscc from organisation where jurisdiction = ${jurisdiction} and id = any(${hosts.map(({ org }) => org)}::text[]) order by id`)
  return { id, case: baseCase, unit, name, hosts, county, countyOrg, field, recognisedOn, codes: cards.flatMap((card) => (card.uscc ? [card.name, card.uscc] : [card.name])) }
}

/** A revocation of this base that is open already for the same ground: another would be one too many. */
const revocationOpen = async (tx: Tx, jurisdiction: string, file: AssessmentCase, ground: string): Promise<string | null> => (await rowOf<{ number: string }>(tx, sql`
  select r.number from revocation r join case_entry e on e.jurisdiction = r.jurisdiction and e.case_id = r.case_id and e.no = 1
   where r.jurisdiction = ${jurisdiction} and r.base_id = ${file.base?.id ?? ''} and r.status <> all(${revocationEnded}::text[]) and e.body->'data'->>'ground' = ${ground} order by r.number limit 1`))?.number ?? null
const revocationEnded = ['announced', 'notRevoked', 'moot']

export const list = (file: AssessmentCase) => ({
  title: file.base ? `${file.base.name} ${file.year} 年度考核` : '', hosts: (file.base?.hosts ?? []).map(({ org, name, demo }) => ({ org, name, demo })), county: file.base?.countyOrg ?? null, field: file.base?.field ?? null, track: null, batch: null, search: `${file.base?.id ?? ''} ${file.year}`, base: file.base?.id,
})

/** With the county, first the officer examines, then the lead signs; with the city, a review is examined before it is concluded; a base that rectifies reports first. */
export const waitsEarlier = (file: AssessmentCase): boolean =>
  file.status === 'endorsed' ? file.examination === null : file.status === 'underReview' ? !file.review?.examined : file.status === 'rectifying' && !file.rectification?.report

/** Asked why it did not report, a base waits for the answer of the lead: deferred, or absent without cause. */
export const waitsAlso = (file: AssessmentCase): AlsoWaits[] => (file.status !== 'reporting' || !file.inquiry ? [] : [{
  role: 'city.lead', orgs: file.parties['city.lead'] ?? [], due: null, steps: [file.inquiry.excused ? 'deferExcused' : 'stateAbsent'],
  asks: file.inquiry.excused ? { zh: '期满未报送且有正当理由的，准予缓考', en: 'Not reported in time, with an excuse: defer the year' } : { zh: '催报期满仍未报送的，认定无故不参加', en: 'Not reported after the reminders: state the absence' },
}])

export function dueOn(file: AssessmentCase): string | undefined {
  const due: { [Status in AssessmentStatus]?: string | undefined } = { reporting: file.reminders.at(-1)?.dueOn ?? file.window?.closesOn, verified: file.window?.resultBy, scored: file.window?.resultBy, proposed: file.window?.resultBy, rectifying: file.rectification?.plan ? file.rectification.dueOn : file.rectification?.planBy }
  return due[file.status]
}

export const noticed = (file: AssessmentCase): string | null => grades.find(({ id }) => id === file.grade)?.words.zh ?? null

export const visibleTo = (file: AssessmentCase) => ({
  orgs: [...new Set(Object.entries(file.parties).filter(([role]) => role !== 'expert' && role !== 'system').flatMap(([, parties]) => parties ?? []))], people: file.status === 'verified' && !file.deskClosedOn ? file.experts.map(({ person }) => person) : [],
})

/** Before the announcement what the city thinks is the city's; the sample is for those who examine; desk experts are known to the city alone. */
export function show(file: AssessmentCase, viewer: Viewer): Record<string, unknown> {
  const { parties: _, city: _city, experts, desk, deskClosedOn, score, spotCheck, proposal, decision, grade, examination, sample, inquiry, ...told } = file
  const announced = file.announcement !== null
  const open = { ...told, grade: announced ? grade : null, score: announced ? score : null }
  switch (viewer.reach) {
    case 'city': return { ...told, experts, desk, deskClosedOn, score, spotCheck, proposal, decision, grade, examination, sample, inquiry }
    case 'authorities': return { ...open, examination, sample }
    case 'parties': case 'admin': case 'public': return viewer.roles.includes('expert') && experts.some(({ person }) => person === viewer.person) ? { ...open, desk: desk.filter(({ expert }) => expert === viewer.person) } : open
  }
}

export const isCase = (file: AnyCase): file is AnyCase & AssessmentCase => 'submissions' in file && 'campaign' in file
