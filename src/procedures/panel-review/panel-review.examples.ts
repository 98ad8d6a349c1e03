/** One body a step that works, for the API document and its test. */
import { asksComment, rubric2026, rubricItems } from '../../settings/rubric-2026.ts'
import type { PanelReviewCommands } from './panel-review.commands.ts'

const someCase = '00000000-0000-4000-8000-000000000000'
const items = Object.fromEntries(rubricItems.map((item) => [item.id, item.points - 1]))

export const panelReviewExamples: { [Name in keyof PanelReviewCommands]: PanelReviewCommands[Name] } = {
  convene: { title: '2026 年第二批中试基地认定会议评审', cases: [someCase], rubric: '2026-1', size: 7 },
  designate: { experts: ['expert-01'], reason: '专业方向与申报领域一致。' },
  replace: { expert: 'expert-01', by: 'expert-08', reason: '专家申明应当回避，由替补专家递补。' },
  beginScoring: {},
  declareConflict: { about: someCase, answers: { kinship: false, equity: false, paid: false, research: false, other: false } },
  score: {
    about: someCase, items, comments: Object.fromEntries(rubricItems.filter((item) => asksComment(item, item.points - 1)).map(({ id }) => [id, '材料充分，现场可核。'])),
    vetoes: Object.fromEntries(rubric2026.vetoes.map(({ id }) => [id, false])), vote: 'agree',
    opinion: '该申报定位清楚，设备与中试线完整，团队有工程化经验，近三年对外服务有合同和到账佐证，制度健全，同意认定，建议进一步提高设备开放机时。',
  },
  closeScoring: {},
  conclude: { opinions: [{ about: someCase, opinion: '评审组认为该申报符合条件，建议列入现场考察。', shortlist: true }] },
  dissolve: { reason: '评审组人数不足，另行组织。' },
}
