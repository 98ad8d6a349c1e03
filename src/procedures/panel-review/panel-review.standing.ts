/** Who sits, who stands back from what, which sheets count, who chairs. Everything from the file, nothing asked anew. */
import type { PanelReviewCase, Seated } from './panel-review.case.ts'

export const sitting = (file: Pick<PanelReviewCase, 'members'>): Seated[] => file.members.filter(({ left }) => !left)
export const sits = (file: PanelReviewCase, person: string): boolean => sitting(file).some((member) => member.person === person)

export type KnownBy = 'draw' | 'declared' | 'officer' | 'system'

/** How a conflict of this expert with this application is known, if it is. Once known it stays: nobody takes it back to read and score after all. */
export function standsBack(file: PanelReviewCase, person: string, about: string): KnownBy | undefined {
  if (file.members.some((member) => member.person === person && member.conflicts.includes(about))) return 'draw'
  return file.conflicts.find((conflict) => conflict.expert === person && conflict.about === about)?.by
}

/** The last declaration of this expert about this application. */
export const declared = (file: PanelReviewCase, person: string, about: string) => file.declarations.findLast((one) => one.expert === person && one.about === about)?.result

/** Whether the material of the application is open to this expert. */
export const mayRead = (file: PanelReviewCase, person: string, about: string): boolean =>
  sits(file, person) && declared(file, person, about) === 'none' && standsBack(file, person, about) === undefined && !['concluded', 'dissolved'].includes(file.status)

/** A sheet counts while its expert sits on the panel and stands clear of the application. */
export const countsFor = (file: PanelReviewCase, { expert, about }: { expert: string; about: string }): boolean => sits(file, expert) && standsBack(file, expert, about) === undefined

export const validSheets = (file: PanelReviewCase, about: string) => file.sheets.filter((sheet) => sheet.about === about && countsFor(file, sheet))

/** What an expert still has to do while scoring goes on. */
export const toDo = (file: PanelReviewCase, person: string): string[] =>
  file.applications.map(({ case: id }) => id).filter((about) => standsBack(file, person, about) === undefined && !file.sheets.some((sheet) => sheet.expert === person && sheet.about === about))

/**
 * The chair is drawn, not chosen: the first who sits for the field by the order of the seats, a designated one only where all are.
 * Over applications that are equal it is the first of those who stand back from none of them.
 */
export function chairOf(file: PanelReviewCase, over: readonly string[] = []): string | undefined {
  const clear = sitting(file).filter(({ person }) => over.every((about) => standsBack(file, person, about) === undefined))
  const technical = clear.filter(({ kind }) => kind === 'technical').toSorted((a, b) => a.seat.localeCompare(b.seat, 'en', { numeric: true }))
  return (technical.find(({ designated }) => !designated) ?? technical[0] ?? clear[0])?.person
}

/** Designations that hold or may come to hold. */
export const designatedBy = (file: Pick<PanelReviewCase, 'designations'>) => file.designations.filter(({ answer }) => answer !== 'refused')
export const approvedBy = (file: Pick<PanelReviewCase, 'designations'>) => file.designations.filter(({ answer }) => answer === 'approved')
