import type { Draw } from '../portal.data.ts'
import { Frame } from './frame.tsx'
import { Icon } from './icon.tsx'
import { usePage } from './page.tsx'

const recompute = `node recompute-draw.mjs record.json`

/** Seven steps for a layman, and every draw with its fingerprint; the record once nobody can be called any more. */
export function DrawsPage({ data }: { data: readonly Draw[] }) {
  const { words } = usePage()
  const w = words.draws
  const steps = [
    [w.s1, w.s1says], [w.s2, w.s2says], [w.s3, w.s3says], [w.s4, w.s4says], [w.s5, w.s5says], [w.s6, w.s6says], [w.s7, w.s7says],
  ] as const
  return (
    <Frame title={w.title} description={w.description} section="notices" crumbs={[{ to: '/draws', name: w.title }]}>
      <div className="row wrap head">
        <h1>{w.title}</h1>
      </div>
      <p className="mute">{w.lead}</p>
      <section className="panel">
        <div className="hd">
          <h2>{w.steps}</h2>
          <span className="grow" />
          <a href="/api/public/recompute-draw.mjs" download="recompute-draw.mjs">
            <Icon name="save" />
            {w.script}
          </a>
        </div>
        <ol className="bd told">
          {steps.map(([title, says]) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{says}</p>
              {title === w.s6 && <pre>{recompute}</pre>}
            </li>
          ))}
        </ol>
      </section>
      <section className="panel">
        <div className="hd">
          <h2>{w.list}</h2>
        </div>
        {data.length > 0 ? <Draws rows={data} /> : <p className="bd mute">{w.none}</p>}
      </section>
    </Frame>
  )
}

function Draws({ rows }: { rows: readonly Draw[] }) {
  const { words, fill } = usePage()
  const w = words.draws
  return (
    <table className="cards">
      <caption className="sr">{w.list}</caption>
      <thead>
        <tr>
          {[w.number, w.commitment, w.committed, w.witnessed, w.revealed, w.record].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.number} ${row.no}`}>
            <th scope="row">
              <b>{row.number}</b> {fill(w.time, { n: row.no })}
              <br />
              <span className="mute">{fill(w.size, { n: row.size, of: row.applications })}</span>
            </th>
            <td className="hash">{row.commitment}</td>
            <td>{row.committedOn}</td>
            <td>{row.witnessedOn}</td>
            <td>{row.revealedOn}</td>
            <td>
              {row.open ? (
                <a href={`/api/public/draws/${row.number}/${row.no}`} download>
                  <Icon name="save" />
                  {w.download}
                </a>
              ) : (
                <span className="mute">{row.ended ? w[row.ended] : w.later}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
