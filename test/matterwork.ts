/** Major matters brought to a status the way they get there: over HTTP, by the people whose steps they are. */
import type { DraftSaved } from '../src/contract.ts'
import type { Client } from '../src/demo/client.ts'
import { plainPdf } from '../src/demo/pdf.ts'
import { orgOf } from '../src/demo/world.hosts.ts'
import { engines } from '../src/engines.ts'
import type { MatterValues } from '../src/procedures/major-matter/major-matter.case.ts'
import { attachmentsAsked, pathOf } from '../src/procedures/major-matter/major-matter.form.ts'
import { matterValues } from '../src/procedures/major-matter/major-matter.samples.ts'
import type { MatterCode } from '../src/settings/matters/matter.ts'
import { matterOf } from '../src/settings/matters/matters-2026.ts'
import type { Case, Casework } from './casework.ts'
import type { Town } from './town.ts'

export type Matter = { readonly id: string; readonly number: string; readonly code: MatterCode; readonly of: Case }
export type Matterwork = ReturnType<typeof matterwork>

export function matterwork(town: Pick<Town, 'as'>, work: Casework) {
  const director = (of: Case) => town.as(`director.${of.key}`)
  const example = (step: string, more: object = {}) => ({ ...engines['major-matter']?.examples[step], ...more })
  const step = async (matter: Matter, who: Client | Promise<Client>, name: string, more: object = {}): Promise<Matter> => {
    await (await who).did(matter.id, name, example(name, more))
    return matter
  }
  /** What the catalogue's samples say, for this base. */
  const valuesFor = (of: Case, code: MatterCode): MatterValues => ({ ...matterValues[code], ...(code === 'M04' && { hosts: [orgOf(of.key), 'org-univ'] }) })

  const opened = async (of: Case, code: MatterCode, who: Promise<Client> = director(of)): Promise<Matter> => ({ of, code, ...(await (await who).opened('major-matter', { base: await work.baseNumberOf(of), code })) })
  const writes = async (matter: Matter, values: MatterValues, who: Promise<Client> = director(matter.of)) => {
    const client = await who
    const { version } = (await client.call<{ version: number }>('GET', `/api/cases/${matter.id}/draft`)).body
    const saved = await client.call<DraftSaved>('PUT', `/api/cases/${matter.id}/draft`, { base: version, changes: Object.entries(values).map(([field, value]) => ({ path: pathOf(field), value })) })
    if (saved.status !== 200 || saved.body.refused.length + saved.body.conflicts.length > 0) throw new Error(`draft of ${matter.code}: ${JSON.stringify(saved.body)}`)
  }
  const attaches = async (matter: Matter, who: Promise<Client> = director(matter.of), values: MatterValues = valuesFor(matter.of, matter.code)) => {
    for (const { code, words, required } of attachmentsAsked(matterOf(matter.code), values)) if (required) await (await who).attaches(matter.id, code, `${words.zh}（演示）.pdf`, plainPdf([matter.code, code]))
  }
  const drafted = async (of: Case, code: MatterCode, { values = {}, who = director(of) }: { values?: MatterValues; who?: Promise<Client> } = {}): Promise<Matter> => {
    const matter = await opened(of, code, who)
    const written = { ...valuesFor(of, code), ...values }
    await writes(matter, written, who)
    await attaches(matter, who, written)
    return matter
  }
  const applied = async (of: Case, code: MatterCode, values: MatterValues = {}, more: object = {}) => step(await drafted(of, code, { values }), director(of), 'apply', more)
  const endorsed = async (of: Case, code: MatterCode, values: MatterValues = {}, more: object = {}) => step(await applied(of, code, values, more), work.host(of), 'endorse')
  const verifies = (matter: Matter) => step(matter, work.county(matter.of, 'county.officer'), 'verify')
  const verified = async (of: Case, code: MatterCode, values: MatterValues = {}, more: object = {}) => verifies(await endorsed(of, code, values, more))
  const examines = (matter: Matter, more: object = {}) => step(matter, work.county(matter.of, 'county.lead'), 'examine', more)
  const examined = async (of: Case, code: MatterCode, values: MatterValues = {}, more: object = {}) => examines(await verified(of, code, values, more), more)
  const prepares = (matter: Matter, more: object = {}) => step(matter, town.as('city.officer'), 'prepare', more)
  const prepared = async (of: Case, code: MatterCode, values: MatterValues = {}, more: object = {}) => prepares(await examined(of, code, values, more), { effectiveOn: values.effectiveOn })
  const approved = async (of: Case, code: MatterCode, values: MatterValues = {}) => step(await prepared(of, code, values), town.as('city.lead'), 'approve', { effectiveOn: undefined })
  const leaving = async (of: Case) => step(await prepared(of, 'M15', { effectiveOn: '2027-01-15' }), town.as('city.lead'), 'approveLeaving')
  const reported = async (of: Case, more: object = {}) => step(await opened(of, 'M11'), director(of), 'report', more)
  const written = async (of: Case) => step(await reported(of), director(of), 'reportInWriting')
  const cleared = async (of: Case) => step(await written(of), work.county(of, 'county.officer'), 'verifyClearance')
  const liftProposed = async (of: Case) => step(await cleared(of), town.as('city.officer'), 'proposeLift')

  return { director, example, step, opened, writes, attaches, drafted, applied, endorsed, verifies, verified, examines, examined, prepares, prepared, approved, leaving, reported, written, cleared, liftProposed, valuesFor }
}
