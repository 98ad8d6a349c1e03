/** What a base does for others: services, hours of use, events, results, and pilots that take care. */
import { option, rights, serviceResults, services as serviceKinds, standardKinds } from '../choices.ts'
import { riskClasses } from '../fields.ts'
import { hoursUnit, may, must, table, tenThousandYuan } from './table.ts'

/** Published as it stands, so it asks for an office and never for a person. */
export const contact = table('contact', '对外联系', 'Public contact', { law: 'Art. 4(2)', title: 'office', public: ['office', 'phone', 'email', 'address', 'hours'], help: { zh: '在公众页面公开；写单位的部门和办公电话，不写个人姓名和手机号', en: 'Shown on the portal: an office of the unit and its telephone, no name of a person and no mobile number' } }, [
  must('text', 'office', '联系部门', 'Office', { maxLength: 60, help: { zh: '如：中试服务部，不写个人姓名', en: 'such as: pilot service desk; no name of a person' } }), may('officePhone', 'phone', '办公电话', 'Office telephone', { maxLength: 30 }), may('email', 'email', '单位邮箱', 'E-mail of the office', { maxLength: 80 }),
  may('text', 'address', '对外地址', 'Address', { maxLength: 120 }), may('text', 'hours', '接待时间', 'Hours', { maxLength: 60 }),
])

export const services = table('services', '对外服务', 'Services to others', { law: 'Art. 4(2)', title: 'project', dated: ['from', 'to'], totals: ['amount', 'received'], within: [['received', 'amount']], evidence: ['合同、发票、登记证明或用户证明', 'Contract, invoice, registration or statement of the client'] }, [
  must('org', 'client', '服务对象', 'Client', { maxLength: 80 }), may('uscc', 'clientCode', '统一社会信用代码', 'Credit code of the client'), must('text', 'place', '所在地', 'Place', { maxLength: 40 }), must('flag', 'inCity', '是否本市', 'In Jinzhong'),
  must('flag', 'related', '是否关联方', 'Related party'), must('choice', 'kind', '服务类型', 'Kind of service', { choices: serviceKinds }), must('flag', 'pureTesting', '纯检测/纯委托研发', 'Pure testing or contract research'), must('text', 'project', '项目名称', 'Project', { maxLength: 120 }),
  may('text', 'contractNo', '合同编号', 'Contract number', { maxLength: 60 }), must('money', 'amount', '合同额', 'Contract', { unit: tenThousandYuan, min: 0 }), must('money', 'received', '到账额', 'Received', { unit: tenThousandYuan, min: 0 }), may('text', 'invoiceNo', '发票号', 'Invoice number', { maxLength: 40 }),
  may('text', 'registrationNo', '技术合同登记号', 'Registered contract number', { maxLength: 40 }), must('day', 'from', '起', 'From'), may('day', 'to', '止', 'To'), may('choice', 'result', '成果', 'Result', { choices: serviceResults }), may('flag', 'transferred', '是否转产', 'Put into production'),
  may('number', 'satisfaction', '满意度', 'Satisfaction', { min: 0, max: 5, unit: { zh: '分（满分 5）', en: 'of 5' } }),
])

export const use = table('use', '设备机时', 'Hours of use', { law: 'Art. 4(2)', title: 'equipment', dated: ['month'], totals: ['used', 'available', 'outside'], within: [['used', 'available'], ['outside', 'used']], evidence: ['使用记录', 'Log of use'] }, [
  must('text', 'equipment', '设备', 'Equipment', { maxLength: 60 }), must('month', 'month', '年月', 'Month'), must('number', 'used', '使用机时', 'Hours used', { unit: hoursUnit, min: 0, max: 74_400 }), must('number', 'available', '可用机时', 'Hours available', { unit: hoursUnit, min: 0, max: 74_400 }),
  must('number', 'outside', '其中对外', 'of which for others', { unit: hoursUnit, min: 0, max: 74_400 }),
])

const eventKinds = [option('exchange', '交流会', 'Exchange'), option('matching', '对接会', 'Matching event'), option('exhibition', '展示推介', 'Exhibition'), option('forum', '论坛讲座', 'Forum or lecture'), option('visit', '开放日', 'Open day'), option('other', '其他', 'Other')]

export const events = table('events', '交流活动', 'Events', { law: 'Art. 4(4)', title: 'title', dated: ['on'], totals: ['persons'], public: ['title', 'kind', 'on', 'place'], evidence: ['通知、议程或照片', 'Notice, programme or photograph'] }, [
  must('text', 'title', '活动名称', 'Title', { maxLength: 120 }), must('choice', 'kind', '类别', 'Kind', { choices: eventKinds }), must('day', 'on', '日期', 'Date'), may('text', 'place', '地点', 'Place', { maxLength: 80 }), must('integer', 'persons', '参加人数', 'Participants', { min: 1, max: 99_999 }),
  may('integer', 'units', '参加单位', 'Institutions', { min: 0, max: 9999 }), may('text', 'outcome', '成效', 'Outcome', { maxLength: 300 }),
])

const resultKinds = [
  option('package', '工艺包/成套技术', 'Process package'), option('product', '新产品、样机', 'Product or prototype'), option('standard', '标准', 'Standard'), option('right', '知识产权', 'Intellectual property'), option('transfer', '转产', 'Put into production'), option('award', '奖励', 'Award'),
]

export const results = table('results', '成果', 'Results', { law: 'Art. 4(1)', title: 'title', dated: ['on'], totals: ['income'], evidence: ['证书、合同或用户证明', 'Certificate, contract or statement of the client'] }, [
  must('choice', 'kind', '类别', 'Kind', { choices: resultKinds }), must('text', 'title', '名称', 'Title', { maxLength: 120 }), may('text', 'number', '编号', 'Number', { maxLength: 60 }), may('text', 'owner', '权利人（采用单位）', 'Owner or user', { maxLength: 120 }),
  may('choice', 'right', '知识产权类型', 'Kind of right', { choices: rights }), may('choice', 'standard', '标准类别', 'Kind of standard', { choices: standardKinds }), may('integer', 'level', '成熟度', 'Readiness level', { min: 1, max: 9 }), must('day', 'on', '日期', 'Date'),
  may('money', 'income', '转化收入', 'Income', { unit: tenThousandYuan, min: 0 }),
])

const hazardStates = [option('running', '进行中', 'Running'), option('extended', '已延期', 'Extended'), option('closed', '已结束（拆除或封存）', 'Closed: dismantled or sealed')]

export const hazards = table('hazards', '危化类中试项目', 'Hazardous pilots', { law: 'Art. 8(2)', title: 'project', evidence: ['安全评估、批准、预案或拆除封存记录', 'Assessment, approval, plan or closing record'] }, [
  must('text', 'project', '项目名称', 'Project', { maxLength: 120 }), must('choice', 'risk', '安全等级', 'Risk class', { choices: riskClasses.map(({ id, words }) => ({ value: id, words })) }), must('text', 'approvalNo', '批准（备案）文号', 'Approval or filing', { maxLength: 80 }),
  must('text', 'assessmentNo', '安全风险评估编号', 'Safety assessment', { maxLength: 80 }), may('text', 'planNo', '应急预案备案号', 'Emergency plan', { maxLength: 80 }), must('day', 'startedOn', '开始日期', 'Started on'), must('day', 'endsOn', '期满日期', 'Ends on', { expires: true }),
  may('day', 'extendedTo', '延期至', 'Extended to', { expires: true }), must('choice', 'state', '状态', 'State', { choices: hazardStates }), may('text', 'closing', '结束记录', 'Closing record', { maxLength: 200 }),
])
