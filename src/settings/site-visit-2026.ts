/** What the visiting group verifies, version 2026-1: blocks S1 to S6, 100 points (Art. 10(3); the list is a setting). */
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'

/** `figure`: declared beside verified, with its unit. `sample`: items looked at one by one. `confirm`: conforming or not. */
export type SiteCheck = {
  readonly id: string
  readonly kind: 'figure' | 'sample' | 'confirm'
  readonly words: Words
  readonly unit?: Words
  readonly veto?: true
  /** The setting that says how far declared and verified may lie apart; site.tolerance where none is named. */
  readonly tolerance?: 'site.areaTolerance'
}

export type SiteBlock = {
  readonly id: string
  readonly points: number
  readonly words: Words
  readonly law: Basis
  readonly checks: readonly SiteCheck[]
}

const squareMetres: Words = { zh: 'm²', en: 'm²' }
const pieces: Words = { zh: '台（套）', en: 'pieces' }
const wanYuan: Words = { zh: '万元', en: '×10,000 yuan' }
const persons: Words = { zh: '人', en: 'persons' }
const hours: Words = { zh: '机时/年', en: 'hours a year' }

const blocks: readonly SiteBlock[] = [
  { id: 'S1', points: 20, law: 'Art. 9(4)', words: { zh: '场地与布局', en: 'Premises and layout' }, checks: [
    { id: 'S1.1', kind: 'figure', unit: squareMetres, tolerance: 'site.areaTolerance', words: { zh: '总面积', en: 'Total area' } },
    { id: 'S1.2', kind: 'figure', unit: squareMetres, tolerance: 'site.areaTolerance', words: { zh: '中试面积', en: 'Pilot area' } },
    { id: 'S1.3', kind: 'confirm', words: { zh: '场地相对集中', en: 'Premises are together' } },
    { id: 'S1.4', kind: 'confirm', words: { zh: '与依托单位生产区分界清楚，有标识', en: 'Bounded from the host\'s production, with signs' } },
  ] },
  { id: 'S2', points: 25, law: 'Art. 9(4)', words: { zh: '设备与中试线', en: 'Equipment and pilot line' }, checks: [
    { id: 'S2.1', kind: 'sample',
      words: { zh: '抽查 10 台或原值 50% 以上：实物、铭牌、资产卡片', en: 'Sample 10 pieces or half the value: object, plate, asset card' } },
    { id: 'S2.2', kind: 'figure', unit: pieces, words: { zh: '设备台（套）数', en: 'Number of pieces' } },
    { id: 'S2.3', kind: 'figure', unit: wanYuan, words: { zh: '设备原值合计', en: 'Total value' } },
    { id: 'S2.4', kind: 'figure', unit: hours, words: { zh: '中试线年机时', en: 'Hours of the line a year' } },
    { id: 'S2.5', kind: 'confirm', words: { zh: '中试线可运行，有运行记录', en: 'The line runs and has a log' } },
  ] },
  { id: 'S3', points: 15, law: 'Art. 9(5)', words: { zh: '人员', en: 'Staff' }, checks: [
    { id: 'S3.1', kind: 'figure', unit: persons, words: { zh: '全职人员', en: 'Full-time staff' } },
    { id: 'S3.2', kind: 'sample', words: { zh: '点名不少于 30% 或 5 人', en: 'Roll-call of 30 % or five' } },
    { id: 'S3.3', kind: 'confirm', words: { zh: '主任在场', en: 'The director is present' } },
    { id: 'S3.4', kind: 'confirm', words: { zh: '与两名操作人员谈话', en: 'Two operators interviewed' } },
  ] },
  { id: 'S4', points: 20, law: 'Art. 9(4)', words: { zh: '安全环保消防', en: 'Safety, environment, fire' }, checks: [
    { id: 'S4.1', kind: 'confirm', words: { zh: '许可、验收手续在位', en: 'Licences and acceptances in place' } },
    { id: 'S4.2', kind: 'confirm', words: { zh: '操作规程与培训记录', en: 'Operating procedures and training records' } },
    { id: 'S4.3', kind: 'confirm', words: { zh: '危险废物台账', en: 'Ledger of hazardous waste' } },
    { id: 'S4.4', kind: 'confirm', words: { zh: '检测报警、应急演练', en: 'Detectors and drills' } },
    { id: 'S4.5', kind: 'confirm', veto: true, words: { zh: '无重大隐患', en: 'No major hazard' } },
  ] },
  { id: 'S5', points: 15, law: 'Art. 4(2)', words: { zh: '运行与服务', en: 'Operation and service' }, checks: [
    { id: 'S5.1', kind: 'confirm', words: { zh: '服务台账完整', en: 'The service ledger is complete' } },
    { id: 'S5.2', kind: 'sample', words: { zh: '两份合同追到发票和报告', en: 'Two contracts traced to invoice and report' } },
    { id: 'S5.3', kind: 'confirm', words: { zh: '收费标准上墙或公开', en: 'Prices displayed or public' } },
    { id: 'S5.4', kind: 'confirm', words: { zh: '电话回访一家客户', en: 'One client called' } },
  ] },
  { id: 'S6', points: 5, law: 'Art. 13', words: { zh: '核算与档案', en: 'Accounts and files' }, checks: [
    { id: 'S6.1', kind: 'confirm', words: { zh: '专账或辅助账', en: 'Separate or auxiliary ledger' } },
    { id: 'S6.2', kind: 'confirm', words: { zh: '项目档案', en: 'Project files' } },
  ] },
]

const outcomes = [
  { id: 'conforming', words: { zh: '符合', en: 'Conforming' } },
  { id: 'rectify', words: { zh: '基本符合，限期整改', en: 'Largely conforming, to be rectified' } },
  { id: 'notConforming', words: { zh: '不符合', en: 'Not conforming' } },
] as const satisfies readonly { id: string; words: Words }[]

export type SiteOutcome = (typeof outcomes)[number]['id']

export const siteVisit2026 = { version: '2026-1', blocks, outcomes } as const

export const siteChecks: readonly SiteCheck[] = blocks.flatMap(({ checks }) => checks)

/** Points of the six blocks together, or undefined while one is open or out of range. */
export function siteTotal(points: { readonly [block: string]: number | undefined }): number | undefined {
  const given = blocks.map(({ id, points: most }) => {
    const value = points[id]
    return value !== undefined && value >= 0 && value <= most ? value : undefined
  })
  return given.includes(undefined) ? undefined : Math.round(given.reduce<number>((sum, value) => sum + value! * 100, 0)) / 100
}
