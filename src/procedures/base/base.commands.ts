/** What each step of a base asks for. All but the tables come from other procedures, as reactions. */
import { z } from 'zod'
import { type TableId, tableIds } from '../../settings/base-tables/tables.ts'
import { command, dayField, files, longText, named, shortText } from '../asking.ts'

const someCase = '00000000-0000-4000-8000-000000000000'
const number = z.string().min(1).max(64)
const holdKinds = ['safety', 'investigation', 'other'] as const
export type HoldKind = (typeof holdKinds)[number]
const holders = ['county', 'city', 'report'] as const
export type HoldBy = (typeof holders)[number]
export const matterCodes = ['M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11', 'M12', 'M13', 'M14', 'M15', 'M16'] as const

const cell = z.union([z.string().max(4000), z.number(), z.boolean(), z.null()])
/** Checked against its table behind the schema; here only its shape. */
const row = z.object({ id: z.string().regex(/^[\w-]{1,64}$/), evidence: z.array(z.uuid()).max(20).optional() }).catchall(cell)
const host = z.strictObject({ org: z.string().min(1).max(64), name: z.string().min(1).max(120), lead: z.boolean().optional() })

const nearing = z.strictObject({ key: z.string().max(200), of: z.enum(['director', 'rectification', 'hold', 'building', ...tableIds]), title: z.string().max(400), on: z.iso.date(), law: z.string().max(40), reached: z.int().min(0).max(3660) })

const director = z.strictObject({
  name: z.string().trim().min(1).max(60), bornOn: z.union([z.iso.date(), z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)]).optional(), title: z.enum(['senior', 'associateSenior', 'middle', 'junior', 'none']).optional(),
  from: z.iso.date(), to: z.iso.date(), acting: z.boolean().optional(), fullTime: z.boolean().optional(), reasons: z.record(z.string().max(80), z.string().max(4000)).optional(),
})
const changes = z.strictObject({
  name: z.string().trim().min(1).max(80).optional(), direction: z.string().max(200).optional(), goals: z.string().max(8000).optional(), hosts: z.array(host).min(1).max(20).optional(), committee: z.string().max(4000).optional(),
  site: z.string().max(1000).optional(), openService: z.enum(['open', 'paused']).optional(), promoted: z.enum(['province', 'ministry', 'nation']).optional(), note: z.string().max(4000).optional(),
})

export const baseCommands = {
  open: command({ recognition: z.uuid(), baseId: number, name: shortText('中试基地名称', 'Name of the base', 80), certificateNo: number, documentNo: z.string().min(1).max(80) }),
  keepTable: command({
    table: named(z.enum(tableIds), '表', 'Table', 'hidden'), put: named(z.array(row).max(5000), '新增和更改的行', 'Rows added or changed', 'hidden'), drop: named(z.array(z.string().max(64)).max(5000), '删去的行', 'Rows taken out', 'hidden'),
    /** The last entry of the table that was seen: a row somebody changed after it is not overwritten. */
    seen: named(z.int().min(0), '所见版本', 'Version seen', 'hidden').optional(), from: dayField('自何日起', 'Holds from').optional(), note: shortText('说明', 'Remark', 200).optional(),
  }),
  appointDirector: command({ matter: z.uuid().optional(), number: number.optional(), director, approved: z.boolean().optional() }),
  endDirector: command({ matter: z.uuid().optional(), number: number.optional(), on: z.iso.date(), reason: z.string().min(1).max(4000) }),
  applyMatter: command({ matter: z.uuid(), number, code: z.enum(matterCodes), effectiveOn: z.iso.date(), changes }),
  takeEffect: command({ matter: z.uuid() }),
  reportBuilt: command({ account: longText('建成情况（场地、设备、人员、手续、试运行）', 'What was built: site, equipment, staff, papers, trial runs', { min: 20 }), files: files('验收、试运行等证明材料', 'Evidence of acceptance and trial runs').min(1), signedBy: shortText('签署人', 'Signed by', 60) }),
  proposeOperation: command({ checkedOn: dayField('现场核查日期', 'Checked on the spot on'), findings: longText('核查情况，是否具备对外服务条件', 'What was found, and whether it can serve others', { min: 10 }), files: files('照片和材料', 'Photographs and papers').optional() }),
  returnBuilt: command({ reason: longText('退回的理由和须补建的内容', 'Why, and what is still to be built', { min: 5 }) }),
  confirmOperation: command({ opinion: longText('确认意见', 'Opinion', { min: 5 }) }),
  hold: command({ case: z.uuid(), number, kind: z.enum(holdKinds), reason: z.string().min(1).max(4000), by: z.enum(holders).optional() }),
  lift: command({ case: z.uuid(), reason: z.string().max(4000).optional() }),
  beginRectification: command({ case: z.uuid(), number, dueOn: z.iso.date() }),
  endRectification: command({ case: z.uuid() }),
  recordInspection: command({ case: z.uuid(), number, result: z.enum(['clear', 'findings', 'obstructed']), on: z.iso.date() }),
  recordGrade: command({ case: z.uuid(), number, year: z.int().min(2000).max(2100), outcome: z.enum(['graded', 'deferred', 'notGraded', 'absent']), grade: z.enum(['excellent', 'good', 'fair', 'poor']).nullable() }),
  recordAward: command({ case: z.uuid(), number, amount: z.string().regex(/^\d{1,8}\.\d{2}$/), paidOn: z.iso.date().optional() }),
  remind: command({ open: z.array(nearing).max(500), told: z.array(z.string().max(200)).min(1).max(500) }),
  watch: command({ open: z.array(nearing).max(500) }),
  revoke: command({ case: z.uuid(), number, grounds: z.array(z.string().min(1).max(40)).min(1).max(20), documentNo: z.string().min(1).max(80) }),
  leave: command({ matter: z.uuid(), number }),
}
export type BaseCommands = { [Name in keyof typeof baseCommands]: z.infer<(typeof baseCommands)[Name]> }

const equipmentTable: TableId = 'equipment'
const someEnd = { key: 'sites:site-1:2027-01-15', of: 'sites', title: '主场地', on: '2027-01-15', law: 'Art. 8(3)', reached: 60 } as const
export const baseExamples: { [Name in keyof BaseCommands]: BaseCommands[Name] } = {
  open: { recognition: someCase, baseId: 'JZ-ZS-2026-001', name: '晋中市碳纤维复合材料中试基地', certificateNo: 'JZZSJD-2026-001', documentNo: '市科字〔2026〕1号' },
  keepTable: { table: equipmentTable, put: [{ id: 'eq-1', name: '预浸料中试线', kind: 'line', count: 1, value: 320.5, boughtOn: '2024-05-01', tenure: 'own', open: true, price: '800 元/小时', hours: 2000 }], drop: [] },
  appointDirector: { matter: someCase, number: 'ZD-2026-0001', director: { name: '沈知行（演示）', bornOn: '1975-04-02', title: 'senior', from: '2026-12-01', to: '2031-11-30' } },
  endDirector: { matter: someCase, number: 'ZD-2026-0001', on: '2026-11-30', reason: '工作调动。' },
  applyMatter: { matter: someCase, number: 'ZD-2026-0001', code: 'M10', effectiveOn: '2026-11-23', changes: { note: '收费标准调整' } },
  takeEffect: { matter: someCase },
  reportBuilt: { account: '中试厂房、两条中试线和分析室建成，设备安装调试完毕，消防和环保手续齐全，试运行六十日。', files: ['00000000-0000-4000-8000-000000000001'], signedBy: '王建棠' },
  proposeOperation: { checkedOn: '2026-11-23', findings: '现场核查，场地、设备、人员与批准建设的内容一致，具备对外服务条件。' },
  returnBuilt: { reason: '第二条中试线尚未安装，请建成后再报。' },
  confirmOperation: { opinion: '建设内容已完成，同意投入运行。' },
  hold: { case: someCase, number: 'ZD-2026-0001', kind: 'safety', reason: '发生安全事故，调查期间暂停对外服务。' },
  lift: { case: someCase },
  beginRectification: { case: someCase, number: 'JC-2026-0001', dueOn: '2027-03-31' },
  endRectification: { case: someCase },
  recordInspection: { case: someCase, number: 'JC-2026-0001', result: 'clear', on: '2026-11-23' },
  recordGrade: { case: someCase, number: 'KH-2026-0001', year: 2026, outcome: 'graded', grade: 'good' },
  recordAward: { case: someCase, number: 'JB-2026-0001', amount: '50.00' },
  remind: { open: [someEnd], told: [someEnd.key] },
  watch: { open: [] },
  revoke: { case: someCase, number: 'CX-2026-0001', grounds: ['Art. 19(4)'], documentNo: '市科字〔2026〕9号' },
  leave: { matter: someCase, number: 'ZD-2026-0001' },
}
