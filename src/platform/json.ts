/** JSON as a door takes it: well-formed text, no NUL, nested at most 32 deep, no prototype keys, no key twice. */
import { Refused } from './problem.ts'

const deepest = 32
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Nothing at all counts as an empty object, for steps that ask for nothing. */
export function parseJson(bytes: Buffer): unknown {
  const text = decoded(bytes)
  if (text.trim() === '') return {}
  let value: unknown
  try { value = JSON.parse(text) } catch { throw malformed('无法解析', 'it does not parse') }
  refuseFaults(text)
  return value
}

/** Bytes that are no UTF-8 would turn into replacement characters: what was signed would not be what is kept. */
function decoded(bytes: Buffer): string {
  try { return utf8.decode(bytes) } catch { throw malformed('不是 UTF-8 编码', 'it is not UTF-8') }
}

const malformed = (zh: string, en: string, path?: string) => new Refused(400, { zh: `JSON 有误：${zh}`, en: `Malformed JSON: ${en}` }, path === undefined ? {} : { fields: [{ path: path || 'body', expected: { zh, en } }] })

type Open = { keys: Set<string> | null; at: string }

/** Walks the text itself, which is known to parse: a parsed value no longer tells of a key written twice. */
function refuseFaults(text: string): void {
  const open: Open[] = []
  const path = () => open.map(({ at }) => at).slice(0, 12).join('.')
  for (let index = 0; index < text.length; index++) {
    const sign = text[index]
    const inside = open.at(-1)
    if (sign === '{' || sign === '[') {
      if (open.length >= deepest) throw malformed(`嵌套超过 ${deepest} 层`, `nested deeper than ${deepest}`)
      open.push({ keys: sign === '{' ? new Set() : null, at: sign === '{' ? '' : '0' })
    } else if (sign === '}' || sign === ']') open.pop()
    else if (sign === ',' && inside && !inside.keys) inside.at = String(Number(inside.at) + 1)
    else if (sign === '"') {
      const end = endOf(text, index)
      const word = JSON.parse(text.slice(index, end + 1)) as string
      if (inside?.keys && isKey(text, end)) {
        inside.at = word
        refuseKey(word, inside.keys, path())
      } else if (!isText(word)) throw malformed('含有不完整的字符', 'it holds a broken character', path())
      index = end
    }
  }
}

function refuseKey(key: string, known: Set<string>, path: string): void {
  if (!isText(key)) throw malformed('字段名含有不完整的字符', 'the name of a field holds a broken character')
  if (['__proto__', 'constructor', 'prototype'].includes(key)) throw malformed(`不接受字段 ${key}`, `the key ${key} is not accepted`, path)
  if (known.has(key)) throw malformed(`字段 ${key} 写了两次`, `the key ${key} is written twice`, path)
  known.add(key)
}

const isText = (text: string) => text.isWellFormed() && !text.includes('\u0000')

/** The closing quote of the text that opens at `from`. */
function endOf(text: string, from: number): number {
  for (let index = from + 1; ; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === '"') return index
  }
}

/** A text followed by a colon is a key; inside an object nothing else can be. */
function isKey(text: string, end: number): boolean {
  let index = end + 1
  while (/\s/.test(text[index] ?? '')) index++
  return text[index] === ':'
}
