/** What the options of settings are called: a choice, or one of a list. */
import type { Words } from '../kernel/words.ts'

export const optionWords: Readonly<Record<string, Words>> = {
  open: { zh: '不设期限', en: 'no term' }, '3 years': { zh: '三年', en: 'three years' }, '5 years': { zh: '五年', en: 'five years' },
  requireBasis: { zh: '签署须选续行依据', en: 'signing takes a basis' }, blockIntake: { zh: '停止受理', en: 'intake stops' }, allow: { zh: '照常办理', en: 'business as usual' },
  general: { zh: '一般', en: 'general' }, larger: { zh: '较大', en: 'larger' }, major: { zh: '重大', en: 'major' }, extraordinary: { zh: '特别重大', en: 'extraordinary' },
  site: { zh: '场地', en: 'premises' }, equipment: { zh: '设备', en: 'equipment' }, staff: { zh: '全职人员', en: 'full-time staff' }, service: { zh: '中试服务', en: 'pilot services' }, research: { zh: '研发', en: 'research' },
  difference: { zh: '就高补差', en: 'the difference only' }, excluded: { zh: '不再奖补', en: 'no award' }, allowed: { zh: '不限', en: 'no limit' },
}

export const optionIn = (option: string, language: keyof Words): string => optionWords[option]?.[language] ?? option
