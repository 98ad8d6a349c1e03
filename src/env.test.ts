import { expect, test } from 'vitest'
import { readEnvironment } from './env.ts'

test.each([
  [undefined, false], ['off', false], ['on', true], ['10.1.0.5', ['10.1.0.5']], ['10.1.0.5, 10.2.0.0/24,::1', ['10.1.0.5', '10.2.0.0/24', '::1']],
])('ZHONGSHI_TRUST_PROXY %s is %j', (text, is) => expect(readEnvironment({ ...(text && { ZHONGSHI_TRUST_PROXY: text }) }).trustProxy).toEqual(is))

test.each(['yes', 'true', 'proxy.example', '10.1.0.0/33', '10.1.0.5,', '10.1.0.5/24/1', '*'])('ZHONGSHI_TRUST_PROXY %s stops the start: what is not understood trusts nobody', (text) => {
  expect(() => readEnvironment({ ZHONGSHI_TRUST_PROXY: text })).toThrow('ZHONGSHI_TRUST_PROXY')
})
