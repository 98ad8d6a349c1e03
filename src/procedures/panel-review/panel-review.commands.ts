/** What each step of a panel review asks for. */
import { z } from 'zod'
import { rubric2026 } from '../../settings/rubric-2026.ts'
import { choice, command, longText, named, shortText } from '../asking.ts'

const person = z.string().min(1).max(64)
const application = () => named(z.string().min(1).max(64), '申报', 'Application', 'choice', { 'x-source': 'reviewed' })
const ownApplication = () => named(z.string().min(1).max(64), '申报', 'Application', 'hidden')
const member = (zh: string, en: string) => named(person, zh, en, 'people')

/** Five questions every expert answers for every application, before the file opens. */
export const declarationQuestions = [
  { id: 'kinship', zh: '与申报单位负责人、主任有近亲属关系', en: 'Kinship with the heads of the applicant or the director' },
  { id: 'equity', zh: '持有申报单位或共建单位股份、出资', en: 'Equity in the applicant or a partner' },
  { id: 'paid', zh: '近三年领取其报酬、咨询费，或参与编写申报材料', en: 'Paid by them within three years, or took part in writing the application' },
  { id: 'research', zh: '与主任或骨干有师生、合著、合作发明关系', en: 'Supervisor, student, co-author or co-inventor of the director or the core staff' },
  { id: 'other', zh: '其他可能影响公正评审的情形', en: 'Anything else that may affect a fair review' },
] as const

const leaving = ['conflict', 'absent', 'declines', 'other'] as const
export const leavingWords = {
  conflict: { zh: '应当回避', en: 'stands back' }, absent: { zh: '缺席、联系不上', en: 'absent or not to be reached' }, declines: { zh: '本人不能参加', en: 'cannot take part' }, other: { zh: '其他', en: 'other' },
}

export const panelReviewCommands = {
  convene: command({
    title: shortText('评审会名称（专家在申明回避之前就会看到，不写申报单位）', 'Title of the review (experts see it before they declare: name no applicant)'),
    cases: named(z.array(z.string().min(1)).min(1).max(60), '送评的申报', 'Applications', 'cases', { 'x-source': 'queued' }),
    rubric: named(z.enum([rubric2026.version]).default(rubric2026.version), '评分标准版本', 'Rubric version', 'choice', { 'x-options': { [rubric2026.version]: { zh: '2026-1 版', en: 'Version 2026-1' } } }), size: named(z.int().min(5).max(9), '评审组人数', 'Members', 'number'),
    management: named(z.int().min(0).max(3).default(0), '其中管理席位', 'of whom for management', 'number'),
  }),
  designate: command({ expert: named(person, '指定的专家', 'Expert', 'people', { 'x-source': 'experts' }), reason: longText('指定理由', 'Reason') }),
  approveDesignation: command({ expert: named(person, '批准指定', 'Designation approved', 'people', { 'x-source': 'designated' }) }),
  refuseDesignation: command({ expert: named(person, '不同意指定', 'Designation refused', 'people', { 'x-source': 'designated' }), reason: longText('理由', 'Reason') }),
  commitDraw: command({}),
  witnessDraw: command({ word: shortText('见证数（任意词或数，例如当场掷骰的点数）', 'The word of the witness: anything, a throw of dice for example', 100) }),
  revealDraw: command({}),
  redraw: command({ reason: longText('重新抽取的理由', 'Why it is drawn again') }),
  beginScoring: command({}),
  declareConflict: command({
    about: ownApplication(),
    answers: named(z.strictObject({ kinship: z.boolean(), equity: z.boolean(), paid: z.boolean(), research: z.boolean(), other: z.boolean() }), '有无下列情形', 'Does any of these apply', 'checklist', { 'x-checklist': 'declaration' }),
    note: longText('情况说明', 'Explanation', { max: 1000 }).optional(),
  }),
  score: command({
    about: ownApplication(),
    items: named(z.record(z.string().max(12), z.number().min(0).max(100)), '各项评分', 'Scores by item', 'score'),
    comments: named(z.record(z.string().max(12), z.string().trim().max(2000)).optional(), '各项意见', 'Comments by item', 'hidden'),
    vetoes: named(z.record(z.string().max(20), z.boolean()), '一票否决问题', 'Veto questions', 'checklist', { 'x-checklist': 'veto' }),
    vote: named(z.enum(['agree', 'agreeAfterChanges', 'disagree']), '推荐意见', 'Vote', 'choice', { 'x-options': { agree: { zh: '同意认定', en: 'Agree' }, agreeAfterChanges: { zh: '修改后认定', en: 'Agree after changes' }, disagree: { zh: '不同意', en: 'Disagree' } } }),
    opinion: longText('书面意见', 'Written opinion', { max: 4000 }),
  }),
  recordConflict: command({ expert: member('应回避的专家', 'Expert who stands back'), about: application(), reason: longText('发现的情形', 'What was found') }),
  replace: command({ expert: member('退出的专家', 'Expert who leaves'), because: choice(leaving, '原因', 'Ground', leavingWords), reason: longText('情况说明', 'Explanation') }),
  closeScoring: command({ statement: longText('情况说明', 'Statement').optional() }),
  countSheets: command({}),
  declareLate: command({ about: ownApplication(), reason: longText('发现的情形', 'What was found', { max: 1000 }) }),
  recordConflictLate: command({ expert: member('应回避的专家', 'Expert who stands back'), about: application(), reason: longText('发现的情形', 'What was found') }),
  explain: command({ about: ownApplication(), reason: longText('评分与中位数相差较大的理由', 'Why the score lies far from the median', { max: 2000 }) }),
  discuss: command({ about: application(), minutes: longText('讨论记录（参加人、意见、结论）', 'Record of the discussion: who, what was said, what was concluded') }),
  breakTie: command({ order: named(z.array(z.string().min(1).max(64)).min(2).max(60), '同分申报的先后', 'Order of the applications that are equal', 'hidden') }),
  conclude: command({ opinions: named(z.array(z.strictObject({ about: z.string().min(1), opinion: z.string().trim().min(1).max(4000), shortlist: z.boolean() })).min(1).max(60), '评审组意见与是否入围', 'Opinion of the panel and whether it is shortlisted', 'items') }),
  dissolve: command({ reason: longText('终止评审的理由', 'Why the review is dissolved') }),
}
export type PanelReviewCommands = { [Name in keyof typeof panelReviewCommands]: z.infer<(typeof panelReviewCommands)[Name]> }
