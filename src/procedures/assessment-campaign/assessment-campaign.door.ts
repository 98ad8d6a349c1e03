/** The door of a campaign: the window, the bases on the register, the cases it moves together. */
import type { Context } from '../../platform/case-log.ts'
import { documentNumber } from '../../platform/document-number.ts'
import { rowOf, rowsOf, sql, type Tx } from '../../platform/query.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { basesAtHand } from '../base-at-hand.ts'
import { drawSample } from '../drawn-sample.ts'
import type { AssessmentCampaignCase, Listed, Window } from './assessment-campaign.case.ts'
import type { CampaignFound } from './assessment-campaign.ts'

const rulesOf = (context: Context) => context.rules as unknown as RulesInForce
const standing = (tx: Tx, jurisdiction: string) => basesAtHand(tx, jurisdiction, [sql`b.status not in ('revoked', 'left')`])
/** What is still being built (Art. 11) has no year of operation to report on. */
const operating = async (tx: Tx, jurisdiction: string) => (await standing(tx, jurisdiction)).flatMap(({ operatingSince, ...base }) => (operatingSince ? [{ ...base, operatingSince }] : []))

export async function look(tx: Tx, about: { context: Context; caseId: string; file: AssessmentCampaignCase; step: string | null; data: Record<string, unknown> }): Promise<CampaignFound> {
  const { context, caseId, file, step, data } = about
  const { jurisdiction } = context
  const { lapsedOn, authorityBasis } = rulesOf(context)
  const named = Array.isArray(data.cases) ? (data.cases as string[]) : Array.isArray(data.rows) ? (data.rows as { case: string }[]).map((row) => row.case) : []
  const own = file.status === 'open' ? await rowsOf<{ case_id: string; number: string; status: string }>(tx, sql`select case_id, number, status from assessment where jurisdiction = ${jurisdiction} and campaign = ${caseId} order by number`) : []
  return {
    others: step === 'plan' ? (await rowsOf<{ number: string }>(tx, sql`select number from case_list where jurisdiction = ${jurisdiction} and procedure = 'assessment-campaign' and search like ${`%year:${String(data.year)}%`} and status <> 'abandoned' and case_id <> ${caseId}`)).map(({ number }) => number) : [],
    bases: step === null || step === 'plan' || step === 'open' ? (await operating(tx, jurisdiction)).length : 0,
    open: own.filter(({ status }) => !settled.includes(status)).map(({ number }) => number), strangers: named.filter((id, at) => !own.some((row) => row.case_id === id) || named.indexOf(id) !== at),
    added: step === 'addBase' ? await addedIs(tx, jurisdiction, file, String(data.base)) : 'unknown', lapsedOn, authorityBasis,
  }
}

/** As the assessment's own page names them; a campaign knows its cases by their read table alone. */
const settled = ['concluded', 'rectifying', 'rectified', 'unrectified', 'twicePoor', 'recorded', 'deferred', 'absent', 'discontinued']

async function addedIs(tx: Tx, jurisdiction: string, file: AssessmentCampaignCase, baseId: string): Promise<CampaignFound['added']> {
  if (file.bases.some(({ base }) => base === baseId)) return 'listed'
  const base = (await standing(tx, jurisdiction)).find(({ id }) => id === baseId)
  if (!base) return 'unknown'
  // Who began to operate after the year has no part in it.
  return !base.operatingSince ? 'building' : base.operatingSince > `${file.year}-12-31` ? 'later' : 'new'
}

export async function complete(tx: Tx, about: { context: Context; caseId: string; file: AssessmentCampaignCase; step: string; data: Record<string, unknown> }): Promise<Record<string, unknown>> {
  const { context, file, step, data } = about
  const { settings } = rulesOf(context)
  const yearNow = Number(context.today.slice(0, 4))
  switch (step) {
    case 'plan': return { ...data, window: windowOf(context, Number(data.year), data), bases: await listed(tx, context, Number(data.year)) }
    case 'open': return { ...data, bases: await listed(tx, context, file.year), documentNo: await documentNumber(context, settings['document.code'], yearNow) }
    case 'drawSpotChecks': return { ...data, drawing: drawSample(file.bases.filter(({ graded }) => graded).map(({ base }) => base), settings['assess.spotShare'], String(data.seed)) }
    case 'addBase': return { ...data, listed: (await listed(tx, context, file.year)).find(({ base }) => base === data.base) }
    case 'openNotice': return { ...data, title: data.title ?? `关于${file.year}年度中试基地考核结果的公示` }
    case 'announceResults': return { ...data, documentNo: data.documentNo ?? await documentNumber(context, settings['document.code'], yearNow) }
    default: return data
  }
}

/** Reporting at the end of the year assessed; what follows lies in the year after. */
function windowOf(context: Context, year: number, { opensOn, closesOn }: Record<string, unknown>): Window {
  const { settings } = rulesOf(context)
  return { opensOn: typeof opensOn === 'string' ? opensOn : `${year}-${settings['assess.opensOn']}`, closesOn: typeof closesOn === 'string' ? closesOn : `${year}-${settings['assess.closesOn']}`, trueUpBy: `${year + 1}-${settings['assess.trueUpBy']}`, resultBy: `${year + 1}-${settings['assess.resultBy']}` }
}

/** Every base on the register that operated by the end of the year; who began late in it only reports (decision 0172). */
async function listed(tx: Tx, context: Context, year: number): Promise<Listed[]> {
  const from = `${year}-${rulesOf(context).settings['assess.fullYearBefore']}`
  return (await operating(tx, context.jurisdiction)).filter(({ operatingSince }) => operatingSince <= `${year}-12-31`).map(({ id, name, recognisedOn, operatingSince }) => {
    const graded = operatingSince < from
    return { base: id, name, graded, because: graded ? null : `${operatingSince} ${operatingSince === recognisedOn ? '认定' : '投入运行'}，${from} 以后，首年只报告` }
  })
}

export const list = (file: AssessmentCampaignCase) => ({ title: `${file.year} 年度考核工作`, hosts: [], county: null, field: null, track: null, batch: null, search: `year:${file.year}` })
export const visibleTo = (file: AssessmentCampaignCase) => ({ orgs: [...(file.parties['city.officer'] ?? [])], people: [] })
export const show = ({ parties: _, ...file }: AssessmentCampaignCase): Record<string, unknown> => file

/** The campaign of a year, for whoever asks by the year. */
export const campaignOf = (tx: Tx, jurisdiction: string, year: number) => rowOf<{ case_id: string }>(tx, sql`select case_id from case_list where jurisdiction = ${jurisdiction} and procedure = 'assessment-campaign' and search like ${`%year:${year}%`} and status <> 'abandoned'`)
