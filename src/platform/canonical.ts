import { createHash } from 'node:crypto'

/**
 * JSON with one spelling: keys in code-point order, no spaces, `undefined` left out (RFC 8785 for the values we store:
 * text, finite numbers, booleans, null, lists and plain objects). Throws on anything else, a fingerprint must not guess.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`no canonical form for ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item === undefined ? null : item)).join(',')}]`
  if (typeof value === 'object') {
    const object = value as Record<string, unknown>
    const keys = Object.keys(object).filter((key) => object[key] !== undefined).sort()
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`).join(',')}}`
  }
  throw new TypeError(`no canonical form for ${typeof value}`)
}

/** SHA-256 in lower-case hex, of text as UTF-8. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The fingerprint of a value, whatever the order of its keys. */
export const fingerprint = (value: unknown): string => sha256(canonical(value))
