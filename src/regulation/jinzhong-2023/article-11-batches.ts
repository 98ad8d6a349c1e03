/**
 * 第十一条  采取常态化申报、集中评审的方式进行认定。对市委市政府决定重点支持的机构或我市产业发展急需的机构，市科技局可根据需
 * 要按照“一事一议”的原则，单独组织论证或委托建设。
 *
 * Reading: 一事一议 may leave out the batch and its ranking, never credit, safety, avoidance, decision and notice (decision 0020).
 */
import type { Day } from '../../kernel/day.ts'
import { rule } from '../../kernel/rule.ts'
import type { Article } from '../article.ts'
import { chapters } from './chapters.ts'

export const article: Article = {
  no: 11, id: 'JZ-2023-A11', label: '第十一条', chapter: chapters.application,
  heading: { zh: '常态申报与一事一议', en: 'Rolling intake and the special track' },
  text: [
    {
      text: '采取常态化申报、集中评审的方式进行认定。对市委市政府决定重点支持的机构或我市产业发展急需的机构，市科技局可根据需要按照“一事一议”的原则，单独组织论证或委托建设。',
    },
  ],
  gloss: [
    "Recognition proceeds by continuous application and centralised review. For institutions that the municipal Party committee and government have decided to support as a priority, or that the city's industries need urgently, the municipal S&T bureau may, as needed and case by case, organise a separate appraisal or commission the building of a base.",
  ],
  computable: true,
  readings: [
    {
      id: 'specialTrack', decision: '0020', since: '2026-11-23',
      words: {
        zh: '“一事一议”可不随批次和排名，但信用核查、安全核查、回避、集体决定和公示不能省略。',
        en: 'The special track may skip the batch and its ranking, but not credit, safety, avoidance, collective decision or notice.',
      },
    },
  ],
}

export type Track = 'regular' | 'separateAppraisal' | 'commissionedBuild'

/** `cutOff`: accepted by then belongs to this batch. */
export type BatchFacts = {
  readonly batch: { readonly name: string; readonly cutOff: Day; readonly closedOn: Day | undefined } | undefined
  readonly acceptedOn: Day
}

export const batchIsOpen = rule({
  id: 'batchIsOpen', law: 'Art. 11', modality: 'must',
  says: { zh: '归入尚未关闭的评审批次', en: 'The batch is open to this application.' },
  holds: ({ batch, acceptedOn }: BatchFacts) => batch && batch.closedOn === undefined && acceptedOn <= batch.cutOff,
  otherwise: ({ batch, acceptedOn }) =>
    !batch
      ? { zh: '未选择评审批次。', en: 'No batch is chosen.' }
      : batch.closedOn !== undefined
        ? { zh: `${batch.name}已于 ${batch.closedOn} 关闭。`, en: `${batch.name} was closed on ${batch.closedOn}.` }
        : {
            zh: `受理日 ${acceptedOn} 晚于${batch.name}截止日 ${batch.cutOff}，归入下一批。`,
            en: `Accepted on ${acceptedOn}, after the cut-off ${batch.cutOff} of ${batch.name}; the next batch takes it.`,
          },
})

/** `basis`: the decision of the Party committee and government, or the argument of urgent need, is on file (A18). */
export const specialTrackHasBasis = rule({
  id: 'specialTrackHasBasis', law: 'Art. 11', modality: 'must',
  says: { zh: '一事一议有市委市政府决定或产业急需的依据文件', en: 'The special track has its basis on file.' },
  holds: ({ track, basis }: { track: Track | undefined; basis: boolean | undefined }) =>
    track === undefined ? undefined : track === 'regular' || basis,
  otherwise: ({ track }) =>
    track === undefined
      ? { zh: '未选择申报类型。', en: 'The kind of application is not chosen.' }
      : { zh: '缺少一事一议依据文件（A18）。', en: 'The basis of the special track (A18) is missing.' },
})

export const isSpecialTrack = rule({
  id: 'isSpecialTrack', law: 'Art. 11', modality: 'must',
  says: { zh: '申报类型为一事一议', en: 'The application is on the special track.' },
  holds: ({ track }: { track: Track | undefined }) => (track === undefined ? undefined : track !== 'regular'),
  otherwise: () => ({ zh: '常规申报随批次评审，不适用一事一议。', en: 'A regular application is reviewed with its batch.' }),
})

export const specialNeed = rule<unknown>({
  id: 'specialNeed', law: 'Art. 11', modality: 'judgement',
  says: {
    zh: '属市委市政府决定重点支持或我市产业发展急需',
    en: 'Priority support was decided, or the industries of the city need it urgently.',
  },
  otherwise: () => ({ zh: '是否“急需”“根据需要”由人判断，请写理由。', en: 'Urgency and need are judged by people; give reasons.' }),
})
