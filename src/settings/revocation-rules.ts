/** Rules of taking the qualification away: Art. 19 names the grounds, settings carry evidence and due process. */
import { type Day, plusMonths } from '../kernel/day.ts'
import { rule } from '../kernel/rule.ts'
import { joined, type Words } from '../kernel/words.ts'

/** Living bases only: what is gone cannot be taken away. */
export const baseStands = rule({
  id: 'baseStands', law: 'Art. 19', modality: 'must',
  says: { zh: '对象是在册的市级中试基地', en: 'The base is recognised and on the register.' },
  holds: ({ status }: { status: string | undefined }) => status !== undefined && status !== 'revoked' && status !== 'left',
  otherwise: ({ status }) =>
    status === undefined
      ? { zh: '名录中没有这个基地，或不在您的辖区。', en: 'The register has no such base, or it is not in your charge.' }
      : status === 'revoked' ? { zh: '该基地已撤销。', en: 'The base is revoked.' } : { zh: '该基地已退出。', en: 'The base has left.' },
})

/** The clock and other procedures may bring a second ground; a person adds it to the case that is open. */
export const noOtherRevocation = rule({
  id: 'noOtherRevocation', law: 'Art. 19', modality: 'must',
  says: { zh: '该基地没有在办的撤销案', en: 'No revocation of this base is under way.' },
  holds: ({ others }: { others: readonly string[] }) => others.length === 0,
  otherwise: ({ others }) => ({ zh: `在办：${others.join('、')}。请在该案中补充事实。`, en: `Under way: ${others.join(', ')}. Add the facts there.` }),
})

/** A finding may rest on another procedure: then it is one about the same base. */
export const sourcesConcernBase = rule({
  id: 'sourcesConcernBase', law: 'Art. 19', modality: 'must',
  says: { zh: '所关联的案件是该基地的考核、检查或重大事项', en: 'The cases named are assessments, inspections or matters of this base.' },
  holds: ({ strangers }: { strangers: readonly string[] }) => strangers.length === 0,
  otherwise: ({ strangers }) => ({ zh: `不是该基地的案件：${strangers.join('、')}。`, en: `Not a case of this base: ${strangers.join(', ')}.` }),
})

export const accidentGrades = ['general', 'larger', 'major', 'extraordinary'] as const
export type AccidentGrade = (typeof accidentGrades)[number]

/** From the grade on, or a death with main responsibility, or harm that was confirmed: presumed serious. Else a reason is written. */
export const accidentCountsAsSerious = rule({
  id: 'accidentCountsAsSerious', law: 'setting:revocation.accidentGrade', modality: 'usually',
  says: { zh: '事故达到推定严重的等级，或负主要责任并有人员死亡，或确认造成严重危害', en: 'The accident reaches the grade presumed serious, or main responsibility with a death, or confirmed serious harm.' },
  holds: ({ grade, from, deaths, mainResponsibility, harmConfirmed }: AccidentFacts) => {
    if (grade === undefined || from === undefined) return undefined
    return accidentGrades.indexOf(grade) >= accidentGrades.indexOf(from) || (deaths > 0 && mainResponsibility) || harmConfirmed
  },
  otherwise: ({ grade }) => grade === undefined
    ? { zh: '未填写事故等级。', en: 'The grade of the accident is missing.' }
    : { zh: `事故等级${gradeWords[grade].zh}，未达推定严重的情形。认定严重的，请写理由。`, en: `A ${gradeWords[grade].en} accident is not presumed serious. Give reasons if it is.` },
})
export type AccidentFacts = { readonly grade: AccidentGrade | undefined; readonly from: AccidentGrade | undefined; readonly deaths: number; readonly mainResponsibility: boolean; readonly harmConfirmed: boolean }
export const gradeWords: Readonly<Record<AccidentGrade, Words>> = {
  general: { zh: '一般', en: 'general' }, larger: { zh: '较大', en: 'larger' }, major: { zh: '重大', en: 'major' }, extraordinary: { zh: '特别重大', en: 'extraordinary' },
}

export const falsehoodEstablished = rule({
  id: 'falsehoodEstablished', law: 'setting:revocation.falsehoodHeard', modality: 'must',
  says: { zh: '弄虚作假有生效认定，或自行调查并听取了当事人', en: 'Falsehood rests on a final decision, or on an own finding that heard the party.' },
  holds: ({ source, decision, heardOn, mustHear, on }: FalsehoodFacts) => {
    if (source === undefined) return undefined
    return source === 'authority' ? Boolean(decision?.trim()) : !mustHear || (heardOn !== undefined && heardOn <= on)
  },
  otherwise: ({ source }) => source === 'authority'
    ? { zh: '缺少作出生效认定的机关和文号。', en: 'The authority and number of the final decision are missing.' }
    : { zh: '自行调查认定的，须先听取当事人陈述，并写明日期。', en: 'An own finding hears the party first; give the day.' },
})
export type FalsehoodFacts = { readonly source: 'own' | 'authority' | undefined; readonly decision: string | undefined; readonly heardOn: Day | undefined; readonly mustHear: boolean; readonly on: Day }

/** Only where a headline figure is compared; a false paper needs no figure. */
export const inflationIsMaterial = rule({
  id: 'inflationIsMaterial', law: 'setting:revocation.inflatedShare', modality: 'usually',
  says: { zh: '主要数据虚增超过推定重大的比例', en: 'The headline figure is inflated beyond the share presumed material.' },
  holds: ({ declared, verified, line }: InflationFacts) => (declared === undefined && verified === undefined ? true : inflationOf({ declared, verified }) === undefined ? undefined : (inflationOf({ declared, verified }) ?? 0) > line),
  otherwise: ({ declared, verified, line }) => {
    const share = inflationOf({ declared, verified })
    return share === undefined
      ? { zh: '申报值、核实值须同时填写。', en: 'Declared and verified go together.' }
      : { zh: `申报 ${declared}，核实 ${verified}，虚增 ${percentOf(share)}，未超过 ${percentOf(line)}。认定严重的，请写理由。`, en: `Declared ${declared}, verified ${verified}: inflated by ${percentOf(share)}, not beyond ${percentOf(line)}. Give reasons if it is serious.` }
  },
})
export type InflationFacts = { readonly declared: number | undefined; readonly verified: number | undefined; readonly line: number }

/** How much more was declared than there is, as a share of what there is; declared with nothing there is the whole. */
export function inflationOf({ declared, verified }: Pick<InflationFacts, 'declared' | 'verified'>): number | undefined {
  if (declared === undefined || verified === undefined) return undefined
  // Rounded to a hundred-millionth, so that exactly a tenth is not beyond a tenth.
  return verified === 0 ? (declared > 0 ? 1 : 0) : Math.round(((declared - verified) / verified) * 1e8) / 1e8
}
const percentOf = (share: number) => `${Math.round(share * 1000) / 10}%`

export const capacityTests = ['site', 'equipment', 'staff', 'service'] as const
export type CapacityTest = (typeof capacityTests)[number]
export type CapacityFacts = {
  readonly tests: readonly string[]; readonly on: Day
  readonly siteUsable: boolean | undefined
  /** Usable pieces of those the recognition required. */
  readonly equipment: { readonly usable: number; readonly required: number } | undefined; readonly equipmentShare: number
  readonly fullTimeStaff: number | undefined; readonly staffLine: number
  /** `null`: there never was one. */
  readonly lastServiceOn: Day | null | undefined; readonly idleMonths: number
}

/** What speaks against capacity, of the tests the authority applies. */
export function failedTests({ tests, on, siteUsable, equipment, equipmentShare, fullTimeStaff, staffLine, lastServiceOn, idleMonths }: CapacityFacts): CapacityTest[] {
  const fails: Readonly<Record<CapacityTest, boolean>> = {
    site: siteUsable === false,
    equipment: equipment !== undefined && equipment.usable < equipment.required * equipmentShare,
    staff: fullTimeStaff !== undefined && fullTimeStaff < staffLine,
    service: lastServiceOn === null || (lastServiceOn !== undefined && plusMonths(lastServiceOn, idleMonths) <= on),
  }
  return capacityTests.filter((test) => tests.includes(test) && fails[test])
}

export const capacityTestFails = rule({
  id: 'capacityTestFails', law: 'setting:revocation.capacityTests', modality: 'usually',
  says: { zh: '场地、设备、人员、对外服务至少一项不达', en: 'At least one test of capacity fails: premises, equipment, staff, service.' },
  holds: (facts: CapacityFacts) => failedTests(facts).length > 0,
  otherwise: () => ({ zh: '所核各项均达到。认定不再具备能力的，请写理由。', en: 'Every test is passed. Give reasons if the base is unable all the same.' }),
})

/** What fell away since the finding: a grade that was reviewed, an excuse that was accepted. */
export const groundsStillStand = rule({
  id: 'groundsStillStand', law: 'Art. 19', modality: 'must',
  says: { zh: '所告知的情形仍然成立', en: 'The grounds told still hold.' },
  holds: ({ fallen }: { fallen: readonly Words[] }) => fallen.length === 0,
  otherwise: ({ fallen }) => { const { zh, en } = joined(fallen, '；', '; '); return { zh: `已不成立：${zh}`, en: `No longer so: ${en}` } },
})

export const allGroundsInvestigated = rule({
  id: 'allGroundsInvestigated', law: 'Art. 19', modality: 'must',
  says: { zh: '立案的情形有调查认定', en: 'The ground the case was opened on has its finding.' },
  holds: ({ opened, found }: { opened: string; found: readonly string[] }) => found.includes(opened),
  otherwise: () => ({ zh: '立案的情形还没有调查认定；查无事实的，拟定不予撤销。', en: 'The ground of the opening has no finding yet; where there is nothing, propose not to revoke.' }),
})

/** Only for lost capacity: what can be restored is given time first. */
export const cureTried = rule({
  id: 'cureTried', law: 'setting:revocation.cureDays', modality: 'must',
  says: { zh: '不再具备服务能力的，已给恢复期且届满', en: 'Where capacity is lost, the time to restore it was given and has run out.' },
  holds: ({ unable, cureDays, dueOn, on }: { unable: boolean; cureDays: number; dueOn: Day | undefined; on: Day }) => !unable || cureDays === 0 || (dueOn !== undefined && on > dueOn),
  otherwise: ({ dueOn, cureDays }) => dueOn === undefined
    ? { zh: `还没有给恢复期（${cureDays} 日）。`, en: `The time to restore capacity (${cureDays} days) was not given.` }
    : { zh: `恢复期到 ${dueOn}。`, en: `The time to restore capacity runs to ${dueOn}.` },
})

export const curable = rule({
  id: 'curable', law: 'setting:revocation.cureDays', modality: 'must',
  says: { zh: '只有“不再具备服务能力”给恢复期，给一次', en: 'Only lost capacity is given time to be restored, once.' },
  holds: ({ grounds, given }: { grounds: readonly string[]; given: boolean }) => grounds.length > 0 && grounds.every((ground) => ground === 'unable') && !given,
  otherwise: ({ given }) => given ? { zh: '恢复期已给过。', en: 'The time was given already.' } : { zh: '还有其他情形，恢复期不能免除撤销。', en: 'There are other grounds, which no restoring heals.' },
})

/** The last day of the period still belongs to the host; who waives it in writing is not made to wait. */
export const statementPeriodOver = rule({
  id: 'statementPeriodOver', law: 'setting:revocation.stateDays', modality: 'must',
  says: { zh: '陈述申辩期已满，或依托单位书面放弃', en: 'The period for statement and defence is over, or the host has waived it.' },
  holds: ({ dueOn, provisional, on, waived }: { dueOn: Day | undefined; provisional: boolean; on: Day; waived: boolean }) => waived || (dueOn === undefined || provisional ? undefined : on > dueOn),
  otherwise: ({ dueOn, provisional }) => provisional ? { zh: `陈述申辩暂定到 ${dueOn}，当年放假安排尚未公布。`, en: `Statement and defence run provisionally to ${dueOn}; the holidays of that year are not published.` } : dueOn === undefined ? { zh: '事先告知书还没有送达。', en: 'The prior notice is not served yet.' } : { zh: `陈述申辩到 ${dueOn}，次日起可以继续。`, en: `Statement and defence run to ${dueOn}; go on from the day after.` },
})

export const statementsAnswered = rule({
  id: 'statementsAnswered', law: 'setting:revocation.stateDays', modality: 'must',
  says: { zh: '陈述申辩已复核，采纳与否写明理由', en: 'What was stated is reviewed; each point taken up or not, with reasons.' },
  holds: ({ stated, answered }: { stated: number; answered: boolean }) => stated === 0 || answered,
  otherwise: ({ stated }) => ({ zh: `依托单位陈述 ${stated} 次，还没有复核意见。`, en: `The host made ${stated} statement(s); none is answered yet.` }),
})

export const hearingHeld = rule({
  id: 'hearingHeld', law: 'setting:revocation.hearing', modality: 'usually',
  says: { zh: '要求听证的，已举行听证', en: 'A hearing that was asked for was held.' },
  holds: ({ asked, held, offered }: { asked: boolean; held: boolean; offered: boolean }) => !offered || !asked || held,
  otherwise: () => ({ zh: '依托单位要求听证，尚未举行。不举行的，请写理由。', en: 'The host asked for a hearing; none was held. Give reasons for holding none.' }),
})

export const legalityByAnother = rule({
  id: 'legalityByAnother', law: 'setting:duty.separation', modality: 'must',
  says: { zh: '法制审核由未参与调查的人员办理', en: 'Legality is reviewed by somebody who did not investigate.' },
  holds: ({ person, investigators }: { person: string; investigators: readonly string[] }) => !investigators.includes(person),
  otherwise: () => ({ zh: '您参与了本案的立案、调查或告知，请由其他人员审核。', en: 'You opened, investigated or notified in this case; somebody else reviews it.' }),
})

export const legalityConfirmed = rule({
  id: 'legalityConfirmed', law: 'setting:revocation.legalDays', modality: 'must',
  says: { zh: '法制审核通过', en: 'The legality review is passed.' },
  holds: ({ reviewedOn }: { reviewedOn: Day | undefined }) => reviewedOn !== undefined,
  otherwise: () => ({ zh: '还没有通过法制审核。', en: 'The legality review is not passed yet.' }),
})

export const removalNoticed = rule({
  id: 'removalNoticed', law: 'setting:revocation.publicNotice', modality: 'must',
  says: { zh: '规定公示的，拟撤销已公示期满', en: 'Where a public notice is asked for, it has closed.' },
  holds: ({ asked, closedOn }: { asked: boolean; closedOn: Day | undefined }) => !asked || closedOn !== undefined,
  otherwise: () => ({ zh: '拟撤销还没有公示期满。', en: 'The intended revocation was not on public notice yet.' }),
})

/** The case keeps the rules of its opening; what came later applies where it is milder, and somebody has to say so. */
export const milderRuleWeighed = rule({
  id: 'milderRuleWeighed', law: 'setting:revocation.milderRule', modality: 'usually',
  says: { zh: '立案后依据未变，或已比较并适用较轻的规定', en: 'The basis is that of the opening, or the milder rule was weighed.' },
  holds: ({ openedOn, basisFrom, weighs }: { openedOn: Day; basisFrom: Day | undefined; weighs: boolean }) => !weighs || basisFrom === undefined || basisFrom <= openedOn,
  otherwise: ({ openedOn, basisFrom }) => ({
    zh: `立案于 ${openedOn}，现行依据自 ${basisFrom} 起。请写明两者比较和适用哪一个。`,
    en: `Opened on ${openedOn}; the basis in use began on ${basisFrom}. Say how the two compare and which applies.`,
  }),
})

/** Served is what the host has acknowledged, or what is proved in another way; never before the paper existed. */
export const serviceProven = rule({
  id: 'serviceProven', law: 'setting:revocation.serveDays', modality: 'must',
  says: { zh: '送达有回执或证明，日期不早于作出、不晚于今天', en: 'Service has a receipt or proof, not before the paper and not after today.' },
  holds: ({ method, acknowledged, proof, servedOn, from, on }: ServiceFacts) =>
    servedOn !== undefined && servedOn >= from && servedOn <= on && (method === 'platform' ? acknowledged !== undefined && servedOn >= acknowledged : Boolean(proof?.trim())),
  otherwise: ({ method, acknowledged, servedOn, from, on }) =>
    servedOn === undefined || servedOn < from || servedOn > on
      ? { zh: `送达日期应在 ${from} 至 ${on}。`, en: `The day of service lies between ${from} and ${on}.` }
      : method === 'platform' ? acknowledged === undefined ? { zh: '依托单位还没有在平台签收。', en: 'The host has not acknowledged it on the platform.' } : { zh: `依托单位 ${acknowledged} 签收。`, en: `The host acknowledged it on ${acknowledged}.` }
        : { zh: '缺少送达证明（回执、邮寄单号、见证）。', en: 'Proof of service is missing (receipt, postal number, witness).' },
})
export type ServiceFacts = { readonly method: 'platform' | 'person' | 'post' | 'left' | 'publication' | undefined; readonly acknowledged: Day | undefined; readonly proof: string | undefined; readonly servedOn: Day | undefined; readonly from: Day; readonly on: Day }

export const notSuspendedYet = rule({
  id: 'notSuspendedYet', law: 'Art. 6(3)', modality: 'must',
  says: { zh: '本案没有在执行的暂停', en: 'This case has no suspension running.' },
  holds: ({ since }: { since: Day | undefined }) => since === undefined,
  otherwise: ({ since }) => ({ zh: `本案自 ${since} 起已暂停。`, en: `This case has suspended the base since ${since}.` }),
})

export const suspendedNow = rule({
  id: 'suspendedNow', law: 'Art. 6(3)', modality: 'must',
  says: { zh: '本案有在执行的暂停', en: 'This case has a suspension running.' },
  holds: ({ since }: { since: Day | undefined }) => since !== undefined,
  otherwise: () => ({ zh: '本案没有在执行的暂停。', en: 'This case has no suspension running.' }),
})

/** A base that was taken away for its performance or after an accident; falsification has its own bar (`notBarred`). */
export const reapplicationOpen = rule({
  id: 'reapplicationOpen', law: 'setting:revocation.reapplyYears', modality: 'must',
  says: { zh: '不在撤销后的再申报年限内', en: 'The host is not barred after a revocation.' },
  holds: ({ revoked, on }: { revoked: readonly Bar[]; on: Day }) => barring(revoked, on).length === 0,
  otherwise: ({ revoked, on }) => {
    const told = barring(revoked, on)
    return {
      zh: told.map(({ base, servedOn, until }) => `${base} ${servedOn} 撤销，${until} 起可再申报`).join('；'),
      en: told.map(({ base, servedOn, until }) => `${base} was revoked on ${servedOn}; applications are open again from ${until}`).join('; '),
    }
  },
})
export type Bar = { readonly base: string; readonly servedOn: Day; readonly years: number }
const barring = (revoked: readonly Bar[], on: Day) => revoked.map((one) => ({ ...one, until: plusMonths(one.servedOn, 12 * one.years) })).filter(({ until }) => on < until)
