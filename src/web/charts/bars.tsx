import type { ReactNode } from 'react'
import '../css/charts.css'

export type Bar = { key: string; label: string; value: number | null; told: string }

/** Every row: name and value in one line, the bar under it; as wide as its place, so that letters keep their size. */
const row = 38
const share = (part: number, whole: number) => `${whole > 0 ? (part / whole) * 100 : 0}%`

/** Bars by row. The drawing is for the eye; the table beside it says the same to everybody. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const most = Math.max(...bars.map(({ value }) => value ?? 0), 0)
  return (
    <svg className="chart" height={bars.length * row} role="img" aria-label={label}>
      {bars.map((bar, at) => (
        <Row key={bar.key} at={at} label={bar.label} told={bar.told}>
          <rect className="fill" y={at * row + 20} width={share(bar.value ?? 0, most)} height="10" rx="2" />
        </Row>
      ))}
    </svg>
  )
}

export type Stack = { key: string; label: string; parts: readonly number[] }

/** Parts of a whole by row, told apart by shade and by their order in the legend. */
export function Stacks({ label, names, stacks }: { label: string; names: readonly string[]; stacks: readonly Stack[] }) {
  return (
    <figure className="stacks">
      <ul className="legend" aria-hidden="true">
        {names.map((name, at) => (
          <li key={name}>
            <i className={`p${at}`} />
            {name}
          </li>
        ))}
      </ul>
      <svg className="chart" height={stacks.length * row} role="img" aria-label={label}>
        {stacks.map((stack, at) => {
          const whole = sum(stack.parts)
          return (
            <Row key={stack.key} at={at} label={stack.label} told={String(whole)}>
              {stack.parts.map((part, index) => (part > 0 ? <rect key={names[index]} className={`p${index}`} x={share(sum(stack.parts.slice(0, index)), whole)} y={at * row + 20} width={share(part, whole)} height="10" /> : null))}
            </Row>
          )
        })}
      </svg>
    </figure>
  )
}

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)

function Row({ at, label, told, children }: { at: number; label: string; told: string; children: ReactNode }) {
  const y = at * row
  return (
    <g>
      <text className="name" x="0" y={y + 14}>
        {label}
      </text>
      <text className="value" x="100%" y={y + 14} textAnchor="end">
        {told}
      </text>
      <rect className="ground" y={y + 20} width="100%" height="10" rx="2" />
      {children}
    </g>
  )
}
