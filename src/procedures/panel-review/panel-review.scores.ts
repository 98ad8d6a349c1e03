/** How one sheet is checked and added up. Pure. */
import type { Words } from '../../kernel/words.ts'
import { asksComment, rubric2026, rubricItems, sheetTotal } from '../../settings/rubric-2026.ts'
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

/** The points of the technical dimension, whole numbers. */
export const technicalOf = (items: { readonly [item: string]: number }): number => rubricItems.filter(({ id }) => id.startsWith('4.')).reduce((sum, { id }) => sum + (items[id] ?? 0), 0)
