/** The papers of what follows on a grade: praise, talk, rectification, early warning. */
import { longDate, type Paper } from '../../platform/papers/paper.ts'
import { indicatorItems } from '../../settings/assessment-indicators-2026.ts'
import { inHundredths } from '../../settings/assessment-score.ts'
import type { AssessmentCase } from './assessment.case.ts'
import { type About, baseName, citing, gradeIn, heading, hostName, issuerOf, paragraphs, plain, sheet, text } from './assessment.papers.parts.ts'

export const commendation = (about: About<'commend'>): Paper => {
  const { file, entry } = about
  const issuer = issuerOf(about)
  return {
    layout: '2026-1', form: 'document', issuer, mark: `${issuer}文件`, number: entry.data.documentNo, title: `${issuer}\n关于表扬“${baseName(file)}”${file.year}年度考核评为优的通报`, addressee: '各县（市、区）科技管理部门，各中试基地依托单位', on: entry.on,
    blocks: [
      text(`依据${citing('Art. 18')}，“${baseName(file)}”（依托单位：${hostName(file)}）${file.year}年度考核结果为“优”（${file.announcement?.documentNo ?? ''}），现予通报表扬。`), ...paragraphs(entry.data.text),
      ...(entry.data.recommend ? [text(`对标省级条件，列入省级中试基地推荐优先名单（${citing('Art. 12')}）。`)] : []), text('希望受到表扬的单位再接再厉，其他中试基地学习其经验，提高对外服务水平。'),
    ],
    signature: { organ: issuer, on: entry.on }, openness: 'open', imprint: { printer: issuer, on: entry.on },
  }
}

export const talkRecord = (about: About<'recordTalk'>): Paper => {
  const { file, entry, caseNumber } = about
  return sheet(about, {
    title: `${file.year}年度考核约谈记录`,
    blocks: [
      { is: 'fields', rows: [{ label: '中试基地', value: baseName(file) }, { label: '依托单位', value: hostName(file) }, { label: '考核结果', value: `${gradeIn(file.grade)}（${inHundredths(file.score?.total ?? 0)}分）` }, { label: '约谈日期', value: longDate(entry.data.heldOn) }, { label: '约谈对象', value: entry.data.with, wide: true }] },
      heading('约谈内容'), ...paragraphs(entry.data.record),
      { is: 'signatures', rows: [{ role: '约谈', names: [entry.by.name], on: longDate(entry.on) }, { role: '被约谈单位', names: [] }] },
    ],
    note: `依据${citing('Art. 6(4)', 'Art. 7(3)')}和规则“评中的处理”。案件编号 ${caseNumber}。`,
  })
}

export const rectificationNotice = (about: About<'concludePoor'>): Paper => {
  const { file, entry, caseNumber } = about
  return plain(about, {
    title: '年度考核整改通知书',
    blocks: [
      text(`你单位依托的“${baseName(file)}”${file.year}年度考核结果为“差”，总分${inHundredths(file.score?.total ?? 0)}分（案件编号 ${caseNumber}，通报文号 ${file.announcement?.documentNo ?? ''}），结果已生效。按照${citing('Art. 7(3)')}，限期整改。`),
      heading('一、失分较多的指标'), weakest(file),
      heading('二、要求'), text(`请于${longDate(entry.data.planBy)}前提交整改方案，写明问题、措施、责任和时限；经中期检查，于${longDate(entry.data.dueOn)}前完成整改并提交整改报告，由市科技局验收。`),
      text(`整改期间名录显示“整改中”。依据${citing('Art. 18')}，连续两年考核结果为“差”的，撤销中试基地资格。`),
    ],
  })
}

export const warningFile = (about: About<'concludePoor' | 'concludeTwicePoor'>): Paper => {
  const { file, entry, caseNumber } = about
  const twice = entry.did === 'concludeTwicePoor'
  return sheet(about, {
    title: '预警档案',
    blocks: [
      { is: 'fields', rows: [
        { label: '中试基地', value: baseName(file) }, { label: '依托单位', value: hostName(file) }, { label: '预警事由', value: twice ? `连续两年为差（${entry.data.years.join('、')}）` : `${file.year}年度为差` }, { label: '列入日期', value: longDate(entry.on) },
        { label: '总分', value: inHundredths(file.score?.total ?? 0) }, { label: '一票否决', value: file.score?.vetoes.some(({ found }) => found) ? '有' : '无' },
        { label: '处理', value: entry.did === 'concludePoor' ? `整改方案 ${entry.data.planBy}，整改完成 ${entry.data.dueOn}` : entry.data.open ? `撤销案 ${entry.data.open} 在办` : '已立案，按撤销程序办理', wide: true },
      ] },
      heading('失分较多的指标'), weakest(file), heading('真实性审核和现场抽查'), text(`${file.verification?.opinion ?? ''}${file.spotCheck ? ` 现场抽查：${file.spotCheck.findings}` : ''}`),
      ...(entry.data.gap ? [text('上一年度在系统中没有记录；有记录证明上一年度也为差的，按第十八条处理。')] : []),
      heading('跟踪'), text(twice ? '是否撤销由撤销案决定；结案前不得自动处理。' : '跟踪整改方案、中期检查和验收；下一年度再次为差的，结果生效时启动撤销程序。'),
    ],
    note: `依据${citing('Art. 7(3)', 'Art. 18')}和规则“评差的处理”。案件编号 ${caseNumber}。`,
  })
}

/** Indicators at which most was lost, five of them. */
function weakest({ score }: AssessmentCase): ReturnType<typeof text> | { is: 'table'; columns: { head: string; width: number; align?: 'right' | 'center' }[]; rows: string[][] } {
  const lost = indicatorItems.map(({ id, words, points }) => { const given = score?.items.find(({ item }) => item === id)?.points ?? 0; return { id, name: words.zh, points, given, short: Math.round((points - given) * 100) } })
  const rows = lost.filter(({ short }) => short > 0).toSorted((a, b) => b.short - a.short || a.id.localeCompare(b.id)).slice(0, 5)
  return rows.length === 0 ? text('没有失分的指标。') : { is: 'table', columns: [{ head: '指标', width: 2.4 }, { head: '满分', width: 0.7, align: 'right' }, { head: '得分', width: 0.7, align: 'right' }], rows: rows.map(({ id, name, points, given }) => [`${id} ${name}`, String(points), given.toFixed(2)]) }
}

export const rectified = (about: About<'closeRectification'>): Paper => {
  const { file, entry, caseNumber } = about
  const { plan, midCheck, report } = file.rectification ?? {}
  return sheet(about, {
    title: `${file.year}年度考核整改验收意见`,
    blocks: [
      { is: 'fields', rows: [{ label: '整改方案', value: plan ? longDate(plan.on) : '' }, { label: '中期检查', value: midCheck ? `${longDate(midCheck.on)}，${midCheck.result === 'onTrack' ? '按方案推进' : '滞后'}` : '' }, { label: '整改报告', value: report ? longDate(report.on) : '' }, { label: '验收', value: longDate(entry.on) }] },
      heading('一、整改方案'), ...paragraphs(plan?.text ?? ''), heading('二、中期检查情况'), ...paragraphs(midCheck?.findings ?? ''), heading('三、整改报告'), ...paragraphs(report?.text ?? ''), heading('四、验收意见'), ...paragraphs(entry.data.opinion), text('整改合格。'),
      { is: 'signatures', rows: [{ role: '验收', names: [entry.by.name], on: longDate(entry.on) }] },
    ],
    note: `依据${citing('Art. 7(3)')}。案件编号 ${caseNumber}。`,
  })
}

export const notRectified = (about: About<'failRectification'>): Paper => {
  const { file, entry, caseNumber } = about
  return plain(about, {
    title: '整改不合格告知书',
    blocks: [
      text(`“${baseName(file)}”${file.year}年度考核整改（案件编号 ${caseNumber}）期限为${longDate(file.rectification?.dueOn ?? entry.on)}，整改不合格。`), ...paragraphs(entry.data.opinion),
      text(`请继续整改；整改到位的，可以申请验收。依据${citing('Art. 18')}，连续两年考核结果为“差”的，撤销中试基地资格。`),
    ],
  })
}
