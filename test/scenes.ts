/** Made-up photographs for tests: plants, shelves and pages, with what people do to pictures before they hand them in again. */
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import type { Pixels } from '../src/procedures/assessment/assessment.photo.ts'

type Chance = () => number
const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  return () => { state = (state + 0x6d2b79f5) >>> 0; let t = Math.imul(state ^ (state >>> 15), state | 1); t ^= t + Math.imul(t ^ (t >>> 7), t | 61); return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32 }
}
const painted = (width: number, height: number, colour: (u: number, v: number) => readonly number[]): Pixels => {
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set([...colour(x / width, y / height).map((one) => Math.max(0, Math.min(255, Math.round(one)))), 255], (y * width + x) * 4)
  return { width, height, data }
}

/** A plant under a sky: every seed another one, all of the same kind, with the grain of a sensor. */
export function plant(seed: number, width = 400, height = 300): Pixels {
  const chance = chanceOf(seed)
  const grain = chanceOf(seed * 7 + 1)
  const [sky, floor, horizon, tilt] = [160 + chance() * 80, 100 + chance() * 80, 0.5 + chance() * 0.3, (chance() - 0.5) * 0.2]
  const shapes = Array.from({ length: 5 + Math.floor(chance() * 8) }, () => ({ x: chance(), y: 0.2 + chance() * 0.6, w: 0.04 + chance() * 0.25, h: 0.08 + chance() * 0.5, colour: [chance() * 255, chance() * 255, chance() * 255], round: chance() < 0.4 }))
  const [across, down] = [(chance() - 0.5) * 60, (chance() - 0.5) * 60]
  return painted(width, height, (u, v) => {
    const ground = v < horizon + tilt * u ? [sky, sky + 8, sky + 12] : [floor, floor - 6, floor - 14]
    const seen = shapes.reduce<readonly number[]>((below, { x, y, w, h, colour, round }) => {
      const [dx, dy] = [((u - x) / w) * 2, ((v - y) / h) * 2]
      return (round ? dx * dx + dy * dy < 1 : Math.abs(dx) < 1 && Math.abs(dy) < 1) ? colour.map((one) => one * (1 - 0.25 * dx)) : below
    }, ground)
    const noise = (grain() - 0.5) * 12
    return seen.map((one) => one + across * u + down * v + noise)
  })
}

/** A page with lines of signs: the hard case, all pages look like pages. */
export function page(seed: number, width = 300, height = 420): Pixels {
  const chance = chanceOf(seed * 31 + 5)
  const lines = Array.from({ length: 26 }, (_, at) => ({ at: 0.08 + at * 0.033, from: 0.1 + (chance() < 0.2 ? 0.06 : 0), to: chance() < 0.3 ? 0.3 + chance() * 0.4 : 0.9, set: chance() < 0.85 }))
  const stamp = { x: 0.2 + chance() * 0.6, y: 0.6 + chance() * 0.3, r: 0.08 + chance() * 0.04 }
  return painted(width, height, (u, v) => {
    const round = Math.hypot(u - stamp.x, (v - stamp.y) * 1.4)
    if (round < stamp.r && round > stamp.r - 0.02) return [200, 40, 40]
    const line = lines.find(({ at }) => v > at && v < at + 0.018)
    return line?.set && u > line.from && u < line.to && Math.sin(u * 210 + seed) > -0.3 ? [60, 60, 60] : [246, 245, 240]
  })
}

export const scaled = ({ width, height, data }: Pixels, to: number): Pixels => {
  const [w, h] = [Math.round(width * to), Math.round(height * to)]
  return copied(w, h, (x, y) => (Math.min(height - 1, Math.floor(((y + 0.5) * height) / h)) * width + Math.min(width - 1, Math.floor(((x + 0.5) * width) / w))) * 4, data)
}
/** Less so much of each side. */
export const trimmed = ({ width, height, data }: Pixels, [left, top, right, bottom]: readonly [number, number, number, number]): Pixels => {
  const [x0, y0] = [Math.round(left * width), Math.round(top * height)]
  return copied(Math.round(width * (1 - right)) - x0, Math.round(height * (1 - bottom)) - y0, (x, y) => ((y + y0) * width + x + x0) * 4, data)
}
const copied = (width: number, height: number, from: (x: number, y: number) => number, data: Uint8Array): Pixels => {
  const copy = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) { const at = from(x, y); copy.set(data.subarray(at, at + 4), (y * width + x) * 4) }
  return { width, height, data: copy }
}
export const lit = ({ data, ...rest }: Pixels, by: (value: number) => number): Pixels => ({ ...rest, data: data.map((value, at) => (at % 4 === 3 ? value : Math.max(0, Math.min(255, by(value))))) })
export const asJpeg = ({ width, height, data }: Pixels, quality = 80): Buffer => Buffer.from(jpeg.encode({ width, height, data: Buffer.from(data) }, quality).data)
export const asPng = ({ width, height, data }: Pixels): Buffer => { const png = new PNG({ width, height }); png.data = Buffer.from(data); return PNG.sync.write(png) }
export const recompressed = (picture: Pixels, quality: number): Pixels => jpeg.decode(asJpeg(picture, quality), { useTArray: true })
