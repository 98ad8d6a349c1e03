import type { ReactNode } from 'react'
import { minuteOf, weekdayOf } from './formats.ts'
import { Vessels } from './drawings.tsx'
import { Icon } from './icon.tsx'
import { Demo, Go, usePage, Whole, withQuery } from './page.tsx'

export type Section = 'home' | 'bases' | 'notices' | 'law' | 'verify' | 'statistics'

type FrameProps = {
  title: string
  description: string
  section: Section | null
  /** Results and faults are nobody's to find again. */
  unlisted?: boolean
  /** Drawn below the bar, on its dark ground. */
  hero?: ReactNode
  crumbs?: { to: string; name: string }[]
  children: ReactNode
}

/** The whole document around a page: head, demo band, bar, main, foot. */
export function Frame({ title, description, section, unlisted = false, hero, crumbs, children }: FrameProps) {
  const { lang, largeType, demo, origin, path, styles, words, fill } = usePage()
  const address = path.split(/[?#]/)[0] || '/'
  const chinese = `${origin}${address}`
  const english = `${chinese}?lang=en`
  const full = fill(demo ? words.site.titleDemo : words.site.title, { page: title })
  return (
    <html lang={lang === 'zh' ? 'zh-CN' : 'en'} className={largeType ? 'portal large' : 'portal'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{full}</title>
        <meta name="description" content={description} />
        {unlisted ? (
          <meta name="robots" content="noindex" />
        ) : (
          <>
            <link rel="canonical" href={lang === 'zh' ? chinese : english} />
            <link rel="alternate" hrefLang="zh-CN" href={chinese} />
            <link rel="alternate" hrefLang="en" href={english} />
            <link rel="alternate" hrefLang="x-default" href={chinese} />
          </>
        )}
        <meta name="theme-color" content="#0B3D46" />
        <meta name="color-scheme" content="light" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
      </head>
      <body>
        <a className="skip" href="#main">
          {words.site.skip}
        </a>
        {demo && <DemoBand />}
        <header className="mast on-dark">
          <Bar section={section} />
          {hero}
        </header>
        <main id="main" className={hero ? 'in1 under-hero' : 'in1 under-bar'} tabIndex={-1}>
          {crumbs && <Crumbs crumbs={crumbs} />}
          {children}
        </main>
        <Foot />
      </body>
    </html>
  )
}

function DemoBand() {
  const { today, dayKind, words } = usePage()
  return (
    <div className="clock" role="region" aria-label={words.site.demoMode}>
      <Icon name="clock" />
      <span>{words.site.demoMode}</span>
      {today && (
        <span>
          {words.site.platformDate}{' '}
          <b>
            <Whole>{today}</Whole> {words.weekdays[weekdayOf(today)]}
          </b>
          {dayKind && ` ${words.dayKinds[dayKind]}`}
        </span>
      )}
      <span className="w">{words.site.demoNote}</span>
    </div>
  )
}

function Bar({ section }: { section: Section | null }) {
  const { lang, largeType, path, words } = usePage()
  const places: [Section, string][] = [
    ['home', '/'],
    ['bases', '/bases'],
    ['notices', '/notices'],
    ['law', '/law'],
    ['verify', '/verify'],
    ['statistics', '/statistics'],
  ]
  return (
    <div className="in1 bar">
      <Go className="brand" to="/">
        <Vessels />
        <span>
          {words.site.name}
          <small>{words.site.full}</small>
        </span>
      </Go>
      <nav aria-label={words.site.nav}>
        {places.map(([name, to]) => (
          <Go key={name} to={to} aria-current={name === section ? 'page' : undefined}>
            {words.nav[name]}
          </Go>
        ))}
      </nav>
      <span className="tools">
        <a href={changed(path, 'type', largeType ? 'normal' : 'large')} rel="nofollow">
          {largeType ? words.site.normalType : words.site.largeType}
        </a>
        <a
          href={changed(path, 'lang', lang === 'zh' ? 'en' : 'zh')}
          lang={lang === 'zh' ? 'en' : 'zh-CN'}
          hrefLang={lang === 'zh' ? 'en' : 'zh-CN'}
        >
          {words.site.otherLanguage}
        </a>
        <a href="/work/">{words.site.signIn}</a>
      </span>
    </div>
  )
}

/** The same address with one value of its query replaced. */
function changed(path: string, name: string, value: string): string {
  const [address = '/', query] = path.split('?')
  const values = new URLSearchParams(query)
  values.set(name, value)
  return withQuery(address, Object.fromEntries(values))
}

const Crumbs = ({ crumbs }: { crumbs: { to: string; name: string }[] }) => {
  const { words } = usePage()
  return (
    <nav className="crumb" aria-label={words.site.crumbs}>
      <Go to="/">{words.site.home}</Go>
      {crumbs.map(({ to, name }) => (
        <span key={to}>
          {' '}
          / <Go to={to}>{name}</Go>
        </span>
      ))}
    </nav>
  )
}

function Foot() {
  const { demo, now, words, fill } = usePage()
  return (
    <footer className="pf">
      <div className="in1">
        <p>
          {words.site.host}
          <Demo when={demo} />
          {demo && (
            <>
              <br />
              {words.site.contact}
            </>
          )}
        </p>
        <p>
          {demo && (
            <>
              {words.site.filing}
              <br />
            </>
          )}
          {words.site.noScripts}
        </p>
        <p>
          <Go to="/accessibility">{words.nav.accessibility}</Go> <Go to="/privacy">{words.nav.privacy}</Go>{' '}
          <Go to="/data">{words.nav.data}</Go>
          {now && (
            <>
              <br />
              {fill(words.site.generated, { at: minuteOf(now) })}
            </>
          )}
        </p>
      </div>
    </footer>
  )
}
