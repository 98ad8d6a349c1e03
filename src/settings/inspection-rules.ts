/** Rules of inspection and rectification: the text gives the power (Arts. 6(4), 7(3)) and the host's duty (Art. 8), settings carry the periods. */
import { type Day, plusMonths } from '../kernel/day.ts'
import { rule } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'
import { type InspectionAnswer, inspectionItemOf } from './inspection-2026.ts'

/** An item as it was found; `note` trimmed. */
export type ItemFound = { readonly item: string; readonly answer: InspectionAnswer; readonly note: string }

const named = (ids: readonly string[], language: 'zh' | 'en') =>
  ids.map((id) => `${id} ${inspectionItemOf(id)?.words[language] ?? ''}`.trim()).join(language === 'zh' ? '；' : '; ')

export const baseInRegister = rule({
  id: 'baseInRegister', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '检查对象是在册的中试基地', en: 'The base is in the register and stands.' },
  holds: ({ status }: { status: string | undefined }) => status !== undefined && status !== 'revoked' && status !== 'left',
  otherwise: ({ status }) => status === undefined ? { zh: '没有找到这个基地，或不在您的管理范围。', en: 'There is no such base, or it is not yours to inspect.' } : { zh: '该基地已撤销或已退出。', en: 'The base is revoked or has left.' },
})

/** One base, one inspection at a time of the same side; two lists would contradict each other. */
export const notUnderInspection = rule({
  id: 'notUnderInspection', law: 'Art. 7(3)', modality: 'usually',
  says: { zh: '该基地没有正在进行的检查', en: 'The base is not under inspection already.' },
  holds: ({ open }: { open: readonly string[] }) => open.length === 0,
  otherwise: ({ open }) => ({ zh: `已有检查在办：${open.join('、')}。另行检查请写明理由。`, en: `Already under way: ${open.join(', ')}. Give the reason for another.` }),
})

export const noticeInTime = rule({
  id: 'noticeInTime', law: 'setting:inspection.noticeDays', modality: 'usually',
  says: { zh: '提前告知检查日期', en: 'The day of the inspection is told in time.' },
  holds: ({ days, least }: { days: number; least: number }) => days >= least,
  otherwise: ({ days, least }) => ({ zh: `距检查日 ${Math.max(0, days)} 个工作日，应提前 ${least} 个工作日告知；确需提前的写明理由。`, en: `${Math.max(0, days)} working days ahead; ${least} are due. Give the reason if it has to be sooner.` }),
})

export const inspectedOnTheDay = rule({
  id: 'inspectedOnTheDay', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '检查日期不晚于今天', en: 'The inspection has taken place.' },
  holds: ({ inspectedOn, on }: { inspectedOn: Day; on: Day }) => inspectedOn <= on,
  otherwise: ({ inspectedOn }) => ({ zh: `检查日期 ${inspectedOn} 还没有到。`, en: `${inspectedOn} has not come yet.` }),
})

export const inspectorsEnough = rule({
  id: 'inspectorsEnough', law: 'setting:inspection.groupSize', modality: 'must',
  says: { zh: '检查人员足数', en: 'There are enough inspectors.' },
  holds: ({ members, least }: { members: number; least: number }) => members >= least,
  otherwise: ({ members, least }) => ({ zh: `检查人员 ${members} 人，应不少于 ${least} 人。`, en: `${members} inspector(s); ${least} are needed.` }),
})

/** What two people saw is signed by both. */
export const everyInspectorSigned = rule({
  id: 'everyInspectorSigned', law: 'setting:inspection.groupSize', modality: 'must',
  says: { zh: '检查人员全部签字', en: 'Every inspector has signed.' },
  holds: ({ inspectors, signed }: { inspectors: readonly string[]; signed: readonly string[] }) => inspectors.every((name) => signed.includes(name)),
  otherwise: ({ inspectors, signed }) => { const open = inspectors.filter((name) => !signed.includes(name)); return { zh: `尚未签字：${open.join('、')}。`, en: `Not signed yet: ${open.join(', ')}.` } },
})

export const obstructionEvidenced = rule({
  id: 'obstructionEvidenced', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '证据已上传到本件', en: 'The evidence was uploaded to this case.' },
  holds: ({ strangers }: { strangers: readonly string[] }) => strangers.length === 0,
  otherwise: ({ strangers }) => ({ zh: `有 ${strangers.length} 份证据不在本件中，请重新上传。`, en: `${strangers.length} piece(s) of evidence are none of this case; upload them again.` }),
})

export const everyItemInspected = rule({
  id: 'everyItemInspected', law: 'setting:inspection.checklist', modality: 'must',
  says: { zh: '逐项检查，没有遗漏', en: 'Every item of the list is answered.' },
  holds: ({ asked, answered }: { asked: readonly string[]; answered: readonly string[] }) => asked.every((id) => answered.includes(id)) && answered.every((id, at) => asked.includes(id) && answered.indexOf(id) === at),
  otherwise: ({ asked, answered }) => {
    const open = asked.filter((id) => !answered.includes(id))
    return open.length > 0 ? { zh: `还有 ${open.length} 项没有检查：${named(open, 'zh')}。`, en: `${open.length} item(s) not answered: ${named(open, 'en')}.` }
      : { zh: '有不在检查内容中的或重复的项目。', en: 'An item is not of the list, or stands twice.' }
  },
})

export const doubtsExplained = rule({
  id: 'doubtsExplained', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '不完全符合的写明情况', en: 'What does not fully meet is described.' },
  holds: ({ items }: { items: readonly ItemFound[] }) => unexplained(items).length === 0,
  otherwise: ({ items }) => ({ zh: `请写明情况：${named(unexplained(items), 'zh')}。`, en: `Describe what was found: ${named(unexplained(items), 'en')}.` }),
})
const unexplained = (items: readonly ItemFound[]) => items.filter(({ answer, note }) => (answer === 'partly' || answer === 'fails') && note === '').map(({ item }) => item)

/** What the register itself shows as missing is put before the inspector, who confirms it or says what was found instead. */
export const registerFindingsAnswered = rule({
  id: 'registerFindingsAnswered', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '登记中已显示的问题逐项确认或说明', en: 'What the register shows as missing is confirmed or answered.' },
  holds: ({ shown, items }: { shown: readonly { item: string; because: Words }[]; items: readonly ItemFound[] }) => unanswered(shown, items).length === 0,
  otherwise: ({ shown, items }) => {
    const open = unanswered(shown, items)
    return { zh: `登记显示与检查结论不同，请写明现场情况：${open.map(({ item, because }) => `${item} ${because.zh}`).join('')}`, en: `The register says otherwise; describe what was found: ${open.map(({ item, because }) => `${item} ${because.en}`).join(' ')}` }
  },
})
const unanswered = (shown: readonly { item: string; because: Words }[], items: readonly ItemFound[]) =>
  shown.filter(({ item }) => items.some((found) => found.item === item && (found.answer === 'meets' || found.answer === 'notApplicable') && found.note === ''))

export const nothingFails = rule({
  id: 'nothingFails', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '没有不符合的项目', en: 'No item fails.' },
  holds: ({ fails }: { fails: readonly string[] }) => fails.length === 0,
  otherwise: ({ fails }) => ({ zh: `不符合 ${fails.length} 项，须责令整改：${named(fails, 'zh')}。`, en: `${fails.length} item(s) fail and have to be rectified: ${named(fails, 'en')}.` }),
})

export const partlySettled = rule({
  id: 'partlySettled', law: 'Art. 7(3)', modality: 'usually',
  says: { zh: '基本符合的项目已当场改正或不需整改', en: 'What largely meets was put right on the spot or needs nothing.' },
  holds: ({ partly }: { partly: readonly string[] }) => partly.length === 0,
  otherwise: ({ partly }) => ({ zh: `基本符合 ${partly.length} 项：${named(partly, 'zh')}。不要求整改的写明理由。`, en: `${partly.length} item(s) largely meet: ${named(partly, 'en')}. Give the reason for asking nothing.` }),
})

export const everyFailureDemanded = rule({
  id: 'everyFailureDemanded', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '不符合的项目都列入整改', en: 'Every failing item is to be rectified.' },
  holds: ({ fails, demanded }: { fails: readonly string[]; demanded: readonly string[] }) => fails.every((id) => demanded.includes(id)),
  otherwise: ({ fails, demanded }) => { const open = fails.filter((id) => !demanded.includes(id)); return { zh: `未列入整改：${named(open, 'zh')}。`, en: `Not among the demands: ${named(open, 'en')}.` } },
})

export const demandsRestOnItems = rule({
  id: 'demandsRestOnItems', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '整改事项各对应一个检查出的问题，各列一次', en: 'Every demand rests on an item found wanting, once.' },
  holds: ({ found, demanded }: { found: readonly string[]; demanded: readonly string[] }) => demanded.every((id, at) => found.includes(id) && demanded.indexOf(id) === at),
  otherwise: ({ found, demanded }) => { const others = demanded.filter((id, at) => !found.includes(id) || demanded.indexOf(id) !== at); return { zh: `检查未发现问题或重复列入：${named(others, 'zh')}。`, en: `Not found wanting, or listed twice: ${named(others, 'en')}.` } },
})

/** `from`: the day the period begins: of the order, or of the new term the city sets after an escalation (decision 0097). */
export const dueWithinMost = rule({
  id: 'dueWithinMost', law: 'setting:rectification.months', modality: 'must',
  says: { zh: '整改期限在今天之后，不超过最长期限', en: 'Due days lie after today and within the longest period.' },
  holds: ({ days, from, on, months }: { days: readonly Day[]; from: Day; on: Day; months: number }) => days.every((day) => day > on && day <= plusMonths(from, months)),
  otherwise: ({ days, from, on, months }) => {
    const past = days.filter((day) => day <= on)
    return past.length > 0 ? { zh: `期限 ${past.join('、')} 不在今天之后。`, en: `${past.join(', ')} does not lie after today.` }
      : { zh: `最长整改期限 ${months} 个月，即 ${plusMonths(from, months)}。`, en: `At most ${months} months: until ${plusMonths(from, months)}.` }
  },
})

export const demandsListed = rule({
  id: 'demandsListed', law: 'Art. 8(1)', modality: 'must',
  says: { zh: '所答是尚未完成的整改事项，各答一次', en: 'What is answered are open demands, each once.' },
  holds: ({ open, answered }: { open: readonly string[]; answered: readonly string[] }) => answered.length > 0 && answered.every((id, at) => open.includes(id) && answered.indexOf(id) === at),
  otherwise: ({ open, answered }) => { const others = answered.filter((id, at) => !open.includes(id) || answered.indexOf(id) !== at); return { zh: others.length > 0 ? `不在待整改事项中或重复：${named(others, 'zh')}。` : `待整改：${named(open, 'zh')}。`, en: others.length > 0 ? `Not open, or twice: ${named(others, 'en')}.` : `Open: ${named(open, 'en')}.` } },
})

export const everyReportChecked = rule({
  id: 'everyReportChecked', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '报告的整改事项已逐项核查', en: 'Every reported item is verified one by one.' },
  holds: ({ unchecked }: { unchecked: readonly string[] }) => unchecked.length === 0,
  otherwise: ({ unchecked }) => ({ zh: `尚未核查：${named(unchecked, 'zh')}。`, en: `Not yet verified: ${named(unchecked, 'en')}.` }),
})

export const refusalsExplained = rule({
  id: 'refusalsExplained', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '未整改到位的写明情况', en: 'What is not rectified is described.' },
  holds: ({ unexplained }: { unexplained: readonly string[] }) => unexplained.length === 0,
  otherwise: ({ unexplained: open }) => ({ zh: `请写明未到位的情况：${named(open, 'zh')}。`, en: `Describe what is missing: ${named(open, 'en')}.` }),
})

export const allRectified = rule({
  id: 'allRectified', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '整改事项全部到位', en: 'Everything is rectified.' },
  holds: ({ open }: { open: readonly string[] }) => open.length === 0,
  otherwise: ({ open }) => ({ zh: `未到位 ${open.length} 项：${named(open, 'zh')}。`, en: `${open.length} not rectified: ${named(open, 'en')}.` }),
})

export const somethingOpen = rule({
  id: 'somethingOpen', law: 'Art. 7(3)', modality: 'must',
  says: { zh: '还有未整改到位的事项', en: 'Something is not rectified yet.' },
  holds: ({ open }: { open: readonly string[] }) => open.length > 0,
  otherwise: () => ({ zh: '整改事项已全部到位，应予办结。', en: 'Everything is rectified; the case is to be closed.' }),
})

export const escalatedForCause = rule({
  id: 'escalatedForCause', law: 'Art. 6(4)', modality: 'usually',
  says: { zh: '整改逾期，或曾退回仍不到位', en: 'The rectification is overdue, or was sent back before.' },
  holds: ({ dueOn, returns, on }: { dueOn: Day | undefined; returns: number; on: Day }) => returns > 0 || (dueOn !== undefined && dueOn < on),
  otherwise: ({ dueOn }) => ({ zh: `整改期限 ${dueOn ?? '—'} 未到，也未退回过。提请市科技局处理的写明理由。`, en: `Due ${dueOn ?? '—'} and not sent back yet. Give the reason for escalating.` }),
})

export const rectificationLate = rule({
  id: 'rectificationLate', law: 'setting:inspection.escalateDays', modality: 'must',
  says: { zh: '整改逾期超过规定工作日', en: 'The rectification is late beyond the days allowed.' },
  holds: ({ dueOn, late, most }: { dueOn: Day | undefined; late: number; most: number }) => dueOn !== undefined && late > most,
  otherwise: ({ dueOn, late, most }) => ({ zh: `期限 ${dueOn ?? '—'}，逾期 ${Math.max(0, late)} 个工作日，超过 ${most} 个工作日方可提级。`, en: `Due ${dueOn ?? '—'}, ${Math.max(0, late)} working days late; escalates after ${most}.` }),
})

/** A rectification is the county's until it is escalated; the city's own has nobody above it. */
export const ofTheCounty = rule({
  id: 'ofTheCounty', law: 'Art. 6(4)', modality: 'must',
  says: { zh: '由区县办理的检查', en: 'The inspection is with the county.' },
  holds: ({ level }: { level: 'county' | 'city' }) => level === 'county',
  otherwise: () => ({ zh: '本件已由市科技局办理。', en: 'The case is with the city already.' }),
})

export const baseHasGone = rule({
  id: 'baseHasGone', law: 'Art. 6(3)', modality: 'must',
  says: { zh: '基地已撤销或已退出', en: 'The base is revoked or has left.' },
  holds: ({ status }: { status: string | undefined }) => status === 'revoked' || status === 'left',
  otherwise: () => ({ zh: '基地仍在册。', en: 'The base still stands.' }),
})
