/**
 * Readiness for the provincial level (Art. 12): a second set of conditions through the same rules engine. The provincial
 * text (晋政办发〔2022〕42号) is not in our hands, so its set is what the authority has entered by a signed change, empty
 * until then and marked 待核. Sets of other places can be chosen to measure against; they bind nobody here.
 */
import { type Rule, rule, type Verdict, verdictOf } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'

export const metrics = {
  area: { words: { zh: '固定场地面积', en: 'Fixed premises' }, unit: { zh: 'm²', en: 'm²' } },
  equipmentValue: { words: { zh: '设备原值', en: 'Original value of equipment' }, unit: { zh: '万元', en: '× 10,000 yuan' } },
  fullTimeStaff: { words: { zh: '全职人员', en: 'Full-time staff' }, unit: { zh: '人', en: 'persons' } },
  bachelorOrMiddleShare: { words: { zh: '本科或中级职称以上占比', en: 'Bachelor or intermediate title and above' }, unit: { zh: '%', en: '%' } },
  yearsInOperation: { words: { zh: '认定后运行年数', en: 'Years in operation since recognition' }, unit: { zh: '年', en: 'years' } },
  servicesInThreeYears: { words: { zh: '近三年对外服务项目（不含关联方、纯检测）', en: 'Services in three years, related parties and pure testing left out' }, unit: { zh: '项', en: 'services' } },
  incomeInThreeYears: { words: { zh: '近三年对外服务到账（不含关联方、纯检测）', en: 'Received for services in three years, related parties and pure testing left out' }, unit: { zh: '万元', en: '× 10,000 yuan' } },
  rulesAdopted: { words: { zh: '已发布的制度', en: 'House rules adopted' }, unit: { zh: '项', en: 'rules' } },
  separateAccounts: { words: { zh: '财务独立核算', en: 'Separate accounts' }, unit: null },
  openToOthers: { words: { zh: '面向社会开放服务', en: 'Open to others' }, unit: null },
} as const satisfies Record<string, { words: Words; unit: Words | null }>
export type Metric = keyof typeof metrics
const isMetric = (text: string): text is Metric => Object.hasOwn(metrics, text)

/** `least`: a number to reach; for what is yes or no, 1. `instead`: reaching that line is enough as well. */
export type Condition = { readonly metric: Metric; readonly least: number; readonly instead?: { readonly metric: Metric; readonly least: number } }
export type ConditionSet = { readonly id: string; readonly words: Words; readonly source: Words; readonly verified: boolean; readonly conditions: readonly Condition[] }

/** As far as they can be read off a register; what is written in the original beyond that is said in the source. */
export const benchmarks = [
  { id: 'dazhou', words: { zh: '达州 2025', en: 'Dazhou 2025' }, source: { zh: '达市科〔2025〕18号；另要求三年内无严重违规、办公研发基地均在本市', en: 'Dazhou 2025 No. 18; beside it a clean record of three years and all premises in the city' }, verified: false,
    conditions: [{ metric: 'area', least: 400 }, { metric: 'equipmentValue', least: 400 }, { metric: 'fullTimeStaff', least: 10 }, { metric: 'servicesInThreeYears', least: 30, instead: { metric: 'incomeInThreeYears', least: 50 } }] },
  { id: 'hefei', words: { zh: '合肥 2023', en: 'Hefei 2023' }, source: { zh: '合科〔2021〕132号；纯检测、纯委托研发不计；两年复核', en: 'Hefei 2021 No. 132; pure testing and contract research not counted; reviewed every two years' }, verified: false,
    conditions: [{ metric: 'equipmentValue', least: 300 }, { metric: 'fullTimeStaff', least: 8 }, { metric: 'bachelorOrMiddleShare', least: 50 }, { metric: 'openToOthers', least: 1 }] },
  { id: 'shandong', words: { zh: '山东（省级）2022', en: 'Shandong (provincial) 2022' }, source: { zh: '鲁科字〔2022〕4号；另要求团队能编制中试方案和工艺规程、无严重违规', en: 'Shandong 2022 No. 4; beside it a team able to write pilot plans and process rules, and a clean record' }, verified: false,
    conditions: [{ metric: 'equipmentValue', least: 1000 }, { metric: 'yearsInOperation', least: 2 }, { metric: 'separateAccounts', least: 1 }, { metric: 'rulesAdopted', least: 1 }] },
  { id: 'fujian', words: { zh: '福建（行业技术开发基地）', en: 'Fujian (industry development bases)' }, source: { zh: '邻近类型的办法，供比照规模', en: 'A neighbouring kind of base, to compare the scale' }, verified: false,
    conditions: [{ metric: 'area', least: 1000 }, { metric: 'equipmentValue', least: 800 }] },
] as const satisfies readonly ConditionSet[]

/** "equipmentValue>=1000", one condition a line; what is not understood is told, never guessed. */
export function enteredConditions(lines: readonly string[]): { conditions: Condition[]; unknown: string[] } {
  const read = lines.map((line) => ({ line, found: /^\s*(\w+)\s*(?:>=|≥)\s*(\d+(?:\.\d+)?)\s*$/.exec(line) }))
  return {
    conditions: read.flatMap(({ found }) => (found && isMetric(found[1]!) ? [{ metric: found[1] as Metric, least: Number(found[2]) }] : [])),
    unknown: read.filter(({ found }) => !found || !isMetric(found[1]!)).map(({ line }) => line),
  }
}

export const provincialSet = (lines: readonly string[]): ConditionSet => ({
  id: 'SX-42-2022', words: { zh: '山西省级条件（晋政办发〔2022〕42号）', en: 'Provincial conditions of Shanxi (Jin Zheng Ban Fa [2022] No. 42)' },
  source: lines.length > 0 ? { zh: '由市科技局录入并签署', en: 'Entered and signed by the municipal bureau' } : { zh: '原文尚未录入，待核', en: 'The text is not entered yet; unverified' }, verified: lines.length > 0, conditions: enteredConditions(lines).conditions,
})

export type MetricsKnown = { readonly [M in Metric]?: number | null }
export type Gap = { readonly metric: Metric; readonly says: Words; readonly verdict: Verdict; readonly value: number | null; readonly least: number; readonly unit: Words | null; readonly missing: number | null; readonly instead: { readonly says: Words; readonly value: number | null; readonly least: number; readonly unit: Words | null } | null; readonly share: number }
export type Readiness = { readonly set: Omit<ConditionSet, 'conditions'>; readonly gaps: readonly Gap[]; readonly met: number; readonly share: number | null; readonly unknown: readonly string[] }

const amount = (value: number | null | undefined, unit: Words | null, language: keyof Words) => (value === null || value === undefined ? (language === 'zh' ? '未登记' : 'not entered') : unit ? `${value} ${unit[language]}` : (value >= 1 ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })[language])
const wanted = ({ metric, least }: { metric: Metric; least: number }, language: keyof Words) => { const { words, unit } = metrics[metric]; return unit ? `${words[language]} ≥ ${least} ${unit[language]}` : words[language] }

/** One condition as a rule of Article 12. */
export const conditionRule = (condition: Condition): Rule<{ value: number | null | undefined; instead: number | null | undefined }> => rule({
  id: `provincial.${condition.metric}`, law: 'Art. 12', modality: 'must',
  says: { zh: `${wanted(condition, 'zh')}${condition.instead ? `，或${wanted(condition.instead, 'zh')}` : ''}`, en: `${wanted(condition, 'en')}${condition.instead ? `, or ${wanted(condition.instead, 'en')}` : ''}` },
  holds: ({ value, instead }) => {
    if ((value ?? -1) >= condition.least || (condition.instead && (instead ?? -1) >= condition.instead.least)) return true
    return value === null || value === undefined ? undefined : false
  },
  otherwise: ({ value }) => { const { unit } = metrics[condition.metric]; return { zh: `现为 ${amount(value, unit, 'zh')}，条件为 ${amount(condition.least, unit, 'zh')}。`, en: `It is ${amount(value, unit, 'en')}; the condition is ${amount(condition.least, unit, 'en')}.` } },
})

/** How far a base has come: a verdict and a gap for every condition. */
export function readinessOf({ conditions, ...set }: ConditionSet, known: MetricsKnown, unknown: readonly string[] = []): Readiness {
  const gaps = conditions.map((condition): Gap => {
    const value = known[condition.metric] ?? null
    const other = condition.instead ? (known[condition.instead.metric] ?? null) : null
    const verdict = verdictOf(conditionRule(condition), { value, instead: other })
    const { words, unit } = metrics[condition.metric]
    const reach = (have: number | null, least: number) => (least === 0 ? 1 : Math.min(1, Math.max(0, (have ?? 0) / least)))
    return {
      metric: condition.metric, says: words, verdict, value, least: condition.least, unit, missing: verdict.outcome === 'met' || value === null ? null : Math.round((condition.least - value) * 100) / 100,
      instead: condition.instead ? { says: metrics[condition.instead.metric].words, value: other, least: condition.instead.least, unit: metrics[condition.instead.metric].unit } : null,
      share: verdict.outcome === 'met' ? 1 : Math.max(reach(value, condition.least), condition.instead ? reach(other, condition.instead.least) : 0),
    }
  })
  return { set, gaps, met: gaps.filter(({ verdict }) => verdict.outcome === 'met').length, share: gaps.length === 0 ? null : Math.round((gaps.reduce((sum, { share }) => sum + share, 0) / gaps.length) * 1000) / 1000, unknown }
}
