import type { GradedYear } from '../portal.data.ts'
import { baseAddress } from './base-table.tsx'
import { Cite } from './cite.tsx'
import { Frame } from './frame.tsx'
import { Icon } from './icon.tsx'
import { Demo, Go, usePage, Zh } from './page.tsx'

/** Every grade that was announced, year by year, the best first; points and persons stay in the files. */
export function GradesPage({ years }: { years: readonly GradedYear[] }) {
  const { words } = usePage()
  const w = words.gradeList
  return (
    <Frame title={w.title} description={w.description} section="bases" crumbs={[{ to: '/bases', name: words.bases.title }, { to: '/grades', name: w.title }]}>
      <div className="row wrap head">
        <h1>{w.title}</h1>
        <Cite law="Art. 18" />
        <span className="grow" />
        <a className="btn sm" href="/api/public/grades.csv">
          <Icon name="save" />
          {words.bases.csv}
        </a>
      </div>
      <p className="mute">{w.lead}</p>
      {years.length === 0 && (
        <section className="panel">
          <p className="bd mute">{w.none}</p>
        </section>
      )}
      {years.map((year) => (
        <Year key={year.year} year={year} />
      ))}
    </Frame>
  )
}

function Year({ year: { year, counts, others, rows } }: { year: GradedYear }) {
  const { words, fill, say } = usePage()
  const w = words.gradeList
  const title = fill(w.year, { year: String(year) })
  return (
    <section className="panel" aria-label={title}>
      <div className="hd">
        <h2>{title}</h2>
        <span className="s mute">
          {fill(w.counts, counts)}
          {others > 0 && fill(w.others, { n: others })}
        </span>
      </div>
      {rows.length > 0 && (
        <table className="cards">
          <caption className="sr">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{w.base}</th>
              <th scope="col">{w.field}</th>
              <th scope="col">{w.county}</th>
              <th scope="col">{w.grade}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Go to={baseAddress(row.id)}>
                    <b>
                      <Zh>{row.name}</Zh>
                    </b>
                  </Go>
                  <Demo when={row.demo} />
                  <div className="s faint">
                    <Zh>{row.host.name}</Zh>
                    {(row.status === 'revoked' || row.status === 'left') && ` · ${words.statuses[row.status]}`}
                  </div>
                </th>
                <td data-label={w.field}>{say(row.field.words)}</td>
                <td data-label={w.county}>{say(row.county.words)}</td>
                <td data-label={w.grade}>
                  <b>{words.grades[row.grade]}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
