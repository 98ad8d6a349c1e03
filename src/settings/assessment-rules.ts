/** Rules of the annual assessment that rest on settings: window, report, verification, spot check. Where the text speaks, its article's file does. */
import type { Day } from '../kernel/day.ts'
import { rule } from '../kernel/rule.ts'
import { joined, type Words } from '../kernel/words.ts'

export const oneCampaignAYear = rule({
  id: 'oneCampaignAYear', law: 'Art. 16', modality: 'must',
  says: { zh: '一个年度组织一次考核', en: 'A year is assessed once.' },
  holds: ({ others }: { year: number; others: readonly string[] }) => others.length === 0,
  otherwise: ({ year, others }) => ({ zh: `${year} 年度考核已有 ${others.join('、')}。`, en: `The assessment of ${year} is there already: ${others.join(', ')}.` }),
})

export const basesToAssess = rule({
  id: 'basesToAssess', law: 'Art. 16', modality: 'must',
  says: { zh: '有在册运行的中试基地', en: 'There are bases to assess.' },
  holds: ({ bases }: { bases: number }) => bases > 0,
  otherwise: () => ({ zh: '没有在册运行的中试基地。', en: 'No base on the register operates.' }),
})

/** A case that is open would lose its campaign. */
export const everyCaseSettled = rule({
  id: 'everyCaseSettled', law: 'Art. 16', modality: 'must',
  says: { zh: '各基地考核均已办结', en: 'The assessment of every base is settled.' },
  holds: ({ open }: { open: readonly string[] }) => open.length === 0,
  otherwise: ({ open }) => ({ zh: `尚未办结 ${open.length} 件：${open.slice(0, 8).join('、')}${open.length > 8 ? ' 等' : ''}。`, en: `${open.length} not settled: ${open.slice(0, 8).join(', ')}${open.length > 8 ? ', …' : ''}.` }),
})

export const reportingOpen = rule({
  id: 'reportingOpen', law: 'setting:assess.opensOn', modality: 'must',
  says: { zh: '填报已经开始', en: 'Reporting has begun.' },
  holds: ({ opensOn, on }: { opensOn: Day; on: Day }) => on >= opensOn,
  otherwise: ({ opensOn }) => ({ zh: `${opensOn} 起报送；现在可以填写，不能签署。`, en: `Reports are signed from ${opensOn} on; they can be written before.` }),
})

export const reportComplete = rule({
  id: 'reportComplete', law: 'setting:assess.form', modality: 'must',
  says: { zh: '自评报告填写完整', en: 'The report is complete.' },
  holds: ({ issues }: { issues: readonly { place: Words; expected: Words }[] | undefined }) => (issues ? issues.length === 0 : undefined),
  otherwise: ({ issues }) => ({
    zh: issues ? `还有 ${issues.length} 处：${issues.slice(0, 5).map(({ place, expected }) => `${place.zh}（${expected.zh}）`).join('、')}${issues.length > 5 ? ' 等' : ''}。` : '还没有填写。',
    en: issues ? `${issues.length} place(s): ${issues.slice(0, 5).map(({ place, expected }) => `${place.en} (${expected.en})`).join(', ')}${issues.length > 5 ? ', …' : ''}.` : 'Nothing is written yet.',
  }),
})

export const demandsAnswered = rule({
  id: 'demandsAnswered', law: 'setting:assess.supplementDays', modality: 'must',
  says: { zh: '退回事项逐项答复', en: 'Every item of the return is answered.' },
  holds: ({ items }: { items: readonly { no: number; answered: boolean }[] }) => items.every(({ answered }) => answered),
  otherwise: ({ items }) => { const open = items.filter(({ answered }) => !answered).map(({ no }) => no).join('、'); return { zh: `未答复第 ${open} 项。`, en: `Not answered: item ${open}.` } },
})

/** Of those drawn, which the county has not answered. */
export const sampleExamined = rule({
  id: 'sampleExamined', law: 'setting:assess.sampleShare', modality: 'must',
  says: { zh: '抽中的佐证逐项核对', en: 'Every item drawn is examined.' },
  holds: ({ drawn, answered }: { drawn: readonly string[]; answered: readonly string[] }) => drawn.every((item) => answered.includes(item)),
  otherwise: ({ drawn, answered }) => { const left = drawn.filter((item) => !answered.includes(item)).length; return { zh: `抽中 ${drawn.length} 项，未核对 ${left} 项。`, en: `${drawn.length} drawn, ${left} not examined.` } },
})

export const gradedThisYear = rule({
  id: 'gradedThisYear', law: 'setting:assess.fullYearBefore', modality: 'must',
  says: { zh: '本年度定档', en: 'The base is graded this year.' },
  holds: ({ graded }: { graded: boolean; recognisedOn: Day }) => graded,
  otherwise: ({ recognisedOn }) => ({ zh: `${recognisedOn} 认定，本年度只报告，不定档。`, en: `Recognised on ${recognisedOn}: this year it reports and is not graded.` }),
})
export const notGradedThisYear = rule({ ...gradedThisYear, id: 'notGradedThisYear', says: { zh: '本年度只报告，不定档', en: 'The base reports and is not graded this year.' },
  holds: ({ graded }: { graded: boolean; recognisedOn: Day }) => !graded, otherwise: () => ({ zh: '本年度应当定档。', en: 'The base is to be graded this year.' }) })

/** Until the day set the estimate may still become a figure. */
export const decemberSettled = rule({
  id: 'decemberSettled', law: 'setting:assess.trueUpBy', modality: 'must',
  says: { zh: '十二月数据已核定，或核定期限已过', en: 'December is settled, or its time is over.' },
  holds: ({ estimated, settled, by, on }: { estimated: boolean; settled: boolean; by: Day; on: Day }) => !estimated || settled || on > by,
  otherwise: ({ by }) => ({ zh: `十二月数据为预计，${by} 前由基地核定。`, en: `December is estimated; the base settles it by ${by}.` }),
})
export const trueUpInTime = rule({
  id: 'trueUpInTime', law: 'setting:assess.trueUpBy', modality: 'usually',
  says: { zh: '在核定期限内', en: 'It is settled in time.' },
  holds: ({ by, on }: { by: Day; on: Day }) => on <= by,
  otherwise: ({ by }) => ({ zh: `核定期限到 ${by}，逾期请写明原因。`, en: `The time was up on ${by}; give the reason.` }),
})
export const estimateToSettle = rule({
  id: 'estimateToSettle', law: 'setting:assess.trueUpBy', modality: 'must',
  says: { zh: '报告中有待核定的预计数据', en: 'The report holds an estimate to settle.' },
  holds: ({ estimated, settled }: { estimated: boolean; settled: boolean }) => estimated && !settled,
  otherwise: ({ settled }) => (settled ? { zh: '已核定。', en: 'It is settled.' } : { zh: '报告没有预计数据。', en: 'The report holds no estimate.' }),
})

export const indicatorSheetComplete = rule({
  id: 'indicatorSheetComplete', law: 'setting:assess.indicators', modality: 'must',
  says: { zh: '各项指标打分完整', en: 'Every indicator is scored.' },
  holds: ({ faults }: { faults: readonly Words[] }) => faults.length === 0,
  otherwise: ({ faults }) => joined(faults, '；', '; '),
})

/** Invited experts are waited for; without any the officer judges. */
export const deskExpertsHeard = rule({
  id: 'deskExpertsHeard', law: 'setting:assess.deskExperts', modality: 'usually',
  says: { zh: '函评专家均已评定', en: 'Every desk expert has scored.' },
  holds: ({ invited, sheets }: { invited: number; sheets: number; closed: boolean }) => sheets >= invited,
  otherwise: ({ invited, sheets }) => ({ zh: `请了 ${invited} 位专家，已评 ${sheets} 位。先行结束的请写明理由。`, en: `${sheets} of ${invited} experts have scored; give a reason to go on.` }),
})
export const deskClosedFirst = rule({
  id: 'deskClosedFirst', law: 'setting:assess.deskExperts', modality: 'must',
  says: { zh: '函评已经结束', en: 'Desk review is closed.' },
  holds: ({ invited, closed }: { invited: number; closed: boolean }) => invited === 0 || closed,
  otherwise: () => ({ zh: '已请专家函评，先结束函评再打分。', en: 'Experts were asked; close the desk review first.' }),
})
export const enoughDeskExperts = rule({
  id: 'enoughDeskExperts', law: 'setting:assess.deskExperts', modality: 'must',
  says: { zh: '函评专家足数、在库，且不属于本基地各单位', en: 'Enough desk experts, listed, none of the base\'s institutions.' },
  holds: ({ named, least, unlisted, ofBase }: { named: number; least: number; unlisted: readonly string[]; ofBase: readonly string[] }) => named >= least && unlisted.length === 0 && ofBase.length === 0,
  otherwise: ({ named, least, unlisted, ofBase }) => ({
    zh: [...(named < least ? [`${named} 位，应不少于 ${least} 位`] : []), ...(unlisted.length > 0 ? [`不在库或不可用：${unlisted.join('、')}`] : []), ...(ofBase.length > 0 ? [`任职于本基地各单位：${ofBase.join('、')}`] : [])].join('；'),
    en: [...(named < least ? [`${named} of at least ${least}`] : []), ...(unlisted.length > 0 ? [`not listed or not available: ${unlisted.join(', ')}`] : []), ...(ofBase.length > 0 ? [`employed by an institution of the base: ${ofBase.join(', ')}`] : [])].join('; '),
  }),
})
export const deskScoredOnce = rule({
  id: 'deskScoredOnce', law: 'setting:score.sealed', modality: 'must',
  says: { zh: '评定提交后封存，函评结束前每人一次', en: 'A desk score is sealed and given once, before closing.' },
  holds: ({ scored, closed }: { scored: boolean; closed: boolean }) => !scored && !closed,
  otherwise: ({ closed }) => (closed ? { zh: '函评已经结束。', en: 'Desk review is closed.' } : { zh: '您的评定已提交并封存。', en: 'Your score is submitted and sealed.' }),
})

export const spotChecked = rule({
  id: 'spotChecked', law: 'setting:assess.spotShare', modality: 'must',
  says: { zh: '应抽查的已经抽查', en: 'A spot check that is due is done.' },
  holds: ({ due, done }: { due: 'drawn' | 'edge' | undefined; done: boolean }) => due === undefined || done,
  otherwise: ({ due }) => (due === 'drawn' ? { zh: '本基地抽中现场抽查，尚未记录。', en: 'This base was drawn for a spot check; none is recorded.' } : { zh: '得分达到优或低于中，先现场抽查。', en: 'The score reaches excellent or falls below fair; check on the spot first.' }),
})

export const notListedYet = rule({
  id: 'notListedYet', law: 'Art. 16', modality: 'must',
  says: { zh: '基地在册运行，且尚未列入本年度考核', en: 'The base is on the register, operates, and is not in the campaign yet.' },
  holds: ({ added }: { added: 'listed' | 'unknown' | 'building' | 'later' | 'new' }) => added === 'new',
  otherwise: ({ added }) => {
    switch (added) {
      case 'listed': return { zh: '已列入本年度考核。', en: 'It is in the campaign already.' }
      case 'building': return { zh: '该基地在建，确认投入运行后才参加考核。', en: 'It is being built; it is assessed once the city has confirmed that it operates.' }
      case 'later': return { zh: '该基地在本年度之后投入运行。', en: 'It began to operate after this year.' }
      case 'unknown': case 'new': return { zh: '没有这个在册的中试基地。', en: 'There is no such base on the register.' }
    }
  },
})

/** Cases of another year must not be moved along. */
export const casesOfCampaign = rule({
  id: 'casesOfCampaign', law: 'Art. 16', modality: 'must',
  says: { zh: '所列都是本年度的考核', en: 'All listed belong to this campaign.' },
  holds: ({ strangers }: { strangers: readonly string[] }) => strangers.length === 0,
  otherwise: ({ strangers }) => ({ zh: `不属于本年度考核：${strangers.join('、')}`, en: `Not of this campaign: ${strangers.join(', ')}` }),
})

/** A base that was revoked or has left is not assessed any more. */
export const baseIsGone = rule({
  id: 'baseIsGone', law: 'Art. 16', modality: 'must',
  says: { zh: '中试基地已撤销或退出', en: 'The base was revoked or has left.' },
  holds: ({ live }: { live: boolean }) => !live,
  otherwise: () => ({ zh: '中试基地在册，考核继续。', en: 'The base is on the register; the assessment goes on.' }),
})
