/** Rules of conduct around a base: whose it is, and what may be written into its register. */
import type { Day } from '../kernel/day.ts'
import { rule } from '../kernel/rule.ts'

/** For procedures about a base: whoever opens one belongs to that base. What is not theirs is not found either. */
export const baseIsTheirs = rule({
  id: 'baseIsTheirs', law: 'setting:access.own', modality: 'must',
  says: { zh: '办理人属于该中试基地的当事方', en: 'Whoever acts is a party of this base.' },
  holds: ({ theirs }: { theirs: boolean }) => theirs,
  otherwise: () => ({ zh: '没有找到这个中试基地，或者您不是它的当事方。', en: 'There is no such base, or you are no party of it.' }),
})

/** History is corrected backwards, never written ahead. */
export const registerNotAhead = rule({
  id: 'registerNotAhead', law: 'setting:register.selfKept', modality: 'must',
  says: { zh: '生效日期在认定之日以后、今天以前', en: 'What is entered holds from a day between recognition and today.' },
  holds: ({ from, recognisedOn, today }: { from: Day; recognisedOn: Day; today: Day }) => from >= recognisedOn && from <= today,
  otherwise: ({ from, recognisedOn, today }) => ({ zh: `生效日期 ${from} 应在 ${recognisedOn} 至 ${today} 之间。`, en: `The day ${from} should lie between ${recognisedOn} and ${today}.` }),
})

export const somethingChanges = rule({
  id: 'somethingChanges', law: 'setting:register.selfKept', modality: 'must',
  says: { zh: '至少有一行改动', en: 'At least one row changes.' },
  holds: ({ put, drop }: { put: number; drop: number }) => put + drop > 0,
  otherwise: () => ({ zh: '没有改动。', en: 'Nothing changes.' }),
})
