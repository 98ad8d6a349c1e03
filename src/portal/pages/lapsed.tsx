import { Cite } from './cite.tsx'
import { Icon } from './icon.tsx'
import { Demo, Go, usePage, Whole } from './page.tsx'

/** The amber band: the trial period is over, and what the authority acts on now. Nothing while the text is in force. */
export function LapsedBand() {
  const { lapsedOn, basis, words, fill, say } = usePage()
  if (!lapsedOn) return null
  const [before = '', after = ''] = words.lapsed.title.split('{{day}}')
  return (
    <div className="note am">
      <Icon name="warn" />
      <p>
        <b>
          {before}
          <Whole>{lapsedOn}</Whole>
          {after}
        </b>{' '}
        <Cite law="Art. 22" /> {words.lapsed.text}
        {words.site.gap}
        {basis ? (
          <>
            {fill(words.lapsed.basis, { title: say(basis.title) })}
            <Demo when={basis.demo} />
            {basis.validTo && fill(words.lapsed.until, { to: basis.validTo })}
            {words.lapsed.stop}
          </>
        ) : (
          words.lapsed.none
        )}
        {words.site.gap}
        <Go to="/law">{words.lapsed.link}</Go>
      </p>
    </div>
  )
}
