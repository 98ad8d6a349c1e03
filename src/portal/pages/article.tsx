import type { Article } from '../../regulation/article.ts'
import type { ArticleInUse, Law, LawStep } from '../portal.data.ts'
import { articleOf, chineseNumber, citationIn } from './formats.ts'
import { Frame } from './frame.tsx'
import { Icon } from './icon.tsx'
import { ArticleText, Contents, TitleOfLaw } from './law-text.tsx'
import { Validity } from './law-validity.tsx'
import { Demo, Go, usePage, Whole } from './page.tsx'

/** One article: its text, and beside it how it is carried out. */
export function ArticlePage({ number, data, use }: { number: number; data: Law; use: ArticleInUse }) {
  const { words, fill, say, lang } = usePage()
  const article = data.articles.find(({ no }) => no === number)
  if (!article) return null
  const named = { article: citationIn(lang, number, null), heading: say(article.heading) }
  return (
    <Frame
      title={fill(words.law.articleTitle, named)}
      description={fill(words.law.articleDescription, named)}
      section="law"
      crumbs={[{ to: '/law', name: words.law.title }]}
    >
      <h1 className="sr">{fill(words.law.articleTitle, named)}</h1>
      <Validity law={data} />
      <p className="phone">
        <a href="#contents">{words.law.contents}</a>
      </p>
      <div className="lawpage">
        <Contents articles={data.articles} current={number} />
        <article className="lawdoc">
          <TitleOfLaw title={data.title} issuer={data.issuer} level="p" />
          <h2 lang="zh-CN">{article.chapter.printed}</h2>
          {data.articles
            .filter(({ chapter }) => chapter.no === article.chapter.no)
            .map((each) =>
              each.no < number ? <Folded key={each.no} article={each} /> : <ArticleText key={each.no} article={each} place={each === article ? 'asked' : 'beside'} />,
            )}
          <Neighbours number={number} data={data} />
        </article>
        <aside aria-label={`${named.article} ${words.law.how}`}>
          <p className="s mute aside-head">
            <b>{named.article}</b> {words.law.how}
          </p>
          <Steps steps={use.steps} />
          <Checks checks={use.checks} />
          <Readings readings={use.readings} />
          <Settings settings={use.settings} />
          <LeftToPeople says={use.leftToPeople.map(say)} />
        </aside>
      </div>
    </Frame>
  )
}

/** What stands before the article asked for, in its place: one line each, so that the page opens on what was asked. */
function Folded({ article }: { article: Article }) {
  const { lang, say } = usePage()
  return (
    <details className="folded">
      <summary>
        {citationIn(lang, article.no, null)} {say(article.heading)}
      </summary>
      <ArticleText article={article} place="beside" />
    </details>
  )
}

function Neighbours({ number, data }: { number: number; data: Law }) {
  const { words, lang, say } = usePage()
  const [previous, next] = [number - 1, number + 1].map((no) => data.articles.find((article) => article.no === no))
  return (
    <nav className="row between neighbours" aria-label={words.law.neighbours}>
      {previous ? (
        <Go to={`/law/${previous.no}`} rel="prev">
          <Icon name="left" />
          {citationIn(lang, previous.no, null)} {say(previous.heading)}
        </Go>
      ) : (
        <span />
      )}
      {next && (
        <Go to={`/law/${next.no}`} rel="next">
          {citationIn(lang, next.no, null)} {say(next.heading)}
          <Icon name="right" />
        </Go>
      )}
    </nav>
  )
}

/** The steps that carry out the article, procedure by procedure in the order they happen. */
function Steps({ steps }: { steps: readonly LawStep[] }) {
  const { words, say } = usePage()
  const procedures = [...new Map(steps.map(({ procedure }) => [procedure.zh, procedure])).values()]
  return (
    <section className="mnote">
      <h2>
        <Icon name="right" />
        {words.law.steps}
      </h2>
      {steps.length === 0 && <p className="s mute">{words.law.noSteps}</p>}
      {procedures.map((procedure) => (
        <div key={procedure.zh}>
          {procedures.length > 1 && <h3>{say(procedure)}</h3>}
          <ul>
            {steps
              .filter((step) => step.procedure.zh === procedure.zh)
              .map((step) => (
                <StepLine key={step.step} step={step} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function StepLine({ step }: { step: LawStep }) {
  const { words, fill, say, lang } = usePage()
  const item = articleOf(step.law)?.item
  return (
    <li>
      {say(step.says)}{' '}
      <span className="faint">
        {say(step.by)}
        {item ? ` · ${fill(words.law.item, { n: lang === 'zh' ? chineseNumber(item) : String(item) })}` : ''}
        {step.withinDays ? ` · ${fill(words.law.withinDays, { n: step.withinDays })}` : ''}
      </span>
    </li>
  )
}

/** What the platform computes under the article, in the words of its rules. */
function Checks({ checks }: { checks: ArticleInUse['checks'] }) {
  const { words, fill, say } = usePage()
  if (checks.length === 0) return null
  return (
    <section className="mnote">
      <h2>
        <Icon name="tick" />
        {fill(words.law.checks, { n: checks.length })}
      </h2>
      <ul>
        {checks.map(({ says, modality }) => (
          <li key={says.zh}>
            {say(says)}
            {modality === 'usually' && (
              <>
                {' '}
                <span className="faint">{words.law.usually}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Readings({ readings }: { readings: ArticleInUse['readings'] }) {
  const { words, fill, say } = usePage()
  if (readings.length === 0) return null
  return (
    <section className="mnote reading">
      <h2 className="t-vi">
        <Icon name="quill" />
        {fill(words.law.readings, { n: readings.length })}
      </h2>
      <ul>
        {readings.map((reading) => (
          <li key={reading.says.zh}>
            {say(reading.says)}
            {reading.since && (
              <>
                {' '}
                <span className="faint">
                  <Whole>{reading.since}</Whole>
                </span>
              </>
            )}
            <Demo when={reading.demo} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Settings({ settings }: { settings: ArticleInUse['settings'] }) {
  const { words, fill, say } = usePage()
  if (settings.length === 0) return null
  return (
    <section className="mnote setting">
      <h2>
        <Icon name="gear" />
        {fill(words.law.settings, { n: settings.length })}
      </h2>
      <p className="xs faint">
        {words.law.settingsTitle}
        <br />
        {words.law.settingsNote}
      </p>
      <ul>
        {settings.map((setting) => (
          <li key={setting.key}>
            <Go to={`/law#setting-${setting.key}`}>{say(setting.says)}</Go> <b>{say(setting.value)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LeftToPeople({ says }: { says: readonly string[] }) {
  const { words } = usePage()
  if (says.length === 0) return null
  return (
    <section className="mnote">
      <h2>
        <Icon name="scale" />
        {words.law.people}
      </h2>
      <ul>
        {says.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
