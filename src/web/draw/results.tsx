import { useTranslation } from 'react-i18next'
import { score } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Names } from '../parts/names.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Mark } from '../parts/status.tsx'
import { useListing } from '../words.ts'
import { Title } from './meeting.tsx'
import type { PanelFile } from './shape.ts'

type Standing = NonNullable<PanelFile['standings']>[number]
type Told = Standing & { opinion?: string; shortlist?: boolean }

/** The ranking as it was frozen, with the panel's opinion under each name. */
export function Results({ file }: { file: PanelFile }) {
  const { t } = useTranslation('case')
  return (
    <section className="panel" aria-label={t('panel.results')}>
      <div className="hd">
        <h2>{t('panel.results')}</h2>
        <Cite law="Art. 10(3)" />
        <span className="grow" />
        <span className="s mute">{t('panel.count', { n: file.applications.length })}</span>
        <Cite law="setting:score.rubric" />
      </div>
      <Ranking file={file} of={file.results} label={t('panel.results')} />
    </section>
  )
}

/** The count before the conclusion: it changes only when a sheet turns void, or the chair orders the equal. */
export function Standings({ file }: { file: PanelFile }) {
  const { t } = useTranslation('draw')
  const listing = useListing()
  const numberOf = (about: string) => file.applications.find((one) => one.case === about)?.number ?? ''
  return (
    <section className="panel" aria-label={t('standings.title')}>
      <div className="hd">
        <h2>{t('standings.title')}</h2>
        <Cite law="setting:score.trimFrom" />
        <Cite law="setting:score.ties" />
      </div>
      <Ranking file={file} of={file.standings ?? []} label={t('standings.title')} />
      <div className="bd s mute stack">
        <p>
          {t('standings.lead')} {file.rules && t('standings.trimmed', { from: file.rules.trimFrom })}
        </p>
        {(file.tied ?? []).map((group) => (
          <p key={group.join()}>{t('standings.tied', { names: listing(group.map(numberOf)) })}</p>
        ))}
      </div>
    </section>
  )
}

function Ranking({ file, of, label }: { file: PanelFile; of: readonly Told[]; label: string }) {
  const { t } = useTranslation(['case', 'draw'])
  const rows = of.toSorted((a, b) => a.rank - b.rank)
  return (
    <Scroll label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('panel.rank')}
            </th>
            <th scope="col">{t('panel.name')}</th>
            <th scope="col" className="num">
              {t('panel.score')}
            </th>
            <th scope="col" className="num">
              {t('panel.agree')}
            </th>
            <th scope="col">
              <span className="sr">{t('fact.outcome')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((result) => {
            const one = file.applications.find(({ case: id }) => id === result.about)
            const shared = rows.filter(({ rank }) => rank === result.rank).length > 1
            return (
              <tr key={result.about}>
                <td className="num">
                  {result.rank}
                  {shared && <div className="xs faint">{t('draw:standings.shared')}</div>}
                </td>
                <td>
                  {one && <Title one={one} />}
                  <div className="s mute">
                    <Names names={one?.hosts ?? []} />
                  </div>
                  {result.by !== 'score' && <div className="xs faint">{t(`draw:standings.tie.${result.by}`)}</div>}
                  {result.opinion && <p className="s prose">{result.opinion}</p>}
                </td>
                <td className="num">
                  <b>{score(Number(result.score))}</b>
                </td>
                <td className="num nowrap">{`${result.agree} / ${result.sheets}`}</td>
                <td>
                  {result.shortlist !== undefined && (
                    <Mark family={result.shortlist ? 'ok' : 'no'} words={t(result.shortlist ? 'panel.shortlisted' : 'panel.notShortlisted')} />
                  )}
                  {result.vetoed && (
                    <div className="t-no s">
                      <Icon shape="warn" />
                      {t('panel.vetoed')}
                    </div>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}
