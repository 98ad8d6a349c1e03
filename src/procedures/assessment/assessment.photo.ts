/**
 * The difference hash of a picture: nine by eight means of brightness, one bit for each neighbour to the right that is darker. The same
 * picture rescaled, recompressed or slightly brightened keeps nearly all its 64 bits. Own few lines, after the well-known scheme.
 */
export type Pixels = { readonly width: number; readonly height: number; /** Red, green, blue, alpha, a byte each. */ readonly data: Uint8Array }

const [columns, rows] = [9, 8]

/** Sixteen hex digits, or undefined for a picture without any difference in it: a blank page looks like every other. */
export function differenceHash(picture: Pixels): string | undefined {
  const { width, height } = picture
  if (width < columns || height < rows) return undefined
  const means = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => meanOf(picture, [Math.floor((column * width) / columns), Math.floor(((column + 1) * width) / columns)], [Math.floor((row * height) / rows), Math.floor(((row + 1) * height) / rows)])))
  const bits = means.flatMap((line) => line.slice(1).map((right, at) => (line[at]! > right ? 1 : 0)))
  if (new Set(means.flat()).size === 1) return undefined
  return Array.from({ length: 16 }, (_, at) => bits.slice(at * 4, at * 4 + 4).reduce<number>((digit, bit) => digit * 2 + bit, 0).toString(16)).join('')
}

/** Whole brightness of a block, after ITU-R BT.601; what is transparent counts as white. At most 64 by 64 points of it are looked at. */
function meanOf({ width, data }: Pixels, [left, right]: readonly [number, number], [top, bottom]: readonly [number, number]): number {
  const [stepX, stepY] = [Math.max(1, Math.floor((right - left) / 64)), Math.max(1, Math.floor((bottom - top) / 64))]
  let [sum, count] = [0, 0]
  for (let y = top; y < bottom; y += stepY) {
    for (let x = left; x < right; x += stepX) {
      const at = (y * width + x) * 4
      const seen = data[at + 3]! / 255
      sum += (299 * data[at]! + 587 * data[at + 1]! + 114 * data[at + 2]!) * seen + 255_000 * (1 - seen)
      count++
    }
  }
  return Math.round(sum / count / 100)
}

/** In how many of the 64 bits two hashes differ. */
export const distanceOf = (one: string, other: string): number =>
  [...one].reduce((sum, digit, at) => sum + [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4][Number.parseInt(digit, 16) ^ Number.parseInt(other[at] ?? '0', 16)]!, 0)
