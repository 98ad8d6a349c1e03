import type { Day } from '../kernel/day.ts'
import type { Citation } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'

/** Shown beside every value of this floor. */
export const settingMark: Words = { zh: '系统配置规则（非办法条文）', en: 'Setting (not in the text of the Measures)' }

export const units = {
  workingDay: { zh: '个工作日', en: 'working days' },
  day: { zh: '日', en: 'days' },
  hour: { zh: '小时', en: 'hours' },
  minute: { zh: '分钟', en: 'minutes' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
  person: { zh: '人', en: 'persons' },
  institution: { zh: '家', en: 'institutions' },
  point: { zh: '分', en: 'points' },
  share: { zh: '%', en: '%' },
  character: { zh: '字', en: 'characters' },
  time: { zh: '次', en: 'times' },
  term: { zh: '届', en: 'terms' },
  age: { zh: '周岁', en: 'years of age' },
  squareMetre: { zh: 'm²', en: 'm²' },
  tenThousandYuan: { zh: '万元', en: '10,000 yuan' },
  bit: { zh: '位', en: 'bits' },
  megabyte: { zh: 'MB', en: 'MB' },
} as const satisfies Record<string, Words>

export type Unit = keyof typeof units

/** How an award is reckoned once the authority has fixed it. Amounts in 万元. */
export type AwardRule =
  | { readonly kind: 'fixed'; readonly amount: number }
  | { readonly kind: 'byGrade'; readonly amounts: Readonly<Partial<Record<'excellent' | 'good' | 'fair' | 'poor', number>>> }
  | { readonly kind: 'shareOfInvestment'; readonly share: number; readonly cap: number }
  | { readonly kind: 'matching'; readonly share: number; readonly cap: number }

export type Value = number | boolean | string | readonly string[] | AwardRule | null

/** A value that fills a gap of the text, with the gap (`fills`) and why it is what it is (`basis`). */
export type Setting<V extends Value = Value> = {
  readonly type: 'number' | 'flag' | 'choice' | 'text' | 'list' | 'award'
  readonly value: V
  readonly unit: Unit | null
  /** `null`: the platform's own, no article is touched. */
  readonly fills: Citation | null
  readonly words: Words
  readonly basis: Words
  readonly validFrom: Day
  /** What a change may set: the bounds of a number, the options of a choice. */
  readonly within: { readonly min: number; readonly max: number } | readonly string[] | null
}

type Pair = readonly [zh: string, en: string]
type Told = { readonly fills: Citation | null; readonly name: Pair; readonly basis: Pair }

/** Defaults hold from the day the Measures took effect. */
const validFrom: Day = '2023-01-21'

const told = ({ fills, name, basis }: Told) =>
  ({ fills, words: { zh: name[0], en: name[1] }, basis: { zh: basis[0], en: basis[1] }, validFrom })

export const number = (value: number, unit: Unit, min: number, max: number, about: Told): Setting<number> =>
  ({ type: 'number', value, unit, within: { min, max }, ...told(about) })

/** A period in working days. */
export const workingDays = (value: number, about: Told): Setting<number> => number(value, 'workingDay', 1, 120, about)

/** A share of one, shown in per cent. */
export const share = (value: number, about: Told): Setting<number> => number(value, 'share', 0, 1, about)

export const flag = (value: boolean, about: Told): Setting<boolean> => ({ type: 'flag', value, unit: null, within: null, ...told(about) })

export const choice = <const Option extends string>(value: NoInfer<Option>, options: readonly Option[], about: Told): Setting<Option> =>
  ({ type: 'choice', value, unit: null, within: options, ...told(about) })

export const text = (value: string, about: Told): Setting<string> => ({ type: 'text', value, unit: null, within: null, ...told(about) })

export const list = (value: readonly string[], about: Told): Setting<readonly string[]> =>
  ({ type: 'list', value, unit: null, within: null, ...told(about) })

/** Empty until the authority fixes it: no amount is ever invented. */
export const award = (about: Told): Setting<AwardRule | null> => ({ type: 'award', value: null, unit: null, within: null, ...told(about) })
