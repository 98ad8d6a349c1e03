/** 试算: what a value would change for the cases now open, by name, and what cannot be told in advance. Writes nothing. */
import { z } from 'zod'
import { afterWorkingDays, type Day } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { type Context, entriesOf, fold } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { badInput } from '../platform/problem.ts'
import { rowsOf, sql } from '../platform/query.ts'
import type { RulesInForce } from '../settings/in-force.ts'
import { composite } from '../settings/scores.ts'
import type { Value } from '../settings/setting.ts'
import { isSettingKey, settingFault, type SettingKey, settingOf, type Settings } from '../settings/settings.ts'
import { mustHold, type RegisterDoor, rulesIn } from './register-door.ts'
import { valueInWords } from './setting-words.ts'

/** What the trial reads of an open application. */
type Open = { id: string; number: string; title: string; status: string; file: {
  facts?: { area?: number | null; equipmentValue?: number | null; fullTime?: number | null } | null
  panel?: { score: string } | null; visit?: { total: string | number } | null; proposal?: { outcome: string } | null } }

export type DryRun = {
  key: string; name: Words; now: Words; tried: Words
  flips: { id: string; number: string; title: string; now: Words; tried: Words }[]
  same: number
  unknown: { id: string; number: string; title: string; because: Words }[]
  /** Why nothing is tried for this setting; null when it is. */
  notTried: Words | null
}

export function dryRunRoutes(app: Server, door: RegisterDoor) {
  app.post('/api/rules/dry-run', {
    config: { access: 'signedIn' },
    schema: { summary: 'Which open cases would come out differently under another value', tags: ['law'],
      body: z.strictObject({ key: z.string().min(1).max(60), value: z.unknown() }).meta({ examples: [{ key: 'score.pass', value: 75 }] }) },
  }, (request) => door.inContext(request, async (context, who): Promise<DryRun> => {
    mustHold(door, who, 'city.officer', 'city.lead', 'city.supervisor')
    const { key, value } = request.body
    if (!isSettingKey(key)) throw badInput([{ path: 'key', expected: { zh: '一条在册的规则', en: 'a setting on file' } }])
    const fault = settingFault(key, value)
    if (fault) throw badInput([{ path: 'value', expected: { zh: fault, en: fault } }])
    return tried(context, door, key, value as Value)
  }))
}

async function tried(context: Context, door: RegisterDoor, key: SettingKey, value: Value): Promise<DryRun> {
  const rules = rulesIn(context)
  const setting = settingOf(key)
  const head = { key, name: setting.words, now: valueInWords(setting, rules.settings[key]), tried: valueInWords(setting, value) }
  const trial = trials[key]
  if (!trial) return { ...head, flips: [], same: 0, unknown: [], notTried: { zh: '这条规则的影响取决于以后的办理，不能事先逐件算出。', en: 'What this rule changes depends on acts still to come; it cannot be reckoned case by case in advance.' } }
  const settings = { ...rules.settings, [key]: value } as Settings
  const outcomes = (await openApplications(context, door, trial.statuses)).map((open) => ({ open, now: trial.outcome(open.file, rules, context.today), then: trial.outcome(open.file, { ...rules, settings }, context.today) }))
  const named = ({ id, number, title }: Open) => ({ id, number, title })
  return {
    ...head, notTried: null,
    flips: outcomes.flatMap(({ open, now, then }) => ('says' in now && 'says' in then && now.says.zh !== then.says.zh ? [{ ...named(open), now: now.says, tried: then.says }] : [])),
    same: outcomes.filter(({ now, then }) => 'says' in now && 'says' in then && now.says.zh === then.says.zh).length,
    unknown: outcomes.flatMap(({ open, then }) => ('because' in then ? [{ ...named(open), because: then.because }] : [])),
  }
}

/** Applications that stand in one of the statuses, folded; only those the viewer may see. */
async function openApplications(context: Context, door: RegisterDoor, statuses: readonly string[]): Promise<Open[]> {
  const { tx, jurisdiction, viewer } = context
  const engine = door.engines.recognition
  if (!engine) return []
  const rows = await rowsOf<{ case_id: string; number: string; title: string; status: string }>(tx, sql`
    select case_id, number, title, status from case_list where jurisdiction = ${jurisdiction} and procedure = 'recognition' and status = any(${statuses}::text[]) order by number limit 500`)
  const open: Open[] = []
  for (const row of rows) {
    const file = engine.show(fold(engine, await entriesOf(tx, jurisdiction, row.case_id), context), viewer)
    open.push({ id: row.case_id, number: row.number, title: row.title, status: row.status, file: file as Open['file'] })
  }
  return open
}

type Told = { says: Words } | { because: Words }
type Trial = { statuses: readonly string[]; outcome: (file: Open['file'], rules: RulesInForce, today: Day) => Told }

const underReview = ['submitted', 'returned', 'recommended', 'supplementing', 'accepted', 'queued', 'reviewed', 'visited', 'rectifying', 'rectified', 'proposed', 'deferred']

const line = (setting: 'reference.area' | 'reference.equipment' | 'reference.fullTimeStaff', fact: 'area' | 'equipmentValue' | 'fullTime'): Trial => ({
  statuses: underReview,
  outcome: ({ facts }, { settings }) => {
    const stated = facts?.[fact]
    if (stated === undefined || stated === null) return { because: { zh: '申报书没有这一数值。', en: 'The application does not state it.' } }
    return { says: stated >= settings[setting] ? { zh: '达到参考线', en: 'at or above the line' } : { zh: '低于参考线，须说明', en: 'below the line, to be explained' } }
  },
})

const score: Trial = {
  statuses: ['reviewed', 'visited', 'proposed', 'deferred'],
  outcome: ({ panel, visit }, { settings }) => {
    if (!panel || !visit) return { because: { zh: '还没有会议评审或现场考察的得分。', en: 'Panel or site visit has no score yet.' } }
    const [meeting, site] = [Number(panel.score), Number(visit.total)]
    const passes = composite(meeting, site, settings['score.meetingWeight']) >= settings['score.pass'] && Math.min(meeting, site) >= settings['score.partMin']
    return { says: passes ? { zh: '达到分数线', en: 'reaches the line' } : { zh: '未达到分数线', en: 'below the line' } }
  },
}

/** A notice already published keeps its period; the value counts for what is published from now on. */
const notice: Trial = {
  statuses: ['approved'],
  outcome: (_file, { settings, calendar }, today) => {
    const { day, provisional } = afterWorkingDays(calendar, today, settings['publicity.days'], { countFirst: settings['publicity.countFirstDay'] })
    return { says: { zh: `今日公示则至 ${day}${provisional ? '（暂定）' : ''}`, en: `published today, it runs to ${day}${provisional ? ' (provisional)' : ''}` } }
  },
}

const trials: { readonly [Key in SettingKey]?: Trial } = {
  'reference.area': line('reference.area', 'area'), 'reference.equipment': line('reference.equipment', 'equipmentValue'), 'reference.fullTimeStaff': line('reference.fullTimeStaff', 'fullTime'),
  // The share is not kept in the file of the case, only in the frozen application.
  'reference.bachelorShare': { statuses: underReview, outcome: () => ({ because: { zh: '占比只在申报书快照中，须打开逐件看。', en: 'The share stands in the frozen application only; open it to see.' } }) },
  'score.pass': score, 'score.partMin': score, 'score.meetingWeight': score,
  'publicity.days': notice, 'publicity.countFirstDay': notice,
}
