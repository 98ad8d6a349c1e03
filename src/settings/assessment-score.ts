/**
 * From figures to points, from points to a grade, in whole hundredths: no binary fraction ever decides. What a formula cannot
 * reach stays undefined and is judged by people.
 */
import type { Grade } from '../regulation/jinzhong-2023/article-18-grades.ts'
import type { Words } from '../kernel/words.ts'
import { type FigureValues, figureOf, type TargetId } from './assessment-figures.ts'
import { bonusMost, type BonusId, type DeductionId, type Indicator, indicatorItems, type IndicatorSystem, type Measure, type VetoId } from './assessment-indicators-2026.ts'

export type ScoreFacts = {
  readonly figures: FigureValues; readonly plan: { readonly [Target in TargetId]?: number | null }; readonly lastYear: FigureValues
  readonly sample: { readonly examined: number; readonly agreeing: number }
  readonly meetingsDue: number
}

/** Points in hundredths and the reckoning in words; undefined where people judge. */
export type Reckoned = { readonly points: number; readonly working: Words }

export const reckon = ({ points, measure }: Pick<Indicator, 'points' | 'measure'>, facts: ScoreFacts): Reckoned | undefined => reckoned(measure, points * 100, facts)

function reckoned(measure: Measure, most: number, facts: ScoreFacts): Reckoned | undefined {
  switch (measure.kind) {
    case 'judged': return undefined
    case 'agreeing': return facts.sample.examined === 0 ? undefined : proportion(most, facts.sample.agreeing * 100, facts.sample.examined * 100)
    case 'upTo': {
      const value = facts.figures[measure.figure]
      return value === undefined || value === null ? undefined : proportion(most, value, typeof measure.full === 'number' ? Math.round(measure.full * 100) : facts.meetingsDue * 100)
    }
    case 'againstPlan': {
      const value = facts.figures[measure.figure]
      const against = positive(facts.plan[measure.figure]) ?? positive(facts.lastYear[measure.figure])
      return value === undefined || value === null || against === undefined ? undefined : proportion(most, value, against)
    }
    case 'share': {
      const [part, whole] = [facts.figures[measure.part], positive(facts.figures[measure.whole])]
      return part === undefined || part === null || whole === undefined ? undefined : proportion(most, part * 100, whole * Math.round(measure.full * 100), shownShare(part, whole))
    }
    case 'less': {
      const values = measure.each.map(({ figure, points }) => ({ figure, points, value: facts.figures[figure] ?? undefined }))
      if (values.some(({ value }) => value === undefined)) return undefined
      const off = values.reduce((sum, { value, points }) => sum + value! * points, 0)
      const told = (language: 'zh' | 'en') => values.map(({ figure, value, points }) => `${figureOf(figure).words[language]} ${inHundredths(value!)} × ${points}`).join(' + ')
      return { points: Math.max(0, most - off), working: { zh: `${inHundredths(most)} − ${told('zh')}`, en: `${inHundredths(most)} − ${told('en')}` } }
    }
    case 'parts': {
      const parts = measure.of.map((part) => reckoned(part.measure, part.points * 100, facts))
      if (parts.includes(undefined)) return undefined
      return { points: parts.reduce((sum, part) => sum + part!.points, 0), working: both(parts.map((part) => part!.working)) }
    }
  }
}

/** `most` in proportion to value over full, half up, never above `most`. */
const proportion = (most: number, value: number, full: number, shown?: string): Reckoned => {
  const points = full === 0 || value >= full ? most : halfUp(most * value, full)
  const says = shown ?? `${inHundredths(value)} ÷ ${inHundredths(full)}`
  return { points, working: { zh: says, en: says } }
}
const shownShare = (part: number, whole: number) => `${inHundredths(part)} ÷ ${inHundredths(whole)} = ${(halfUp(part * 1000, whole) / 10).toFixed(1)}%`
const both = (parts: readonly Words[]): Words => ({ zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') })
const positive = (value: number | null | undefined) => (value !== undefined && value !== null && value > 0 ? value : undefined)
/** 四舍五入 of a / b for whole numbers not below zero. */
export const halfUp = (a: number, b: number) => Math.floor((2 * a + b) / (2 * b))
export const inHundredths = (value: number): string => (value / 100).toFixed(2)

/** What a person enters: points with two decimals at most; `counts` of deductions; vetoes answered. */
export type Sheet = {
  readonly items: readonly { readonly item: string; readonly points: number; readonly reason?: string | undefined }[]
  readonly bonus: readonly { readonly id: BonusId; readonly points: number; readonly reason: string }[]
  readonly deductions: readonly { readonly id: DeductionId; readonly count: number; readonly reason?: string | undefined }[]
  readonly vetoes: readonly { readonly id: VetoId; readonly found: boolean; readonly reason?: string | undefined }[]
}

export type Total = { readonly items: number; readonly bonus: number; readonly deducted: number; readonly total: number }

/** In hundredths; never below nought. */
export function totalOf(system: IndicatorSystem, { items, bonus, deductions }: Pick<Sheet, 'items' | 'bonus' | 'deductions'>): Total {
  const sum = (points: readonly number[]) => points.reduce((all, one) => all + Math.round(one * 100), 0)
  const gained = Math.min(bonusMost * 100, sum(bonus.map(({ points }) => points)))
  const deducted = deductions.reduce((all, { id, count }) => { const rule = system.deductions.find((one) => one.id === id); return all + (rule ? Math.min(rule.most, count * rule.each) * 100 : 0) }, 0)
  const own = sum(items.map(({ points }) => points))
  return { items: own, bonus: gained, deducted, total: Math.max(0, own + gained - deducted) }
}

export type Lines = { readonly excellent: number; readonly good: number; readonly fair: number }

/** The grade that the lines give; a veto makes it poor. `total` in hundredths, lines in points. */
export function gradeBy(total: number, lines: Lines, vetoed: boolean): Grade {
  if (vetoed) return 'poor'
  const reaches = (line: number) => total >= Math.round(line * 100)
  return reaches(lines.excellent) ? 'excellent' : reaches(lines.good) ? 'good' : reaches(lines.fair) ? 'fair' : 'poor'
}

/** How many of the bases assessed may be excellent: the cap rounded down, but no fewer than `least`. */
export const excellentSeats = (assessed: number, cap: number, least: number): number => Math.min(assessed, Math.max(least, Math.floor((assessed * Math.round(cap * 10_000)) / 10_000)))

/** Steps of five working days begun after the last day. */
export const lateSteps = (workingDaysLate: number): number => (workingDaysLate <= 0 ? 0 : Math.ceil(workingDaysLate / 5))

/** Every place of a sheet that is not as it must be: points out of range, a departure from a computed value without its reason. */
export function sheetFaults(system: IndicatorSystem, sheet: Sheet, computed: (item: Indicator) => number | undefined, lateCount: number): Words[] {
  const faults: Words[] = []
  const name = ({ id, words }: { id: string; words: Words }, zh: string, en: string) => faults.push({ zh: `${id} ${words.zh}：${zh}`, en: `${id} ${words.en}: ${en}` })
  for (const item of indicatorItems) {
    const given = sheet.items.filter((one) => one.item === item.id)
    const [only] = given
    if (given.length !== 1 || !only) name(item, '未打分', 'not scored')
    else if (only.points < 0 || only.points > item.points || !exact(only.points)) name(item, `应为 0 至 ${item.points} 分，至多两位小数`, `0 to ${item.points}, two decimals at most`)
    else {
      const value = computed(item)
      if (value !== undefined && value !== Math.round(only.points * 100) && !only.reason?.trim()) name(item, `与计算值 ${inHundredths(value)} 不同，须写理由`, `differs from the computed ${inHundredths(value)}; a reason is needed`)
      if (value === undefined && !only.reason?.trim()) name(item, '由人评定，须写理由', 'is judged; a reason is needed')
    }
  }
  for (const { item } of sheet.items.filter((one) => !indicatorItems.some(({ id }) => id === one.item))) faults.push({ zh: `没有指标 ${item}`, en: `no indicator ${item}` })
  for (const rule of system.bonus) {
    const given = sheet.bonus.filter(({ id }) => id === rule.id)
    if (given.length > 1 || given.some(({ points }) => points < 0 || points > rule.most || !exact(points))) name(rule, `应为 0 至 ${rule.most} 分，只列一次`, `0 to ${rule.most}, once`)
  }
  for (const rule of system.deductions) {
    const given = sheet.deductions.filter(({ id }) => id === rule.id)
    if (given.length > 1 || given.some(({ count }) => count < 0 || !Number.isInteger(count))) name(rule, '应为次数，只列一次', 'a count, once')
    const count = given[0]?.count ?? 0
    if (rule.counted === 'computed' && count !== lateCount && !given[0]?.reason?.trim()) name(rule, `与计算的 ${lateCount} 次不同，须写理由`, `differs from the computed ${lateCount}; a reason is needed`)
    if (rule.counted === 'judged' && count > 0 && !given[0]?.reason?.trim()) name(rule, '扣分须写理由', 'a deduction needs a reason')
  }
  for (const veto of system.vetoes) {
    const given = sheet.vetoes.filter(({ id }) => id === veto.id)
    if (given.length !== 1) name(veto, '一票否决未回答', 'the veto is not answered')
    else if (given[0]?.found && !given[0].reason?.trim()) name(veto, '须写事实', 'the facts are needed')
  }
  return faults
}

const exact = (points: number) => Math.abs(points * 100 - Math.round(points * 100)) < 1e-6
