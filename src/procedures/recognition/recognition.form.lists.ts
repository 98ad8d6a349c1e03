/** The lists of the form that are settings: fields, provincial chains, natures of hosts, divisions, risk classes. */
import type { Words } from '../../kernel/words.ts'
import { divisions } from '../../settings/divisions.ts'
import { fields, hostTypes, provincialChains, riskClasses } from '../../settings/fields.ts'
import type { Option } from './recognition.form.grammar.ts'

const optionsOf = (list: readonly { readonly id: string; readonly words: Words }[]): readonly Option[] =>
  list.map(({ id, words }) => ({ value: id, words }))

export const fieldOptions = optionsOf(fields)
export const chainOptions = optionsOf(provincialChains)
export const hostOptions = optionsOf(hostTypes)
export const riskOptions = optionsOf(riskClasses)
export const divisionOptions: readonly Option[] = divisions.map(({ code, words }) => ({ value: code, words }))
