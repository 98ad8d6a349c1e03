import type { Words } from '../kernel/words.ts'

/** A check that warns and never blocks: codes in use exist that fail it. */
export type CodeCheck = { readonly valid: true } | { readonly valid: false; readonly because: Words }

/** GB 32100-2015 leaves out I, O, S, V and Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Powers of three modulo 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Unified social credit code 统一社会信用代码: 17 characters and a check character. */
export function checkCreditCode(code: string): CodeCheck {
  const characters = [...code]
  if (characters.length !== 18)
    return wrong(`代码 ${characters.length} 位，应为 18 位。`, `The code has ${characters.length} characters; 18 are needed.`)
  const stranger = characters.find((character) => !alphabet.includes(character))
  if (stranger !== undefined) return wrong(`代码含不使用的字符“${stranger}”。`, `The code contains "${stranger}", which is not used.`)
  return characters[17] === checkCharacter(characters)
    ? { valid: true }
    : wrong('第 18 位校验码不符，请核对。', 'The check character (18th) does not fit; please compare.')
}

/** `characters`: at least the first seventeen, all of the alphabet. */
export const checkCharacter = (characters: readonly string[]): string => {
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(characters[at]!), 0)
  return alphabet[(31 - (sum % 31)) % 31]!
}

const wrong = (zh: string, en: string): CodeCheck => ({ valid: false, because: { zh, en } })
