/** Values of settings in words, and what has been signed about them. */
import type { Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { rowsOf, sql, type Tx } from '../platform/query.ts'
import { optionIn, optionWords } from '../settings/option-words.ts'
import { type AwardRule, type Setting, type Value, units } from '../settings/setting.ts'

export function valueInWords(setting: Pick<Setting, 'type' | 'unit'>, value: Value): Words {
  if (value === null) return { zh: '未确定', en: 'not fixed' }
  switch (setting.type) {
    case 'number': return amountInWords(Number(value), setting.unit)
    case 'flag': return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
    case 'choice': case 'text': return optionWords[String(value)] ?? { zh: String(value), en: String(value) }
    case 'list': {
      const items = value as readonly string[]
      return { zh: items.map((item) => optionIn(item, 'zh')).join('、') || '无', en: items.map((item) => optionIn(item, 'en')).join(', ') || 'none' }
    }
    case 'award': return awardInWords(value as AwardRule)
  }
}

function amountInWords(value: number, unit: Setting['unit']): Words {
  if (unit === null) return { zh: String(value), en: String(value) }
  // Rounded so that 0.07 is 7 and not 7.000000000000001.
  const shown = unit === 'share' ? Math.round(value * 10_000) / 100 : value
  return { zh: `${shown}${unit === 'share' ? '' : ' '}${units[unit].zh}`, en: `${shown} ${units[unit].en}` }
}

function awardInWords(rule: AwardRule): Words {
  switch (rule.kind) {
    case 'fixed': return { zh: `定额 ${rule.amount} 万元`, en: `fixed, ${rule.amount} × 10,000 yuan` }
    case 'byGrade': {
      const amounts = (['excellent', 'good', 'fair', 'poor'] as const).flatMap((grade, at) => (rule.amounts[grade] ? [{ zh: '优良中差'[at]!, en: grade, amount: rule.amounts[grade] }] : []))
      return { zh: `按最近一次考核档次：${amounts.map(({ zh, amount }) => `${zh} ${amount} 万元`).join('，')}`, en: `by the latest grade: ${amounts.map(({ en, amount }) => `${en} ${amount}`).join(', ')} × 10,000 yuan` }
    }
    case 'shareOfInvestment': return { zh: `按投资额 ${rule.share * 100}%，至多 ${rule.cap} 万元`, en: `${rule.share * 100} % of the investment, at most ${rule.cap} × 10,000 yuan` }
    case 'matching': return { zh: `配套 ${rule.share * 100}%，至多 ${rule.cap} 万元`, en: `matching ${rule.share * 100} %, at most ${rule.cap} × 10,000 yuan` }
  }
}

export type SignedSetting = { case_id: string; key: string; value: Value; valid_from: Day; basis: string; applies: string | null; proposed_by: string; signed_by: string; signed_on: Day }
export type SignedReading = { case_id: string; law: string; reading: { id: string; words: Words }; valid_from: Day; basis: string; signed_on: Day }
export type SignedBasis = { case_id: string; kind: 'extension' | 'newInstrument' | 'partyGroupDecision'; title: string; document_no: string | null; valid_from: Day; valid_to: Day | null; demo: boolean; signed_on: Day }

// Everybody may read what is signed: the policies are called `published`.
export const signedSettings = (tx: Tx, jurisdiction: string) => rowsOf<SignedSetting>(tx, sql`
  select case_id, key, value, valid_from, basis, applies, proposed_by, signed_by, signed_on from setting_change where jurisdiction = ${jurisdiction} order by valid_from, signed_on, case_id`)
export const signedReadings = (tx: Tx, jurisdiction: string) => rowsOf<SignedReading>(tx, sql`
  select case_id, law, reading, valid_from, basis, signed_on from reading_change where jurisdiction = ${jurisdiction} order by valid_from, signed_on, case_id`)
export const signedBases = (tx: Tx, jurisdiction: string) => rowsOf<SignedBasis>(tx, sql`
  select case_id, kind, title, document_no, valid_from, valid_to, demo, signed_on from authority_basis where jurisdiction = ${jurisdiction} order by valid_from, signed_on, case_id`)

/** Since when the value of today holds: the last change that has begun, else the default's day. */
export const changeOn = (changes: readonly SignedSetting[], key: string, today: Day): SignedSetting | undefined =>
  changes.findLast((change) => change.key === key && change.valid_from <= today)

const mark = /[（(]演示[）)]$/
/** A name without the mark of the demo world, and whether it bore one. */
export const unmarked = (name: string): { name: string; demo: boolean } => ({ name: name.replace(mark, ''), demo: name.includes('演示') })
