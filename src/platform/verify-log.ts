/** Walks all chains: every hash recomputed, every number in place, every head and document as the entries say. */
import type { Pool } from 'pg'
import { type Engine, type EntryBody, entryOf, fold, genesis, hashOf } from './case-log.ts'
import { fingerprint } from './canonical.ts'
import { rowOf, rowsOf, sql } from './query.ts'

export type Fault = { caseId: string; number: string; no: number; what: string }
type Head = { jurisdiction: string; id: string; procedure: string; number: string; version: number; hash: string; opened_on: string; orgs: string[]; people: string[] }
type Engines = Record<string, Engine>

/**
 * Reads in portions, so that any number of cases fits. `faults` names the first bad entry of each bad case. `engines`
 * tell who the parties of a case are: without them the parties in its head are not compared.
 */
export async function verifyLog(pool: Pool, { only, engines = {} }: { only?: string; engines?: Engines } = {}): Promise<{ cases: number; entries: number; documents: number; faults: Fault[] }> {
  const report = { cases: 0, entries: 0, documents: 0, faults: [] as Fault[] }
  for (let after = ''; ;) {
    const heads = await rowsOf<Head>(pool, sql`select jurisdiction, id, procedure, number, version, hash, opened_on, orgs, people from case_head where id > ${after} ${only ? sql`and id = ${only}` : sql``} order by id limit 500`)
    if (heads.length === 0) break
    after = heads.at(-1)?.id ?? ''
    for (const head of heads) {
      const found = await verifyCase(pool, head, engines[head.procedure])
      report.cases++
      report.entries += found.entries
      report.documents += found.documents
      if (found.fault) report.faults.push({ caseId: head.id, number: head.number, ...found.fault })
    }
  }
  if (!only) report.faults.push(...await missingCases(pool, engines))
  return report
}

async function verifyCase(pool: Pool, head: Head, engine: Engine | undefined): Promise<{ entries: number; documents: number; fault?: { no: number; what: string } }> {
  const rows = await rowsOf<{ no: number; at: string; seen: 'parties'; prev: string; hash: string; did: string; by_person: string; body: EntryBody }>(pool, sql`select no, at, seen, prev, hash, did, by_person, body from case_entry where jurisdiction = ${head.jurisdiction} and case_id = ${head.id} order by no`)
  const sealed = await rowsOf<{ no: number; person: string; salt: string; data: unknown }>(pool, sql`select no, person, salt, data from case_sealed where jurisdiction = ${head.jurisdiction} and case_id = ${head.id}`)
  const documents = await rowsOf<{ sha256: string; body: unknown }>(pool, sql`select sha256, body from document where jurisdiction = ${head.jurisdiction} and case_id = ${head.id}`)
  const papers = await rowsOf<{ id: string; no: number; facts: unknown; title: string; number: string | null; seen: string; sha256: string }>(pool, sql`select id, no, facts, title, number, seen, sha256 from paper where jurisdiction = ${head.jurisdiction} and case_id = ${head.id}`)
  const told = { entries: rows.length, documents: documents.length }
  const bad = (no: number, what: string) => ({ ...told, fault: { no, what } })

  let prev = genesis(head.jurisdiction, head.id, head.procedure, head.number)
  let at = ''
  for (const [index, row] of rows.entries()) {
    const no = index + 1
    if (row.no !== no) return bad(no, `缺第 ${no} 条 entry ${no} is missing`)
    if (row.prev !== prev) return bad(no, '与前一条不相接 does not chain onto the entry before')
    if (row.hash !== hashOf(head.jurisdiction, head.id, row)) return bad(no, '内容与指纹不符 content does not match its hash')
    if (row.did !== row.body.did) return bad(no, '步骤列与内容不符 the step column does not match')
    if (row.by_person !== row.body.by.person) return bad(no, '办理人列与内容不符 the column of who acted does not match')
    if (row.at < at) return bad(no, '时间早于前一条 earlier than the entry before')
    const entry = entryOf(row)
    const seal = sealed.find((one) => one.no === no)
    if (seal && seal.person !== row.by_person) return bad(no, '封存内容记在别人名下 what was sealed is put down to somebody else')
    if (entry.sealed && (!seal || fingerprint({ salt: seal.salt, data: seal.data }) !== entry.sealed)) return bad(no, '封存的内容被改动或缺失 what was sealed is changed or gone')
    if (!entry.sealed && seal) return bad(no, '多出封存内容 sealed data that no entry knows')
    for (const named of documentsOf(entry.data)) {
      const document = documents.find(({ sha256 }) => sha256 === named)
      if (!document || fingerprint(document.body) !== named) return bad(no, '提交的材料被改动或缺失 the submitted material is changed or gone')
    }
    const mine = papers.filter((paper) => paper.no === no)
    const kept = (entry.papers ?? []).every((known) => mine.some((paper) => paper.id === known.id && paper.title === known.title && paper.number === known.number && paper.seen === known.seen && paper.sha256 === known.sha256 && fingerprint(paper.facts) === known.sha256))
    if (!kept || mine.length !== (entry.papers ?? []).length) return bad(no, '文书与条目不符 the papers are not those of the entry')
    prev = row.hash
    at = row.at
  }
  if (head.version !== rows.length || head.hash !== prev) return bad(Math.min(head.version, rows.length) + 1, '案件头与末条不符 head and last entry differ')
  if (rows.length === 0) return bad(1, '没有任何条目 no entry at all')
  if (head.opened_on !== rows[0]?.body.on) return bad(1, '开立日期与首条不符 the day of opening is not that of the first entry')
  if (engine) {
    const { orgs, people } = engine.visibleTo(fold(engine, rows.map(entryOf), head))
    if (!same(orgs, head.orgs) || !same(people, head.people)) return bad(rows.length, '案件头的当事方与条目不符 the parties in the head are not those of the entries')
  }
  return told
}

/** The documents an entry keeps: the material of a submission, and whatever it lists. */
const documentsOf = ({ submission, documents }: Record<string, unknown>): string[] =>
  [(submission as { snapshot?: string } | undefined)?.snapshot, ...((documents as string[] | undefined) ?? [])].filter((named) => named !== undefined)

const same = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((item, at) => item === other[at])

/** Numbers are dense: a case that is gone as a whole leaves a gap. Where no case of a kind is left, the engines tell which kinds number cases. */
async function missingCases(pool: Pool, engines: Engines): Promise<Fault[]> {
  const kinds = Object.values(engines).map(({ prefix }) => prefix)
  const counters = await rowsOf<{ jurisdiction: string; kind: string; year: number; last: number }>(pool, sql`select distinct n.jurisdiction, n.kind, n.year, n.last from number_counter n where n.kind = any(${kinds}::text[]) or exists (select 1 from case_head h where h.jurisdiction = n.jurisdiction and h.number like n.kind || '-%') order by 1, 2, 3`)
  const faults: Fault[] = []
  for (const { jurisdiction, kind, year, last } of counters) {
    const found = await rowOf<{ missing: number[] }>(pool, sql`select coalesce(array_agg(no order by no), '{}') as missing from generate_series(1, ${last}::int) no where not exists (select 1 from case_head where jurisdiction = ${jurisdiction} and number = ${`${kind}-${year}-`} || lpad(no::text, 4, '0'))`)
    for (const no of found?.missing ?? []) faults.push({ caseId: '', number: `${kind}-${year}-${String(no).padStart(4, '0')}`, no: 0, what: '整件案件缺失 the whole case is gone' })
  }
  return faults
}
