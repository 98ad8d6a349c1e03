import type { ReactNode } from 'react'
import { Frame } from './frame.tsx'
import { Go, usePage } from './page.tsx'

const Sheet = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <div className="row wrap head">
      <h1>{title}</h1>
    </div>
    <div className="panel bd sheet">{children}</div>
  </>
)

const Points = ({ title, points }: { title: string; points: string[] }) => (
  <>
    <h2>{title}</h2>
    <ul className="points">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  </>
)

/** Open data: what can be downloaded, in which form, and what it leaves out. */
export function DataPage() {
  const { words } = usePage()
  const w = words.data
  const sets = [
    { name: w.bases, contains: w.basesContains, excludes: w.basesExcludes, at: '/api/public/bases', csv: true },
    { name: w.notices, contains: w.noticesContains, excludes: w.noticesExcludes, at: '/api/public/notices', csv: true },
    { name: w.draws, contains: w.drawsContains, excludes: w.drawsExcludes, at: '/api/public/draws', csv: false },
    { name: w.regulation, contains: w.regulationContains, excludes: w.regulationExcludes, at: '/api/public/regulation', csv: false },
    { name: w.statistics, contains: w.statisticsContains, excludes: w.statisticsExcludes, at: '/api/public/statistics', csv: true },
  ]
  return (
    <Frame title={w.title} description={w.description} section={null} crumbs={[{ to: '/data', name: w.title }]}>
      <div className="row wrap head">
        <h1>{w.title}</h1>
      </div>
      <p className="mute">{w.lead}</p>
      <section className="panel">
        <table className="cards">
          <caption className="sr">{w.title}</caption>
          <thead>
            <tr>
              <th scope="col">{w.set}</th>
              <th scope="col">{w.contains}</th>
              <th scope="col">{w.excludes}</th>
              <th scope="col">{w.formats}</th>
            </tr>
          </thead>
          <tbody>
            {sets.map(({ name, contains, excludes, at, csv }) => (
              <tr key={at}>
                <th scope="row">
                  <b>{name}</b>
                </th>
                <td>{contains}</td>
                <td className="mute">
                  {w.excludes} {excludes}
                </td>
                <td className="nowrap">
                  <a href={at} aria-label={`${name} JSON`}>
                    JSON
                  </a>
                  {csv && (
                    <>
                      {' '}
                      ·{' '}
                      <a href={`${at}.csv`} aria-label={`${name} CSV`}>
                        CSV
                      </a>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="panel bd sheet">
        <Points title={w.use} points={[w.use1, w.use2, w.use3]} />
        <p>
          <a href="/api/openapi.json">{w.openapi}</a>
        </p>
      </section>
    </Frame>
  )
}

export function AccessibilityPage() {
  const {
    words: { accessibility: w },
  } = usePage()
  return (
    <Frame title={w.title} description={w.description} section={null} crumbs={[{ to: '/accessibility', name: w.title }]}>
      <Sheet title={w.title}>
        <Points title={w.does} points={[w.does1, w.does2, w.does3, w.does4, w.does5, w.does6]} />
        <Points title={w.limits} points={[w.limit1, w.limit2, w.limit3]} />
        <h2>{w.help}</h2>
        <p>{w.helpText}</p>
      </Sheet>
    </Frame>
  )
}

export function PrivacyPage() {
  const {
    words: { privacy: w },
  } = usePage()
  return (
    <Frame title={w.title} description={w.description} section={null} crumbs={[{ to: '/privacy', name: w.title }]}>
      <Sheet title={w.title}>
        <Points title={w.visitors} points={[w.visitor1, w.visitor2, w.visitor3]} />
        <Points title={w.shown} points={[w.shown1, w.shown2]} />
        <Points title={w.objectors} points={[w.objector1]} />
        <h2>{w.rights}</h2>
        <p>{w.rights1}</p>
        <p className="s faint">{w.law}</p>
      </Sheet>
    </Frame>
  )
}

export function MissingPage() {
  const { words } = usePage()
  const places = [
    ['/', words.nav.home],
    ['/bases', words.nav.bases],
    ['/notices', words.nav.notices],
    ['/law', words.nav.law],
    ['/verify', words.nav.verify],
  ] as const
  return (
    <Frame title={words.missing.title} description={words.missing.text} section={null} unlisted>
      <Sheet title={words.missing.title}>
        <p>{words.missing.text}</p>
        <p>{words.missing.list}</p>
        <ul className="points">
          {places.map(([to, name]) => (
            <li key={to}>
              <Go to={to}>{name}</Go>
            </li>
          ))}
        </ul>
      </Sheet>
    </Frame>
  )
}

export function FaultPage({ number }: { number: string }) {
  const { words, fill, path } = usePage()
  return (
    <Frame title={words.fault.title} description={words.fault.title} section={null} unlisted>
      <Sheet title={words.fault.title}>
        <p role="alert">{fill(words.fault.text, { number })}</p>
        <p>
          <a className="btn" href={path}>
            {words.fault.again}
          </a>
        </p>
      </Sheet>
    </Frame>
  )
}
