import type { Law, LawSetting } from '../portal.data.ts'
import { Cite } from './cite.tsx'
import { citationIn } from './formats.ts'
import { Frame } from './frame.tsx'
import { Icon } from './icon.tsx'
import { ArticleText, chaptersOf, Contents, TitleOfLaw } from './law-text.tsx'
import { Validity } from './law-validity.tsx'
import { usePage, Whole } from './page.tsx'
import { Mark } from './status.tsx'

/** The regulation: whether it holds, its contents, its whole text, and every setting that fills a gap of it. */
export function LawPage({ data, settings }: { data: Law; settings: readonly LawSetting[] }) {
  const { words } = usePage()
  return (
    <Frame title={words.law.title} description={words.law.description} section="law" crumbs={[{ to: '/law', name: words.law.title }]}>
      <Validity law={data} />
      <p className="phone">
        <a href="#contents">{words.law.contents}</a>
      </p>
      <div className="lawpage">
        <Contents articles={data.articles} current={null} />
        <article className="lawdoc">
          <TitleOfLaw title={data.title} issuer={data.issuer} level="h1" />
          {chaptersOf(data.articles).map(({ chapter, articles }) => (
            <section key={chapter.no}>
              <h2 lang="zh-CN">{chapter.printed}</h2>
              {articles.map((article) => (
                <ArticleText key={article.no} article={article} place="fullText" />
              ))}
            </section>
          ))}
        </article>
        <aside aria-label={words.law.voices}>
          <Voices />
        </aside>
      </div>
      <Settings settings={settings} articles={data.articles} />
    </Frame>
  )
}

function Voices() {
  const { words } = usePage()
  return (
    <>
      <p className="s mute aside-head">
        <b>{words.law.voices}</b>
      </p>
      <p className="mnote voice-law">{words.law.voiceLaw}</p>
      <p className="mnote setting">
        <Icon name="gear" /> {words.law.voiceSetting}
      </p>
      <p className="mnote reading">
        <Icon name="quill" /> {words.law.voiceReading}
      </p>
      <p className="mnote">
        <Icon name="scale" /> {words.law.voicePeople}
      </p>
    </>
  )
}

/** Under the article whose gap each fills, folded; last what the platform sets of itself. */
function Settings({ settings, articles }: { settings: readonly LawSetting[]; articles: Law['articles'] }) {
  const { words, lang, say } = usePage()
  const numberOf = ({ fills }: LawSetting) => Number(fills?.match(/\d+/)?.[0] ?? 0)
  const headings = [...articles.map(({ no, heading }) => ({ no, heading: `${citationIn(lang, no, null)} ${say(heading)}` })), { no: 0, heading: words.law.ofPlatform }]
  return (
    <section className="panel dashed" id="settings">
      <div className="hd">
        <h2>
          <Icon name="gear" /> {words.law.settingsTitle}
        </h2>
        <span className="s mute">{words.law.settingsNote}</span>
      </div>
      {settings.length === 0 && <p className="bd mute">{words.law.noSettings}</p>}
      {headings.map(({ no, heading }) => {
        const here = settings.filter((setting) => numberOf(setting) === no)
        return here.length > 0 && (
          <details key={no} className="folded">
            <summary>
              {heading} <span className="faint">{here.length}</span>
            </summary>
            <Table settings={here} caption={heading} />
          </details>
        )
      })}
    </section>
  )
}

function Table({ settings, caption }: { settings: readonly LawSetting[]; caption: string }) {
  const { words, say } = usePage()
  return (
    <table className="cards">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.law.rule}</th>
          <th scope="col">{words.law.value}</th>
          <th scope="col">{words.law.fills}</th>
          <th scope="col">{words.law.basis}</th>
        </tr>
      </thead>
      <tbody>
        {settings.map((setting) => (
          <tr key={setting.key} id={`setting-${setting.key}`}>
            <th scope="row" title={setting.key}>
              <b>{say(setting.says)}</b>
            </th>
            <td>
              <b>{say(setting.value)}</b>
              {setting.pending && (
                <>
                  {' '}
                  <Mark family="judge" icon="scale" word={words.law.pending} />
                </>
              )}
              <div className="s faint">
                <Since day={setting.since} />
              </div>
            </td>
            <td>{setting.fills ? <Cite law={setting.fills} /> : words.site.none}</td>
            <td>{say(setting.basis)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Since = ({ day }: { day: string }) => {
  const { words, fill } = usePage()
  return <Whole>{fill(words.law.since, { day })}</Whole>
}
