import type { NoticeDetail } from '../portal.data.ts'
import { Cite } from './cite.tsx'
import { weekdayOf } from './formats.ts'
import { Icon } from './icon.tsx'
import { Go, usePage, Whole } from './page.tsx'

export const objectAddress = (number: string) => `/notices/${encodeURIComponent(number)}/object`

/** Each day of the period as a cell: worked days count, days off are hatched. It teaches working days without a word. */
export function Period({ data }: { data: NoticeDetail }) {
  const { words, fill, today } = usePage()
  return (
    <section className="panel">
      <div className="hd">
        <h2>{words.oneNotice.period}</h2>
        <span className="grow" />
        <Cite law={data.periodLaw} says={words.oneNotice.rule} />
      </div>
      <div className="bd">
        <dl className="kv">
          <dt>{words.oneNotice.period}</dt>
          <dd>
            <b>
              <Whole>{fill(words.oneNotice.range, { from: data.from, to: data.to })}</Whole>
            </b>
          </dd>
          <dt />
          <dd>
            {fill(words.oneNotice.days, { n: data.workingDays })}
            {words.site.also}
            {data.firstDayCounts ? words.oneNotice.first : words.oneNotice.firstNot}
          </dd>
          <dt>{words.oneNotice.remaining}</dt>
          <dd>
            <b>{data.state === 'open' ? fill(words.oneNotice.left, { n: data.remaining }) : words.oneNotice.over}</b>
          </dd>
        </dl>
        <ol className="strip" aria-label={words.oneNotice.strip}>
          {data.days.map(({ day, working }) => (
            <li
              key={day}
              className={[
                working ? 'on' : working === null ? 'open' : 'off',
                today && day < today ? 'past' : '',
                day === today ? 'today' : '',
              ]
                .filter(Boolean)
                .join(' ')}
            >
              {words.weekdays[weekdayOf(day)]}
              <b>{day.slice(5)}</b>
              {day === today
                ? words.oneNotice.today
                : working
                  ? words.oneNotice.dayWorking
                  : working === null
                    ? words.oneNotice.dayUnknown
                    : words.oneNotice.dayOff}
            </li>
          ))}
        </ol>
        {data.provisional && <p className="s t-am after">{words.oneNotice.provisional}</p>}
      </div>
    </section>
  )
}

/** Online, or in person and in writing. */
export function HowToObject({ data: { state, number, correctedBy } }: { data: NoticeDetail }) {
  const { words, demo } = usePage()
  if (state !== 'open')
    return (
      <section className="panel" id="object">
        <div className="hd">
          <h2>{words.oneNotice.object}</h2>
        </div>
        <div className="bd">
          {correctedBy ? (
            <p>
              <Go className="btn" to={objectAddress(correctedBy)}>
                {words.oneNotice.toCorrected}
              </Go>
            </p>
          ) : (
            <p>{words.oneNotice.closed}</p>
          )}
          <p className="after">
            <Go to={objectAddress(number)}>{words.objection.leadLink}</Go>
          </p>
          <p className="s after">
            <Go to="/objections">{words.objection.lookUpLink}</Go>
          </p>
        </div>
      </section>
    )
  return (
    <section className="panel" id="object">
      <div className="hd">
        <h2>{words.oneNotice.object}</h2>
      </div>
      <div className="bd">
        <p>
          <b>{words.oneNotice.who}</b>
        </p>
        <p className="row wrap after">
          <Go className="btn primary" to={objectAddress(number)}>
            <Icon name="quill" />
            {words.objection.open}
          </Go>
          <Go className="s" to="/objections">
            {words.objection.lookUpLink}
          </Go>
        </p>
        <p className="s mute after">{words.objection.orPaper}</p>
        <ol className="ways">
          <li>{words.oneNotice.how1}</li>
          <li>{words.oneNotice.how2}</li>
          <li>{words.oneNotice.how3}</li>
        </ol>
        {demo ? (
          <dl className="kv">
            <dt>{words.oneNotice.office}</dt>
            <dd>{words.oneNotice.officePhone}</dd>
            <dt>{words.oneNotice.supervision}</dt>
            <dd>{words.oneNotice.supervisionPhone}</dd>
            <dt>{words.oneNotice.addressLabel}</dt>
            <dd>
              {words.oneNotice.address}
              <div className="s faint">{words.oneNotice.hours}</div>
            </dd>
          </dl>
        ) : (
          <p>{words.oneNotice.asPrinted}</p>
        )}
        <p className="s mute after">
          <Icon name="shield" /> {words.oneNotice.protect}
        </p>
        <p className="s mute">{words.oneNotice.row}</p>
      </div>
    </section>
  )
}
