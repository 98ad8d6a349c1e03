/** A filled-in matter of every code, for readers of the API document, the demo world and the tests. Days lie around 2026-11-23. */
import type { MatterCode } from '../../settings/matters/matter.ts'
import type { MatterValues } from './major-matter.case.ts'

const reason = '为适应产业链升级和对外服务需要，经管理委员会讨论提出。'

export const matterValues = {
  M01: { name: '晋中市碳纤维先进复合材料中试基地', reason, effectiveOn: '2026-12-01' },
  M02: { direction: '碳纤维及高性能树脂基复合材料', impact: '现有预浸、热压中试线可用，增配树脂合成装置一套。', reason, effectiveOn: '2027-01-04' },
  M03: { goals: '三年内服务企业由 30 家增至 45 家，形成工艺包 8 项。', reason, effectiveOn: '2026-12-01' },
  M04: { what: 'partners', hosts: ['org-carbon', 'org-univ'], reason, effectiveOn: '2026-12-01' },
  M05: { acting: 'term', name: '韩知远', bornOn: '1978-05', title: 'senior', from: '2026-11-20', to: '2031-11-19', fullTime: true, outgoing: '前任主任任期届满，资料已移交。', reason: '任期届满，依托单位选聘。' },
  M06: { what: 'rename', legalPersonChanges: false, hostName: '晋中汾原先进碳材料股份有限公司（演示）', occurredOn: '2026-11-02', reason: '股份制改造后更名，统一社会信用代码不变。' },
  M07: { what: 'move', site: '晋中市榆次区中试产业园 6 号楼', areaBefore: 1000, areaAfter: 1200, permits: '环评批复已取得，消防验收 12 月完成。', reason, effectiveOn: '2027-02-01' },
  M08: { what: 'line', line: '一号湿法纺丝线', impact: '由二号线承接，服务能力不减。', reason, effectiveOn: '2026-12-15' },
  M09: { openService: 'paused', effectiveOn: '2026-12-01', until: '2027-04-30', orders: '在办两项委托提前完成，其余顺延，已书面征得同意。', reason: '场地改造。' },
  M10: { what: 'prices', summary: '热压成型由 1,200 元/小时调为 1,050 元/小时，其余不变。', occurredOn: '2026-11-16', reason },
  M11: {},
  M12: { what: 'penalty', who: 'host', authority: '晋中市生态环境局（演示）', documentNo: '晋市环罚〔2026〕12号（演示）', occurredOn: '2026-11-12', reason: '危废台账不规范被处罚款，已整改，不影响中试运行。' },
  M13: { what: 'province', authority: '山西省科技厅（演示）', documentNo: '晋科发〔2026〕9号（演示）', occurredOn: '2026-11-10', reason: '经省科技厅认定为省级中试基地。' },
  M14: { what: 'abroad', partner: '某国复合材料研究所（演示）', content: '共同开展成型工艺比对，不涉及受控物项，数据留存境内。', reason, effectiveOn: '2027-01-15' },
  M15: { lastServiceOn: '2026-11-30', openOrders: 1, orders: '在办一项委托移交同城另一中试基地，已征得委托方同意。', award: 'reported', archive: '资料移交依托单位档案室，设备划转，人员回原岗位。', reason: '依托单位主业调整，不再具备长期开放条件。', effectiveOn: '2026-12-31' },
  M16: { what: 'equipment', creditor: '晋中某商业银行（演示）', amount: 800, occurredOn: '2026-11-09', until: '2029-11-08', reason: '流动资金贷款，设备抵押期间照常使用。' },
} satisfies Record<MatterCode, MatterValues> as Record<MatterCode, MatterValues>
