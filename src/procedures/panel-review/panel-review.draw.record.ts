/** Before a draw: whether it can be made at all. After it: whether the published record is what it claims to be. */
import type { Words } from '../../kernel/words.ts'
import { canonicalJson } from './panel-review.digest.ts'
import { type Breach, commitmentOf, drawOf, type Drawn, type DrawRecord, type DrawRules, openIn, type PoolExpert, type Pot, pots, potsOf, sizeOf } from './panel-review.draw.ts'

/** The whole record in one: committed to, drawn, ready to be published. */
export const recordOf = (drawn: Required<Drawn>): DrawRecord => ({ ...drawn, commitment: commitmentOf(drawn), result: drawOf(drawn) })

/** What does not agree in a record; nothing when it is sound. Recomputes everything, trusts nothing. */
export function faultsOfRecord(record: DrawRecord): Words[] {
  const faults: Words[] = seedFaults(record.seed)
  if (faults.length > 0) return faults
  if (commitmentOf(record) !== record.commitment) faults.push({ zh: '专家池、规则或种子与事先公布的承诺值不一致。', en: 'Pool, rules or seed are not those of the commitment.' })
  if (canonicalJson(drawOf(record)) !== canonicalJson(record.result)) faults.push({ zh: '按记录重新计算，结果不一致。', en: 'Recomputed from the record, the result is another.' })
  return faults
}

/** Why no draw should be committed to: asked before, so that nobody commits to what cannot be drawn. */
export function drawFaults(pool: readonly PoolExpert[], rules: DrawRules): Words[] {
  const size = sizeOf(rules)
  const everyone = [...pool, ...rules.designated].map(({ expert }) => expert)
  const filled = potsOf(pool, rules)
  const faults: Words[] = []
  if (size % 2 === 0) faults.push({ zh: `评审组 ${size} 席，应为单数。`, en: `The panel has ${size} seats; an odd number is needed.` })
  if (new Set(everyone).size < everyone.length) faults.push({ zh: '同一专家出现两次。', en: 'An expert is listed twice.' })
  for (const pot of pots) {
    const designated = rules.designated.filter(({ kind }) => kind === pot).length
    if (designated > rules.seats[pot]) faults.push({ zh: `${potWords[pot].zh}席 ${rules.seats[pot]} 个，指定了 ${designated} 人。`, en: `${designated} are designated for ${rules.seats[pot]} seat(s): ${potWords[pot].en}.` })
    if (filled[pot].length < openIn(rules, pot)) faults.push({ zh: `${potWords[pot].zh}须抽 ${openIn(rules, pot)} 人，可抽的只有 ${filled[pot].length} 人。`, en: `${openIn(rules, pot)} to draw, ${filled[pot].length} can be: ${potWords[pot].en}.` })
  }
  if (faults.length > 0) return faults
  const rehearsal = drawOf({ pool, rules, seed: rehearsalSeed })
  return rehearsal.found ? [] : [{
    zh: `试抽 ${rehearsal.attempts} 次，没有一次同时满足各项规则（${told(rehearsal.rejected, 'zh')}）。请补充专家池或说明理由调整规则。`,
    en: `None of ${rehearsal.attempts} rehearsals met every rule (${told(rehearsal.rejected, 'en')}). Add experts, or change the rules and say why.`,
  }]
}

/** Known to everybody: it shows that the rules can be met and is never used to draw. */
export const rehearsalSeed = '0'.repeat(64)

export const seedFaults = (seed: string): Words[] =>
  /^[0-9a-f]{64}$/.test(seed) && seed !== rehearsalSeed ? [] : [{ zh: '种子应为 64 位十六进制数（小写），且不是试抽种子。', en: 'A seed has 64 lower-case hex digits and is not that of the rehearsal.' }]

export const potWords: Readonly<Record<Pot, Words>> = {
  finance: { zh: '财务', en: 'finance' }, safety: { zh: '安全环保', en: 'safety and environment' },
  management: { zh: '管理', en: 'management' }, technical: { zh: '本领域技术', en: 'experts in the field' },
}

export const breachWords: Readonly<Record<Breach, Words>> = {
  employer: { zh: '同一单位超过上限', en: 'too many of one employer' }, outside: { zh: '外市专家不足', en: 'too few from outside the city' },
  fields: { zh: '有领域无人熟悉', en: 'a field nobody knows' }, conflicts: { zh: '有申报因回避不足有效份数', en: 'an application left with too few by avoidance' },
  previous: { zh: '上一评审组成员超过上限', en: 'too many of the panel before' },
}

const told = (rejected: DrawRecord['result']['rejected'], language: 'zh' | 'en') =>
  (Object.keys(breachWords) as Breach[]).filter((breach) => (rejected[breach] ?? 0) > 0).map((breach) => `${breachWords[breach][language]} ${rejected[breach]}`).join(language === 'zh' ? '、' : ', ')
