import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Problem } from '../contract.ts'
import type { Refusal } from '../kernel/procedure.ts'
import type { Words } from '../kernel/words.ts'
import type { Moved } from './case-log.ts'

export type Language = 'zh' | 'en'
export type FieldProblem = { path: string; expected: Words }

/** The caller's fault, told as a value with a status: thrown at the door, answered as application/problem+json. */
export class Refused extends Error {
  readonly status: number
  readonly title: Words
  readonly more: { detail?: Words; refusals?: readonly Refusal[]; fields?: readonly FieldProblem[]; moved?: Moved; /** Seconds. */ retryAfter?: number }
  constructor(status: number, title: Words, more: Refused['more'] = {}) {
    super(title.en)
    this.status = status
    this.title = title
    this.more = more
  }
}

export const notFound = () => new Refused(404, { zh: '没有找到。地址有误，或者不在您可以查看的范围内。', en: 'Not found. The address is wrong, or it is not within what you may see.' })
export const signInFirst = () => new Refused(401, { zh: '请先登录。', en: 'Please sign in first.' })
export const notAllowed = (who: Words) => new Refused(403, { zh: `由${who.zh}办理。`, en: `For the ${who.en} to do.` })
export const badInput = (fields: readonly FieldProblem[]) => new Refused(400, { zh: '有内容需要更正，其余已保留。', en: 'Some input needs correction; the rest is kept.' }, { fields })

export const languageOf = (acceptLanguage: string | undefined): Language => {
  const first = (acceptLanguage ?? '').split(',')[0]?.trim().toLowerCase() ?? ''
  return first.startsWith('en') ? 'en' : 'zh'
}

/** The problem as it is sent, in one language, with a number to quote on the telephone. */
export function problemOf(refused: Refused, language: Language): Problem {
  const { status, title, more } = refused
  return {
    type: 'about:blank', title: title[language], status, number: randomBytes(3).toString('hex').toUpperCase(),
    ...(more.detail && { detail: more.detail[language] }),
    ...(more.refusals && { refusals: more.refusals.map((ground) => ({ code: ground.code, law: ground.law, reason: ground.reason[language], ...(ground.rule && { rule: ground.rule }), ...(ground.takesReason && { takesReason: true }) })) }),
    ...(more.fields && { fields: more.fields.map((field) => ({ path: field.path, expected: field.expected[language] })) }),
    ...(more.moved && { moved: more.moved }),
  }
}

/** notYours 403 before notNow 409 before unmet 422: the first that applies gives the status, all are told. */
export function refusedWith(refusals: readonly Refusal[], moved?: Moved): Refused {
  const has = (code: Refusal['code']) => refusals.some((ground) => ground.code === code)
  const more = { refusals, ...(moved && { moved }) }
  if (has('notYours')) return new Refused(403, { zh: '这一步不由您办理。', en: 'This step is not yours to take.' }, more)
  if (has('notNow')) return new Refused(409, { zh: '现在不能办理这一步。', en: 'This step cannot be taken now.' }, more)
  return new Refused(422, { zh: `还不能办理：${refusals.length} 项理由。`, en: `Not possible yet: ${refusals.length} ground${refusals.length === 1 ? '' : 's'}.` }, more)
}

export const overtaken = (moved?: Moved) => new Refused(412, {
  zh: `${moved ? `${moved.by} 已先办理，案件` : '案件'}有了变化。您填写的内容没有丢失，请看过变化后重新确认。`,
  en: `${moved ? `${moved.by} acted first and the case` : 'The case'} has changed. What you typed is kept; look at the change and confirm again.`,
}, moved ? { moved } : {})

/** Parses once at the door; every fault names its field and what is expected there. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, at = ''): z.infer<Schema> {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  throw badInput(result.error.issues.flatMap((issue) => fieldsOf(issue, at)))
}

export function fieldsOf(issue: z.core.$ZodIssue, at = ''): FieldProblem[] {
  const path = [at, ...issue.path.map(String)].filter(Boolean).join('.')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, expected: { zh: '没有这个字段', en: 'no such field' } }))
  return [{ path: path || 'body', expected: expectedOf(issue) }]
}

function expectedOf(issue: z.core.$ZodIssue): Words {
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined ? { zh: '必填', en: 'required' } : typeWords[issue.expected] ?? { zh: `应为 ${issue.expected}`, en: `expected ${issue.expected}` }
    case 'too_small': return issue.origin === 'string' ? (issue.minimum === 1 ? { zh: '必填', en: 'required' } : { zh: `至少 ${issue.minimum} 个字`, en: `at least ${issue.minimum} characters` })
      : issue.origin === 'array' ? { zh: `至少 ${issue.minimum} 项`, en: `at least ${issue.minimum} items` } : { zh: `不小于 ${issue.minimum}`, en: `at least ${issue.minimum}` }
    case 'too_big': return issue.origin === 'string' ? { zh: `至多 ${issue.maximum} 个字`, en: `at most ${issue.maximum} characters` }
      : issue.origin === 'array' ? { zh: `至多 ${issue.maximum} 项`, en: `at most ${issue.maximum} items` } : { zh: `不大于 ${issue.maximum}`, en: `at most ${issue.maximum}` }
    case 'invalid_value': return { zh: `应为：${issue.values.join('、')}`, en: `one of: ${issue.values.join(', ')}` }
    case 'invalid_format': return issue.format === 'date' ? { zh: '日期，如 2026-11-23', en: 'a date like 2026-11-23' } : { zh: '格式不对', en: `not in the format ${issue.format}` }
    case 'not_multiple_of': return { zh: `应为 ${issue.divisor} 的倍数`, en: `a multiple of ${issue.divisor}` }
    case 'unrecognized_keys': return { zh: '没有这个字段', en: 'no such field' }
    case 'invalid_union': return { zh: '不在可选的形式之内', en: 'none of the allowed forms' }
    case 'invalid_key':
    case 'invalid_element': return { zh: '含有不能识别的内容', en: 'has an entry that is not understood' }
    case 'custom': return typeof issue.params?.zh === 'string' ? { zh: issue.params.zh, en: String(issue.params.en) } : { zh: issue.message, en: issue.message }
  }
}

const typeWords: Record<string, Words> = {
  string: { zh: '应为文字', en: 'text expected' }, number: { zh: '应为数字', en: 'a number expected' }, int: { zh: '应为整数', en: 'a whole number expected' },
  boolean: { zh: '应为是或否', en: 'yes or no expected' }, array: { zh: '应为列表', en: 'a list expected' }, object: { zh: '应为一组字段', en: 'an object expected' }, record: { zh: '应为一组字段', en: 'an object expected' },
}
