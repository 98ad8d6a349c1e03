/** What an inspection looks at, version 2026-1: one block for each duty, every item under its article (Arts. 6(4), 7(3); the list is a setting). */
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'

/** `figure`: what the register says beside what is found, with its unit. `confirm`: found in order or not. */
export type InspectionItem = {
  readonly id: string
  readonly kind: 'figure' | 'confirm'
  readonly words: Words
  readonly law: Basis
  readonly unit?: Words
  /** Applies to bases with chemical pilots only; elsewhere it is not applicable. */
  readonly chemical?: true
}
export type InspectionBlock = { readonly id: string; readonly words: Words; readonly law: Basis; readonly items: readonly InspectionItem[] }

export const inspectionAnswers = {
  meets: { zh: '符合', en: 'Meets' }, partly: { zh: '基本符合', en: 'Largely meets' }, fails: { zh: '不符合', en: 'Fails' }, notApplicable: { zh: '不适用', en: 'Not applicable' },
} as const satisfies Record<string, Words>
export type InspectionAnswer = keyof typeof inspectionAnswers

const squareMetres: Words = { zh: 'm²', en: 'm²' }
const pieces: Words = { zh: '台（套）', en: 'pieces' }
const wanYuan: Words = { zh: '万元', en: '×10,000 yuan' }
const persons: Words = { zh: '人', en: 'persons' }
const times: Words = { zh: '次', en: 'times' }
const clients: Words = { zh: '家', en: 'clients' }

const confirm = (id: string, law: Basis, zh: string, en: string, more: { chemical?: true } = {}): InspectionItem => ({ id, kind: 'confirm', law, words: { zh, en }, ...more })
const figure = (id: string, law: Basis, unit: Words, zh: string, en: string): InspectionItem => ({ id, kind: 'figure', law, unit, words: { zh, en } })

const blocks: readonly InspectionBlock[] = [
  { id: 'J1', law: 'Art. 8(2)', words: { zh: '安全', en: 'Safety' }, items: [
    confirm('J1.1', 'Art. 8(2)', '安全责任制明确到人，操作规程在岗位', 'Responsibility for safety is assigned; procedures lie at the posts'),
    confirm('J1.2', 'Art. 8(2)', '消防、特种设备、许可等手续在有效期', 'Fire, special-equipment and other permits are valid'),
    confirm('J1.3', 'Art. 8(2)', '安全培训、应急演练有记录', 'Safety training and drills are on record'),
    confirm('J1.4', 'Art. 8(2)', '检测报警、防护设施完好', 'Detectors and protection work'),
    confirm('J1.5', 'setting:commission.hazardMonths', '危化类中试项目在批准期限内，到期已拆除或封存', 'Hazardous pilots are within their period, or dismantled', { chemical: true }),
    confirm('J1.6', 'Art. 8(2)', '未发现重大事故隐患', 'No major hazard is found'),
  ] },
  { id: 'J2', law: 'Art. 8(2)', words: { zh: '环保', en: 'Environment' }, items: [
    confirm('J2.1', 'Art. 8(2)', '环评、排污许可与实际一致', 'Environmental papers agree with what is done'),
    confirm('J2.2', 'Art. 8(2)', '危险废物台账与转移联单齐全', 'The ledger and transfer papers of hazardous waste are complete'),
    confirm('J2.3', 'Art. 8(2)', '污染防治设施正常运行', 'Pollution control is in operation'),
  ] },
  { id: 'J3', law: 'Art. 8(2)', words: { zh: '保密', en: 'Secrecy' }, items: [
    confirm('J3.1', 'Art. 8(2)', '委托方技术资料分级管理，签有保密约定', 'Clients\' technical papers are kept by grade, with agreements'),
    confirm('J3.2', 'Art. 8(2)', '未在本平台和公开场合处理涉密内容', 'Nothing classified is handled here or in public'),
  ] },
  { id: 'J4', law: 'Art. 13', words: { zh: '独立核算', en: 'Separate accounts' }, items: [
    confirm('J4.1', 'Art. 13', '设有专账或辅助账，收支单独归集', 'A separate or auxiliary ledger gathers income and cost'),
    confirm('J4.2', 'Art. 13', '上一年度有专项收支报表', 'There is a statement of the year before'),
  ] },
  { id: 'J5', law: 'Art. 8(4)', words: { zh: '管委会与制度', en: 'Committee and rules' }, items: [
    confirm('J5.1', 'Art. 8(4)', '已组建管理委员会，成员在册', 'The management committee is formed and listed'),
    figure('J5.2', 'setting:committee.meetings', times, '近十二个月管委会会议', 'Committee meetings in twelve months'),
    confirm('J5.3', 'Art. 8(4)', '管理规章制度健全，现行版本可查', 'Internal rules are adopted and the current version is at hand'),
  ] },
  { id: 'J6', law: 'Art. 4(2)', words: { zh: '开放服务', en: 'Open service' }, items: [
    figure('J6.1', 'Art. 4(2)', clients, '近十二个月服务的外部单位', 'Outside clients in twelve months'),
    confirm('J6.2', 'Art. 4(2)', '服务台账与合同、发票、报告对应', 'The service ledger agrees with contracts, invoices and reports'),
    confirm('J6.3', 'Art. 4(2)', '收费标准和可提供的服务公开', 'Prices and services are public'),
  ] },
  { id: 'J7', law: 'Art. 14', words: { zh: '主任与队伍', en: 'Director and staff' }, items: [
    confirm('J7.1', 'Art. 14', '主任在任，在任期内，实际履职', 'The director is in office, in term, and acts'),
    figure('J7.2', 'Art. 8(4)', persons, '全职人员', 'Full-time staff'),
  ] },
  { id: 'J8', law: 'Art. 8(3)', words: { zh: '场地与设备', en: 'Premises and equipment' }, items: [
    figure('J8.1', 'Art. 8(3)', squareMetres, '场地面积', 'Area of the premises'),
    confirm('J8.2', 'Art. 8(3)', '租约或使用权在有效期', 'Lease or right of use is valid'),
    figure('J8.3', 'Art. 8(3)', pieces, '设备台（套）数', 'Pieces of equipment'),
    figure('J8.4', 'Art. 8(3)', wanYuan, '设备原值合计', 'Total value of equipment'),
    confirm('J8.5', 'Art. 15', '名称、方向、场地、设备、合作单位等变化均已申报', 'Changes of name, direction, premises, equipment and partners were declared'),
  ] },
]

export const inspection2026 = { version: '2026-1', blocks, answers: inspectionAnswers } as const
export type InspectionList = typeof inspection2026

export const inspectionItems: readonly InspectionItem[] = blocks.flatMap(({ items }) => items)
export const inspectionItemOf = (id: string): InspectionItem | undefined => inspectionItems.find((item) => item.id === id)

/** The items that a base has to be asked: hazardous pilots only where there may be any. */
export const itemsFor = (chemical: boolean): readonly InspectionItem[] => inspectionItems.filter((item) => chemical || !item.chemical)
