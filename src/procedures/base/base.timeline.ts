/** The life of a base as its parties read it: one line an entry, in words. Pure. */
import type { Citation } from '../../kernel/rule.ts'
import { citedInChinese } from '../../regulation/jinzhong-2023/index.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import { baseTables } from '../../settings/base-tables/tables.ts'
import type { BaseEntry } from './base.case.ts'
import { base } from './base.ts'

export type TimelineLine = {
  no: number; did: BaseEntry['did']; on: Day; says: Words; more: Words | null; law: Basis; by: string
  /** The case it came from. */
  case: { id: string; number: string } | null
  /** Daily work on the register, apart from what befell the base. */
  daily: boolean
}

export function timelineOf(entries: readonly (BaseEntry & { law: Basis })[]): TimelineLine[] {
  // What ends something names its case by id; the number stands where it began.
  const numbers = new Map(entries.flatMap((entry) => { const of = caseOf(entry); return of?.number ? [[of.id, of.number] as const] : [] }))
  return entries.filter(({ did }) => did !== 'watch').map((entry) => ({
    no: entry.no, did: entry.did, on: entry.on, says: base[entry.did].says, more: moreOf(entry), law: entry.law, by: entry.by.name, case: caseOf(entry, numbers), daily: entry.did === 'keepTable' || entry.did === 'remind',
  })).reverse()
}

const said = (zh: string, en: string): Words => ({ zh, en })
const gradeWords = { excellent: said('优', 'Excellent'), good: said('良', 'Good'), fair: said('中', 'Fair'), poor: said('差', 'Poor') } as const
const outcomeWords = { graded: said('已定档', 'graded'), deferred: said('缓评', 'deferred'), notGraded: said('不定档', 'not graded'), absent: said('未参加', 'absent') } as const

function moreOf(entry: BaseEntry): Words | null {
  switch (entry.did) {
    case 'open': return said(`${entry.data.name}，文号 ${entry.data.documentNo}，证书 ${entry.data.certificateNo}`, `${entry.data.name}, document ${entry.data.documentNo}, certificate ${entry.data.certificateNo}`)
    case 'keepTable': { const { words } = baseTables[entry.data.table]; const { put, drop, from, note } = entry.data; return said(`${words.zh}：登记 ${put} 行，删去 ${drop} 行，自 ${from} 起${note ? `；${note}` : ''}`, `${words.en}: ${put} row(s) entered, ${drop} taken out, from ${from}${note ? `; ${note}` : ''}`) }
    case 'appointDirector': { const { name, from, to, acting } = entry.data.director; return said(`${name}${acting ? '（代理）' : ''}，${from} 至 ${to}`, `${name}${acting ? ' (acting)' : ''}, ${from} to ${to}`) }
    case 'endDirector': return said(`${entry.data.on} 止：${entry.data.reason}`, `until ${entry.data.on}: ${entry.data.reason}`)
    case 'applyMatter': { const { code, effectiveOn, changes } = entry.data; return said(`${code}，自 ${effectiveOn} 起${changedZh(changes)}`, `${code}, from ${effectiveOn}${changedEn(changes)}`) }
    case 'takeEffect': return null
    case 'reportBuilt': return said(entry.data.account, entry.data.account)
    case 'proposeOperation': return said(entry.data.findings, entry.data.findings)
    case 'returnBuilt': return said(entry.data.reason, entry.data.reason)
    case 'confirmOperation': return said(entry.data.opinion, entry.data.opinion)
    case 'hold': return said(entry.data.reason, entry.data.reason)
    case 'lift': return entry.data.reason ? said(entry.data.reason, entry.data.reason) : null
    case 'beginRectification': return said(`${entry.data.dueOn} 前完成`, `due ${entry.data.dueOn}`)
    case 'endRectification': return null
    case 'recordInspection': return entry.data.result === 'obstructed' ? said('检查受阻', 'inspection refused') : entry.data.result === 'clear' ? said('未发现问题', 'nothing found') : said('发现问题', 'findings')
    case 'recordGrade': { const { year, grade, outcome } = entry.data; const words = grade ? gradeWords[grade] : outcomeWords[outcome]; return said(`${year} 年度：${words.zh}`, `${year}: ${words.en}`) }
    case 'recordAward': { const { amount, paidOn } = entry.data; return said(`${amount} 万元${paidOn ? `，${paidOn} 拨付` : ''}`, `${amount} × 10,000 yuan${paidOn ? `, paid ${paidOn}` : ''}`) }
    case 'remind': return said(entry.data.open.filter(({ key }) => entry.data.told.includes(key)).map(({ title, on }) => `${title}（${on}）`).join('、'), entry.data.open.filter(({ key }) => entry.data.told.includes(key)).map(({ title, on }) => `${title} (${on})`).join(', '))
    case 'watch': return null
    case 'revoke': return said(`依据${entry.data.grounds.map((one) => citedInChinese(one as Citation)).join('、')}，文号 ${entry.data.documentNo}`, `under ${entry.data.grounds.join(', ')}, document ${entry.data.documentNo}`)
    case 'leave': return null
  }
}

type Changes = Extract<BaseEntry, { did: 'applyMatter' }>['data']['changes']
const changedZh = ({ name, direction, hosts, note }: Changes) => [name && `；名称改为${name}`, direction && `；研究方向改为${direction}`, hosts && `；单位为${hosts.map((host) => host.name).join('、')}`, note && `；${note}`].filter(Boolean).join('')
const changedEn = ({ name, direction, hosts, note }: Changes) => [name && `; renamed ${name}`, direction && `; direction ${direction}`, hosts && `; hosts ${hosts.map((host) => host.name).join(', ')}`, note && `; ${note}`].filter(Boolean).join('')

function caseOf(entry: BaseEntry, numbers?: ReadonlyMap<string, string>): TimelineLine['case'] {
  const { data } = entry
  const id = 'matter' in data && typeof data.matter === 'string' ? data.matter : 'case' in data && typeof data.case === 'string' ? data.case : entry.did === 'open' ? entry.data.recognition : undefined
  if (id === undefined) return null
  return { id, number: ('number' in data && typeof data.number === 'string' ? data.number : numbers?.get(id)) ?? '' }
}
