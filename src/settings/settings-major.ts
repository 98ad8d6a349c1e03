/** Gaps of Article 15 beside the limits of settings-operation.ts: how long each kind of matter may take to be told. */
import { flag, number, text, workingDays } from './setting.ts'

export const majorSettings = {
  'major.catalogue': text('matters-2026-1', { fills: 'Art. 15', name: ['重大事项目录', 'Catalogue of major matters'],
    basis: ['办法未列举重大事项；第八条（五）列四类，目录补充实质改变其内容的事项', 'The text lists none; Art. 8(5) names four, the catalogue adds what changes them in substance'] }),
  'major.hostDays': number(30, 'day', 1, 180, { fills: 'Art. 15', name: ['依托单位变更备案时限', 'Filing of a change of the host'],
    basis: ['办法未定；三十日为登记变更通行期限，按日历日', 'None in the text; thirty calendar days as in registrations'] }),
  'major.stopDays': workingDays(5, { fills: 'Art. 4(2)', name: ['停止对外服务申报时限', 'Telling that service stops'],
    basis: ['事前申报；来不及的，停止之日起', 'Before it stops; where that was not possible, from the day'] }),
  'major.reportDays': workingDays(10, { fills: 'Art. 15', name: ['处罚、失信、诉讼报告时限', 'Report of penalties, dishonesty, litigation'],
    basis: ['办法未定，自发生或收到文书之日起', 'None in the text; from the day it happened or the paper came'] }),
  'major.accidentReportDays': workingDays(5, { fills: 'Art. 15', name: ['事故书面报告时限', 'Written report of an accident'],
    basis: ['速报后补交原因、损失和整改措施', 'Causes, losses and remedies after the first report'] }),
  'major.statutoryHours': number(1, 'hour', 1, 24, { fills: 'Art. 8(2)', name: ['法定事故报告提示', 'Reminder of the statutory report'],
    basis: ['《生产安全事故报告和调查处理条例》第九条：单位负责人接报后一小时内报告；本系统的报告不能代替', 'Art. 9 of the State Council\'s Regulations on Reporting Work Safety Accidents: within an hour; the report here does not replace it'] }),
  'major.demandDays': workingDays(10, { fills: 'Art. 15', name: ['责令补报期限', 'Declaring what was found'],
    basis: ['检查、考核发现未申报的变更，限期补报', 'A change found undeclared is declared within it'] }),
  'major.beforehand': flag(true, { fills: 'Art. 15', name: ['先批准后实施', 'Approved before it happens'],
    basis: ['“审批”以事前为通常；已经实施的须说明，批准不溯及既往', 'Approval usually comes first; what was done already is explained, and approval does not reach back'] }),
  'major.experts': flag(true, { fills: 'Art. 15', name: ['方向调整征求专家意见', 'Experts heard on a new direction'],
    basis: ['方向是认定时评审的核心', 'The direction was the core of the review'] }),
} as const
