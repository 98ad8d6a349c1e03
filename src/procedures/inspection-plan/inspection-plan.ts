/** Inspection plan 检查计划: Articles 6(4) and 7(3). Bases are listed by risk, with reasons, or drawn by lot; the lead approves, and each becomes an inspection. */
import { another, asks, given, type Procedure } from '../../kernel/procedure.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { chosenFromPool, lotAgainHasReason, lotCanBeDrawn, lotMatchesCommitment, lotWitnessedByAnother, planEndsLater, planHasBases } from '../../settings/inspection-plan-rules.ts'
import { notBy } from '../../settings/review-rules.ts'
import type { InspectionPlanCase, InspectionPlanRole, InspectionPlanStatus } from './inspection-plan.case.ts'
import type { InspectionPlanCommands } from './inspection-plan.commands.ts'
import { canDraw } from './inspection-plan.lot.ts'

/** What the door looks up for a step. `revealed`: what pool, rules and the seed give as commitment, once the seed may be known. */
export type InspectionPlanFound = { pool: number; revealed: string | undefined }
type Needs = Procedure<InspectionPlanCase, InspectionPlanStatus, InspectionPlanRole, InspectionPlanCommands, InspectionPlanFound>

const officer = ['county.officer', 'city.officer'] as const
const lead = ['county.lead', 'city.lead'] as const
const notThePreparer = notBy(({ preparedBy }: InspectionPlanCase) => preparedBy)
const inPool = (file: InspectionPlanCase) => file.pool.map(({ base }) => base)

export const inspectionPlan: Needs = {
  // 1. An officer begins it: the bases within its reach stand in it as they are on that day, with what speaks for looking at them.
  open: { says: { zh: '编制检查计划', en: 'Begin a plan' }, by: officer, from: [], to: 'draft', law: 'Art. 6(4)', seen: 'authorities',
    requires: [asks(planHasBases, ({ found: { pool } }) => ({ pool })), asks(planEndsLater, ({ data, today }) => ({ completeBy: data.completeBy ?? today, on: today }))] },

  // 2. Chosen with reasons, or drawn: committed to, witnessed by another person, revealed.
  choose: { says: { zh: '选定基地', en: 'Choose the bases' }, by: officer, from: ['draft'], to: 'chosen', law: 'Art. 7(3)', seen: 'authorities',
    requires: [asks(chosenFromPool, ({ case: file, data }) => ({ pool: inPool(file), chosen: (data.bases ?? []).map(({ base }) => base) }))] },
  commit: { says: { zh: '随机抽取：封存种子', en: 'Draw by lot: seal the seed' }, by: officer, from: ['draft'], to: 'committed', law: 'setting:inspection.draw', seen: 'authorities',
    effects: [{ zh: '范围、规则、种子的指纹（承诺值）记录在案，此后不能更改', en: 'The fingerprint of pool, rules and seed is on record and binds from now on' }],
    requires: [
      asks(lotCanBeDrawn, ({ case: file, data }) => ({ possible: canDraw(file.pool, { count: data.count ?? 0, perCounty: data.perCounty }), pool: file.pool.length, count: data.count ?? 0 })),
      asks(lotAgainHasReason, ({ case: file, data }) => ({ before: file.draws.length, reason: data.reason })),
    ] },
  witness: { says: { zh: '见证', en: 'Witness' }, by: ['city.supervisor', 'county.lead'], from: ['committed'], to: 'witnessed', law: 'setting:inspection.draw', seen: 'authorities', signs: true,
    effects: [{ zh: '见证数与种子一起决定结果，任何一人不能单独左右', en: 'Word and seed decide together; neither person can steer it alone' }],
    requires: [another(lotWitnessedByAnother, ({ draws }) => [draws.at(-1)?.by], ({ person, before }, { case: { draws } }) => ({ person, committedBy: before.includes(person) ? person : draws.at(-1)?.by }))] },
  reveal: { says: { zh: '揭示抽取结果', en: 'Reveal the draw' }, by: officer, from: ['witnessed'], to: 'chosen', law: 'setting:inspection.draw', seen: 'authorities',
    effects: [{ zh: '种子公开，任何人可用记录重算', en: 'The seed is open; anybody recomputes the draw from its record' }],
    requires: [given(lotMatchesCommitment, ({ case: file, found: { revealed } }) => ({ committed: file.draws.at(-1)?.commitment, revealed }))] },

  // 3. The lead approves; every base of the plan becomes an inspection.
  sendBack: { says: { zh: '退回重编', en: 'Send it back' }, by: lead, from: ['chosen'], to: 'draft', law: 'setting:duty.separation', seen: 'authorities' },
  approve: { says: { zh: '批准并下达', en: 'Approve the plan' }, by: lead, from: ['chosen'], to: 'issued', law: 'Art. 6(4)', seen: 'authorities', signs: true,
    effects: [{ zh: '计划内每个基地各立一件检查，交经办人办理', en: 'Each base of the plan becomes an inspection for the officers' }], requires: [notThePreparer] },
  abandon: { says: { zh: '计划作废', en: 'Drop the plan' }, by: [...officer, ...lead], from: ['draft', 'chosen'], to: 'abandoned', law: 'Art. 6(4)', seen: 'authorities' },
}

export const inspectionPlanWords: Words = { zh: '检查计划', en: 'Inspection plan' }
export const inspectionPlanLaw: Basis[] = ['Art. 6(4)', 'Art. 7(3)']
export const inspectionPlanStages: Words[] = [{ zh: '编制', en: 'Drafted' }, { zh: '选定', en: 'Chosen' }, { zh: '下达', en: 'Issued' }]

/** The same is asked of the city's people (`awaits`) and of the county's (`earlier`); the file says whose plan it is. */
const turn = <City extends InspectionPlanRole, County extends InspectionPlanRole>(city: City, county: County, asks: Words, ...steps: string[]) =>
  ({ awaits: { role: city, asks, steps, clock: 'authority' as const }, earlier: { role: county, asks, steps, clock: 'authority' as const } })
export const inspectionPlanStatuses = {
  draft: { words: { zh: '编制中', en: 'Being drafted' }, family: 'open', stage: 0, ...turn('city.officer', 'county.officer', { zh: '选定基地，或随机抽取', en: 'Choose the bases, or draw by lot' }, 'choose') },
  committed: { words: { zh: '待见证', en: 'To be witnessed' }, family: 'go', stage: 0, ...turn('city.supervisor', 'county.lead', { zh: '写下见证数', en: 'Write down the witness word' }, 'witness') },
  witnessed: { words: { zh: '待揭示', en: 'To be revealed' }, family: 'go', stage: 0, ...turn('city.officer', 'county.officer', { zh: '揭示抽取结果', en: 'Reveal the draw' }, 'reveal') },
  chosen: { words: { zh: '待批准', en: 'To be approved' }, family: 'judge', stage: 1, ...turn('city.lead', 'county.lead', { zh: '批准下达，或退回', en: 'Approve or send back' }, 'approve') },
  issued: { words: { zh: '已下达', en: 'Issued' }, family: 'ok', stage: 2 },
  abandoned: { words: { zh: '已作废', en: 'Dropped' }, family: 'void', stage: null },
} as const satisfies Record<InspectionPlanStatus, unknown>
