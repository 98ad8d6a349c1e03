/** The papers of a recognition, each as pure data from the case and the entry that produces it. */
import { type PaperAbout, paperOf } from '../../platform/papers/kind.ts'
import { type Block, longDate, type Paper } from '../../platform/papers/paper.ts'
import type { AuthorityBasis } from '../../regulation/jinzhong-2023/article-22-validity.ts'
import { regulation } from '../../regulation/jinzhong-2023/index.ts'
import { countyChecklists, formExam2026 } from '../../settings/checklists-2026.ts'
import { divisionOf } from '../../settings/divisions.ts'
import { fields as listedFields } from '../../settings/fields.ts'
import type { RulesInForce } from '../../settings/in-force.ts'
import { remediesAgainst } from '../../settings/remedies.ts'
import { rectificationItems, type RecognitionCase, type RecognitionEntry } from './recognition.case.ts'
import { siteVisitPaper } from './recognition.papers.visit.ts'

type Entered<Did extends RecognitionEntry['did']> = Extract<RecognitionEntry, { did: Did }>
type About<Did extends RecognitionEntry['did'], Found = unknown> = PaperAbout<RecognitionCase, Entered<Did>, Found>

const measures = `《${regulation.title}》`
const hostsOf = (file: RecognitionCase) => file.hosts.map(({ name }) => name).join('、')
const leadOf = (file: RecognitionCase) => file.hosts[0]?.name ?? ''
const text = (words: string): Block => ({ is: 'text', text: words })
/** One paragraph a line of what somebody wrote. */
const paragraphs = (words: string): Block[] => words.split('\n').filter((line) => line.trim() !== '').map(text)
const heading = (words: string, level: 1 | 2 = 1): Block => ({ is: 'heading', level, text: words })

/** A paper of the organ that acts, in plain form, to the applicant. */
const told = (about: { file: RecognitionCase; entry: { by: { org: string }; on: string }; nameOf: (org: string) => string }, paper: Pick<Paper, 'title' | 'blocks'> & Partial<Paper>): Paper => {
  const issuer = about.nameOf(about.entry.by.org)
  return { layout: '2026-1', form: 'plain', issuer, addressee: leadOf(about.file), signature: { organ: issuer, on: about.entry.on }, openness: 'onRequest', on: about.entry.on, ...paper }
}

const recommendation = ({ file, entry, nameOf }: About<'recommend'>): Paper => {
  const issuer = nameOf(entry.by.org)
  const { examination, facts } = file
  const told = (['truth', 'completeness', 'form'] as const).map((aspect): Block => {
    const { words, questions, answers } = countyChecklists[aspect]
    const given = examination?.[aspect] ?? []
    const yes = given.filter(({ answer }) => answer === 'yes').length
    const notes = given.filter(({ answer, note }) => answer !== 'yes' && note).map(({ item, note }) => `${questions.find(({ id }) => id === item)?.words.zh ?? item}：${note}`)
    return { is: 'heading', level: 2, text: `（${'一二三'[['truth', 'completeness', 'form'].indexOf(aspect)]}）${words.zh}。`, follows: `核查${questions.length}项，${answers.yes.zh}${yes}项${notes.length > 0 ? `；${notes.join('；')}` : ''}。` }
  })
  return {
    layout: '2026-1', form: 'letter', issuer, mark: issuer, number: entry.data.letterNo, title: `${issuer}\n关于推荐“${file.title}”\n申报市级中试基地认定的函`, addressee: nameOf(file.city), on: entry.on,
    blocks: [
      text(`按照${measures}第七条、第十条的规定，我局受理了${hostsOf(file)}提出的市级中试基地认定申请，并对申报材料的真实性、完整性和规范性进行了初审核实。现将有关情况函告如下。`),
      heading('一、申报情况'),
      text(`申报名称：${file.title}。依托单位：${hostsOf(file)}。领域：${listedFields.find(({ id }) => id === facts?.field)?.words.zh ?? '未填'}。核心研究方向：${facts?.direction || '未填'}。建设地点：${divisionOf((file.county ?? '').replace('county.', ''))?.words.zh ?? ''}。`),
      heading('二、初审核实情况'), ...told,
      heading('三、推荐意见'), ...paragraphs(entry.data.opinion),
      text('经研究，同意推荐，请予审查。'),
    ],
    attachments: [`${file.title}申报书及附件（指纹 ${(file.submissions.at(-1)?.snapshot ?? '').slice(0, 16)}）`], signature: { organ: issuer, on: entry.on }, openness: 'onRequest',
  }
}

const supplementNotice = (about: About<'returnForSupplement' | 'requestSupplement'>): Paper => {
  const { file, entry, serial, caseNumber, nameOf } = about
  const stage = entry.did === 'returnForSupplement' ? '初审核实' : '形式审查'
  return told(about, {
    number: serial, title: `${nameOf(entry.by.org)}\n市级中试基地认定申请补正告知书`,
    blocks: [
      text(`你单位申报的“${file.title}”（案件编号 ${caseNumber}）正在${stage}。按照${measures}第十条，现将需要补正的事项一次性告知如下。`),
      { is: 'table', columns: [{ head: '序号', width: 0.4, align: 'center' }, { head: '节、字段或附件', width: 1.2 }, { head: '补正要求', width: 3 }], rows: entry.data.items.map(({ path, demand }, at) => [String(at + 1), path, demand]) },
      text(`请于${longDate(entry.data.dueOn)}前在系统内逐项补正并答复。补正期间${stage}停止计时；逾期未补正的，按现有材料办理。`),
    ],
  })
}

const visitRectification = (about: About<'orderRectification'>): Paper => {
  const { file, entry, serial, caseNumber, nameOf } = about
  return told(about, {
    number: serial, title: `${nameOf(entry.by.org)}\n现场考察整改通知书`,
    blocks: [
      text(`你单位申报的“${file.title}”（案件编号 ${caseNumber}）经现场考察，考察组意见为基本符合、限期整改。按照${measures}第十条，请就下列事项整改：`),
      { is: 'table', columns: [{ head: '序号', width: 0.4, align: 'center' }, { head: '整改事项', width: 4 }], rows: rectificationItems(file).map(({ what }, at) => [String(at + 1), what]) },
      text(`请于${longDate(entry.data.dueOn)}前整改到位并在系统内报告。未经验收的，不拟定认定。`),
    ],
  })
}

const acceptance = (about: About<'acceptForm'>): Paper => {
  const { file, entry, caseNumber, nameOf } = about
  const answers = Object.values(formExam2026.answers).map(({ zh }) => zh)
  const order = Object.keys(formExam2026.answers)
  return told(about, {
    number: entry.data.receiptNo, title: `${nameOf(entry.by.org)}\n市级中试基地认定申请受理通知书`,
    blocks: [
      text(`你单位申报的“${file.title}”（案件编号 ${caseNumber}）经形式审查符合要求，现予受理。本申请按${measures}办理。`),
      text('受理后进入会议评审和现场考察；评审按批次集中进行，时间另行通知。办理进度可在系统内查询。'),
      { is: 'checklist', answers, rows: formExam2026.items.filter(({ code }) => entry.data.items.some(({ item }) => item === code)).map(({ code, words }) => { const given = entry.data.items.find(({ item }) => item === code); return { no: code, asks: words.zh, answer: given ? order.indexOf(given.answer) : null, ...(given?.note && { note: given.note }) } }) },
    ],
  })
}

const formRejection = (about: About<'rejectForm'>): Paper => {
  const { file, entry, serial, caseNumber, nameOf } = about
  const failed = entry.data.items.filter(({ answer }) => answer === 'fails')
  return told(about, {
    number: serial, title: `${nameOf(entry.by.org)}\n市级中试基地认定申请形式审查不通过告知书`, remedies: remediesAgainst('本告知书'),
    blocks: [
      text(`你单位申报的“${file.title}”（案件编号 ${caseNumber}）经形式审查，下列事项不符合要求，不予通过。`),
      { is: 'table', columns: [{ head: '要点', width: 0.5, align: 'center' }, { head: '审查事项', width: 2 }, { head: '说明', width: 2 }], rows: failed.map(({ item, note }) => [item, formExam2026.items.find(({ code }) => code === item)?.words.zh ?? '', note ?? '']) },
      heading('理由'), ...paragraphs(entry.data.grounds),
      text(`依据：${measures}第九条、第十条。条件具备后，可以重新申报。`),
    ],
  })
}

const noRecommendation = (about: About<'declineToRecommend'>): Paper => {
  const { file, entry, serial, caseNumber, nameOf } = about
  return told(about, {
    number: serial, title: `${nameOf(entry.by.org)}\n市级中试基地认定申请不予推荐告知书`, remedies: remediesAgainst('本告知书'),
    blocks: [text(`你单位申报的“${file.title}”（案件编号 ${caseNumber}）经初审核实，决定不予推荐。`), heading('理由'), ...paragraphs(entry.data.grounds), text(`依据：${measures}第十条第二项。条件具备后，可以重新申报。`)],
  })
}

const visitNotice = (about: About<'notifyVisit'>): Paper => {
  const { file, entry, serial, caseNumber, nameOf } = about
  const { visitOn, leader, agenda, contact } = entry.data
  return told(about, {
    number: serial, title: `${nameOf(entry.by.org)}\n市级中试基地认定现场考察通知书`,
    blocks: [text(`你单位申报的“${file.title}”（案件编号 ${caseNumber}）已通过会议评审。按照${measures}第十条，定于${longDate(visitOn)}进行现场考察。`), text(`考察组由${leader}带队。如认为考察组成员应当回避，请在考察当日向带队人或者向机关纪委提出并说明理由。`), ...paragraphs(agenda), text(`联系：${contact}。`)],
  })
}

const notShortlisted = (about: About<'recordNotShortlisted'>): Paper => {
  const { file, entry, serial, caseNumber, nameOf } = about
  const issuer = nameOf(file.city)
  return told(about, {
    issuer, signature: { organ: issuer, on: entry.on }, number: serial, title: `${issuer}\n市级中试基地认定申请评审结果告知书`, remedies: remediesAgainst('本告知书'),
    blocks: [text(`你单位申报的“${file.title}”（案件编号 ${caseNumber}）经会议评审未入围，本批次不再安排现场考察。`), heading('评审意见'), ...paragraphs(entry.data.opinion), text(`依据：${measures}第十条第三项、第十一条。条件具备后，可以在以后的批次重新申报。`)],
  })
}

const adverse = (about: About<'decline' | 'defer'>): Paper => {
  const { file, entry, serial, caseNumber, nameOf } = about
  const { minutes, grounds } = entry.data
  const declined = entry.did === 'decline'
  return told(about, {
    number: serial, title: `${nameOf(entry.by.org)}\n${declined ? '不予认定市级中试基地告知书' : '暂缓认定市级中试基地告知书'}`, ...(declined && { remedies: remediesAgainst('本告知书') }),
    blocks: [
      text(`你单位申报的“${file.title}”（案件编号 ${caseNumber}）经形式审查、会议评审和现场考察，并经${longDate(minutes.heldOn)}会议（${minutes.number}）审议，决定${declined ? '不予认定' : '暂缓认定'}。`),
      heading('理由'), ...paragraphs(grounds),
      text(declined ? `依据：${measures}第十条第四项。条件具备后，可以重新申报。` : `依据：${measures}第十条第四项。条件具备后重新拟定，不需要重新申报。`),
    ],
  })
}

const recognitionNotice = ({ file, entry, nameOf, found }: About<'recognise', AuthorityBasis | undefined>): Paper => {
  const issuer = nameOf(entry.by.org)
  return {
    layout: '2026-1', form: 'document', issuer, mark: `${issuer}文件`, number: entry.data.documentNo, title: `${issuer}\n关于认定“${file.title}”的通知`, addressee: '各县（区、市）科技管理部门，各有关单位', on: entry.on,
    blocks: [
      text(`根据${measures}${found ? `和${named(found)}` : ''}，经依托单位申报、组织管理部门推荐、形式审查、会议评审、现场考察、研究审议和公示，现认定“${file.title}”为市级中试基地，依托单位为${hostsOf(file)}，证书编号${entry.data.certificateNo}。`),
      text('请依托单位按照办法规定落实建设和运行责任，面向社会开放服务，按时参加年度考核；重大事项按规定申报。请组织管理部门加强指导、督促和检查。'),
    ],
    attachments: [`“${file.title}”认定证书（${entry.data.certificateNo}）`], signature: { organ: issuer, on: entry.on }, openness: 'open', imprint: { printer: issuer, on: entry.on },
  }
}
const named = ({ title }: AuthorityBasis) => (title.startsWith('《') ? title : `《${title}》`)

const certificate = ({ file, entry, nameOf }: About<'recognise'>): Paper => ({
  layout: '2026-1', form: 'certificate', landscape: true, issuer: nameOf(entry.by.org), title: '市级中试基地认定证书', number: entry.data.certificateNo, on: entry.on, openness: 'open', signature: { organ: nameOf(entry.by.org), on: entry.on },
  blocks: [{ is: 'text', flush: true, text: file.title }, text(`依托单位：${hostsOf(file)}。`), text(`根据${measures}，经审查、评审、考察和公示，认定为市级中试基地（${entry.data.documentNo}），特发此证。`)],
})

const paper = paperOf<RecognitionCase, RecognitionEntry>()
export const papers = [
  paper({ kind: 'recommendation', words: { zh: '推荐函', en: 'Letter of recommendation' }, after: ['recommend'], of: recommendation }),
  paper({ kind: 'visitRectification', words: { zh: '现场考察整改通知书', en: 'Order to rectify after the visit' }, after: ['orderRectification'], serial: 'XZ', of: visitRectification }),
  paper({ kind: 'supplementNotice', words: { zh: '补正告知书', en: 'Notice of supplement' }, after: ['returnForSupplement', 'requestSupplement'], serial: 'BZ', of: supplementNotice }),
  paper({ kind: 'noRecommendation', words: { zh: '不予推荐告知书', en: 'Notice that it is not recommended' }, after: ['declineToRecommend'], serial: 'BT', of: noRecommendation }),
  paper({ kind: 'acceptance', words: { zh: '受理通知书', en: 'Acceptance' }, after: ['acceptForm'], of: acceptance }),
  paper({ kind: 'formRejection', words: { zh: '形式审查不通过告知书', en: 'Rejection for form' }, after: ['rejectForm'], serial: 'BS', of: formRejection }),
  // The entry is the city's, with the panel's figures in it; the applicant is told the outcome and its grounds.
  paper({ kind: 'notShortlisted', words: { zh: '评审结果告知书', en: 'Outcome of the panel review' }, after: ['recordNotShortlisted'], seen: 'parties', serial: 'PG', of: notShortlisted }),
  paper({ kind: 'visitNotice', words: { zh: '现场考察通知书', en: 'Notice of the site visit' }, after: ['notifyVisit'], serial: 'KC', of: visitNotice }),
  paper({ kind: 'siteVisit', words: { zh: '现场考察记录表', en: 'Record of the site visit' }, after: ['recordSiteVisit'], of: siteVisitPaper }),
  paper({ kind: 'outcome', words: { zh: '暂缓或不予认定告知书', en: 'Deferral or refusal' }, after: ['decline', 'defer'], serial: 'BR', of: adverse }),
  paper({ kind: 'recognition', words: { zh: '认定通知', en: 'Notice of recognition' }, after: ['recognise'], look: async (_tx, { context }) => (context.rules as unknown as RulesInForce).authorityBasis, of: recognitionNotice }),
  paper({ kind: 'certificate', words: { zh: '认定证书', en: 'Certificate' }, after: ['recognise'], of: certificate }),
]
