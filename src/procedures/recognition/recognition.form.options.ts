/** The choices of the application form that are no setting: kinds of papers, posts, titles, services. */
import { type Option, option } from './recognition.form.grammar.ts'

export const tracks = [
  option('regular', '常规申报', 'Regular application'),
  option('separateAppraisal', '一事一议-单独论证', 'Special track: separate appraisal'),
  option('commissionedBuild', '一事一议-委托建设', 'Special track: commissioned build'),
]

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
/** Equipment that exists for pilot work alone. */
export const specialKinds: readonly string[] = ['pilot', 'line']

export const titles = [
  option('senior', '正高级', 'Senior'),
  option('associateSenior', '副高级', 'Associate senior'),
  option('middle', '中级', 'Intermediate'),
  option('junior', '初级', 'Junior'),
  option('none', '无', 'None'),
]
/** 高级职称: both grades of it, 正高 and 副高. */
export const seniorTitles: readonly string[] = ['senior', 'associateSenior']
export const midTitles: readonly string[] = [...seniorTitles, 'middle']

export const educations = [
  option('doctor', '博士研究生', 'Doctorate'),
  option('master', '硕士研究生', 'Master'),
  option('bachelor', '大学本科', 'Bachelor'),
  option('college', '大学专科', 'College'),
  option('secondary', '中专及以下', 'Secondary or below'),
]
export const bachelorUp: readonly string[] = ['doctor', 'master', 'bachelor']

export const sexes = [option('male', '男', 'Male'), option('female', '女', 'Female')]

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

export const qualifications = [
  option('highTech', '高新技术企业', 'High-tech enterprise'),
  option('techSme', '科技型中小企业', 'Technology-based SME'),
  option('specialised', '专精特新企业', 'Specialised and sophisticated enterprise'),
  option('chainLeader', '链主企业', 'Chain-leading enterprise'),
  option('platform', '省级以上平台', 'Provincial or national platform'),
  option('accreditation', '检验检测、实验室认可', 'Testing or laboratory accreditation'),
  option('other', '其他', 'Other'),
]

export const contributions = [
  option('money', '资金', 'Money'),
  option('equipment', '设备', 'Equipment'),
  option('site', '场地', 'Site'),
  option('technology', '技术', 'Technology'),
  option('people', '人员', 'People'),
]

export const moneySources = [
  option('own', '自筹', 'Own funds'),
  option('fiscal', '财政', 'Public funds'),
  option('loan', '银行贷款', 'Bank loan'),
  option('social', '社会资本', 'Private capital'),
]
export const runningSources = [...moneySources, option('income', '服务收入', 'Service income')]

export const accountings = [
  option('ownLegalPerson', '独立法人核算', 'Accounts of a legal person of its own'),
  option('separateLedger', '依托单位下独立核算/专账', 'Separate accounts under the host'),
  option('auxiliaryLedger', '辅助核算', 'Auxiliary ledger'),
]

export const firePapers = [
  option('accepted', '消防验收', 'Fire acceptance'),
  option('filed', '消防备案', 'Fire filing'),
  option('inspected', '消防检查合格', 'Fire inspection passed'),
]
export const environmentPapers = [
  option('approved', '环评批复', 'Environmental approval'),
  option('registered', '环评登记表备案', 'Environmental registration'),
  option('exempt', '豁免（附说明）', 'Exempt, with explanation'),
]
export const dischargePapers = [
  option('permit', '排污许可证', 'Discharge permit'),
  option('registered', '排污登记', 'Discharge registration'),
  option('none', '不需要', 'Not needed'),
]

export const projectStates = [option('running', '在研', 'Running'), option('done', '已完成', 'Completed')]
export const projectLevels = [
  option('national', '国家级', 'National'),
  option('provincial', '省级', 'Provincial'),
  option('municipal', '市级', 'Municipal'),
  option('enterprise', '企业委托', 'Commissioned by enterprises'),
  option('own', '自立', 'Own project'),
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

export const accidentGrades = [
  option('ordinary', '一般', 'Ordinary'),
  option('larger', '较大', 'Larger'),
  option('major', '重大', 'Major'),
  option('extreme', '特别重大', 'Extremely serious'),
]
export const dishonestyFinders = [option('court', '司法机关', 'Court'), option('administration', '行政机关', 'Administrative authority')]

/** Fields of the ministry's list of pilot platforms, so that one set of data serves the reports upwards. */
export const ministryFields = [
  option('materials', '原材料', 'Raw materials'),
  option('equipment', '装备制造', 'Equipment manufacturing'),
  option('consumer', '消费品', 'Consumer goods'),
  option('information', '信息技术', 'Information technology'),
  option('future', '新兴和未来产业', 'Emerging and future industries'),
  option('common', '共性需求', 'Common needs'),
]

export const specialTowns = [
  option('malleableIron', '太谷玛钢专业镇', 'Taigu malleable iron'),
  option('glassware', '祁县玻璃器皿专业镇', 'Qixian glassware'),
  option('beefLacquer', '平遥牛肉和推光漆专业镇', 'Pingyao beef and lacquerware'),
  option('textileHydraulics', '榆次纺机液压专业镇', 'Yuci textile machinery hydraulics'),
  option('municipal', '市级专业镇', 'Municipal specialised town'),
]

/** The word of a choice; the value itself where it is not in the list. */
export const wordOf = (options: readonly Option[], value: string) =>
  options.find((one) => one.value === value)?.words ?? { zh: value, en: value }
