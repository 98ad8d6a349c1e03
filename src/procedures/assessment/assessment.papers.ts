/** The papers of an assessment, in the order in which they are issued: to the base while it reports, of the county, of the grade, and of what follows it. */
import { paperOf } from '../../platform/papers/kind.ts'
import { longDate, type Paper } from '../../platform/papers/paper.ts'
import { remediesAgainst } from '../../settings/remedies.ts'
import type { AssessmentCase, AssessmentEntry } from './assessment.case.ts'
import { commendation, notRectified, rectificationNotice, rectified, talkRecord, warningFile } from './assessment.papers.after.ts'
import { gradeDecision, resultNotice, reviewAnswer, scoreTable } from './assessment.papers.grade.ts'
import { type About, baseName, citing, heading, hostName, paragraphs, plain, sheet, text } from './assessment.papers.parts.ts'

/** That the year is assessed, until when, and whether it ends in a grade. */
const call = (about: About<'open'>): Paper => {
  const { file, caseNumber, entry } = about
  const { window, graded, because, documentNo } = entry.data
  return plain(about, {
    title: `${file.year}年度考核通知书`,
    blocks: [
      text(`按照${citing('Art. 16')}，${documentNo ? `并依据《${about.nameOf(file.city)}关于开展${file.year}年度中试基地考核工作的通知》（${documentNo}），` : ''}你单位依托的“${baseName(file)}”列入${file.year}年度考核（案件编号 ${caseNumber}）。${graded ? '本年度定档。' : `本年度只报告，不定档：${because ?? ''}。`}`),
      { is: 'table', columns: [{ head: '事项', width: 1.6 }, { head: '时间', width: 1.2 }, { head: '办理', width: 1.4 }], rows: [
        ['报送考核自评报告和下年度工作计划', `${longDate(window.opensOn)}至${longDate(window.closesOn)}`, '基地签署，依托单位审核'], ['核定十二月数据（估报的）', `${longDate(window.trueUpBy)}前`, '基地'],
        ['核对佐证，签署真实性审核意见', '报送后', '组织管理部门'], ['公布结果', `${longDate(window.resultBy)}前`, '市科技局'],
      ] },
      text(`自评数据由系统从中试基地档案取得，请先核对档案登记。确因停产整治、不可抗力等不能参加的，应在截止日前申请缓考；无故不参加年度考核的，按${citing('Art. 19(3)')}处理。`),
    ],
  })
}

/** Which of the two it is, by when, and what follows on silence. */
const reminder = (about: About<'remind'>): Paper => {
  const { file, entry, caseNumber } = about
  const { no, days } = entry.data
  return plain(about, {
    title: `年度考核催报通知书（第${no === 1 ? '一' : no === 2 ? '二' : String(no)}次）`,
    blocks: [
      text(`你单位依托的“${baseName(file)}”${file.year}年度考核自评报告和下年度工作计划应于${longDate(file.window?.closesOn ?? entry.on)}前报送，至今未收到（案件编号 ${caseNumber}）。`), ...paragraphs(entry.data.text),
      text(`请自收到本通知书次日起${days}个工作日内报送。收到后请在系统内确认。经两次书面催报届期仍未报送，且无正当理由、未获准缓考的，属于${citing('Art. 19(3)')}所列“无故不参加年度考核”，将启动撤销程序。`),
    ],
  })
}

/** Told once and together, like every supplement. */
const supplementNotice = (about: About<'returnForSupplement'>): Paper => {
  const { file, entry, caseNumber } = about
  return plain(about, {
    title: '年度考核材料补正告知书',
    blocks: [
      text(`“${baseName(file)}”${file.year}年度考核材料（案件编号 ${caseNumber}）经审核，下列事项须补正，一次告知：`),
      { is: 'table', columns: [{ head: '序号', width: 0.35, align: 'center' }, { head: '节、字段或附件', width: 1 }, { head: '要求', width: 3 }], rows: entry.data.items.map(({ path, demand }, at) => [String(at + 1), path, demand]) },
      text(`请于${longDate(entry.data.dueOn)}前在系统内逐项补正并重新签署。补正期间核实停止计时。`),
    ],
  })
}

const answers = ['agrees', 'differs', 'unsupported'] as const
const truths = { true: '属实', differences: '个别不符，已列明', false: '有不实材料' } as const
/** The organiser's opinion on the truth of the material, item by item as drawn (Art. 17(3)). */
const truthOpinion = (about: About<'verify'>): Paper => {
  const { file, entry, caseNumber } = about
  const { sample, examination } = file
  const asked = examination?.items ?? []
  return sheet(about, {
    title: `${file.year}年度考核材料真实性审核意见`,
    blocks: [
      { is: 'fields', rows: [
        { label: '中试基地', value: baseName(file) }, { label: '依托单位', value: hostName(file) }, { label: '报送日期', value: longDate(file.endorsement?.on ?? entry.on) }, { label: '抽取项数', value: `${sample?.drawn.length ?? 0} / ${file.submissions.at(-1)?.items ?? 0}` },
        { label: '抽取种子', value: sample?.seed ?? '', wide: true }, { label: '审核意见', value: truths[entry.data.truth], wide: true },
      ] },
      heading('一、抽中佐证逐项核对'),
      { is: 'checklist', answers: ['相符', '不符', '无佐证'], rows: asked.map(({ item, answer, note }, at) => ({ no: String(at + 1), asks: sample?.labels[item] ?? item, answer: answers.indexOf(answer), ...(note && { note }) })) },
      heading('二、核对情况'), ...paragraphs(examination?.opinion ?? ''), heading('三、审核意见'), ...paragraphs(entry.data.opinion),
      { is: 'signatures', rows: [{ role: '核对', names: examination ? [examination.byName] : [], ...(examination && { on: longDate(examination.on) }) }, { role: '签署', names: [entry.by.name], on: longDate(entry.on) }] },
    ],
    note: `依据${citing('Art. 16', 'Art. 17(3)')}。案件编号 ${caseNumber}。`,
  })
}

const deferral = (about: About<'defer' | 'declineDeferral' | 'deferExcused'>): Paper => {
  const { file, entry, caseNumber } = about
  const granted = entry.did !== 'declineDeferral'
  const asked = entry.did !== 'deferExcused'
  return plain(about, {
    title: `${granted ? '同意' : '不予'}缓考告知书`,
    blocks: [
      asked ? text(`关于“${baseName(file)}”缓考${file.year}年度考核的申请（案件编号 ${caseNumber}）收悉。申请理由：${file.deferral?.reason ?? ''}`)
        : text(`“${baseName(file)}”未报送${file.year}年度考核材料，也未申请缓考（案件编号 ${caseNumber}）。经核实有正当理由：${file.deferral?.reason ?? ''}`), text(`${granted ? '同意缓考。' : '不予缓考。'}${entry.data.reason}`),
      text(granted ? '本年度不定档，不中断也不计入连续。' : `请于${longDate(file.window?.closesOn ?? entry.on)}前报送考核自评报告和下年度工作计划。`),
    ],
  })
}

/** Not yet the end of the base: the facts, and that a case opens in which it is heard. */
const absence = (about: About<'stateAbsent'>): Paper => {
  const { file, entry, caseNumber } = about
  const { minutes } = entry.data
  return plain(about, {
    title: '无故不参加年度考核认定书',
    blocks: [
      heading('一、事实'), text(`“${baseName(file)}”未报送${file.year}年度考核自评报告（案件编号 ${caseNumber}）。`),
      { is: 'table', columns: [{ head: '书面催报', width: 0.6, align: 'center' }, { head: '发出', width: 1 }, { head: '送达', width: 1 }, { head: '届期', width: 1 }], rows: file.reminders.map(({ no, on, delivered, dueOn }) => [`第${no}次`, longDate(on), delivered ? longDate(delivered.on) : '', dueOn ? longDate(dueOn) : '']) },
      text(`核实情况：${file.inquiry?.facts ?? ''}`), heading('二、认定'), ...paragraphs(entry.data.text),
      text(`经${longDate(minutes.heldOn)}会议（${minutes.number}）审议，依据${citing('Art. 19(3)')}，认定无故不参加${file.year}年度考核，并立案调查是否撤销资格。是否撤销，经事先告知、听取陈述申辩后另行决定。`),
    ],
    remedies: remediesAgainst('本认定书'),
  })
}

const paper = paperOf<AssessmentCase, AssessmentEntry>()
export const papers = [
  paper({ kind: 'call', words: { zh: '考核通知书', en: 'Call to the assessment' }, after: ['open'], serial: 'KT', of: call }),
  paper({ kind: 'reminder', words: { zh: '催报通知书', en: 'Written reminder' }, after: ['remind'], serial: 'CB', of: reminder }),
  paper({ kind: 'deferral', words: { zh: '缓考告知书', en: 'Answer on the deferral' }, after: ['defer', 'declineDeferral', 'deferExcused'], serial: 'HK', of: deferral }),
  paper({ kind: 'supplement', words: { zh: '补正告知书', en: 'Notice of supplement' }, after: ['returnForSupplement'], serial: 'KB', of: supplementNotice }),
  // Which items were drawn stays with those who examine.
  paper({ kind: 'truthOpinion', words: { zh: '真实性审核意见', en: 'Opinion on the truth' }, after: ['verify'], seen: 'authorities', serial: 'ZS', of: truthOpinion }),
  paper({ kind: 'scoreTable', words: { zh: '评价表', en: 'Score table' }, after: ['proposeGrade'], serial: 'PJ', of: scoreTable }),
  paper({ kind: 'gradeDecision', words: { zh: '定档审定表', en: 'Decision on the grade' }, after: ['decideGrade'], serial: 'DD', of: gradeDecision }),
  paper({ kind: 'resultNotice', words: { zh: '考核结果告知书', en: 'Notice of the result' }, after: ['announce'], serial: 'KG', of: resultNotice }),
  paper({ kind: 'reviewAnswer', words: { zh: '复核决定书', en: 'Answer to the review' }, after: ['upholdReview', 'dismissReview'], serial: 'FH', of: reviewAnswer }),
  paper({ kind: 'absence', words: { zh: '无故不参加考核认定书', en: 'Finding of absence' }, after: ['stateAbsent'], serial: 'QK', of: absence }),
  paper({ kind: 'commendation', words: { zh: '通报表扬', en: 'Commendation' }, after: ['commend'], of: commendation }),
  paper({ kind: 'talkRecord', words: { zh: '约谈记录', en: 'Record of the talk' }, after: ['recordTalk'], serial: 'YT', of: talkRecord }),
  paper({ kind: 'rectificationNotice', words: { zh: '整改通知书', en: 'Notice of rectification' }, after: ['concludePoor'], serial: 'ZK', of: rectificationNotice }),
  // The early warning is for those who watch the base.
  paper({ kind: 'warningFile', words: { zh: '预警档案', en: 'Early-warning file' }, after: ['concludePoor', 'concludeTwicePoor'], seen: 'authorities', serial: 'YJ', of: warningFile }),
  paper({ kind: 'rectified', words: { zh: '整改验收意见', en: 'Outcome of the rectification' }, after: ['closeRectification'], serial: 'YS', of: rectified }),
  paper({ kind: 'notRectified', words: { zh: '整改不合格告知书', en: 'Not rectified' }, after: ['failRectification'], serial: 'YX', of: notRectified }),
]
