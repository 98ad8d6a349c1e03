/** What each status of an inspection is called, how it is drawn, and who has to do what while it lasts: the county, or the city where the inspection is the city's. */
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { InspectionRole, InspectionStatus } from './inspection.case.ts'

export const inspectionWords: Words = { zh: '检查', en: 'Inspection' }
export const inspectionLaw: Basis[] = ['Art. 6(4)', 'Art. 7(3)', 'Art. 8(1)', 'Art. 8(2)']
export const inspectionStages: Words[] = [{ zh: '安排', en: 'Ordered' }, { zh: '现场检查', en: 'On the spot' }, { zh: '处理', en: 'Handling' }, { zh: '整改', en: 'Rectification' }, { zh: '办结', en: 'Closed' }]

type Awaits = { role: InspectionRole; asks: Words; steps: readonly string[]; within?: string; clock: 'applicant' | 'authority' }
type StatusOf = { words: Words; family: 'open' | 'go' | 'back' | 'notice' | 'spot' | 'ok' | 'no' | 'void' | 'judge'; stage: number | null; awaits?: Awaits; earlier?: Awaits }

/** The same is asked of the city's people (`awaits`) and of the county's (`earlier`); the file says whose inspection it is. */
const officers = (asks: Words, steps: Awaits['steps'], within?: string) => of('officer', asks, steps, within)
const leads = (asks: Words, steps: Awaits['steps'], within?: string) => of('lead', asks, steps, within)
const of = (who: 'officer' | 'lead', asks: Words, steps: Awaits['steps'], within?: string): Pick<StatusOf, 'awaits' | 'earlier'> => {
  const turn = { asks, steps, clock: 'authority' as const, ...(within && { within }) }
  return { awaits: { role: `city.${who}`, ...turn }, earlier: { role: `county.${who}`, ...turn } }
}

export const inspectionStatuses: Record<InspectionStatus, StatusOf> = {
  planned: { words: { zh: '待安排', en: 'Ordered' }, family: 'open', stage: 0, ...officers({ zh: '告知检查日期，或决定不事先告知', en: 'Tell the day, or go unannounced' }, ['notify', 'goUnannounced']) },
  ready: { words: { zh: '待检查', en: 'To be inspected' }, family: 'spot', stage: 1, ...officers({ zh: '现场检查并记录', en: 'Inspect and record' }, ['record']) },
  recorded: { words: { zh: '待处理', en: 'Recorded' }, family: 'go', stage: 2, ...officers({ zh: '办结，或提出整改要求', en: 'Close, or propose what is to be rectified' }, ['close', 'proposeRectification'], 'inspection.decideDays') },
  proposed: { words: { zh: '待签发整改', en: 'Rectification proposed' }, family: 'judge', stage: 2, ...leads({ zh: '签发整改通知，或退回', en: 'Sign the order to rectify, or send it back' }, ['requireRectification'], 'inspection.decideDays') },
  rectifying: { words: { zh: '整改中', en: 'Rectifying' }, family: 'back', stage: 3, awaits: { role: 'host.admin', asks: { zh: '按期整改并逐项报告', en: 'Rectify in time and report item by item' }, steps: ['reportRectification'], clock: 'applicant' } },
  reported: { words: { zh: '待核查整改', en: 'Rectification reported' }, family: 'spot', stage: 3, ...officers({ zh: '逐项核查整改情况', en: 'Verify item by item' }, ['verify'], 'inspection.verifyDays') },
  escalated: { words: { zh: '已提请市科技局', en: 'Escalated to the city' }, family: 'no', stage: 3, awaits: { role: 'city.lead', asks: { zh: '再次限期整改，或移送撤销程序', en: 'Set a new term, or refer for revocation' }, steps: ['setTerm', 'refer'], within: 'inspection.decideDays', clock: 'authority' } },
  closed: { words: { zh: '已办结', en: 'Closed' }, family: 'ok', stage: 4 },
  ended: { words: { zh: '已终止', en: 'Ended' }, family: 'void', stage: null },
  obstructed: { words: { zh: '检查受阻，已记录', en: 'Refused, on record' }, family: 'no', stage: 1 },
  referred: { words: { zh: '已移送撤销程序', en: 'Referred for revocation' }, family: 'no', stage: null },
}
