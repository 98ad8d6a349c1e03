/** The papers of a revocation: what the host is told before, what is decided, and what everybody is told after. */
import type { Citation } from '../../kernel/rule.ts'
import { type PaperAbout, paperOf } from '../../platform/papers/kind.ts'
import { type Block, longDate, type Paper } from '../../platform/papers/paper.ts'
import { revocationGrounds } from '../../regulation/jinzhong-2023/article-19-revocation.ts'
import type { AuthorityBasis } from '../../regulation/jinzhong-2023/article-22-validity.ts'
import { citedInChinese, regulation } from '../../regulation/jinzhong-2023/index.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { remediesAgainst } from '../../settings/remedies.ts'
import { groundsFound, type RevocationCase, type RevocationEntry } from './revocation.case.ts'

type Entered<Did extends RevocationEntry['did']> = Extract<RevocationEntry, { did: Did }>
type About<Did extends RevocationEntry['did'], Found = unknown> = PaperAbout<RevocationCase, Entered<Did>, Found>

const measures = `《${regulation.title}》`
const text = (words: string): Block => ({ is: 'text', text: words })
const paragraphs = (words: string): Block[] => words.split('\n').filter((line) => line.trim() !== '').map(text)
const heading = (words: string): Block => ({ is: 'heading', level: 1, text: words })
const nameOf = (file: RevocationCase) => file.base?.name ?? ''
const hostOf = (file: RevocationCase) => file.base?.hosts.find(({ lead }) => lead)?.name ?? ''
const citedAs = (citations: readonly Citation[]) => `${measures}${citations.map(citedInChinese).join('、')}`
const situations = (file: RevocationCase) => groundsFound(file).map((ground) => revocationGrounds.find(({ id }) => id === ground)?.words.zh ?? ground).join('；')

const plain = (about: { file: RevocationCase; entry: { by: { org: string }; on: string }; nameOf: (org: string) => string }, paper: Pick<Paper, 'title' | 'blocks'> & Partial<Paper>): Paper => {
  const issuer = about.nameOf(about.entry.by.org)
  return { layout: '2026-1', form: 'plain', issuer, addressee: hostOf(about.file), signature: { organ: issuer, on: about.entry.on }, openness: 'onRequest', on: about.entry.on, ...paper }
}

const priorNotice = (about: About<'notify'>): Paper => {
  const { file, entry, caseNumber } = about
  const { facts, basis, contact, no, grounds, stateDays } = entry.data
  return plain(about, {
    number: no, title: `${about.nameOf(entry.by.org)}\n撤销市级中试基地资格事先告知书`,
    blocks: [
      text(`你单位依托的“${nameOf(file)}”（证书编号 ${file.base?.certificateNo ?? ''}，案件编号 ${caseNumber}）经调查，存在下列情形：${situations(file)}。`),
      heading('一、事实'), ...paragraphs(facts), heading('二、依据和理由'), ...paragraphs(basis), text(`适用条款：${citedAs(grounds)}。`),
      heading('三、拟作出的决定'), text(`拟撤销“${nameOf(file)}”市级中试基地资格。`),
      heading('四、你单位的权利'), text(`自收到本告知书次日起${stateDays}个工作日内，你单位可以在系统内或者书面进行陈述、申辩，提交证据，并可以要求听证；期满前不作出决定。逾期未陈述申辩的，视为没有意见。`), text(`联系方式：${contact}。`),
    ],
  })
}

const revoked = (about: About<'decideRevoke', AuthorityBasis | undefined>): Paper => {
  const { file, entry, found } = about
  const issuer = about.nameOf(entry.by.org)
  const { minutes, documentNo, citations, grounds } = entry.data
  return {
    layout: '2026-1', form: 'document', issuer, mark: `${issuer}文件`, number: documentNo, title: `${issuer}\n关于撤销“${nameOf(file)}”资格的决定`, addressee: hostOf(file), on: entry.on,
    blocks: [
      heading('一、事实'), ...paragraphs(file.notice?.facts ?? ''),
      heading('二、陈述申辩'), text(heardOf(file)), ...(file.answers?.points ?? []).map(({ point, taken, because }) => text(`${point}：${takenWords[taken]}。${because}`)),
      heading('三、决定'), ...paragraphs(grounds), text(`经${longDate(minutes.heldOn)}会议（${minutes.number}）审议，依据${citedAs(citations)}${found ? `和${named(found)}` : ''}，决定撤销“${nameOf(file)}”市级中试基地资格，证书（${file.base?.certificateNo ?? ''}）自本决定送达之日起失效。`),
      text('请自送达之日起交回牌匾和证书，停止以市级中试基地名义开展活动，对在途委托、项目和资料按规定移交，妥善处理未尽事项。'),
    ],
    remedies: remediesAgainst('本决定'), signature: { organ: issuer, on: entry.on }, openness: 'open', imprint: { printer: issuer, on: entry.on },
  }
}
const takenWords = { yes: '采纳', partly: '部分采纳', no: '不予采纳' } as const
const heardOf = ({ notice, statements, waived, hearing }: RevocationCase): string => {
  const told = `${notice ? `${longDate(notice.served?.on ?? notice.on)}送达事先告知书（${notice.no}）。` : ''}`
  const said = waived ? '你单位书面放弃陈述申辩。' : statements.length > 0 ? `你单位陈述申辩${statements.length}次，逐点复核如下。` : '你单位在规定期限内未陈述申辩。'
  return `${told}${said}${hearing ? `${longDate(hearing.heldOn)}举行听证。` : ''}`
}
const named = ({ title }: AuthorityBasis) => (title.startsWith('《') ? title : `《${title}》`)

const notRevoked = (about: About<'decideNotRevoke' | 'closeCured'>): Paper => {
  const { file, entry, caseNumber } = about
  const { minutes, documentNo, grounds } = entry.data
  return plain(about, {
    number: documentNo, title: `${about.nameOf(entry.by.org)}\n不予撤销市级中试基地资格决定书`,
    blocks: [
      text(`对你单位依托的“${nameOf(file)}”的撤销案（案件编号 ${caseNumber}），经调查并经${longDate(minutes.heldOn)}会议（${minutes.number}）审议，决定不予撤销。`), heading('理由'), ...paragraphs(grounds),
      text(`${entry.did === 'closeCured' ? '恢复期内已恢复对外开展中试服务能力。' : ''}本案调查期间的暂停自本决定作出之日起解除。`),
    ],
  })
}

const announcement = ({ file, entry, nameOf: institution }: About<'announce'>): Paper => {
  const issuer = institution(entry.by.org)
  const { decision, service } = file
  return {
    layout: '2026-1', form: 'plain', issuer, number: entry.data.no, title: entry.data.title, on: entry.on,
    blocks: [text(`依据${citedAs(decision?.grounds ?? [])}，“${nameOf(file)}”（依托单位：${(file.base?.hosts ?? []).map(({ name }) => name).join('、')}）的市级中试基地资格已撤销，决定文号${decision?.documentNo ?? ''}，${longDate(service?.on ?? entry.on)}送达生效。证书（${file.base?.certificateNo ?? ''}）同时失效。`), text('特此公告。')],
    signature: { organ: issuer, on: entry.on }, openness: 'open',
  }
}

const paper = paperOf<RevocationCase, RevocationEntry>()
const basisInUse = async (_tx: unknown, { context }: { context: { rules: unknown } }) => (context.rules as RulesInForce).authorityBasis
export const papers = [
  paper({ kind: 'priorNotice', words: { zh: '事先告知书', en: 'Prior notice' }, after: ['notify'], of: priorNotice }),
  paper({ kind: 'revocation', words: { zh: '撤销决定', en: 'Decision to revoke' }, after: ['decideRevoke'], look: basisInUse, of: revoked }),
  paper({ kind: 'notRevoked', words: { zh: '不予撤销决定书', en: 'Decision not to revoke' }, after: ['decideNotRevoke', 'closeCured'], of: notRevoked }),
  paper({ kind: 'announcement', words: { zh: '撤销公告', en: 'Announcement of the revocation' }, after: ['announce'], of: announcement }),
]
