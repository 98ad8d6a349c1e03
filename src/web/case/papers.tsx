import { useTranslation } from 'react-i18next'
import type { CaseDetail, PaperInfo } from '../../contract.ts'
import { shortDay, shortHash } from '../format.ts'
import { Icon } from '../parts/icon.tsx'
import { useSession } from '../queries.ts'
import { useWords } from '../words.ts'
import '../css/papers.css'

const address = (number: string, paper: PaperInfo, format: 'pdf' | 'docx') => `/api/cases/${number}/papers/${paper.id}.${format}`

/** 文书: what the entries of this case produced, each as PDF (the record) and as Word (to work with). */
export function Papers({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('papers')
  const words = useWords()
  if (detail.papers.length === 0) return null
  return (
    <section className="panel" aria-label={t('title')}>
      <div className="hd">
        <h2 className="h3">{t('title')}</h2>
      </div>
      {grouped(detail.papers).map(({ papers, many }) =>
        !many ? (
          <PaperList key={papers[0]?.id} number={detail.case.number} papers={papers} />
        ) : (
          <details className="fold bd" key={papers[0]?.id}>
            <summary>{t('many', { title: words(papers[0]?.words), n: papers.length })}</summary>
            <PaperList number={detail.case.number} papers={papers} />
          </details>
        ),
      )}
    </section>
  )
}

// Of one kind so many are shown at once; a panel gives a sheet for every expert and application.
const atOnce = 4

/** One after the other, those of one kind and entry together. */
function grouped(papers: readonly PaperInfo[]): { papers: PaperInfo[]; many: boolean }[] {
  const groups = new Map<string, PaperInfo[]>()
  for (const paper of papers) groups.set(`${paper.entry} ${paper.kind}`, [...(groups.get(`${paper.entry} ${paper.kind}`) ?? []), paper])
  // What stands alone stays in one list, until a fold comes between.
  const lists: { papers: PaperInfo[]; many: boolean }[] = []
  for (const papers of groups.values()) {
    const last = lists.at(-1)
    if (papers.length > atOnce) lists.push({ papers, many: true })
    else if (last && !last.many) last.papers.push(...papers)
    else lists.push({ papers: [...papers], many: false })
  }
  return lists
}

function PaperList({ number, papers }: { number: string; papers: readonly PaperInfo[] }) {
  const { t } = useTranslation('papers')
  const words = useWords()
  const { today } = useSession()
  return (
    <ul className="papers">
      {papers.map((paper) => (
        <li key={paper.id}>
          <div className="row between">
            <span className="w">{words(paper.words)}</span>
            <Downloads number={number} paper={paper} />
          </div>
          <small className="below mute">{[paper.number, shortDay(paper.on, today)].filter(Boolean).join(' · ')}</small>
          <small className="below faint mono" title={paper.pdf?.sha256 ?? t('notPrinted')}>
            <span className="nowrap">{t('code', { code: paper.code })}</span>
            {paper.pdf && <> · <span className="nowrap">{t('print', { hash: shortHash(paper.pdf.sha256) })}</span></>}
          </small>
        </li>
      ))}
    </ul>
  )
}

function Downloads({ number, paper }: { number: string; paper: PaperInfo }) {
  const { t } = useTranslation('papers')
  const words = useWords()
  return (
    <span className="row">
      <a className="btn sm" href={address(number, paper, 'pdf')} download aria-label={t('pdfOf', { title: words(paper.words) })}>
        <Icon shape="down" />
        {t('pdf')}
      </a>
      <a className="btn sm quiet" href={address(number, paper, 'docx')} download aria-label={t('wordOf', { title: words(paper.words) })}>
        {t('word')}
      </a>
    </span>
  )
}

/** In the history, beside the entry that produced them. */
export function PapersOfEntry({ number, papers }: { number: string; papers: readonly PaperInfo[] }) {
  const { t } = useTranslation('papers')
  const words = useWords()
  return grouped(papers).map(({ papers: some, many }) =>
    many ? (
      <span key={some[0]?.id} className="paper-link mute">
        <Icon shape="paper" />
        {t('many', { title: words(some[0]?.words), n: some.length })}
      </span>
    ) : (
      some.map((paper) => (
        <a key={paper.id} className="paper-link" href={address(number, paper, 'pdf')} download aria-label={t('pdfOf', { title: words(paper.words) })}>
          <Icon shape="paper" />
          {words(paper.words)}
        </a>
      ))
    ),
  )
}
