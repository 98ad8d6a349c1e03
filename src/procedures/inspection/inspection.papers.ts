/** The papers of an inspection: the record of what was found, and the notice of what has to be put right. */
import type { Basis, Citation } from '../../kernel/rule.ts'
import { type PaperAbout, paperOf } from '../../platform/papers/kind.ts'
import { type Block, longDate, type Paper } from '../../platform/papers/paper.ts'
import { citedInChinese, regulation } from '../../regulation/jinzhong-2023/index.ts'
import { inspection2026, inspectionAnswers } from '../../settings/inspection-2026.ts'
import { remediesAgainst } from '../../settings/remedies.ts'
import { isSettingKey, settingOf } from '../../settings/settings.ts'
import { type Demand, type InspectionCase, type InspectionEntry, type InspectionRecord, openDemands } from './inspection.case.ts'
import { inspectionKinds, obstructionKinds } from './inspection.commands.ts'

type Entered<Did extends InspectionEntry['did']> = Extract<InspectionEntry, { did: Did }>
type About<Did extends InspectionEntry['did']> = PaperAbout<InspectionCase, Entered<Did>>

const measures = `《${regulation.title}》`
const text = (words: string): Block => ({ is: 'text', text: words })
const paragraphs = (words: string): Block[] => words.split('\n').filter((line) => line.trim() !== '').map(text)
const heading = (words: string): Block => ({ is: 'heading', level: 1, text: words })
const hostOf = (file: InspectionCase) => file.base?.hosts.find(({ lead }) => lead)?.name ?? ''
const baseOf = (file: InspectionCase) => file.base?.name ?? ''
/** An article of the Measures, or the name of the setting that fills their gap. */
const ground = (law: Basis): string => {
  const key = law.replace(/^setting:/, '')
  return isSettingKey(key) ? `规则“${settingOf(key).words.zh}”` : citedInChinese(law as Citation)
}
const competence = ({ level }: InspectionCase): string => `${measures}${citedInChinese(level === 'city' ? 'Art. 6(4)' : 'Art. 7(3)')}`

const answerOrder = Object.keys(inspectionAnswers) as (keyof typeof inspectionAnswers)[]
const found = (record: InspectionRecord): Block[] => inspection2026.blocks.flatMap((block) => {
  const rows = block.items.flatMap(({ id, words, unit }) => {
    const item = record.items.find((one) => one.item === id)
    if (!item) return []
    const declared = record.shown.declared[id]
    const figures = [declared === undefined ? '' : `登记 ${declared}${unit?.zh ?? ''}`, item.found ? `现场 ${item.found}${unit?.zh ?? ''}` : ''].filter(Boolean).join('，')
    const note = [figures, item.note.replace(/。$/, ''), item.photos.length > 0 ? `照片${item.photos.length}张` : '', item.matter ? `涉及重大事项${item.matter}` : ''].filter(Boolean).join('；')
    return [{ no: id, asks: words.zh, answer: answerOrder.indexOf(item.answer), ...(note && { note }) }]
  })
  return rows.length === 0 ? [] : [{ is: 'heading', level: 2, text: `${block.words.zh}（${ground(block.law)}）` }, { is: 'checklist', answers: answerOrder.map((answer) => inspectionAnswers[answer].zh), rows }] as Block[]
})

const sheet = ({ file, entry, caseNumber, nameOf, serial }: About<'record'>): Paper => {
  const issuer = nameOf(entry.by.org)
  const record = file.record as InspectionRecord
  return {
    layout: '2026-1', form: 'sheet', issuer, number: serial, title: `${baseOf(file)}\n检查记录`, openness: 'onRequest', on: entry.on,
    blocks: [
      { is: 'fields', rows: [
        { label: '中试基地', value: baseOf(file) }, { label: '依托单位', value: hostOf(file) },
        { label: '检查类型', value: inspectionKinds[file.kind as keyof typeof inspectionKinds]?.zh ?? file.kind }, { label: '检查日期', value: longDate(record.inspectedOn) },
        { label: '检查人员', value: record.inspectors.map(({ name, org }) => (org ? `${name}（${org}）` : name)).join('、'), wide: true },
        { label: '事先告知', value: file.notice ? `${longDate(file.notice.on)}告知` : '未事先告知' }, { label: '重大事故隐患', value: record.majorHazard ? '发现' : '未发现' },
      ] },
      ...found(record),
      heading('检查意见'), ...paragraphs(record.opinion),
      heading('被检查单位意见'), text(record.remark || '无。'),
      { is: 'signatures', rows: [{ role: '检查人员', names: record.signedBy, on: longDate(entry.on) }, { role: '被检查单位在场人', names: record.present ? [record.present] : [] }] },
    ],
    note: `依据${competence(file)}。检查表 ${record.version}。案件编号 ${caseNumber}。`,
  }
}

const again = { requireRectification: '整改通知书', returnRectification: '继续整改通知书', setTerm: '再次整改通知书', extend: '延长整改期限通知书' } as const
const notice = ({ file, entry, caseNumber, nameOf, serial }: About<keyof typeof again>): Paper => {
  const issuer = nameOf(entry.by.org)
  const demands = openDemands(file)
  const opinion = entry.did === 'requireRectification' ? file.proposal?.opinion ?? '' : entry.data.reason
  return {
    layout: '2026-1', form: 'plain', issuer, number: serial, title: `${issuer}\n${again[entry.did]}`, addressee: hostOf(file),
    blocks: [
      text(`按照${competence(file)}，对你单位依托的“${baseOf(file)}”进行了检查（${file.record ? `${longDate(file.record.inspectedOn)}，` : ''}案件编号 ${caseNumber}），下列事项须整改。`),
      { is: 'table', columns: [{ head: '序号', width: 0.35, align: 'center' }, { head: '检查项目', width: 1.6 }, { head: '依据', width: 0.8 }, { head: '整改要求', width: 2 }, { head: '期限', width: 0.9 }], rows: demands.map(rowOf) },
      ...paragraphs(opinion),
      text(`请按表列期限在系统内逐项报告整改情况，并附证明材料。${file.level === 'county' ? '逾期未整改到位的，提请市科技局处理。' : '逾期仍未整改到位的，依照规定处理。'}`),
    ],
    remedies: remediesAgainst('本通知书'), signature: { organ: issuer, on: entry.on }, openness: 'onRequest', on: entry.on,
  }
}
const rowOf = ({ item, words, law, demand, dueOn }: Demand, at: number): string[] => [String(at + 1), `${item} ${words.zh}`, ground(law), demand, longDate(dueOn)]

/** Facts and where they stand from now on; what the text does not attach to them is not threatened with. */
const refusal = ({ file, entry, caseNumber, nameOf, serial }: About<'recordObstruction'>): Paper => {
  const issuer = nameOf(entry.by.org)
  const { how, happenedOn, inspectors, facts, present, files, signedBy } = entry.data
  return {
    layout: '2026-1', form: 'plain', issuer, number: serial, title: `${issuer}\n检查受阻告知书`, addressee: hostOf(file),
    blocks: [
      text(`按照${competence(file)}，${inspectors.map(({ name }) => name).join('、')}于${longDate(happenedOn)}对你单位依托的“${baseOf(file)}”进行检查（案件编号 ${caseNumber}），未能进行。情形：${obstructionKinds[how].zh}。`),
      heading('经过'), ...paragraphs(facts), text(`在场人：${present || '无'}。证据 ${files.length} 份，存于本件。`),
      text(`依托单位负责中试基地的检查考核工作（${measures}${citedInChinese('Art. 8(1)')}）。以上情况记入基地档案，年度考核时一并核定；检查将另行安排，请予配合。`),
      { is: 'signatures', rows: [{ role: '检查人员', names: signedBy, on: longDate(entry.on) }] },
    ],
    signature: { organ: issuer, on: entry.on }, openness: 'onRequest', on: entry.on,
  }
}

const paper = paperOf<InspectionCase, InspectionEntry>()
export const papers = [
  paper({ kind: 'inspectionRecord', words: { zh: '检查记录', en: 'Record of the inspection' }, after: ['record'], serial: 'JL', of: sheet }),
  paper({ kind: 'obstructionNotice', words: { zh: '检查受阻告知书', en: 'Notice of a refused inspection' }, after: ['recordObstruction'], serial: 'JSZ', of: refusal }),
  paper({ kind: 'rectificationNotice', words: { zh: '整改通知书', en: 'Notice of rectification' }, after: ['requireRectification', 'returnRectification', 'setTerm', 'extend'], serial: 'ZG', of: notice }),
]
