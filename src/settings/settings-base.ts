/** Gaps around the register of bases: who keeps it, what it should hold, how long before an end one is told. */
import { flag, list, number, text } from './setting.ts'

export const baseSettings = {
  'access.own': flag(true, { fills: 'Art. 15', name: ['只办理本基地的事项', 'Everyone acts for their own base'], basis: ['办法以“中试基地提出、依托单位报送、组织管理部门审定”分工；各方只办理与本基地有关的事项', 'The text divides the work by base; each party acts for its own'] }),
  'register.selfKept': flag(true, { fills: 'Art. 12', name: ['档案由基地和依托单位登记', 'Base and host keep the register'], basis: ['办法未规定档案由谁登记；依托单位负责日常运营，如实登记并附证明，检查和考核时核对', 'The text does not say who keeps the register; the host runs the base and enters with evidence, checked in inspection and assessment'] }),
  'register.sheetMB': number(10, 'megabyte', 1, 50, { fills: null, name: ['导入表格大小上限', 'Size of an imported sheet'], basis: ['五千行以内的表格不足 2 MB', 'A sheet of five thousand rows is under 2 MB'] }),
  'committee.minMembers': number(5, 'person', 1, 30, { fills: 'Art. 8(4)', name: ['管委会最少人数', 'Committee: least members'], basis: ['通行 5 至 15 人、单数', 'Five to fifteen, an odd number, is customary'] }),
  'committee.maxMembers': number(15, 'person', 1, 60, { fills: 'Art. 8(4)', name: ['管委会最多人数', 'Committee: most members'], basis: ['通行 5 至 15 人、单数', 'Five to fifteen, an odd number, is customary'] }),
  'accounts.statementBy': text('04-30', { fills: 'Art. 13', name: ['上年度专项报表登记期限', 'Yearly statement entered by'], basis: ['办法未定；年度决算后登记上年收支并附专项报表', 'None in the text; after the year is closed its revenue and expenditure are entered with the statement'] }),
  'service.minClients': number(3, 'institution', 0, 100, { fills: 'Art. 4(2)', name: ['近一年外部服务对象参考数', 'Outside clients within a year, for reference'], basis: ['面向社会开放服务的参考线，低于此数提示说明', 'A reference line for open service; below it an explanation is asked for'] }),
  'provincial.conditions': list([], { fills: 'Art. 12', name: ['省级条件（对标）', 'Provincial conditions'], basis: ['晋政办发〔2022〕42号原文未录入，待核；录入时逐条写明，如 equipmentValue>=1000', 'The text of Jin Zheng Ban Fa [2022] No. 42 is not entered; enter one condition a line, as equipmentValue>=1000'] }),
  'watch.days': list(['60', '30', '7'], { fills: 'Art. 12', name: ['到期提醒提前天数', 'Days before an end at which one is told'], basis: ['租期、证照、协议、承诺到期前 60、30、7 日提醒依托单位和基地', 'Leases, permits, agreements and commitments: host and base are told 60, 30 and 7 days before'] }),
  'watch.directorDays': list(['90', '30'], { fills: 'Art. 14', name: ['主任任期届满提醒提前天数', 'Days before the end of a term at which one is told'], basis: ['届满前 90、30 日提醒，留出选聘和报批时间', '90 and 30 days leave time to select, and to ask for approval'] }),
  'watch.hazardDays': list(['90', '60', '30', '7'], { fills: 'Art. 8(2)', name: ['危化类中试期满提醒提前天数', 'Days before the end of a hazardous pilot at which one is told'], basis: ['外地对化工中试项目期满前 90、30 日提醒；另按一般提醒', 'Elsewhere chemical pilots are told 90 and 30 days before; the general reminders as well'] }),
}
