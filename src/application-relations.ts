/** What an application's snapshot tells of relations: who applies, with whom, whom it names, serves, and asks to keep away. */
import { type Day, isDay } from './kernel/day.ts'
import type { RelationsOf } from './procedures/panel-review/panel-review.gather.door.ts'
import type { ApplicationRelations, Holding, Institution, ListedAs } from './procedures/panel-review/panel-review.relations.ts'
import { factsOf } from './procedures/recognition/recognition.form.facts.ts'
import { type ApplicationData, boolAt, type Row, rowsAt, textAt } from './procedures/recognition/recognition.form.grammar.ts'

export const applicationRelations: RelationsOf = ({ id, number, organiser, data: snapshot }) => {
  const data = snapshot as ApplicationData
  const facts = factsOf(data)
  const host = institution(facts.lead.name, facts.lead.uscc)
  const relations: ApplicationRelations = {
    id, number, host, partners: facts.partners.map(({ name, uscc }) => institution(name, uscc)), ...(facts.field && { field: facts.field }), ...(organiser && { organiser: { name: organiser } }),
    listed: listedIn(data), clients: clientsIn(data),
    avoid: rowsAt(data, 'M.avoid').flatMap((row) => (text(row, 'name') ? [{ name: text(row, 'name')!, reason: text(row, 'reason') ?? '' }] : [])),
  }
  return { relations, holdings: holdingsIn(data, host), chemical: facts.risks.chemical }
}

const institution = (name: string | undefined, uscc: string | undefined): Institution => ({ name: name ?? '', ...(uscc && { uscc }) })

function listedIn(data: ApplicationData): ApplicationRelations['listed'] {
  const at = (path: string, as: ListedAs) => [textAt(data, path)].flatMap((name) => (name ? [{ name, as }] : []))
  const rows = (path: string, as: ListedAs) => rowsAt(data, path).flatMap((row) => (text(row, 'name') ? [{ name: text(row, 'name')!, as }] : []))
  return [
    ...at('F.directorName', 'director'), ...at('B.legalRepresentative', 'legalRepresentative'), ...at('A.contactName', 'contact'), ...at('M.hostSignedBy', 'legalRepresentative'),
    ...rows('F.committee', 'committee'), ...rows('F.advisers', 'adviser'), ...rows('F.staff', 'staff'),
    // A shareholder may be a person, an expert even; the name of an institution is nobody's.
    ...rowsAt(data, 'B.holdings').flatMap((row) => (row.relation !== 'held' && text(row, 'name') ? [{ name: text(row, 'name')!, as: 'shareholder' as const }] : [])),
  ]
}

/** A service without an end goes on; one that tells the year alone held through it. */
const clientsIn = (data: ApplicationData): ApplicationRelations['clients'] => (boolAt(data, 'I.served') === true ? rowsAt(data, 'I.services') : []).flatMap((row) => {
  const year = typeof row.year === 'number' ? row.year : undefined
  const name = text(row, 'client')
  return name ? [{ institution: institution(name, text(row, 'clientCode')), from: day(row, 'from') ?? (year ? `${year}-01-01` : null), to: day(row, 'to') ?? (year && !day(row, 'from') ? `${year}-12-31` : null) }] : []
})

/** Who holds the host, and whom it holds. */
const holdingsIn = (data: ApplicationData, host: Institution): Holding[] => rowsAt(data, 'B.holdings').flatMap((row) => {
  const name = text(row, 'name')
  if (!name) return []
  const [other, share] = [institution(name, text(row, 'uscc')), typeof row.share === 'number' ? row.share / 100 : undefined]
  const [holder, held] = row.relation === 'held' ? [host, other] : [other, host]
  return [{ holder, held, control: row.control === true, ...(share !== undefined && { share }), from: day(row, 'from') ?? null, to: day(row, 'to') ?? null }]
})

const text = (row: Row, column: string): string | undefined => { const value = row[column]; return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined }
const day = (row: Row, column: string): Day | undefined => { const value = text(row, column); return value !== undefined && isDay(value) ? value : undefined }
