/** The notice as it is put up: a list, its period, and where objections go. A web announcement, so without a red head. */
import { type PaperAbout, paperOf } from '../../platform/papers/kind.ts'
import { longDate, type Paper } from '../../platform/papers/paper.ts'
import { rowOf, sql } from '../../platform/query.ts'
import { regulation } from '../../regulation/jinzhong-2023/index.ts'
import type { PublicNoticeCase, PublicNoticeEntry } from './public-notice.case.ts'

type Found = { phone: string | null }
type About = PaperAbout<PublicNoticeCase, Extract<PublicNoticeEntry, { did: 'publish' }>, Found>

const matters = { recognition: '拟认定的市级中试基地名单', grade: '年度考核拟定结果', removal: '拟撤销资格的中试基地名单' } as const

const noticePaper = ({ file, entry, nameOf, found }: About): Paper => {
  const { data, on } = entry
  const issuer = nameOf(file.parties['city.officer']?.[0] ?? '')
  const outcomes = data.rows.some(({ outcome }) => outcome)
  return {
    layout: '2026-1', form: 'plain', issuer, title: data.title, on, openness: 'open', signature: { organ: issuer, on },
    blocks: [
      { is: 'text', text: `根据《${regulation.title}》，现将${matters[data.kind]}予以公示。公示期自${longDate(on)}至${longDate(data.endsOn)}${data.provisional ? '（节假日安排公布后以实际工作日为准）' : ''}。` },
      { is: 'table', columns: [{ head: '序号', width: 0.4, align: 'center' }, { head: '名称', width: 2 }, { head: '依托单位', width: 2 }, { head: '领域', width: 1.2 }, { head: '推荐单位所在地', width: 1 }, ...(outcomes ? [{ head: '拟定结果', width: 0.8, align: 'center' as const }] : [])],
        rows: data.rows.map((row, at) => [String(at + 1), row.name, row.hosts.join('、'), row.field, row.county, ...(outcomes ? [row.outcome ?? ''] : [])]) },
      { is: 'text', text: '任何单位和个人对公示内容有异议的，可以在公示期内通过门户网站公示页面或者书面提出。提出异议应当使用真实姓名或者单位名称，写明联系方式、具体事实和理由，并附证据；对异议人的身份依法保密。匿名但附有证据的，作为线索转机关纪委。' },
      { is: 'text', text: `受理：${issuer}${found.phone ? `，电话${found.phone}` : ''}。监督：${issuer}机关纪委。` },
    ],
    note: `公示名单指纹（SHA-256）${data.textHash}`,
  }
}

const paper = paperOf<PublicNoticeCase, PublicNoticeEntry & { by: { org: string } }>()
export const papers = [
  paper({ kind: 'notice', words: { zh: '公示', en: 'Public notice' }, after: ['publish'], of: noticePaper,
    look: async (tx, { context, file }): Promise<Found> => ({ phone: (await rowOf<{ office_phone: string | null }>(tx, sql`select office_phone from organisation where jurisdiction = ${context.jurisdiction} and id = ${file.parties['city.officer']?.[0] ?? ''}`))?.office_phone ?? null }) }),
]
