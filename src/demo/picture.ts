/** A small drawn picture in place of a photograph: a line of vessels, in two states. */
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'

const [width, height] = [320, 240]
type Colour = readonly [number, number, number]
const [sky, floor, steel, dark, red, green]: Colour[] = [[214, 226, 228], [178, 170, 158], [132, 150, 156], [70, 88, 94], [176, 58, 46], [46, 120, 74]]

/** `before`: a red sign on the line; `after`: a green one. */
export function picture(state: string): Buffer {
  const png = new PNG({ width, height })
  const paint = (x0: number, y0: number, x1: number, y1: number, colour: Colour | undefined) => {
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) png.data.set([...(colour ?? [0, 0, 0]), 255], (y * width + x) * 4)
  }
  paint(0, 0, width, 160, sky)
  paint(0, 160, width, height, floor)
  for (const [at, tall] of [[28, 84], [92, 102], [156, 122], [228, 142]] as const) {
    paint(at, 190 - tall, at + 44, 190, steel)
    paint(at, 190 - tall, at + 6, 190, dark)
    paint(at + 44, 172, Math.min(width, at + 64), 178, dark)
  }
  paint(246, 92, 274, 120, state === 'after' ? green : red)
  return PNG.sync.write(png)
}

/** The same picture as somebody hands it in again: half the size, as JPEG. */
export function reused(state: string): Buffer {
  const { data } = PNG.sync.read(picture(state))
  const half = new PNG({ width: width / 2, height: height / 2 })
  for (let y = 0; y < height / 2; y++) for (let x = 0; x < width / 2; x++) half.data.set(data.subarray((y * 2 * width + x * 2) * 4, (y * 2 * width + x * 2) * 4 + 4), (y * (width / 2) + x) * 4)
  return Buffer.from(jpeg.encode({ width: width / 2, height: height / 2, data: half.data }, 70).data)
}
