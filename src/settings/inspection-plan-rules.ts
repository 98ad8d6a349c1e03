/** Rules of an inspection plan: whom it may list, and that a lot cannot be steered. */
import type { Day } from '../kernel/day.ts'
import { rule } from '../kernel/rule.ts'

export const planHasBases = rule({
  id: 'planHasBases', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '范围内有在册的基地', en: 'There are bases within its reach.' },
  holds: ({ pool }: { pool: number }) => pool > 0,
  otherwise: () => ({ zh: '所选范围内没有在册的中试基地。', en: 'No base stands within the reach of this plan.' }),
})

export const planEndsLater = rule({
  id: 'planEndsLater', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '完成期限在今天之后', en: 'It is to be completed on a later day.' },
  holds: ({ completeBy, on }: { completeBy: Day; on: Day }) => completeBy > on,
  otherwise: ({ completeBy }) => ({ zh: `完成期限 ${completeBy} 不在今天之后。`, en: `${completeBy} does not lie after today.` }),
})

export const chosenFromPool = rule({
  id: 'chosenFromPool', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '所列基地都在计划范围内，各列一次', en: 'Every base listed is within the plan, once.' },
  holds: ({ pool, chosen }: { pool: readonly string[]; chosen: readonly string[] }) => chosen.every((base, at) => pool.includes(base) && chosen.indexOf(base) === at),
  otherwise: ({ pool, chosen }) => { const others = chosen.filter((base, at) => !pool.includes(base) || chosen.indexOf(base) !== at); return { zh: `不在范围内或重复：${others.join('、')}。`, en: `Not within the plan, or listed twice: ${others.join(', ')}.` } },
})

export const lotCanBeDrawn = rule({
  id: 'lotCanBeDrawn', law: 'setting:inspection.draw', modality: 'must',
  says: { zh: '按所定数量和上限可以抽取', en: 'The lot can be drawn as asked.' },
  holds: ({ possible }: { possible: boolean; pool: number; count: number }) => possible,
  otherwise: ({ pool, count }) => ({ zh: `范围内 ${pool} 个基地，按所定上限抽不足 ${count} 个。`, en: `Of ${pool} base(s), ${count} cannot be drawn within the limit for each county.` }),
})

/** `person`: who witnesses. Whoever made the seed cannot choose the word that decides with it. */
export const lotWitnessedByAnother = rule({
  id: 'lotWitnessedByAnother', law: 'setting:inspection.draw', modality: 'must',
  says: { zh: '抽取由另一人见证', en: 'Another person witnesses the draw.' },
  holds: ({ person, committedBy }: { person: string; committedBy: string | undefined }) => committedBy !== undefined && person !== committedBy,
  otherwise: () => ({ zh: '承诺种子的人不能自己见证。', en: 'Whoever committed to the seed cannot witness.' }),
})

export const lotMatchesCommitment = rule({
  id: 'lotMatchesCommitment', law: 'setting:inspection.draw', modality: 'must',
  says: { zh: '范围、规则、种子与事先公布的承诺值一致', en: 'Pool, rules and seed are those committed to.' },
  holds: ({ committed, revealed }: { committed: string | undefined; revealed: string | undefined }) => (committed === undefined || revealed === undefined ? undefined : committed === revealed),
  otherwise: ({ committed, revealed }) => revealed === undefined ? { zh: '尚未见证，种子不能揭示。', en: 'Not witnessed yet; the seed stays sealed.' }
    : { zh: `承诺值 ${committed?.slice(0, 12) ?? '—'}…，揭示后为 ${revealed.slice(0, 12)}…。`, en: `Committed to ${committed?.slice(0, 12) ?? '—'}…, revealed ${revealed.slice(0, 12)}….` },
})

export const lotAgainHasReason = rule({
  id: 'lotAgainHasReason', law: 'setting:inspection.draw', modality: 'must',
  says: { zh: '重新抽取写明理由', en: 'A second draw gives its reason.' },
  holds: ({ before, reason }: { before: number; reason: string | undefined }) => before === 0 || Boolean(reason?.trim()),
  otherwise: ({ before }) => ({ zh: `本计划已抽取 ${before} 次，重新抽取须写明理由，原抽取记录保留。`, en: `${before} draw(s) were made; another needs a reason, and the earlier ones stay on record.` }),
})
