import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { PanelReviewCase } from '../../procedures/panel-review/panel-review.case.ts'
import { score } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Names } from '../parts/names.tsx'
import { Mark } from '../parts/status.tsx'
import { Scroll } from '../parts/scroll.tsx'

/** Applications, members and how far they are; scores appear only when they are no longer sealed. */
export function PanelReviewMaterial({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  const file = detail.case.file as Partial<PanelReviewCase>
  const applications = file.applications ?? []
  const members = (file.experts ?? []).filter(({ left }) => !left)
  const results = new Map((file.results ?? []).map((result) => [result.about, result]))
  const of = members.length * applications.length
  return (
    <div className="stack">
      <section className="panel">
        <div className="hd">
          <h2>{t('panel.applications')}</h2>
          <Cite law="Art. 10(3)" />
          <span className="grow" />
          <Cite law="setting:score.rubric" />
        </div>
        <Scroll label={t('panel.applications')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('panel.name')}</th>
                <th scope="col">{t('panel.hosts')}</th>
                {results.size > 0 && (
                  <>
                    <th scope="col" className="num">
                      {t('panel.score')}
                    </th>
                    <th scope="col" className="num">
                      {t('panel.agree')}
                    </th>
                    <th scope="col" className="num">
                      {t('panel.rank')}
                    </th>
                    <th scope="col" />
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {applications.map((one) => {
                const result = results.get(one.case)
                return (
                  <tr key={one.case}>
                    <td>
                      <Link className="what" to="/cases/$number" params={{ number: one.number }}>
                        {one.name}
                      </Link>
                      <div className="xs faint">{one.number}</div>
                    </td>
                    <td>
                      <Names names={one.hosts} />
                    </td>
                    {results.size > 0 && (
                      <>
                        <td className="num">
                          <b>{result && score(Number(result.score))}</b>
                        </td>
                        <td className="num">{result?.agree}</td>
                        <td className="num">{result?.rank}</td>
                        <td>
                          {result && (
                            <Mark
                              family={result.shortlist ? 'ok' : 'no'}
                              words={t(result.shortlist ? 'panel.shortlisted' : 'panel.notShortlisted')}
                            />
                          )}
                          {result?.vetoed && (
                            <span className="t-no">
                              {' '}
                              <Icon shape="warn" />
                              {t('panel.vetoed')}
                            </span>
                          )}
                        </td>
                      </>
                    )}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Scroll>
        {results.size === 0 && (
          <p className="bd s mute">
            <Icon shape="lock" /> {t('panel.sealed')} <Cite law="setting:score.sealed" />
          </p>
        )}
        {[...results.values()].map((result) => (
          <p key={result.about} className="bd s prose">
            <b>{applications.find((one) => one.case === result.about)?.name}</b>　{result.opinion}
          </p>
        ))}
      </section>
      <section className="panel">
        <div className="hd">
          <h2>{t('panel.experts')}</h2>
          <span className="s mute">{t('panel.size', { n: members.length })}</span>
          <span className="grow" />
          <span className="s mute">
            {t('panel.declared', { n: file.declarations?.length ?? 0, of })} · {t('panel.scored', { n: file.sheets?.length ?? 0, of })}
          </span>
        </div>
        {members.length === 0 ? (
          <p className="bd s mute">{t('panel.expertsHidden')}</p>
        ) : (
          <ul className="verdicts">
            {(file.experts ?? []).map((expert) => {
              const conflicts = (file.declarations ?? []).filter((one) => one.expert === expert.person && one.result === 'conflict').length
              return (
                <li key={expert.person}>
                  <span className="grow">
                    {expert.name}
                    <small className="mute">{expert.reason}</small>
                  </span>
                  {expert.left ? (
                    <Mark family="void" words={t('panel.left')} />
                  ) : (
                    <span className="s mute">
                      {conflicts > 0 && (
                        <span className="t-am">
                          <Icon shape="warn" />
                          {t('panel.conflict')} {conflicts} ·{' '}
                        </span>
                      )}
                      {t('panel.scored', {
                        n: (file.sheets ?? []).filter((sheet) => sheet.expert === expert.person).length,
                        of: applications.length,
                      })}
                    </span>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </section>
    </div>
  )
}
