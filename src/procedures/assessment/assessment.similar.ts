/** How alike two texts are: the share of three-sign pieces they have in common. Shown to those who read, never graded. */

/** In hundredths of one: 100 for texts of the same pieces. Texts too short to tell give nought. */
export function likeness(one: string, other: string): number {
  const [a, b] = [piecesOf(one), piecesOf(other)]
  if (a.size < least || b.size < least) return 0
  const common = [...a].filter((piece) => b.has(piece)).length
  return Math.round((common * 100) / (a.size + b.size - common))
}

/** Fewer pieces than a sentence says are alike by chance. */
const least = 20

const piecesOf = (text: string): Set<string> => {
  const signs = [...text.normalize('NFKC').toLowerCase().replaceAll(/[\p{P}\p{S}\s]/gu, '')]
  return new Set(signs.slice(2).map((_, at) => signs.slice(at, at + 3).join('')))
}

/** Long texts of a report by path: what a base writes in its own words. */
export const textsOf = (data: { readonly [section: string]: { readonly [field: string]: unknown } }): [path: string, text: string][] =>
  Object.entries(data).flatMap(([section, answers]) => Object.entries(answers).flatMap(([field, value]): [string, string][] => (typeof value === 'string' && value.length >= 60 ? [[`${section}.${field}`, value]] : [])))
