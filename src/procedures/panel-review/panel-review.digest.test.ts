import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import fc from '../../../test/chance.ts'
import { canonical } from '../../platform/canonical.ts'
import { bytesOf, canonicalJson, hmacSha256, sha256, sha256Hex, utf8 } from './panel-review.digest.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test('the empty text and "abc" have their known digests', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('every length up to three blocks, and any text, has the digest the platform gives', () => {
  for (let length = 0; length <= 200; length++) expect(hex(sha256(new Uint8Array(length).fill(length)))).toBe(createHash('sha256').update(new Uint8Array(length).fill(length)).digest('hex'))
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => { expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex')) }))
})

test('the keyed digest is the one the platform gives', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), fc.string(), (key, message) => {
    expect(hex(hmacSha256(key)(utf8(message)))).toBe(createHmac('sha256', key).update(message, 'utf8').digest('hex'))
  }))
  expect(hex(bytesOf('00ff10'))).toBe('00ff10')
})

test('JSON is spelt as the case log spells it', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => { expect(canonicalJson(value)).toBe(canonical(value)) }))
  expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
  expect(() => canonicalJson({ a: () => 1 })).toThrow(TypeError)
})
