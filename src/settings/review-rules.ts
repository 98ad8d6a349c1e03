/** Rules that rest on settings, not on the text: panel, scores, visit, decision, notice. */
import type { Day } from '../kernel/day.ts'
import { another, apart, type CaseFile } from '../kernel/procedure.ts'
import { rule } from '../kernel/rule.ts'

export const panelLargeEnough = rule({
  id: 'panelLargeEnough', law: 'setting:panel.size', modality: 'must',
  says: { zh: '评审组人数达到规定且为单数', en: 'The panel has its size and an odd number of members.' },
  holds: ({ members, size }: { members: number; size: number }) => members >= size && members % 2 === 1,
  otherwise: ({ members, size }) => ({
    zh: `评审组 ${members} 人，应不少于 ${size} 人且为单数。`,
    en: `The panel has ${members} members; an odd number of at least ${size} is needed.`,
  }),
})

export const specialPanelLargeEnough = rule({ ...panelLargeEnough, id: 'specialPanelLargeEnough', law: 'setting:special.panelSize' })

export const enoughSheets = rule({
  id: 'enoughSheets', law: 'setting:panel.minValid', modality: 'must',
  says: { zh: '有效评分份数足够', en: 'There are enough valid sheets.' },
  holds: ({ valid, minValid }: { valid: number; minValid: number }) => valid >= minValid,
  otherwise: ({ valid, minValid }) => ({
    zh: `有效评分 ${valid} 份，应不少于 ${minValid} 份。`,
    en: `${valid} valid sheets; ${minValid} are needed.`,
  }),
})

/** Half of the votes is not above half. */
export const majorityInFavour = rule({
  id: 'majorityInFavour', law: 'setting:panel.majority', modality: 'must',
  says: { zh: '同意票超过规定比例', en: 'The votes in favour exceed the majority needed.' },
  holds: ({ inFavour, votes, majority }: { inFavour: number; votes: number; majority: number }) =>
    votes === 0 ? undefined : inFavour > votes * majority,
  otherwise: ({ inFavour, votes, majority }) => ({
    zh: `同意 ${inFavour} / ${votes} 票，须超过 ${majority * 100}%。`,
    en: `${inFavour} of ${votes} votes in favour; more than ${majority * 100} % are needed.`,
  }),
})

export const scoreReachesLine = rule({
  id: 'scoreReachesLine', law: 'setting:score.pass', modality: 'must',
  says: { zh: '得分达到分数线', en: 'The score reaches the pass line.' },
  holds: ({ score, pass }: { score: number | undefined; pass: number }) => (score === undefined ? undefined : score >= pass),
  otherwise: ({ score, pass }) =>
    score === undefined
      ? { zh: '尚无得分。', en: 'There is no score yet.' }
      : { zh: `得分 ${score.toFixed(2)}，分数线 ${pass}。`, en: `The score is ${score.toFixed(2)}; the line is ${pass}.` },
})

export const partsReachMinimum = rule({
  id: 'partsReachMinimum', law: 'setting:score.partMin', modality: 'must',
  says: { zh: '会议评审、现场考察均达到单项最低分', en: 'Panel review and site visit each reach the minimum.' },
  holds: ({ meeting, site, partMin }: { meeting: number | undefined; site: number | undefined; partMin: number }) =>
    meeting === undefined || site === undefined ? undefined : meeting >= partMin && site >= partMin,
  otherwise: ({ meeting, site, partMin }) => ({
    zh: `会议评审 ${meeting?.toFixed(2) ?? '—'}，现场考察 ${site?.toFixed(2) ?? '—'}，均应不低于 ${partMin}。`,
    en: `Panel ${meeting?.toFixed(2) ?? '—'}, site ${site?.toFixed(2) ?? '—'}; each must reach ${partMin}.`,
  }),
})

/** `missing`: characters too few. A verdict keeps its facts, and a sheet is sealed: of one that is long enough nothing is told, not even its length. */
export const opinionLongEnough = rule({
  id: 'opinionLongEnough', law: 'setting:score.opinionChars', modality: 'must',
  says: { zh: '书面意见达到最少字数', en: 'The written opinion is long enough.' },
  holds: ({ missing }: { missing: number; least: number }) => missing === 0,
  otherwise: ({ missing, least }) => ({ zh: `意见应不少于 ${least} 字，还差 ${missing} 字。`, en: `At least ${least} characters are needed; ${missing} more.` }),
})

/** Told when scoring is closed sooner, never a ground to refuse: who has read everything may be done early. */
export const timeToRead = rule({
  id: 'timeToRead', law: 'setting:panel.materialDays', modality: 'must',
  says: { zh: '材料提前送达专家', en: 'The experts had the material in time.' },
  holds: ({ days, least }: { days: number; least: number }) => days >= least,
  otherwise: ({ days, least }) => ({ zh: `材料开放 ${days} 个工作日即结束评分，参考为 ${least} 个工作日。`, en: `Scoring is closed ${days} working day(s) after the material was opened; ${least} are customary.` }),
})

export const groupLargeEnough = rule({
  id: 'groupLargeEnough', law: 'setting:site.groupSize', modality: 'must',
  says: { zh: '考察组人数足够', en: 'The visiting group is large enough.' },
  holds: ({ members, groupSize }: { members: number; groupSize: number }) => members >= groupSize,
  otherwise: ({ members, groupSize }) => ({
    zh: `考察组 ${members} 人，应不少于 ${groupSize} 人。`,
    en: `The group has ${members} members; ${groupSize} are needed.`,
  }),
})

/** Declared beside verified; a difference above the tolerance is allowed with a written reason. */
/** `tolerance`: its own, where it has one: an area is measured. */
export type Figure = { readonly id: string; readonly zh: string; readonly en: string; readonly declared: number; readonly verified: number; readonly tolerance?: number }

/** Against the declared value, as the screens show it: −0.138 is 13.8 % less. Nothing declared but found counts as whole. */
export const differenceOf = ({ declared, verified }: Pick<Figure, 'declared' | 'verified'>): number =>
  declared === 0 ? (verified === 0 ? 0 : 1) : (verified - declared) / declared

export const figuresConfirmed = rule({
  id: 'figuresConfirmed', law: 'setting:site.tolerance', modality: 'usually',
  says: { zh: '申报值与核实值差异在容差内', en: 'Declared and verified figures agree within the tolerance.' },
  holds: ({ figures, tolerance }: { figures: readonly Figure[]; tolerance: number }) => beyond(figures, tolerance).length === 0,
  otherwise: ({ figures, tolerance }) => {
    const list = beyond(figures, tolerance)
    const told = (language: 'zh' | 'en') =>
      list.map((figure) => `${figure[language]} ${figure.declared} → ${figure.verified}${language === 'zh' ? '（' : ' ('}${percent(figure.tolerance ?? tolerance)}${language === 'zh' ? '）' : ')'}`).join(language === 'zh' ? '；' : '; ')
    return {
      zh: `差异超过容差：${told('zh')}。请写原因。`,
      en: `Further apart than the tolerance: ${told('en')}. Give reasons.`,
    }
  },
})

/** Rounded to a hundred-millionth, so that exactly ten per cent stays within ten per cent. */
const beyond = (figures: readonly Figure[], tolerance: number) =>
  figures.filter((figure) => Math.round(Math.abs(differenceOf(figure)) * 1e8) > Math.round((figure.tolerance ?? tolerance) * 1e8))
const percent = (share: number) => `${Number((share * 100).toFixed(4))}%`

export const rectificationVerified = rule({
  id: 'rectificationVerified', law: 'setting:site.rectification', modality: 'must',
  says: { zh: '现场考察的整改项均已验收', en: 'Every rectification of the site visit is verified.' },
  holds: ({ items }: { items: readonly { what: string; verified: boolean }[] }) => items.every(({ verified }) => verified),
  otherwise: ({ items }) => {
    const open = items.filter(({ verified }) => !verified).map(({ what }) => what)
    return {
      zh: `整改 ${items.length} 项，未验收：${open.join('、')}。`,
      en: `${items.length} rectifications; not verified: ${open.join(', ')}.`,
    }
  },
})

export const minutesAttached = rule({
  id: 'minutesAttached', law: 'setting:decision.minutes', modality: 'must',
  says: { zh: '附局务会会议纪要或节录', en: 'The minutes of the bureau meeting are attached.' },
  holds: ({ minutes }: { minutes: string | undefined }) => Boolean(minutes),
  otherwise: () => ({
    zh: '缺少局务会会议纪要或节录，须载明本项目。',
    en: 'The minutes of the bureau meeting, naming this case, are missing.',
  }),
})

/** `preparedBy`: persons who prepared or proposed in this case, and those they acted for; `person`: of the hands that decide the one who prepared, if any. */
export const decidedByAnother = rule({
  id: 'decidedByAnother', law: 'setting:duty.separation', modality: 'must',
  says: { zh: '经办与决定分离', en: 'Preparing and deciding are two people.' },
  holds: ({ person, preparedBy }: { person: string; preparedBy: readonly string[] }) => !preparedBy.includes(person),
  otherwise: () => ({
    zh: '您曾经办本案，不能再作决定，请由其他负责人签署。',
    en: 'You prepared this case and cannot decide it; another lead may sign.',
  }),
})

/** What `decidedByAnother` looks at, from the step and those who prepared. */
export const preparers = (at: Parameters<typeof apart>[0], before: readonly (string | undefined)[]): { person: string; preparedBy: readonly string[] } => {
  const { person, before: preparedBy } = apart(at, before)
  return { person, preparedBy }
}

/** Whoever of these acted in the case does not decide it: told from the case alone, so that it waits in nobody's list who may not. */
export const notBy = <Case extends CaseFile, Data, Found>(before: (file: Case) => readonly (string | undefined)[]) =>
  another<Case, Data, Found, { person: string; preparedBy: readonly string[] }>(decidedByAnother, before, ({ person, before: preparedBy }) => ({ person, preparedBy }))

/** The last day of the notice still belongs to objections. */
export const noticePeriodOver = rule({
  id: 'noticePeriodOver', law: 'setting:publicity.days', modality: 'must',
  says: { zh: '公示期已满', en: 'The period of the notice is over.' },
  holds: ({ endsOn, on }: { endsOn: Day | undefined; on: Day }) => (endsOn === undefined ? undefined : on > endsOn),
  otherwise: ({ endsOn }) =>
    endsOn === undefined
      ? { zh: '尚未公示。', en: 'There is no notice yet.' }
      : { zh: `公示至 ${endsOn}，次日起可以结束。`, en: `The notice runs to ${endsOn} and may be closed from the day after.` },
})

export const objectionInTime = rule({
  id: 'objectionInTime', law: 'setting:publicity.days', modality: 'must',
  says: { zh: '异议在公示期内提出', en: 'The objection is made within the period of the notice.' },
  holds: ({ startsOn, endsOn, on }: { startsOn: Day; endsOn: Day; on: Day }) => startsOn <= on && on <= endsOn,
  otherwise: ({ startsOn, endsOn, on }) => ({
    zh: `公示期 ${startsOn} 至 ${endsOn}，异议提出于 ${on}。`,
    en: `The notice ran ${startsOn} to ${endsOn}; the objection was made on ${on}.`,
  }),
})

export const objectorNamed = rule({
  id: 'objectorNamed', law: 'setting:objection.realName', modality: 'must',
  says: { zh: '异议人实名并留有联系方式', en: 'The objector gives name and contact.' },
  holds: ({ name, contact }: { name: string | undefined; contact: string | undefined }) =>
    Boolean(name?.trim()) && Boolean(contact?.trim()),
  otherwise: () => ({ zh: '缺少异议人姓名（单位名称）或联系方式。', en: 'Name or contact of the objector is missing.' }),
})

/** `handledBy`: persons who examined, reviewed or proposed in the case objected to. */
export const objectionHandledByAnother = rule({
  id: 'objectionHandledByAnother', law: 'setting:duty.separation', modality: 'must',
  says: { zh: '异议由未经办评审的人员办理', en: 'The objection is handled by someone who did not run the review.' },
  holds: ({ person, handledBy }: { person: string; handledBy: readonly string[] }) => !handledBy.includes(person),
  otherwise: () => ({
    zh: '您曾经办本案的审查或评审，异议由其他人员办理。',
    en: 'You took part in the examination or review; someone else handles the objection.',
  }),
})
