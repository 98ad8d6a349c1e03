/** Read tables are disposable: emptied and filled again from the entries, in the order things happened. */
import type { Pool } from 'pg'
import type { Day } from '../kernel/day.ts'
import { type Engine, type Entry, entryOf, fold, refreshList, type Rules } from './case-log.ts'
import { rowsOf, sql, type Tx } from './query.ts'

export const readTables = ['case_list', 'case_reader', 'base_row', 'base_file', 'base', 'revocation', 'award', 'inspection', 'suspension', 'notice', 'assessment', 'assessment_grade', 'assessment_mark', 'draw', 'setting_change', 'reading_change', 'authority_basis', 'calendar_year', 'matter'] as const

export async function rebuildReadTables(pool: Pool, about: { engines: Record<string, Engine>; rulesOf: (tx: Tx, jurisdiction: string, day: Day) => Promise<Rules> }): Promise<{ cases: number }> {
  const tx = await pool.connect()
  try {
    await tx.query('begin')
    for (const table of readTables) await tx.query(`delete from ${table}`)
    const heads = new Map((await rowsOf<{ jurisdiction: string; id: string; procedure: string; number: string }>(tx, sql`select jurisdiction, id, procedure, number from case_head`)).map((head) => [`${head.jurisdiction} ${head.id}`, head]))
    const rows = await rowsOf<Parameters<typeof entryOf>[0] & { jurisdiction: string; case_id: string }>(tx, sql`select jurisdiction, case_id, no, at, seen, prev, hash, body from case_entry order by at, jurisdiction, case_id, no`)
    const so = new Map<string, Entry[]>()
    for (const { jurisdiction, case_id, ...row } of rows) {
      const key = `${jurisdiction} ${case_id}`
      const head = heads.get(key)
      const engine = head && about.engines[head.procedure]
      if (!head || !engine) throw new Error(`entry of an unknown case ${case_id}`)
      const entries = [...(so.get(key) ?? []), entryOf(row)]
      so.set(key, entries)
      await engine.refresh?.(tx, { jurisdiction, caseId: case_id, number: head.number, file: fold(engine, entries, { jurisdiction }), entry: entries.at(-1) as Entry })
    }
    for (const [key, entries] of so) {
      const head = heads.get(key)
      const engine = head && about.engines[head.procedure]
      if (!head || !engine) continue
      // Limits are those of the day of the last entry, as they were when it was written.
      await refreshList(tx, await about.rulesOf(tx, head.jurisdiction, entries.at(-1)?.on ?? ''), engine, { jurisdiction: head.jurisdiction, caseId: head.id, number: head.number, file: fold(engine, entries, head), entries })
    }
    await tx.query('commit')
    return { cases: heads.size }
  } catch (error) {
    await tx.query('rollback').catch(() => undefined)
    throw error
  } finally { tx.release() }
}
