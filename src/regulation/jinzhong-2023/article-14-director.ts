/**
 * 第十四条  市级中试基地主任是中试基地的直接负责人，由依托单位自行选聘，一般应具有高级职称，熟悉国内外技术发展趋势，具有较强
 * 的组织管理和协调能力，年龄一般不超过60周岁。中试基地主任任期为5年，连任不超过两届，特殊情况需报市科技局批准。
 *
 * Reading: 连任不超过两届 is two consecutive terms in all, unless the city reads it as three (decision 0012).
 *
 * Reading: 一般 leaves room: age and title take a written reason. Age counts on the day of appointment; 60 lasts until the day
 * before the 61st birthday; 高级职称 includes 副高 (decision 0022).
 */
import { ageOn, type Day, plusDays, plusMonths } from '../../kernel/day.ts'
import { rule } from '../../kernel/rule.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 14, id: 'JZ-2023-A14', label: '第十四条', chapter: chapters.operation,
  heading: { zh: '主任', en: 'The director' },
  text: [
    {
      text: '市级中试基地主任是中试基地的直接负责人，由依托单位自行选聘，一般应具有高级职称，熟悉国内外技术发展趋势，具有较强的组织管理和协调能力，年龄一般不超过60周岁。中试基地主任任期为5年，连任不超过两届，特殊情况需报市科技局批准。',
    },
  ],
  gloss: [
    'The director of a municipal base is directly responsible for it and is selected and appointed by the host itself. The director should generally hold a senior professional title, know the trends of technology at home and abroad, have considerable ability to organise and coordinate, and generally be no older than 60. The term of a director is five years; consecutive terms shall not exceed two; special circumstances are submitted to the municipal S&T bureau for approval.',
  ],
  computable: true,
  readings: [
    {
      id: 'terms', decision: '0012', since: '2026-11-23',
      words: {
        zh: '“连任不超过两届”指连续任职共不超过两届；第三届须报市科技局批准。',
        en: 'Consecutive terms are two in all; a third takes the approval of the municipal S&T bureau.',
      },
    },
    {
      id: 'ageAndTitle', decision: '0022', since: '2026-11-23',
      words: {
        zh: '年龄以聘任之日计，满 60 周岁未满 61 周岁仍为不超过 60 周岁；高级职称含副高级。“一般”允许说明理由。',
        en: 'Age is taken on the day of appointment, 60 lasting until the 61st birthday; senior titles include associate ones. "Generally" allows a stated reason.',
      },
    },
  ],
}

export const directorNamed = rule({
  id: 'directorNamed', law: 'Art. 14', modality: 'must',
  says: { zh: '依托单位已选聘中试基地主任', en: 'The host has appointed a director.' },
  holds: ({ name }: { name: string | undefined }) => Boolean(name?.trim()),
  otherwise: () => ({ zh: '未填写中试基地主任。', en: 'No director is named.' }),
})

/** 正高, 副高, 中级, 初级, 无. */
export type TitleLevel = 'senior' | 'associateSenior' | 'middle' | 'junior' | 'none'

export const directorSeniorTitle = rule({
  id: 'directorSeniorTitle', law: 'Art. 14', modality: 'usually',
  says: { zh: '主任一般应具有高级职称', en: 'The director generally holds a senior title.' },
  holds: ({ title }: { title: TitleLevel | undefined }) =>
    title === undefined ? undefined : title === 'senior' || title === 'associateSenior',
  otherwise: ({ title }) =>
    title === undefined
      ? { zh: '未填写主任职称。', en: "The director's title is not stated." }
      : { zh: '主任无高级职称，请写同等水平的说明。', en: 'The director has no senior title; explain the equivalent standing.' },
})

const maxAge = 60

/** Where only year and month of birth are known ("1966-11"), the first of the month is taken. */
export const directorAge = rule({
  id: 'directorAge', law: 'Art. 14', modality: 'usually',
  says: { zh: '主任年龄一般不超过60周岁', en: 'The director is generally no older than 60.' },
  holds: ({ bornOn, appointedOn }: { bornOn: Day | undefined; appointedOn: Day | undefined }) =>
    bornOn && appointedOn ? ageOn(bornOn, appointedOn) <= maxAge : undefined,
  otherwise: ({ bornOn, appointedOn }) =>
    bornOn && appointedOn
      ? {
          zh: `聘任之日 ${appointedOn} 满 ${ageOn(bornOn, appointedOn)} 周岁，超过 60 周岁，请写理由。`,
          en: `Aged ${ageOn(bornOn, appointedOn)} on appointment (${appointedOn}), above 60; give reasons.`,
        }
      : { zh: '未填写主任出生日期或聘任日期。', en: "The director's date of birth or of appointment is missing." },
})

/** Both days are served: 2026-12-01 to 2031-11-30. */
export type Term = { readonly from: Day; readonly to: Day }

const termMonths = 60

export const lastDayOfTerm = (from: Day): Day => plusDays(plusMonths(from, termMonths), -1)

/** Letters of appointment end on the fifth anniversary as often as on the day before; both are five years. */
export const directorTerm = rule({
  id: 'directorTerm', law: 'Art. 14', modality: 'must',
  says: { zh: '主任任期为5年', en: 'The term of the director is five years.' },
  holds: ({ from, to }: { from: Day | undefined; to: Day | undefined }) =>
    from && to ? to === lastDayOfTerm(from) || to === plusMonths(from, termMonths) : undefined,
  otherwise: ({ from, to }) =>
    from && to
      ? {
          zh: `任期 ${from} 至 ${to}，5 年应至 ${lastDayOfTerm(from)}。`,
          en: `The term runs ${from} to ${to}; five years end on ${lastDayOfTerm(from)}.`,
        }
      : { zh: '未填写主任任期起止。', en: "Begin or end of the director's term is missing." },
})

/** `terms`: of the same person at this base, the new one included. `minServedMonths`: shorter service is no term (a setting). */
export type TermsFacts = {
  readonly terms: readonly Term[]
  readonly maxTerms: number
  readonly minServedMonths: number
  readonly approved: boolean
}

export const consecutiveTerms = rule({
  id: 'consecutiveTerms', law: 'Art. 14', modality: 'must',
  says: { zh: '主任连任不超过两届，特殊情况已报市科技局批准', en: 'Consecutive terms do not exceed two, or the city has approved more.' },
  holds: (facts: TermsFacts) => countConsecutive(facts) <= facts.maxTerms || facts.approved,
  otherwise: (facts) => ({
    zh: `拟任为连续第 ${countConsecutive(facts)} 届，超过 ${facts.maxTerms} 届须报市科技局批准。`,
    en: `This is consecutive term no. ${countConsecutive(facts)}; more than ${facts.maxTerms} take the city's approval.`,
  }),
})

/** What is special about it is for those who ask, examine and approve to say; the text leaves it open (decision 0131). */
export const furtherTermIsSpecial = rule({
  id: 'furtherTermIsSpecial', law: 'Art. 14', modality: 'usually',
  says: { zh: '连任超过两届的，写明特殊情况', en: 'A term beyond the limit states what is special about it.' },
  holds: (facts: Pick<TermsFacts, 'terms' | 'maxTerms' | 'minServedMonths'>) => countConsecutive(facts) <= facts.maxTerms,
  otherwise: (facts) => ({
    zh: `拟任为连续第 ${countConsecutive(facts)} 届，超过 ${facts.maxTerms} 届；请写明特殊情况，由市科技局批准。`,
    en: `This is consecutive term no. ${countConsecutive(facts)}, beyond ${facts.maxTerms}; state the special circumstances for the city to approve.`,
  }),
})

/** Terms in the run that ends with the latest one; an interval of a full term or more begins anew. */
export function countConsecutive({ terms, minServedMonths }: Pick<TermsFacts, 'terms' | 'minServedMonths'>): number {
  const served = terms
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .filter(({ from, to }) => plusDays(to, 1) >= plusMonths(from, minServedMonths))
  let count = 0
  let before: Term | undefined
  for (const term of served) {
    const anew = before && term.from > plusMonths(before.to, termMonths)
    count = anew ? 1 : count + 1
    // Of terms that overlap, the one that ends last says when the interval begins.
    before = before && before.to > term.to ? before : term
  }
  return count
}

/** A term as it was kept in a base, cut short where it ended early. Whoever only acts for the director serves none. */
export type Served = Term & { readonly name: string; readonly acting: boolean; readonly ended: { readonly on: Day } | null }

const lasted = ({ from, to, ended }: Served): Term => ({ from, to: ended && ended.on < to ? ended.on : to })

/** The terms one person served at a base, as long as they lasted. */
export const termsServed = (served: readonly Served[], name: string): Term[] =>
  served.filter((term) => !term.acting && term.name === name).map(lasted).toSorted((a, b) => a.from.localeCompare(b.from))

/** Which consecutive term each of them was, for the timeline; null where it was none: acting, or too short to be one. */
export function termNumbers(served: readonly Served[], minServedMonths: number): (number | null)[] {
  return served.map((term) => {
    const { from, to } = lasted(term)
    if (term.acting || plusDays(to, 1) < plusMonths(from, minServedMonths)) return null
    const so = termsServed(served, term.name).filter((one) => one.from <= from)
    return countConsecutive({ terms: so, minServedMonths })
  })
}
