/**
 * The look of a picture in 64 bits, after the perceptual hash by cosine transform: thirty-two by thirty-two means of brightness,
 * their sixty-four slowest waves, one bit for each that is above the middle one. Rescaling, recompressing and lightening move few
 * bits. What was cut off at an edge moves many: so the same is reckoned for the picture less a little at each side, and the whole of
 * one is compared with the parts of the other (decision 0150). Own few lines.
 */
export type Pixels = { readonly width: number; readonly height: number; /** Red, green, blue, alpha, a byte each. */ readonly data: Uint8Array }
/** The whole first, then the picture less its edges; sixteen hex digits each. */
export type Look = readonly string[]

const side = 32
const waves = 8
/** Left, top, right, bottom, as shares of the whole. */
const cuts: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 1, 1], [0.025, 0.025, 0.975, 0.975], [0.05, 0.05, 0.95, 0.95], [0.075, 0.075, 0.925, 0.925],
  ...[0.05, 0.09].flatMap((off) => [[off, 0, 1, 1], [0, off, 1, 1], [0, 0, 1 - off, 1], [0, 0, 1, 1 - off]] as const),
]

/** Undefined for a picture smaller than what is looked at, or with next to nothing in it: blank pages all look alike. */
export function lookOf(picture: Pixels): Look | undefined {
  const { width, height } = picture
  if (width < side || height < side) return undefined
  const light = summedLight(picture)
  const means = cuts.map((cut) => meansOf(light, cut))
  if (spreadOf(means[0]!) < least) return undefined
  return means.map(bitsOf)
}
/** Brightness of a picture spreads by no less than this, of 255. */
const least = 4

/** In how many of the 64 bits two pictures differ at best: the whole of either against every part of the other. */
export const differenceOf = (one: Look, other: Look): number =>
  Math.min(...other.map((part) => distanceOf(one[0] ?? '', part)), ...one.map((part) => distanceOf(part, other[0] ?? '')))

/** In how many bits two hashes differ. */
export const distanceOf = (one: string, other: string): number =>
  [...one].reduce((sum, digit, at) => sum + [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4][Number.parseInt(digit, 16) ^ Number.parseInt(other[at] ?? '0', 16)]!, 0)

type Light = { columns: number; rows: number; /** Sums of brightness and of points above and left, one row and column more than there are cells. */ sums: Float64Array; counts: Float64Array }
const cells = 160

/** One pass over the points, into cells no finer than needed; what is transparent counts as white (ITU-R BT.601). */
function summedLight({ width, height, data }: Pixels): Light {
  const [columns, rows] = [Math.min(cells, width), Math.min(cells, height)]
  const line = columns + 1
  const [sums, counts] = [new Float64Array(line * (rows + 1)), new Float64Array(line * (rows + 1))]
  const columnOf = Uint16Array.from({ length: width }, (_, x) => Math.floor((x * columns) / width) + 1)
  for (let y = 0; y < height; y++) {
    const start = (Math.floor((y * rows) / height) + 1) * line
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const seen = data[at + 3]! / 255
      const cell = start + columnOf[x]!
      sums[cell] = sums[cell]! + (0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!) * seen + 255 * (1 - seen)
      counts[cell] = counts[cell]! + 1
    }
  }
  for (const table of [sums, counts]) {
    for (let row = 1; row <= rows; row++) for (let column = 1; column <= columns; column++) {
      const at = row * line + column
      table[at] = table[at]! + table[at - 1]! + table[at - line]! - table[at - line - 1]!
    }
  }
  return { columns, rows, sums, counts }
}

function meansOf({ columns, rows, sums, counts }: Light, [left, top, right, bottom]: readonly [number, number, number, number]): Float64Array {
  const line = columns + 1
  const edge = (from: number, to: number, of: number) => Array.from({ length: side + 1 }, (_, at) => Math.round((from + ((to - from) * at) / side) * of))
  const [xs, ys] = [edge(left, right, columns), edge(top, bottom, rows)]
  const means = new Float64Array(side * side)
  for (let row = 0; row < side; row++) for (let column = 0; column < side; column++) {
    const [x0, y0] = [Math.min(xs[column]!, columns - 1), Math.min(ys[row]!, rows - 1)]
    const [x1, y1] = [Math.max(x0 + 1, xs[column + 1]!), Math.max(y0 + 1, ys[row + 1]!)]
    const within = (table: Float64Array) => table[y1 * line + x1]! - table[y0 * line + x1]! - table[y1 * line + x0]! + table[y0 * line + x0]!
    means[row * side + column] = within(sums) / within(counts)
  }
  return means
}

function spreadOf(means: Float64Array): number {
  const mean = means.reduce((sum, one) => sum + one, 0) / means.length
  return Math.sqrt(means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / means.length)
}

const cosines = Array.from({ length: waves + 1 }, (_, wave) => Array.from({ length: side }, (_, at) => Math.cos((Math.PI / side) * (at + 0.5) * wave)))

/** The mean itself says nothing of what is seen: the ninth wave across takes its place. */
function bitsOf(means: Float64Array): string {
  const across = cosines.map((cosine) => Array.from({ length: side }, (_, row) => cosine.reduce((sum, factor, at) => sum + means[row * side + at]! * factor, 0)))
  const strengths = Array.from({ length: waves * waves }, (_, at) => {
    const [down, right] = [Math.floor(at / waves), at % waves]
    const line = across[at === 0 ? waves : right]!
    return line.reduce((sum, value, row) => sum + value * cosines[down]![row]!, 0)
  })
  const middle = strengths.toSorted((a, b) => a - b)[strengths.length / 2 - 1]!
  return Array.from({ length: 16 }, (_, at) => strengths.slice(at * 4, at * 4 + 4).reduce((digit, strength) => digit * 2 + (strength > middle ? 1 : 0), 0).toString(16)).join('')
}
