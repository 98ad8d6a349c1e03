import { expect, test } from 'vitest'
import fc from '../../test/chance.ts'
import { checkCharacter, checkCreditCode } from './codes.ts'

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

test.each(['91140702000000019Q', '911407030000000272', '12140700000000035N', '91140781000000043N', '91140727000000051B'])(
  '%s passes',
  (code) => expect(checkCreditCode(code)).toEqual({ valid: true })
)

test.each([
  ['911407020000000190', '校验码'],
  ['91140702000000019q', '不使用的字符“q”'],
  ['91140702000000019I', '不使用的字符“I”'],
  ['9114070200000001', '16 位'],
  ['', '0 位'],
])('%s fails: %s', (code, because) => {
  const check = checkCreditCode(code)
  expect(!check.valid && check.because.zh).toContain(because)
})

const body = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })

test('every single wrong character is found', () => {
  fc.assert(
    fc.property(body, fc.nat(17), fc.constantFrom(...alphabet), (characters, at, other) => {
      const code = [...characters, checkCharacter(characters)]
      fc.pre(code[at] !== other)
      expect(checkCreditCode(code.join('')).valid).toBe(true)
      expect(checkCreditCode(code.with(at, other).join('')).valid).toBe(false)
    })
  )
})
