import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, HistoryEntry } from '../../contract.ts'
import { dayOfInstant, instantOf, shortDay, shortHash, weekdayOf } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { DataList } from '../parts/data-list.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name, plainName } from '../parts/names.tsx'
import { OutcomeMark } from '../parts/status.tsx'
import { useProcedures, useSession, useStatuses } from '../queries.ts'
import type { Schema } from '../steps/schema.ts'
import { useListing, useWords } from '../words.ts'
import { useDirections } from './order.ts'
import { PapersOfEntry } from './papers.tsx'

/** 经过: one node an entry, then where the case lies now, then what comes next. */
export function Trail({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  const navigate = useNavigate()
  // The paper has the whole material, whatever section is on the screen.
  const print = async () => {
    if (detail.case.procedure === 'recognition')
      await navigate({
        to: '/cases/$number',
        params: { number: detail.case.number },
        search: (old) => ({ ...old, section: 'all', step: undefined }),
        resetScroll: false,
      })
    setTimeout(() => window.print(), 300)
  }
  return (
    <section className="panel left" aria-label={t('trail.title')}>
      <div className="hd">
        <h2 className="h3">{t('trail.title')}</h2>
        <span className="grow" />
        <button type="button" className="btn quiet sm" onClick={() => void print()}>
          <Icon shape="down" />
          {t('trail.print')}
        </button>
      </div>
      <ol className="tl">
        {runsOf(detail.history).map((run) =>
          run.length < foldFrom ? (
            run.map((entry) => <Entry key={entry.no} entry={entry} detail={detail} />)
          ) : (
            <Run key={run[0]?.no} run={run} detail={detail} />
          ),
        )}
        <Now detail={detail} />
        <Next detail={detail} />
      </ol>
    </section>
  )
}

// Fifteen sealed sheets in a row say less than one line that counts them.
const foldFrom = 5

/** Entries that leave the case where it was, in a row. */
function runsOf(history: readonly HistoryEntry[]): HistoryEntry[][] {
  const runs: HistoryEntry[][] = []
  history.forEach((entry, index) => {
    const before = history[index - 1]
    const stays = before !== undefined && before.to === entry.to
    const last = runs.at(-1)
    if (stays && last && index > 0 && last[0] !== history[0] && runsOn(last, entry)) last.push(entry)
    else runs.push([entry])
  })
  return runs
}
const runsOn = (run: readonly HistoryEntry[], entry: HistoryEntry) => run.every(({ to }) => to === entry.to)

function Run({ run, detail }: { run: readonly HistoryEntry[]; detail: CaseDetail }) {
  const listing = useListing()
  const { t } = useTranslation(['case', 'shell'])
  const words = useWords()
  const { today } = useSession()
  const counts = new Map<string, number>()
  for (const entry of run) counts.set(words(entry.says), (counts.get(words(entry.says)) ?? 0) + 1)
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return null
  return (
    <li>
      <details className="run">
        <summary>
          <span className="d">{t('shell:unit.range', { from: shortDay(first.on, today), to: shortDay(last.on, today) })}</span>
          <span className="w">{t('trail.run', { n: run.length })}</span>
          <span className="s mute">{listing([...counts].map(([says, n]) => `${says} ${n}`))}</span>
        </summary>
        <ol>
          {run.map((entry) => (
            <Entry key={entry.no} entry={entry} detail={detail} />
          ))}
        </ol>
      </details>
    </li>
  )
}

function Entry({ entry, detail }: { entry: HistoryEntry; detail: CaseDetail }) {
  const { t } = useTranslation(['case', 'shell'])
  const words = useWords()
  const { today } = useSession()
  const statusOf = useStatuses()
  const stops = statusOf(detail.case.procedure, entry.to)?.awaits?.clock === 'applicant'
  return (
    <li id={`entry-${entry.no}`} className={stops ? 'wait' : undefined}>
      <span className="d" title={instantOf(entry.at)}>
        {shortDay(entry.on, today)} {t(`shell:weekday.${weekdayOf(entry.on)}`)}
      </span>
      <div className="w">{words(entry.says)}</div>
      <Cite law={entry.law} />
      <div className="s mute">
        {entry.by && entry.by.role !== 'system' ? (
          <>
            {entry.by.actsFor ? t('shell:me.actsFor', { name: entry.by.name, other: entry.by.actsFor }) : <Name name={entry.by.name} />} ·{' '}
            {words(entry.by.roleWords)}
            {entry.by.orgName && <small className="below faint">{plainName(entry.by.orgName)}</small>}
          </>
        ) : (
          t(entry.by ? 'trail.system' : 'trail.veiled')
        )}
      </div>
      {entry.used && entry.used.days > 0 && (
        <span className={entry.used.whose === 'applicant' ? 'lapse' : 'lapse us'}>
          {entry.used.whose === 'applicant'
            ? t('trail.applicantUsed', { count: entry.used.days })
            : t('trail.authorityUsed', { count: entry.used.days })}
        </span>
      )}
      <PapersOfEntry number={detail.case.number} papers={detail.papers.filter((paper) => paper.entry === entry.no)} />
      <Content entry={entry} procedure={detail.case.procedure} />
    </li>
  )
}

function Content({ entry, procedure }: { entry: HistoryEntry; procedure: string }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const { data: procedures } = useProcedures()
  const step = procedures?.find((one) => one.procedure === procedure)?.steps.find((one) => one.step === entry.did)
  const data = entry.data && Object.keys(entry.data).length > 0 ? entry.data : null
  return (
    <details className="content">
      <summary>
        {t('trail.entry', { no: entry.no })}
        {entry.verdicts.length > 0 && ` · ${t('trail.verdicts', { n: entry.verdicts.length })}`}
      </summary>
      {entry.data === undefined ? <p className="xs mute">{t('trail.sealed')}</p> : data && <DataList data={data} command={step?.command as Schema | undefined} />}
      {entry.verdicts.length > 0 && (
        <ul className="verdicts">
          {entry.verdicts.map((verdict) => (
            <li key={verdict.rule}>
              <span>
                {words(verdict.says)}
                {verdict.because && <small className="mute">{words(verdict.because)}</small>}
                {verdict.reason && <small>{t('trail.reason', { reason: verdict.reason })}</small>}
              </span>
              <OutcomeMark outcome={verdict.outcome} />
            </li>
          ))}
        </ul>
      )}
      <p className="xs faint mono">
        {instantOf(entry.at)}
        <br />
        {t('trail.hash', { hash: shortHash(entry.hash) })}
      </p>
    </details>
  )
}

function Now({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const { today } = useSession()
  const { due, procedure, status, since, turn } = detail.case
  const info = useStatuses()(procedure, status)
  if (!info?.awaits || !turn) return null
  const applicant = info.awaits.clock === 'applicant'
  return (
    <li className="now" aria-current="step">
      <span className="d">{t('trail.now')}</span>
      <div className="w">{words(info.words)}</div>
      <div className="s mute">
        {t('trail.with', { who: words(turn.roleWords), since: shortDay(dayOfInstant(`${since}T00:00:00+08:00`), today) })}
      </div>
      <div className="s mute">{words(turn.asks)}</div>
      {due ? (
        <span className={due.left < 0 ? 'lapse late' : applicant ? 'lapse' : 'lapse us'}>
          {due.left < 0
            ? t('trail.over', { used: due.used, late: -due.left, day: shortDay(due.day, today) })
            : t('trail.left', { used: due.used, left: due.left, day: shortDay(due.day, today) })}
          {due.provisional && ` · ${t('trail.provisional')}`}
        </span>
      ) : (
        applicant && <span className="lapse">{t('trail.clockStopped')}</span>
      )}
    </li>
  )
}

/** What may follow: first what those may do with whom the case lies, then the rest, and what comes after. */
function Next({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation(['case', 'shell'])
  const words = useWords()
  const { procedure, status } = detail.case
  const { info, sorted, directionOf } = useDirections(procedure, status)
  const turn = detail.case.turn?.role
  const stepOf = (name: string) => info?.steps.find(({ step }) => step === name)
  const distance = (name: string) => {
    const by = stepOf(name)?.by ?? []
    if (turn && by.includes(turn)) return 0
    return by.some((role) => role.split('.')[0] === turn?.split('.')[0]) ? 1 : 2
  }
  const ways = sorted(detail.next).toSorted((a, b) => distance(a.step) - distance(b.step))
  const onward = ways.find(({ step }) => directionOf(step) === 'forward')
  // What moves the case on leads, with the other ways of the same people.
  const leading = onward && distance(onward.step) < 2 ? onward : ways.find(({ step }) => distance(step) === 0)
  const near = ways.filter((way) => leading && words(way.by) === words(leading.by))
  const others = ways.filter((way) => !near.includes(way))
  const then = onward?.then
  return (
    <>
      {near[0] && (
        <li className="next">
          <div>{near.map(({ says }) => words(says)).join(t('trail.either'))}</div>
          <div className="s">{words(near[0].by)}</div>
        </li>
      )}
      {then && (
        <li className="next">
          <div>{words(then.asks)}</div>
          <div className="s">
            {words(then.roleWords)}
            {then.days !== null && ` · ${t('shell:unit.workingDays', { count: then.days })}`}
          </div>
        </li>
      )}
      {others.length > 0 && (
        <li className="next">
          <div className="s">{near.length > 0 ? t('trail.others') : t('trail.next')}</div>
          {others.map((way) => (
            <div className="s" key={way.step}>
              {t('trail.byWhom', { step: words(way.says), who: words(way.by) })}
            </div>
          ))}
        </li>
      )}
    </>
  )
}
