import type { ReactNode } from 'react'
import type { Statistics } from '../portal.data.ts'
import { Cite } from './cite.tsx'
import { Bar, Counties } from './drawings.tsx'
import { grouped, minuteOf } from './formats.ts'
import { Frame } from './frame.tsx'
import { Icon } from './icon.tsx'
import { Go, usePage } from './page.tsx'

/** Every figure says what it leaves out, and stands in a table. */
export function StatisticsPage({ data }: { data: Statistics }) {
  const { words, fill, say } = usePage()
  const w = words.statistics
  return (
    <Frame title={w.title} description={w.description} section="statistics" crumbs={[{ to: '/statistics', name: w.title }]}>
      <div className="row wrap head">
        <h1>{w.title}</h1>
        <span className="mute">{fill(w.asOf, { at: minuteOf(data.asOf) })}</span>
        <span className="grow" />
        <a className="btn sm" href="/api/public/statistics.csv">
          <Icon name="save" />
          {w.csv}
        </a>
        <a href="/api/public/statistics">{w.json}</a>
      </div>
      <div className="panel figs">
        <Figure value={data.totals.standing} label={w.standing} note={w.standingNote} />
        <Figure value={data.totals.recognised} label={w.recognised} note={w.recognisedNote} />
        <Figure value={data.totals.revoked} label={w.revoked} note={w.revokedNote} />
        <Figure value={data.totals.left} label={w.left} note={w.leftNote} />
      </div>
      <section className="panel">
        <div className="bd">
          <Counties counts={data.byCounty.map(({ county, bases }) => ({ code: county.code, bases }))} />
        </div>
      </section>
      <div className="cols even">
        <Table
          title={w.byCounty}
          note={w.byCountyNote}
          heads={[w.county, w.bases, w.open, w.applications]}
          drawn={1}
          total
          rows={data.byCounty.map(({ county, bases, applications, open }) => ({
            key: county.code,
            name: <Go to={`/bases?county=${county.code}`}>{say(county.words)}</Go>,
            values: [bases, open, applications],
          }))}
        />
        <div className="stack">
          <Table
            title={w.byField}
            note={w.byFieldNote}
            heads={[w.field, w.bases, w.open]}
            drawn={1}
            total
            rows={data.byField.map(({ field, bases, open }) => ({ key: field.zh, name: say(field), values: [bases, open] }))}
          />
          <Table
            title={w.byStatus}
            note={w.byStatusNote}
            heads={[w.status, w.bases]}
            drawn={1}
            total
            rows={data.byStatus.map(({ status, bases }) => ({ key: status, name: <Go to={`/bases?status=${status}`}>{words.statuses[status]}</Go>, values: [bases] }))}
          />
          <Table
            title={w.notices}
            note={w.noticesNote}
            heads={['', w.published, w.objections, w.upheld]}
            rows={[{ key: 'all', name: w.total, values: [data.notices.published, data.notices.objections, data.notices.upheld] }]}
          />
        </div>
      </div>
      <Table
        title={w.grades}
        note={w.gradesNote}
        heads={[w.year, words.grades.excellent, words.grades.good, words.grades.fair, words.grades.poor, w.otherGrades]}
        drawn={1}
        rows={data.grades.map(({ year, counts, others }) => ({ key: String(year), name: <Go to="/grades">{year}</Go>, values: [counts.excellent, counts.good, counts.fair, counts.poor, others] }))}
      />
      <div className="cols even">
        <Table
          title={w.work}
          note={w.workNote}
          heads={[w.figure, w.value]}
          rows={workShown.map((name) => ({ key: name, name: w.workNames[name], values: [data.work[name]] }))}
        />
        <Table title={w.ladder} note={w.ladderNote} heads={[w.level, w.bases]} drawn={1} rows={data.ladder.map(({ level, bases }) => ({ key: level, name: w.rungs[level], values: [bases] }))} />
      </div>
      <Table
        title={w.means}
        note={w.meansNote}
        heads={[w.linesHead, w.lines, w.area, w.equipment, w.equipmentValue, w.open, w.openValue]}
        rows={[{ key: 'all', name: w.total, values: [data.means.lines, data.means.area, data.means.equipment, data.means.equipmentValue, data.means.open, data.means.openValue] }]}
      />
      <Table
        title={w.byYear}
        note={w.byYearNote}
        heads={[w.year, w.submitted, w.recommended, w.accepted, w.recognisedCol, w.notRecognised, w.withdrawn, w.underWay]}
        rows={data.byYear.map((year) => ({
          key: String(year.year),
          name: year.year,
          values: [year.submitted, year.recommended, year.accepted, year.recognised, year.notRecognised, year.withdrawn, year.underWay],
        }))}
      />
      <Table
        title={w.awards}
        note={w.awardsNote}
        heads={[w.year, w.awardCount, w.committed, w.paid]}
        rows={data.awards.map(({ year, awards, committed, paid }) => ({ key: String(year), name: year, values: [awards, grouped(Number(committed), 2), grouped(Number(paid), 2)] }))}
      />
      <Table
        title={w.pace}
        note={w.paceNote}
        heads={[w.step, w.cases, w.median, w.limit, w.late]}
        rows={data.pace.map(({ step, law, cases, median, limit, late }) => ({
          key: step.zh,
          name: (
            <>
              {say(step)} <Cite law={law} />
            </>
          ),
          values: [cases, median, limit, late],
        }))}
      />
    </Frame>
  )
}

const workShown = ['services', 'delivered', 'clients', 'clientsOfCity', 'trained', 'events'] as const

const Figure = ({ value, label, note }: { value: number; label: string; note: string }) => (
  <div>
    <b>{grouped(value)}</b>
    <span>{label}</span>
    <small>{note}</small>
  </div>
)

const numberIn = (value: number | string | null | undefined) => (typeof value === 'number' ? value : 0)

type TableProps = {
  title: string
  note: string
  /** The first head is that of the name. */
  heads: string[]
  rows: { key: string; name: ReactNode; values: (number | string | null)[] }[]
  // A text is shown as it is, and neither drawn nor summed.
  /** The column of values that is drawn as a bar, counted from 1. */
  drawn?: number
  total?: boolean
}

function Table({ title, note, heads, rows, drawn, total = false }: TableProps) {
  const { words } = usePage()
  const column = (index: number) => rows.map(({ values }) => numberIn(values[index]))
  const most = drawn ? Math.max(...column(drawn - 1), 0) : 0
  const shown = (value: number | string | null) => (typeof value === 'string' ? value : value === null ? words.site.none : grouped(value, Number.isInteger(value) ? 0 : 1))
  return (
    <section className="panel">
      <div className="hd">
        <h2>{title}</h2>
      </div>
      {rows.length === 0 ? (
        <p className="bd mute">{words.statistics.empty}</p>
      ) : (
        <div className="scroll" role="region" aria-label={title} tabIndex={0}>
          <table>
            <caption className="sr">{title}</caption>
            <thead>
              <tr>
                {heads.map((head, index) =>
                  head === '' ? (
                    <td key="name" />
                  ) : (
                    <th key={head} scope="col" className={index > 0 ? 'num' : undefined}>
                      {head}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name, values }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {values.map((value, index) => (
                    <td key={heads[index + 1]} className="num">
                      {drawn === index + 1 && <Bar value={numberIn(value)} most={most} />}
                      {shown(value)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            {total && (
              <tfoot>
                <tr>
                  <th scope="row">{words.statistics.total}</th>
                  {heads.slice(1).map((head, index) => (
                    <td key={head} className="num">
                      <b>{grouped(column(index).reduce((sum, value) => sum + value, 0))}</b>
                    </td>
                  ))}
                </tr>
              </tfoot>
            )}
          </table>
        </div>
      )}
      <p className="s faint bd thin">{note}</p>
    </section>
  )
}
