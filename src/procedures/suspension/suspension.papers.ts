/** The papers of a suspension: what is stopped and why at once, what ends it, and that it has ended. */
import { type PaperAbout, paperOf } from '../../platform/papers/kind.ts'
import { type Block, longDate, type Paper } from '../../platform/papers/paper.ts'
import { citedInChinese, regulation } from '../../regulation/jinzhong-2023/index.ts'
import { remediesAgainst } from '../../settings/remedies.ts'
import type { SuspensionCase, SuspensionEntry } from './suspension.case.ts'
import { suspensionKinds } from './suspension.commands.ts'

type About<Did extends SuspensionEntry['did']> = PaperAbout<SuspensionCase, Extract<SuspensionEntry, { did: Did }>>

const text = (words: string): Block => ({ is: 'text', text: words })
const paragraphs = (words: string): Block[] => words.split('\n').filter((line) => line.trim() !== '').map(text)
const heading = (words: string): Block => ({ is: 'heading', level: 1, text: words })
const competence = ({ level }: SuspensionCase) => `《${regulation.title}》${citedInChinese(level === 'city' ? 'Art. 6(4)' : 'Art. 7(3)')}`

const told = (about: Pick<PaperAbout<SuspensionCase, SuspensionEntry>, 'file' | 'entry' | 'nameOf' | 'serial'>, paper: Pick<Paper, 'title' | 'blocks'> & Partial<Paper>): Paper => {
  const { file, entry, nameOf, serial } = about
  const issuer = nameOf(entry.by.org)
  return {
    layout: '2026-1', form: 'plain', issuer, number: serial, addressee: file.base?.hosts.find(({ lead }) => lead)?.name ?? '',
    signature: { organ: issuer, on: entry.on }, openness: 'onRequest', on: entry.on, ...paper, title: `${issuer}\n${paper.title}`,
  }
}

const held = (about: About<'suspend'>): Paper => {
  const { file, caseNumber } = about
  return told(about, {
    title: '暂停中试活动通知书', remedies: remediesAgainst('本通知书'),
    blocks: [
      text(`按照${competence(file)}，你单位依托的“${file.base?.name ?? ''}”自${longDate(file.since ?? about.entry.on)}起暂停中试活动（案件编号 ${caseNumber}）。`),
      heading('一、发现的事实'), ...paragraphs(file.facts),
      heading('二、理由'), text(`${file.kind ? suspensionKinds[file.kind].zh : ''}${file.inspection ? `（检查编号 ${file.inspection.number}）` : ''}。`), ...paragraphs(file.reason),
      heading('三、要求'), text('暂停期间不得开展中试活动，不得受理新的委托。本次暂停须经市科技局确认，确认前持续有效。'),
    ],
  })
}
const confirmed = (about: About<'confirm' | 'extend'>): Paper => {
  const { file, entry, caseNumber } = about
  return told(about, {
    title: entry.did === 'confirm' ? '暂停中试活动确认书' : '延长暂停中试活动通知书', remedies: remediesAgainst(entry.did === 'confirm' ? '本确认书' : '本通知书'),
    blocks: [
      text(`“${file.base?.name ?? ''}”自${longDate(file.since ?? entry.on)}起的暂停（案件编号 ${caseNumber}），${entry.did === 'confirm' ? '经审查予以确认' : '经审查予以延长'}，暂停至${longDate(entry.data.endsOn)}。`),
      ...(entry.did === 'extend' ? [heading('理由'), ...paragraphs(entry.data.reason)] : []),
      heading('解除条件'), ...paragraphs(file.confirmed?.conditions ?? ''),
      text('符合条件的，请在系统内申请解除。期限届满不自动解除，由市科技局作出解除或者延长的决定。'),
    ],
  })
}
const over = (about: About<'annul' | 'lift'>): Paper => {
  const { file, entry, caseNumber } = about
  const name = file.base?.name ?? ''
  return told(about, entry.did === 'annul'
    ? { title: '不予确认暂停通知书', blocks: [text(`对“${name}”的暂停（案件编号 ${caseNumber}），经审查不予确认，自即日起撤销。`), heading('理由'), ...paragraphs(entry.data.reason)] }
    : { title: '解除暂停中试活动通知书', blocks: [text(`“${name}”的暂停（案件编号 ${caseNumber}），经${longDate(file.proposal?.checkedOn ?? entry.on)}现场核查，符合解除条件，自${longDate(entry.on)}起解除。`), heading('核查情况'), ...paragraphs(file.proposal?.findings ?? '')] })
}

const paper = paperOf<SuspensionCase, SuspensionEntry>()
export const papers = [
  paper({ kind: 'suspensionNotice', words: { zh: '暂停通知书', en: 'Notice of suspension' }, after: ['suspend'], serial: 'ZX', of: held }),
  paper({ kind: 'suspensionConfirmed', words: { zh: '暂停确认书', en: 'Suspension confirmed or extended' }, after: ['confirm', 'extend'], serial: 'ZQ', of: confirmed }),
  paper({ kind: 'suspensionOver', words: { zh: '解除暂停通知书', en: 'End of the suspension' }, after: ['annul', 'lift'], serial: 'ZJ', of: over }),
]
