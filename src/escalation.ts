/** Overdue escalates: those who should act and the city are told once for each due day. Nobody acts in their place. */
import type { Context } from './platform/case-log.ts'
import { json, rowsOf, sql } from './platform/query.ts'
import { fingerprint } from './platform/canonical.ts'

type Late = { case_id: string; number: string; title: string; due_on: string; waits_for: string[] }

/** Tells of every case that has passed its due day and was not told of yet; answers how many messages were written. */
export async function escalateOverdue({ tx, jurisdiction, today, now, engines }: Context): Promise<number> {
  const late = await rowsOf<Late & { procedure: string; status: string; waits_role: string }>(tx, sql`
    select case_id, number, title, due_on, waits_for, procedure, status, waits_role from case_list where jurisdiction = ${jurisdiction} and due_on < ${today} and waits_role is not null and not due_provisional`)
  let told = 0
  for (const row of late) {
    const { awaits, earlier } = engines[row.procedure]?.statuses[row.status] ?? {}
    const asks = (earlier?.role === row.waits_role ? earlier : awaits)?.asks ?? { zh: '', en: '' }
    const words = { zh: `已逾期（${row.due_on} 到期）：${row.title}。${asks.zh}`, en: `Overdue since ${row.due_on}: ${row.title}. ${asks.en}` }
    for (const org of new Set([...row.waits_for.filter((one) => !one.startsWith('-')), `city.${jurisdiction}`])) {
      // The id says what the message is about, so that the same lateness is told once.
      const id = `late-${fingerprint([row.case_id, row.due_on, org]).slice(0, 32)}`
      const written = await rowsOf(tx, sql`insert into message (jurisdiction, id, org, case_id, number, words, at) values (${jurisdiction}, ${id}, ${org}, ${row.case_id}, ${row.number}, ${json(words)}, ${now.toISOString()}) on conflict do nothing returning id`)
      told += written.length
    }
  }
  return told
}
