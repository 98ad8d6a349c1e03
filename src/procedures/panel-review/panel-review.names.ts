/** One spelling for names and codes that mean the same: full or half width, spaces, brackets, marks, suffixes of companies. */

/** The whole name in one spelling. 晋中 碳材料（集团）有限公司（演示） and 晋中碳材料(集团)有限公司 are one. */
export const fullNameOf = (name: string): string =>
  oneSpelling(name).replaceAll('(演示)', '')

/**
 * The name without what says only which kind of company it is: 有限公司, 股份有限公司, 有限责任公司, 集团. Empty when nothing is left.
 * Two different legal persons may share it (a group and its subsidiary), so it proves nothing where both show a code.
 */
export function coreNameOf(name: string): string {
  let core = fullNameOf(name)
  for (let next = core.replace(suffix, ''); next !== core; next = core.replace(suffix, '')) core = next
  return core
}

/** A person's name in one spelling; the dot inside names of some peoples is written in many ways and left out. */
export const personNameOf = (name: string): string => oneSpelling(name).replaceAll(/[·•‧∙・.]/gu, '')

/**
 * A unified social credit code in one spelling, or undefined when there is none. GB 32100-2015 never uses I, O, S and Z:
 * where they stand, 1, 0, 5 and 2 were meant.
 */
export function creditCodeOf(code: string | undefined): string | undefined {
  const plain = oneSpelling(code ?? '').replaceAll(/[^0-9A-Z]/g, '').replaceAll(/[IOSZ]/g, (letter) => misread[letter]!)
  return plain.length === 18 && /[1-9A-Z]/.test(plain) ? plain : undefined
}

const suffix = /(?:股份有限公司|有限责任公司|有限公司|集团|\(集团\)|总公司|公司)$/

const misread: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', Z: '2' }

/** NFKC folds full width and compatibility forms; invisible characters and every kind of space go, every bracket becomes round. */
const oneSpelling = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replaceAll(/[\s\p{Cf}]/gu, '').replaceAll(/[〔【[{〈《「『〖]/gu, '(').replaceAll(/[〕】\]}〉》」』〗]/gu, ')')
