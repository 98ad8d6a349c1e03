import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { articleNumber } from '../format.ts'
import { Demo } from '../parts/names.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useLanguage, useWords } from '../words.ts'
import { ArticleText, LeftToPeople, Readings, RulesOf, SettingsOf, StepsOf } from './article.tsx'
import { LapsedNote } from './lapsed.tsx'
import { useLaw, useLawArticle } from './query.ts'
import '../css/law.css'

/** Contents, text, and per article its steps, readings, settings, and what is left to people. */
export function LawPage() {
  const { t } = useTranslation(['law', 'shell'])
  const words = useWords()
  const language = useLanguage()
  const { homes } = useSession()
  const { no = '1' } = useParams({ strict: false })
  const law = useLaw()
  const article = useLawArticle(Number(no))
  const label = t('shell:cite.article', { no: articleNumber(Number(no), language) })
  useTitle(`${t('title')} ${label}`)
  if (!law.data)
    return <div className="page">{law.error ? <Fault error={law.error} retry={() => void law.refetch()} /> : <Skeleton rows={14} />}</div>
  const { instrument, chapters, authority } = law.data
  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>{t('title')}</h1>
          <p className="s mute">
            {words(instrument.words)} · {t('from', { day: instrument.from })}
            {` · ${t('lapsed', { day: instrument.lapsedOn })}`}
            {authority && (
              <>
                {' '}
                · {t('authority')} {words(authority.title)}
                {authority.demo && <Demo />}
              </>
            )}
          </p>
        </div>
        {homes.includes('rules') && (
          <Link className="btn" to="/rules">
            {t('toConsole')}
          </Link>
        )}
      </div>
      <LapsedNote />
      <div className="lawpage">
        <nav className="toc panel" aria-label={t('contents')}>
          {chapters.map((chapter) => (
            <section key={chapter.no}>
              <h2>{words(chapter.words)}</h2>
              <ul>
                {chapter.articles.map((one) => (
                  <li key={one.no}>
                    <Link
                      to="/law/$no"
                      params={{ no: String(one.no) }}
                      activeProps={{}}
                      aria-current={one.no === Number(no) ? 'page' : undefined}
                    >
                      <span className="law">{t('shell:cite.article', { no: articleNumber(one.no, language) })}</span> {words(one.heading)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        {article.data ? (
          <>
            <article className="lawdoc panel">
              <p className="s mute">{words(article.data.chapter)}</p>
              <h2>
                {article.data.label}　
                <span className="ours" title={t('headingOurs')}>
                  {words(article.data.heading)}
                </span>
              </h2>
              <ArticleText article={article.data} />
            </article>
            <aside className="panel notes stack">
              <LeftToPeople article={article.data} />
              <StepsOf article={article.data} />
              <RulesOf article={article.data} />
              <Readings article={article.data} />
              <SettingsOf article={article.data} />
              {article.data.steps.length + article.data.readings.length + article.data.settings.length + article.data.rules.length ===
                0 && <p className="s mute">{t('nothing')}</p>}
            </aside>
          </>
        ) : article.error ? (
          <Note tone="no">{t('shell:error.load')}</Note>
        ) : (
          <Skeleton rows={10} />
        )}
      </div>
    </div>
  )
}
