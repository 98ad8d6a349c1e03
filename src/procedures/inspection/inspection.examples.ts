/** Bodies that work, for the API document and the tests: an inspection that finds two things wanting. */
import { itemsFor } from '../../settings/inspection-2026.ts'
import type { InspectionCommands } from './inspection.commands.ts'

const inspectors = [{ name: '陈立勉', org: '区县科技管理部门' }, { name: '周岚清', org: '区县科技管理部门' }]
const wanting: Record<string, Partial<InspectionCommands['record']['items'][number]>> = {
  'J1.2': { answer: 'fails', note: '消防验收合格证已过期，未见续办材料。' }, 'J2.2': { answer: 'partly', note: '台账缺十月两笔，联单齐全，当场补记。' },
}

/** Every item of the list met, but for those told otherwise. */
export const itemsFound = (others: typeof wanting = {}, chemical = false): InspectionCommands['record']['items'] => itemsFor(chemical).map(({ id, kind }) => ({ item: id, answer: 'meets', note: kind === 'figure' ? '现场核对一致。' : '现场查看属实。', ...others[id] }))

export const inspectionExamples: { [Name in keyof InspectionCommands]: InspectionCommands[Name] } = {
  open: { base: 'JZ-ZS-2026-001', kind: 'routine', reason: '年度例行检查。' },
  notify: { visitOn: '2026-12-07', inspectors, matters: '安全、环保、核算、管委会、对外服务台账；请备好证照原件和设备台账。' },
  goUnannounced: { reason: '收到安全隐患线索，事先告知可能影响检查。' },
  record: { inspectedOn: '2026-11-23', inspectors, items: itemsFound(wanting), majorHazard: false, present: '王建棠', remark: '无异议，立即整改。', opinion: '运行正常，消防手续须补办。', signedBy: inspectors.map(({ name }) => name) },
  recordObstruction: { happenedOn: '2026-11-23', how: 'refused', inspectors, facts: '出示证件并说明来意后，门卫称未经负责人同意不得入内；电话联系负责人，答复今天不接受检查。', present: '门卫王某', files: ['00000000-0000-4000-8000-000000000000'], signedBy: inspectors.map(({ name }) => name) },
  close: { opinion: '检查未发现须整改的问题，予以办结。' },
  proposeRectification: { demands: [{ item: 'J1.2', demand: '补办消防验收并上传合格证。', dueOn: '2027-01-22' }, { item: 'J2.2', demand: '补齐危险废物台账。', dueOn: '2026-12-22' }], opinion: '限期整改。' },
  sendBack: { reason: '第二项期限偏长，请重拟。' },
  requireRectification: {},
  reportRectification: { answers: [{ item: 'J1.2', answer: '已取得新的消防验收合格证，见附件。' }, { item: 'J2.2', answer: '台账已补齐并由安全员复核。' }], signedBy: '王建棠' },
  verify: { checkedOn: '2026-11-23', results: [{ item: 'J1.2', result: 'rectified', note: '合格证在有效期内。' }, { item: 'J2.2', result: 'rectified' }] },
  returnRectification: { dueOn: '2026-12-31', reason: '台账仍缺两笔，请补齐。' },
  closeRectified: { opinion: '整改到位，予以办结。' },
  extend: { dueOn: '2027-02-26', reason: '消防部门排期在二月。' },
  escalate: { reason: '两次督促仍未整改到位。' },
  escalateOverdue: {},
  setTerm: { dueOn: '2027-01-29', reason: '再给一个月，逾期移送。' },
  refer: { ground: 'incapable', facts: '场地已退租，设备停用，逾期未整改，不再具备对外服务能力。' },
  cancel: { reason: '与市局联合检查合并。' },
  endWithBase: {},
}
