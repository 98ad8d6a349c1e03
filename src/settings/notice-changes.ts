/** What a correction of a public notice changed, told alike in papers, on the portal and at the desk. */
import type { Words } from '../kernel/words.ts'

/** The row as it stood, what of it, before and after; without a row it is about the whole notice. */
export type NoticeChange = { row: string | null; what: 'title' | 'name' | 'hosts' | 'field' | 'county' | 'contact' | 'removed'; before: string; after: string }

export const changeWords: Record<NoticeChange['what'], Words> = {
  title: { zh: '标题', en: 'Title' }, name: { zh: '名称', en: 'Name' }, hosts: { zh: '依托单位', en: 'Institutions' }, field: { zh: '领域', en: 'Field' }, county: { zh: '推荐单位所在地', en: 'Place of the organiser' },
  contact: { zh: '受理方式', en: 'Contact' }, removed: { zh: '移出名单', en: 'Taken off the list' },
}

/** One line a change, as it stands in papers and under the fingerprint of the new list. */
export const lineOf = ({ row, what, before, after }: NoticeChange): string => {
  if (what === 'removed') return `“${before}”移出名单`
  const of = row && what !== 'name' ? `“${row}”的` : ''
  return `${of}${changeWords[what].zh}${before ? `由“${before}”` : ''}${before ? '更正为' : '增加'}“${after}”`
}
