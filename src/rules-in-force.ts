/** From signed changes to the rules of one day. The stamp tells when what was read before still holds. */
import type { Calendar, Day } from './kernel/day.ts'
import { rowOf, sql, type Tx } from './platform/query.ts'
import { signedChanges, type SignedChanges } from './procedures/rule-change/rule-change.door.ts'
import { calendar as published } from './settings/calendar.ts'
import { type RulesInForce, rulesOn } from './settings/in-force.ts'
import type { SettingChange } from './settings/settings.ts'

export function rulesReader() {
  // A copy of what is signed, checked against the database's own count at every use: rules are only ever added.
  let copy: { stamp: string; changes: SignedChanges } | undefined
  const changesOf = async (tx: Tx, jurisdiction: string): Promise<SignedChanges> => {
    const row = await rowOf<{ stamp: string }>(tx, sql`select ${jurisdiction} || (select count(*) from setting_change where jurisdiction = ${jurisdiction}) || '.' || (select count(*) from authority_basis where jurisdiction = ${jurisdiction})
      || '.' || (select count(*) from calendar_year where jurisdiction = ${jurisdiction}) || '.' || (select count(*) from reading_change where jurisdiction = ${jurisdiction}) as stamp`)
    const stamp = row?.stamp ?? ''
    if (copy?.stamp !== stamp) copy = { stamp, changes: await signedChanges(tx, jurisdiction) }
    return copy.changes
  }
  return {
    changesOf,
    rulesOf: async (tx: Tx, jurisdiction: string, today: Day): Promise<RulesInForce> => rulesFrom(await changesOf(tx, jurisdiction), today),
  }
}
export type RulesReader = ReturnType<typeof rulesReader>

export function rulesFrom(changes: SignedChanges, today: Day): RulesInForce {
  const calendar: Calendar = [...published, ...changes.years.map(({ year, off, work, source }) => ({ year, off, work, source }))]
  return rulesOn(today, {
    changes: changes.settings.map(({ key, value, valid_from }) => ({ key, value, from: valid_from }) as SettingChange), calendar,
    bases: changes.bases.map(({ title, valid_from, valid_to }) => ({ title, from: valid_from, to: valid_to })),
  })
}
