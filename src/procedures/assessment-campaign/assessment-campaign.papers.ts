/** The papers of a year's campaign: the call to assess, and the circular with every grade. */
import { paperOf, type PaperAbout } from '../../platform/papers/kind.ts'
import { type Block, longDate, type Paper } from '../../platform/papers/paper.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import type { Citation } from '../../kernel/rule.ts'
import { grades } from '../../regulation/jinzhong-2023/article-18-grades.ts'
import { citedInChinese, regulation } from '../../regulation/jinzhong-2023/index.ts'
import { divisionOf } from '../../settings/divisions.ts'
import type { AssessmentCampaignCase, CampaignEntry } from './assessment-campaign.case.ts'

type About<Did extends CampaignEntry['did'], Found = unknown> = PaperAbout<AssessmentCampaignCase, Extract<CampaignEntry, { did: Did }>, Found>
/** One base whose grade was cleared: its name and place are public, its grade is from now on. */
type Graded = { case_id: string; name: string; host: string; county: string; grade: string }

const citing = (...citations: Citation[]) => `《${regulation.title}》${citations.map(citedInChinese).join('、')}`
const text = (words: string): Block => ({ is: 'text', text: words })
const heading = (words: string): Block => ({ is: 'heading', level: 1, text: words })
const everybody = '各县（市、区）科技管理部门，各中试基地依托单位'

const document = ({ entry, nameOf }: { entry: { on: string; by: { org: string } }; nameOf: (org: string) => string }, paper: Pick<Paper, 'number' | 'blocks'> & { about: string } & Partial<Paper>): Paper => {
  const issuer = nameOf(entry.by.org)
  const { about, ...rest } = paper
  return { layout: '2026-1', form: 'document', issuer, mark: `${issuer}文件`, title: `${issuer}\n${about}`, addressee: everybody, on: entry.on, signature: { organ: issuer, on: entry.on }, openness: 'open', imprint: { printer: issuer, on: entry.on }, ...rest }
}

const call = (about: About<'open'>): Paper => {
  const { file, entry } = about
  const { window, year, note } = file
  const graded = entry.data.bases.filter((one) => one.graded).length
  return document(about, {
    number: entry.data.documentNo, about: `关于开展${year}年度中试基地考核工作的通知`,
    blocks: [
      text(`按照${citing('Art. 16', 'Art. 17', 'Art. 18')}，现就开展${year}年度中试基地考核工作通知如下。`),
      heading('一、考核对象'), text(`在册市级中试基地${entry.data.bases.length}家，其中定档${graded}家，只报告不定档${entry.data.bases.length - graded}家，名单附后。`),
      heading('二、材料'), text('年度考核自评报告和下年度工作计划；管理运营、中试服务等绩效证明材料；组织管理部门对上述材料真实性的审核意见。'),
      heading('三、时间'), text(`中试基地于${longDate(window?.opensOn ?? entry.on)}至${longDate(window?.closesOn ?? entry.on)}报送，依托单位审核；估报的十二月数据于${longDate(window?.trueUpBy ?? entry.on)}前核定；结果于${longDate(window?.resultBy ?? entry.on)}前公布。`),
      heading('四、结果'), text('考核结果分为优、良、中、差四个档次，公示后通报；可以申请复核一次。无故不参加，或者连续两年为差的，按规定启动撤销程序。'), ...(note ? [heading('五、其他'), text(note)] : []),
      { is: 'table', columns: [{ head: '序号', width: 0.4, align: 'center' }, { head: '编号', width: 1.2 }, { head: '中试基地', width: 2.4 }, { head: '本年度', width: 1.4 }], rows: entry.data.bases.map(({ base, name, graded: isGraded, because }, at) => [String(at + 1), base, name, isGraded ? '定档' : `只报告（${because ?? ''}）`]) },
    ],
  })
}

/** 通报: who has which grade, best first. Points are told to each base alone. */
const circular = (about: About<'announceResults', Graded[]>): Paper => {
  const { file, entry, found } = about
  const told = found.filter(({ case_id }) => entry.data.cases.includes(case_id))
  const of = (grade: string) => told.filter((one) => one.grade === grade)
  return document(about, {
    number: entry.data.documentNo, about: `关于${file.year}年度中试基地考核结果的通报`,
    blocks: [
      text(`按照${citing('Art. 16', 'Art. 18')}，组织了${file.year}年度中试基地考核，经公示，现将结果通报如下：${grades.map(({ id, words }) => `${words.zh}${of(id).length}家`).join('，')}。`),
      { is: 'table', columns: [{ head: '序号', width: 0.4, align: 'center' }, { head: '中试基地', width: 2.2 }, { head: '依托单位', width: 2 }, { head: '区县', width: 0.7 }, { head: '档次', width: 0.5, align: 'center' }],
        rows: grades.flatMap(({ id }) => of(id)).map(({ name, host, county, grade }, at) => [String(at + 1), name, host, divisionOf(county)?.words.zh ?? county, grades.find(({ id }) => id === grade)?.words.zh ?? '']) },
      ...(of('excellent').length > 0 ? [text(`对评为“优”的${of('excellent').map(({ name }) => name).join('、')}予以通报表扬。`)] : []),
      ...(of('poor').length > 0 ? [text('评为“差”的，结果生效后限期整改；评为“中”的予以约谈。')] : []),
      text('对结果有异议的，可以自通报次日起在规定期限内申请复核一次。'),
    ],
  })
}

const paper = paperOf<AssessmentCampaignCase, CampaignEntry>()
export const papers = [
  paper({ kind: 'call', words: { zh: '考核通知', en: 'Call to assess' }, after: ['open'], of: call }),
  paper({ kind: 'circular', words: { zh: '考核结果通报', en: 'Circular of the results' }, after: ['announceResults'], of: circular,
    look: async (tx, { context, caseId }) => rowsOf<Graded>(tx, sql`
      select a.case_id, a.name, coalesce(b.hosts->0->>'name', '') as host, b.county, g.grade from assessment a join base b on b.jurisdiction = a.jurisdiction and b.id = a.base_id
        join assessment_grade g on g.jurisdiction = a.jurisdiction and g.case_id = a.case_id and g.decided where a.jurisdiction = ${context.jurisdiction} and a.campaign = ${caseId} and a.status = 'cleared' order by a.number`) }),
]
