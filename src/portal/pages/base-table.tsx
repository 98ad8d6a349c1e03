import type { BaseRow } from '../portal.data.ts'
import { Demo, Go, usePage, Whole, Zh } from './page.tsx'
import { BaseMark } from './status.tsx'

export const baseAddress = (id: string) => `/bases/${encodeURIComponent(id)}`

export function BaseTable({ rows, caption }: { rows: readonly BaseRow[]; caption: string }) {
  const { words, say } = usePage()
  return (
    <table className="cards">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.bases.name}</th>
          <th scope="col">{words.bases.field}</th>
          <th scope="col">{words.bases.county}</th>
          <th scope="col">{words.bases.status}</th>
          <th scope="col" className="num">
            {words.bases.grade}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Go to={baseAddress(row.id)}>
                <b>
                  <Zh>{row.name}</Zh>
                </b>
              </Go>
              <Demo when={row.demo} />
              <div className="s faint">
                <Zh>{row.host.name}</Zh>
                <Demo when={row.host.demo && !row.demo} />
              </div>
              {row.matched && row.matched.length > 0 && (
                <ul className="s matched" aria-label={words.bases.matched}>
                  {row.matched.map(({ of, words: name }) => (
                    <li key={`${of} ${name.zh}`}>
                      <span className="faint">{words.bases.offers[of]}</span> {name.zh === name.en ? <Zh>{name.zh}</Zh> : say(name)}
                    </li>
                  ))}
                </ul>
              )}
            </th>
            <td>{say(row.field.words)}</td>
            <td>
              <Whole>{say(row.county.words)}</Whole>
            </td>
            <td>
              <BaseMark status={row.status} />
            </td>
            <td className="num" data-label={words.bases.grade}>
              <Whole>
                {row.grade ? (
                  <>
                    {words.grades[row.grade.grade]} <span className="faint">{row.grade.year}</span>
                  </>
                ) : (
                  words.site.none
                )}
              </Whole>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
