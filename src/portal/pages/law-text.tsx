import type { Article } from '../../regulation/article.ts'
import { chineseNumber, citationIn } from './formats.ts'
import { Go, usePage } from './page.tsx'

/** The chapters in order, each with its articles. */
export function chaptersOf(articles: readonly Article[]): { chapter: Article['chapter']; articles: Article[] }[] {
  const chapters = new Map<number, { chapter: Article['chapter']; articles: Article[] }>()
  for (const article of articles) {
    const known = chapters.get(article.chapter.no)
    if (known) known.articles.push(article)
    else chapters.set(article.chapter.no, { chapter: article.chapter, articles: [article] })
  }
  return [...chapters.values()]
}

/** Contents. Within the full text it leads to anchors, from an article to the other articles. */
export function Contents({ articles, current }: { articles: readonly Article[]; current: number | null }) {
  const { words, fill, say, lang } = usePage()
  return (
    <nav className="toc" id="contents" aria-label={words.law.contents}>
      <Go to="/law" className="ch" aria-current={current === null ? 'page' : undefined}>
        {words.law.fullText}
      </Go>
      {chaptersOf(articles).map(({ chapter, articles: own }) => (
        <div key={chapter.no} className="toc-chapter">
          <span className="ch">
            {fill(words.law.chapter, { n: lang === 'zh' ? chineseNumber(chapter.no) : String(chapter.no), name: say(chapter) })}
          </span>
          {own.map(({ no, heading }) => (
            <Go key={no} to={current === null ? `/law#${no}` : `/law/${no}`} aria-current={no === current ? 'page' : undefined}>
              {citationIn(lang, no, null)} {say(heading)}
            </Go>
          ))}
        </div>
      ))}
      <p className="xs faint">{words.law.headings}</p>
    </nav>
  )
}

/**
 * One article, verbatim. `fullText`: the article is the anchor (/law#10). `asked`: on its own page, where its items are
 * anchors (/law/10#2). `beside`: another article of the same chapter on that page, no anchors.
 */
export function ArticleText({ article, place }: { article: Article; place: 'fullText' | 'asked' | 'beside' }) {
  const { words, lang, fill, say } = usePage()
  return (
    <section
      id={place === 'fullText' ? String(article.no) : undefined}
      className={{ fullText: 'article', asked: 'article hot', beside: 'article beside' }[place]}
      aria-label={`${citationIn(lang, article.no, null)} ${say(article.heading)}`}
    >
      <div lang="zh-CN">
        {article.text.map((paragraph, index) => (
          <p key={paragraph.text} id={place === 'asked' && paragraph.item ? String(paragraph.item) : undefined}>
            {index === 0 && <b>{article.label}</b>}
            {index === 0 && '　'}
            {paragraph.text}
          </p>
        ))}
      </div>
      {lang === 'en' && (
        <div className="gloss">
          <b>{words.law.gloss}</b>
          {article.gloss.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {place !== 'asked' && (
        <p className="open">
          <Go
            to={`/law/${article.no}`}
            aria-label={fill(words.law.articleTitle, { article: citationIn(lang, article.no, null), heading: words.law.open })}
          >
            {words.law.open}
          </Go>
        </p>
      )}
    </section>
  )
}

export const TitleOfLaw = ({ title, issuer, level }: { title: string; issuer: string; level: 'h1' | 'p' }) => {
  const [name = '', trial = ''] = title.split(/(?=[(（])/)
  const Heading = level
  return (
    <div lang="zh-CN" className="law-title">
      <Heading>
        {name}
        {trial && (
          <>
            <br />
            {trial}
          </>
        )}
      </Heading>
      <p>{issuer}</p>
    </div>
  )
}
