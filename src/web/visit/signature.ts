/** A signature as it is kept: strokes of points in a box of 300 by 100, or the confirmation of the name. */
export type Signature = { strokes?: number[][]; typed?: true }

export const signed = ({ strokes, typed }: Signature): boolean => typed === true || (strokes?.length ?? 0) > 0

const most = 160

/** Whole numbers within the box, points that add nothing left out; a mere touch is no stroke. */
export function strokeOf(points: readonly number[]): number[] | null {
  const kept: number[] = []
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [Math.min(300, Math.max(0, Math.round(points[at] ?? 0))), Math.min(100, Math.max(0, Math.round(points[at + 1] ?? 0)))]
    const [before, above] = kept.slice(-2)
    if (before === undefined || above === undefined || Math.hypot(x - before, y - above) >= 2) kept.push(x, y)
  }
  if (kept.length < 4) return null
  const every = Math.ceil(kept.length / 2 / most)
  return every === 1 ? kept : kept.filter((_, at) => Math.floor(at / 2) % every === 0)
}

export const lineThrough = (stroke: readonly number[]): string => stroke.reduce((text, value, at) => `${text}${at === 0 ? '' : at % 2 === 0 ? ' ' : ','}${value}`, '')
