import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { PanelReviewCase } from '../../procedures/panel-review/panel-review.case.ts'
import { get } from '../call.ts'
import { score } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Names } from '../parts/names.tsx'
import { Mark } from '../parts/status.tsx'
import { Scroll } from '../parts/scroll.tsx'

type Application = PanelReviewCase['applications'][number]
type Shown = Partial<PanelReviewCase> & { progress?: { about: string; sheets: number; sitting: number }[] }

/** Applications, members and how far they are; scores appear only when they are no longer sealed. */
export function PanelReviewMaterial({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  const file = detail.case.file as Shown
  const members = (file.experts ?? []).filter(({ left }) => !left)
  const results = new Map((file.results ?? []).map((result) => [result.about, result]))
  const rankOf = (id: string) => results.get(id)?.rank ?? Number.POSITIVE_INFINITY
  const applications = (file.applications ?? []).toSorted((a, b) => rankOf(a.case) - rankOf(b.case) || 0)
  const of = members.length * applications.length
  const opened = ['closed', 'concluded'].includes(detail.case.status)
  return (
    <div className="stack">
      <section className="panel">
        <div className="hd">
          <h2>{results.size > 0 ? t('panel.results') : t('panel.applications')}</h2>
          <Cite law="Art. 10(3)" />
          <span className="grow" />
          <span className="s mute">{t('panel.count', { n: applications.length })}</span>
          <Cite law="setting:score.rubric" />
        </div>
        {results.size > 0 ? (
          <Ranking applications={applications} results={results} />
        ) : (
          <Progress applications={applications} file={file} members={members.length} />
        )}
        {!opened && (
          <p className="bd s mute">
            <Icon shape="lock" /> {t('panel.sealed')} <Cite law="setting:score.sealed" />
          </p>
        )}
      </section>
      {opened && <Sheets id={detail.case.id} applications={applications} />}
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

/** Before scoring is closed: how far each application is, by count only. */
function Progress({ applications, file, members }: { applications: readonly Application[]; file: Shown; members: number }) {
  const { t } = useTranslation('case')
  const declared = (id: string, result: 'none' | 'conflict') =>
    (file.declarations ?? []).filter((one) => one.about === id && one.result === result).length
  return (
    <Scroll label={t('panel.applications')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('panel.name')}</th>
            <th scope="col">{t('panel.hosts')}</th>
            <th scope="col" className="num">
              {t('panel.declaredHead')}
            </th>
            <th scope="col" className="num">
              {t('panel.scoredHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {applications.map((one) => {
            const [clear, conflicts] = [declared(one.case, 'none'), declared(one.case, 'conflict')]
            const sheets = file.progress?.find(({ about }) => about === one.case)?.sheets ?? 0
            return (
              <tr key={one.case}>
                <td>
                  <Title one={one} />
                </td>
                <td>
                  <Names names={one.hosts} />
                </td>
                <td className="num nowrap">
                  {clear + conflicts} / {members}
                  {conflicts > 0 && <div className="xs t-am">{t('panel.conflicts', { n: conflicts })}</div>}
                </td>
                <td className="num nowrap">
                  {sheets} / {members - conflicts}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The ranking as it was frozen, with the panel's opinion under each name. */
function Ranking({
  applications,
  results,
}: {
  applications: readonly Application[]
  results: ReadonlyMap<string, PanelReviewCase['results'][number]>
}) {
  const { t } = useTranslation('case')
  return (
    <Scroll label={t('panel.results')}>
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
          {applications.map((one) => {
            const result = results.get(one.case)
            return (
              <tr key={one.case}>
                <td className="num">{result?.rank}</td>
                <td>
                  <Title one={one} />
                  <div className="s mute">
                    <Names names={one.hosts} />
                  </div>
                  {result?.opinion && <p className="s prose">{result.opinion}</p>}
                </td>
                <td className="num">
                  <b>{result && score(Number(result.score))}</b>
                </td>
                <td className="num nowrap">{result && `${result.agree} / ${result.sheets}`}</td>
                <td>
                  {result && (
                    <Mark family={result.shortlist ? 'ok' : 'no'} words={t(result.shortlist ? 'panel.shortlisted' : 'panel.notShortlisted')} />
                  )}
                  {result?.vetoed && (
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

const Title = ({ one }: { one: Application }) => (
  <>
    <Link className="what" to="/cases/$number" params={{ number: one.number }}>
      {one.name}
    </Link>{' '}
    <span className="xs faint nowrap">{one.number}</span>
  </>
)

/** GET /api/panel/{id}/sheets: open only after scoring was closed, and to the city alone. */
type Sheet = { expert: string; name: string; about: string; total: number; vote?: string }

/** Who gave what: one row an expert, one column an application. */
function Sheets({ id, applications }: { id: string; applications: readonly Application[] }) {
  const { t } = useTranslation('case')
  const { data } = useQuery({
    queryKey: ['sheets', id],
    retry: false,
    queryFn: ({ signal }) => get<{ sheets: Sheet[] }>(`/panel/${id}/sheets`, signal),
  })
  if (!data || data.sheets.length === 0) return null
  const experts = new Map(data.sheets.map(({ expert, name }) => [expert, name]))
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('panel.sheetsTitle')}</h2>
        <Cite law="setting:score.trimFrom" />
      </div>
      <Scroll label={t('panel.sheetsTitle')}>
        <table className="s">
          <thead>
            <tr>
              <th scope="col">{t('panel.experts')}</th>
              {applications.map((one) => (
                <th key={one.case} scope="col" className="num" title={one.name}>
                  {one.number}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...experts].map(([expert, name]) => (
              <tr key={expert}>
                <th scope="row">{name}</th>
                {applications.map((one) => {
                  const sheet = data.sheets.find((each) => each.expert === expert && each.about === one.case)
                  return (
                    <td key={one.case} className="num">
                      {sheet ? score(Number(sheet.total)) : t('panel.noSheet')}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
