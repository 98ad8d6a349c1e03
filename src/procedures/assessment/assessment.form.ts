/** The self-assessment report 年度考核自评报告 with the plan for the next year, by version. Figures come from the register; the base writes what they mean. */
import { assessmentFigures, type FigureDef, figureOf, planTargets } from '../../settings/assessment-figures.ts'
import { type Attachment, type Form, may, must, option, type Section, type SectionId, table, words } from '../recognition/recognition.form.grammar.ts'

const wan = words('万元', '10,000 yuan')
const long = (more: object = {}) => ({ maxLength: 3000, ...more })

const grades = [option('excellent', '优', 'Excellent'), option('good', '良', 'Good'), option('fair', '中', 'Fair'), option('poor', '差', 'Poor')]
const figures = assessmentFigures.map(({ id, words: { zh, en } }) => option(id, zh, en))
const targets = planTargets.map((id) => { const { words: { zh, en }, unit } = figureOf(id); return option(id, `${zh}（${unit.zh}）`, `${en} (${unit.en})`) })

const overview: Section = { id: 'A', words: words('基本情况', 'Overview'), law: 'Art. 16', tables: [], fields: [
  must('longText', 'position', '基地定位、组织架构和本年度变化', 'Position, organisation, changes of the year', long()),
  must('longText', 'self', '年度任务完成情况自评', 'Tasks of the year, self-assessed', long({ help: words('对照上年度计划，逐项说明', 'Against the plan of last year, item by item') })),
  may('longText', 'unmet', '未完成任务的原因和改进', 'What was not reached, why, and what changes', long()),
  must('enum', 'ownGrade', '自评档次', 'Grade by self-assessment', { options: grades, law: 'Art. 18' }),
  must('bool', 'estimated', '十二月数据是否为预计', 'December is estimated', { help: words('预计的，次年一月核定一次', 'An estimate is settled once, in January') }),
] }
const means: Section = { id: 'B', words: words('条件建设', 'Means'), law: 'Art. 8(3)', tables: [], fields: [must('longText', 'changes', '场地、设备、投资情况和变化', 'Sites, equipment, investment and their changes', long())] }
const team: Section = { id: 'C', words: words('人才队伍与培训', 'Team and training'), law: 'Art. 4(3)', tables: [], fields: [must('longText', 'team', '队伍建设、人才培养培训', 'Team, training given', long())] }
const work: Section = { id: 'D', words: words('中试研究与成果', 'Pilot work and results'), law: 'Art. 4(1)', fields: [must('longText', 'work', '中试研究、工艺包、新产品、知识产权、标准', 'Pilot work, packages, products, rights, standards', long())],
  tables: [table('best', '代表性成果（1 至 3 项）', 'Representative results (one to three)', [must('text', 'title', '名称', 'Title', { maxLength: 120 }), must('text', 'kind', '类别', 'Kind', { maxLength: 40 }), must('longText', 'effect', '作用和应用', 'Effect and use', { maxLength: 600 })], { minRows: 1 })] }
const service: Section = { id: 'E', words: words('对外开放服务', 'Services to others'), law: 'Art. 4(2)', fields: [must('longText', 'openness', '开放服务、收费、服务本市重点产业', 'Openness, prices, service to the city\'s industries', long())],
  tables: [table('examples', '服务实例（1 至 2 例）', 'Examples of service (one or two)', [must('text', 'title', '项目', 'Project', { maxLength: 120 }), must('longText', 'effect', '问题、做法、效果', 'Problem, approach, effect', { maxLength: 1000 })], { minRows: 1 })] }
const order: Section = { id: 'F', words: words('运行机制与经费', 'How the base works, its funds'), law: 'Art. 13', tables: [], fields: [
  must('longText', 'mechanism', '运行机制、制度执行、管委会活动', 'Mechanism, rules, committee', long({ law: 'Art. 5' })), must('longText', 'accounts', '经费投入与使用、独立核算', 'Funds and their use, separate accounts', long({ law: 'Art. 13' })),
] }
const safety: Section = { id: 'G', words: words('安全、环保、质量、保密', 'Safety, environment, quality, confidentiality'), law: 'Art. 8(2)', tables: [], fields: [
  must('longText', 'safety', '责任落实和隐患整改', 'Duties and hazards', long()), must('bool', 'accident', '本年度是否发生事故', 'An accident happened in the year'),
  may('longText', 'accidentTold', '事故情况、责任认定和处理', 'The accident, responsibility and handling', long({ required: { path: 'G.accident', is: [true] } })), must('bool', 'penalty', '本年度是否受到行政处罚', 'A penalty was imposed in the year'),
] }
const cases: Section = { id: 'H', words: words('典型案例', 'Cases'), fields: [], tables: [table('cases', '典型案例（2 至 3 例，有数据支撑）', 'Cases (two or three, with figures)', [must('text', 'title', '题目', 'Title', { maxLength: 120 }), must('longText', 'told', '做法和数据', 'Approach and figures', { maxLength: 1500 })], { minRows: 1 })] }
const ventures: Section = { id: 'I', words: words('成果获得投资、孵化企业', 'Investment won, firms founded'), fields: [], tables: [table('ventures', '投资与孵化', 'Investment and firms', [
  must('text', 'name', '企业（项目）', 'Firm or project', { maxLength: 80 }), must('text', 'how', '方式', 'How', { maxLength: 80 }), may('money', 'amount', '金额', 'Amount', { unit: wan }), may('date', 'on', '日期', 'Date')], { totals: ['amount'] })] }
const matters: Section = { id: 'J', words: words('重大事项与变更', 'Major matters and changes'), law: 'Art. 15', tables: [], fields: [must('longText', 'matters', '重大事项和变更情况', 'Major matters and changes', long()), must('bool', 'allReported', '应报的重大事项均已报告', 'Every major matter was reported', { law: 'Art. 15' })] }
const problems: Section = { id: 'K', words: words('问题与建议', 'Problems and proposals'), tables: [], fields: [must('longText', 'problems', '存在的问题', 'Problems', long()), may('longText', 'proposals', '建议', 'Proposals', long())] }
const plan: Section = { id: 'L', words: words('下年度工作计划', 'Plan for next year'), law: 'Art. 16', fields: [must('longText', 'goals', '目标和主要任务', 'Goals and main tasks', long()), must('money', 'budget', '经费预算', 'Budget', { unit: wan })],
  tables: [
    table('targets', '计划指标', 'Targets', [must('enum', 'target', '指标', 'Target', { options: targets }), must('number', 'value', '计划值', 'Planned'), may('text', 'how', '措施', 'How', { maxLength: 200 })], { oneRowPer: 'target', minRows: planTargets.length, help: words('下年度考核按此对照', 'Next year is measured by it') }),
    table('tasks', '重点任务', 'Main tasks', [must('text', 'task', '任务', 'Task', { maxLength: 200 }), may('month', 'by', '完成年月', 'By')], { minRows: 1 }),
  ] }
const evidence: Section = { id: 'M', words: words('手工补充与佐证', 'Added by hand, evidence'), law: 'Art. 17(2)', help: words('能在基地档案登记的，请先登记，报告会自动带入。确实没有登记处的在此补充，报告中注明“手工补充”', 'What the register can hold belongs there and is taken over. What has no place there is added here and marked'), fields: [],
  tables: [table('additions', '手工补充', 'Added by hand', [must('enum', 'figure', '数据项', 'Figure', { options: figures }), must('number', 'amount', '补充数', 'Amount'), must('longText', 'why', '内容和理由', 'What it is and why', { maxLength: 400 }), may('file', 'proof', '证明', 'Proof')])] }

const attachment = (code: string, section: SectionId, zh: string, en: string, check: readonly [string, string], required = false): Attachment => ({ code, section, required, words: words(zh, en), check: words(check[0], check[1]), law: 'Art. 17(2)' })

export const form2026K: Form = {
  version: '2026-K', words: words('晋中市中试基地年度考核自评报告', 'Annual self-assessment report of a Jinzhong pilot base'),
  sections: [overview, means, team, work, service, order, safety, cases, ventures, matters, problems, plan, evidence],
  attachments: [
    attachment('A01', 'E', '中试服务合同、发票、用户证明', 'Contracts, invoices, clients\' statements', ['与对外服务登记一致', 'Agree with the register of services'], true), attachment('A02', 'F', '独立核算年度报表', 'Yearly statement of the separate accounts', ['收入支出与登记一致', 'Revenue and expenditure agree'], true),
    attachment('A03', 'F', '管委会会议纪要', 'Minutes of the committee', ['次数与登记一致', 'As many as registered']), attachment('A04', 'E', '服务、培训、活动照片', 'Photographs of services, training, events', ['与活动一致，未重复使用', 'Of these events, not used before']), attachment('A05', 'M', '其他佐证', 'Other evidence', ['与所补充内容一致', 'Of what was added']),
  ],
  commitments: [
    words('自评报告和佐证材料真实、准确、完整，没有弄虚作假。', 'Report and evidence are true, accurate and complete.'), words('服务业绩不含关联方，未将同一合同、同一成果重复计算。', 'Related parties are left out; no contract and no result is counted twice.'),
    words('应报的重大事项均已报告。', 'Every major matter was reported.'), words('接受现场抽查；有虚假材料的，愿承担第十九条规定的后果。', 'Spot checks are accepted; false material has the consequences of Art. 19.'),
  ],
}

const versions: Readonly<Record<string, Form>> = { [form2026K.version]: form2026K }
/** An unknown version is a fault of ours, never of the base. */
export function reportFormOf(version: string): Form {
  const form = versions[version]
  if (!form) throw new Error(`Report form ${version} does not exist`)
  return form
}
export const isReportForm = (version: string): boolean => Object.hasOwn(versions, version)

const told: Readonly<Record<FigureDef['from'], string>> = { services: 'E', events: 'E', use: 'B', equipment: 'B', investments: 'B', staff: 'C', training: 'C', results: 'D', meetings: 'F', accounts: 'F', cases: 'J' }
const apart: { readonly [id: string]: string } = { projects: 'D', projectsDone: 'D', transferred: 'D', accidents: 'G', rectificationsOpen: 'G' }
/** The sections that tell of a figure: its own; of what is planned, the tasks of the year and the plan for the next as well; and where figures are added by hand, of all. */
export const sectionsOfFigure = ({ id, from }: Pick<FigureDef, 'id' | 'from'>): string[] => [apart[id] ?? told[from], ...(planTargets.some((one) => one === id) ? ['A', 'L'] : []), 'M']
