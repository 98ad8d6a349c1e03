/** How the platform conducts itself where the text is silent: not numbers but rules, each shown and dated like every setting. */
import { flag, text } from './setting.ts'

export const conductSettings = {
  'withdraw.beforeAcceptance': flag(true, { fills: 'Art. 10(3)', name: ['受理前可撤回', 'Withdrawal before acceptance'], basis: ['办法未规定撤回；各地系统通行做法：正式受理前申报单位可自行撤回', 'The text does not speak of withdrawal; elsewhere applicants may withdraw until formal acceptance'] }),
  'publicity.rowWaits': flag(true, { fills: 'Art. 10(4)', name: ['只暂缓受影响的一项', 'Only the affected row waits'], basis: ['名单中一项有异议，不影响其他项', 'An objection to one row does not hold up the others'] }),
  'publicity.correction': flag(true, { fills: 'Art. 10(4)', name: ['更正后重新公示', 'A correction restarts the notice'], basis: ['公示内容更正的，期限重新计算', 'When the published list is corrected, the period starts again'] }),
  'conflict.declare': flag(true, { fills: 'Art. 10(3)', name: ['逐件申明回避', 'Declaration for each application'], basis: ['专家在看到材料之前逐件申明；通行做法', 'Experts declare for each application before its file opens; common practice'] }),
  'score.sealed': flag(true, { fills: 'Art. 10(3)', name: ['评分提交即封存', 'Scores are sealed at submission'], basis: ['结束评分前任何人不能查看他人评分，结束后任何人不能更改', 'Nobody reads another score before closing; nobody changes one after'] }),
  'panel.pool': flag(true, { fills: 'Art. 10(3)', name: ['专家从专家库产生', 'Experts come from the pool'], basis: ['办法未规定专家如何产生；指定须写明理由', 'The text does not say how experts are chosen; each designation gives its reason'] }),
  'document.code': text('市科字', { fills: 'Art. 10(4)', name: ['发文机关代字', 'Code of official documents'], basis: ['示例，待市科技局确认', 'An example, to be confirmed by the bureau'] }),
}
