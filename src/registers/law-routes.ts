/** The regulation as it is in use: contents, each article with its rules, steps, readings and settings. */
import { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Basis, Citation, Modality } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import type { Context, Engine } from '../platform/case-log.ts'
import type { Server } from '../platform/http.ts'
import { notFound } from '../platform/problem.ts'
import { articleOf, placeOf, regulation, type RuledArticle } from '../regulation/jinzhong-2023/index.ts'
import type { RulesInForce } from '../settings/in-force.ts'
import { settingKeys, settingOf } from '../settings/settings.ts'
import type { Value } from '../settings/setting.ts'
import { type RegisterDoor, rulesIn } from './register-door.ts'
import { changeOn, signedBases, type SignedReading, signedReadings, type SignedSetting, signedSettings, unmarked, valueInWords } from './setting-words.ts'

/** What the authority acts on after the trial period (Art. 22). */
export type Authority = { title: Words; documentNo: string | null; validFrom: Day; validTo: Day | null; workingDaysLeft: number | null; demo: boolean }

export function lawRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/law', { config: { access: 'signedIn' }, schema: { summary: 'The regulation: contents, and what holds of it today', tags: ['law'] } },
    (request) => door.inContext(request, async (context) => {
      const { tx, jurisdiction, today } = context
      const [settings, readings] = [await signedSettings(tx, jurisdiction), await signedReadings(tx, jurisdiction)]
      return {
        instrument: instrument(), authority: await authorityOn(context),
        chapters: regulation.chapters.map((chapter) => ({ no: chapter.no, words: { zh: chapter.zh, en: chapter.en }, articles: regulation.articles.filter((one) => one.chapter.no === chapter.no).map(({ no, label, heading, computable }) => ({ no, label, heading, computable: computable === true })) })),
        settings: changedSettings(settings, today), readings: readings.filter(({ valid_from }) => valid_from <= today).map(signedReading),
      }
    }))

  app.get('/api/law/:no', { config: { access: 'signedIn' }, schema: { summary: 'One article: text, rules, steps, readings, settings', tags: ['law'], params: z.object({ no: z.coerce.number().int().min(1).max(99) }) } },
    (request) => door.inContext(request, async (context) => {
      const { tx, jurisdiction, today } = context
      const article = articleOf(request.params.no)
      if (!article) throw notFound()
      return articleInUse(article, { today, rules: rulesIn(context), engines: door.engines, changes: await signedSettings(tx, jurisdiction), readings: await signedReadings(tx, jurisdiction) })
    }))
}

export const instrument = () => ({ version: regulation.id, words: regulation.words, issuer: regulation.issuer, from: regulation.effectiveFrom, lapsedOn: regulation.lapsedOn })

export async function authorityOn(context: Pick<Context, 'tx' | 'jurisdiction' | 'today' | 'rules'>): Promise<Authority | null> {
  const { today, rules } = context
  const basis = (await signedBases(context.tx, context.jurisdiction)).findLast(({ valid_from, valid_to }) => valid_from <= today && (valid_to === null || valid_to >= today))
  if (!basis) return null
  const { name } = unmarked(basis.title)
  return { title: { zh: name, en: name }, documentNo: basis.document_no, validFrom: basis.valid_from, validTo: basis.valid_to, workingDaysLeft: basis.valid_to ? rules.between(today, basis.valid_to) : null, demo: basis.demo }
}

/** Only what was changed by signature; everything else has its default. */
export function changedSettings(changes: readonly SignedSetting[], today: Day): { key: string; value: Value; from: Day }[] {
  return settingKeys.flatMap((key) => {
    const change = changeOn(changes, key, today)
    return change ? [{ key, value: change.value, from: change.valid_from }] : []
  })
}

const signedReading = ({ law, reading, valid_from, basis }: SignedReading) => ({ law, reading: reading.id, words: reading.words, on: valid_from, basis })

type Known = { today: Day; rules: RulesInForce; engines: Record<string, Engine>; changes: readonly SignedSetting[]; readings: readonly SignedReading[] }
export type ArticleInUse = ReturnType<typeof articleInUse>

export function articleInUse(article: RuledArticle, { today, rules, engines, changes, readings }: Known) {
  const here = (law: Basis | null) => law !== null && articleNo(law) === article.no
  return {
    no: article.no, id: article.id, label: article.label, heading: article.heading, chapter: { zh: article.chapter.zh, en: article.chapter.en }, instrument: instrument(),
    text: article.text.map(({ text, item }) => ({ text, item: item ?? null })), gloss: article.gloss, computable: article.computable,
    readings: [
      ...article.readings.map(({ since, ...reading }) => ({ ...reading, on: since })),
      ...readings.filter(({ law, valid_from }) => here(law as Citation) && valid_from <= today).map(({ reading, basis, valid_from }) => ({ id: reading.id, words: reading.words, decision: basis, on: valid_from })),
    ],
    settings: settingKeys.map(settingOf).filter(({ fills }) => here(fills)).map((setting) => ({
      key: setting.key, name: setting.words, value: valueInWords(setting, rules.settings[setting.key]), basis: setting.basis, fills: setting.fills, from: changeOn(changes, setting.key, today)?.valid_from ?? setting.validFrom })),
    steps: stepsCiting(engines, here),
    rules: article.rules.map(({ id, law, modality, says }) => ({ id, law, modality, says })),
    leftToPeople: leftToPeople(article),
  }
}

/** What no rule computes: the judgements of the article, or all of it. */
export const leftToPeople = (article: RuledArticle): Words[] => [
  ...article.rules.filter(({ modality }) => modality === ('judgement' satisfies Modality)).map(({ says }) => says),
  ...(article.computable === true ? [] : [article.computable.because]),
]

export const stepsCiting = (engines: Record<string, Engine>, here: (law: Basis) => boolean) => Object.values(engines).flatMap(({ procedure, words, steps }) =>
  Object.entries(steps).filter(([, { law }]) => here(law)).map(([step, { says, law }]) => ({ procedure, procedureWords: words, step, says: says as Words, law: law as Basis })))

export const articleNo = (law: Basis): number | undefined => (law.startsWith('setting:') ? undefined : placeOf(law as Citation)?.article.no)
