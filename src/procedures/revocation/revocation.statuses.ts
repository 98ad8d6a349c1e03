/** What each status of a revocation is called, how it is drawn, and who has to do what while it lasts. */
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { RevocationRole, RevocationStatus } from './revocation.case.ts'

export const revocationWords: Words = { zh: '撤销', en: 'Revocation' }
export const revocationLaw: Basis[] = ['Art. 18', 'Art. 19']
export const revocationStages: Words[] = [{ zh: '立案调查', en: 'Investigation' }, { zh: '告知陈述', en: 'Notice and statement' }, { zh: '法制审核', en: 'Legality review' }, { zh: '决定', en: 'Decision' }, { zh: '送达公告', en: 'Service' }]

type Awaits = { role: RevocationRole; asks: Words; steps: readonly string[]; within?: string; clock: 'applicant' | 'authority' }
type StatusOf = { words: Words; family: 'open' | 'go' | 'back' | 'notice' | 'spot' | 'ok' | 'no' | 'void' | 'judge'; stage: number | null; awaits?: Awaits; earlier?: Awaits }
const officer = (zh: string, en: string, steps: Awaits['steps'], within?: string): Awaits => ({ role: 'city.officer', asks: { zh, en }, steps, clock: 'authority', ...(within && { within }) })
const lead = (zh: string, en: string, steps: Awaits['steps'], within?: string): Awaits => ({ role: 'city.lead', asks: { zh, en }, steps, clock: 'authority', ...(within && { within }) })
const host = (zh: string, en: string, steps: Awaits['steps'], within?: string): Awaits => ({ role: 'host.admin', asks: { zh, en }, steps, clock: 'applicant', ...(within && { within }) })

export const revocationStatuses: Record<RevocationStatus, StatusOf> = {
  investigating: { words: { zh: '调查中', en: 'Under investigation' }, family: 'go', stage: 0, awaits: officer('调查取证，逐项认定，提交调查报告', 'Investigate, find on each ground, report', ['investigate'], 'revocation.investigateDays') },
  investigated: { words: { zh: '待告知', en: 'Investigated' }, family: 'go', stage: 0, awaits: officer('事先告知、给恢复期，或拟定不予撤销', 'Notify, give time to restore, or propose not to revoke', ['notify', 'giveCure', 'proposeNotRevoke'], 'revocation.serveDays') },
  curing: { words: { zh: '恢复期', en: 'Time to restore' }, family: 'back', stage: 0, awaits: host('恢复服务能力并报告', 'Restore capacity and report', ['reportCure']) },
  cureReported: { words: { zh: '待核实恢复', en: 'Restoring reported' }, family: 'go', stage: 0, awaits: officer('核实是否恢复', 'Check what was restored', ['findCured', 'findNotCured'], 'revocation.investigateDays') },
  cured: { words: { zh: '已恢复，待结案', en: 'Restored' }, family: 'judge', stage: 3, awaits: lead('签署不予撤销', 'Sign that it is not revoked', ['closeCured'], 'revocation.decideDays') },
  notified: { words: { zh: '待送达告知', en: 'Notice to be served' }, family: 'back', stage: 1, awaits: host('签收事先告知书', 'Acknowledge the prior notice', ['acknowledgeNotice'], 'revocation.serveDays') },
  stating: { words: { zh: '听取陈述', en: 'Hearing the host' }, family: 'back', stage: 1, awaits: host('陈述申辩，或书面放弃', 'State and defend, or waive', ['state', 'waive'], 'revocation.stateDays') },
  heard: { words: { zh: '法制审核', en: 'Legality review' }, family: 'go', stage: 2, awaits: officer('法制审核（未参与调查的人员）', 'Review the legality (somebody who did not investigate)', ['reviewLegality', 'faultLegality'], 'revocation.legalDays'), earlier: officer('逐点复核陈述申辩', 'Answer what was stated, point by point', ['answerStatements'], 'revocation.legalDays') },
  reviewed: { words: { zh: '待拟定', en: 'Legality confirmed' }, family: 'go', stage: 3, awaits: officer('拟定结果；规定公示的先公示', 'Propose the outcome; on public notice first where that is asked for', ['proposeRevoke', 'proposeNotRevoke'], 'revocation.legalDays') },
  onNotice: { words: { zh: '拟撤销公示中', en: 'Intended revocation on notice' }, family: 'notice', stage: 3 },
  cleared: { words: { zh: '公示期满', en: 'Notice over' }, family: 'go', stage: 3, awaits: officer('拟定结果', 'Propose the outcome', ['proposeRevoke', 'proposeNotRevoke'], 'revocation.legalDays') },
  proposed: { words: { zh: '待决定', en: 'Revocation proposed' }, family: 'judge', stage: 3, awaits: lead('决定撤销、不予撤销，或退回', 'Revoke, not revoke, or send back', ['decideRevoke', 'decideNotRevoke'], 'revocation.decideDays') },
  proposedNot: { words: { zh: '待决定（拟不予撤销）', en: 'Proposed not to revoke' }, family: 'judge', stage: 3, awaits: lead('决定不予撤销，或退回', 'Decide not to revoke, or send back', ['decideNotRevoke'], 'revocation.decideDays') },
  decided: { words: { zh: '已决定，待送达', en: 'Decided, to be served' }, family: 'go', stage: 4, awaits: officer('送达撤销决定', 'Serve the decision', ['serve'], 'revocation.serveDays') },
  served: { words: { zh: '已送达，待公告', en: 'Served, to be announced' }, family: 'no', stage: 4, awaits: officer('公告撤销', 'Announce the revocation', ['announce'], 'revocation.announceDays') },
  announced: { words: { zh: '已撤销', en: 'Revoked' }, family: 'no', stage: 4 },
  notRevoked: { words: { zh: '不予撤销', en: 'Not revoked' }, family: 'ok', stage: 4 },
  moot: { words: { zh: '已终止', en: 'Moot' }, family: 'void', stage: null },
}
