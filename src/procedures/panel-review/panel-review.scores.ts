/** How sheets are checked and counted. Pure; two decimals, never a binary fraction. */
import type { Words } from '../../kernel/words.ts'
import { asksComment, rubric2026, rubricItems, sheetTotal } from '../../settings/rubric-2026.ts'
import { trimmedMean } from '../../settings/scores.ts'
import type { Result } from './panel-review.case.ts'
import type { PanelReviewCommands } from './panel-review.commands.ts'

type SheetData = PanelReviewCommands['score']

/** What is wrong with a sheet: items without a whole number of their points, outer bands without a comment, open veto questions. */
export function sheetFaults(version: string, sheet: SheetData): Words[] {
  if (version !== rubric2026.version) return [{ zh: `没有评分标准 ${version}。`, en: `There is no rubric ${version}.` }]
  const items = sheet.items ?? {}
  const known = new Set(rubricItems.map(({ id }) => id))
  return [
    ...Object.keys(items).filter((id) => !known.has(id)).map((id) => ({ zh: `评分表没有 ${id} 项`, en: `the rubric has no item ${id}` })),
    ...rubricItems.flatMap((item) => {
      const points = items[item.id]
      if (points === undefined || !Number.isInteger(points) || points < 0 || points > item.points) return [{ zh: `${item.id} 应为 0–${item.points} 的整数分`, en: `${item.id} takes a whole number from 0 to ${item.points}` }]
      return asksComment(item, points) && !sheet.comments?.[item.id]?.trim() ? [{ zh: `${item.id} 评为最高或最低档，请写意见`, en: `${item.id} is in an outer band; write a comment` }] : []
    }),
    ...rubric2026.vetoes.filter(({ id }) => sheet.vetoes?.[id] === undefined).map(({ id, words }) => ({ zh: `一票否决问题未答：${words.zh}`, en: `veto question not answered: ${words.en} (${id})` })),
  ]
}

export const totalOf = (items: { readonly [item: string]: number }): string => (sheetTotal(items) ?? 0).toFixed(2)

type Counted = Pick<SheetData, 'about' | 'items' | 'vetoes' | 'vote'> & { total: string }
type Ranked = Pick<Result, 'about' | 'score' | 'sheets' | 'agree' | 'rank' | 'vetoed'>

/** Trimmed mean, votes and rank of every application; equal means are told apart by the technical dimension, then share the rank. */
export function rankedResults(applications: readonly string[], sheets: readonly Counted[], trimFrom: number): Ranked[] {
  const counted = applications.map((about) => {
    const mine = sheets.filter((sheet) => sheet.about === about)
    const technical = mine.map(({ items }) => rubricItems.filter(({ id }) => id.startsWith('4.')).reduce((sum, { id }) => sum + (items[id] ?? 0), 0))
    return {
      about, score: (trimmedMean(mine.map(({ total }) => Number(total)), trimFrom) ?? 0).toFixed(2), sheets: mine.length,
      agree: mine.filter(({ vote }) => vote !== 'disagree').length, vetoed: mine.some(({ vetoes: raised }) => Object.values(raised).some(Boolean)), technical: trimmedMean(technical, trimFrom) ?? 0,
    }
  })
  const better = (a: (typeof counted)[number], b: (typeof counted)[number]) => Number(b.score) - Number(a.score) || b.technical - a.technical
  return counted.map(({ technical: _, ...one }, at) => ({ ...one, rank: 1 + counted.filter((other) => better(other, counted[at]!) < 0).length }))
}
