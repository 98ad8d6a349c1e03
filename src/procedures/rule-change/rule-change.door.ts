/** The door of rule changes: signed changes become settings, readings, bases and calendar years in force. */
import type { Context } from '../../platform/case-log.ts'
import { json, rowsOf, sql, type Tx } from '../../platform/query.ts'
import { calendar as publishedYears } from '../../settings/calendar.ts'
import { isSettingKey, settingFault, settingOf } from '../../settings/settings.ts'
import type { Words } from '../../kernel/words.ts'
import type { Change, RuleChangeCase } from './rule-change.case.ts'
import type { RuleChangeFound } from './rule-change.ts'

export async function look(_tx: Tx, about: { context: Context; data: Record<string, unknown> }): Promise<RuleChangeFound> {
  return { fault: faultOf(about.data.change as Change | undefined) }
}

function faultOf(change: Change | undefined): Words | null {
  if (!change) return null
  switch (change.kind) {
    case 'setting': {
      if (!isSettingKey(change.key)) return { zh: `没有规则 ${change.key}。`, en: `There is no setting ${change.key}.` }
      const fault = settingFault(change.key, change.value)
      return fault ? { zh: `“${settingOf(change.key).words.zh}”的值应为 ${fault}。`, en: `“${settingOf(change.key).words.en}” takes ${fault}.` } : null
    }
    case 'calendarYear': {
      const outside = [...change.off, ...change.work].find((day) => !day.startsWith(`${change.year}-`))
      if (outside) return { zh: `${outside} 不在 ${change.year} 年。`, en: `${outside} is not in ${change.year}.` }
      return publishedYears.some(({ year }) => year === change.year) ? { zh: `${change.year} 年放假安排已在册。`, en: `The calendar of ${change.year} is on file.` } : null
    }
    case 'reading': case 'authorityBasis': return null
  }
}

const titleOf = (change: Change | null): string => {
  if (!change) return ''
  switch (change.kind) {
    case 'setting': return `系统配置规则：${isSettingKey(change.key) ? settingOf(change.key).words.zh : change.key}`
    case 'reading': return `解释口径：${change.law}`
    case 'authorityBasis': return `续行依据：${change.title}`
    case 'calendarYear': return `${change.year} 年放假安排`
  }
}
export const list = (file: RuleChangeCase) => ({ title: titleOf(file.change), hosts: [], county: null, field: null, track: null, batch: null, search: file.basis })
export const visibleTo = (file: RuleChangeCase) => ({ orgs: [...(file.parties['city.officer'] ?? [])], people: [] })
export const show = ({ parties: _, ...file }: RuleChangeCase): Record<string, unknown> => file

export async function refresh(tx: Tx, about: { jurisdiction: string; caseId: string; file: RuleChangeCase }) {
  const { jurisdiction, caseId, file } = about
  const { change, validFrom, basis, proposedByName, signedByName, signedOn } = file
  if (file.status !== 'inForce' || !change) return
  switch (change.kind) {
    case 'setting': await rowsOf(tx, sql`insert into setting_change (jurisdiction, case_id, key, value, valid_from, basis, applies, proposed_by, signed_by, signed_on)
      values (${jurisdiction}, ${caseId}, ${change.key}, ${json(change.value)}, ${validFrom}, ${basis}, ${change.applies ?? null}, ${proposedByName}, ${signedByName}, ${signedOn}) on conflict do nothing`); return
    case 'reading': await rowsOf(tx, sql`insert into reading_change (jurisdiction, case_id, law, reading, valid_from, basis, proposed_by, signed_by, signed_on)
      values (${jurisdiction}, ${caseId}, ${change.law}, ${json({ id: change.reading, words: change.words })}, ${validFrom}, ${basis}, ${proposedByName}, ${signedByName}, ${signedOn}) on conflict do nothing`); return
    case 'authorityBasis': await rowsOf(tx, sql`insert into authority_basis (jurisdiction, case_id, kind, title, document_no, valid_from, valid_to, demo, proposed_by, signed_by, signed_on)
      values (${jurisdiction}, ${caseId}, ${change.basis}, ${change.title}, ${change.documentNo ?? null}, ${validFrom}, ${change.validTo}, ${change.title.includes('演示')}, ${proposedByName}, ${signedByName}, ${signedOn}) on conflict do nothing`); return
    case 'calendarYear': await rowsOf(tx, sql`insert into calendar_year (jurisdiction, case_id, year, off, work, source, signed_on)
      values (${jurisdiction}, ${caseId}, ${change.year}, ${change.off}::date[], ${change.work}::date[], ${change.source}, ${signedOn}) on conflict do nothing`)
  }
}

/** All signed changes; the composition folds them into the rules of a day. */
export async function signedChanges(tx: Tx, jurisdiction: string) {
  const settings = await rowsOf<{ key: string; value: unknown; valid_from: string; basis: string; applies: string | null; proposed_by: string; signed_by: string; signed_on: string; case_id: string }>(tx, sql`select * from setting_change where jurisdiction = ${jurisdiction} order by signed_on, valid_from, case_id`)
  const bases = await rowsOf<{ kind: string; title: string; document_no: string | null; valid_from: string; valid_to: string | null; demo: boolean; signed_by: string; signed_on: string; case_id: string }>(tx, sql`select * from authority_basis where jurisdiction = ${jurisdiction} order by signed_on, case_id`)
  const years = await rowsOf<{ year: number; off: string[]; work: string[]; source: string }>(tx, sql`select year, off, work, source from calendar_year where jurisdiction = ${jurisdiction} order by year`)
  const readings = await rowsOf<{ law: string; reading: { id: string; words: Words }; valid_from: string; basis: string; signed_by: string; signed_on: string }>(tx, sql`select law, reading, valid_from, basis, signed_by, signed_on from reading_change where jurisdiction = ${jurisdiction} order by signed_on`)
  return { settings, bases, years, readings }
}
export type SignedChanges = Awaited<ReturnType<typeof signedChanges>>
