import type { Revocation } from '../portal.data.ts'
import { baseAddress } from './base-table.tsx'
import { Cite } from './cite.tsx'
import { Frame } from './frame.tsx'
import { Icon } from './icon.tsx'
import { Demo, Go, usePage, Whole, Zh } from './page.tsx'

/** Every revocation that was served, with its grounds and papers. */
export function RevocationsPage({ rows }: { rows: readonly Revocation[] }) {
  const { words, fill, say } = usePage()
  const w = words.revocations
  return (
    <Frame title={w.title} description={w.description} section="bases" crumbs={[{ to: '/bases', name: words.bases.title }, { to: '/revocations', name: w.title }]}>
      <div className="row wrap head">
        <h1>{w.title}</h1>
        <span className="mute">{fill(w.total, { n: rows.length })}</span>
        <span className="grow" />
        <a className="btn sm" href="/api/public/revocations.csv">
          <Icon name="save" />
          {words.bases.csv}
        </a>
      </div>
      <p className="mute">{w.lead}</p>
      <section className="panel">
        {rows.length === 0 ? (
          <p className="bd mute">{w.none}</p>
        ) : (
          <table className="cards">
            <caption className="sr">{w.title}</caption>
            <thead>
              <tr>
                <th scope="col">{w.base}</th>
                <th scope="col">{w.grounds}</th>
                <th scope="col">{w.decision}</th>
                <th scope="col">{w.served}</th>
                <th scope="col">{w.announced}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.base.id}>
                  <th scope="row">
                    <Go to={baseAddress(row.base.id)}>
                      <b>
                        <Zh>{row.base.name}</Zh>
                      </b>
                    </Go>
                    <Demo when={row.base.demo} />
                    <div className="s faint">
                      {row.hosts.map(({ name }, at) => (
                        <span key={name}>
                          {at > 0 && words.site.comma}
                          <Zh>{name}</Zh>
                        </span>
                      ))}{' '}
                      · {say(row.county)}
                    </div>
                  </th>
                  <td data-label={w.grounds}>
                    {row.grounds.map((law) => (
                      <Cite key={law} law={law} />
                    ))}
                  </td>
                  <td data-label={w.decision}>
                    <Zh>{row.documentNo}</Zh>
                    <div className="s faint">
                      <Whole>{row.decidedOn}</Whole>
                    </div>
                  </td>
                  <td data-label={w.served}>
                    <Whole>{row.servedOn}</Whole>
                  </td>
                  <td data-label={w.announced}>
                    {row.announcedOn ? (
                      <>
                        <Whole>{row.announcedOn}</Whole>
                        <div className="s faint">{row.announcementNo}</div>
                      </>
                    ) : (
                      <span className="mute">{w.notYet}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </Frame>
  )
}
