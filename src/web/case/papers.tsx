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
  const { today } = useSession()
  if (detail.papers.length === 0) return null
  return (
    <section className="panel" aria-label={t('title')}>
      <div className="hd">
        <h2 className="h3">{t('title')}</h2>
      </div>
      <ul className="papers">
        {detail.papers.map((paper) => (
          <li key={paper.id}>
            <div className="grow">
              <span className="w">{words(paper.words)}</span>
              <small className="below mute">
                {[paper.number, shortDay(paper.on, today)].filter(Boolean).join(' · ')}
              </small>
              <small className="below faint mono" title={paper.pdf?.sha256 ?? t('notPrinted')}>
                {t('code', { code: paper.code })}
                {paper.pdf && ` · ${t('print', { hash: shortHash(paper.pdf.sha256) })}`}
              </small>
            </div>
            <Downloads number={detail.case.number} paper={paper} />
          </li>
        ))}
      </ul>
    </section>
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
  return papers.map((paper) => (
    <a key={paper.id} className="paper-link" href={address(number, paper, 'pdf')} download aria-label={t('pdfOf', { title: words(paper.words) })}>
      <Icon shape="paper" />
      {words(paper.words)}
    </a>
  ))
}
