/** The grounds as they are named when a revocation opens: Art. 18 and the second half of Art. 19(3) are one and the same. */
import type { Citation } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'

export const openingGrounds = ['Art. 18', 'Art. 19(1)', 'Art. 19(2)', 'Art. 19(3)', 'Art. 19(4)'] as const satisfies readonly Citation[]
export type OpeningGround = (typeof openingGrounds)[number]
export const openingGroundWords = {
  'Art. 18': { zh: '连续两年考核结果为差', en: 'Graded poor in two consecutive years' }, 'Art. 19(1)': { zh: '严重质量、安全或环保事故', en: 'Serious quality, safety or environmental accident' },
  'Art. 19(2)': { zh: '虚假材料或数据等严重失信', en: 'False material or data, serious dishonesty' }, 'Art. 19(3)': { zh: '无故不参加年度考核', en: 'Absence from assessment without cause' },
  'Art. 19(4)': { zh: '不再具备对外开展中试服务能力', en: 'No longer able to offer pilot services' },
} as const satisfies Record<OpeningGround, Words>
