/** What a base should show in operation: the articles that say so, and settings where they leave the measure open. */
import type { Day } from '../kernel/day.ts'
import { plusMonths } from '../kernel/day.ts'
import { rule } from '../kernel/rule.ts'

/** An even committee ties; a small one is no committee. */
export const committeeSized = rule({
  id: 'committeeSized', law: 'setting:committee.minMembers', modality: 'usually',
  says: { zh: '管理委员会人数适当、为单数', en: 'The management committee is of a fitting, odd size.' },
  holds: ({ members, least, most }: { members: number; least: number; most: number }) => (members === 0 ? undefined : members >= least && members <= most && members % 2 === 1),
  otherwise: ({ members, least, most }) => members === 0
    ? { zh: '未列管理委员会成员。', en: 'No member of the committee is listed.' }
    : { zh: `管理委员会 ${members} 人，一般为 ${least} 至 ${most} 人、单数。`, en: `The committee has ${members} members; ${least} to ${most} and an odd number is usual.` },
})

/** Of a base that has not run for a year nothing is known yet. */
export const committeeMeets = rule({
  id: 'committeeMeets', law: 'setting:committee.meetings', modality: 'must',
  says: { zh: '管理委员会一年内按规定次数开会，有纪要', en: 'The committee met often enough within a year, with minutes.' },
  holds: ({ meetings, least, recognisedOn, on }: { meetings: number; least: number; recognisedOn: Day; on: Day }) => (meetings >= least ? true : plusMonths(recognisedOn, 12) > on ? undefined : false),
  otherwise: ({ meetings, least }) => ({ zh: `近十二个月管理委员会会议 ${meetings} 次，应不少于 ${least} 次。`, en: `The committee met ${meetings} time(s) within twelve months; at least ${least} are expected.` }),
})

export const yearlyStatementThere = rule({
  id: 'yearlyStatementThere', law: 'setting:accounts.statementBy', modality: 'must',
  says: { zh: '上年度收支和专项报表已登记', en: 'Revenue, expenditure and statement of last year are entered.' },
  holds: ({ year, since, entered, evidence, due }: { year: number; since: number; entered: boolean; evidence: boolean; due: boolean }) => (entered && evidence ? true : since > year || !due ? undefined : false),
  otherwise: ({ year, entered }) => entered
    ? { zh: `${year} 年度收支未附专项报表。`, en: `The accounts of ${year} are entered without their statement.` }
    : { zh: `未登记 ${year} 年度收支。`, en: `The accounts of ${year} are not entered.` },
})

/** A term that has run out leaves the base without the one the article makes responsible. */
export const directorInTerm = rule({
  id: 'directorInTerm', law: 'Art. 14', modality: 'must',
  says: { zh: '主任在任期内', en: 'The director is within the term.' },
  holds: ({ to, on }: { to: Day | undefined; on: Day }) => (to === undefined ? undefined : on <= to),
  otherwise: ({ to }) => to === undefined ? { zh: '没有在任主任。', en: 'There is no director in office.' } : { zh: `主任任期已于 ${to} 届满，请选聘并报备。`, en: `The director's term ended on ${to}; appoint and file.` },
})

export const agreementInForce = rule({
  id: 'agreementInForce', law: 'Art. 8', modality: 'must',
  says: { zh: '联合组建的，合作协议在有效期内', en: 'The agreement of a joint base is in force.' },
  holds: ({ joint, listed, to, on }: { joint: boolean; listed: boolean; to: Day | undefined; on: Day }) => !joint || (listed ? (to === undefined ? true : on <= to) : false),
  otherwise: ({ listed, to }) => listed ? { zh: `合作协议已于 ${to} 到期。`, en: `The agreement ended on ${to}.` } : { zh: '未登记合作协议。', en: 'No agreement is entered.' },
})

type Expired = { readonly expired: readonly { readonly title: string; readonly to: Day }[] }
const list = (expired: Expired['expired'], zh: boolean) => expired.slice(0, 5).map(({ title, to }) => `${title}${zh ? '（' : ' ('}${to}${zh ? '）' : ')'}`).join(zh ? '、' : ', ')

export const premisesHeld = rule({
  id: 'premisesHeld', law: 'Art. 8(3)', modality: 'must',
  says: { zh: '有场地，租期（使用期）未过', en: 'The premises are held, no lease has run out.' },
  holds: ({ sites, expired }: Expired & { sites: number }) => sites > 0 && expired.length === 0,
  otherwise: ({ sites, expired }) => sites === 0 ? { zh: '未登记场地。', en: 'No site is entered.' } : { zh: `租期（使用期）已过：${list(expired, true)}。`, en: `Run out: ${list(expired, false)}.` },
})

export const permitsInForce = rule({
  id: 'permitsInForce', law: 'Art. 8(2)', modality: 'must',
  says: { zh: '安全、环保、保密等证照手续在有效期内', en: 'Safety, environmental and confidentiality papers are in force.' },
  holds: ({ expired }: Expired) => expired.length === 0,
  otherwise: ({ expired }) => ({ zh: `已过有效期：${list(expired, true)}。`, en: `Expired: ${list(expired, false)}.` }),
})

export const dutyPapersThere = rule({
  id: 'dutyPapersThere', law: 'Art. 8(2)', modality: 'must',
  says: { zh: '环保、消防手续已登记；涉化工的另有安全评价和应急预案', en: 'Environmental and fire papers are entered; where chemicals are involved, safety assessment and emergency plan too.' },
  holds: ({ missing }: { missing: readonly { zh: string; en: string }[] }) => missing.length === 0,
  otherwise: ({ missing }) => ({ zh: `未登记：${missing.map(({ zh }) => zh).join('、')}。`, en: `Not entered: ${missing.map(({ en }) => en).join(', ')}.` }),
})

export const hazardsInTime = rule({
  id: 'hazardsInTime', law: 'setting:commission.hazardMonths', modality: 'must',
  says: { zh: '危化类中试项目在规定期限内，期满的已拆除或封存', en: 'Hazardous pilots run within their period; those that ended are dismantled or sealed.' },
  holds: ({ over, long }: { over: readonly string[]; long: readonly string[]; months: number; extra: number }) => over.length + long.length === 0,
  otherwise: ({ over, long, months, extra }) => ({
    zh: [...(over.length > 0 ? [`期满未登记结束：${over.join('、')}`] : []), ...(long.length > 0 ? [`期限超过 ${months} 个月（延期一次 ${extra} 个月）：${long.join('、')}`] : [])].join('；'),
    en: [...(over.length > 0 ? [`ended and not closed: ${over.join(', ')}`] : []), ...(long.length > 0 ? [`longer than ${months} months (extended once, ${extra}): ${long.join(', ')}`] : [])].join('; '),
  }),
})

export const commitmentsKept = rule({
  id: 'commitmentsKept', law: 'Art. 8(1)', modality: 'must',
  says: { zh: '承诺事项按期兑现', en: 'What was promised is kept in time.' },
  holds: ({ expired }: Expired) => expired.length === 0,
  otherwise: ({ expired }) => ({ zh: `已过应完成日期：${list(expired, true)}。`, en: `Past their day: ${list(expired, false)}.` }),
})

export const openToOthers = rule({
  id: 'openToOthers', law: 'Art. 4(2)', modality: 'must',
  says: { zh: '面向社会开放服务', en: 'The base serves others.' },
  holds: ({ openService }: { openService: 'open' | 'paused' }) => openService === 'open',
  otherwise: () => ({ zh: '已停止对外服务。', en: 'Service to others is paused.' }),
})

export const clientsServed = rule({
  id: 'clientsServed', law: 'setting:service.minClients', modality: 'usually',
  says: { zh: '近一年服务的外部单位达到参考数', en: 'Enough outside clients were served within a year.' },
  holds: ({ clients, least, recognisedOn, on }: { clients: number; least: number; recognisedOn: Day; on: Day }) => (clients >= least ? true : plusMonths(recognisedOn, 12) > on ? undefined : false),
  otherwise: ({ clients, least }) => ({ zh: `近十二个月服务外部单位 ${clients} 家（不含关联方），参考数 ${least} 家。`, en: `${clients} outside client(s) within twelve months, related parties left out; the reference is ${least}.` }),
})
