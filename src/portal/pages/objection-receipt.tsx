import type { ObjectionPage, Receipt, Sent, State } from '../portal.objections.ts'
import { Frame } from './frame.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Go, usePage, Whole, Zh } from './page.tsx'
import { noticeAddress } from './notice-table.tsx'

/** Shown once: number and secret code. What was not accepted as an objection says so and why. */
export function ReceiptPage({ receipt }: { receipt: Receipt }) {
  const { words, fill } = usePage()
  const w = words.objection
  const lead = receipt.kind === 'lead'
  const title = lead ? w.leadKept : receipt.before ? w.keptBefore : w.kept
  return (
    <Frame title={title} description={w.description} section="notices" unlisted crumbs={[{ to: '/objections', name: w.lookUpTitle }]}>
      <div className="row wrap head">
        <h1>{title}</h1>
      </div>
      {receipt.because && (
        <div className="note am" role="alert">
          <Icon name="warn" />
          <p>{receipt.because === 'late' ? w.becauseLate : w.becauseAnonymous}</p>
        </div>
      )}
      <div className="cols">
        <section className="panel" aria-labelledby="receipt">
          <div className="hd">
            <h2 id="receipt">{w.receipt}</h2>
          </div>
          <dl className="bd kv">
            <dt>{w.number}</dt>
            <dd>
              <b className="mono">{receipt.number}</b>
            </dd>
            <dt>{w.code}</dt>
            <dd>
              <b className="mono code">{grouped(receipt.code)}</b>
            </dd>
            <dt>{w.row}</dt>
            <dd>
              <Zh>{receipt.row}</Zh>
            </dd>
            <dt>{w.notice}</dt>
            <dd>
              <Go to={noticeAddress(receipt.notice)}>{receipt.notice}</Go>
            </dd>
          </dl>
          <p className="bd thin">
            <b>{w.keepCode}</b> {fill(w.whereToLook, { at: '/objections' })}
          </p>
        </section>
        <Send sending={receipt.sending} />
      </div>
    </Frame>
  )
}

export function ObjectionsPage({ asked, state, wait }: { asked: { number: string; code: string } | null; state: State | null; wait: number | null }) {
  const { words, to } = usePage()
  const w = words.objection
  return (
    <Frame title={w.lookUpTitle} description={w.lookUpDescription} section="notices" unlisted={asked !== null} crumbs={[{ to: '/notices', name: words.notices.title }]}>
      <div className="row wrap head">
        <h1>{w.lookUpTitle}</h1>
      </div>
      {state ? (
        <Found state={state} />
      ) : (
        <>
          {wait !== null && <Wait minutes={wait} text={w.waitAsk} />}
          {asked && wait === null && (
            <section className="note no" role="alert">
              <Icon name="cross" />
              <div>
                <h2>{w.unknown}</h2>
                <p>{w.unknownText}</p>
              </div>
            </section>
          )}
          <form className="panel bd verify after" method="post" action={to('/objections')}>
            <div>
              <label htmlFor="number">{w.number}</label>
              <input className="in" id="number" name="number" defaultValue={asked?.number} required maxLength={40} autoComplete="off" spellCheck="false" aria-describedby="number-help" />
              <p className="help" id="number-help">
                {w.numberHelp}
              </p>
            </div>
            <div>
              <label htmlFor="code">{w.code}</label>
              <input className="in" id="code" name="code" defaultValue={asked?.code} required maxLength={40} autoComplete="off" spellCheck="false" aria-describedby="code-help" />
              <p className="help" id="code-help">
                {w.codeHelp}
              </p>
            </div>
            <button className="btn primary" type="submit">
              <Icon name="search" />
              {w.lookUp}
            </button>
          </form>
        </>
      )}
    </Frame>
  )
}

const families: Record<string, { family: string; icon: IconName }> = {
  notAccepted: { family: 'no', icon: 'cross' },
  answered: { family: 'ok', icon: 'tick' },
  withdrawn: { family: 'void', icon: 'bar' },
}

function Found({ state }: { state: State }) {
  const { words, say, to } = usePage()
  const w = words.objection
  const { family, icon } = families[state.status] ?? { family: 'go', icon: 'half' as const }
  return (
    <div className="cols">
      <div className="stack">
        <section className="panel">
          <div className="hd">
            <h2>{state.number}</h2>
            <span className="grow" />
            <span className={`st ${family}`}>
              <Icon name={icon} />
              {say(state.says)}
            </span>
          </div>
          <dl className="bd kv">
            <dt>{w.row}</dt>
            <dd>
              <Zh>{state.row}</Zh>
            </dd>
            <dt>{w.notice}</dt>
            <dd>
              <Go to={noticeAddress(state.notice)}>{state.notice}</Go>
            </dd>
            <dt>{w.filedOn}</dt>
            <dd>
              <Whole>{state.filedOn}</Whole>
            </dd>
            {state.dueOn && (
              <>
                <dt>{w.dueOn}</dt>
                <dd>
                  <Whole>{state.dueOn}</Whole>
                </dd>
              </>
            )}
            {state.outcome && (
              <>
                <dt>{w.outcome}</dt>
                <dd>
                  <b>{say(state.outcome)}</b>
                </dd>
              </>
            )}
          </dl>
          {state.told && (
            <div className="bd told">
              <h3>{state.status === 'notAccepted' ? w.reasons : w.answer}</h3>
              <p>
                <Zh>{state.told}</Zh>
              </p>
            </div>
          )}
        </section>
        {state.mayWithdraw && (
          <form className="panel bd" method="post" action={to('/objections/withdraw')}>
            <input type="hidden" name="number" value={state.number} />
            <input type="hidden" name="code" value={state.code} />
            <h2>{w.withdraw}</h2>
            <p className="after">{w.withdrawText}</p>
            <p className="after">
              <button className="btn" type="submit">
                <Icon name="back" />
                {w.withdrawGo}
              </button>
            </p>
          </form>
        )}
      </div>
      <Send sending={state.sending} />
    </div>
  )
}

export function SentPage({ sent }: { sent: Extract<Sent, { is: 'sent' }> }) {
  const { words, say, fill } = usePage()
  const w = words.objection
  return (
    <Frame title={w.sentTitle} description={w.description} section="notices" unlisted crumbs={[{ to: '/objections', name: w.lookUpTitle }]}>
      <div className="row wrap head">
        <h1>{w.sentTitle}</h1>
      </div>
      <p className="mute">{sent.number}</p>
      {sent.refused.length > 0 && (
        <div className="note no" role="alert">
          <Icon name="cross" />
          <ul>
            {sent.refused.map((because) => (
              <li key={because.zh}>{say(because)}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="cols">
        <section className="panel bd">
          <p>{fill(w.taken, { n: sent.taken.length })}</p>
          <ul className="points">
            {sent.taken.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
        <Send sending={sent.sending} />
      </div>
    </Frame>
  )
}

export function RefusedPage({ why, wait }: Pick<Extract<ObjectionPage, { page: 'refused' }>, 'why' | 'wait'>) {
  const { words, fill } = usePage()
  const w = words.objection
  return (
    <Frame title={w.refusedTitle} description={w.refusedTitle} section="notices" unlisted>
      <div className="row wrap head">
        <h1>{w.refusedTitle}</h1>
      </div>
      <div className="panel bd sheet">
        <p role="alert">{wait === undefined ? w.refusals[why] : fill(w.wait, { n: wait })}</p>
        <p>
          <Go to="/objections">{w.lookUpLink}</Go>
        </p>
      </div>
    </Frame>
  )
}

/** Files go with the receipt, after the text is safe: a refused file costs nobody what was written. */
function Send({ sending }: { sending: Receipt['sending'] }) {
  const { words, fill, to } = usePage()
  const w = words.objection
  if (!sending) return null
  const { ticket, sent, files, maxMB } = sending
  return (
    <form className="panel" method="post" encType="multipart/form-data" action={to(`/objections/evidence/${ticket}`)}>
      <div className="hd">
        <h2>{w.files}</h2>
        <span className="s mute">{fill(w.filesSoFar, { n: sent, m: files })}</span>
      </div>
      <div className="bd">
        <label htmlFor="files">{w.filesLabel}</label>
        <p className="help" id="files-help">
          {fill(w.filesHelp, { n: files - sent, mb: maxMB })}
        </p>
        <p className="after">
          <input type="file" id="files" name="files" multiple accept=".pdf,.jpg,.jpeg,.png" aria-describedby="files-help" />
        </p>
        <p className="after">
          <button className="btn primary" type="submit">
            <Icon name="send" />
            {w.filesSend}
          </button>
        </p>
        <p className="s mute after">{w.filesPrivate}</p>
      </div>
    </form>
  )
}

/** 7K2M-94QF-… */
const grouped = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

/** Too often: how long to wait, and what stays. */
export function Wait({ minutes, text }: { minutes: number; text: string }) {
  const { words, fill } = usePage()
  return (
    <section className="note no after" role="alert">
      <Icon name="cross" />
      <div>
        <h2>{fill(words.objection.wait, { n: minutes })}</h2>
        <p>{text}</p>
      </div>
    </section>
  )
}
