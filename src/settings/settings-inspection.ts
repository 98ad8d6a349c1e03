/** Inspection, rectification and suspension: the text gives the power to inspect and no step, list or period. */
import { flag, number, text, workingDays } from './setting.ts'

export const inspectionSettings = {
  'inspection.checklist': text('2026-1', { fills: 'Art. 7(3)', name: ['检查内容版本', 'Version of the inspection list'],
    basis: ['办法只定“检查中试基地组建及运行情况”；逐条对应办法条款列项', 'The text says to inspect formation and operation; each item rests on its article'] }),
  'inspection.noticeDays': workingDays(3, { fills: 'Art. 7(3)', name: ['检查前告知', 'Notice before an inspection'],
    basis: ['与现场考察一致，提前三个工作日；不告知的写明理由', 'As for site visits; going unannounced gives its reason'] }),
  'inspection.groupSize': number(2, 'person', 1, 9, { fills: 'Art. 7(3)', name: ['检查人员', 'Inspectors'],
    basis: ['行政检查通行：不少于两人', 'No fewer than two, as administrative inspections customarily have'] }),
  'inspection.decideDays': workingDays(10, { fills: 'Art. 7(3)', name: ['检查后处理时限', 'Handling after an inspection'],
    basis: ['与区县初审一致', 'As the county review'] }),
  'inspection.verifyDays': workingDays(10, { fills: 'Art. 7(3)', name: ['整改核查时限', 'Verification of a rectification'],
    basis: ['与区县初审一致', 'As the county review'] }),
  'inspection.escalateDays': workingDays(5, { fills: 'Art. 6(4)', name: ['整改逾期后提级', 'Escalation after the due day'],
    basis: ['逾期先催办，仍不报告的由市科技局处理', 'Reminded first; whoever still does not report answers to the city'] }),
  'inspection.everyMonths': number(12, 'month', 1, 60, { fills: 'Art. 7(3)', name: ['久未检查的提示', 'Not inspected for long'],
    basis: ['一年内应检查一次为通行做法；只作编制计划的提示', 'Once a year is custom; a hint for planning only'] }),
  'inspection.draw': flag(true, { fills: 'Art. 6(4)', name: ['随机检查可验证抽取', 'Random inspections by a verifiable draw'],
    basis: ['“双随机”检查通行要求；与评审专家抽取同一算法，事先承诺、他人见证、可重算', 'Random selection is custom in inspections; the draw of the panels is used: committed to, witnessed, open to recomputation'] }),
  'suspension.confirmDays': workingDays(2, { fills: 'Art. 6(3)', name: ['暂停确认时限', 'Confirmation of a suspension'],
    basis: ['先行暂停只为防止危险扩大，须尽快由市科技局负责人确认', 'A hold at once only keeps danger from growing; the city\'s lead confirms it soon'] }),
  'suspension.liftDays': workingDays(10, { fills: 'Art. 6(3)', name: ['申请解除的办理时限', 'Answer to a request to lift'],
    basis: ['与区县初审一致', 'As the county review'] }),
} as const
