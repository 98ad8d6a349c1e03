/** Rules of correcting a public notice: the period starts again, so a correction has to say what it corrects. */
import { rule } from '../kernel/rule.ts'

export const correctedRowsListed = rule({
  id: 'correctedRowsListed', law: 'setting:publicity.correction', modality: 'must',
  says: { zh: '更正的各项都在公示名单中，各写一次', en: 'Every row corrected is on the list, and is written once.' },
  holds: ({ asked, listed }: { asked: readonly string[]; listed: readonly string[] }) => asked.every((one, at) => listed.includes(one) && asked.indexOf(one) === at),
  otherwise: ({ asked, listed }) => {
    const wrong = asked.filter((one, at) => !listed.includes(one) || asked.indexOf(one) !== at)
    return { zh: `不在名单中、已移出或重复：${wrong.join('、')}`, en: `Not on the list, struck, or written twice: ${wrong.join(', ')}` }
  },
})

export const correctionChanges = rule({
  id: 'correctionChanges', law: 'setting:publicity.correction', modality: 'must',
  says: { zh: '更正了内容', en: 'Something is corrected.' },
  holds: ({ changes }: { changes: number }) => changes > 0,
  otherwise: () => ({ zh: '与公示的内容相同，没有更正。公示期重新计算，须有更正的内容。', en: 'It reads as it was published; nothing is corrected. The period would start again for nothing.' }),
})

export const correctionLeavesRow = rule({
  id: 'correctionLeavesRow', law: 'setting:publicity.correction', modality: 'must',
  says: { zh: '更正后的名单至少有一项', en: 'The corrected list has at least one row.' },
  holds: ({ left }: { left: number }) => left > 0,
  otherwise: () => ({ zh: '各项都移出了；不再公示的，请终止公示。', en: 'Every row is taken out; to publish nothing, terminate the notice.' }),
})
