/** Choices that the application form and the register of a base share: one list, one name. */
import type { Words } from '../kernel/words.ts'

export type Option = { readonly value: string; readonly words: Words }
export const option = (value: string, zh: string, en: string): Option => ({ value, words: { zh, en } })

/** How a site or a piece of equipment is held. */
export const tenures = [
  option('own', '自有', 'Owned'),
  option('lease', '租赁', 'Leased'),
  option('free', '无偿使用', 'Used free of charge'),
]

export const equipmentKinds = [
  option('metrology', '通用计量检测', 'General metrology and testing'),
  option('laboratory', '常规实验', 'Ordinary laboratory'),
  option('pilot', '中试专用', 'Pilot-scale only'),
  option('line', '中试线/成套装置', 'Pilot line or complete plant'),
  option('safety', '安全环保设施', 'Safety and environmental facility'),
  option('it', '信息化', 'Information technology'),
]

export const titles = [
  option('senior', '正高级', 'Senior'),
  option('associateSenior', '副高级', 'Associate senior'),
  option('middle', '中级', 'Intermediate'),
  option('junior', '初级', 'Junior'),
  option('none', '无', 'None'),
]

export const educations = [
  option('doctor', '博士研究生', 'Doctorate'),
  option('master', '硕士研究生', 'Master'),
  option('bachelor', '大学本科', 'Bachelor'),
  option('college', '大学专科', 'College'),
  option('secondary', '中专及以下', 'Secondary or below'),
]

export const posts = [
  option('management', '管理', 'Management'),
  option('research', '研发', 'Research and development'),
  option('process', '工艺', 'Process'),
  option('operation', '操作', 'Operation'),
  option('testing', '检测', 'Testing'),
  option('safety', '安全环保', 'Safety and environment'),
  option('market', '市场', 'Market'),
  option('finance', '财务', 'Finance'),
]

export const committeePosts = [
  option('chair', '主任委员', 'Chair'),
  option('vice', '副主任委员', 'Vice chair'),
  option('member', '委员', 'Member'),
]

export const moneySources = [
  option('own', '自筹', 'Own funds'),
  option('fiscal', '财政', 'Public funds'),
  option('loan', '银行贷款', 'Bank loan'),
  option('social', '社会资本', 'Private capital'),
]

export const accountings = [
  option('ownLegalPerson', '独立法人核算', 'Accounts of a legal person of its own'),
  option('separateLedger', '依托单位下独立核算/专账', 'Separate accounts under the host'),
  option('auxiliaryLedger', '辅助核算', 'Auxiliary ledger'),
]

export const rights = [
  option('invention', '发明专利', 'Invention patent'),
  option('utility', '实用新型', 'Utility model'),
  option('design', '外观设计', 'Design patent'),
  option('software', '软件著作权', 'Software copyright'),
  option('variety', '植物新品种', 'Plant variety'),
  option('secret', '技术秘密（名称）', 'Know-how, by title'),
]

export const rightStates = [option('granted', '已授权', 'Granted'), option('pending', '申请中', 'Pending')]

export const standardKinds = [
  option('national', '国家标准', 'National'),
  option('industry', '行业标准', 'Industry'),
  option('local', '地方标准', 'Local'),
  option('group', '团体标准', 'Association'),
  option('enterprise', '企业标准', 'Enterprise'),
]

/** Five kinds of verification; advice, testing and training stand apart. */
export const services = [
  option('design', '设计验证', 'Design verification'),
  option('performance', '功能性能验证', 'Function and performance verification'),
  option('process', '工艺验证', 'Process verification'),
  option('fit', '适配验证', 'Fit verification'),
  option('production', '生产验证', 'Production verification'),
  option('advice', '技术咨询', 'Technical advice'),
  option('testing', '检验检测（单列）', 'Inspection and testing, listed apart'),
  option('training', '人才培训', 'Training'),
]

export const serviceResults = [
  option('production', '转产', 'Put into production'),
  option('fixed', '定型', 'Design fixed'),
  option('package', '工艺包', 'Process package'),
  option('standard', '标准', 'Standard'),
  option('report', '报告', 'Report'),
  option('running', '进行中', 'Running'),
]

export const houseRules = [
  option('charter', '章程/主任负责制', 'Charter and responsibility of the director'),
  option('committee', '管理委员会议事规则', 'Rules of the management committee'),
  option('opening', '开放共享与对外服务管理办法', 'Opening and external service'),
  option('prices', '收费标准', 'Price list'),
  option('contracts', '服务流程与合同范本', 'Service procedure and model contract'),
  option('quality', '质量管理', 'Quality management'),
  option('rights', '知识产权与技术归属', 'Intellectual property and ownership of results'),
  option('secrecy', '保密', 'Confidentiality'),
  option('safety', '安全生产', 'Work safety'),
  option('environment', '环保', 'Environmental protection'),
  option('emergency', '应急预案', 'Emergency plan'),
  option('finance', '财务/专账', 'Finance and separate accounts'),
  option('people', '人才流动与激励', 'Mobility and incentives'),
  option('records', '数据与档案', 'Data and records'),
]

export const ruleStates = [
  option('adopted', '已发布', 'Adopted'),
  option('drafting', '制定中', 'Being drafted'),
  option('notApplicable', '不适用', 'Not applicable'),
]
