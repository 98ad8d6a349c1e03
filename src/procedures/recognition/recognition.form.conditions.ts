/** Sections D and E: site, equipment and pilot lines, as Article 9(4) asks for them. */
import { squareMetres, tenThousandYuan } from './recognition.form.applicant.ts'
import { type Condition, type Section, type Test, auto, filesOf, may, must, table, words } from './recognition.form.grammar.ts'
import { divisionOptions, riskOptions } from './recognition.form.lists.ts'
import { dischargePapers, environmentPapers, equipmentKinds, firePapers, tenures } from './recognition.form.options.ts'

const held: Test = { path: 'D.tenure', is: ['lease', 'free'] }
const notOwned: Condition = { when: held, otherwise: words('自有场地', 'The site is owned') }

/** Chemical work, hazardous chemicals or a supervised process: the chemical papers apply. */
export const chemical: Condition = {
  when: {
    any: [
      { path: 'D.chemicalProcess', is: [true] },
      { path: 'K.hazardousChemicals', is: [true] },
      { path: 'K.hazardousProcess', is: [true] },
    ],
  },
  otherwise: words('不涉及化工工艺、危险化学品和重点监管工艺', 'No chemical process, hazardous chemical or supervised process'),
}

export const site: Section = {
  id: 'D',
  words: words('场地', 'Site'),
  law: 'Art. 9(4)',
  fields: [
    must('enum', 'county', '建设地点（县区市）', 'Location (county)', { options: divisionOptions }),
    must('text', 'town', '乡镇（街道、园区）', 'Town, street or park', { maxLength: 40 }),
    must('text', 'address', '详细地址', 'Address', { maxLength: 120 }),
    may('number', 'longitude', '经度', 'Longitude', { min: 111, max: 115 }),
    may('number', 'latitude', '纬度', 'Latitude', { min: 36, max: 39 }),
    must('area', 'area', '总面积', 'Total area', { unit: squareMetres, law: 'Art. 9(4)' }),
    must('area', 'areaPilot', '其中 中试', 'of which pilot', { unit: squareMetres }),
    must('area', 'areaTesting', '其中 检测', 'of which testing', { unit: squareMetres }),
    must('area', 'areaOffice', '其中 办公', 'of which office', { unit: squareMetres }),
    must('area', 'areaStorage', '其中 仓储', 'of which storage', { unit: squareMetres }),
    must('area', 'areaCommon', '其中 公共', 'of which common', { unit: squareMetres }),
    auto('area', 'areaOfParts', '各部分面积合计', 'Sum of the parts', { unit: squareMetres }),
    must('enum', 'tenure', '权属', 'Held as', { options: tenures }),
    must('date', 'leaseTo', '租期（使用期）至', 'Lease or use until', { appliesWhen: notOwned }),
    may('longText', 'leaseNote', '租期说明', 'Remark on the lease', {
      appliesWhen: notOwned,
      maxLength: 500,
      help: words('剩余租期较短时说明续租安排', 'How the lease will be renewed when little of it is left'),
    }),
    must('bool', 'concentrated', '实验场地是否集中', 'Test sites lie together', { law: 'Art. 9(4)' }),
    must('bool', 'managedAsOne', '是否统一管理、规范开放', 'Managed as one and open by rule', { law: 'Art. 9(4)' }),
    may('longText', 'siteNote', '场地说明', 'Remark on the site', { maxLength: 500 }),
    must('bool', 'chemicalProcess', '是否涉及化工工艺', 'Chemical process involved'),
    must('bool', 'inChemicalPark', '是否在化工园区', 'In a chemical park', { appliesWhen: chemical }),
    must('text', 'chemicalPark', '化工园区名称', 'Name of the chemical park', {
      maxLength: 60,
      appliesWhen: {
        when: { all: [chemical.when, { path: 'D.inChemicalPark', is: [true] }] },
        otherwise: words('不在化工园区', 'Not in a chemical park'),
      },
    }),
    filesOf('A03', '场地权属/租赁', 'Title or lease of the site'),
    may('file', 'floorPlan', '平面布置图', 'Floor plan'),
    may('file', 'photos', '场地照片', 'Photographs'),
    must('enum', 'firePaper', '消防手续', 'Fire safety paper', { options: firePapers, law: 'Art. 9(4)' }),
    must('text', 'fireNumber', '消防文号', 'Its number', { maxLength: 60 }),
    must('date', 'fireOn', '消防手续日期', 'Its date'),
    must('enum', 'environmentPaper', '环评手续', 'Environmental paper', { options: environmentPapers, law: 'Art. 9(4)' }),
    must('text', 'environmentNumber', '环评文号（豁免写依据）', 'Its number, or the basis of the exemption', { maxLength: 120 }),
    must('date', 'environmentOn', '环评手续日期', 'Its date'),
    must('enum', 'dischargePaper', '排污手续', 'Discharge paper', { options: dischargePapers, law: 'Art. 9(4)' }),
    may('text', 'dischargeNumber', '排污许可证（登记）编号', 'Its number', {
      maxLength: 60,
      required: { path: 'D.dischargePaper', is: ['permit', 'registered'] },
      appliesWhen: {
        when: { path: 'D.dischargePaper', is: ['permit', 'registered'] },
        otherwise: words('不需要排污手续', 'No discharge paper needed'),
      },
    }),
    filesOf('A12', '环评/排污、消防、安全生产手续', 'Environmental, discharge, fire and safety papers', { law: 'Art. 9(4)' }),
    must('text', 'safetyNumber', '安全评价报告编号', 'Safety assessment number', { maxLength: 60, appliesWhen: chemical }),
    must('date', 'safetyOn', '安全评价日期', 'Safety assessment date', { appliesWhen: chemical }),
    must('text', 'healthNumber', '职业病危害评价编号', 'Occupational health assessment number', { maxLength: 60, appliesWhen: chemical }),
  ],
  tables: [],
}

export const equipment: Section = {
  id: 'E',
  words: words('仪器设备与中试线', 'Equipment and pilot lines'),
  law: 'Art. 9(4)',
  fields: [
    auto('integer', 'equipmentCount', '设备台套合计', 'Pieces in all'),
    auto('money', 'equipmentValue', '设备原值合计', 'Original value in all', { unit: tenThousandYuan }),
    auto('percent', 'specialEquipmentShare', '中试专用与中试线占比', 'Share of pilot-only equipment and lines', { unit: words('%', '%') }),
    filesOf('A04', '设备清单、发票或资产卡片', 'List of equipment, invoices or asset cards', {
      help: words('按价值抽附不少于 20%', 'Vouchers for at least 20% of the value'),
    }),
  ],
  tables: [
    table(
      'equipment',
      '仪器设备',
      'Equipment',
      [
        must('text', 'name', '设备名称', 'Name', { maxLength: 60 }),
        may('text', 'model', '型号', 'Model', { maxLength: 40 }),
        must('enum', 'kind', '类别', 'Kind', { options: equipmentKinds }),
        must('integer', 'count', '台套数', 'Pieces', { min: 1 }),
        must('money', 'value', '原值', 'Original value', {
          unit: tenThousandYuan,
          help: words('本行各台套合计', 'All pieces of the row together'),
        }),
        must('date', 'boughtOn', '购置日期', 'Bought on'),
        must('enum', 'tenure', '权属', 'Held as', { options: tenures }),
        may('text', 'parameters', '主要技术参数', 'Main parameters', { maxLength: 200 }),
        may('text', 'place', '存放地点', 'Place', { maxLength: 60 }),
        must('bool', 'open', '是否对外开放', 'Open to others', { law: 'Art. 4(2)' }),
        may('text', 'price', '收费标准', 'Price', { maxLength: 80 }),
        may('integer', 'hours', '年可用机时', 'Hours available a year', { unit: words('小时/年', 'h/year'), max: 8784 }),
        may('bool', 'shared', '是否入大仪平台', 'In the shared instruments register'),
        may('file', 'photo', '照片', 'Photograph'),
      ],
      { minRows: 1, totals: ['count', 'value'], law: 'Art. 9(4)' },
    ),
    table(
      'lines',
      '中试线',
      'Pilot lines',
      [
        must('text', 'name', '名称', 'Name', { maxLength: 60 }),
        must('number', 'capacity', '处理能力', 'Capacity'),
        must('text', 'capacityUnit', '单位', 'Unit', { maxLength: 20 }),
        must('text', 'processes', '适用工艺', 'Processes', { maxLength: 200 }),
        must('number', 'scaleUp', '放大倍数', 'Scale-up', { unit: words('倍', 'times') }),
        must('integer', 'levelFrom', '可承接成熟度（自）', 'Readiness level from', { min: 1, max: 9 }),
        must('integer', 'levelTo', '可承接成熟度（至）', 'Readiness level to', { min: 1, max: 9 }),
        must('enum', 'risk', '安全等级', 'Risk class', { options: riskOptions }),
      ],
      { minRows: 1, law: 'Art. 9(4)' },
    ),
  ],
}
