/** The same photograph is found again whatever was done to it, others are not; what is too large, or lies, costs a thread and no more. */
import { afterAll, describe, expect, test } from 'vitest'
import { asJpeg, asPng, lit, page, plant, recompressed, scaled, trimmed } from '../test/scenes.ts'
import { eyeOf } from './photo-looks.ts'
import { seen } from './photo-worker.ts'
import { differenceOf, distanceOf, type Look, lookOf, type Pixels } from './procedures/assessment/assessment.photo.ts'
import { settingOf } from './settings/settings.ts'

const line = settingOf('assess.photoDistance').value
const look = (picture: Pixels): Look => lookOf(picture) ?? []

const done: readonly (readonly [string, (picture: Pixels) => Pixels])[] = [
  ['rescaled to half', (one) => scaled(one, 0.5)], ['rescaled to 73 %', (one) => scaled(one, 0.73)], ['recompressed to 40', (one) => recompressed(one, 40)],
  ['lightened', (one) => lit(one, (value) => value * 1.15 + 12)], ['darkened', (one) => lit(one, (value) => value * 0.8)], ['with another gamma', (one) => lit(one, (value) => 255 * (value / 255) ** 0.8)],
  ['trimmed by 3 % around', (one) => trimmed(one, [0.03, 0.03, 0.03, 0.03])], ['trimmed by 7 % around', (one) => trimmed(one, [0.07, 0.07, 0.07, 0.07])], ['less 5 % at the left', (one) => trimmed(one, [0.05, 0, 0, 0])], ['less 8 % at the foot', (one) => trimmed(one, [0, 0, 0, 0.08])],
  ['all of it together', (one) => recompressed(lit(scaled(trimmed(one, [0.02, 0.03, 0.02, 0.02]), 0.6), (value) => value * 0.9 + 15), 55)],
]

describe('setting:assess.photoDistance: measured over made-up photographs', () => {
  const originals = Array.from({ length: 24 }, (_, seed) => plant(seed + 1))
  const looks = originals.map(look)
  test.each(done)('%s: found again within the line', (_, change) => {
    const apart = originals.map((one, at) => differenceOf(looks[at]!, look(change(one))))
    expect(Math.max(...apart)).toBeLessThanOrEqual(line)
  })
  test('of 19,900 pairs of different photographs none is within the line, and the nearest is well beyond it', () => {
    const many = [...looks, ...Array.from({ length: 176 }, (_, seed) => look(plant(seed + 1001, 200, 150)))]
    const apart = many.flatMap((one, at) => many.slice(at + 1).map((other) => differenceOf(one, other)))
    expect(apart).toHaveLength((200 * 199) / 2)
    expect(Math.min(...apart)).toBeGreaterThan(line + 2)
  })
  test('pages of writing, which all look alike, are not taken for one another', () => {
    const pages = Array.from({ length: 40 }, (_, seed) => look(page(seed + 1)))
    const apart = pages.flatMap((one, at) => pages.slice(at + 1).map((other) => differenceOf(one, other)))
    // Of 780 pairs next to none: a page is a hint of little worth, and is only a hint.
    expect(apart.filter((bits) => bits <= line).length).toBeLessThanOrEqual(2)
  })
  test('next to nothing to see, or too small to see: no look at all', () => {
    const blank = lit(plant(1), () => 245)
    expect([lookOf(blank), lookOf(plant(1, 31, 40))]).toEqual([undefined, undefined])
    expect([distanceOf('0000000000000000', 'ffffffffffffffff'), distanceOf('00ff', '00ff')]).toEqual([64, 0])
  })
})

describe('a thread of its own', () => {
  const eye = eyeOf({ megapixels: 1, seconds: 20 })
  afterAll(() => eye.shut())
  test('JPEG and PNG of the same picture look the same', async () => {
    const [first, second] = [await eye.look(asJpeg(plant(3), 90)), await eye.look(asPng(plant(3)))]
    expect(differenceOf(first.look ?? [], second.look ?? [])).toBeLessThanOrEqual(2)
  })
  test('too many points are told from the head of the file; what lies is unreadable; the thread goes on', async () => {
    const bomb = asPng(plant(1, 40, 40))
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    const whole = asJpeg(plant(4))
    expect((await eye.look(bomb)).because).toBe('tooLarge')
    expect((await eye.look(asJpeg(plant(2, 1200, 900)))).because).toBe('tooLarge')
    for (const lie of [Buffer.from('not a picture'), whole.subarray(0, 40), asPng(plant(1, 40, 40)).subarray(0, 60), Buffer.alloc(0)]) expect((await eye.look(lie)).because).toBe('unreadable')
    expect((await eye.look(whole)).look).toHaveLength(12)
  })
  test('one that takes too long is given up, and the next is looked at all the same', async () => {
    const hasty = eyeOf({ megapixels: 40, seconds: 0.02 })
    expect(await hasty.look(asJpeg(plant(5, 1600, 1200)))).toEqual({ look: null, because: 'tooSlow' })
    await hasty.shut()
    expect((await eye.look(asPng(plant(6)))).because).toBeNull()
  })
  test('meanwhile the main thread is free: of the work it does a fraction', async () => {
    const wide = eyeOf({ megapixels: 40, seconds: 60 })
    const large = asJpeg(plant(7, 2400, 1800), 85)
    // Time of the processor, not of the clock: what other programs do on the machine is none of it.
    const [all, here] = [process.cpuUsage(), process.threadCpuUsage()]
    expect((await wide.look(large)).because).toBeNull()
    const [work, mine] = [process.cpuUsage(all), process.threadCpuUsage(here)].map(({ user, system }) => user + system) as [number, number]
    await wide.shut()
    expect(work).toBeGreaterThan(100_000)
    expect(mine).toBeLessThan(work / 4)
  })
  test('the worker itself is pure: the same bytes, the same look', () => expect(seen(asPng(plant(8)), 1)).toEqual(seen(asPng(plant(8)), 1)))
})
