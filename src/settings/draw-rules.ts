/** What must hold of a draw and of a panel. The text names the meeting only (Art. 10(3)): each rule rests on a setting. */
import { rule } from '../kernel/rule.ts'
import { leastOf, mostOf } from './shares.ts'

export const designationWithinLimit = rule({
  id: 'designationWithinLimit', law: 'setting:panel.designatedShare', modality: 'must',
  says: { zh: '指定专家不超过规定比例', en: 'Designated experts stay within their share.' },
  holds: ({ designated, size, share }: { designated: number; size: number; share: number }) => designated <= mostOf(share, size),
  otherwise: ({ designated, size, share }) => ({
    zh: `指定 ${designated} 人，${size} 人的评审组至多指定 ${mostOf(share, size)} 人，其余须抽取。`,
    en: `${designated} are designated; a panel of ${size} takes ${mostOf(share, size)} at most, the others are drawn.`,
  }),
})

/** `word`: what the witness added after the commitment; without it, whoever made the seed could have tried many. */
export const drawWitnessed = rule({
  id: 'drawWitnessed', law: 'setting:panel.draw', modality: 'must',
  says: { zh: '抽取由另一人见证并加入见证数', en: 'Another person witnesses the draw and adds to it.' },
  holds: ({ witness, drawnBy, word }: { witness: string | undefined; drawnBy: string; word: string | undefined }) => witness !== undefined && witness !== drawnBy && Boolean(word?.trim()),
  otherwise: ({ witness, drawnBy }) => witness === drawnBy
    ? { zh: '承诺种子的人不能自己见证。', en: 'Whoever committed to the seed cannot witness.' }
    : { zh: '尚无监督人员见证，或未填写见证数。', en: 'Nobody has witnessed yet, or the witness has added nothing.' },
})

export const seedMatchesCommitment = rule({
  id: 'seedMatchesCommitment', law: 'setting:panel.draw', modality: 'must',
  says: { zh: '专家池、规则、种子与事先公布的承诺值一致', en: 'Pool, rules and seed are those committed to.' },
  holds: ({ committed, revealed }: { committed: string | undefined; revealed: string }) => (committed === undefined ? undefined : committed === revealed),
  otherwise: ({ committed, revealed }) => committed === undefined
    ? { zh: '抽取前没有公布承诺值。', en: 'There is no commitment from before the draw.' }
    : { zh: `承诺值 ${committed.slice(0, 12)}…，揭示后为 ${revealed.slice(0, 12)}…。`, en: `Committed to ${committed.slice(0, 12)}…, revealed ${revealed.slice(0, 12)}….` },
})

export const panelMixHolds = rule({
  id: 'panelMixHolds', law: 'setting:panel.technicalShare', modality: 'must',
  says: { zh: '本领域技术专家达到规定比例', en: 'Enough members are experts in the field.' },
  holds: ({ technical, size, share }: { technical: number; size: number; share: number }) => technical >= leastOf(share, size),
  otherwise: ({ technical, size, share }) => ({
    zh: `本领域技术专家 ${technical} 人，${size} 人的评审组应不少于 ${leastOf(share, size)} 人。`, en: `${technical} experts in the field; a panel of ${size} needs ${leastOf(share, size)}.`,
  }),
})

export const everyFieldKnown = rule({
  id: 'everyFieldKnown', law: 'setting:panel.everyField', modality: 'must',
  says: { zh: '参评的每个领域都有专家熟悉', en: 'Every field under review is known to a member.' },
  holds: ({ unknown }: { unknown: readonly string[] }) => unknown.length === 0,
  otherwise: ({ unknown }) => ({ zh: `无人熟悉：${unknown.join('、')}。`, en: `Known to nobody: ${unknown.join(', ')}.` }),
})

export const outsideShareReached = rule({
  id: 'outsideShareReached', law: 'setting:panel.outsideShare', modality: 'must',
  says: { zh: '外市专家达到规定比例', en: 'Enough members are from outside the city.' },
  holds: ({ outside, size, share }: { outside: number; size: number; share: number }) => outside >= leastOf(share, size),
  otherwise: ({ outside, size, share }) => ({ zh: `外市专家 ${outside} 人，应不少于 ${leastOf(share, size)} 人。`, en: `${outside} from outside the city; ${leastOf(share, size)} are needed.` }),
})

/** `crowded`: employers with more members than allowed. */
export const employerOncePerPanel = rule({
  id: 'employerOncePerPanel', law: 'setting:panel.perEmployer', modality: 'must',
  says: { zh: '同一单位专家不超过上限', en: 'No employer has more members than allowed.' },
  holds: ({ crowded }: { crowded: readonly string[]; most: number }) => crowded.length === 0,
  otherwise: ({ crowded, most }) => ({ zh: `同一单位至多 ${most} 人，超过的有：${crowded.join('、')}。`, en: `At most ${most} of one employer; more from ${crowded.join(', ')}.` }),
})

export const financeSeatFilled = rule({
  id: 'financeSeatFilled', law: 'setting:panel.financeSeats', modality: 'must',
  says: { zh: '财务席位已有专家', en: 'The finance seat is filled.' },
  holds: ({ filled, seats }: { filled: number; seats: number }) => filled >= seats,
  otherwise: ({ filled, seats }) => ({ zh: `财务席 ${seats} 个，已有 ${filled} 人。`, en: `${filled} of ${seats} finance seat(s) filled.` }),
})

export const safetySeatFilled = rule({
  id: 'safetySeatFilled', law: 'setting:panel.safetySeats', modality: 'must',
  says: { zh: '有化工类申报时，安全环保席位已有专家', en: 'With a chemical application, the safety seat is filled.' },
  holds: ({ chemical, filled, seats }: { chemical: boolean; filled: number; seats: number }) => !chemical || filled >= seats,
  otherwise: ({ filled, seats }) => ({ zh: `有化工类申报，安全环保席 ${seats} 个，已有 ${filled} 人。`, en: `A chemical application is under review: ${filled} of ${seats} safety seat(s) filled.` }),
})

/** `before`: draws already made for this review. */
export const redrawHasReason = rule({
  id: 'redrawHasReason', law: 'setting:panel.draw', modality: 'must',
  says: { zh: '重新抽取写明理由', en: 'A second draw gives its reason.' },
  holds: ({ before, reason }: { before: number; reason: string | undefined }) => before === 0 || Boolean(reason?.trim()),
  otherwise: ({ before }) => ({ zh: `本次评审已抽取 ${before} 次，重新抽取须写明理由，原抽取记录保留。`, en: `${before} draw(s) were made; another needs a reason, and the earlier ones stay on record.` }),
})

/** `short`: applications that keep fewer members than valid sheets are needed. */
export const enoughWithoutConflict = rule({
  id: 'enoughWithoutConflict', law: 'setting:panel.minValid', modality: 'must',
  says: { zh: '每件申报回避后仍有足够专家', en: 'Every application keeps enough members without a conflict.' },
  holds: ({ short }: { short: readonly { number: string; free: number }[]; minValid: number }) => short.length === 0,
  otherwise: ({ short, minValid }) => ({
    zh: `应不少于 ${minValid} 人：${short.map(({ number, free }) => `${number} 剩 ${free} 人`).join('；')}。`, en: `${minValid} are needed: ${short.map(({ number, free }) => `${number} keeps ${free}`).join('; ')}.`,
  }),
})
