/** The papers of the grade: how it was scored, how it was decided, what the base is told, and the answer to a review. */
import { longDate, type Block, type Paper } from '../../platform/papers/paper.ts'
import { indicators2026 } from '../../settings/assessment-indicators-2026.ts'
import { inHundredths } from '../../settings/assessment-score.ts'
import { remediesAgainst } from '../../settings/remedies.ts'
import type { AssessmentCase } from './assessment.case.ts'
import { type About, baseName, citing, gradeIn, heading, hostName, paragraphs, plain, sheet, text } from './assessment.papers.parts.ts'

/** 评价表: every indicator with its points and where they come from. Before the announcement the city's alone. */
export const scoreTable = (about: About<'proposeGrade'>): Paper => {
  const { file, entry, caseNumber } = about
  const { score, spotCheck } = file
  return sheet(about, {
    title: `${file.year}年度考核评价表`,
    blocks: [
      { is: 'fields', rows: [
        { label: '中试基地', value: baseName(file) }, { label: '依托单位', value: hostName(file) }, { label: '总分', value: inHundredths(score?.total ?? 0) }, { label: '拟定档次', value: gradeIn(entry.data.grade) },
        { label: '现场抽查', value: spotCheck ? `${longDate(spotCheck.visitedOn)}，${spotWords[spotCheck.result]}` : '未抽查' }, { label: '真实性审核', value: file.verification ? truthWords[file.verification.truth] : '' },
      ] },
      heading('一、指标得分'), indicatorTable(file), heading('二、加分、扣分和否决'), ...besides(file), heading('三、拟定意见'), ...paragraphs(entry.data.opinion),
      { is: 'signatures', rows: [{ role: '打分', names: score ? [score.byName] : [], ...(score && { on: longDate(score.on) }) }, { role: '拟定', names: [entry.by.name], on: longDate(entry.on) }] },
    ],
    note: `指标体系 ${indicators2026.version}。“计算”按档案登记，“评定”由人判断。依据${citing('Art. 16', 'Art. 18')}。案件编号 ${caseNumber}。`,
  })
}
const spotWords = { agrees: '与报告一致', differs: '有差异', false: '有弄虚作假' } as const
const truthWords = { true: '属实', differences: '个别不符', false: '有不实材料' } as const

const indicatorTable = ({ score }: AssessmentCase): Block => {
  const of = (id: string) => score?.items.find(({ item }) => item === id)
  const rows = indicators2026.groups.flatMap(({ items }) => items.map(({ id, words, points }) => {
    const [given, computed] = [of(id), score?.computed[id]]
    return [id, words.zh, String(points), computed === null || computed === undefined ? '评定' : inHundredths(computed), given ? given.points.toFixed(2) : '', given?.reason ?? '']
  }))
  const sum = score?.items.reduce((total, { points }) => total + Math.round(points * 100), 0) ?? 0
  return { is: 'table', sums: 1, columns: [{ head: '序号', width: 0.45, align: 'center' }, { head: '指标', width: 1.6 }, { head: '满分', width: 0.5, align: 'right' }, { head: '计算', width: 0.6, align: 'right' }, { head: '得分', width: 0.6, align: 'right' }, { head: '说明', width: 1.5 }], rows: [...rows, ['', '合计', '100', '', inHundredths(sum), '']] }
}

const besides = ({ score }: AssessmentCase): Block[] => {
  if (!score) return []
  const { bonus, deductions, vetoes } = indicators2026
  const added = score.bonus.map(({ id, points, reason }) => `${bonus.find((one) => one.id === id)?.words.zh ?? id} 加 ${points.toFixed(2)} 分（${reason}）`)
  const taken = score.deductions.filter(({ count }) => count > 0).map(({ id, count, reason }) => `${deductions.find((one) => one.id === id)?.words.zh ?? id} ${count}${reason ? `（${reason}）` : ''}`)
  const found = score.vetoes.filter((one) => one.found).map(({ id, reason }) => `${vetoes.find((one) => one.id === id)?.words.zh ?? id}${reason ? `（${reason}）` : ''}`)
  return [text(`加分：${added.join('；') || '无'}。`), text(`扣分：${taken.join('；') || '无'}。`), text(`一票否决：${found.join('；') || '无'}。`)]
}

/** 定档审定表: who proposed, who decided, on which minutes. The city's alone until it is announced. */
export const gradeDecision = (about: About<'decideGrade'>): Paper => {
  const { file, entry, caseNumber } = about
  const { minutes } = entry.data
  return sheet(about, {
    title: `${file.year}年度考核定档审定表`,
    blocks: [
      { is: 'fields', rows: [
        { label: '中试基地', value: baseName(file) }, { label: '依托单位', value: hostName(file) }, { label: '总分', value: inHundredths(file.score?.total ?? 0) }, { label: '档次', value: gradeIn(entry.data.grade) },
        { label: '拟定意见', value: file.proposal?.opinion ?? '', wide: true }, { label: '会议', value: `${longDate(minutes.heldOn)}（${minutes.number}）`, wide: true },
      ] },
      text(`经审议，依据${citing('Art. 18')}，“${baseName(file)}”${file.year}年度考核定为“${gradeIn(entry.data.grade)}”，公示后通报。`),
      { is: 'signatures', rows: [{ role: '拟定', names: file.proposal ? [file.proposal.byName] : [], ...(file.proposal && { on: longDate(file.proposal.on) }) }, { role: '审定', names: [entry.by.name], on: longDate(entry.on) }] },
    ],
    note: `拟定和审定不为同一人。案件编号 ${caseNumber}。`,
  })
}

/** What the base itself is told: its grade, its points, and that it may ask once. */
export const resultNotice = (about: About<'announce'>): Paper => {
  const { file, entry, caseNumber } = about
  return plain(about, {
    title: `${file.year}年度考核结果告知书`,
    blocks: [
      text(`依据${citing('Art. 18')}，经考核、公示，你单位依托的“${baseName(file)}”${file.year}年度考核结果为“${gradeIn(file.grade)}”，总分${inHundredths(file.score?.total ?? 0)}分（案件编号 ${caseNumber}，通报文号 ${entry.data.documentNo}）。`),
      heading('一、指标得分'), indicatorTable(file), ...besides(file),
      heading('二、复核'), text(`对结果有异议的，可以在${longDate(entry.data.reviewBy)}前申请复核一次，写明事实和理由并附证据。逾期未申请或者复核结论作出后，结果生效。`),
    ],
  })
}

export const reviewAnswer = (about: About<'upholdReview' | 'dismissReview'>): Paper => {
  const { file, before, entry, caseNumber } = about
  const upheld = entry.did === 'upholdReview'
  return plain(about, {
    title: '年度考核复核决定书',
    blocks: [
      text(`“${baseName(file)}”${longDate(file.review?.on ?? entry.on)}申请复核${file.year}年度考核结果（案件编号 ${caseNumber}）。`), heading('一、申请的事实和理由'), ...paragraphs(file.review?.grounds ?? ''), heading('二、复核情况'), ...paragraphs(file.review?.examined?.findings ?? ''),
      heading('三、结论'), ...paragraphs(entry.data.text), text(upheld ? `考核结果由“${gradeIn(before.grade)}”更正为“${gradeIn(file.grade)}”。` : `维持考核结果“${gradeIn(file.grade)}”。`),
      ...(entry.did === 'upholdReview' ? [text(`本决定经${longDate(entry.data.minutes.heldOn)}会议（${entry.data.minutes.number}）审议。`)] : []), text('复核以一次为限。'),
    ],
    remedies: remediesAgainst('本决定书'),
  })
}
