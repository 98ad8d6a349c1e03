/** Rules of suspension: a hold at once, confirmed by the city, lifted by two people. The text gives the city the power to adjust (Art. 6(3)). */
import { type Day, plusMonths } from '../kernel/day.ts'
import { rule } from '../kernel/rule.ts'

export const notHeldTwice = rule({
  id: 'notHeldTwice', law: 'Art. 6(3)', modality: 'usually',
  says: { zh: '该基地尚未被暂停', en: 'The base is not suspended already.' },
  holds: ({ holds }: { holds: readonly string[] }) => holds.length === 0,
  otherwise: ({ holds }) => ({ zh: `已暂停：${holds.join('、')}。另行暂停的写明理由，各自解除。`, en: `Suspended already: ${holds.join(', ')}. Give the reason for another; each is lifted by itself.` }),
})

/** `from`: the day of the hold, whoever confirms it and whenever. */
export const suspensionWithinMost = rule({
  id: 'suspensionWithinMost', law: 'setting:suspension.months', modality: 'must',
  says: { zh: '暂停至今后一日，不超过最长期限', en: 'The suspension ends on a later day within the longest period.' },
  holds: ({ endsOn, from, on, months }: { endsOn: Day; from: Day; on: Day; months: number }) => endsOn > on && endsOn <= plusMonths(from, months),
  otherwise: ({ endsOn, from, on, months }) => endsOn <= on
    ? { zh: `暂停至 ${endsOn}，不在今天之后。`, en: `It would end on ${endsOn}, not after today.` }
    : { zh: `暂停自 ${from} 起最长 ${months} 个月，即 ${plusMonths(from, months)}。`, en: `At most ${months} months from ${from}: until ${plusMonths(from, months)}.` },
})

export const extensionLater = rule({
  id: 'extensionLater', law: 'setting:suspension.months', modality: 'must',
  says: { zh: '延长后的期限晚于原期限', en: 'The new last day is later than the old one.' },
  holds: ({ endsOn, before }: { endsOn: Day; before: Day | undefined }) => before === undefined || endsOn > before,
  otherwise: ({ before }) => ({ zh: `原期限为 ${before}。`, en: `The last day was ${before}.` }),
})
