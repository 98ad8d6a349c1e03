/** A corrected list: what it lists now, and what was changed. */
import type { NoticeChange } from '../../settings/notice-changes.ts'
import type { NoticeRow, PublicNoticeCase } from './public-notice.case.ts'
import { standingRows } from './public-notice.case.ts'
import type { PublicNoticeCommands } from './public-notice.commands.ts'

type Asked = Partial<PublicNoticeCommands['correct']>

/** The rows that stay, as they will be printed; what was struck before does not come back. */
export const correctedRows = (file: PublicNoticeCase, asked: Asked): NoticeRow[] => standingRows(file).flatMap((row) => {
  const { remove, case: _, ...change } = askedOf(asked, row)
  return remove ? [] : [{ ...row, ...change }]
})

export const removedRows = (file: PublicNoticeCase, asked: Asked): NoticeRow[] => standingRows(file).filter((row) => askedOf(asked, row).remove)

/** Only what differs: a field written again as it stood is no change. */
export function changesOf(file: PublicNoticeCase, asked: Asked): NoticeChange[] {
  const whole = [
    { row: null, what: 'title' as const, before: file.title, after: asked.title ?? file.title },
    { row: null, what: 'contact' as const, before: file.contact ?? '', after: asked.contact ?? file.contact ?? '' },
  ]
  const rows = standingRows(file).flatMap((row): NoticeChange[] => {
    const change = askedOf(asked, row)
    if (change.remove) return [{ row: row.name, what: 'removed', before: row.name, after: '' }]
    return (['name', 'hosts', 'field', 'county'] as const).map((what) => ({ row: row.name, what, before: printed(row[what]), after: printed(change[what] ?? row[what]) }))
  })
  return [...whole, ...rows].filter(({ before, after }) => before !== after)
}

const askedOf = (asked: Asked, row: NoticeRow) => (asked.rows ?? []).find((one) => one.case === row.case) ?? { case: row.case }
const printed = (value: string | readonly string[]): string => (typeof value === 'string' ? value : value.join('、'))
