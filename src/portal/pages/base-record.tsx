import type { BaseDetail } from '../portal.data.ts'
import { Cite } from './cite.tsx'
import { minuteOf } from './formats.ts'
import { Icon } from './icon.tsx'
import { Demo, Go, usePage, Whole, withQuery, Zh } from './page.tsx'
import { Qr } from './qr.tsx'
import { CertificateMark } from './status.tsx'

export function History({ data }: { data: BaseDetail }) {
  const { words, say, fill } = usePage()
  return (
    <section className="panel">
      <div className="hd">
        <h2>{words.base.history}</h2>
        <span className="s mute">{words.base.historyNote}</span>
      </div>
      <ol className="tl pub">
        {data.history.map((event) => (
          <li key={`${event.from} ${event.says.zh}`}>
            <span className="d">
              <Whole>{event.to ? fill(words.oneNotice.range, { from: event.from, to: event.to }) : event.from}</Whole>
            </span>
            <div>
              <b>{say(event.says)}</b>
              <Demo when={event.demo && !data.demo} /> <Cite law={event.law} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

export function CertificatePanel({ data: { certificate, demo } }: { data: BaseDetail }) {
  const { words, now, to, origin } = usePage()
  return (
    <section className="panel">
      <div className="hd">
        <h2>{words.base.certificate}</h2>
        <span className="grow" />
        <CertificateMark status={certificate.status} />
      </div>
      <div className="bd">
        <div className="cert">
          <Qr address={`${origin}${withQuery('/verify', { number: certificate.number })}`} label={words.base.scan} />
          <dl>
            <dt>{words.base.number}</dt>
            <dd>
              <b>{certificate.number}</b>
              <Demo when={demo} />
            </dd>
            <dt>{words.base.code}</dt>
            <dd>{certificate.code ? <span className="mono">{certificate.code}</span> : <span className="mute">{words.base.codeOnPaper}</span>}</dd>
            {now && (
              <>
                <dt>{words.base.asOf}</dt>
                <dd>
                  <Whole>{minuteOf(now)}</Whole>
                </dd>
              </>
            )}
          </dl>
        </div>
        <dl className="kv after">
          {certificate.documentNumber && (
            <>
              <dt>{words.base.document}</dt>
              <dd>
                <Zh>{certificate.documentNumber}</Zh>
              </dd>
            </>
          )}
          <dt>{words.base.issued}</dt>
          <dd>
            <Whole>{certificate.issuedOn}</Whole>
          </dd>
        </dl>
        <p className="s faint after">{words.base.certificateNote}</p>
        <p className="after">
          <a className="btn" href={to(withQuery('/verify', { number: certificate.number }))}>
            <Icon name="shield" />
            {words.base.check}
          </a>
        </p>
      </div>
    </section>
  )
}

export function Grades({ grades }: { grades: BaseDetail['grades'] }) {
  const { words } = usePage()
  const latest = grades.at(-1)
  return (
    <section className="panel">
      <div className="hd">
        <h2>{words.base.assessment}</h2>
        <span className="grow" />
        <Go to="/grades">{words.bases.gradeList}</Go>
        <Cite law="Art. 18" />
      </div>
      {grades.length === 0 ? (
        <p className="bd mute">{words.base.noGrades}</p>
      ) : (
        <ul className="bd grade">
          {grades.map(({ year, grade, score }) => (
            <li key={year} className={year === latest?.year ? 'latest' : undefined}>
              {year}
              <b>{grade ? words.grades[grade] : words.site.none}</b>
              {grade ? score?.toFixed(2) : words.base.notAssessed}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
