import type { BaseDetail } from '../portal.data.ts'
import { grouped, weekdayOf } from './formats.ts'
import { usePage, Whole, Zh } from './page.tsx'

export function Capabilities({ data }: { data: BaseDetail }) {
  const { words, fill } = usePage()
  const { capabilities, capabilitiesConfirmedOn: confirmed } = data
  const gone = data.status === 'revoked' || data.status === 'left'
  return (
    <section className="panel">
      <div className="hd">
        <h2>{words.base.does}</h2>
        {capabilities.length > 0 && (
          <span className="s mute">
            {fill(words.base.doesNote, { n: capabilities.length })}
            {confirmed && (
              <>
                {words.site.also}
                {fill(words.base.confirmed, { day: confirmed })}
              </>
            )}
          </span>
        )}
      </div>
      {capabilities.length === 0 ? (
        <p className="bd mute">{gone ? words.base.gone : words.base.noAbilities}</p>
      ) : (
        <table className="cards">
          <caption className="sr">{words.base.does}</caption>
          <thead>
            <tr>
              <th scope="col">{words.base.ability}</th>
              <th scope="col">{words.base.parameters}</th>
              <th scope="col">{words.base.readiness}</th>
              <th scope="col" className="num">
                {words.base.price}
              </th>
            </tr>
          </thead>
          <tbody>
            {capabilities.map(({ name, types, parameters, readiness, price }) => (
              <tr key={name}>
                <th scope="row">
                  <b>
                    <Zh>{name}</Zh>
                  </b>
                  {types.length > 0 && <div className="s faint">{types.map((type) => words.types[type]).join(words.site.comma)}</div>}
                </th>
                <td>{parameters ? <Zh>{parameters}</Zh> : words.site.none}</td>
                <td>
                  <Whole>{readiness ? fill(words.base.levels, readiness) : words.site.none}</Whole>
                </td>
                <td className="num">
                  <Whole>{price ? <Zh>{price}</Zh> : words.base.agree}</Whole>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

export function EquipmentTable({ data: { equipment, equipmentTotals } }: { data: BaseDetail }) {
  const { words, fill, short } = usePage()
  return (
    <section className="panel">
      <div className="hd">
        <h2>{words.base.equipment}</h2>
        {equipmentTotals && (
          <span className="s mute">
            {fill(words.base.equipmentNote, { n: equipmentTotals.pieces, value: grouped(equipmentTotals.valueWan, 2) })}
          </span>
        )}
      </div>
      <table className="cards">
        <caption className="sr">{words.base.equipment}</caption>
        <thead>
          <tr>
            <th scope="col">{words.base.device}</th>
            <th scope="col" className="num">
              {words.base.hours}
            </th>
            <th scope="col" className="num">
              {words.base.used}
            </th>
            <th scope="col" className="num">
              {words.base.price}
            </th>
          </tr>
        </thead>
        <tbody>
          {equipment.map(({ name, hoursPerYear, usedPercent, freeFrom, price }) => (
            <tr key={name}>
              <th scope="row">
                <b>
                  <Zh>{name}</Zh>
                </b>
              </th>
              <td className="num" data-label={words.base.hours}>
                {hoursPerYear === null ? words.site.none : grouped(hoursPerYear)}
              </td>
              <td className="num" data-label={words.base.used}>
                {usedPercent === null ? words.site.none : `${usedPercent}%`}
              </td>
              <td className="num" data-label={words.base.price}>
                <Whole>{price ? <Zh>{price}</Zh> : words.base.agree}</Whole>
                {freeFrom && (
                  <div className="s faint">
                    {words.base.free} {short(freeFrom)} {words.weekdays[weekdayOf(freeFrom)]}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
