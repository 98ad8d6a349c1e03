import type { ReactNode } from 'react'
import type { NoticeDetail } from '../portal.data.ts'
import type { Fault, Offered, Typed } from '../portal.objections.ts'
import { Cite } from './cite.tsx'
import { Frame } from './frame.tsx'
import { Icon } from './icon.tsx'
import { Numbered } from './notice.tsx'
import { Wait } from './objection-receipt.tsx'
import { objectAddress } from './notice-period.tsx'
import { noticeAddress } from './notice-table.tsx'
import { Demo, Go, usePage, Whole, Zh } from './page.tsx'

type Props = { notice: NoticeDetail; offered: Offered; typed: Typed | null; faults: Fault[]; late: boolean; wait: number | null }
type Field = Fault['field']

/** The form to object. It says first what stays private; a fault stands beside its field and nothing typed is lost. */
export function ObjectionFormPage({ notice, offered, typed, faults, late, wait }: Props) {
  const { words, fill, to } = usePage()
  const w = words.objection
  const title = late ? w.leadTitle : w.title
  return (
    <Frame
      title={title}
      description={w.description}
      section="notices"
      unlisted
      crumbs={[
        { to: '/notices', name: words.notices.title },
        { to: noticeAddress(notice.number), name: notice.number },
      ]}
    >
      <div className="row wrap head">
        <h1>{title}</h1>
      </div>
      <p className="mute spaced">
        <span>
          <Zh>{notice.title}</Zh>
          <Demo when={notice.demo} />
        </span>
        <Whole>{fill(words.oneNotice.range, { from: notice.from, to: notice.to })}</Whole>
        <Cite law={notice.law} />
      </p>
      {faults.length > 0 && <Summary faults={faults} />}
      {wait !== null && <Wait minutes={wait} text={w.waitFile} />}
      {late && (
        <div className="note am after" role={typed ? 'alert' : undefined}>
          <Icon name="warn" />
          <p>{notice.correctedBy ? <Numbered text={w.corrected} number={notice.correctedBy} to={objectAddress(notice.correctedBy)} /> : notice.state === 'terminated' ? w.terminated : w.late}</p>
        </div>
      )}
      <div className="cols">
        <form className="panel bd objection" method="post" action={to(objectAddress(notice.number))} noValidate>
          <input type="hidden" name="intention" value={offered.intention} />
          <Private late={late} />
          <Who typed={typed} faults={faults} />
          <What notice={notice} offered={offered} typed={typed} faults={faults} />
          <Checked name="consent" says={w.consent} on={typed?.consent === 'yes'} faults={faults} />
          <p className="row wrap after">
            <button className="btn primary" type="submit">
              <Icon name="send" />
              {late ? w.sendLead : w.send}
            </button>
            <span className="s mute">{w.then}</span>
          </p>
        </form>
        <section className="panel">
          <div className="hd">
            <h2>{w.next}</h2>
          </div>
          <ol className="bd ways">
            {(late ? [w.nextLead] : [fill(w.next1, { n: offered.acceptDays }), w.next2, w.next3, w.next4]).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </section>
      </div>
    </Frame>
  )
}

const Private = ({ late }: { late: boolean }) => {
  const { words } = usePage()
  const w = words.objection
  return (
    <section className="private" aria-labelledby="private">
      <h2 id="private">
        <Icon name="shield" /> {w.private}
      </h2>
      <ul className="points">
        {(late ? [w.privateLead, w.private4] : [w.private1, w.private2, w.private3, w.private4]).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="s">
        <Go to="/privacy">{words.nav.privacy}</Go>
      </p>
    </section>
  )
}

function Who({ typed, faults }: { typed: Typed | null; faults: Fault[] }) {
  const { words } = usePage()
  const w = words.objection
  return (
    <fieldset>
      <legend>{w.who}</legend>
      <p className="help">{w.anonymous}</p>
      <div className="row wrap after" role="radiogroup" aria-label={w.kind} aria-describedby={describedBy('kind', faults)}>
        {(['person', 'unit'] as const).map((kind) => (
          <label key={kind} className="choice">
            <input type="radio" name="kind" value={kind} defaultChecked={(typed?.kind || 'person') === kind} /> {w.kinds[kind]}
          </label>
        ))}
      </div>
      <Says field="kind" faults={faults} />
      <Labelled name="name" label={w.name} help={w.nameHelp} faults={faults}>
        <input className="in" {...control('name', faults)} defaultValue={typed?.name} maxLength={100} autoComplete="name" />
      </Labelled>
      <Labelled name="contact" label={w.contact} help={w.contactHelp} faults={faults}>
        <input className="in" {...control('contact', faults)} defaultValue={typed?.contact} maxLength={100} autoComplete="tel" />
      </Labelled>
      <Checked name="confidential" says={w.confidential} on={typed ? typed.confidential === 'yes' : true} faults={faults} />
    </fieldset>
  )
}

function What({ notice, offered, typed, faults }: { notice: NoticeDetail; offered: Offered; typed: Typed | null; faults: Fault[] }) {
  const { words, say, fill } = usePage()
  const w = words.objection
  return (
    <fieldset>
      <legend>{w.what}</legend>
      <Labelled name="row" label={w.row} faults={faults}>
        <select className="in" {...control('row', faults)} defaultValue={typed?.row ?? (notice.items.length === 1 ? '1' : '')}>
          <option value="">{w.choose}</option>
          {notice.items.map(({ no, name, hosts }) => (
            <option key={no} value={no} lang="zh-CN">
              {no} {name}（{hosts.map((host) => host.name).join('、')}）
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled name="category" label={w.category} faults={faults}>
        <select className="in" {...control('category', faults)} defaultValue={typed?.category}>
          <option value="">{w.choose}</option>
          {offered.categories.map(({ id, words: name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled name="facts" label={w.facts} help={fill(w.factsHelp, { n: offered.factsChars })} faults={faults}>
        <textarea className="in" rows={8} {...control('facts', faults)} defaultValue={typed?.facts} maxLength={8000} />
      </Labelled>
      <Labelled name="evidence" label={w.evidence} help={fill(w.evidenceHelp, { n: offered.files, mb: offered.maxMB })} faults={faults}>
        <textarea className="in" rows={3} {...control('evidence', faults)} defaultValue={typed?.evidence} maxLength={2000} />
      </Labelled>
    </fieldset>
  )
}

const has = (field: Field, faults: Fault[]) => faults.some((fault) => fault.field === field)
const describedBy = (field: Field, faults: Fault[]) => (has(field, faults) ? `${field}-fault` : undefined)
const control = (field: Field, faults: Fault[]) => ({
  id: field,
  name: field,
  'aria-invalid': has(field, faults) || undefined,
  'aria-describedby': [`${field}-help`, describedBy(field, faults)].filter(Boolean).join(' '),
})

const Labelled = ({ name, label, help, faults, children }: { name: Field; label: string; help?: string; faults: Fault[]; children: ReactNode }) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    {children}
    <p className="help" id={`${name}-help`}>
      {help}
    </p>
    <Says field={name} faults={faults} />
  </div>
)

const Checked = ({ name, says, on, faults }: { name: 'confidential' | 'consent'; says: string; on: boolean; faults: Fault[] }) => (
  <div className="field">
    <label className="choice">
      <input type="checkbox" value="yes" defaultChecked={on} {...control(name, faults)} aria-describedby={describedBy(name, faults)} /> {says}
    </label>
    <Says field={name} faults={faults} />
  </div>
)

function Says({ field, faults }: { field: Field; faults: Fault[] }) {
  const { say } = usePage()
  const mine = faults.filter((fault) => fault.field === field)
  return mine.length === 0 ? null : (
    <p className="fault" id={`${field}-fault`}>
      <Icon name="cross" /> {mine.map(({ says }) => say(says)).join(' ')}
    </p>
  )
}

function Summary({ faults }: { faults: Fault[] }) {
  const { words, say, fill } = usePage()
  const w = words.objection
  return (
    <div className="note no after" role="alert">
      <Icon name="cross" />
      <div>
        <h2>{fill(w.faults, { n: faults.length })}</h2>
        <ul>
          {faults.map(({ field, says }) => (
            <li key={`${field} ${says.zh}`}>
              <a href={`#${field}`}>{w.fields[field]}</a> {say(says)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
