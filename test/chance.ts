/**
 * Chance for tests. Every property draws from one seed, so that what is red is red again and CI is never red by bad luck. A failure
 * names the seed it drew from; ZHONGSHI_SEED sets another one, to look further: `ZHONGSHI_SEED=7 npx vitest run src/kernel/day.test.ts`.
 */
import fc from 'fast-check'

export const seed = Number(process.env.ZHONGSHI_SEED ?? 20261123)
if (!Number.isInteger(seed)) throw new Error(`ZHONGSHI_SEED is a whole number, not "${process.env.ZHONGSHI_SEED}".`)

fc.configureGlobal({ seed })

export default fc
