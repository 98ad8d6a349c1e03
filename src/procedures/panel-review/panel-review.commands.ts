/** What each step of a panel review asks for. */
import { z } from 'zod'
import { command, longText, named, shortText } from '../asking.ts'

const person = z.string().min(1).max(64)

/** Five questions every expert answers for every application, before the file opens. */
export const declarationQuestions = [
  { id: 'kinship', zh: '与申报单位负责人、主任有近亲属关系', en: 'Kinship with the heads of the applicant or the director' },
  { id: 'equity', zh: '持有申报单位或共建单位股份、出资', en: 'Equity in the applicant or a partner' },
  { id: 'paid', zh: '近三年领取其报酬、咨询费，或参与编写申报材料', en: 'Paid by them within three years, or took part in writing the application' },
  { id: 'research', zh: '与主任或骨干有师生、合著、合作发明关系', en: 'Supervisor, student, co-author or co-inventor of the director or the core staff' },
  { id: 'other', zh: '其他可能影响公正评审的情形', en: 'Anything else that may affect a fair review' },
] as const

export const panelReviewCommands = {
  convene: command({
    title: shortText('评审会名称', 'Title of the review'), cases: named(z.array(z.string().min(1)).min(1).max(60), '送评的申报', 'Applications', 'cases', { 'x-source': 'queued' }),
    rubric: named(z.string().min(1).max(20).default('2026-1'), '评分标准版本', 'Rubric version', 'text'), size: named(z.int().min(5).max(9), '评审组人数', 'Members', 'number'),
  }),
  designate: command({ experts: named(z.array(person).min(1).max(9), '指定的专家', 'Experts', 'people', { 'x-source': 'experts' }), reason: longText('指定理由', 'Reason') }),
  replace: command({ expert: named(person, '退出的专家', 'Expert who leaves', 'people'), by: named(person, '替补专家', 'Replacement', 'people', { 'x-source': 'experts' }), reason: longText('更换理由', 'Reason') }),
  beginScoring: command({}),
  declareConflict: command({
    about: named(z.string().min(1), '申报', 'Application', 'hidden'),
    answers: named(z.strictObject({ kinship: z.boolean(), equity: z.boolean(), paid: z.boolean(), research: z.boolean(), other: z.boolean() }), '有无下列情形', 'Does any of these apply', 'checklist', { 'x-checklist': 'declaration' }),
    note: longText('情况说明', 'Explanation', { max: 1000 }).optional(),
  }),
  score: command({
    about: named(z.string().min(1), '申报', 'Application', 'hidden'),
    items: named(z.record(z.string().max(12), z.number().min(0).max(100)), '各项评分', 'Scores by item', 'score'),
    comments: named(z.record(z.string().max(12), z.string().trim().max(2000)).optional(), '各项意见', 'Comments by item', 'hidden'),
    vetoes: named(z.record(z.string().max(20), z.boolean()), '一票否决问题', 'Veto questions', 'checklist', { 'x-checklist': 'veto' }),
    vote: named(z.enum(['agree', 'agreeAfterChanges', 'disagree']), '推荐意见', 'Vote', 'choice', { 'x-options': { agree: { zh: '同意认定', en: 'Agree' }, agreeAfterChanges: { zh: '修改后认定', en: 'Agree after changes' }, disagree: { zh: '不同意', en: 'Disagree' } } }),
    opinion: longText('书面意见（不少于 50 字）', 'Written opinion (50 characters at least)', { min: 50, max: 4000 }),
  }),
  closeScoring: command({ statement: longText('情况说明', 'Statement').optional() }),
  conclude: command({ opinions: named(z.array(z.strictObject({ about: z.string().min(1), opinion: z.string().trim().min(1).max(4000), shortlist: z.boolean() })).min(1).max(60), '评审组意见与是否入围', 'Opinion of the panel and whether it is shortlisted', 'items') }),
  dissolve: command({ reason: longText('终止评审的理由', 'Why the review is dissolved') }),
}
export type PanelReviewCommands = { [Name in keyof typeof panelReviewCommands]: z.infer<(typeof panelReviewCommands)[Name]> }
