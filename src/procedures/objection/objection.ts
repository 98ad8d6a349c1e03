/** Objection 异议: Article 10(4). Anyone may object to a row on public notice; somebody who did not run the review looks into it. */
import type { Day } from '../../kernel/day.ts'
import { apart, asks, given, type Procedure, type StepFacts } from '../../kernel/procedure.ts'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import { concludedByAnother, extendedOnce, factsConcrete, handlerActs, handlerListed, hostHeard, noticeStands, notTakenYet, replyOverdue, rowListed, textKeepsSecret } from '../../settings/objection-rules.ts'
import { notBy, objectionHandledByAnother, objectionInTime, objectorNamed } from '../../settings/review-rules.ts'
import type { ObjectionCase, ObjectionRole, ObjectionStatus } from './objection.case.ts'
import type { ObjectionCommands } from './objection.commands.ts'

/** What the door looks up for a step. */
export type ObjectionFound = {
  factsChars: number
  notice: { startsOn: Day; endsOn: Day; status: string } | undefined; listed: boolean
  /** Persons of the city who examined, convened, proposed or decided in the case objected to, or ran its panel. */
  involved: string[]
  /** City officers of the name given. */
  officers: { person: string; name: string }[]
  /** Whether the text would tell who objects. */
  named: boolean
}
type Needs = Procedure<ObjectionCase, ObjectionStatus, ObjectionRole, ObjectionCommands, ObjectionFound>
type At<Data = unknown> = StepFacts<ObjectionCase, Data, ObjectionFound>

/** Whether this one person took part; the verdict does not list the others. */
const tookPart = (found: ObjectionFound, person: string) => ({ person, handledBy: found.involved.filter((one) => one === person) })
const anyHand = (at: At) => tookPart(at.found, apart(at, at.found.involved).person)
const notInvolved = given(objectionHandledByAnother, anyHand)
const theHandler = given(handlerActs, ({ case: file, actor }: At) => ({ person: actor.person, handler: file.handler?.person, name: file.handler?.name }))
const assignable = [
  asks(handlerListed, ({ found }: At) => ({ found: found.officers.length })),
  asks(objectionHandledByAnother, ({ found }: At) => tookPart(found, found.officers[0]?.person ?? '')),
]
const keepsSecret = asks(textKeepsSecret, ({ found }: At) => ({ named: found.named }))
const notTheHandler = notBy(({ handler }: ObjectionCase) => [handler?.person])
const heard = given(hostHeard, ({ case: file }: At) => ({ replied: file.reply !== null, unanswered: file.unanswered }))
const byAnother = given(concludedByAnother, anyHand)
/** Stands in a verdict where the name itself must not. */
const sealed = (given: boolean | undefined) => (given ? '（封存）' : undefined)

export const objection: Needs = {
  // 1. Anyone hands it in on the portal, within the period and by name. Who it is lies sealed beside the case.
  file: { says: { zh: '提出异议', en: 'Object' }, by: 'system', from: [], to: 'filed', law: 'Art. 10(4)', seen: 'city',
    requires: [
      given(noticeStands, ({ found }) => ({ status: found.notice?.status })), asks(rowListed, ({ found }) => ({ listed: found.listed })),
      given(objectionInTime, ({ found, today }) => ({ startsOn: found.notice?.startsOn ?? '', endsOn: found.notice?.endsOn ?? '', on: today })),
      asks(objectorNamed, ({ data }) => ({ name: sealed(data.named), contact: sealed(data.reachable) })),
      asks(factsConcrete, ({ data, found }) => ({ characters: [...(data.facts ?? '')].length, least: found.factsChars })),
    ] },
  addEvidence: { says: { zh: '补交证据', en: 'Add evidence' }, by: 'system', from: ['filed'], to: 'filed', law: 'Art. 10(4)', seen: 'city', concurrent: true },

  // 2. An officer who did not run the review takes it on and examines the form; only from then on is the objector known to one person.
  takeOn: { says: { zh: '接办', en: 'Take it on' }, by: 'city.officer', from: ['filed'], to: 'filed', law: 'setting:duty.separation', seen: 'city',
    effects: [{ zh: '由您经办；此后您可以查看异议人，每次查看都记录', en: 'You handle it; you may see who objects, and every look is logged' }],
    requires: [notInvolved, given(notTakenYet, ({ case: file }) => ({ handler: file.handler?.name }))] },
  assign: { says: { zh: '指定经办人', en: 'Assign a handler' }, by: 'city.lead', from: ['filed'], to: 'filed', law: 'setting:duty.separation', seen: 'city', requires: assignable },
  accept: { says: { zh: '受理', en: 'Accept' }, by: 'city.officer', from: ['filed'], to: 'investigating', law: 'setting:objection.acceptDays', within: 'objection.acceptDays', seen: 'city',
    effects: [{ zh: '只有被异议的一项等待，名单其余照常', en: 'Only the row objected to waits; the rest goes on' }], requires: [theHandler, notInvolved] },
  refuseToAccept: { says: { zh: '不予受理', en: 'Refuse to accept' }, by: 'city.officer', from: ['filed'], to: 'notAccepted', law: 'setting:objection.acceptDays', within: 'objection.acceptDays', seen: 'city', signs: true,
    effects: [{ zh: '理由答复异议人，凭回执可见', en: 'The objector reads the reasons with the receipt' }], requires: [theHandler, notInvolved] },

  // 3. The host answers what the handler releases, without learning who objects.
  askReply: { says: { zh: '请依托单位答复', en: 'Ask the host to reply' }, by: 'city.officer', from: ['investigating'], to: 'awaitingReply', law: 'setting:objection.replyDays',
    effects: [{ zh: '依托单位只看到这段文字，看不到异议内容、证据和异议人', en: 'The host sees this text only, not the objection, its evidence or who objects' }], requires: [theHandler, keepsSecret] },
  reply: { says: { zh: '答复', en: 'Reply' }, by: 'host.admin', from: ['awaitingReply'], to: 'investigating', law: 'setting:objection.replyDays', within: 'objection.replyDays', signs: true },
  proceedWithoutReply: { says: { zh: '逾期未答复，继续调查', en: 'Go on without a reply' }, by: 'city.officer', from: ['awaitingReply'], to: 'investigating', law: 'setting:objection.replyDays', seen: 'city',
    requires: [theHandler, given(replyOverdue, ({ case: file, today }) => ({ dueOn: file.asked?.dueOn, on: today }))] },
  addMoreEvidence: { says: { zh: '补交证据', en: 'Add evidence' }, by: 'system', from: ['investigating'], to: 'investigating', law: 'Art. 10(4)', seen: 'city', concurrent: true },
  handOver: { says: { zh: '更换经办人', en: 'Hand over' }, by: 'city.lead', from: ['investigating'], to: 'investigating', law: 'setting:duty.separation', seen: 'city', requires: assignable },
  extend: { says: { zh: '批准延期', en: 'Extend' }, by: 'city.lead', from: ['investigating'], to: 'extended', law: 'setting:objection.extraDays', seen: 'city', signs: true,
    effects: [{ zh: '延长的期限自批准之日起算，只延一次', en: 'The extra days count from today, once' }],
    requires: [notTheHandler, given(extendedOnce, ({ case: file }) => ({ before: file.extension?.on }))] },

  // 4. The handler reports, a lead concludes, the objector is answered.
  report: { says: { zh: '提交核查意见', en: 'Report' }, by: 'city.officer', from: ['investigating', 'extended'], to: 'reported', law: 'setting:objection.investigateDays', within: 'objection.investigateDays', seen: 'city', requires: [theHandler, keepsSecret] },
  sendBack: { says: { zh: '退回补充核查', en: 'Send back' }, by: 'city.lead', from: ['reported'], to: 'investigating', law: 'setting:objection.investigateDays', seen: 'city', requires: [notTheHandler] },
  concludeUpheld: { says: { zh: '异议成立', en: 'Upheld' }, by: 'city.lead', from: ['reported'], to: 'concluded', law: 'Art. 10(4)', signs: true,
    effects: [{ zh: '该项移出名单，回到拟定结果前重新审查', en: 'The row is taken off the list and the case is reviewed again' }], requires: [notTheHandler, heard, byAnother] },
  concludePartly: { says: { zh: '异议部分成立，公示继续', en: 'Partly upheld; the notice goes on' }, by: 'city.lead', from: ['reported'], to: 'concluded', law: 'Art. 10(4)', signs: true,
    effects: [{ zh: '该项不再等待', en: 'The row no longer waits' }], requires: [notTheHandler, heard, byAnother] },
  concludePartlyReview: { says: { zh: '异议部分成立，重新审查', en: 'Partly upheld; review again' }, by: 'city.lead', from: ['reported'], to: 'concluded', law: 'Art. 10(4)', signs: true,
    effects: [{ zh: '该项移出名单，回到拟定结果前重新审查', en: 'The row is taken off the list and the case is reviewed again' }], requires: [notTheHandler, heard, byAnother] },
  concludeNotUpheld: { says: { zh: '异议不成立', en: 'Not upheld' }, by: 'city.lead', from: ['reported'], to: 'concluded', law: 'Art. 10(4)', signs: true,
    effects: [{ zh: '该项不再等待；公示期已满的随即清除', en: 'The row no longer waits; it is cleared at once when the period is over' }], requires: [notTheHandler, byAnother] },
  answer: { says: { zh: '答复异议人', en: 'Answer the objector' }, by: 'city.officer', from: ['concluded'], to: 'answered', law: 'Art. 10(4)', seen: 'city', signs: true, requires: [theHandler] },

  withdraw: { says: { zh: '撤回异议', en: 'Withdraw' }, by: 'system', from: ['filed', 'investigating', 'awaitingReply', 'extended', 'reported'], to: 'withdrawn', law: 'Art. 10(4)', seen: 'city' },
}

export const objectionWords: Words = { zh: '异议', en: 'Objection' }
export const objectionLaw: Basis[] = ['Art. 10(4)']
export const objectionStages: Words[] = [{ zh: '提出', en: 'Filed' }, { zh: '调查', en: 'Investigation' }, { zh: '结论', en: 'Conclusion' }, { zh: '答复', en: 'Answered' }]
export const objectionStatuses = {
  filed: { words: { zh: '待受理', en: 'Filed' }, family: 'go', stage: 0, awaits: { role: 'city.officer', asks: { zh: '接办，审查是否受理', en: 'Take it on and examine it' }, steps: ['takeOn', 'accept', 'refuseToAccept'], within: 'objection.acceptDays', clock: 'authority' } },
  notAccepted: { words: { zh: '不予受理', en: 'Not accepted' }, family: 'no', stage: null },
  investigating: { words: { zh: '调查中', en: 'Under investigation' }, family: 'go', stage: 1, awaits: { role: 'city.officer', asks: { zh: '调查，提交核查意见', en: 'Investigate and report' }, steps: ['report'], within: 'objection.investigateDays', clock: 'authority' } },
  awaitingReply: { words: { zh: '待依托单位答复', en: 'Awaiting the reply' }, family: 'back', stage: 1, awaits: { role: 'host.admin', asks: { zh: '答复所问事项', en: 'Reply to what is asked' }, steps: ['reply'], within: 'objection.replyDays', clock: 'applicant' } },
  extended: { words: { zh: '延期调查中', en: 'Under extended investigation' }, family: 'go', stage: 1, awaits: { role: 'city.officer', asks: { zh: '调查，提交核查意见', en: 'Investigate and report' }, steps: ['report'], within: 'objection.extraDays', clock: 'authority' } },
  reported: { words: { zh: '待结论', en: 'Awaiting the conclusion' }, family: 'judge', stage: 2, awaits: { role: 'city.lead', asks: { zh: '签署结论', en: 'Sign the conclusion' }, steps: ['concludeUpheld', 'concludePartly', 'concludePartlyReview', 'concludeNotUpheld'], clock: 'authority' } },
  concluded: { words: { zh: '已有结论，待答复', en: 'Concluded, to be answered' }, family: 'go', stage: 2, awaits: { role: 'city.officer', asks: { zh: '答复异议人', en: 'Answer the objector' }, steps: ['answer'], clock: 'authority' } },
  answered: { words: { zh: '已答复', en: 'Answered' }, family: 'ok', stage: 3 },
  withdrawn: { words: { zh: '已撤回', en: 'Withdrawn' }, family: 'void', stage: null },
} as const satisfies Record<ObjectionStatus, unknown>
