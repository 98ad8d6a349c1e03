/** The institutions of the demo world: made-up names and credit codes with an empty body, which no real code has. */
import { checkCharacter } from '../settings/codes.ts'
import type { HostType } from '../settings/fields.ts'
import type { Brief } from './applications.brief.ts'
import { energy } from './applications.energy.ts'
import { living } from './applications.living.ts'
import { machinery } from './applications.machinery.ts'
import { materials } from './applications.materials.ts'

export const briefs = { ...materials, ...machinery, ...energy, ...living } as const satisfies Record<string, Brief>

export type DemoKey = keyof typeof briefs

/** carbon, iron, robot, needlecoke and glassware first: their codes are the known test codes 1 to 5. */
const known: readonly DemoKey[] = ['carbon', 'iron', 'robot', 'needlecoke', 'glassware']
export const demoKeys: readonly DemoKey[] = [...known, ...(Object.keys(briefs) as DemoKey[]).filter((key) => !known.includes(key))]

export const briefOf = (key: DemoKey): Brief => briefs[key]

/** A made-up company name, marked. */
export const marked = (name: string) => (name.endsWith('（演示）') ? name : `${name}（演示）`)

export type DemoOrganisation = { readonly name: string; readonly uscc: string; readonly place: string; readonly inCity: boolean }

/** The registered institution of a name: hosts first, then everyone they serve. */
export function organisationOf(name: string): DemoOrganisation {
  const own = demoKeys.findIndex((key) => briefs[key].host === name)
  if (own >= 0) {
    const brief = briefOf(demoKeys[own] as DemoKey)
    const region = brief.type === 'university' ? '140700' : brief.county
    return { name, uscc: codeOf(categoryOf(brief.type), region, own + 1), place: brief.place.slice(0, 3), inCity: true }
  }
  const at = clients.indexOf(name)
  if (at < 0) throw new Error(`No demo organisation ${name}`)
  const town = towns.find((one) => name.startsWith(one))
  return { name, uscc: codeOf('91', town ? '140700' : '140100', 1001 + at), place: town ?? name.slice(0, 2), inCity: town !== undefined }
}

const towns = ['晋中', '榆次', '太谷', '祁县', '平遥', '介休', '灵石', '寿阳', '昔阳', '和顺', '左权', '榆社']

const clients = [...new Set(demoKeys.flatMap((key) => briefs[key].clients.map(marked)))]
  .filter((name) => !demoKeys.some((key) => briefs[key].host === name))
  .sort()

const categoryOf = (type: HostType = 'enterprise'): string => {
  switch (type) {
    case 'enterprise':
    case 'parkOperator':
      return '91'
    case 'university':
    case 'researchInstitute':
    case 'specialInstitute':
    case 'publicInstitution':
      return '12'
    case 'socialOrganisation':
      return '52'
  }
}

/** Category and region, an organisation code of zeros and a serial with its own check character, and the check character of the whole. */
function codeOf(category: string, region: string, serial: number): string {
  const body = String(serial).padStart(8, '0')
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const rest = 11 - ([...body].reduce((sum, digit, index) => sum + Number(digit) * (weights[index] as number), 0) % 11)
  const code = `${category}${region}${body}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`
  return code + checkCharacter([...code])
}
