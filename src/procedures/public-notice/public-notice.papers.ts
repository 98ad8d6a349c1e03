/** The notice as it is put up: a list, its period, and where objections go. A web announcement, so without a red head. */
import { type PaperAbout, paperOf } from '../../platform/papers/kind.ts'
import { longDate, type Paper } from '../../platform/papers/paper.ts'
import { lineOf } from '../../settings/notice-changes.ts'
import { rowOf, sql } from '../../platform/query.ts'
import { regulation } from '../../regulation/jinzhong-2023/index.ts'
import type { PublicNoticeCase, PublicNoticeEntry } from './public-notice.case.ts'

type Found = { phone: string | null }
type AboutOf<Step extends PublicNoticeEntry['did']> = PaperAbout<PublicNoticeCase, Extract<PublicNoticeEntry, { did: Step }>, Found>

const matters = { recognition: '拟认定的市级中试基地名单', grade: '年度考核拟定结果', removal: '拟撤销资格的中试基地名单' } as const

const noticePaper = ({ file, entry, nameOf, found }: AboutOf<'publish'>): Paper => {
  const { data, on } = entry
  const issuer = nameOf(file.parties['city.officer']?.[0] ?? '')
  const outcomes = data.rows.some(({ outcome }) => outcome)
  return {
    layout: '2026-1', form: 'plain', issuer, title: data.title, on, openness: 'open', signature: { organ: issuer, on },
    blocks: [
      { is: 'text', text: `根据《${regulation.title}》，现将${matters[data.kind]}予以公示。公示期自${longDate(data.startsOn ?? on)}至${longDate(data.endsOn)}${data.provisional ? '（节假日安排公布后以实际工作日为准）' : ''}。` },
      ...(data.correction ? [{ is: 'text' as const, text: `本公示更正并代替${longDate(data.correction.on)}第${data.correction.number}号公示，公示期自更正后的名单公布的下一个工作日重新计算。更正内容：${data.correction.changes.map(lineOf).join('；')}。` }] : []),
      { is: 'table', columns: [{ head: '序号', width: 0.4, align: 'center' }, { head: '名称', width: 2 }, { head: '依托单位', width: 2 }, { head: '领域', width: 1.2 }, { head: '推荐单位所在地', width: 1 }, ...(outcomes ? [{ head: '拟定结果', width: 0.8, align: 'center' as const }] : [])],
        rows: data.rows.map((row, at) => [String(at + 1), row.name, row.hosts.join('、'), row.field, row.county, ...(outcomes ? [row.outcome ?? ''] : [])]) },
      { is: 'text', text: '任何单位和个人对公示内容有异议的，可以在公示期内通过门户网站公示页面或者书面提出。提出异议应当使用真实姓名或者单位名称，写明联系方式、具体事实和理由，并附证据；对异议人的身份依法保密。匿名但附有证据的，作为线索转机关纪委。' },
      { is: 'text', text: `受理：${data.contact ?? `${issuer}${found.phone ? `，电话${found.phone}` : ''}`}。监督：${issuer}机关纪委。` },
    ],
    note: `公示名单指纹（SHA-256）${data.textHash}`,
  }
}

/** Put beside the list that was corrected: what it said stays readable, and where the list stands that holds. */
const correctionPaper = ({ file, entry, caseNumber, nameOf }: AboutOf<'supersede'>): Paper => {
  const { data, on } = entry
  const issuer = nameOf(file.parties['city.officer']?.[0] ?? '')
  return {
    layout: '2026-1', form: 'plain', issuer, title: `关于更正《${file.title}》的说明`, on, openness: 'open', signature: { organ: issuer, on },
    blocks: [
      { is: 'text', text: `${longDate(file.publishedOn ?? on)}第${caseNumber}号公示有误，现予更正。原公示停止，原文留存；更正后的名单以第${data.number}号公示重新公布，公示期自${longDate(data.startsOn)}至${longDate(data.endsOn)}${data.provisional ? '（节假日安排公布后以实际工作日为准）' : ''}，重新计算。` },
      { is: 'table', columns: [{ head: '序号', width: 0.4, align: 'center' }, { head: '更正内容', width: 3 }], rows: (file.corrected?.changes ?? []).map((change, at) => [String(at + 1), lineOf(change)]) },
      { is: 'text', text: `更正理由：${file.corrected?.reason ?? ''}` },
      { is: 'text', text: '原公示期内已经提出的异议继续办理，所涉事项在新公示中继续等待；需要补充的，可以对更正后的公示提出。' },
    ],
    note: `原公示名单指纹（SHA-256）${file.textHash}`,
  }
}

const paper = paperOf<PublicNoticeCase, PublicNoticeEntry & { by: { org: string } }>()
export const papers = [
  paper({ kind: 'notice', words: { zh: '公示', en: 'Public notice' }, after: ['publish'], of: noticePaper,
    look: async (tx, { context, file }): Promise<Found> => ({ phone: (await rowOf<{ office_phone: string | null }>(tx, sql`select office_phone from organisation where jurisdiction = ${context.jurisdiction} and id = ${file.parties['city.officer']?.[0] ?? ''}`))?.office_phone ?? null }) }),
  paper({ kind: 'noticeCorrection', words: { zh: '公示更正说明', en: 'Statement of correction' }, after: ['supersede'], look: async (): Promise<Found> => ({ phone: null }), of: correctionPaper }),
]
