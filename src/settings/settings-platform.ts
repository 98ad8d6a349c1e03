import { choice, flag, list, number, workingDays } from './setting.ts'

/** The platform's own values. Only the first touches an article. */
export const platformSettings = {
  'reg.onExpired': choice('requireBasis', ['requireBasis', 'blockIntake', 'allow'], { fills: 'Art. 22',
    name: ['试行期届满后', 'After the trial period'],
    basis: ['受理、评审继续并提示；签署认定、撤销、档次、奖补须选续行依据', 'Intake and review go on with a warning; signing takes a basis'] }),
  'publish.days': workingDays(20, { fills: null, name: ['决定公开时限', 'Publication of decisions'],
    basis: ['政府信息公开条例（2019）', 'Regulation on disclosure of government information (2019)'] }),
  'due.soonDays': workingDays(2, { fills: null, name: ['临期提示', 'Due soon'], basis: ['到期前留两个工作日', 'Two working days ahead'] }),
  'file.maxMB': number(50, 'megabyte', 1, 500, { fills: null, name: ['单个文件上限', 'Largest file'],
    basis: ['各地申报系统通行', 'Custom of application systems'] }),
  'file.types': list(['pdf', 'jpg', 'png', 'ofd'], { fills: null, name: ['文件格式', 'File types'],
    basis: ['版式文件与图片，便于归档', 'Fixed layout and images, fit for the archive'] }),
  'session.idleMinutes': number(30, 'minute', 5, 240, { fills: null, name: ['无操作退出', 'Sign out when idle'],
    basis: ['等级保护通行要求', 'Customary for graded protection'] }),
  'session.hours': number(12, 'hour', 1, 24, { fills: null, name: ['登录最长', 'Longest session'],
    basis: ['一个工作日内', 'Within one working day'] }),
  'signIn.tries': number(5, 'time', 3, 20, { fills: null, name: ['登录失败上限', 'Failed sign-ins'],
    basis: ['等级保护通行要求', 'Customary for graded protection'] }),
  'signIn.lockMinutes': number(10, 'minute', 1, 1440, { fills: null, name: ['登录锁定', 'Lock after failures'],
    basis: ['等级保护通行要求', 'Customary for graded protection'] }),
  'archive.approvedYears': number(30, 'year', 10, 100, { fills: null, name: ['批准类案卷保管', 'Keeping approved files'],
    basis: ['国家档案局令第 8 号；以本单位批准的保管期限表为准', 'State Archives order no. 8; the bureau\'s own table prevails'] }),
  'archive.otherYears': number(10, 'year', 1, 100, { fills: null, name: ['其他案卷保管', 'Keeping other files'],
    basis: ['国家档案局令第 8 号；以本单位批准的保管期限表为准', 'State Archives order no. 8; the bureau\'s own table prevails'] }),
  'change.separation': flag(true, { fills: null, name: ['配置变更两人签署', 'Changes take two people'],
    basis: ['提出人不能签署', 'Whoever proposes does not sign'] }),
} as const
