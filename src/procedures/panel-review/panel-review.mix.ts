/** How a drawn panel is made up, weighed once more against the rules when it begins. */
import type { PanelReviewCase } from './panel-review.case.ts'
import type { Pot } from './panel-review.draw.ts'
import { sitting } from './panel-review.standing.ts'

export function mixOf(file: PanelReviewCase) {
  const members = sitting(file)
  const rules = file.draws.at(-1)?.rules
  return {
    outside: members.filter(({ inCity }) => !inCity).length,
    of: (kind: Pot) => members.filter((member) => member.kind === kind).length,
    seats: (kind: Pot) => rules?.seats[kind] ?? 0,
    /** Employers, by their number in the record, with more members than allowed. */
    crowded: (most: number) => [...new Set(members.flatMap(({ employers }) => employers))].filter((employer) => members.filter(({ employers }) => employers.includes(employer)).length > most),
    unknown: rules?.everyField ? rules.fields.filter((field) => !members.some(({ kind, fields }) => kind === 'technical' && fields.includes(field))) : [],
    short: (minValid: number) => file.applications.map((one) => ({ number: one.number, free: members.filter(({ conflicts }) => !conflicts.includes(one.case)).length })).filter(({ free }) => free < minValid),
  }
}
