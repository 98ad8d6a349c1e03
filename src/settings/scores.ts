/** Scores are reckoned in whole hundredths, so that no binary fraction ever decides; results round half up to two decimals. */

/**
 * The mean of the valid sheets. From `trimFrom` sheets on, one highest and one lowest are dropped;
 * of several equal extremes only one goes. `undefined` without a sheet.
 */
export function trimmedMean(scores: readonly number[], trimFrom: number): number | undefined {
  if (scores.length === 0) return undefined
  const sorted = scores.map(hundredths).sort((a, b) => a - b)
  const kept = scores.length >= trimFrom && scores.length > 2 ? sorted.slice(1, -1) : sorted
  return (
    halfUp(
      kept.reduce((sum, score) => sum + score, 0),
      kept.length
    ) / 100
  )
}

/** Panel and site by weight; `meetingWeight` is a share of one with up to four decimals. */
export function composite(meeting: number, site: number, meetingWeight: number): number {
  const weight = Math.round(meetingWeight * 10_000)
  return halfUp(hundredths(meeting) * weight + hundredths(site) * (10_000 - weight), 10_000) / 100
}

/** Middle score, or the mean of the two middle ones. */
export function median(scores: readonly number[]): number | undefined {
  const sorted = scores.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

/** Places of the scores further than `alarm` points from the median: they explain themselves or are discussed. */
export function dispersed(scores: readonly number[], alarm: number): number[] {
  const middle = median(scores) ?? 0
  return scores.flatMap((score, at) => (Math.abs(score - middle) > alarm ? [at] : []))
}

const hundredths = (score: number) => Math.round(score * 100)

/** 四舍五入 of a / b for whole numbers, a not below zero. */
const halfUp = (a: number, b: number) => Math.floor((2 * a + b) / (2 * b))
