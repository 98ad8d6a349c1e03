/** What each step of a public notice asks for. */
import { z } from 'zod'
import { choice, command, longText, named, oneLine, shortText } from '../asking.ts'

/** The row, and the objection that is settled; without one, a row held by the officer. */
const settled = { case: z.string(), objection: z.string().optional() }

export const publicNoticeCommands = {
  publish: command({
    kind: choice(['recognition', 'grade', 'removal'], '公示事项', 'Kind', { recognition: { zh: '拟认定名单', en: 'Intended recognitions' }, grade: { zh: '考核结果', en: 'Grades' }, removal: { zh: '撤销', en: 'Removals' } }),
    title: shortText('公示标题', 'Title'), cases: named(z.array(z.string().min(1)).min(1).max(500), '公示的案件', 'Cases', 'cases'),
  }),
  holdRow: command({ case: z.string(), reason: longText('暂缓该项的理由', 'Why this row waits'), objection: z.string().optional() }),
  releaseRow: command(settled), releaseRowLate: command(settled),
  strikeRow: command({ ...settled, reason: longText('移出的理由', 'Why it is struck') }), strikeRowLate: command({ ...settled, reason: longText('移出的理由', 'Why it is struck') }),
  withdrawRow: command({ case: z.string(), reason: longText('撤下的理由', 'Why it leaves the list') }), withdrawRowLate: command({ case: z.string(), reason: longText('撤下的理由', 'Why it leaves the list') }),
  close: command({ outcome: longText('公示结果说明', 'Statement of the result').optional() }),
  correct: command({
    rows: named(z.array(z.strictObject({
      case: z.string().min(1), name: oneLine(200).optional(), hosts: z.array(oneLine(200)).min(1).max(20).optional(),
      field: oneLine(60).optional(), county: oneLine(60).optional(), remove: z.literal(true).optional(),
    })).max(500).optional(), '更正的各项', 'Rows corrected', 'noticeRows'),
    title: shortText('更正后的标题', 'Title as corrected').optional(), contact: shortText('更正后的受理方式和联系方式', 'Contact and channel as corrected').optional(),
    reason: longText('更正的理由', 'Why the notice is corrected'),
  }),
  // The list that replaces it, written by the system into the file of the one replaced.
  supersede: command({ notice: z.string(), number: z.string(), startsOn: z.iso.date(), endsOn: z.iso.date(), provisional: z.boolean() }),
  terminate: command({ reason: longText('终止公示的理由', 'Why the notice is terminated') }),
}
export type PublicNoticeCommands = { [Name in keyof typeof publicNoticeCommands]: z.infer<(typeof publicNoticeCommands)[Name]> }

const someCase = '00000000-0000-4000-8000-000000000000'
export const publicNoticeExamples: { [Name in keyof PublicNoticeCommands]: PublicNoticeCommands[Name] } = {
  publish: { kind: 'recognition', title: '关于拟认定晋中市中试基地名单的公示', cases: [someCase] },
  holdRow: { case: someCase, reason: '收到书面异议，核实期间该项暂缓。' },
  releaseRow: { case: someCase }, releaseRowLate: { case: someCase }, strikeRow: { case: someCase, reason: '异议成立。' }, strikeRowLate: { case: someCase, reason: '异议成立。' },
  withdrawRow: { case: someCase, reason: '中试基地已撤销。' }, withdrawRowLate: { case: someCase, reason: '中试基地已撤销。' },
  close: { outcome: '公示期内未收到异议。' },
  correct: { rows: [{ case: someCase, county: '榆次区' }], reason: '推荐单位所在地印错，现予更正。' },
  supersede: { notice: someCase, number: 'GS-2026-0002', startsOn: '2026-11-24', endsOn: '2026-11-30', provisional: false },
  terminate: { reason: '公示所列事项需要重新研究，终止公示。' },
}
