import type { NoticeList } from '../portal.data.ts'
import { Frame } from './frame.tsx'
import { Icon } from './icon.tsx'
import { NoticeTable } from './notice-table.tsx'
import { Go, usePage } from './page.tsx'

export function NoticesPage({ data }: { data: NoticeList }) {
  const { words } = usePage()
  return (
    <Frame
      title={words.notices.title}
      description={words.notices.description}
      section="notices"
      crumbs={[{ to: '/notices', name: words.notices.title }]}
    >
      <div className="row wrap head">
        <h1>{words.notices.title}</h1>
        <Go to="/draws">{words.draws.title}</Go>
      </div>
      <section className="panel">
        <div className="hd">
          <h2>{words.notices.open}</h2>
        </div>
        {data.open.length > 0 ? (
          <NoticeTable rows={data.open} caption={words.notices.open} />
        ) : (
          <p className="bd mute">{words.notices.none}</p>
        )}
      </section>
      <section className="panel">
        <div className="hd">
          <h2>{words.notices.past}</h2>
          <span className="grow" />
          <a href="/api/public/notices.csv">
            <Icon name="save" />
            {words.notices.csv}
          </a>
        </div>
        {data.past.length > 0 ? (
          <NoticeTable rows={data.past} caption={words.notices.past} />
        ) : (
          <p className="bd mute">{words.notices.noPast}</p>
        )}
      </section>
    </Frame>
  )
}
