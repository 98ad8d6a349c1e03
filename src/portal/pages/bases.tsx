import type { BaseFilter, BaseList } from '../portal.data.ts'
import { BaseTable } from './base-table.tsx'
import { Frame } from './frame.tsx'
import { Icon } from './icon.tsx'
import { Go, Kept, usePage, withQuery } from './page.tsx'

export function BasesPage({ filter, data }: { filter: BaseFilter; data: BaseList }) {
  const { words, fill } = usePage()
  const filtered = Boolean(filter.field || filter.county || filter.status || filter.q)
  return (
    <Frame
      title={words.bases.title}
      description={words.bases.description}
      section="bases"
      unlisted={filtered}
      crumbs={[{ to: '/bases', name: words.bases.title }]}
    >
      <div className="row wrap head">
        <h1>{words.bases.title}</h1>
        <span className="mute">{fill(words.bases.total, { n: data.total })}</span>
      </div>
      <Filters filter={filter} data={data} filtered={filtered} />
      <section className="panel">
        {data.rows.length > 0 ? (
          <BaseTable rows={data.rows} caption={words.bases.caption} />
        ) : (
          <p className="bd">
            {words.bases.empty} <Go to="/bases">{words.site.reset}</Go>
          </p>
        )}
      </section>
      <div className="row wrap between below">
        <Pages filter={filter} data={data} />
        <Go to="/grades">
          <Icon name="bar" />
          {words.bases.gradeList}
        </Go>
        <Go to="/revocations">
          <Icon name="bar" />
          {words.bases.revocations}
        </Go>
        <a href={withQuery('/api/public/bases.csv', queryOf({ ...filter, page: 1 }))}>
          <Icon name="save" />
          {words.bases.csv}
        </a>
      </div>
    </Frame>
  )
}

function Filters({ filter, data, filtered }: { filter: BaseFilter; data: BaseList; filtered: boolean }) {
  const { words, fill, say } = usePage()
  const option = (value: string, name: string, n: number) => (
    <option key={value} value={value}>
      {fill(words.bases.option, { name, n })}
    </option>
  )
  return (
    <form className="filters panel" action="/bases" role="search" aria-label={words.bases.filter}>
      <Kept />
      <label className="f wide">
        <span>{words.bases.q}</span>
        <input className="in" type="search" name="q" defaultValue={filter.q} />
      </label>
      <label className="f">
        <span>{words.bases.field}</span>
        <select className="in" name="field" defaultValue={filter.field ?? ''}>
          <option value="">{words.bases.any}</option>
          {data.fields.map((field) => option(field.id, say(field.words), field.count))}
        </select>
      </label>
      <label className="f">
        <span>{words.bases.county}</span>
        <select className="in" name="county" defaultValue={filter.county ?? ''}>
          <option value="">{words.bases.any}</option>
          {data.counties.map((county) => option(county.code, say(county.words), county.count))}
        </select>
      </label>
      <label className="f">
        <span>{words.bases.status}</span>
        <select className="in" name="status" defaultValue={filter.status ?? ''}>
          <option value="">{words.bases.any}</option>
          {data.statuses.map(({ status, count }) => option(status, words.statuses[status], count))}
        </select>
      </label>
      <span className="row">
        <button className="btn primary" type="submit">
          <Icon name="search" />
          {words.bases.go}
        </button>
        {filtered && <Go to="/bases">{words.site.reset}</Go>}
      </span>
    </form>
  )
}

function Pages({ filter, data }: { filter: BaseFilter; data: BaseList }) {
  const { words, fill } = usePage()
  if (data.pages < 2) return <span />
  const at = (page: number) => withQuery('/bases', queryOf({ ...filter, page }))
  return (
    <nav className="row wrap pages" aria-label={words.bases.pages}>
      {data.page > 1 && (
        <Go to={at(data.page - 1)} rel="prev">
          <Icon name="left" />
          {words.bases.previous}
        </Go>
      )}
      {Array.from({ length: data.pages }, (_, index) => index + 1).map((page) => (
        <Go
          key={page}
          to={at(page)}
          aria-current={page === data.page ? 'page' : undefined}
          aria-label={fill(words.bases.page, { n: page })}
        >
          {page}
        </Go>
      ))}
      {data.page < data.pages && (
        <Go to={at(data.page + 1)} rel="next">
          {words.bases.next}
          <Icon name="right" />
        </Go>
      )}
    </nav>
  )
}

/** Only what was chosen stands in the address. */
function queryOf({ field, county, status, q, page }: BaseFilter): Record<string, string> {
  return {
    ...(q && { q }),
    ...(field && { field }),
    ...(county && { county }),
    ...(status && { status }),
    ...(page > 1 && { page: String(page) }),
  }
}
