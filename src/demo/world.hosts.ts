/** The hosts of the demo applications, as the register of organisations holds them. */
import { demoApplication, demoKeys } from './applications.ts'
import type { DemoHost } from './institutions.ts'
import { textAt } from '../procedures/recognition/recognition.form.grammar.ts'

/** The university hosts one application and is the partner of another: one institution, one id. */
export const orgOf = (key: string): string => (key === 'robot' ? 'org-univ' : `org-${key}`)

export const hostsOfDemo = (): DemoHost[] => demoKeys.map((key) => {
  const { host, data } = demoApplication(key, { on: '2026-01-05' })
  const text = (path: string) => textAt(data, path) ?? ''
  return { key, org: orgOf(key), name: text('B.name') || host.name, uscc: host.uscc, county: host.county, hostType: text('B.nature'), address: text('B.registeredAddress'), establishedOn: text('B.establishedOn'), legalRepresentative: text('B.legalRepresentative') }
})
