/** What a base works with: sites, papers, equipment, pilot lines. */
import { equipmentKinds, option, tenures } from '../choices.ts'
import { riskClasses } from '../fields.ts'
import { hoursUnit, may, must, squareMetres, table, tenThousandYuan } from './table.ts'

export const permitKinds = [
  option('environment', '环评', 'Environmental assessment'), option('discharge', '排污许可（登记）', 'Discharge permit'), option('fire', '消防', 'Fire safety'),
  option('safety', '安全评价、安全生产许可', 'Safety assessment or licence'), option('health', '职业病危害评价', 'Occupational health assessment'), option('special', '特种设备使用登记', 'Special equipment registration'),
  option('radiation', '辐射安全许可', 'Radiation licence'), option('biosafety', '生物安全备案', 'Biosafety filing'), option('emergency', '应急预案备案', 'Emergency plan filing'),
  option('secrecy', '保密资格、审查', 'Confidentiality'), option('accreditation', '资质认定、认可', 'Accreditation'), option('other', '其他', 'Other'),
]

export const sites = table('sites', '场地', 'Sites', { law: 'Art. 8(3)', title: 'name', totals: ['area'], public: ['name', 'area'], evidence: ['产权证、租赁合同或平面图', 'Title, lease or plan'] }, [
  must('text', 'name', '场地名称', 'Name', { maxLength: 80 }), must('text', 'address', '详细地址', 'Address', { maxLength: 120 }), must('number', 'area', '面积', 'Area', { unit: squareMetres, min: 0 }),
  may('text', 'use', '用途', 'Used for', { maxLength: 80 }), must('choice', 'tenure', '权属', 'Held as', { choices: tenures }), may('day', 'leaseTo', '租期（使用期）至', 'Lease or use until', { expires: true, help: { zh: '租赁、无偿使用的填写', en: 'Where leased or used free of charge' } }),
  may('flag', 'chemicalPark', '在化工园区', 'In a chemical park'), may('text', 'remark', '备注', 'Remark', { maxLength: 200 }),
])

export const permits = table('permits', '证照手续', 'Permits', { law: 'Art. 8(2)', title: 'title', evidence: ['证照、批复或备案件', 'The permit, approval or filing'] }, [
  must('choice', 'kind', '类别', 'Kind', { choices: permitKinds }), must('text', 'title', '名称', 'Title', { maxLength: 120 }), may('text', 'number', '编号（文号）', 'Number', { maxLength: 80 }), may('text', 'by', '发证（批准）机关', 'Issued by', { maxLength: 80 }),
  may('day', 'on', '取得日期', 'Issued on'), may('day', 'to', '有效期至', 'Valid until', { expires: true, help: { zh: '长期有效的不填', en: 'Empty when it does not expire' } }), may('text', 'remark', '备注', 'Remark', { maxLength: 200 }),
])

export const equipment = table('equipment', '设备', 'Equipment', { law: 'Art. 8(3)', title: 'name', totals: ['count', 'value'], public: ['name', 'model', 'kind', 'count', 'open', 'price', 'hours'], evidence: ['发票、资产卡片或照片', 'Invoice, asset card or photograph'] }, [
  must('text', 'name', '设备名称', 'Name', { maxLength: 60 }), may('text', 'model', '型号', 'Model', { maxLength: 40 }), may('text', 'assetNo', '资产编号', 'Asset number', { maxLength: 40 }), must('choice', 'kind', '类别', 'Kind', { choices: equipmentKinds }),
  must('integer', 'count', '台套数', 'Pieces', { min: 1, max: 99_999 }), must('money', 'value', '原值', 'Original value', { unit: tenThousandYuan, min: 0, help: { zh: '本行各台套合计', en: 'All pieces of the row together' } }), must('day', 'boughtOn', '购置日期', 'Bought on'),
  must('choice', 'tenure', '权属', 'Held as', { choices: tenures }), may('text', 'parameters', '主要技术参数', 'Main parameters', { maxLength: 200 }), may('text', 'place', '存放地点', 'Place', { maxLength: 60 }),
  must('flag', 'open', '是否对外开放', 'Open to others', { law: 'Art. 4(2)' }), may('text', 'price', '收费标准', 'Price', { maxLength: 80 }), may('integer', 'hours', '年可用机时', 'Hours available a year', { unit: hoursUnit, min: 0, max: 8784 }),
  may('flag', 'shared', '是否入大仪平台', 'In the shared instruments register'),
])

export const lines = table('lines', '中试线', 'Pilot lines', { law: 'Art. 8(3)', title: 'name', public: ['name', 'capacity', 'capacityUnit', 'processes', 'levelFrom', 'levelTo'], evidence: ['工艺流程图、验收材料或照片', 'Flow sheet, acceptance or photograph'] }, [
  must('text', 'name', '名称', 'Name', { maxLength: 60 }), must('number', 'capacity', '处理能力', 'Capacity', { min: 0 }), must('text', 'capacityUnit', '单位', 'Unit', { maxLength: 20 }), must('text', 'processes', '适用工艺', 'Processes', { maxLength: 200 }),
  must('number', 'scaleUp', '放大倍数', 'Scale-up', { unit: { zh: '倍', en: 'times' }, min: 0 }), must('integer', 'levelFrom', '可承接成熟度（自）', 'Readiness level from', { min: 1, max: 9 }), must('integer', 'levelTo', '可承接成熟度（至）', 'Readiness level to', { min: 1, max: 9 }),
  must('choice', 'risk', '安全等级', 'Risk class', { choices: riskClasses.map(({ id, words }) => ({ value: id, words })) }), may('text', 'equipment', '主要设备', 'Main equipment', { maxLength: 200 }),
])
