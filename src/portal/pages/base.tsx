import { Fragment } from 'react'
import type { BaseDetail } from '../portal.data.ts'
import { Capabilities, EquipmentTable } from './base-offers.tsx'
import { CertificatePanel, Grades, History } from './base-record.tsx'
import { Frame } from './frame.tsx'
import { Icon } from './icon.tsx'
import { Demo, usePage, Zh } from './page.tsx'
import { BaseMark } from './status.tsx'

export function BasePage({ data }: { data: BaseDetail }) {
  const { words, fill, say } = usePage()
  const host = data.hosts.find(({ role }) => role !== 'partner')?.name ?? ''
  return (
    <Frame
      title={data.name}
      description={fill(words.base.description, { name: data.name, host, county: say(data.county.words), field: say(data.field.words) })}
      section="bases"
      crumbs={[{ to: '/bases', name: words.bases.title }]}
    >
      <div className="row wrap head">
        <h1>
          <Zh>{data.name}</Zh>
        </h1>
        <BaseMark status={data.status} />
        <Demo when={data.demo} />
      </div>
      <p className="mute spaced">
        {data.hosts.map(({ name, demo, role }) => (
          <span key={name}>
            <Zh>{name}</Zh>
            <Demo when={demo && !data.demo} />
            {role === 'lead' && words.base.lead}
            {role === 'partner' && words.base.partner}
          </span>
        ))}
        <span>{say(data.county.words)}</span>
        <span>{say(data.field.words)}</span>
      </p>
      {data.heldSince && (
        <p className="held" role="status">
          <Icon name="warn" />
          <span>{fill(words.base.held, { day: data.heldSince })}</span>
        </p>
      )}
      <div className="cols">
        <div className="stack">
          {data.about && (
            <section className="panel">
              <div className="hd">
                <h2>{words.base.about}</h2>
              </div>
              <p className="bd">
                <Zh>{data.about}</Zh>
              </p>
            </section>
          )}
          <Capabilities data={data} />
          {data.equipment.length > 0 && <EquipmentTable data={data} />}
          <History data={data} />
        </div>
        <div className="stack">
          <CertificatePanel data={data} />
          <Grades grades={data.grades} />
          {data.services && <Services services={data.services} />}
          <Contact data={data} />
        </div>
      </div>
    </Frame>
  )
}

function Services({ services }: { services: NonNullable<BaseDetail['services']> }) {
  const { words, fill } = usePage()
  return (
    <section className="panel">
      <div className="hd">
        <h2>{words.base.services}</h2>
        <span className="s mute">{words.base.year}</span>
      </div>
      <dl className="bd kv">
        <dt>{words.base.enterprises}</dt>
        <dd>{fill(words.base.enterprisesValue, { n: services.enterprises, m: services.enterprisesOfCity })}</dd>
        <dt>{words.base.commissions}</dt>
        <dd>{fill(words.base.commissionsValue, { n: services.commissions, m: services.delivered })}</dd>
      </dl>
    </section>
  )
}

function Contact({ data }: { data: BaseDetail }) {
  const { words } = usePage()
  return (
    <section className="panel">
      <div className="hd">
        <h2>{words.base.contact}</h2>
      </div>
      <dl className="bd kv">
        <Offices offices={data.offices} />
        <dt>{words.base.organiser}</dt>
        <dd>
          <Zh>{data.organiser.name}</Zh>
          <Demo when={data.organiser.demo && !data.demo} />
        </dd>
      </dl>
      {data.offices.length === 0 && data.status !== 'revoked' && data.status !== 'left' && <p className="bd s faint">{words.base.noContact}</p>}
    </section>
  )
}

function Offices({ offices }: Pick<BaseDetail, 'offices'>) {
  const { words } = usePage()
  return offices.map(({ office, phone, mail, address, hours }) => (
    <Fragment key={office}>
      <dt>{words.base.office}</dt>
      <dd>
        <b>
          <Zh>{office}</Zh>
        </b>
      </dd>
      {phone && (
        <>
          <dt>{words.base.phone}</dt>
          <dd>{phone}</dd>
        </>
      )}
      {mail && (
        <>
          <dt>{words.base.email}</dt>
          <dd>{mail}</dd>
        </>
      )}
      {address && (
        <>
          <dt>{words.base.address}</dt>
          <dd>
            <Zh>{address}</Zh>
          </dd>
        </>
      )}
      {hours && (
        <>
          <dt>{words.base.openHours}</dt>
          <dd>
            <Zh>{hours}</Zh>
          </dd>
        </>
      )}
    </Fragment>
  ))
}
