/**
 * SHA-256 (FIPS 180-4), HMAC (RFC 2104) and one spelling of JSON, in plain arithmetic: a page may not load the platform's, and whoever
 * recomputes a draw can follow every step here. Tested against the platform's own.
 */

/** JSON with one spelling: keys in order of their UTF-16 units, no spaces, `undefined` left out. Text, finite numbers, lists, objects. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`no canonical form for ${value}`)
  if (value === null || ['boolean', 'string', 'number'].includes(typeof value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`no canonical form for ${typeof value}`)
  const object = value as Record<string, unknown>
  return `{${Object.keys(object).filter((key) => object[key] !== undefined).sort().map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key])}`).join(',')}}`
}

/** SHA-256 of a text as UTF-8, in lower-case hex. */
export const sha256Hex = (text: string): string => [...sha256(utf8(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** A keyed digest; `key` has at most 64 bytes. Both pads fill a block, so what they do to the state is kept. */
export function hmacSha256(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const [inner, outer] = [0x36, 0x5c].map((mask) => absorbed(start, Uint8Array.from({ length: 64 }, (_, at) => (key[at] ?? 0) ^ mask))) as [Int32Array, Int32Array]
  return (message) => sha256(sha256(message, inner, 64), outer, 64)
}

/** `from` and `before`: the state after so many bytes in whole blocks, where some were absorbed already. */
export function sha256(message: Uint8Array, from: Int32Array = start, before = 0): Uint8Array {
  const state = absorbed(from, padded(message, before))
  const digest = new Uint8Array(32)
  for (let at = 0; at < 32; at++) digest[at] = state[at >> 2]! >>> (24 - 8 * (at & 3))
  return digest
}

function absorbed(from: Int32Array, blocks: Uint8Array): Int32Array {
  const state = from.slice()
  const w = new Int32Array(64)
  for (let offset = 0; offset < blocks.length; offset += 64) {
    for (let at = 0; at < 16; at++) {
      const place = offset + 4 * at
      w[at] = (blocks[place]! << 24) | (blocks[place + 1]! << 16) | (blocks[place + 2]! << 8) | blocks[place + 3]!
    }
    for (let at = 16; at < 64; at++) {
      const [early, late] = [w[at - 15]!, w[at - 2]!]
      w[at] = w[at - 16]! + (right(early, 7) ^ right(early, 18) ^ (early >>> 3)) + w[at - 7]! + (right(late, 17) ^ right(late, 19) ^ (late >>> 10))
    }
    compress(state, w)
  }
  return state
}

function compress(state: Int32Array, w: Int32Array): void {
  let a = state[0]!, b = state[1]!, c = state[2]!, d = state[3]!, e = state[4]!, f = state[5]!, g = state[6]!, h = state[7]!
  for (let at = 0; at < 64; at++) {
    const one = (h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g)) + rounds[at]! + w[at]!) | 0
    const two = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0
  }
  state[0]! += a; state[1]! += b; state[2]! += c; state[3]! += d; state[4]! += e; state[5]! += f; state[6]! += g; state[7]! += h
}

/** A one bit, zeros, and the length of everything in bits as 64 bits. */
function padded(message: Uint8Array, before: number): Uint8Array {
  const blocks = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  blocks.set(message)
  blocks[message.length] = 0x80
  let bits = (before + message.length) * 8
  for (let at = blocks.length - 1; bits > 0; at--) {
    blocks[at] = bits % 256
    bits = Math.floor(bits / 256)
  }
  return blocks
}

const right = (word: number, by: number) => (word >>> by) | (word << (32 - by))

const primes: readonly number[] = Array.from({ length: 312 }, (_, at) => at).filter((n) => n > 1 && Array.from({ length: Math.floor(Math.sqrt(n)) }, (_, at) => at + 1).every((d) => d === 1 || n % d > 0))

/** The first 32 bits after the point of the square and cube roots of the first primes, found with whole numbers. */
const fraction = (prime: number, power: 2n | 3n): number => {
  const target = BigInt(prime) << (32n * power)
  let [low, high] = [0n, 1n << 40n]
  while (low < high) {
    const middle = (low + high + 1n) >> 1n
    if (middle ** power <= target) low = middle
    else high = middle - 1n
  }
  return Number(BigInt.asIntN(32, low))
}
const start = Int32Array.from(primes.slice(0, 8), (prime) => fraction(prime, 2n))
const rounds = Int32Array.from(primes, (prime) => fraction(prime, 3n))
