import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { get } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { useCase } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useWords } from '../words.ts'
import { Excluded, Rejections, Rules, Seats } from './facts.tsx'
import type { DrawNow, DrawShown, PanelFile, PoolNow } from './shape.ts'
import '../css/draw.css'

const route = getRouteApi('/cases/$number/draw')

/** Seven steps for a layman, each with what it was in this draw; before the commitment, what the pool would give. */
export function DrawPage() {
  const { t } = useTranslation('draw')
  const { number } = route.useParams()
  const { data: detail, error, refetch } = useCase(number)
  useTitle(t('page.title'))
  if (!detail) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={12} />}</div>
  const file = detail.case.file as unknown as PanelFile
  const draw = (file.draws ?? []).findLast(({ abandoned }) => !abandoned)
  return (
    <div className="page">
      <nav className="crumb">
        <Link to="/cases/$number" params={{ number: detail.case.number }}>
          {t('page.back')} {detail.case.number}
        </Link>
      </nav>
      <div className="head">
        <div>
          <h1>{t('page.title')}</h1>
          <p className="s mute">
            <Name name={file.title} /> <Cite law="setting:panel.draw" />
          </p>
        </div>
        {draw?.revealed && <Downloads id={detail.case.id} />}
      </div>
      {draw ? <Told id={detail.case.id} draw={draw} file={file} /> : <Before id={detail.case.id} file={file} />}
    </div>
  )
}

const recompute = `node recompute-draw.mjs record.json`

const Downloads = ({ id }: { id: string }) => {
  const { t } = useTranslation('draw')
  return (
    <div className="row wrap">
      <a className="btn primary" href={`/api/panel/${id}/record`} download>
        <Icon shape="down" />
        {t('page.download')}
      </a>
      <a className="btn" href="/api/public/recompute-draw.mjs" download="recompute-draw.mjs">
        {t('page.script')}
      </a>
    </div>
  )
}

/** Before anything is committed to: who could be drawn, who is left out and why, and whether a panel within the rules is possible. */
function Before({ id, file }: { id: string; file: PanelFile }) {
  const { t } = useTranslation('draw')
  const words = useWords()
  const { data, error, refetch } = useQuery({ queryKey: ['pool', id], retry: false, queryFn: ({ signal }) => get<PoolNow>(`/panel/${id}/pool`, signal) })
  if (!data) return error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={8} />
  return (
    <div className="stack">
      <Note tone={data.faults.length === 0 ? 'ok' : 'am'}>
        {data.faults.length === 0 ? t('page.possible') : <b>{t('page.impossible')}</b>}
        {data.faults.map((fault) => (
          <p key={fault.zh}>{words(fault)}</p>
        ))}
      </Note>
      <section className="panel">
        <div className="hd">
          <h2>{t('page.poolTitle')}</h2>
          <span className="s mute">{t('page.inPool', { n: data.counts.pool, of: data.counts.candidates })}</span>
        </div>
        <div className="bd stack">
          <Rules rules={data.rules} />
          <Excluded excluded={data.excluded} partly={data.partly} applications={file.applications} />
        </div>
      </section>
      <Earlier draws={file.draws} />
    </div>
  )
}

function Told({ id, draw, file }: { id: string; draw: DrawShown; file: PanelFile }) {
  const { t } = useTranslation('draw')
  const { data, error, refetch } = useQuery({ queryKey: ['draw', id, draw.revealed?.on, draw.witness?.word], retry: false, queryFn: ({ signal }) => get<DrawNow>(`/panel/${id}/draw`, signal) })
  if (!data) return error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={12} />
  const { record } = data
  return (
    <div className="stack">
      {data.faults && <Note tone={data.faults.length === 0 ? 'ok' : 'no'}>{t(data.faults.length === 0 ? 'page.recomputed' : 'page.differs')}</Note>}
      <section className="panel">
        <ol className="told">
          <Step of="one">
            <Rules rules={data.rules} />
          </Step>
          <Step of="two">
            <p className="s mute">{t('summary.counts', { pool: draw.counts.pool, excluded: draw.counts.excluded })}</p>
            <Excluded excluded={data.excluded} partly={data.partly} applications={file.applications} />
          </Step>
          <Step of="three">
            <p className="s mute">{t('summary.by', { name: draw.committedByName, day: draw.on })}</p>
            <p className="hash">{draw.commitment}</p>
          </Step>
          <Step of="four">
            {draw.witness ? (
              <p>
                <b>{draw.witness.word}</b> <span className="s mute">{t('summary.by', { name: draw.witness.name, day: draw.witness.on })}</span>
              </p>
            ) : (
              <p className="t-am">
                <Icon shape="clock" />
                {t('summary.waiting')}
              </p>
            )}
          </Step>
          <Step of="five">{record && <Rejections result={record.result} />}</Step>
          <Step of="six">
            <dl className="kv">
              <dt>{t('page.seed')}</dt>
              <dd className="hash">{record ? record.seed : t('page.hidden')}</dd>
              {record && (
                <>
                  <dt>{t('page.key')}</dt>
                  <dd className="hash">{record.result.key}</dd>
                </>
              )}
            </dl>
            {record?.result.found && <Seats seats={record.result.seats} names={data.names} file={file} />}
            {record ? (
              <>
                <p className="s mute">{t('page.command')}</p>
                <pre className="mono">{recompute}</pre>
                <p className="s mute">{t('page.numbers')}</p>
              </>
            ) : (
              <p className="s mute">{t('page.notYet')}</p>
            )}
          </Step>
          <Step of="seven" />
        </ol>
      </section>
      <Earlier draws={file.draws} />
    </div>
  )
}

function Step({ of, children }: { of: 'one' | 'two' | 'three' | 'four' | 'five' | 'six' | 'seven'; children?: ReactNode }) {
  const { t } = useTranslation('draw')
  return (
    <li>
      <h2>{t(`page.${of}.title`)}</h2>
      <p className="mute">{t(`page.${of}.says`)}</p>
      {children}
    </li>
  )
}

/** Draws that were given up stay named, with who decided it and why. */
function Earlier({ draws }: { draws: readonly DrawShown[] }) {
  const { t } = useTranslation('draw')
  const given = draws.filter(({ abandoned }) => abandoned)
  if (given.length === 0) return null
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('page.abandoned')}</h2>
      </div>
      <ul className="verdicts">
        {given.map((draw) => (
          <li key={draw.commitment}>
            <span className="grow">
              {draw.abandoned && t('page.abandonedSays', { day: draw.abandoned.on, by: draw.abandoned.by, reason: draw.abandoned.reason })}
              <small className="hash faint">{draw.commitment}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
