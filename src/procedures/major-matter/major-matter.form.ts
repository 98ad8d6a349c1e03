/** What was filled in, by the fields of the catalogue: what is missing, how the matter is handled, when it happened, and what it would change. */
import { ageOn, type Day, isDay, plusDays, plusMonths } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import { countConsecutive, type Term, type TitleLevel } from '../../regulation/jinzhong-2023/article-14-director.ts'
import type { Matter, MatterAttachment, MatterField, MatterKind } from '../../settings/matters/matter.ts'

export type Host = { org: string; name: string; lead: boolean; demo: boolean }
export type MatterValue = string | number | boolean | string[] | Host[]
export type MatterValues = { readonly [field: string]: MatterValue | undefined }
export type Attached = { code: string; id: string; name: string; sha256: string }

/** A draft keeps its answers under these paths. */
export const pathOf = (field: string): string => `m.${field}`
export const valuesOf = (draft: Readonly<Record<string, unknown>>): MatterValues => Object.fromEntries(Object.entries(draft).flatMap(([path, value]) => (path.startsWith('m.') && value !== null && value !== '' ? [[path.slice(2), value as MatterValue]] : [])))

const asked = (when: MatterField['when'], values: MatterValues): boolean => !when || when.is.some((one) => one === values[when.field])
/** The fields and attachments these answers ask for. */
export const fieldsAsked = (matter: Matter, values: MatterValues): MatterField[] => matter.fields.filter(({ when }) => asked(when, values))
export const attachmentsAsked = (matter: Matter, values: MatterValues): MatterAttachment[] => matter.attachments.filter(({ when }) => asked(when, values))

/** Only what is asked for is handed in: an answer of a way not taken stays in the draft. */
export const tidyValues = (matter: Matter, values: MatterValues): MatterValues => Object.fromEntries(fieldsAsked(matter, values).flatMap(({ id }) => (values[id] === undefined ? [] : [[id, values[id]]])))

export type Issue = { path: string; expected: Words }
/** Everything that is missing or in the wrong form, with the name of the field. */
export function issuesOf(matter: Matter, values: MatterValues, attached: readonly Pick<Attached, 'code'>[]): Issue[] {
  return [
    ...fieldsAsked(matter, values).flatMap((field): Issue[] => {
      const value = values[field.id]
      const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
      if (empty) return field.required ? [{ path: pathOf(field.id), expected: { zh: `未填写“${field.words.zh}”`, en: `"${field.words.en}" is missing` } }] : []
      const fault = faultOf(field, value)
      return fault ? [{ path: pathOf(field.id), expected: { zh: `“${field.words.zh}”应为${fault.zh}`, en: `"${field.words.en}" should be ${fault.en}` } }] : []
    }),
    ...attachmentsAsked(matter, values).flatMap(({ code, words, required }): Issue[] => (required && !attached.some((one) => one.code === code) ? [{ path: `attachments.${code}`, expected: { zh: `缺少附件“${words.zh}”`, en: `attachment "${words.en}" is missing` } }] : [])),
  ]
}

/** Why a value cannot be handed in. */
export function faultOf(field: MatterField, value: unknown): Words | undefined {
  switch (field.type) {
    case 'text': return typeof value === 'string' && value.length <= 200 ? undefined : { zh: '不超过 200 字的文字', en: 'text of at most 200 characters' }
    case 'longText': return typeof value === 'string' && value.length <= 8000 ? undefined : { zh: '不超过 8000 字的文字', en: 'text of at most 8000 characters' }
    case 'day': return typeof value === 'string' && isDay(value) ? undefined : { zh: '日期', en: 'a day' }
    case 'month': return typeof value === 'string' && (isDay(value) || isDay(`${value}-01`)) ? undefined : { zh: '年月', en: 'year and month' }
    case 'number': return Number.isInteger(value) && Number(value) >= 0 ? undefined : { zh: '不小于 0 的整数', en: 'a whole number' }
    case 'money': case 'area': return typeof value === 'number' && value >= 0 && Number.isFinite(value) ? undefined : { zh: '不小于 0 的数', en: 'a number' }
    case 'yes': return typeof value === 'boolean' ? undefined : { zh: '是或否', en: 'yes or no' }
    case 'choice': return field.options?.some((one) => one.value === value) ? undefined : { zh: '列表中的一项', en: 'one of the list' }
    case 'orgs': return Array.isArray(value) && value.length <= 20 && new Set(value).size === value.length ? undefined : { zh: '在册单位，各一次', en: 'institutions on the register, each once' }
  }
}

const text = (value: MatterValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined)
const day = (value: MatterValue | undefined): Day | undefined => (typeof value === 'string' && isDay(value) ? value : undefined)
const figure = (value: MatterValue | undefined): number | undefined => (typeof value === 'number' ? value : undefined)

/** The day it happened, for what is told afterwards. */
export const happenedOnOf = (matter: Matter, values: MatterValues): Day | undefined =>
  matter.code === 'M05' ? day(values.from) : matter.time.when === 'either' ? day(values.effectiveOn) : day(values.occurredOn)
/** The day it is planned for, for what is approved. */
export const plannedOnOf = (matter: Matter, values: MatterValues): Day | undefined =>
  matter.code === 'M05' ? day(values.from) : matter.code === 'M06' ? day(values.occurredOn) : day(values.effectiveOn)

/** The share that goes, of area or of value; nothing where the matter is not one of shares. */
export function shareOf(matter: Matter, values: MatterValues): number | undefined {
  const [whole, rest] = matter.code === 'M07' && values.what === 'reduction' ? [figure(values.areaBefore), figure(values.areaAfter)] : []
  if (whole && rest !== undefined) return (whole - rest) / whole
  const [value, total] = matter.code === 'M08' && values.what === 'disposal' ? [figure(values.value), figure(values.total)] : []
  return value !== undefined && total ? value / total : undefined
}

// ── The director (Art. 14) ─────────────────────────────────────────────────────────────────────────────────────────────
export type Candidate = { name: string | undefined; bornOn: Day | undefined; title: TitleLevel | undefined; from: Day | undefined; to: Day | undefined; acting: boolean; fullTime: boolean | undefined }
/** Where only year and month of birth are known, the first of the month is taken. */
export function candidateOf(values: MatterValues): Candidate {
  const born = text(values.bornOn)
  return {
    name: text(values.name), bornOn: born === undefined ? undefined : isDay(born) ? born : isDay(`${born}-01`) ? `${born}-01` : undefined, title: text(values.title) as TitleLevel | undefined,
    from: day(values.from), to: day(values.to), acting: values.acting === 'acting', fullTime: typeof values.fullTime === 'boolean' ? values.fullTime : undefined,
  }
}
export type TermServed = Term & { readonly name: string; readonly bornOn: Day | null; readonly acting: boolean; readonly ended: { readonly on: Day } | null }
/** The terms of the same person at this base, as long as they lasted, with the new one. An acting director serves no term. */
export function termsWith(served: readonly TermServed[], candidate: Candidate): Term[] {
  const { name, bornOn, from, to } = candidate
  if (!name || !from || !to) return []
  const same = served.filter((term) => !term.acting && term.name === name && (!term.bornOn || !bornOn || term.bornOn.slice(0, 7) === bornOn.slice(0, 7)))
  const before = same.map(({ from: began, to: planned, ended }) => ({ from: began, to: [planned, ...(ended ? [ended.on] : []), plusDays(from, -1)].toSorted()[0] as Day })).filter((term) => term.from <= term.to)
  return [...before, ...(candidate.acting ? [] : [{ from, to }])]
}
export const latestActing = (candidate: Candidate, months: number): Day | undefined => (candidate.from ? plusDays(plusMonths(candidate.from, months), -1) : undefined)

export type DirectorLimits = { maxTerms: number; minServedMonths: number; approvalAge: number }
export type Exception = 'terms' | 'age' | 'title'
/** What of a director takes the city's approval: a further term, an age above the line, no senior title. */
export function exceptionsOf(candidate: Candidate, terms: readonly Term[], { maxTerms, minServedMonths, approvalAge }: DirectorLimits): Exception[] {
  const { bornOn, from, title, acting } = candidate
  return [
    ...(!acting && countConsecutive({ terms, minServedMonths }) > maxTerms ? ['terms' as const] : []),
    ...(bornOn && from && ageOn(bornOn, from) > approvalAge ? ['age' as const] : []),
    ...(title && title !== 'senior' && title !== 'associateSenior' ? ['title' as const] : []),
  ]
}

/** How the matter is handled: a filing turns into an approval where the text or the catalogue asks for one. */
export function kindOf(matter: Matter, values: MatterValues, exceptions: readonly Exception[]): MatterKind {
  if (matter.code === 'M05') return exceptions.length > 0 ? 'approval' : 'filing'
  if (matter.code === 'M06') return values.legalPersonChanges === true ? 'approval' : 'filing'
  return matter.kind
}
