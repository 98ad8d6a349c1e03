import type { Home } from '../portal.data.ts'
import { BaseTable } from './base-table.tsx'
import { Counties, HeadDrawing } from './drawings.tsx'
import { grouped } from './formats.ts'
import { Frame } from './frame.tsx'
import { Icon, type IconName } from './icon.tsx'
import { LapsedBand } from './lapsed.tsx'
import { NoticeTable } from './notice-table.tsx'
import { Go, Kept, usePage, Zh } from './page.tsx'

export function HomePage({ data }: { data: Home }) {
  const { words, fill } = usePage()
  return (
    <Frame title={words.home.title} description={words.home.description} section="home" hero={<Hero suggestions={data.suggestions} />}>
      <LapsedBand />
      <Tasks data={data} />
      <div className="cols">
        <div className="stack">
          <section className="panel">
            <div className="hd">
              <h2>{words.home.notices}</h2>
              <span className="grow" />
              <Go to="/notices">{words.home.allNotices}</Go>
            </div>
            {data.notices.length > 0 ? (
              <NoticeTable rows={data.notices} caption={words.home.notices} />
            ) : (
              <p className="bd mute">{words.home.noNotices}</p>
            )}
          </section>
          <section className="panel">
            <div className="hd">
              <h2>{words.home.bases}</h2>
              <span className="s mute">{fill(words.home.count, { n: data.baseTotal })}</span>
              <span className="grow" />
              <Go to="/bases">{words.home.allBases}</Go>
            </div>
            {data.bases.length > 0 ? (
              <BaseTable rows={data.bases} caption={words.home.bases} />
            ) : (
              <p className="bd mute">{words.home.noBases}</p>
            )}
          </section>
        </div>
        <div className="stack">
          <section className="panel">
            <div className="hd">
              <h2>{words.home.counties}</h2>
              <span className="grow" />
              <Go to="/data">{words.home.download}</Go>
            </div>
            <div className="bd">
              <Counties counts={data.counties} />
            </div>
          </section>
          <Figures figures={data.figures} />
        </div>
      </div>
    </Frame>
  )
}

function Hero({ suggestions }: { suggestions: readonly string[] }) {
  const { words } = usePage()
  return (
    <div className="in1 hero">
      <div className="hero-text">
        <h1>{words.home.headline}</h1>
        <p>{words.home.lead}</p>
        <form className="find1" action="/bases" role="search">
          <Kept />
          <input type="search" name="q" aria-label={words.home.search} placeholder={words.home.placeholder} />
          <button type="submit">{words.home.go}</button>
        </form>
        {suggestions.length > 0 && (
          <div className="sug">
            {words.home.often}
            {suggestions.map((word) => (
              <Go key={word} to={`/bases?q=${encodeURIComponent(word)}`}>
                <Zh>{word}</Zh>
              </Go>
            ))}
          </div>
        )}
      </div>
      <HeadDrawing />
    </div>
  )
}

function Tasks({ data }: { data: Home }) {
  const { words, fill } = usePage()
  const found = data.capabilityTotal > 0 ? words.home.findNote : words.home.findNoteBare
  const tasks: { to: string; icon: IconName; name: string; note: string }[] = [
    { to: '/bases', icon: 'search', name: words.home.find, note: fill(found, { n: data.baseTotal, m: data.capabilityTotal }) },
    { to: '/work/', icon: 'send', name: words.home.apply, note: words.home.applyNote },
    { to: '/notices', icon: 'horn', name: words.home.object, note: words.home.objectNote },
    { to: '/verify', icon: 'shield', name: words.home.verify, note: words.home.verifyNote },
    { to: '/law', icon: 'book', name: words.home.law, note: words.home.lawNote },
  ]
  return (
    <nav className="todo" aria-label={words.home.tasks}>
      {tasks.map(({ to, icon, name, note }) => (
        <Go key={to} to={to}>
          <b>
            <Icon name={icon} />
            {name}
          </b>
          <span>{note}</span>
        </Go>
      ))}
    </nav>
  )
}

function Figures({ figures }: { figures: Home['figures'] }) {
  const { words } = usePage()
  const shown: [number, string, string][] = [
    [figures.standing, words.home.standing, words.home.standingNote],
    [figures.recognised, words.home.recognised, words.home.recognisedNote],
    [figures.submittedThisYear, words.home.submitted, words.home.submittedNote],
    [figures.recognisedThisYear, words.home.recognisedYear, words.home.recognisedYearNote],
  ]
  return (
    <section className="panel">
      <div className="hd">
        <h2>{words.home.figures}</h2>
        <span className="grow" />
        <Go to="/statistics">{words.home.all}</Go>
      </div>
      <div className="figs two">
        {shown.map(([value, label, note]) => (
          <div key={label}>
            <b>{grouped(value)}</b>
            <span>{label}</span>
            <small>{note}</small>
          </div>
        ))}
      </div>
    </section>
  )
}
