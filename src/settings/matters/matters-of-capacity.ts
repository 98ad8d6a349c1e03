/** M07–M10: what the base works with and how open it is (Arts. 4, 9(4)). */
import { attachment, field, happenedOn, type Matter, matter, plannedOn, reasonField } from './matter.ts'

export const mattersOfCapacity: readonly Matter[] = [
  matter({
    code: 'M07', name: ['场地搬迁或面积减少', 'Move, or loss of area'], kind: 'approval', time: { when: 'before' }, changes: ['site'], inspection: true,
    says: ['中试场地搬迁，或面积减少超过规定比例', 'The site moves, or its area shrinks by more than the share set'],
    fields: [
      field('what', 'choice', ['变动', 'What happens'], { options: [['move', '搬迁', 'Move'], ['reduction', '面积减少', 'Loss of area']] }),
      field('site', 'text', ['变动后的场地地址', 'Address after'], { replaces: 'site' }),
      field('areaBefore', 'area', ['变动前面积', 'Area before'], { unit: 'squareMetre' }), field('areaAfter', 'area', ['变动后面积', 'Area after'], { unit: 'squareMetre' }),
      field('permits', 'longText', ['环保、消防等手续的办理', 'Environmental, fire and other papers']), reasonField, plannedOn,
    ],
    attachments: [attachment('A01', ['新场地权属或租赁证明', 'Title or lease of the site']), attachment('A02', ['环保、消防手续', 'Environmental and fire papers'], { required: false, when: { field: 'what', is: ['move'] } })],
    basis: ['场地为第九条（四）条件；搬迁后须现场复核', 'The site is a condition of Art. 9(4); it is looked at again'],
  }),
  matter({
    code: 'M08', name: ['主要设备处置或中试线停用', 'Equipment disposed of, or a line stopped'], kind: 'approval', time: { when: 'before' },
    says: ['处置设备原值超过规定比例，或停用一条中试线', 'Equipment above the share of value set is disposed of, or a pilot line stops'],
    fields: [
      field('what', 'choice', ['处置内容', 'What happens'], { options: [['disposal', '设备处置', 'Disposal'], ['line', '中试线停用', 'Line stopped']] }),
      field('value', 'money', ['处置设备原值', 'Value disposed of'], { unit: 'tenThousandYuan', when: { field: 'what', is: ['disposal'] } }),
      field('total', 'money', ['全部设备原值', 'Value of all equipment'], { unit: 'tenThousandYuan', when: { field: 'what', is: ['disposal'] } }),
      field('line', 'text', ['停用的中试线', 'The line'], { when: { field: 'what', is: ['line'] } }),
      field('impact', 'longText', ['对对外服务能力的影响和替代安排', 'Effect on service, and what takes its place']), reasonField, plannedOn,
    ],
    attachments: [attachment('A01', ['处置（停用）清单', 'List'])],
    basis: ['专用设备为第九条（四）条件', 'Equipment is a condition of Art. 9(4)'],
  }),
  matter({
    code: 'M09', name: ['停止对外服务', 'Service to others stops'], kind: 'approval', time: { when: 'either', setting: 'major.stopDays', counts: 'workingDays' }, changes: ['openService'], law: 'Art. 4(2)',
    says: ['停止对外中试服务超过三个月，或停止后恢复', 'Service to others stops for more than three months, or is taken up again'],
    fields: [
      field('openService', 'choice', ['内容', 'What happens'], { replaces: 'openService', options: [['paused', '停止对外服务', 'Stop'], ['open', '恢复对外服务', 'Take up again']] }),
      field('effectiveOn', 'day', ['自', 'From']), field('until', 'day', ['预计至', 'Expected until'], { when: { field: 'openService', is: ['paused'] } }),
      field('orders', 'longText', ['在办委托的安排', 'What becomes of commissions under way'], { when: { field: 'openService', is: ['paused'] } }), reasonField,
    ],
    attachments: [attachment('A01', ['与委托方的安排', 'Arrangement with clients'], { required: false })],
    basis: ['面向社会开放服务是主要任务（第四条（二））；短于三个月的不在目录', 'Open service is a main task (Art. 4(2)); less than three months is not in the catalogue'],
  }),
  matter({
    code: 'M10', name: ['收费标准或开放制度变更', 'Prices or rules of access change'], kind: 'filing', time: { when: 'after', setting: 'major.filingDays', counts: 'workingDays' }, law: 'Art. 4(2)',
    says: ['收费标准重大调整，或开放服务制度变更', 'A major change of prices, or of the rules of open service'],
    fields: [
      field('what', 'choice', ['变更内容', 'What changed'], { options: [['prices', '收费标准', 'Prices'], ['rules', '开放制度', 'Rules of access']] }),
      field('summary', 'longText', ['变更前后对照', 'Before and after']), happenedOn, reasonField,
    ],
    attachments: [attachment('A01', ['新的收费标准或制度', 'The new prices or rules'])],
    basis: ['“开放、流动、联合、竞争”（第五条）须公开可查', 'Openness (Art. 5) has to be visible'],
  }),
]
