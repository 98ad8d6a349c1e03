/**
 * The catalogue of major matters, version 2026-1. Art. 15 does not define 重大事项, Art. 8(5) names four: the catalogue is a setting,
 * shown as one, and a case keeps the version it was opened with (decision 0023).
 */
import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { Matter, MatterCode, MatterKind } from './matter.ts'
import { mattersOfCapacity } from './matters-of-capacity.ts'
import { mattersOfEvents } from './matters-of-events.ts'
import { mattersOfPeople } from './matters-of-people.ts'
import { mattersOfSubstance } from './matters-of-substance.ts'

export const catalogue2026 = {
  version: 'matters-2026-1', validFrom: '2023-01-21' as Day, matters: [...mattersOfSubstance, ...mattersOfPeople, ...mattersOfCapacity, ...mattersOfEvents],
} as const

export const matterOf = (code: MatterCode): Matter => {
  const found = catalogue2026.matters.find((one) => one.code === code)
  if (!found) throw new Error(`no matter ${code} in ${catalogue2026.version}`)
  return found
}

export const kindWords: Readonly<Record<MatterKind, Words>> = { approval: { zh: '审批', en: 'Approval' }, filing: { zh: '备案', en: 'Filing' }, report: { zh: '报告', en: 'Report' } }
