/** Facts of a finding that stand in other sections are named in its words ("section G"): each is a step away. */
import type { Finding } from '../../contract.ts'

export const sectionsNamed = ({ because, section }: Pick<Finding, 'because' | 'section'>): string[] =>
  [...new Set([...because.zh.matchAll(/([A-M]) \u8282/g)].map((found) => found[1] as string))].filter((id) => id !== section)
