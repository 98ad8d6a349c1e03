/** Papers are frozen with the entry that produces them: their facts beside the case, their fingerprints in the entry itself. */
import type { Audience } from '../../kernel/procedure.ts'
import { fingerprint } from '../canonical.ts'
import { type AnyCase, type Context, type Engine, type Entry, nextNumber } from '../case-log.ts'
import { json, rowsOf, sql } from '../query.ts'
import type { Paper } from './paper.ts'
import type { PaperKind } from './kind.ts'

/** What the entry says of a paper; covered by the entry's hash. */
export type PaperInEntry = { id: string; kind: string; title: string; number: string | null; seen: Audience; sha256: string }
export type Drawn = { known: PaperInEntry; kind: PaperKind; paper: Paper }

/** The papers of an entry about to be written. Nothing is drawn where no kind follows the step. */
export async function drawPapers(context: Context, engine: Engine, about: { caseId: string; number: string; before: AnyCase; file: AnyCase; entry: Entry }): Promise<Drawn[]> {
  const { caseId, number, before, file, entry } = about
  const kinds = (engine.papers ?? []).filter(({ after }) => after.includes(entry.did))
  if (kinds.length === 0) return []
  const names = await namesIn(context, file, entry)
  const drawn: Drawn[] = []
  for (const kind of kinds) {
    const found = await kind.look?.(context.tx, { context, caseId, file })
    const serial = kind.serial ? await nextNumber(context, kind.serial, Number(entry.on.slice(0, 4)), 4) : ''
    const papers = [kind.of({ file, before, entry, caseNumber: number, serial, nameOf: (org) => names.get(org) ?? org, found: found as never }) ?? []].flat()
    if (kind.serial && papers.length !== 1) throw new Error(`paper ${kind.kind} takes a number and must be one`)
    drawn.push(...papers.map((paper, at): Drawn => ({
      kind, paper, known: { id: `${entry.no}-${kind.kind}${papers.length > 1 ? `-${at + 1}` : ''}`, kind: kind.kind, title: paper.title.replaceAll('\n', ''), number: paper.number ?? null, seen: kind.seen ?? entry.seen, sha256: fingerprint(paper) },
    })))
  }
  return drawn
}

/** Writes the facts down once the entry that knows them is written. The database gives each its code, with a key only it knows. */
export async function keepPapers({ tx, jurisdiction }: Context, about: { caseId: string; entry: Entry; drawn: readonly Drawn[] }) {
  for (const { known, kind, paper } of about.drawn) {
    await rowsOf(tx, sql`insert into paper (jurisdiction, case_id, id, no, kind, words, title, number, seen, facts, sha256, at)
      values (${jurisdiction}, ${about.caseId}, ${known.id}, ${about.entry.no}, ${known.kind}, ${json(kind.words)}, ${known.title}, ${known.number}, ${known.seen}, ${json(paper)}, ${known.sha256}, ${about.entry.at})`)
  }
}

async function namesIn({ tx, jurisdiction }: Context, file: AnyCase, entry: Entry): Promise<Map<string, string>> {
  const orgs = [...new Set([...Object.values(file.parties).flatMap((ids) => ids ?? []), entry.by.org])]
  const rows = await rowsOf<{ id: string; name: string }>(tx, sql`select id, name from organisation where jurisdiction = ${jurisdiction} and id = any(${orgs}::text[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
