import type { Day } from '../kernel/day.ts'
import type { Basis } from '../kernel/rule.ts'
import { regulation, type RuledArticle } from '../regulation/jinzhong-2023/index.ts'
import type { ArticleInUse, AuthorityBasis, Law, LawInUse, LawReading } from './portal.data.ts'

/** The text and how long it holds. */
export const lawOf = ({ bases }: LawInUse): Law => ({
  title: regulation.title,
  issuer: regulation.issuer,
  articles: regulation.articles,
  inForceFrom: regulation.effectiveFrom,
  trialTo: regulation.lapsedOn,
  bases,
})

/** Last day of the trial period if it has passed on `today`. */
export const lapsedOn = (today: Day): Day | null => (today > regulation.lapsedOn ? regulation.lapsedOn : null)

/** The instrument valid on `today`; the latest where several are. */
export const basisOn = (bases: readonly AuthorityBasis[], today: Day): AuthorityBasis | null =>
  bases.filter(({ registeredOn, validTo }) => registeredOn <= today && (validTo === null || today <= validTo)).at(-1) ?? null

/** How one article is carried out; null where there is no such article. */
export function articleInUse(number: number, use: LawInUse): ArticleInUse | null {
  const article = regulation.articles.find(({ no }) => no === number)
  if (!article) return null
  const here = (law: Basis | null) => law !== null && articleNumber(law) === number
  return {
    steps: use.steps.filter(({ law }) => here(law)),
    checks: article.rules.flatMap(({ says, modality }) => (modality === 'judgement' ? [] : [{ says, modality }])),
    readings: [...readingsBeside(article), ...use.readings.filter(({ law }) => here(law))],
    settings: use.settings.filter(({ fills }) => here(fills)),
    leftToPeople: [
      ...article.rules.filter(({ modality }) => modality === 'judgement').map(({ says }) => says),
      ...(article.computable === true ? [] : [article.computable.because]),
    ],
  }
}

/** Readings kept beside the text, not dated by the authority. */
const readingsBeside = (article: RuledArticle): LawReading[] =>
  article.readings.map(({ words, decision, since }) => ({ says: words, law: `Art. ${article.no}`, since, decision, demo: false }))

const articleNumber = (law: Basis) => Number(/^Art\. (\d+)/.exec(law)?.[1] ?? 0)
