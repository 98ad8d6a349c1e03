/** What one entry of the catalogue of major matters is made of. */
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { Unit } from '../setting.ts'

export const matterCodes = ['M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11', 'M12', 'M13', 'M14', 'M15', 'M16'] as const
export type MatterCode = (typeof matterCodes)[number]

/** 审批: the city decides before it happens. 备案: it is filed after it happened. 报告: the city takes note. */
export type MatterKind = 'approval' | 'filing' | 'report'

/** What of the register a matter changes, and what stands there before. */
export type ChangeKey = 'name' | 'direction' | 'goals' | 'hosts' | 'committee' | 'site' | 'openService' | 'promoted' | 'director'

export type MatterFieldType = 'text' | 'longText' | 'day' | 'month' | 'number' | 'money' | 'area' | 'yes' | 'choice' | 'orgs'

export type MatterField = {
  readonly id: string; readonly type: MatterFieldType; readonly words: Words; readonly required: boolean
  readonly options?: readonly { readonly value: string; readonly words: Words }[]
  /** Asked only where another field has one of these answers. */
  readonly when?: { readonly field: string; readonly is: readonly (string | boolean)[] }
  /** The value of the register it replaces stands beside it. */
  readonly replaces?: ChangeKey
  readonly unit?: Unit; readonly help?: Words
}

export type MatterAttachment = { readonly code: string; readonly words: Words; readonly required: boolean; readonly when?: MatterField['when'] }

/** `before`: before it happens. `after`: within the setting, counted from the day it happened. `either`: before, or within the setting. */
export type MatterTime =
  | { readonly when: 'before' }
  | { readonly when: 'after' | 'either'; readonly setting: `major.${string}`; readonly counts: 'workingDays' | 'days' | 'hours' }

export type Matter = {
  readonly code: MatterCode; readonly words: Words
  /** What counts as this matter. */
  readonly says: Words
  readonly kind: MatterKind
  /** Where a filing turns into an approval, and why. */
  readonly raised?: Words
  readonly law: Basis; readonly time: MatterTime
  /** Art. 8(5) and Art. 14 give some matters to the host: it may propose them itself. */
  readonly hostProposes: boolean
  readonly fields: readonly MatterField[]; readonly attachments: readonly MatterAttachment[]
  readonly changes: readonly ChangeKey[]
  readonly experts: boolean; readonly inspection: boolean; readonly announced: boolean
  /** Partners of a joint base see it. */
  readonly partners: boolean
  readonly basis: Words
}

type Pair = readonly [zh: string, en: string]
export const words = ([zh, en]: Pair): Words => ({ zh, en })

type More = Omit<Partial<MatterField>, 'options' | 'help'> & { readonly options?: readonly (readonly [value: string, zh: string, en: string])[]; readonly help?: Pair }
export const field = (id: string, type: MatterFieldType, name: Pair, { options, help, ...more }: More = {}): MatterField => ({
  id, type, words: words(name), required: true, ...more, ...(help && { help: words(help) }), ...(options && { options: options.map(([value, zh, en]) => ({ value, words: { zh, en } })) }),
})

export const attachment = (code: string, name: Pair, more: Partial<MatterAttachment> = {}): MatterAttachment => ({ code, words: words(name), required: true, ...more })

/** Asked of every matter that is applied for. */
export const reasonField = field('reason', 'longText', ['事由和说明', 'Reasons'])
export const plannedOn = field('effectiveOn', 'day', ['拟实施日期', 'Planned for'], { help: ['批准前不得实施', 'Not before it is approved'] })
export const happenedOn = field('occurredOn', 'day', ['发生日期', 'Happened on'])

type Written = Omit<Partial<Matter>, 'words' | 'says' | 'basis' | 'raised'> & Pick<Matter, 'code' | 'kind' | 'time' | 'fields'> & { readonly name: Pair; readonly says: Pair; readonly basis: Pair; readonly raised?: Pair }
export const matter = ({ name, says, basis, raised, ...more }: Written): Matter => ({
  law: 'Art. 15', hostProposes: false, attachments: [], changes: [], experts: false, inspection: false, announced: false, partners: false, ...more,
  words: words(name), says: words(says), basis: words(basis), ...(raised && { raised: words(raised) }),
})
