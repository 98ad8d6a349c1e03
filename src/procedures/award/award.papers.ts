/** The papers of an award: the notice issued jointly with the finance bureau, and the recovery where it is switched on. */
import { type PaperAbout, paperOf } from '../../platform/papers/kind.ts'
import { type Block, longDate, type Paper } from '../../platform/papers/paper.ts'
import { regulation } from '../../regulation/jinzhong-2023/index.ts'
import { remediesAgainst } from '../../settings/remedies.ts'
import type { AwardCase, AwardEntry } from './award.case.ts'

type Entered<Did extends AwardEntry['did']> = Extract<AwardEntry, { did: Did }>
type About<Did extends AwardEntry['did']> = PaperAbout<AwardCase, Entered<Did>>

const measures = `《${regulation.title}》`
const text = (words: string): Block => ({ is: 'text', text: words })
const hostOf = (file: AwardCase) => file.base?.hosts.find(({ lead }) => lead)?.name ?? ''

const notice = ({ file, entry, nameOf }: About<'publish'>): Paper => {
  const issuer = nameOf(entry.by.org)
  const { finance, documentNo, title } = entry.data
  return {
    layout: '2026-1', form: 'document', issuer, mark: `${issuer}文件`, number: documentNo, title: `${issuer}  ${finance.office}\n${title}`, addressee: hostOf(file), on: entry.on,
    blocks: [
      text(`根据${measures}第二十条，按照认定结果，并经${longDate(file.decision?.minutes.heldOn ?? entry.on)}会议（${file.decision?.minutes.number ?? ''}）审议，会同${finance.office}（${finance.letter}），现就“${file.base?.name ?? ''}”奖补资金通知如下。`),
      { is: 'table', columns: [{ head: '中试基地', width: 2 }, { head: '依托单位', width: 2 }, { head: '预算年度', width: 0.7, align: 'center' }, { head: '金额（万元）', width: 0.8, align: 'right' }], rows: [[file.base?.name ?? '', hostOf(file), String(file.budget?.year ?? ''), file.amount]] },
      text(`金额依据：${file.basis}。列${file.budget?.line ?? ''}。奖补为一次性，同一事项已获其他财政资金的予以扣除。`),
      text('请在系统内申领并提交票据，专款用于研发、设备和中试服务，不得用于奖金、福利；到账后按期报告使用情况，自觉接受财政、审计监督。'),
    ],
    signature: { organ: `${issuer}  ${finance.office}`, on: entry.on }, openness: 'open', imprint: { printer: issuer, on: entry.on },
  }
}

const recovery = ({ file, entry, serial, nameOf }: About<'clawBack'>): Paper => {
  const issuer = nameOf(entry.by.org)
  const { minutes, grounds, payBy } = entry.data
  return {
    layout: '2026-1', form: 'plain', issuer, number: serial, title: `${issuer}\n追回奖补资金决定书`, addressee: hostOf(file), on: entry.on,
    blocks: [
      text(`“${file.base?.name ?? ''}”因提供虚假材料被撤销市级中试基地资格。经${longDate(minutes.heldOn)}会议（${minutes.number}）审议，决定追回已拨付的奖补资金${file.payment?.amount ?? ''}万元，请于${longDate(payBy)}前退缴。`),
      { is: 'heading', level: 1, text: '理由' }, ...grounds.split('\n').filter((line) => line.trim() !== '').map(text),
    ],
    remedies: remediesAgainst('本决定'), signature: { organ: issuer, on: entry.on }, openness: 'onRequest',
  }
}

const paper = paperOf<AwardCase, AwardEntry>()
export const papers = [
  paper({ kind: 'awardNotice', words: { zh: '奖补通知', en: 'Notice of award' }, after: ['publish'], of: notice }),
  paper({ kind: 'recovery', words: { zh: '追回奖补决定书', en: 'Decision to recover the award' }, after: ['clawBack'], serial: 'ZH', of: recovery }),
]
