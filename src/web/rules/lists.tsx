import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import { Cite, useCitation } from '../parts/cite.tsx'
import { Demo } from '../parts/names.tsx'
import { Mark } from '../parts/status.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useListing, useWords } from '../words.ts'
import type { Rules } from './shape.ts'

export function Readings({ data }: { data: Rules }) {
  const { t } = useTranslation('law')
  const words = useWords()
  return (
    <Scroll label={t('console.tabsLabel')}>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t('console.column.article')}</th>
            <th scope="col">{t('console.column.reading')}</th>
            <th scope="col">{t('console.column.since')}</th>
            <th scope="col">{t('console.column.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {data.readings.map((reading) => (
            <tr key={`${reading.law}${reading.id}`}>
              <td>
                <Cite law={reading.law} />
              </td>
              <td>{words(reading.words)}</td>
              <td className="nowrap">{reading.since}</td>
              <td>
                <span className="cite read">{reading.basis ?? (reading.decision && t('reading', { no: reading.decision }))}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

export function Bases({ data }: { data: Rules }) {
  const { t } = useTranslation('law')
  const words = useWords()
  return (
    <Scroll label={t('console.tabsLabel')}>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t('console.column.document')}</th>
            <th scope="col">{t('console.column.from')}</th>
            <th scope="col">{t('console.column.to')}</th>
            <th scope="col">{t('console.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {data.bases.map((basis) => (
            <tr key={`${basis.title}${basis.validFrom}`}>
              <td>
                <b>{basis.title}</b>
                {basis.demo && <Demo />}
                <div className="xs faint">
                  {words(basis.kindWords)} {basis.documentNo}
                </div>
              </td>
              <td className="nowrap">{basis.validFrom}</td>
              <td className="nowrap">{basis.validTo ?? ''}</td>
              <td>
                <Mark family={basis.inForce ? 'ok' : 'void'} words={basis.inForce ? t('console.state.inForce') : t('console.state.gap')} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

export function Calendar({ data }: { data: Rules }) {
  const { t } = useTranslation('law')
  const listing = useListing()
  return (
    <Scroll label={t('console.tabsLabel')}>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t('console.column.year')}</th>
            <th scope="col">{t('console.column.off')}</th>
            <th scope="col">{t('console.column.work')}</th>
            <th scope="col">{t('console.column.source')}</th>
          </tr>
        </thead>
        <tbody>
          {data.calendar.map((year) => (
            <tr key={year.year}>
              <td className="nowrap">
                <b>{year.year}</b>{' '}
                <Mark family={year.published ? 'ok' : 'open'} words={t(year.published ? 'console.published' : 'console.unpublished')} />
              </td>
              <td className="s">{listing(year.off.map((day) => day.slice(5)))}</td>
              <td className="s">{listing(year.work.map((day) => day.slice(5)))}</td>
              <td className="s">{year.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** Both ways: what carries an article out, and what is done without one. */
export function Coverage({ data }: { data: Rules }) {
  const { t } = useTranslation('law')
  const listing = useListing()
  const words = useWords()
  const citation = useCitation()
  return (
    <Scroll label={t('console.tabsLabel')}>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t('console.column.article')}</th>
            <th scope="col" className="num">
              {t('console.column.rules')}
            </th>
            <th scope="col" className="num">
              {t('console.column.steps')}
            </th>
            <th scope="col" className="num">
              {t('console.column.settings')}
            </th>
            <th scope="col">{t('console.column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {data.coverage.articles.map((article) => (
            <tr key={article.no}>
              <td>
                <Link to="/law/$no" params={{ no: String(article.no) }}>
                  <span className="law">{citation(`Art. ${article.no}`)}</span> {words(article.heading)}
                </Link>
              </td>
              <td className="num">{article.rules.length}</td>
              <td className="num">{article.steps.length}</td>
              <td className="num">{article.settings.length}</td>
              <td className="s mute">{words(article.because)}</td>
            </tr>
          ))}
          <tr>
            <td>
              <b>{t('console.platform')}</b>
            </td>
            <td />
            <td className="num">{data.coverage.withoutArticle.steps.length}</td>
            <td className="num">{data.coverage.withoutArticle.settings.length}</td>
            <td className="s mute">{listing(data.coverage.withoutArticle.steps.map((step) => words(step.says)))}</td>
          </tr>
        </tbody>
      </table>
    </Scroll>
  )
}
