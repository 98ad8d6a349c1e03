/** Rules of handling major matters: Art. 15 gives the way, settings carry what it leaves open. The director's own rules stand with Art. 14. */
import type { Day } from '../kernel/day.ts'
import { rule } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'

/** A base that was revoked or has left has no matters. */
export const baseOnRegister = rule({
  id: 'baseOnRegister', law: 'Art. 15', modality: 'must',
  says: { zh: '中试基地在册', en: 'The base is on the register.' },
  holds: ({ live }: { live: boolean }) => live,
  otherwise: () => ({ zh: '该中试基地已撤销或已退出。', en: 'This base was revoked or has left.' }),
})

/** The base applies (Art. 15); some matters the text gives to the host as well (Arts. 8(5), 14). */
export const hostMayPropose = rule({
  id: 'hostMayPropose', law: 'Art. 8(5)', modality: 'must',
  says: { zh: '该事项可由依托单位提出', en: 'The host may propose this matter.' },
  holds: ({ byHost, hostProposes }: { byHost: boolean; hostProposes: boolean }) => !byHost || hostProposes,
  otherwise: () => ({ zh: '该事项由中试基地提出（第十五条），依托单位上报。', en: 'The base applies for this matter (Art. 15); the host submits it.' }),
})

/** An authority does not apply for a base: it names what it found, and the base declares it. */
export const findingNamed = rule({
  id: 'findingNamed', law: 'setting:major.demandDays', modality: 'must',
  says: { zh: '责令补报须写明发现的检查或考核', en: 'Whoever demands a declaration names where the change was found.' },
  holds: ({ byAuthority, found }: { byAuthority: boolean; found: boolean }) => !byAuthority || found,
  otherwise: () => ({ zh: '请写明发现未申报变更的检查或考核，并说明事实。', en: 'Name the inspection or assessment that found it, and the facts.' }),
})

export const findingConcernsBase = rule({
  id: 'findingConcernsBase', law: 'setting:major.demandDays', modality: 'must',
  says: { zh: '所引案件是对该基地的检查或考核', en: 'The case referred to is an inspection or assessment of this base.' },
  holds: ({ known }: { known: boolean }) => known,
  otherwise: () => ({ zh: '没有这一编号的检查或考核，或者不是对该基地的。', en: 'There is no such inspection or assessment, or it is of another base.' }),
})

export const matterComplete = rule({
  id: 'matterComplete', law: 'Art. 15', modality: 'must',
  says: { zh: '事项内容和附件齐全', en: 'What is asked and attached is complete.' },
  holds: ({ issues }: { issues: readonly { path: string; expected: Words }[] | undefined }) => (issues ? issues.length === 0 : undefined),
  otherwise: ({ issues }) => ({
    zh: issues ? `有 ${issues.length} 处须补：${issues.slice(0, 6).map(({ expected }) => expected.zh).join('；')}${issues.length > 6 ? '……' : ''}` : '还没有填写。',
    en: issues ? `${issues.length} gap(s): ${issues.slice(0, 6).map(({ expected }) => expected.en).join('; ')}${issues.length > 6 ? '…' : ''}` : 'Nothing is filled in yet.',
  }),
})

/** What changes nothing is no change. */
export const somethingNew = rule({
  id: 'somethingNew', law: 'Art. 15', modality: 'must',
  says: { zh: '变更后的内容与现状不同', en: 'What is asked for differs from what is there.' },
  holds: ({ same }: { same: boolean }) => !same,
  otherwise: () => ({ zh: '变更后的内容与名录现状相同。', en: 'This is what the register says already.' }),
})

type When = { readonly plannedOn: Day | undefined; readonly on: Day }
/** The day itself is still before: it is carried out when the approval is there. */
export const appliedBeforehand = rule({
  id: 'appliedBeforehand', law: 'setting:major.beforehand', modality: 'usually',
  says: { zh: '审批事项在实施前提出', en: 'What takes approval is applied for before it happens.' },
  holds: ({ plannedOn, on }: When) => (plannedOn === undefined ? undefined : plannedOn >= on),
  otherwise: ({ plannedOn, on }) => plannedOn === undefined
    ? { zh: '未填写实施日期。', en: 'The day is missing.' }
    : { zh: `实施日期 ${plannedOn} 早于提出之日 ${on}，属未经批准先行实施，请写明原因。`, en: `Planned for ${plannedOn}, before it was applied for on ${on}: done without approval; give reasons.` },
})

/** The last day of the limit still belongs to the base. */
export type InTime = { readonly happenedOn: Day | undefined; readonly dueOn: Day | undefined; readonly on: Day }
const inTime = <const Id extends string>(id: Id, law: `setting:${string}`) => rule<InTime>({
  id, law, modality: 'usually',
  says: { zh: '在规定时限内申报', en: 'It is told within the time set.' },
  holds: ({ dueOn, on }) => (dueOn === undefined ? undefined : on <= dueOn),
  otherwise: ({ happenedOn, dueOn, on }) => dueOn === undefined
    ? { zh: '未填写发生日期。', en: 'The day it happened is missing.' }
    : { zh: `${happenedOn} 发生，应于 ${dueOn} 前申报，今天 ${on} 已逾期，请写明原因。`, en: `It happened on ${happenedOn} and was due by ${dueOn}; today, ${on}, is late. Give reasons.` },
})
export const filedInTime = inTime('filedInTime', 'setting:major.filingDays')
export const hostChangeInTime = inTime('hostChangeInTime', 'setting:major.hostDays')
export const stopInTime = inTime('stopInTime', 'setting:major.stopDays')
export const reportedInTime = inTime('reportedInTime', 'setting:major.reportDays')

/** Below the share nothing has to be approved: told, never refused. */
export const aboveDisposalShare = rule({
  id: 'aboveDisposalShare', law: 'setting:major.disposalShare', modality: 'usually',
  says: { zh: '处置或减少超过规定比例，属重大事项', en: 'What goes is above the share, and so a major matter.' },
  holds: ({ share, line }: { share: number | undefined; line: number }) => share === undefined || share > line,
  otherwise: ({ share, line }) => ({ zh: `占 ${percent(share)}，未超过 ${percent(line)}，可以不报；仍要申报的请说明。`, en: `${percent(share)} does not exceed ${percent(line)} and need not be applied for; say why it is.` }),
})
const percent = (share: number | undefined) => `${Math.round((share ?? 0) * 1000) / 10}%`

export const matterVerified = rule({
  id: 'matterVerified', law: 'Art. 15', modality: 'must',
  says: { zh: '已经核查', en: 'It was verified.' },
  holds: ({ verified }: { verified: boolean }) => verified,
  otherwise: () => ({ zh: '经办人还没有提交核查意见。', en: 'The officer has not verified it yet.' }),
})

export const matterPrepared = rule({
  id: 'matterPrepared', law: 'Art. 15', modality: 'must',
  says: { zh: '已有拟办意见', en: 'An opinion was prepared.' },
  holds: ({ prepared }: { prepared: boolean }) => prepared,
  otherwise: () => ({ zh: '经办人还没有提交拟办意见。', en: 'The officer has not prepared an opinion yet.' }),
})

export const expertsHeard = rule({
  id: 'expertsHeard', law: 'setting:major.experts', modality: 'must',
  says: { zh: '已征求专家意见', en: 'Experts were heard.' },
  holds: ({ heard, asked }: { heard: boolean; asked: boolean }) => heard || !asked,
  otherwise: () => ({ zh: '研究方向重大调整须征求专家意见，请写明专家意见。', en: 'A major change of direction takes the opinion of experts; write it down.' }),
})

/** An approval does not reach back. */
export const effectFromApproval = rule({
  id: 'effectFromApproval', law: 'setting:major.beforehand', modality: 'must',
  says: { zh: '生效日期不早于批准之日', en: 'It takes effect on the day of approval or later.' },
  holds: ({ effectiveOn, on }: { effectiveOn: Day | undefined; on: Day }) => (effectiveOn === undefined ? undefined : effectiveOn >= on),
  otherwise: ({ on }) => ({ zh: `生效日期不能早于 ${on}。`, en: `It cannot take effect before ${on}.` }),
})

export const actingNotTooLong = rule({
  id: 'actingNotTooLong', law: 'setting:director.actingMonths', modality: 'must',
  says: { zh: '代理主任不超过规定时间', en: 'An acting director acts no longer than set.' },
  holds: ({ to, latest }: { to: Day | undefined; latest: Day | undefined }) => (to === undefined || latest === undefined ? undefined : to <= latest),
  otherwise: ({ latest }) => (latest ? { zh: `代理至多到 ${latest}。`, en: `Acting may last until ${latest} at most.` } : { zh: '未填写代理起止。', en: 'Begin or end of acting is missing.' }),
})

/** Nobody is left standing: what is under way is done or handed over. */
export const ordersSettled = rule({
  id: 'ordersSettled', law: 'Art. 6(3)', modality: 'must',
  says: { zh: '在办委托已有了结或移交安排', en: 'Commissions under way are settled or handed over.' },
  holds: ({ open, plan }: { open: number | undefined; plan: string | undefined }) => (open === undefined ? undefined : open === 0 || Boolean(plan?.trim())),
  otherwise: ({ open }) => ({ zh: open === undefined ? '未填写在办委托件数。' : `在办委托 ${open} 件，请写明了结或移交安排。`, en: open === undefined ? 'The number of commissions under way is missing.' : `${open} commission(s) are under way; say how they are settled or handed over.` }),
})

export const accidentNotAhead = rule({
  id: 'accidentNotAhead', law: 'setting:major.accidentHours', modality: 'must',
  says: { zh: '事故时间不晚于现在', en: 'The accident is not in the future.' },
  holds: ({ hours }: { hours: number | undefined }) => (hours === undefined ? undefined : hours >= 0),
  otherwise: () => ({ zh: '事故时间晚于现在，请核对。', en: 'The time of the accident lies in the future; check it.' }),
})

/** Told late is better than not told: it is marked, never refused. */
export const accidentToldInTime = rule({
  id: 'accidentToldInTime', law: 'setting:major.accidentHours', modality: 'must',
  says: { zh: '事故在规定时间内报告', en: 'The accident is reported within the time set.' },
  holds: ({ hours, limit }: { hours: number | undefined; limit: number }) => (hours === undefined ? undefined : hours <= limit),
  otherwise: ({ hours, limit }) => ({ zh: `距事故 ${Math.floor(hours ?? 0)} 小时，超过 ${limit} 小时。`, en: `${Math.floor(hours ?? 0)} hours after the accident; the limit is ${limit}.` }),
})

export const clearanceVerified = rule({
  id: 'clearanceVerified', law: 'setting:suspension.months', modality: 'must',
  says: { zh: '隐患消除已经核实', en: 'That the danger is gone was verified.' },
  holds: ({ verified }: { verified: boolean }) => verified,
  otherwise: () => ({ zh: '组织管理部门还没有核实。', en: 'The organiser has not verified it.' }),
})
