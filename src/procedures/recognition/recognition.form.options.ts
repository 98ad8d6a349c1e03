/** The choices of the application form that are no setting: kinds of papers, posts, titles, services. */
import { accountings, committeePosts, educations, equipmentKinds, houseRules, moneySources, posts, rightStates, rights, ruleStates, serviceResults, services, standardKinds, tenures, titles } from '../../settings/choices.ts'
import { type Option, option } from './recognition.form.grammar.ts'

export { accountings, committeePosts, educations, equipmentKinds, houseRules, moneySources, posts, rightStates, rights, ruleStates, serviceResults, services, standardKinds, tenures, titles }

export const tracks = [
  option('regular', '常规申报', 'Regular application'),
  option('separateAppraisal', '一事一议-单独论证', 'Special track: separate appraisal'),
  option('commissionedBuild', '一事一议-委托建设', 'Special track: commissioned build'),
]

/** Equipment that exists for pilot work alone. */
export const specialKinds: readonly string[] = ['pilot', 'line']

/** 高级职称: both grades of it, 正高 and 副高. */
export const seniorTitles: readonly string[] = ['senior', 'associateSenior']
export const midTitles: readonly string[] = [...seniorTitles, 'middle']

export const bachelorUp: readonly string[] = ['doctor', 'master', 'bachelor']

export const sexes = [option('male', '男', 'Male'), option('female', '女', 'Female')]

/** Which way a stake goes, seen from the host. */
export const holdingWays = [option('holder', '持有本单位', 'Holds the host'), option('held', '由本单位持有', 'Held by the host')]

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

export const runningSources = [...moneySources, option('income', '服务收入', 'Service income')]

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
  option('malleableIron', '太谷玛钢专业镇', 'Specialised town: Taigu malleable iron'),
  option('glassware', '祁县玻璃器皿专业镇', 'Specialised town: Qixian glassware'),
  option('beefLacquer', '平遥牛肉和推光漆专业镇', 'Specialised town: Pingyao beef and lacquerware'),
  option('textileHydraulics', '榆次纺机液压专业镇', 'Specialised town: Yuci textile machinery and hydraulics'),
  option('municipal', '市级专业镇', 'Municipal specialised town'),
]

/** The word of a choice; the value itself where it is not in the list. */
export const wordOf = (options: readonly Option[], value: string) =>
  options.find((one) => one.value === value)?.words ?? { zh: value, en: value }
