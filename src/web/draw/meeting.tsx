import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { get } from '../call.ts'
import { score } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name, Names } from '../parts/names.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Mark } from '../parts/status.tsx'
import { useListing } from '../words.ts'
import type { PanelFile } from './shape.ts'

/** How far the meeting is, by count and nothing else: two figures for the wall, then one row an application. */
export function Meeting({ file, status }: { file: PanelFile; status: string }) {
  const { t } = useTranslation('draw')
  const sum = (of: (one: PanelFile['progress'][number]) => number) => file.progress.reduce((all, one) => all + of(one), 0)
  const due = sum(({ free }) => free)
  const going = status === 'scoring'
  return (
    <section className="panel" aria-label={t('meeting.title')}>
      <div className="hd">
        <h2>{t('meeting.title')}</h2>
        <Cite law="Art. 10(3)" />
        <span className="grow" />
        {going && <span className="xs faint">{t('meeting.refreshed')}</span>}
      </div>
      {going && (
        <div className="bd counters">
          {([['declared', sum(({ declared }) => declared)], ['scored', sum(({ sheets }) => sheets)]] as const).map(([what, n]) => (
            <div key={what}>
              <span className="s mute">{t(`meeting.${what}`)}</span>
              <b className="wall-figure">{t('meeting.of', { n, of: due })}</b>
              <progress max={Math.max(1, due)} value={n} aria-label={`${t(`meeting.${what}`)} ${t('meeting.of', { n, of: due })}`} />
            </div>
          ))}
        </div>
      )}
      <Scroll label={t('meeting.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('meeting.name')}</th>
              {going && (
                <>
                  <th scope="col" className="num">
                    {t('meeting.declared')}
                  </th>
                  <th scope="col" className="num">
                    {t('meeting.scored')}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {file.applications.map((one) => {
              const progress = file.progress.find(({ about }) => about === one.case)
              const members = file.members.filter(({ left }) => !left).length
              return (
                <tr key={one.case}>
                  <td>
                    <Title one={one} />
                    <div className="s mute">
                      <Names names={one.hosts} />
                    </div>
                  </td>
                  {going && progress && (
                    <>
                      <td className="num nowrap">
                        {t('meeting.of', { n: progress.declared, of: progress.free })}
                        {members > progress.free && <div className="xs t-am">{t('meeting.stands', { n: members - progress.free })}</div>}
                      </td>
                      <td className="num nowrap">{t('meeting.of', { n: progress.sheets, of: progress.free })}</td>
                    </>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scroll>
      <p className="bd s mute">
        <Icon shape="lock" /> {t('meeting.lead')} <Cite law="setting:score.sealed" />
      </p>
    </section>
  )
}

export const Title = ({ one }: { one: PanelFile['applications'][number] }) => (
  <>
    <Link className="what" to="/cases/$number" params={{ number: one.number }}>
      <Name name={one.name} />
    </Link>{' '}
    <span className="xs faint nowrap">{one.number}</span>
  </>
)

/** Scores far from the others, and what was said to each. */
export function Outliers({ file }: { file: PanelFile }) {
  const { t } = useTranslation('draw')
  const alarms = file.alarms ?? []
  const nameOf = (person: string) => file.members.find((member) => member.person === person)?.name ?? ''
  const numberOf = (about: string) => file.applications.find((one) => one.case === about)?.number ?? ''
  return (
    <section className="panel" aria-label={t('alarms.title')}>
      <div className="hd">
        <h2>{t('alarms.title')}</h2>
        <Cite law="setting:score.alarm" />
      </div>
      <p className="bd s mute">{alarms.length === 0 ? t('alarms.none') : t('alarms.lead', { alarm: file.rules?.alarm ?? 0 })}</p>
      {alarms.length > 0 && (
        <Scroll label={t('alarms.title')}>
          <table>
            <thead>
              <tr>
                {(['application', 'expert', 'total', 'median', 'apart', 'state'] as const).map((head) => (
                  <th key={head} scope="col" className={['total', 'median', 'apart'].includes(head) ? 'num' : undefined}>
                    {t(`alarms.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {alarms.map((one) => {
                const reason = file.explanations.findLast((said) => said.expert === one.expert && said.about === one.about)?.reason
                return (
                  <tr key={`${one.about} ${one.expert}`}>
                    <td className="nowrap">{numberOf(one.about)}</td>
                    <td>
                      <Name name={nameOf(one.expert)} />
                      {reason && <small className="below mute">{t('alarms.reason', { reason })}</small>}
                    </td>
                    <td className="num">{score(one.total)}</td>
                    <td className="num">{score(one.median)}</td>
                    <td className="num">
                      <b>{score(one.apart)}</b>
                    </td>
                    <td>
                      <Mark family={one.settled ? 'ok' : 'judge'} words={t(`alarms.${one.settled ?? 'open'}`)} />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

export function Discussions({ file }: { file: PanelFile }) {
  const { t } = useTranslation('draw')
  return (
    <section className="panel" aria-label={t('discussions.title')}>
      <div className="hd">
        <h2>{t('discussions.title')}</h2>
      </div>
      <ul className="verdicts">
        {file.discussions.map((one, index) => (
          <li key={index}>
            <span className="grow">
              {file.applications.find(({ case: id }) => id === one.about)?.name} <span className="xs faint">{t('discussions.by', { name: one.by, day: one.on })}</span>
              <small className="mute prose">{one.minutes}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** GET /api/panel/{id}/sheets: open only after scoring was closed, and to the city alone. */
type Sheet = { expert: string; name: string; about: string; total: string; void: boolean }

/** Who gave what: one row an expert, one column an application. */
export function Sheets({ id, file }: { id: string; file: PanelFile }) {
  const { t } = useTranslation(['case', 'draw'])
  const listing = useListing()
  const { data } = useQuery({ queryKey: ['sheets', id, file.conflicts.length], retry: false, queryFn: ({ signal }) => get<{ sheets: Sheet[] }>(`/panel/${id}/sheets`, signal) })
  if (!data || data.sheets.length === 0) return null
  const experts = new Map(data.sheets.map(({ expert, name }) => [expert, name]))
  return (
    <section className="panel" aria-label={t('panel.sheetsTitle')}>
      <div className="hd">
        <h2>{t('panel.sheetsTitle')}</h2>
        <Cite law="setting:score.trimFrom" />
      </div>
      <Scroll label={t('panel.sheetsTitle')}>
        <table className="s">
          <thead>
            <tr>
              <th scope="col">{t('panel.experts')}</th>
              {file.applications.map((one) => (
                <th key={one.case} scope="col" className="num" title={one.name}>
                  {one.number}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...experts].map(([expert, name]) => (
              <tr key={expert}>
                <th scope="row">
                  <Name name={name} />
                </th>
                {file.applications.map((one) => {
                  const sheets = data.sheets.filter((each) => each.expert === expert && each.about === one.case)
                  return (
                    <td key={one.case} className="num">
                      {sheets.length === 0 ? t('panel.noSheet') : listing(sheets.map(({ total }) => score(Number(total))))}
                      {sheets.some((each) => each.void) && <div className="xs faint">{t('draw:sheets.void')}</div>}
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
