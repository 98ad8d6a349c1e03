import type { NoticeRow } from '../portal.data.ts'
import { Icon } from './icon.tsx'
import { Demo, Go, usePage, Whole, Zh } from './page.tsx'
import { NoticeMark } from './status.tsx'

export const noticeAddress = (number: string) => `/notices/${encodeURIComponent(number)}`

/** Notices with their period and what one can do now. Room for the objection button is in the last column. */
export function NoticeTable({ rows, caption }: { rows: readonly NoticeRow[]; caption: string }) {
  const { words, fill, short } = usePage()
  return (
    <table className="cards">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.notice.name}</th>
          <th scope="col">{words.notice.period}</th>
          <th scope="col">{words.notice.now}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <th scope="row">
              <Go to={noticeAddress(row.number)}>
                <b>
                  <Zh>{row.title}</Zh>
                </b>
              </Go>
              <Demo when={row.demo} />
              <div className="s faint">
                {row.number} {words.kinds[row.kind]} · {fill(words.notice.lists, { n: row.listed })}
              </div>
            </th>
            <td>
              <Whole>
                {fill(row.state === 'open' ? words.notice.left : words.notice.over, {
                  from: short(row.from),
                  to: short(row.to),
                  n: row.remaining,
                })}
              </Whole>
            </td>
            <td className="nowrap">
              {row.state === 'open' ? (
                <Go className="btn sm" to={`${noticeAddress(row.number)}#object`}>
                  <Icon name="horn" />
                  {words.notice.howTo}
                </Go>
              ) : (
                <NoticeMark state={row.state} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
