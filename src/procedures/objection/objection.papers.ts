/** The papers of an objection. Who objects stands in none of them: the address is the receipt. */
import { paperOf } from '../../platform/papers/kind.ts'
import { type Block, longDate, type Paper } from '../../platform/papers/paper.ts'
import { regulation } from '../../regulation/jinzhong-2023/index.ts'
import { categoryWords, outcomeWords } from './objection.commands.ts'
import type { ObjectionCase, ObjectionEntry } from './objection.case.ts'

const text = (words: string): Block => ({ is: 'text', text: words })
const paragraphs = (words: string): Block[] => words.split('\n').filter((line) => line.trim() !== '').map(text)
const frame = (about: { file: ObjectionCase; entry: { on: string }; nameOf: (org: string) => string; serial: string }): Omit<Paper, 'title' | 'blocks'> => {
  const issuer = about.nameOf(about.file.parties['city.officer']?.[0] ?? '')
  return { layout: '2026-1', form: 'plain', issuer, number: about.serial, signature: { organ: issuer, on: about.entry.on }, openness: 'closed', on: about.entry.on }
}
/** "对《…》（公示编号）中“…”一项提出的异议" */
const matter = ({ notice, row }: ObjectionCase) => `“${notice?.title ?? ''}”（${notice?.number ?? ''}）中“${row?.name ?? ''}”一项`

const paper = paperOf<ObjectionCase, ObjectionEntry>()
export const papers = [
  paper({ kind: 'inquiry', words: { zh: '异议核查告知书', en: 'Request for a reply' }, after: ['askReply'], serial: 'YG', of: (about) => ({
    ...frame(about), title: `${frame(about).issuer}\n公示异议核查告知书`, addressee: about.file.row?.hosts[0]?.name ?? '',
    blocks: [text(`对${matter(about.file)}，我局收到异议并正在核查。按照《${regulation.title}》第十条，请你单位就下列事项作出书面说明，并附证明材料。`), ...paragraphs(about.entry.data.request), text(`请于${longDate(about.entry.data.dueOn)}前在系统内答复；逾期未答复的，按已有材料继续核查。核查期间该项公示等待结论。`)],
  }) }),
  paper({ kind: 'notAccepted', words: { zh: '异议不予受理告知书', en: 'Objection not accepted' }, after: ['refuseToAccept'], serial: 'YB', of: (about) => ({
    ...frame(about), title: `${frame(about).issuer}\n公示异议不予受理告知书`, addressee: `异议人（回执编号 ${about.caseNumber}）`,
    blocks: [text(`你对${matter(about.file)}提出的异议，经审查不予受理。`), { is: 'heading', level: 1, text: '理由' }, ...paragraphs(about.entry.data.told), text('补充事实和证据后，可以在公示期内重新提出；也可以向机关纪委反映。')],
  }) }),
  paper({ kind: 'answer', words: { zh: '异议答复书', en: 'Answer to the objector' }, after: ['answer'], serial: 'YD', of: (about) => ({
    ...frame(about), title: `${frame(about).issuer}\n公示异议答复书`, addressee: `异议人（回执编号 ${about.caseNumber}）`,
    blocks: [text(`你对${matter(about.file)}提出的异议（事由：${about.file.category ? categoryWords[about.file.category].zh : ''}），经核查，结论为：${about.file.conclusion ? outcomeWords[about.file.conclusion.outcome].zh : ''}。`), ...paragraphs(about.entry.data.text), text('对答复不满意的，可以向机关纪委反映。')],
  }) }),
]
