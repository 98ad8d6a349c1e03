/** The questions of the portal, answered from what is published: asked on the app's own pool without a person. */
import { instantOn, isWorking, weekday } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { rowOf, sql } from '../platform/query.ts'
import { divisions } from '../settings/divisions.ts'
import { settingKeys, settingOf } from '../settings/settings.ts'
import { type BaseStatus, baseStatuses } from '../settings/base-status.ts'
import { fieldOf, type PublicBase, publicBases as bases } from '../procedures/base-in-public.ts'
import { counted } from './bases.ts'
import { type BaseFilter, publicBase, publicBases, publicRow, standing } from './public-bases.ts'
import { publicDraws } from './public-draws.ts'
import { gradesByYear, ladderOf, publicGrades, workOf } from './public-grades.ts'
import { publicNotice, publicNotices } from './public-notices.ts'
import { awardTotals, publicRevocations } from './public-revocations.ts'
import { byYear, openCounts, openStays, paceOf, total } from './recognition-figures.ts'
import { verified } from './public-verify.ts'
import type { RegisterDoor } from './register-door.ts'
import { changeOn, signedBases, signedReadings, signedSettings, unmarked, valueInWords } from './setting-words.ts'

export type PublicRegister = ReturnType<typeof portalQueries>

/** Shaped as the portal asks; the composition joins the two and the compiler compares them. */
export function portalQueries(door: Pick<RegisterDoor, 'app' | 'jobs' | 'jurisdiction' | 'clock' | 'demo' | 'today' | 'rules' | 'engines' | 'roles'>) {
  const { app, jurisdiction } = door
  const around = async () => {
    const today = await door.today(app)
    return { today, rules: await door.rules(app, today) }
  }

  const statistics = async () => {
    const { today, rules } = await around()
    const all = await bases(app, jurisdiction)
    const counts = await openCounts(app, jurisdiction)
    const { open, past } = await publicNotices(app, jurisdiction, await around())
    const objections = await rowOf<{ accepted: number; upheld: number }>(app, sql`select accepted, upheld from sec.objection_counts(${jurisdiction})`)
    return {
      asOf: instantOn(today, door.clock()).toISOString(),
      totals: { recognised: all.length, standing: standing(all).length, revoked: all.filter(({ status }) => status === 'revoked').length, left: all.filter(({ status }) => status === 'left').length },
      // All of them, zeros too: a county without a base is a figure.
      byCounty: divisions.map(({ code, words }) => ({ county: { code, words: words as Words }, bases: standing(all).filter(({ county }) => county === code).length, applications: total(counts, ({ county }) => county === `county.${code}`), open: openPieces(standing(all).filter(({ county }) => county === code)) })),
      byField: counted(standing(all), (base) => base.field, (base) => ({ id: base.field, field: fieldOf(base.field).words })).map(({ id, field, count }) => ({ field, bases: count, open: openPieces(standing(all).filter((base) => base.field === id)) })),
      byStatus: (Object.keys(baseStatuses) as BaseStatus[]).map((status) => ({ status, bases: all.filter((base) => base.status === status).length })),
      means: meansOf(standing(all)),
      byYear: byYear(counts, door.engines.recognition), pace: paceOf(await openStays(app, jurisdiction), rules),
      notices: { published: open.length + past.length, objections: objections?.accepted ?? 0, upheld: objections?.upheld ?? 0 },
      awards: await awardTotals(app, jurisdiction), grades: gradesByYear(all), ladder: ladderOf(standing(all)), work: workOf(standing(all)),
    }
  }

  const home = async () => {
    const now = await around()
    const { open, past } = await publicNotices(app, jurisdiction, now)
    const all = await bases(app, jurisdiction)
    const year = Number(now.today.slice(0, 4))
    const present = standing(all)
    return {
      notices: [...open, ...past].slice(0, 5), bases: present.slice(0, 8).map(publicRow), baseTotal: present.length, capabilityTotal: 0, suggestions: [...new Set(present.map(({ direction }) => direction))].slice(0, 6),
      counties: divisions.map(({ code }) => ({ code: code as string, bases: present.filter(({ county }) => county === code).length })),
      figures: {
        recognised: all.length, standing: present.length, submittedThisYear: total(await openCounts(app, jurisdiction), (one) => one.year === year), recognisedThisYear: all.filter(({ recognised_on }) => recognised_on.startsWith(`${year}-`)).length,
      },
    }
  }

  return {
    statistics, home,
    moment: async () => {
      const { today, rules } = await around()
      const working = isWorking(rules.calendar, today)
      return { today, now: instantOn(today, door.clock()).toISOString(), demo: door.demo, dayKind: working === undefined ? null : !working ? 'off' as const : [0, 6].includes(weekday(today)) ? 'makeUp' as const : 'working' as const }
    },
    bases: (filter: BaseFilter) => publicBases(app, jurisdiction, filter),
    base: (id: string) => publicBase(app, jurisdiction, id),
    grades: async () => ({ years: await publicGrades(app, jurisdiction) }),
    revocations: async () => ({ rows: await publicRevocations(app, jurisdiction) }),
    notices: async () => publicNotices(app, jurisdiction, await around()),
    draws: async () => publicDraws(app, jurisdiction, (await around()).rules),
    notice: async (number: string) => publicNotice(app, jurisdiction, number, await around(), (day) => door.rules(app, day)),
    verify: (number: string, code: string | null, address: string) => verified(door, { number, code, address }),
    lawBasis: async () => {
      const { today, rules } = await around()
      const changes = await signedSettings(app, jurisdiction)
      return {
        bases: (await signedBases(app, jurisdiction)).map(({ title, document_no, valid_from, valid_to, demo }) => ({ title: told(unmarked(title).name), number: document_no, registeredOn: valid_from, validTo: valid_to, demo })),
        steps: Object.values(door.engines).flatMap(({ words, steps }) => Object.entries(steps).filter(([, { by }]) => by !== 'system').map(([step, { says, law, by, within }]) => ({
          procedure: words, step, says: says as Words, law, by: rolesIn(door, by), withinDays: within ? rules.limit(within) : null }))),
        settings: settingKeys.map(settingOf).flatMap((setting) => [
          { key: setting.key as string, says: setting.words, value: valueInWords(setting, rules.settings[setting.key]), since: changeOn(changes, setting.key, today)?.valid_from ?? setting.validFrom, fills: setting.fills, basis: setting.basis, pending: false },
          // Signed and not yet begun: shown beside the value of today.
          ...changes.filter(({ key, valid_from }) => key === setting.key && valid_from > today).map(({ value, valid_from, basis }) => ({ key: setting.key as string, says: setting.words, value: valueInWords(setting, value), since: valid_from, fills: setting.fills, basis: told(basis), pending: true })),
        ]),
        readings: (await signedReadings(app, jurisdiction)).map(({ law, reading, valid_from, basis }) => ({ says: reading.words, law: law as `Art. ${number}`, since: valid_from, decision: null, demo: basis.includes('演示') })),
      }
    },
  }
}

/** Amounts have two decimals: summed in hundredths, so that no digit is invented. */
const summed = (all: readonly PublicBase[], of: (open: PublicBase['public']) => number | null | undefined): number => Math.round(all.reduce((sum, base) => sum + (of(base.public) ?? 0) * 100, 0)) / 100
const openPieces = (all: readonly PublicBase[]) => summed(all, ({ openCount }) => openCount)
/** What the registers of these bases hold together; no base and no person can be told from it. */
const meansOf = (all: readonly PublicBase[]) => ({
  lines: summed(all, ({ lines }) => lines?.length), area: summed(all, ({ area }) => area), equipment: summed(all, ({ equipmentCount }) => equipmentCount), equipmentValue: summed(all, ({ equipmentValue }) => equipmentValue), open: openPieces(all), openValue: summed(all, ({ openValue }) => openValue),
})

/** A name that was entered in Chinese only. */
const told = (text: string): Words => ({ zh: text, en: text })

function rolesIn(door: Pick<RegisterDoor, 'roles'>, by: string | readonly string[]): Words {
  const words = (typeof by === 'string' ? [by] : by).filter((role) => role !== 'system').map((role) => door.roles[role] ?? told(role))
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(' or ') }
}
