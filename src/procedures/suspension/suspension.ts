/** Suspension 暂停: Article 6(3). At once where there is danger, confirmed by the city's lead, lifted by two people; it never ends by itself. */
import type { Day } from '../../kernel/day.ts'
import { asks, given, type Procedure, type StepFacts } from '../../kernel/procedure.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { baseHasGone, baseInRegister, inspectedOnTheDay } from '../../settings/inspection-rules.ts'
import { notBy } from '../../settings/review-rules.ts'
import { extensionLater, notHeldTwice, suspensionWithinMost } from '../../settings/suspension-rules.ts'
import { endsOn, type SuspensionCase, type SuspensionRole, type SuspensionStatus } from './suspension.case.ts'
import type { SuspensionCommands } from './suspension.commands.ts'

/** What the door looks up for a step. `holds`: numbers of the cases that hold the base now. */
export type SuspensionFound = { status: string | undefined; holds: string[]; months: number }
type Needs = Procedure<SuspensionCase, SuspensionStatus, SuspensionRole, SuspensionCommands, SuspensionFound>
type At<Data = unknown> = StepFacts<SuspensionCase, Data, SuspensionFound>

const notTheImposer = notBy(({ imposedBy }: SuspensionCase) => [imposedBy?.person])
const notTheProposer = notBy(({ proposal }: SuspensionCase) => [proposal?.by])
const withinMost = asks(suspensionWithinMost, ({ case: file, data, found, today }: At<{ endsOn?: Day }>) => ({ endsOn: data.endsOn ?? today, from: file.since ?? today, on: today, months: found.months }))

export const suspension: Needs = {
  // 1. Whoever finds the danger stops it; from this moment the base takes no new commission.
  suspend: { says: { zh: '立即暂停', en: 'Suspend at once' }, by: ['county.officer', 'city.officer'], from: [], to: 'imposed', law: 'Art. 6(3)', signs: true,
    effects: [{ zh: '基地立即显示“暂停”，不再接受新的委托', en: 'The base shows as suspended at once and takes no new commission' }],
    requires: [asks(baseInRegister, ({ found: { status } }) => ({ status })), asks(notHeldTwice, ({ found: { holds } }) => ({ holds }))] },

  // 2. The power to adjust is the city's: its lead confirms with a last day and what has to be shown, or annuls.
  confirm: { says: { zh: '确认暂停', en: 'Confirm the suspension' }, by: 'city.lead', from: ['imposed'], to: 'suspended', law: 'Art. 6(3)', within: 'suspension.confirmDays', signs: true, requires: [notTheImposer, withinMost] },
  annul: { says: { zh: '不予确认', en: 'Annul it' }, by: 'city.lead', from: ['imposed'], to: 'annulled', law: 'Art. 6(3)', within: 'suspension.confirmDays', signs: true,
    effects: [{ zh: '暂停立即解除', en: 'The hold is lifted at once' }], requires: [notTheImposer] },
  extend: { says: { zh: '延长暂停', en: 'Extend the suspension' }, by: 'city.lead', from: ['suspended'], to: 'suspended', law: 'setting:suspension.months', signs: true,
    requires: [withinMost, asks(extensionLater, ({ case: file, data, today }) => ({ endsOn: data.endsOn ?? today, before: endsOn(file) }))] },

  // 3. The base says what it put right, an officer looks, the city's lead lifts.
  requestLift: { says: { zh: '申请解除暂停', en: 'Ask to lift it' }, by: ['host.admin', 'base.director'], from: ['suspended'], to: 'liftRequested', law: 'Art. 8(1)', signs: true },
  proposeLift: { says: { zh: '核查并建议解除', en: 'Propose to lift it' }, by: ['county.officer', 'city.officer'], from: ['suspended', 'liftRequested'], to: 'liftProposed', law: 'Art. 7(3)', within: 'suspension.liftDays', seen: 'authorities',
    requires: [asks(inspectedOnTheDay, ({ data, today }) => ({ inspectedOn: data.checkedOn ?? today, on: today }))] },
  refuseLift: { says: { zh: '不予解除', en: 'Refuse to lift it' }, by: 'city.lead', from: ['liftRequested', 'liftProposed'], to: 'suspended', law: 'Art. 6(3)', signs: true },
  lift: { says: { zh: '解除暂停', en: 'Lift the suspension' }, by: 'city.lead', from: ['liftProposed'], to: 'lifted', law: 'Art. 6(3)', within: 'suspension.liftDays', signs: true,
    effects: [{ zh: '只解除本件所设的暂停', en: 'Only the hold placed under this case is lifted' }], requires: [notTheProposer] },

  endWithBase: { says: { zh: '基地已离册，暂停终止', en: 'Ended with the base' }, by: 'system', from: ['imposed', 'suspended', 'liftRequested', 'liftProposed'], to: 'ended', law: 'Art. 6(3)', requires: [given(baseHasGone, ({ found: { status } }) => ({ status }))] },
}

export const suspensionWords: Words = { zh: '暂停', en: 'Suspension' }
export const suspensionLaw: Basis[] = ['Art. 6(3)']
export const suspensionStages: Words[] = [{ zh: '立即暂停', en: 'At once' }, { zh: '确认', en: 'Confirmed' }, { zh: '核查', en: 'Checked' }, { zh: '解除', en: 'Lifted' }]
/** The same is asked of the city's officer (`awaits`) and of the county's (`earlier`); the file says who imposed it. */
const officers = (asks: Words, within?: string) => {
  const turn = { asks, steps: ['proposeLift'], clock: 'authority' as const, ...(within && { within }) }
  return { awaits: { role: 'city.officer' as const, ...turn }, earlier: { role: 'county.officer' as const, ...turn } }
}
export const suspensionStatuses = {
  imposed: { words: { zh: '已暂停，待确认', en: 'Suspended, to be confirmed' }, family: 'no', stage: 0, awaits: { role: 'city.lead', asks: { zh: '确认暂停，或不予确认', en: 'Confirm or annul the suspension' }, steps: ['confirm', 'annul'], within: 'suspension.confirmDays', clock: 'authority' } },
  suspended: { words: { zh: '暂停中', en: 'Suspended' }, family: 'no', stage: 1, ...officers({ zh: '督促整改；具备条件的建议解除', en: 'See that it is put right; propose to lift when it is' }) },
  liftRequested: { words: { zh: '申请解除', en: 'Lifting requested' }, family: 'spot', stage: 2, ...officers({ zh: '现场核查，建议是否解除', en: 'Check on the spot and propose' }, 'suspension.liftDays') },
  liftProposed: { words: { zh: '待决定解除', en: 'Lifting proposed' }, family: 'judge', stage: 2, awaits: { role: 'city.lead', asks: { zh: '解除暂停，或不予解除', en: 'Lift the suspension or refuse' }, steps: ['lift'], within: 'suspension.liftDays', clock: 'authority' } },
  lifted: { words: { zh: '已解除', en: 'Lifted' }, family: 'ok', stage: 3 },
  annulled: { words: { zh: '未予确认，已解除', en: 'Annulled' }, family: 'void', stage: null },
  ended: { words: { zh: '已终止', en: 'Ended' }, family: 'void', stage: null },
} as const satisfies Record<SuspensionStatus, unknown>
