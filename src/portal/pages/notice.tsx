import type { NoticeDetail } from '../portal.data.ts'
import { Cite } from './cite.tsx'
import { minuteOf } from './formats.ts'
import { Frame } from './frame.tsx'
import { Icon } from './icon.tsx'
import { HowToObject, Period } from './notice-period.tsx'
import { noticeAddress } from './notice-table.tsx'
import { Demo, Go, usePage, Whole, Zh } from './page.tsx'
import { ItemMark, NoticeMark } from './status.tsx'

export function NoticePage({ data }: { data: NoticeDetail }) {
  const { words, fill } = usePage()
  return (
    <Frame
      title={data.title}
      description={fill(words.oneNotice.description, { title: data.title, from: data.from, to: data.to, n: data.workingDays })}
      section="notices"
      crumbs={[{ to: '/notices', name: words.notices.title }]}
    >
      <div className="row wrap head">
        <h1>
          <Zh>{data.title}</Zh>
        </h1>
        <NoticeMark state={data.state} />
        <Demo when={data.demo} />
      </div>
      <p className="mute spaced">
        <span>{data.number}</span>
        <span>
          <Zh>{data.publisher.name}</Zh>
          <Demo when={data.publisher.demo && !data.demo} />
        </span>
        <span>
          <Whole>{minuteOf(data.publishedAt)}</Whole>
        </span>
        <Cite law={data.law} />
      </p>
      <Corrections data={data} />
      <div className="cols">
        <div className="stack">
          <List data={data} />
          <section className="panel">
            <div className="hd">
              <h2>{words.oneNotice.text}</h2>
            </div>
            <div className="bd frozen">
              {data.text.map((paragraph) => (
                <p key={paragraph}>
                  <Zh>{paragraph}</Zh>
                </p>
              ))}
              <dl className="hash">
                <dt>{words.oneNotice.hash}</dt>
                <dd className="mono">{data.sha256}</dd>
                <dd className="s faint">{words.oneNotice.hashNote}</dd>
              </dl>
            </div>
          </section>
        </div>
        <div className="stack">
          <Period data={data} />
          <HowToObject data={data} />
        </div>
      </div>
    </Frame>
  )
}

/** A sentence with the number of another notice in it, which leads there. */
export function Numbered({ text, number, to = noticeAddress(number) }: { text: string; number: string; to?: string }) {
  const [before = '', after = ''] = text.split('{{number}}')
  return (
    <>
      {before}
      <Go to={to}>{number}</Go>
      {after}
    </>
  )
}

/** That it was corrected, or corrects another, and what was changed. */
function Corrections({ data: { correctedBy, corrects, correction } }: { data: NoticeDetail }) {
  const { words } = usePage()
  if (!correctedBy && !corrects) return null
  return (
    <section className="panel">
      <div className="note am">
        <Icon name="warn" />
        <div>
          {correctedBy && <p><Numbered text={words.oneNotice.corrected} number={correctedBy} /></p>}
          {corrects && <p><Numbered text={words.oneNotice.corrects} number={corrects} /></p>}
        </div>
      </div>
      {correction && <Changes correction={correction} />}
    </section>
  )
}

function Changes({ correction }: { correction: NonNullable<NoticeDetail['correction']> }) {
  const { words, say } = usePage()
  return (
    <>
      <table className="cards">
        <caption className="sr">{words.oneNotice.changed}</caption>
        <thead>
          <tr>
            <th scope="col">{words.oneNotice.changed}</th>
            <th scope="col">{words.oneNotice.changeWhat}</th>
            <th scope="col">{words.oneNotice.before}</th>
            <th scope="col">{words.oneNotice.after}</th>
          </tr>
        </thead>
        <tbody>
          {correction.changes.map(({ row, what, before, after }) => (
            <tr key={`${row ?? ''}${what.en}`}>
              <th scope="row">{row ? <Zh>{row}</Zh> : words.oneNotice.whole}</th>
              <td>{say(what)}</td>
              <td>{before ? <Zh>{before}</Zh> : words.site.none}</td>
              <td>{after ? <b><Zh>{after}</Zh></b> : words.site.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="bd s">
        <span className="mute">{words.oneNotice.why}</span> <Zh>{correction.reason}</Zh>
      </p>
    </>
  )
}

function List({ data }: { data: NoticeDetail }) {
  const { words, say } = usePage()
  const outcomes = data.items.some(({ outcome }) => outcome)
  return (
    <section className="panel">
      <div className="hd">
        <h2>{words.oneNotice.list}</h2>
        <span className="s mute">{words.oneNotice.frozen}</span>
      </div>
      <table className="cards">
        <caption className="sr">{words.oneNotice.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.oneNotice.no}</th>
            <th scope="col">{words.oneNotice.name}</th>
            <th scope="col">{words.oneNotice.field}</th>
            <th scope="col">{words.oneNotice.organiser}</th>
            {outcomes && <th scope="col">{words.oneNotice.outcome}</th>}
            <th scope="col">{words.oneNotice.state}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((item) => (
            <tr key={item.no}>
              <td>{item.no}</td>
              <th scope="row">
                <b>
                  <Zh>{item.name}</Zh>
                </b>
                <div className="s faint">
                  {item.hosts.map(({ name, demo }, index) => (
                    <span key={name}>
                      {index > 0 && words.site.comma}
                      <Zh>{name}</Zh>
                      <Demo when={demo && !data.demo} />
                    </span>
                  ))}
                </div>
              </th>
              <td>{item.field ? say(item.field) : words.site.none}</td>
              <td>
                <Zh>{item.organiser}</Zh>
              </td>
              {outcomes && <td>{item.outcome ? say(item.outcome) : words.site.none}</td>}
              <td>
                <ItemMark state={item.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
