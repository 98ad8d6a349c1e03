import { countyPlaces } from '../../settings/county-places.ts'
import '../css/charts.css'

const [side, gap] = [104, 6]
const shade = (value: number, most: number) => (value === 0 ? 'z0' : value <= most / 3 ? 'z1' : value <= (2 * most) / 3 ? 'z2' : 'z3')

/** The eleven counties as tiles, roughly as they lie; the number stands in each. */
export function CountyMap({ label, values }: { label: string; values: readonly { key: string; label: string; value: number; told: string }[] }) {
  const most = Math.max(...values.map(({ value }) => value), 0)
  return (
    <svg className="chart county-map" viewBox={`0 0 ${5 * (side + gap)} ${4 * (62 + gap)}`} role="img" aria-label={label}>
      {countyPlaces.map(({ code, column, row }) => {
        const one = values.find(({ key }) => key === code)
        const [x, y] = [column * (side + gap), row * (62 + gap)]
        return (
          <g key={code} className={shade(one?.value ?? 0, most)}>
            <rect x={x} y={y} width={side} height="62" rx="6" />
            <text x={x + side / 2} y={y + 25} textAnchor="middle">
              {one?.label ?? code}
            </text>
            <text className="big" x={x + side / 2} y={y + 49} textAnchor="middle">
              {one?.told ?? ''}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
