/** What tells one demo application from another; applications.ts makes the whole form of it. */
import type { ChainId, FieldId, HostType, RiskClass } from '../settings/fields.ts'
import type { DivisionCode } from '../settings/divisions.ts'

export type Brief = {
  readonly host: string
  readonly type?: HostType
  readonly county: DivisionCode
  readonly place: string
  readonly direction: string
  readonly field: FieldId
  readonly chain?: ChainId
  readonly specialTown?: string
  readonly ministry: string
  readonly industry: string
  readonly special?: { readonly track: 'separateAppraisal' | 'commissionedBuild'; readonly basis: string }
  readonly partner?: {
    readonly name: string
    readonly username?: string
    readonly category: string
    readonly share: number
    readonly contribution: string
    readonly duties: string
  }
  readonly since: number
  readonly capital: number
  readonly employees: number
  readonly researchers: number
  readonly revenue: number
  readonly area: number
  /** Years of lease left; none when the site is owned. */
  readonly lease?: number
  readonly director: { readonly title: 'senior' | 'associateSenior' | 'middle'; readonly titleName: string; readonly major: string }
  readonly staff: number
  readonly majors: readonly string[]
  /** The work in one phrase: "碳纤维预浸料与热压成型的工艺放大". */
  readonly work: string
  /** Why the city's industry needs it. */
  readonly need: string
  /** name|model|kind (m l p n s i)|pieces|value|hours a year|price|parameters */
  readonly equipment: readonly string[]
  /** name|capacity|unit|processes|scale-up|from|to|risk */
  readonly line: readonly [string, number, string, string, number, number, number, RiskClass]
  readonly clients: readonly string[]
  readonly patents: readonly string[]
  readonly risk?: {
    readonly chemical?: { readonly process: string; readonly park: string; readonly chemicals?: string; readonly hazardousProcess?: string }
    readonly radiation?: true
    readonly pressure?: string
    readonly experiments?: string
  }
}
