/** Rules of the site visit: the text asks for it (Art. 10(3)) and says no more; settings carry these. */
import { rule } from '../kernel/rule.ts'

/** `ahead`: working days from the notice to the visit; undefined while no day is named. */
export const visitNoticeAhead = rule({
  id: 'visitNoticeAhead', law: 'setting:site.noticeDays', modality: 'usually',
  says: { zh: '提前通知依托单位', en: 'The host is told ahead of the visit.' },
  holds: ({ ahead, least }: { ahead: number | undefined; least: number }) => (ahead === undefined ? undefined : ahead >= least),
  otherwise: ({ ahead, least }) => ahead === undefined
    ? { zh: `考察前应至少提前 ${least} 个工作日通知依托单位，尚未通知。请写原因。`, en: `The host is told at least ${least} working days ahead of a visit, and has not been. Give the reason.` }
    : { zh: `考察日距通知 ${ahead} 个工作日，应不少于 ${least} 个。请写原因。`, en: `${ahead} working days from the notice to the visit; ${least} are asked for. Give the reason.` },
})

export const visitIsOver = rule({
  id: 'visitIsOver', law: 'Art. 10(3)', modality: 'must',
  says: { zh: '考察已经进行', en: 'The visit has taken place.' },
  holds: ({ visitedOn, today }: { visitedOn: string | undefined; today: string }) => (visitedOn === undefined ? undefined : visitedOn <= today),
  otherwise: () => ({ zh: '考察日期晚于今天。', en: 'The day of the visit is still to come.' }),
})

export const everyMemberSigned = rule({
  id: 'everyMemberSigned', law: 'setting:site.groupSize', modality: 'must',
  says: { zh: '考察组成员全部签字', en: 'Every member of the group has signed.' },
  holds: ({ members, signed }: { members: readonly string[]; signed: readonly string[] }) => unsigned(members, signed).length === 0,
  otherwise: ({ members, signed }) => ({ zh: `尚未签字：${unsigned(members, signed).join('、')}。`, en: `Not signed yet: ${unsigned(members, signed).join(', ')}.` }),
})

const unsigned = (members: readonly string[], signed: readonly string[]) => members.filter((member) => !signed.includes(member))
