/**
 * Rules of conduct of the platform itself: the text of the regulation is silent on them, a setting carries each.
 * Shown to users as 系统配置规则（非办法条文）.
 */
import type { Day } from '../kernel/day.ts'
import { rule } from '../kernel/rule.ts'
import { joined, type Words } from '../kernel/words.ts'

export const applicationComplete = rule({
  id: 'applicationComplete', law: 'Art. 10(1)', modality: 'must',
  says: { zh: '申报书和附件齐全', en: 'Application and attachments are complete.' },
  holds: ({ issues }: { issues: readonly { place: Words; expected: Words }[] | undefined }) => (issues ? issues.length === 0 : undefined),
  otherwise: ({ issues }) => ({
    zh: issues ? `申报书有 ${issues.length} 处须补：${issues.slice(0, 5).map((issue) => `${issue.place.zh} ${issue.expected.zh}`).join('；')}${issues.length > 5 ? `；另有 ${issues.length - 5} 处` : ''}` : '还没有填写申报书。',
    en: issues ? `The application has ${issues.length} gap(s): ${issues.slice(0, 5).map((issue) => `${issue.place.en}: ${issue.expected.en}`).join('; ')}${issues.length > 5 ? `; ${issues.length - 5} more` : ''}` : 'The application is not filled in yet.',
  }),
})

/** What the form's own checks leave open: totals that differ, days out of order, what has to be explained and is not. */
export const formChecksHold = rule({
  id: 'formChecksHold', law: 'Art. 10(2)', modality: 'must',
  says: { zh: '申报书前后一致，须说明之处已说明', en: 'The form agrees with itself, and what needs explaining is explained.' },
  holds: ({ open }: { open: readonly { says: Words; because: Words }[] | undefined }) => (open ? open.length === 0 : undefined),
  otherwise: ({ open }) => {
    // What holds is called by its own name; that it does not hold is why it stands here.
    const named = (says: string) => says.replace(/^(不符合：|Not met: )/, '')
    if (!open) return { zh: '还没有填写申报书。', en: 'The application is not filled in yet.' }
    const { zh, en } = joined(open.slice(0, 5).map(({ says, because }) => ({ zh: `${named(says.zh)}：${named(because.zh)}`, en: `${named(says.en)}: ${named(because.en)}` })), '', ' ')
    const more = open.length - 5
    return more > 0 ? { zh: `${zh}另有 ${more} 处。`, en: `${en} ${more} more.` } : { zh, en }
  },
})

export const examinedFirst = rule({
  id: 'examinedFirst', law: 'Art. 10(2)', modality: 'must',
  says: { zh: '已完成初审核查', en: 'The preliminary review is done.' },
  holds: ({ examined }: { examined: boolean }) => examined,
  otherwise: () => ({ zh: '初审核查表还没有完成。', en: 'The preliminary checklists are not completed.' }),
})

export const startsOnWorkingDay = rule({
  id: 'startsOnWorkingDay', law: 'setting:publicity.days', modality: 'must',
  says: { zh: '公示自工作日开始', en: 'A notice starts on a working day.' },
  holds: ({ worked }: { worked: boolean | undefined; next: Day }) => worked,
  otherwise: ({ worked, next }) => worked === undefined
    ? { zh: '当年放假安排未公布，不能确定今天是否工作日。', en: 'The holidays of this year are not published; whether today is worked is not known.' }
    : { zh: `今天不是工作日，公示可自 ${next} 开始。`, en: `Today is not a working day; the notice can start on ${next}.` },
})

/** A list that silently left a case out would be published as if it were whole. */
export const listIsWhole = rule({
  id: 'listIsWhole', law: 'Art. 10(4)', modality: 'must',
  says: { zh: '名单所列案件都在，各列一次', en: 'Every case listed exists and stands once.' },
  holds: ({ missing }: { missing: readonly string[] }) => missing.length === 0,
  otherwise: ({ missing }) => ({ zh: `没有找到或重复列入：${missing.join('、')}`, en: `Not found, or listed twice: ${missing.join(', ')}` }),
})

export const declaredFirst = rule({
  id: 'declaredFirst', law: 'setting:conflict.declare', modality: 'must',
  says: { zh: '先申明回避，再看材料、评分', en: 'Conflicts are declared before the file opens.' },
  holds: ({ declaration }: { declaration: 'none' | 'conflict' | undefined }) => declaration === 'none',
  otherwise: ({ declaration }) => declaration === 'conflict'
    ? { zh: '您已申明与该申报有利害关系，应当回避。', en: 'You declared a conflict for this application and stand back.' }
    : { zh: '请先就该申报申明有无应回避情形。', en: 'Declare first whether you have a conflict with this application.' },
})

export const scoredOnce = rule({
  id: 'scoredOnce', law: 'setting:score.sealed', modality: 'must',
  says: { zh: '评分提交后封存，不能更改', en: 'A score is sealed when submitted and cannot be changed.' },
  holds: ({ scored }: { scored: boolean }) => !scored,
  otherwise: () => ({ zh: '您对该申报的评分已提交并封存。', en: 'Your score for this application is submitted and sealed.' }),
})

export const scoreSheetComplete = rule({
  id: 'scoreSheetComplete', law: 'setting:score.rubric', modality: 'must',
  says: { zh: '评分表各项在分值之内', en: 'Every item is scored within its points.' },
  holds: ({ faults }: { faults: readonly { zh: string; en: string }[] }) => faults.length === 0,
  otherwise: ({ faults }) => ({ zh: faults.map((fault) => fault.zh).join('；'), en: faults.map((fault) => fault.en).join('; ') }),
})

export const enoughSheetsForEach = rule({
  id: 'enoughSheetsForEach', law: 'setting:panel.minValid', modality: 'must',
  says: { zh: '有效评分表足数', en: 'There are enough valid sheets.' },
  holds: ({ short }: { short: readonly { number: string; sheets: number; least: number }[] }) => short.length === 0,
  otherwise: ({ short }) => ({
    zh: short.map(({ number, sheets, least }) => `${number} 有效评分表 ${sheets} 份，至少 ${least} 份`).join('；'),
    en: short.map(({ number, sheets, least }) => `${number} has ${sheets} valid sheet(s), at least ${least} are needed`).join('; '),
  }),
})

export const opinionForEach = rule({
  id: 'opinionForEach', law: 'Art. 10(3)', modality: 'must',
  says: { zh: '每件申报都有评审组书面意见', en: 'Every application has a written opinion of the panel.' },
  holds: ({ missing }: { missing: readonly string[] }) => missing.length === 0,
  otherwise: ({ missing }) => ({ zh: `缺评审组意见：${missing.join('、')}`, en: `No opinion yet for ${missing.join(', ')}` }),
})

export const casesAreQueued = rule({
  id: 'casesAreQueued', law: 'Art. 11', modality: 'must',
  says: { zh: '所列申报都在待评审', en: 'Every application listed is queued for review.' },
  holds: ({ others }: { others: readonly string[] }) => others.length === 0,
  otherwise: ({ others }) => ({ zh: `不在待评审：${others.join('、')}`, en: `Not queued for review: ${others.join(', ')}` }),
})

export const expertsAreListed = rule({
  id: 'expertsAreListed', law: 'setting:panel.pool', modality: 'must',
  says: { zh: '所指定的人在专家库且可用', en: 'Everyone designated is in the pool and available.' },
  holds: ({ others }: { others: readonly string[] }) => others.length === 0,
  otherwise: ({ others }) => ({ zh: `不在专家库、不可用，或已在组内：${others.join('、')}`, en: `Not in the pool, not available, or already on the panel: ${others.join(', ')}` }),
})

export const expertLeavingSits = rule({
  id: 'expertLeavingSits', law: 'setting:panel.pool', modality: 'must',
  says: { zh: '退出的专家在评审组内', en: 'The expert who leaves sits on the panel.' },
  holds: ({ others }: { others: readonly string[] }) => others.length === 0,
  otherwise: ({ others }) => ({ zh: `不在评审组内：${others.join('、')}`, en: `Not on the panel: ${others.join(', ')}` }),
})

/** Whoever could declare about any application could open its file. */
export const aboutIsReviewed = rule({
  id: 'aboutIsReviewed', law: 'setting:conflict.declare', modality: 'must',
  says: { zh: '所指申报由本评审组评审', en: 'The application is before this panel.' },
  holds: ({ reviewed }: { reviewed: boolean }) => reviewed,
  otherwise: () => ({ zh: '本次评审没有这件申报。', en: 'This application is not before the panel.' }),
})

export const knownSetting = rule({
  id: 'knownSetting', law: 'Art. 21', modality: 'must',
  says: { zh: '所改规则存在，值的形式正确', en: 'The rule to change exists and the value has its form.' },
  holds: ({ fault }: { fault: { zh: string; en: string } | null }) => fault === null,
  otherwise: ({ fault }) => fault ?? { zh: '', en: '' },
})

export const noVetoStands = rule({
  id: 'noVetoStands', law: 'setting:score.veto', modality: 'must',
  says: { zh: '没有一票否决情形', en: 'No veto stands.' },
  holds: ({ recognise, hazard, site, panelVeto }: { recognise: boolean; hazard: boolean; site: string | undefined; panelVeto: boolean }) => !recognise || !(hazard || panelVeto || site === 'notConforming'),
  otherwise: ({ hazard, site, panelVeto }) => {
    const grounds = [...(panelVeto ? [{ zh: '专家提出一票否决', en: 'an expert raised a veto' }] : []), ...(hazard ? [{ zh: '现场发现重大隐患', en: 'a major hazard was found on site' }] : []), ...(site === 'notConforming' ? [{ zh: '现场考察不符合', en: 'the site does not conform' }] : [])]
    return { zh: `${grounds.map(({ zh }) => zh).join('，')}，不能拟认定。`, en: `It cannot be proposed for recognition: ${grounds.map(({ en }) => en).join(', ')}.` }
  },
})
