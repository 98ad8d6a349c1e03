/** Certificates as everybody may check them: what is true of one now, since when, and what changed since it was printed. */
import type { Day } from '../kernel/day.ts'
import type { Basis } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import type { Tx } from '../platform/query.ts'
import { type PublicBase as Base, publicBases as bases } from '../procedures/base-in-public.ts'
import type { BaseStatus } from '../settings/base-status.ts'
import { type PublicRevocation, publicRevocations, voidBecause } from './public-revocations.ts'
import { unmarked } from './setting-words.ts'

export type Change = { on: Day; says: Words; law: Basis }
export type Standing = { status: 'valid' | 'suspended' | 'void'; since: Day; because: Words | null; law: Basis | null; changes: Change[] }

/** By certificate number or by the number of the base, as printed. */
export async function certifiedBase(tx: Tx, jurisdiction: string, number: string): Promise<Base | undefined> {
  const asked = number.trim().toUpperCase()
  return (await bases(tx, jurisdiction)).find(({ certificate_no, id }) => certificate_no.toUpperCase() === asked || id.toUpperCase() === asked)
}

export const baseNumbered = async (tx: Tx, jurisdiction: string, id: string): Promise<Base | undefined> => (await bases(tx, jurisdiction)).find((base) => base.id === id)

/** What stands in public of it, and nothing else: no finding and no reason. */
export async function standingOf(tx: Tx, jurisdiction: string, base: Base): Promise<Standing> {
  const revoked = await revocationOf(tx, jurisdiction, base)
  const since = sinceOf(base, revoked)
  return {
    status: certificateStates[base.status], since, ...reasonOf(base, revoked, since),
    changes: base.history.filter(({ did }) => did === 'renamed' || did === 'hostChanged').map(({ on, says, law }) => ({ on, says, law })),
  }
}

export const certificateOf = (base: Base, { status, since }: Pick<Standing, 'status' | 'since'>) => ({ number: base.certificate_no, code: null, status, statusSince: since, documentNumber: base.document_no, issuedOn: base.recognised_on })
export const isDemo = ({ hosts }: Base) => hosts.some(({ demo, name }) => demo || unmarked(name).demo)

const certificateStates = { building: 'valid', operating: 'valid', rectifying: 'valid', suspended: 'suspended', revoked: 'void', left: 'void' } as const satisfies Record<BaseStatus, string>
const revocationOf = async (tx: Tx, jurisdiction: string, { id, status }: Base): Promise<PublicRevocation | undefined> => (status === 'revoked' ? (await publicRevocations(tx, jurisdiction, id))[0] : undefined)

/** Since when it stands as it does: what befell it last in public, a hold that was lifted too, else its recognition. */
const begins: Record<BaseStatus, string> = { suspended: 'held', left: 'left', revoked: 'revoked', building: 'lifted', operating: 'lifted', rectifying: 'lifted' }
const sinceOf = (base: Base, revoked: PublicRevocation | undefined): Day => revoked?.servedOn ?? base.history.find(({ did }) => did === begins[base.status])?.on ?? base.recognised_on

function reasonOf({ status }: Base, revoked: PublicRevocation | undefined, since: Day): Pick<Standing, 'because' | 'law'> {
  if (revoked) return { because: voidBecause(revoked), law: revoked.grounds[0] ?? 'Art. 19' }
  if (status === 'left') return { because: { zh: `主动退出，${since} 生效`, en: `Left by itself, in force since ${since}` }, law: 'Art. 15' }
  if (status === 'suspended') return { because: { zh: '暂停中试活动，证书未撤销', en: 'Suspended; the certificate is not revoked' }, law: 'Art. 6(3)' }
  return { because: null, law: null }
}
