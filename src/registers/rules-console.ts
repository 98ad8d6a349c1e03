/** The rules console: every setting with its history, readings, bases, calendar, and what of the text is carried out. */
import type { Day } from '../kernel/day.ts'
import type { Basis, Citation } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import { type Context, type Engine, entriesOf, fold } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { rowsOf, sql } from '../platform/query.ts'
import { regulation } from '../regulation/jinzhong-2023/index.ts'
import { everyRule } from '../settings/every-rule.ts'
import { settingMark, units } from '../settings/setting.ts'
import { type SettingKey, settingKeys, settingOf } from '../settings/settings.ts'
import { settingRef } from '../settings/setting-ref.ts'
import { standingOf } from '../settings/settings-standing.ts'
import { articleNo, authorityOn, instrument, leftToPeople, stepsCiting } from './law-routes.ts'
import { type RegisterDoor, rulesIn } from './register-door.ts'
import { changeOn, signedBases, type SignedBasis, signedReadings, type SignedSetting, signedSettings, unmarked, valueInWords } from './setting-words.ts'

export type RulesConsole = Awaited<ReturnType<typeof consoleOf>>
export type SettingRow = RulesConsole['settings'][number]

export function rulesRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/rules', { config: { access: 'signedIn' }, schema: { summary: 'Settings, readings, bases, calendar, coverage: everything that holds beside the text', tags: ['law'] } },
    (request) => door.inContext(request, (context) => consoleOf(context, door.engines)))
}

async function consoleOf(context: Context, engines: Record<string, Engine>) {
  const { tx, jurisdiction, today } = context
  const { calendar } = rulesIn(context)
  const changes = await signedSettings(tx, jurisdiction)
  const readings = await signedReadings(tx, jurisdiction)
  const bases = await signedBases(tx, jurisdiction)
  const pending = await pendingChanges(context, engines)
  return {
    today, mark: settingMark, instrument: instrument(), authority: await authorityOn(context), pending,
    settings: settingKeys.map((key) => settingRow(key, { context, changes, engines, pending: pending.filter(({ change }) => change.kind === 'setting' && change.key === key) })),
    readings: [
      ...regulation.articles.flatMap((article) => article.readings.map(({ id, words, decision, since }) => ({ id, law: `Art. ${article.no}` as Citation, words, since, basis: null as string | null, decision: decision as string | null, inForce: true }))),
      ...readings.map(({ law, reading, valid_from, basis }) => ({ id: reading.id, law: law as Citation, words: reading.words, since: valid_from, basis: basis as string | null, decision: null as string | null, inForce: valid_from <= today })),
    ],
    bases: bases.map((basis) => ({ kind: basis.kind, kindWords: basisKinds[basis.kind], title: unmarked(basis.title).name, documentNo: basis.document_no, validFrom: basis.valid_from, validTo: basis.valid_to, signedOn: basis.signed_on, demo: basis.demo,
      inForce: basis.valid_from <= today && (basis.valid_to === null || basis.valid_to >= today) })),
    calendar: yearsAround(today).map((year) => {
      const published = calendar.find((one) => one.year === year)
      return { year, published: Boolean(published), off: published?.off ?? [], work: published?.work ?? [], source: published?.source ?? null }
    }),
    coverage: coverageOf(engines),
  }
}

type Change = { kind: string; key?: string; value?: unknown; [part: string]: unknown }
type Pending = { id: string; number: string; title: string; since: Day; change: Change; validFrom: Day; basis: string; proposedBy: string }

/** Changes that wait for a signature, as far as the viewer may see their cases. */
async function pendingChanges(context: Context, engines: Record<string, Engine>): Promise<Pending[]> {
  const { tx, jurisdiction } = context
  const engine = engines['rule-change']
  if (!engine) return []
  const waiting = Object.entries(engine.statuses).filter(([, { awaits }]) => awaits).map(([status]) => status)
  const rows = await rowsOf<{ case_id: string; number: string; title: string; since: Day }>(tx, sql`
    select case_id, number, title, since from case_list where jurisdiction = ${jurisdiction} and procedure = ${engine.procedure} and status = any(${waiting}::text[]) order by number`)
  const pending: Pending[] = []
  for (const { case_id, number, title, since } of rows) {
    const { change, validFrom, basis, proposedByName } = fold(engine, await entriesOf(tx, jurisdiction, case_id), context) as unknown as { change: Change; validFrom: Day; basis: string; proposedByName: string }
    pending.push({ id: case_id, number, title, since, change, validFrom, basis, proposedBy: proposedByName })
  }
  return pending
}

type Known = { context: Context; changes: readonly SignedSetting[]; engines: Record<string, Engine>; pending: readonly Pending[] }

/** One setting as the console shows it: value of today, default, what was signed, what waits, and what rests on it. */
function settingRow(key: SettingKey, { context, changes, engines, pending }: Known) {
  const { today } = context
  const setting = settingOf(key)
  const value = rulesIn(context).settings[key]
  const law = settingRef(key)
  const next = pending[0]
  const standing = standingOf(key)
  return {
    key, group: groupOf(setting.fills, key), name: setting.words, type: setting.type, unit: setting.unit && units[setting.unit], within: setting.within, fills: setting.fills, basis: setting.basis,
    value, valueWords: valueInWords(setting, value), default: setting.value, defaultWords: valueInWords(setting, setting.value),
    from: changeOn(changes, key, today)?.valid_from ?? setting.validFrom,
    state: next ? 'awaiting' as const : standing !== 'open' ? standing : value === null ? 'gap' as const : 'inForce' as const,
    pending: next ? { id: next.id, number: next.number, value: next.change.value, validFrom: next.validFrom, basis: next.basis, proposedBy: next.proposedBy, applies: (next.change.applies as string | undefined) ?? null } : null,
    history: changes.filter((change) => change.key === key).map(({ value: was, valid_from, basis, applies, proposed_by, signed_by, signed_on }) => ({
      value: was, valueWords: valueInWords(setting, was), validFrom: valid_from, basis, applies, proposedBy: proposed_by, signedBy: signed_by, signedOn: signed_on })),
    rules: everyRule.filter((rule) => rule.law === law).map(({ id, modality, says }) => ({ id, modality, says })),
    steps: [...stepsCiting(engines, (basis) => basis === law), ...stepsWithin(engines, key)],
  }
}

const stepsWithin = (engines: Record<string, Engine>, key: string) => Object.values(engines).flatMap(({ procedure, words, steps }) =>
  Object.entries(steps).filter(([, { within }]) => within === key).map(([step, { says, law }]) => ({ procedure, procedureWords: words, step, says: says as Words, law: law as Basis })))

export type SettingGroup = 'application' | 'operation' | 'assessment' | 'revocation' | 'award' | 'platform'

/** By the article whose gap it fills, in the order of the regulation's life of a base. */
function groupOf(fills: Citation | null, key: string): SettingGroup {
  const no = fills === null ? undefined : articleNo(fills)
  if (no === undefined) return 'platform'
  if (no === 20) return 'award'
  if (no === 19) return key.startsWith('application.') ? 'application' : key.startsWith('assess.') ? 'assessment' : 'revocation'
  if (no >= 16 && no <= 18) return 'assessment'
  if (no === 22) return 'platform'
  return (no >= 9 && no <= 11) || no === 7 && key.startsWith('organiser.') || key === 'uscc.check' ? 'application' : 'operation'
}

/** Both ways: every article with what carries it out or why nothing does, and what is done without an article. */
function coverageOf(engines: Record<string, Engine>) {
  const articles = regulation.articles.map((article) => {
    const settings = settingKeys.filter((key) => { const { fills } = settingOf(key); return fills !== null && articleNo(fills) === article.no })
    const steps = stepsCiting(engines, (law) => articleNo(law) === article.no)
    return {
      no: article.no, label: article.label, heading: article.heading, rules: article.rules.map(({ id, law, modality, says }) => ({ id, law, modality, says })), steps, settings,
      computed: article.computable === true, because: article.computable === true ? null : article.computable.because, leftToPeople: leftToPeople(article),
    }
  })
  return {
    articles, of: articles.length, covered: articles.filter(({ rules, steps, because }) => rules.length + steps.length > 0 || because !== null).length,
    withoutArticle: {
      settings: settingKeys.filter((key) => settingOf(key).fills === null).map((key) => ({ key, name: settingOf(key).words, basis: settingOf(key).basis })),
      steps: stepsCiting(engines, (law) => law.startsWith('setting:')),
    },
  }
}

const basisKinds: Record<SignedBasis['kind'], Words> = {
  extension: { zh: '续期文件', en: 'Extension' }, newInstrument: { zh: '新办法', en: 'New instrument' }, partyGroupDecision: { zh: '局党组决定', en: 'Decision of the Party group' },
}

/** From the first year of the regulation to the year after this one: what is missing is shown as missing. */
const yearsAround = (today: Day): number[] => {
  const [first, last] = [Number(regulation.effectiveFrom.slice(0, 4)), Number(today.slice(0, 4)) + 1]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
