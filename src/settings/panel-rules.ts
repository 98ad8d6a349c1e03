/** What a panel and its draw are asked where the text is silent: who may sit, who stands back, when a result may be formed. */
import { rule } from '../kernel/rule.ts'
import type { Words } from '../kernel/words.ts'

const told = (paths: readonly Words[], language: 'zh' | 'en') => paths.map((path) => path[language]).join(language === 'zh' ? '；' : '; ')

/** `running`: numbers of applications, each with the panel that reviews it already. */
export const notBeforeAnotherPanel = rule({
  id: 'notBeforeAnotherPanel', law: 'setting:panel.oneAtATime', modality: 'must',
  says: { zh: '所列申报不在其他进行中的评审组', en: 'No application is before another running panel.' },
  holds: ({ running }: { running: readonly { number: string; panel: string }[] }) => running.length === 0,
  otherwise: ({ running }) => ({
    zh: `${running.map(({ number, panel }) => `${number} 正由 ${panel} 评审`).join('；')}。`,
    en: `${running.map(({ number, panel }) => `${number} is before ${panel}`).join('; ')}.`,
  }),
})

/** `batches`: of the regular applications; a special one belongs to none. */
export const reviewedByBatch = rule({
  id: 'reviewedByBatch', law: 'Art. 11', modality: 'must',
  says: { zh: '集中评审：常规申报按批次一并评审，一事一议单独论证', en: 'Regular applications are reviewed with their batch, a special one alone.' },
  holds: ({ batches, special, cases }: { batches: readonly string[]; special: number; cases: number }) => (special === 0 ? batches.length <= 1 : special === 1 && cases === 1),
  otherwise: ({ special }) => special === 0
    ? { zh: '所列申报不属于同一评审批次。', en: 'The applications are not of one batch.' }
    : { zh: '一事一议单独论证：一个论证组只评一件，不与其他申报同组。', en: 'On the special track an application has a panel of its own, with no other before it.' },
})

export const designatedNotYet = rule({
  id: 'designatedNotYet', law: 'setting:panel.designatedShare', modality: 'must',
  says: { zh: '该专家尚未被指定', en: 'The expert is not designated yet.' },
  holds: ({ designated }: { designated: boolean }) => !designated,
  otherwise: () => ({ zh: '该专家已在指定名单中。', en: 'This expert is among those designated already.' }),
})

export const designationWaits = rule({
  id: 'designationWaits', law: 'setting:panel.designatedShare', modality: 'must',
  says: { zh: '有待批准的指定', en: 'A designation waits for approval.' },
  holds: ({ waiting }: { waiting: boolean }) => waiting,
  otherwise: () => ({ zh: '没有待批准的指定。', en: 'No such designation waits for approval.' }),
})

/** `paths`: how each ground was found. Whoever is excluded is not seated by any way. */
export const mayBeSeated = rule({
  id: 'mayBeSeated', law: 'setting:conflict.scope', modality: 'must',
  says: { zh: '所指专家不应回避、不在停用名单', en: 'The expert is not excluded from this panel.' },
  holds: ({ because }: { name: string; because: 'unavailable' | 'barred' | 'conflict' | 'rotation' | undefined; paths: readonly Words[] }) => because === undefined,
  otherwise: ({ name, because, paths }) => because === 'conflict'
    ? { zh: `${name} 应当回避：${told(paths, 'zh')}。`, en: `${name} stands back: ${told(paths, 'en')}.` }
    : { zh: `${name} ${because === 'barred' ? '不得参加评审' : '现在不能参加评审'}${paths.length > 0 ? `：${told(paths, 'zh')}` : ''}。`, en: `${name} ${because === 'barred' ? 'may not sit' : 'cannot sit now'}${paths.length > 0 ? `: ${told(paths, 'en')}` : ''}.` },
})

export const drawPossible = rule({
  id: 'drawPossible', law: 'setting:panel.draw', modality: 'must',
  says: { zh: '专家池能抽出合乎规则的评审组', en: 'The pool can give a panel that meets the rules.' },
  holds: ({ faults }: { faults: readonly Words[] }) => faults.length === 0,
  otherwise: ({ faults }) => ({ zh: faults.map(({ zh }) => zh).join(''), en: faults.map(({ en }) => en).join(' ') }),
})

export const drawFindsPanel = rule({
  id: 'drawFindsPanel', law: 'setting:panel.drawAttempts', modality: 'must',
  says: { zh: '抽取得出合乎规则的评审组', en: 'The draw gives a panel.' },
  holds: ({ found }: { found: boolean | undefined; attempts: number }) => found,
  otherwise: ({ attempts }) => ({ zh: `洗牌 ${attempts} 次，没有一次合乎规则。规则不自动放宽；请说明理由重新抽取。`, en: `${attempts} tries gave no panel within the rules. None is relaxed by itself: draw again, with the reason.` }),
})

/** `knownBy`: how the conflict came to be known; the path is for the authority, not for whoever stands back. */
export const standsClear = rule({
  id: 'standsClear', law: 'setting:conflict.scope', modality: 'must',
  says: { zh: '对该申报没有应回避的情形', en: 'No conflict with the application is known.' },
  holds: ({ knownBy }: { knownBy: 'draw' | 'declared' | 'officer' | 'system' | undefined }) => knownBy === undefined,
  otherwise: ({ knownBy }) => knownBy === 'declared'
    ? { zh: '您已申明与该申报有利害关系，应当回避。', en: 'You declared a conflict with this application and stand back.' }
    : { zh: '经核查，您与该申报存在应当回避的情形，不参加这件申报的评审。', en: 'You stand back from this application: a conflict was found.' },
})

export const reserveLeft = rule({
  id: 'reserveLeft', law: 'setting:panel.reserves', modality: 'must',
  says: { zh: '有按顺序可递补的候补专家', en: 'A reserve is left to be called.' },
  holds: ({ next }: { next: string | undefined }) => next !== undefined,
  otherwise: () => ({ zh: '该席位没有合乎规则的候补。其余专家继续评审；有效份数不足时，终止后重新组织。', en: 'No reserve of this seat is within the rules. The others go on; with too few sheets, dissolve and convene anew.' }),
})

export const conflictNotYetKnown = rule({
  id: 'conflictNotYetKnown', law: 'setting:conflict.late', modality: 'must',
  says: { zh: '该回避情形尚未记录', en: 'The conflict is not on record yet.' },
  holds: ({ known }: { known: boolean }) => !known,
  otherwise: () => ({ zh: '该专家对这件申报的回避已有记录。', en: 'This expert stands back from the application already.' }),
})

export const farFromMedian = rule({
  id: 'farFromMedian', law: 'setting:score.alarm', modality: 'must',
  says: { zh: '您对该申报的评分与中位数相差过大', en: 'Your score of the application lies far from the median.' },
  holds: ({ alarmed }: { alarmed: boolean }) => alarmed,
  otherwise: () => ({ zh: '您对该申报的评分没有离散提示，无须说明。', en: 'There is no alarm on your score; nothing has to be explained.' }),
})

/** `open`: outlying scores neither explained nor discussed. */
export const outliersSettled = rule({
  id: 'outliersSettled', law: 'setting:score.alarm', modality: 'must',
  says: { zh: '离散评分均已说明或经评审组讨论', en: 'Every outlying score is explained or discussed.' },
  holds: ({ open }: { open: readonly { number: string; apart: string }[] }) => open.length === 0,
  otherwise: ({ open }) => ({
    zh: `尚未说明或讨论：${open.map(({ number, apart }) => `${number}（相差 ${apart} 分）`).join('、')}。`,
    en: `Neither explained nor discussed: ${open.map(({ number, apart }) => `${number} (${apart} points apart)`).join(', ')}.`,
  }),
})

export const chairOrders = rule({
  id: 'chairOrders', law: 'setting:score.ties', modality: 'must',
  says: { zh: '由评审组组长排序', en: 'The chair of the panel orders them.' },
  holds: ({ chair, person }: { chair: string | undefined; person: string }) => chair !== undefined && chair === person,
  otherwise: () => ({ zh: '同分排序由组长决定：组长为抽取的本领域技术席第一位。', en: 'Ties are ordered by the chair, who is the first drawn for the field.' }),
})

/** `tied`: applications still equal by every step before; `named`: those the order names. */
export const orderNamesTheTied = rule({
  id: 'orderNamesTheTied', law: 'setting:score.ties', modality: 'must',
  says: { zh: '排序列全同分的申报，各一次', en: 'The order names exactly the applications that are equal, each once.' },
  holds: ({ tied, named }: { tied: readonly (readonly string[])[]; named: readonly string[] }) =>
    tied.some((group) => group.length === named.length && group.every((about) => named.filter((one) => one === about).length === 1)),
  otherwise: ({ tied }) => tied.length === 0
    ? { zh: '没有同分的申报。', en: 'No applications are equal.' }
    : { zh: `请把同分的申报全部排序：${tied.map((group) => group.join('、')).join('；')}。`, en: `Name every application that is equal: ${tied.map((group) => group.join(', ')).join('; ')}.` },
})
