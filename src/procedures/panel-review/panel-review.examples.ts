/** One body a step that works, for the API document and its test. */
import { asksComment, rubric2026, rubricItems } from '../../settings/rubric-2026.ts'
import type { PanelReviewCommands } from './panel-review.commands.ts'

const someCase = '00000000-0000-4000-8000-000000000000'
const items = Object.fromEntries(rubricItems.map((item) => [item.id, item.points - 1]))

export const panelReviewExamples: { [Name in keyof PanelReviewCommands]: PanelReviewCommands[Name] } = {
  convene: { title: '2026 年第二批中试基地认定会议评审', cases: [someCase], rubric: '2026-1', size: 7, management: 0 },
  designate: { expert: 'expert-01', reason: '专业方向与申报领域一致，专家池中同方向人员较少。' },
  approveDesignation: { expert: 'expert-01' },
  refuseDesignation: { expert: 'expert-01', reason: '同方向专家可以抽取，不必指定。' },
  commitDraw: {},
  witnessDraw: { word: '骰子 3 5 2 6' },
  revealDraw: {},
  redraw: { reason: '抽取后有两名专家来函说明不能参加，余下候补不足。' },
  beginScoring: {},
  declareConflict: { about: someCase, answers: { kinship: false, equity: false, paid: false, research: false, other: false } },
  score: {
    about: someCase, items, comments: Object.fromEntries(rubricItems.filter((item) => asksComment(item, item.points - 1)).map(({ id }) => [id, '材料充分，现场可核。'])),
    vetoes: Object.fromEntries(rubric2026.vetoes.map(({ id }) => [id, false])), vote: 'agree',
    opinion: '该申报定位清楚，设备与中试线完整，团队有工程化经验，近三年对外服务有合同和到账佐证，制度健全，同意认定，建议进一步提高设备开放机时。',
  },
  recordConflict: { expert: 'expert-01', about: someCase, reason: '经核查，专家一年前在申报单位任兼职技术顾问。' },
  replace: { expert: 'expert-01', because: 'conflict', reason: '专家申明应当回避，按顺序递补。' },
  closeScoring: {},
  countSheets: {},
  declareLate: { about: someCase, reason: '会后发现，本人学生在申报单位任职。' },
  recordConflictLate: { expert: 'expert-01', about: someCase, reason: '来信反映并经核查，专家与申报单位有合作项目。' },
  explain: { about: someCase, reason: '现场照片与所列中试线不一致，设备项按较低档评分。' },
  discuss: { about: someCase, minutes: '评审组全体讨论：就设备完整性意见不一，核对资产卡片后维持各自评分。' },
  breakTie: { order: [someCase, '00000000-0000-4000-8000-000000000001'] },
  conclude: { opinions: [{ about: someCase, opinion: '评审组认为该申报符合条件，建议列入现场考察。', shortlist: true }] },
  dissolve: { reason: '评审组人数不足，另行组织。' },
}
