/** Readiness for the provincial level (Art. 12) over HTTP: one base against a set of conditions, all bases side by side, both as a table. */
import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { plusDays, plusMonths } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { CaseDoor } from '../../platform/case-routes.ts'
import type { Context } from '../../platform/case-log.ts'
import type { Server } from '../../platform/http.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import { languageOf, notFound } from '../../platform/problem.ts'
import { type SheetCell, sheetsAsFile, sheetType } from '../../platform/sheets.ts'
import { downloadHeaders } from '../../platform/small-files.ts'
import { areaOf, equipmentFigures, serviceFigures, staffFigures } from '../../settings/base-tables/figures.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { benchmarks, type ConditionSet, enteredConditions, type MetricsKnown, provincialSet, type Readiness, readinessOf } from '../../settings/provincial.ts'
import { type BaseAtHand, baseAtHand, baseFindings, basesAtHand, rowsOfTables, worksWithBases } from '../base-at-hand.ts'

export type SetChoice = { id: string; words: Words; source: Words; verified: boolean; conditions: number }
/** `first`: the last year for which it was commended and listed first for the province. */
export type ReadinessShown = Readiness & { base: { number: string; name: string; demo: boolean }; first: number | null; sets: SetChoice[]; on: Day }
export type ReadinessList = { /** Whether the viewer has bases to work with at all. */ works: boolean; set: SetChoice; sets: SetChoice[]; rows: { number: string; name: string; demo: boolean; first: number | null; met: number; of: number; share: number | null }[] }

const params = z.object({ number: z.string().max(64) })
const asked = z.strictObject({ set: z.string().max(40).optional() })

export function readinessRoutes(app: Server, { inContext }: CaseDoor) {
  app.get('/api/bases/:number/readiness', { config: { access: 'signedIn' }, schema: { summary: 'How near the base is to the provincial level: a gap for every condition', tags: ['bases'], params, querystring: asked } },
    (request) => inContext(request, (context) => shown(context, request.params.number, request.query.set)))

  app.get('/api/bases/:number/readiness/sheet', { config: { access: 'signedIn' }, schema: { summary: 'The gaps of one base as a spreadsheet', tags: ['bases'], params, querystring: asked } },
    async (request, reply) => {
      const language = languageOf(request.headers['accept-language'])
      const told = await inContext(request, (context) => shown(context, request.params.number, request.query.set))
      return reply.headers(downloadHeaders(`${told.base.name}-${language === 'zh' ? '省级对标' : 'readiness'}-${told.on}.xlsx`)).type(sheetType).send(await sheetsAsFile([{ name: language === 'zh' ? '省级对标' : 'Readiness', rows: sheetRows(told, language), widths: [44, 16, 16, 10, 16, 14, 40] }]))
    })

  app.get('/api/readiness', { config: { access: 'signedIn' }, schema: { summary: 'Readiness of the bases I am a party of', tags: ['bases'], querystring: asked } },
    (request) => inContext(request, async (context): Promise<ReadinessList> => {
      const { all, set, unknown } = setsOf(context, request.query.set)
      const rows = []
      const first = await listedFirst(context)
      for (const base of await basesAtHand(context.tx, context.jurisdiction)) {
        if (base.status === 'revoked' || base.status === 'left') continue
        const { met, gaps, share } = readinessOf(set, await metricsOf(context, base), unknown)
        rows.push({ number: base.id, name: base.name, demo: base.hosts.some(({ demo }) => demo), first: first.get(base.id) ?? null, met, of: gaps.length, share })
      }
      return { works: await worksWithBases(context), set: choiceOf(set), sets: all.map(choiceOf), rows: rows.sort((a, b) => Number(b.first !== null) - Number(a.first !== null) || (b.share ?? 0) - (a.share ?? 0) || a.number.localeCompare(b.number)) }
    }))
}

const choiceOf = ({ id, words, source, verified, conditions }: ConditionSet): SetChoice => ({ id, words, source, verified, conditions: conditions.length })

/** The set asked for; without one the provincial set, whether it says anything yet or not. */
function setsOf(context: Context, id?: string): { all: readonly ConditionSet[]; set: ConditionSet; unknown: string[] } {
  const lines = (context.rules as unknown as RulesInForce).settings['provincial.conditions']
  const all: readonly ConditionSet[] = [provincialSet(lines), ...benchmarks]
  const set = all.find((one) => one.id === (id ?? all[0]?.id))
  if (!set) throw notFound()
  return { all, set, unknown: set === all[0] ? enteredConditions(lines).unknown : [] }
}

async function shown(context: Context, number: string, id?: string): Promise<ReadinessShown> {
  const base = await baseAtHand(context.tx, context.jurisdiction, number)
  if (!base) throw notFound()
  const { all, set, unknown } = setsOf(context, id)
  return { ...readinessOf(set, await metricsOf(context, base), unknown), base: { number: base.id, name: base.name, demo: base.hosts.some(({ demo }) => demo) }, first: (await listedFirst(context)).get(base.id) ?? null, sets: all.map(choiceOf), on: context.today }
}

/** Excellent, commended and given priority: by base, the last year of it, as far as the viewer may see (Art. 12). */
async function listedFirst({ tx, jurisdiction }: Context): Promise<Map<string, number>> {
  const rows = await rowsOf<{ base: string; year: number }>(tx, sql`
    select a.base_id as base, max(a.year)::int as year from assessment a join case_entry e on e.jurisdiction = a.jurisdiction and e.case_id = a.case_id and e.did = 'commend'
     where a.jurisdiction = ${jurisdiction} and (e.body->'data'->>'recommend')::boolean group by 1`)
  return new Map(rows.map(({ base, year }) => [base, year]))
}

async function metricsOf({ tx, jurisdiction, today, rules }: Context, base: BaseAtHand): Promise<MetricsKnown> {
  const { settings } = rules as unknown as RulesInForce
  const rows = await rowsOfTables(tx, jurisdiction, base.id, ['sites', 'equipment', 'staff', 'services', 'rules'], today)
  const findings = await baseFindings(tx, jurisdiction, base.id, { on: today, settings })
  const holds = (rule: string) => { const outcome = findings.find((one) => one.rule === rule)?.outcome; return outcome === 'met' ? 1 : outcome === 'notMet' ? 0 : null }
  const staff = staffFigures(rows.staff ?? [])
  const services = serviceFigures(rows.services ?? [], plusDays(plusMonths(today, -36), 1), today)
  return {
    area: rows.sites ? areaOf(rows.sites) : null, equipmentValue: rows.equipment ? equipmentFigures(rows.equipment).value : null, fullTimeStaff: rows.staff ? staff.fullTime : null, bachelorOrMiddleShare: staff.bachelorOrMiddleShare,
    yearsInOperation: yearsSince(base.recognisedOn, today), servicesInThreeYears: services.counted, incomeInThreeYears: services.countedReceived, rulesAdopted: (rows.rules ?? []).filter((row) => row.state === 'adopted').length,
    separateAccounts: holds('separateAccounts'), openToOthers: holds('openToOthers'),
  }
}

/** Whole years and tenths. */
const yearsSince = (from: Day, to: Day): number => { let months = 0; while (plusMonths(from, months + 1) <= to) months++; return Math.floor((months / 12) * 10) / 10 }

function sheetRows({ base, set, gaps, on, share }: ReadinessShown, language: keyof Words): SheetCell[][] {
  const outcomes: Record<string, Words> = { met: { zh: '符合', en: 'met' }, notMet: { zh: '不符合', en: 'not met' }, notEvaluated: { zh: '未检查', en: 'not evaluated' } }
  const say = (zh: string, en: string) => ({ zh, en })[language]
  return [
    [say('条件', 'Condition'), say('现状', 'Now'), say('条件值', 'Line'), say('单位', 'Unit'), say('差距', 'Gap'), say('结论', 'Verdict'), say('说明', 'Remark')],
    ...gaps.map(({ says, value, least, unit, missing, verdict, instead }): SheetCell[] => [says[language], value, least, unit?.[language] ?? '', missing, outcomes[verdict.outcome]?.[language] ?? verdict.outcome, [verdict.because?.[language], instead ? say(`或${instead.says.zh} ≥ ${instead.least}（现为 ${instead.value ?? '未登记'}）`, `or ${instead.says.en} ≥ ${instead.least} (now ${instead.value ?? 'not entered'})`) : undefined].filter(Boolean).join(' ')]),
    [], [say('中试基地', 'Base'), base.name], [say('条件集', 'Set'), `${set.words[language]}${set.verified ? '' : say('（待核）', ' (unverified)')}`], [say('来源', 'Source'), set.source[language]], [say('日期', 'Day'), on], [say('达到程度', 'Reached'), share === null ? say('无条件可比', 'nothing to compare') : `${Math.round(share * 100)}%`],
  ]
}
