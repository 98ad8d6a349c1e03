/** Rules of handling an objection: the text only says 公示, settings carry the rest. */
import type { Day } from '../kernel/day.ts'
import { rule } from '../kernel/rule.ts'
import { objectionHandledByAnother } from './review-rules.ts'

export const factsConcrete = rule({
  id: 'factsConcrete', law: 'setting:objection.factsChars', modality: 'must',
  says: { zh: '写明事实与理由', en: 'Facts and reasons are given.' },
  holds: ({ characters, least }: { characters: number; least: number }) => characters >= least,
  otherwise: ({ characters, least }) => ({ zh: `事实与理由 ${characters} 字，至少 ${least} 字。`, en: `Facts and reasons have ${characters} characters; at least ${least} are needed.` }),
})

/** A notice that was corrected is gone; what replaces it has its own period. */
export const noticeStands = rule({
  id: 'noticeStands', law: 'setting:publicity.correction', modality: 'must',
  says: { zh: '公示没有终止', en: 'The notice stands.' },
  holds: ({ status }: { status: string | undefined }) => status === 'published' || status === 'closed',
  otherwise: () => ({ zh: '该公示已终止，请看更正后的公示。', en: 'This notice was terminated; see the corrected one.' }),
})

export const rowListed = rule({
  id: 'rowListed', law: 'Art. 10(4)', modality: 'must',
  says: { zh: '异议对象在公示名单中', en: 'The object is a row of the list.' },
  holds: ({ listed }: { listed: boolean }) => listed,
  otherwise: () => ({ zh: '名单中没有这一项。', en: 'There is no such row in the list.' }),
})

export const notTakenYet = rule({
  id: 'notTakenYet', law: 'setting:duty.separation', modality: 'must',
  says: { zh: '尚无经办人', en: 'Nobody handles it yet.' },
  holds: ({ handler }: { handler: string | undefined }) => handler === undefined,
  otherwise: ({ handler }) => ({ zh: `已由${handler}经办；更换由负责人指定。`, en: `${handler} handles it; a lead may assign another.` }),
})

/** Only the handler has seen who objects; nobody else moves the case. */
export const handlerActs = rule({
  id: 'handlerActs', law: 'setting:duty.separation', modality: 'must',
  says: { zh: '由经办人办理', en: 'The handler acts.' },
  holds: ({ person, handler }: { person: string; handler: string | undefined; name: string | undefined }) => person === handler,
  otherwise: ({ name }) => name ? { zh: `本件由${name}经办。`, en: `${name} handles this objection.` } : { zh: '先由未经办评审的人员接办。', en: 'Somebody who did not run the review takes it on first.' },
})

export const handlerListed = rule({
  id: 'handlerListed', law: 'setting:duty.separation', modality: 'must',
  says: { zh: '指定的人是市局现任经办人', en: 'The person assigned is a city officer now.' },
  holds: ({ found }: { found: number }) => found === 1,
  otherwise: ({ found }) => found === 0 ? { zh: '市局经办人中没有此人。', en: 'No city officer has this name.' } : { zh: '有同名的经办人，请写账号编号。', en: 'Several officers have this name; give the id.' },
})

export const textKeepsSecret = rule({
  id: 'textKeepsSecret', law: 'setting:objection.realName', modality: 'must',
  says: { zh: '告知他人的文字不含异议人姓名和联系方式', en: 'What others will read does not name the objector.' },
  holds: ({ named }: { named: boolean }) => !named,
  otherwise: () => ({ zh: '文字里有异议人的姓名（单位）或联系方式，请删去。', en: 'The text holds the name or contact of the objector; take it out.' }),
})

/** The day the reply is due still belongs to the host. */
export const replyOverdue = rule({
  id: 'replyOverdue', law: 'setting:objection.replyDays', modality: 'must',
  says: { zh: '答复期限已过', en: 'The time for the reply is over.' },
  holds: ({ dueOn, on }: { dueOn: Day | undefined; on: Day }) => (dueOn === undefined ? undefined : on > dueOn),
  otherwise: ({ dueOn }) => dueOn === undefined ? { zh: '还没有要求答复。', en: 'No reply was asked for.' } : { zh: `答复期限到 ${dueOn}，次日起可以继续。`, en: `The reply is due on ${dueOn}; go on from the day after.` },
})

export const extendedOnce = rule({
  id: 'extendedOnce', law: 'setting:objection.extraDays', modality: 'must',
  says: { zh: '只延期一次', en: 'It is extended once.' },
  holds: ({ before }: { before: Day | undefined }) => before === undefined,
  otherwise: ({ before }) => ({ zh: `${before} 已延期一次。`, en: `It was extended on ${before}.` }),
})

/** Nothing is decided against a host that was not asked. */
export const hostHeard = rule({
  id: 'hostHeard', law: 'setting:objection.replyDays', modality: 'must',
  says: { zh: '已听取依托单位答复，或期限已过', en: 'The host has replied, or its time is over.' },
  holds: ({ replied, unanswered }: { replied: boolean; unanswered: boolean }) => replied || unanswered,
  otherwise: () => ({ zh: '还没有请依托单位答复，不能认定异议成立。', en: 'The host was not asked; the objection cannot be upheld yet.' }),
})

/** A bureau has few leads: who decided the case before may sign with a written reason. */
export const concludedByAnother = rule({
  ...objectionHandledByAnother, id: 'concludedByAnother', modality: 'usually',
  says: { zh: '结论由未参与原决定的负责人签署', en: 'The conclusion is signed by a lead who did not decide the case.' },
  otherwise: () => ({ zh: '您参与了原审查或决定。宜由其他负责人签署；由您签署的，请写明理由。', en: 'You took part in the review or decision. Another lead should sign; give a reason if you do.' }),
})
