/** Rule change 规则变更: Article 21. A setting, a reading, the authority basis or a calendar year, proposed by one person and signed by another. */
import { asks, type Procedure } from '../../kernel/procedure.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { knownSetting } from '../../settings/conduct.ts'
import { notBy } from '../../settings/review-rules.ts'
import type { RuleChangeCase, RuleChangeRole, RuleChangeStatus } from './rule-change.case.ts'
import type { RuleChangeCommands } from './rule-change.commands.ts'

export type RuleChangeFound = { fault: Words | null }
type Needs = Procedure<RuleChangeCase, RuleChangeStatus, RuleChangeRole, RuleChangeCommands, RuleChangeFound>

export const ruleChange: Needs = {
  propose: { says: { zh: '拟定规则变更', en: 'Propose a rule change' }, by: 'city.officer', from: [], to: 'proposed', law: 'Art. 21', seen: 'city',
    requires: [asks(knownSetting, ({ found }) => ({ fault: found.fault }))] },
  amend: { says: { zh: '修改拟稿', en: 'Amend the proposal' }, by: 'city.officer', from: ['proposed'], to: 'proposed', law: 'Art. 21', seen: 'city' },
  sign: { says: { zh: '签署生效', en: 'Sign into force' }, by: 'city.lead', from: ['proposed'], to: 'inForce', law: 'Art. 21', seen: 'city', signs: true,
    requires: [notBy(({ preparedBy }) => preparedBy)] },
  refuse: { says: { zh: '不予签署', en: 'Refuse' }, by: 'city.lead', from: ['proposed'], to: 'refused', law: 'Art. 21', seen: 'city', signs: true },
  abandon: { says: { zh: '撤回拟稿', en: 'Withdraw the proposal' }, by: 'city.officer', from: ['proposed'], to: 'abandoned', law: 'Art. 21', seen: 'city' },
}

export const ruleChangeWords: Words = { zh: '规则变更', en: 'Rule change' }
export const ruleChangeLaw: Basis[] = ['Art. 21']
export const ruleChangeStages: Words[] = [{ zh: '拟定', en: 'Proposed' }, { zh: '生效', en: 'In force' }]
export const ruleChangeStatuses = {
  proposed: { words: { zh: '待签署', en: 'Awaiting signature' }, family: 'judge', stage: 0, awaits: { role: 'city.lead', asks: { zh: '签署，或不予签署', en: 'Sign or refuse' }, steps: ['sign'], clock: 'authority' } },
  inForce: { words: { zh: '已签署', en: 'Signed' }, family: 'ok', stage: 1 },
  refused: { words: { zh: '不予签署', en: 'Refused' }, family: 'no', stage: null },
  abandoned: { words: { zh: '已撤回', en: 'Withdrawn' }, family: 'void', stage: null },
} as const satisfies Record<RuleChangeStatus, unknown>
