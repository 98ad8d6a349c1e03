/** The papers of a panel review: each expert's score sheet, the panel's opinion, the summary. The city's alone, and only once scoring is closed. */
import { type PaperAbout, paperOf } from '../../platform/papers/kind.ts'
import { type Column, longDate, type Paper } from '../../platform/papers/paper.ts'
import { rowsOf, sql } from '../../platform/query.ts'
import { bandOf, rubric2026, rubricItems } from '../../settings/rubric-2026.ts'
import type { PanelReviewCase, PanelReviewEntry } from './panel-review.case.ts'
import { openedSheets } from './panel-review.door.ts'
import { countsFor, sitting } from './panel-review.standing.ts'

type Signed = Awaited<ReturnType<typeof openedSheets>>[number] & { name: string; on: string }
type Entered = PanelReviewEntry & { by: { person: string; org: string } }
type About = PaperAbout<PanelReviewCase, Extract<Entered, { did: 'conclude' }>, readonly Signed[]>

const sheetPaper = (about: About, sheet: Signed): Paper => {
  const application = about.file.applications.find((one) => one.case === sheet.about)
  const rows = rubric2026.dimensions.flatMap((dimension) => dimension.items.map((item, at) => [at === 0 ? `${dimension.no} ${dimension.words.zh}（${dimension.points}）` : '', `${item.id} ${item.words.zh}`, String(item.points), String(sheet.items[item.id] ?? ''), bandOf(item, sheet.items[item.id] ?? -1) ?? '', sheet.comments?.[item.id] ?? '']))
  return {
    ...sheetOf(about, '市级中试基地认定会议评审专家评分表'),
    blocks: [
      { is: 'fields', rows: [{ label: '评审会', value: about.file.title, wide: true }, { label: '申报名称', value: application?.name ?? '', wide: true }, { label: '申报编号', value: application?.number ?? '' }, { label: '评分标准', value: about.file.rubric }, { label: '专家', value: sheet.name }, { label: '总分', value: sheet.total }] },
      { is: 'table', sums: 1, columns: [{ head: '评审内容', width: 1.6 }, { head: '评审要点', width: 3 }, { head: '满分', width: 0.6, align: 'center' }, { head: '得分', width: 0.6, align: 'center' }, { head: '档', width: 0.4, align: 'center' }, { head: '意见', width: 2.2 }],
        rows: [...rows, ['合计', '', String(rubricItems.reduce((sum, { points }) => sum + points, 0)), sheet.total, '', '']] },
      { is: 'checklist', answers: ['是', '否'], rows: rubric2026.vetoes.map(({ id, words }, at) => ({ no: String(at + 1), asks: words.zh, answer: sheet.vetoes[id] === undefined ? null : sheet.vetoes[id] ? 0 : 1 })) },
      { is: 'fields', rows: [{ label: '推荐意见', value: rubric2026.recommendations.find(({ id }) => id === sheet.vote)?.words.zh ?? sheet.vote, wide: true }, { label: '书面意见', value: sheet.opinion, wide: true }, ...explained(about.file, sheet)] },
      { is: 'signatures', rows: [{ role: '专家（系统内签名）', names: [sheet.name], on: longDate(sheet.on) }] },
    ],
  }
}

/** What the expert wrote to a score far from the others. */
const explained = (file: PanelReviewCase, sheet: Signed) =>
  file.explanations.filter(({ expert, about }) => expert === sheet.expert && about === sheet.about).map(({ reason }) => ({ label: '离散说明', value: reason, wide: true as const }))

const opinionPaper = (about: About, result: PanelReviewCase['results'][number]): Paper => {
  const application = about.file.applications.find((one) => one.case === result.about)
  return {
    ...sheetOf(about, '市级中试基地认定会议评审意见'),
    blocks: [
      { is: 'fields', rows: [{ label: '申报名称', value: application?.name ?? '', wide: true }, { label: '依托单位', value: application?.hosts.join('、') ?? '', wide: true }, { label: '申报编号', value: application?.number ?? '' }, { label: '评审日期', value: longDate(about.entry.on) },
        { label: '有效评分', value: `${result.sheets} 份` }, { label: '评审得分', value: result.score }, { label: '同意票', value: `${result.agree} 票` }, { label: '本次名次', value: `第 ${result.rank} 名` }, { label: '一票否决问题', value: result.vetoed ? '有专家提出' : '无' }, { label: '评审结果', value: result.shortlist ? '入围，安排现场考察' : '未入围' }, { label: '评审组', value: seated(about.file).join('、'), wide: true }] },
      { is: 'heading', level: 1, text: '评审组意见' }, ...result.opinion.split('\n').map((text) => ({ is: 'text' as const, text })),
      { is: 'signatures', rows: [{ role: '评审组签名', names: [], on: '' }] },
    ],
    note: '得分按有效评分计算，五份及以上去掉一个最高分和一个最低分；评分表随案存档。',
  }
}

const summaryPaper = (about: About): Paper => {
  const { file, found } = about
  const members = [...new Map(found.map(({ expert, name }) => [expert, name]))]
  const columns: Column[] = [{ head: '名次', width: 0.5, align: 'center' }, { head: '申报名称', width: 2.6 }, { head: '依托单位', width: 2.2 }, ...members.map(([, name]) => ({ head: name, width: 0.8, align: 'center' as const })),
    { head: '得分', width: 0.8, align: 'center' }, { head: '同意票', width: 0.6, align: 'center' }, { head: '否决', width: 0.5, align: 'center' }, { head: '结果', width: 0.7, align: 'center' }]
  const rows = file.results.toSorted((a, b) => a.rank - b.rank).map((result) => {
    const application = file.applications.find((one) => one.case === result.about)
    return [String(result.rank), application?.name ?? '', application?.hosts.join('、') ?? '', ...members.map(([expert]) => found.find((sheet) => sheet.expert === expert && sheet.about === result.about)?.total ?? '—'), result.score, `${result.agree}/${result.sheets}`, result.vetoed ? '有' : '无', result.shortlist ? '入围' : '未入围']
  })
  return {
    ...sheetOf(about, '市级中试基地认定会议评审汇总表'), landscape: true,
    blocks: [{ is: 'fields', rows: [{ label: '评审会', value: file.title }, { label: '评审日期', value: longDate(about.entry.on) }, { label: '评审组', value: seated(file).join('、'), wide: true }] }, { is: 'table', columns, rows },
      { is: 'signatures', rows: [{ role: '评审组签名', names: [], on: '' }, { role: '经办', names: [], on: '' }, { role: '监督', names: [], on: '' }] }],
    note: '“—”为回避或评分无效。得分按有效评分计算，五份及以上去掉一个最高分和一个最低分，保留两位小数。',
  }
}

const seated = (file: PanelReviewCase) => sitting(file).map(({ name }) => name)
const sheetOf = ({ entry, caseNumber, nameOf }: About, title: string): Omit<Paper, 'blocks'> => ({ layout: '2026-1', form: 'sheet', issuer: nameOf(entry.by.org), number: `评审案号 ${caseNumber}`, title, on: entry.on, openness: 'closed' })

/** The sheets that count, with the day each was handed in. */
const look = async (tx: Parameters<typeof openedSheets>[0], { context: { jurisdiction }, caseId, file }: { context: { jurisdiction: string }; caseId: string; file: PanelReviewCase }): Promise<readonly Signed[]> => {
  const sheets = (await openedSheets(tx, jurisdiction, caseId)).filter((sheet) => countsFor(file, sheet))
  const days = new Map((await rowsOf<{ no: number; on: string }>(tx, sql`select no, body->>'on' as on from case_entry where jurisdiction = ${jurisdiction} and case_id = ${caseId} and did = 'score'`)).map(({ no, on }) => [no, on]))
  return sheets.map((sheet) => ({ ...sheet, name: file.members.find(({ person }) => person === sheet.expert)?.name ?? '', on: days.get(sheet.entry) ?? '' }))
}

const paper = paperOf<PanelReviewCase, Entered>()
export const papers = [
  paper({ kind: 'summary', words: { zh: '评审汇总表', en: 'Summary of the panel review' }, after: ['conclude'], seen: 'city', look, of: summaryPaper }),
  paper({ kind: 'opinion', words: { zh: '评审组意见', en: 'Opinion of the panel' }, after: ['conclude'], seen: 'city', look, of: (about) => about.file.results.map((result) => opinionPaper(about, result)) }),
  paper({ kind: 'scoreSheet', words: { zh: '专家评分表', en: 'Score sheet of an expert' }, after: ['conclude'], seen: 'city', look, of: (about) => about.found.toSorted((a, b) => a.about.localeCompare(b.about) || a.expert.localeCompare(b.expert)).map((sheet) => sheetPaper(about, sheet)) }),
]
