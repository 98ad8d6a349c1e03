import type { Change, TooOften, VerifiedPaper, Verification } from '../portal.data.ts'
import { noticeAddress } from './notice-table.tsx'
import { baseAddress } from './base-table.tsx'
import { Cite } from './cite.tsx'
import { minuteOf } from './formats.ts'
import { Frame } from './frame.tsx'
import { Icon } from './icon.tsx'
import { Demo, Go, Kept, usePage, Whole, Zh } from './page.tsx'
import { BaseMark, CertificateMark, PaperMark } from './status.tsx'

export function VerifyPage({ asked, data }: { asked: { number: string; code: string } | null; data: Verification | TooOften | null }) {
  const { words, origin } = usePage()
  const [before = '', after = ''] = words.verify.domainText.split('{{host}}')
  return (
    <Frame
      title={words.verify.title}
      description={words.verify.description}
      section="verify"
      unlisted={asked !== null}
      crumbs={[{ to: '/verify', name: words.verify.title }]}
    >
      <div className="row wrap head">
        <h1>{words.verify.title}</h1>
      </div>
      <p className="mute">{words.verify.lead}</p>
      <div className="cols">
        <div className="stack">
          <form className="panel bd verify" action="/verify">
            <Kept />
            <div>
              <label htmlFor="number">{words.verify.number}</label>
              <input
                className="in"
                id="number"
                name="number"
                defaultValue={asked?.number}
                required
                maxLength={40}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck="false"
                aria-describedby="number-help"
              />
              <p className="help" id="number-help">
                {words.verify.numberHelp}
              </p>
            </div>
            <div>
              <label htmlFor="code">{words.verify.code}</label>
              <input
                className="in"
                id="code"
                name="code"
                defaultValue={asked?.code}
                maxLength={20}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck="false"
                aria-describedby="code-help"
              />
              <p className="help" id="code-help">
                {words.verify.codeHelp}
              </p>
            </div>
            <button className="btn primary" type="submit">
              <Icon name="shield" />
              {words.verify.go}
            </button>
          </form>
          {data && <Result data={data} />}
        </div>
        <div className="note am">
          <Icon name="warn" />
          <div>
            <h2>{words.verify.domain}</h2>
            <p>
              {before}
              <b className="mono">{new URL(origin).host}</b>
              {after}
            </p>
          </div>
        </div>
      </div>
    </Frame>
  )
}

function Result({ data }: { data: Verification | TooOften }) {
  const { words, fill } = usePage()
  if ('tooOften' in data) return <Refused title={fill(words.verify.tooOften, { n: Math.ceil(data.tooOften / 60) })} text={words.verify.tooOftenText} />
  if (!data.found) return <Refused title={words.verify.notFound} text={words.verify.notFoundText} />
  if (data.kind === 'paper') return <FoundPaper paper={data.paper} />
  if (data.code === 'differs') return <Refused title={words.verify.differs} text={words.verify.differsText} />
  return <Found data={data} />
}

const Refused = ({ title, text }: { title: string; text: string }) => (
  <section className="note no" role="alert">
    <Icon name="cross" />
    <div>
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  </section>
)

function Found({ data: { certificate, base, because, law, code, changes } }: { data: Extract<Verification, { kind: 'certificate' }> }) {
  const { words, fill, say, now } = usePage()
  return (
    <section className={`panel result ${certificate.status}`} aria-label={words.verify.result}>
      <div className="hd">
        <h2>{words.verify.result}</h2>
        <span className="grow" />
        <CertificateMark status={certificate.status} />
      </div>
      <dl className="bd kv">
        <dt>{words.verify.number}</dt>
        <dd>
          <b>{certificate.number}</b>
          <Demo when={base.demo} /> <span className="s faint">{code === 'matches' ? words.verify.matches : words.verify.notAsked}</span>
        </dd>
        <dt>{words.verify.base}</dt>
        <dd>
          <Go to={baseAddress(base.id)}>
            <Zh>{base.name}</Zh>
          </Go>
        </dd>
        <dt>{words.verify.hosts}</dt>
        <dd>
          {base.hosts.map(({ name }, index) => (
            <span key={name}>
              {index > 0 && words.site.comma}
              <Zh>{name}</Zh>
            </span>
          ))}
        </dd>
        <dt>{words.verify.status}</dt>
        <dd>
          <b>{words.certificates[certificate.status]}</b>{' '}
          <span className="faint">{fill(words.verify.since, { day: certificate.statusSince })}</span>
        </dd>
        {because && (
          <>
            <dt>{words.verify.because}</dt>
            <dd>
              {say(because)} {law && <Cite law={law} />}
            </dd>
          </>
        )}
        <Changes changes={changes} />
        <dt>{words.verify.baseStatus}</dt>
        <dd>
          <BaseMark status={base.status} />
        </dd>
        {certificate.documentNumber && (
          <>
            <dt>{words.verify.document}</dt>
            <dd>
              <Zh>{certificate.documentNumber}</Zh>
            </dd>
          </>
        )}
        <dt>{words.verify.issued}</dt>
        <dd>
          <Whole>{certificate.issuedOn}</Whole>
        </dd>
        {now && (
          <>
            <dt>{words.verify.asOf}</dt>
            <dd>
              <Whole>{minuteOf(now)}</Whole>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

/** What changed in public since it was printed: the paper in hand may bear another name. */
function Changes({ changes }: { changes: readonly Change[] }) {
  const { words, say } = usePage()
  if (changes.length === 0) return null
  return (
    <>
      <dt>{words.verify.changes}</dt>
      <dd>
        {changes.map(({ on, says, law }) => (
          <div key={`${on} ${says.zh}`}>
            <Whole>{on}</Whole> {say(says)} <Cite law={law} />
          </div>
        ))}
        <div className="s faint">{words.verify.changesNote}</div>
      </dd>
    </>
  )
}

/** A paper by its code: what kind, by whom, when, and whether it still stands. Whoever holds it compares the fingerprints. */
function FoundPaper({ paper }: { paper: VerifiedPaper }) {
  const { words, fill, say, now } = usePage()
  return (
    <section className={`panel result ${paper.state}`} aria-label={words.verify.result}>
      <div className="hd">
        <h2>{words.verify.result}</h2>
        <span className="grow" />
        <PaperMark state={paper.state} />
      </div>
      <dl className="bd kv">
        <dt>{words.verify.paperCode}</dt>
        <dd>
          <b className="mono">{paper.code}</b>
        </dd>
        <dt>{words.verify.paperKind}</dt>
        <dd>{say(paper.words)}</dd>
        {paper.number && (
          <>
            <dt>{words.verify.paperNumber}</dt>
            <dd>
              <Zh>{paper.number}</Zh>
            </dd>
          </>
        )}
        <dt>{words.verify.issuer}</dt>
        <dd>
          <Zh>{paper.issuer.name}</Zh>
          <Demo when={paper.issuer.demo} />
        </dd>
        <dt>{words.verify.paperIssued}</dt>
        <dd>
          <Whole>{paper.issuedOn}</Whole>
        </dd>
        <dt>{words.verify.standing}</dt>
        <dd>
          <b>{words.paperStates[paper.state]}</b> {paper.replacedBy && <Go to={noticeAddress(paper.replacedBy)}>{paper.replacedBy}</Go>}{' '}
          {paper.since && <span className="faint">{fill(words.verify.since, { day: paper.since })}</span>}
        </dd>
        {paper.because && (
          <>
            <dt>{words.verify.because}</dt>
            <dd>
              {say(paper.because)} {paper.law && <Cite law={paper.law} />}
            </dd>
          </>
        )}
        {paper.base && (
          <>
            <dt>{words.verify.base}</dt>
            <dd>
              <Go to={baseAddress(paper.base.id)}>
                <Zh>{paper.base.name}</Zh>
              </Go>
              <Demo when={paper.base.demo} />
            </dd>
          </>
        )}
        <Changes changes={paper.changes} />
        <dt>{words.verify.fingerprint}</dt>
        <dd className="mono s hash">{paper.sha256}</dd>
        {paper.pdfSha256 && (
          <>
            <dt>{words.verify.pdfFingerprint}</dt>
            <dd className="mono s hash">{paper.pdfSha256}</dd>
          </>
        )}
        {now && (
          <>
            <dt>{words.verify.asOf}</dt>
            <dd>
              <Whole>{minuteOf(now)}</Whole>
            </dd>
          </>
        )}
      </dl>
      <p className="bd s mute">
        {words.verify.paperNote}
        {paper.pdfSha256 && <> {words.verify.pdfNote}</>}
      </p>
    </section>
  )
}
