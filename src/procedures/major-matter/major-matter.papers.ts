/** The papers of a major matter: the reply of the city, the receipt of a filing, the report of an accident with the duty it does not replace. */
import { type PaperAbout, paperOf } from '../../platform/papers/kind.ts'
import { type Block, type Field, longDate, type Paper } from '../../platform/papers/paper.ts'
import { regulation } from '../../regulation/jinzhong-2023/index.ts'
import type { Matter, MatterField } from '../../settings/matters/matter.ts'
import { matterOf } from '../../settings/matters/matters-2026.ts'
import { remediesAgainst } from '../../settings/remedies.ts'
import { settingOf } from '../../settings/settings.ts'
import type { MajorMatterCase, MajorMatterEntry } from './major-matter.case.ts'
import { accidentWords } from './major-matter.commands.ts'
import { fieldsAsked, type MatterValue } from './major-matter.form.ts'

type Entered<Did extends MajorMatterEntry['did']> = Extract<MajorMatterEntry, { did: Did }>
type About<Did extends MajorMatterEntry['did']> = PaperAbout<MajorMatterCase, Entered<Did>>

const measures = `《${regulation.title}》`
const text = (words: string): Block => ({ is: 'text', text: words })
const paragraphs = (words: string): Block[] => words.split('\n').filter((line) => line.trim() !== '').map(text)
const host = ({ base }: MajorMatterCase) => base?.hosts.find(({ lead }) => lead)?.name ?? ''
const matterIn = ({ code }: MajorMatterCase): Matter => matterOf(code ?? 'M10')
/** 关于××中试基地名称变更的 */
const about = (file: MajorMatterCase) => `关于${file.base?.name ?? ''}${matterIn(file).words.zh}的`

const told = ({ file, entry, nameOf, serial }: { file: MajorMatterCase; entry: { on: string; by: { org: string } }; nameOf: (org: string) => string; serial: string }, paper: Pick<Paper, 'title' | 'blocks'> & Partial<Paper>): Paper => {
  const issuer = nameOf(entry.by.org)
  return { layout: '2026-1', form: 'plain', issuer, number: serial, addressee: host(file), signature: { organ: issuer, on: entry.on }, openness: 'onRequest', on: entry.on, ...paper }
}

const shown = (field: MatterField, value: MatterValue | undefined): string => {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : `${one.name}${one.lead ? '（牵头）' : ''}`)).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return field.options?.find((one) => one.value === value)?.words.zh ?? (field.type === 'money' ? `${value} 万元` : field.type === 'area' ? `${value} m²` : String(value))
}
/** What was asked, as answered; reasons stay in the case. */
const asked = (file: MajorMatterCase): Block => {
  const matter = matterIn(file)
  const values = file.asked?.values ?? {}
  const rows = fieldsAsked(matter, values).filter(({ id, type }) => values[id] !== undefined && (type !== 'longText' || matter.fields.find((one) => one.id === id)?.replaces)).map((field): Field => ({ label: field.words.zh, value: shown(field, values[field.id]), ...(String(shown(field, values[field.id])).length > 14 && { wide: true as const }) }))
  return { is: 'fields', rows }
}
const way = ({ asked: at, endorsement, examination }: MajorMatterCase) => text(`该事项于${longDate(at?.on ?? '')}提出，${endorsement ? `${longDate(endorsement.on)}由依托单位上报，` : ''}${examination ? `${longDate(examination.on)}经组织管理部门审定。` : ''}`)

const approval = ({ file, entry, ...rest }: About<'approve'>) => told({ file, entry, ...rest }, {
  title: `${rest.nameOf(entry.by.org)}\n${about(file)}复函`,
  blocks: [text(`${about(file)}申请收悉。按照${measures}第六条、第八条、第十五条，经研究，现函复如下。`), text(`一、同意该事项，自${longDate(entry.data.effectiveOn)}起生效。`), asked(file), ...paragraphs(entry.data.opinion), ...(entry.data.conditions ? [text('二、请落实下列要求：'), ...paragraphs(entry.data.conditions)] : []), way(file)],
})
const leaving = ({ file, entry, ...rest }: About<'approveLeaving'>) => told({ file, entry, ...rest }, {
  title: `${rest.nameOf(entry.by.org)}\n${about(file)}复函`,
  blocks: [text(`${about(file)}申请收悉。按照${measures}第六条、第十五条，经研究，同意退出。`), ...paragraphs(entry.data.opinion), text('退出前按规定公示；公示期满无异议的，退出名录，证书失效。在办委托按申请所列安排了结或移交。'), asked(file), way(file)],
})
const refusal = ({ file, entry, ...rest }: About<'refuse'>) => told({ file, entry, ...rest }, {
  title: `${rest.nameOf(entry.by.org)}\n${about(file)}不予批准告知书`, remedies: remediesAgainst('本告知书'),
  blocks: [text(`${about(file)}申请收悉。按照${measures}第六条、第十五条，经审查，不予批准。`), { is: 'heading', level: 1, text: '理由' }, ...paragraphs(entry.data.grounds), way(file)],
})
const filing = ({ file, entry, caseNumber, ...rest }: About<'file'>) => told({ file, entry, ...rest }, {
  title: `${rest.nameOf(entry.by.org)}\n重大事项备案回执`,
  blocks: [text(`${about(file)}备案材料收悉，准予备案（案件编号 ${caseNumber}）。`), asked(file), ...paragraphs(entry.data.opinion ?? ''), ...(file.asked?.late ? [text(`该事项发生于${longDate(file.asked.happenedOn ?? '')}，应于${longDate(file.asked.dueOn ?? '')}前申报，属逾期申报。`)] : []), way(file)],
})
/** What a report to the science authorities does not replace stands on its paper. */
export const statutoryDuty = (): string => `本报告不能代替法定事故报告。发生生产安全事故，单位负责人接报后应当于 ${settingOf('major.statutoryHours').value} 小时内向应急管理部门报告（《生产安全事故报告和调查处理条例》第九条）；发生突发环境事件，应当立即向生态环境部门报告。`
const reported = { done: '已报', doing: '正在报', notRequired: '不属其职责' } as const
const accident = ({ file, entry, nameOf, serial }: About<'report'>): Paper => ({
  layout: '2026-1', form: 'sheet', issuer: nameOf(entry.by.org), number: serial, title: '中试基地事故速报单', openness: 'closed', on: entry.on, note: `${measures}第八条（二）；${settingOf('major.accidentHours').words.zh}为系统配置规则（非办法条文）。`,
  blocks: [
    { is: 'fields', rows: [
      { label: '中试基地', value: file.base?.name ?? '', wide: true }, { label: '依托单位', value: host(file), wide: true }, { label: '事故类别', value: accidentWords[entry.data.kind].zh }, { label: '发生时间', value: entry.data.occurredAt.replace('T', ' ') },
      { label: '报告时间', value: entry.data.reportedAt.replace('T', ' ') }, { label: '距事故', value: `${entry.data.hours} 小时${entry.data.late ? '（逾期）' : ''}` }, { label: '地点', value: entry.data.where, wide: true }, { label: '简要经过', value: entry.data.what, wide: true },
      { label: '人员', value: `死亡 ${entry.data.dead} 人，受伤 ${entry.data.injured} 人，失联 ${entry.data.missing} 人`, wide: true }, { label: '危险物质', value: entry.data.hazardous ? entry.data.substances ?? '涉及' : '不涉及', wide: true }, { label: '已采取措施', value: entry.data.measures, wide: true },
      { label: '应急管理部门', value: reported[entry.data.emergency] }, { label: '生态环境部门', value: reported[entry.data.ecology] },
    ] },
    text(statutoryDuty()), text('自报告之时起安全暂停：停止承接新的中试委托，由市科技局两人决定解除，不自动解除。'),
    { is: 'signatures', rows: [{ role: '报告人', names: [entry.by.name], on: longDate(entry.on) }] },
  ],
})
const lift = ({ file, entry, ...rest }: About<'lift'>) => told({ file, entry, ...rest }, {
  title: `${rest.nameOf(entry.by.org)}\n关于解除${file.base?.name ?? ''}安全暂停的通知`,
  blocks: [text(`${file.base?.name ?? ''}于${longDate(file.held?.since ?? entry.on)}因事故安全暂停。经组织管理部门${file.clearance ? `${longDate(file.clearance.visitedOn)}现场` : ''}核实隐患已消除，按照${measures}第六条，决定自${longDate(entry.on)}起解除。`), ...paragraphs(entry.data.opinion), text('请继续落实安全、环保主体责任，整改措施长期执行。')],
})

const paper = paperOf<MajorMatterCase, MajorMatterEntry>()
export const papers = [
  paper({ kind: 'approval', words: { zh: '复函', en: 'Reply' }, after: ['approve'], serial: 'ZF', of: approval }),
  paper({ kind: 'leaving', words: { zh: '退出复函', en: 'Reply on leaving' }, after: ['approveLeaving'], serial: 'TF', of: leaving }),
  paper({ kind: 'refusal', words: { zh: '不予批准告知书', en: 'Refusal' }, after: ['refuse'], serial: 'ZB', of: refusal }),
  paper({ kind: 'filing', words: { zh: '备案回执', en: 'Receipt of the filing' }, after: ['file'], serial: 'BA', of: filing }),
  paper({ kind: 'accident', words: { zh: '事故速报单', en: 'Report of the accident' }, after: ['report'], serial: 'SG', of: accident }),
  paper({ kind: 'lift', words: { zh: '解除安全暂停通知', en: 'Notice that the hold is lifted' }, after: ['lift'], serial: 'JA', of: lift }),
]
