/** Titles and kinds of experts, as the pool knows them. */
import type { Words } from '../kernel/words.ts'
import { fields } from '../settings/fields.ts'

export const specialties = { technical: { zh: '技术', en: 'technical' }, finance: { zh: '财务', en: 'finance' }, management: { zh: '管理', en: 'management' }, safety: { zh: '安全环保', en: 'safety' } } as const satisfies Record<string, Words>
export const titles = { senior: { zh: '正高级', en: 'senior' }, associateSenior: { zh: '副高级', en: 'associate senior' }, middle: { zh: '中级', en: 'intermediate' } } as const satisfies Record<string, Words>
export type Specialty = keyof typeof specialties
export type Title = keyof typeof titles

export const idsOf = <Key extends string>(words: Record<Key, Words>) => Object.keys(words) as [Key, ...Key[]]
export const wordsIn = (table: Record<string, Words>, key: string): Words => table[key] ?? { zh: key, en: key }
export const fieldWords = (ids: readonly string[]): Words[] => ids.map((id) => fields.find((field) => field.id === id)?.words ?? { zh: id, en: id })
