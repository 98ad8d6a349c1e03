import '../css/charts.css'

export type Bar = { key: string; label: string; value: number | null; told: string }

const [left, width, height, gap] = [150, 460, 18, 8]

/** Bars by row. The drawing is for the eye; the table beside it says the same to everybody. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const most = Math.max(...bars.map(({ value }) => value ?? 0), 0)
  return (
    <svg className="chart" viewBox={`0 0 ${left + width + 90} ${bars.length * (height + gap) + gap}`} role="img" aria-label={label}>
      {bars.map((bar, at) => {
        const y = gap + at * (height + gap)
        const long = most > 0 ? ((bar.value ?? 0) / most) * width : 0
        return (
          <g key={bar.key}>
            <text className="name" x={left - 8} y={y + height - 4} textAnchor="end">
              {bar.label}
            </text>
            <rect className="ground" x={left} y={y} width={width} height={height} rx="2" />
            <rect className="fill" x={left} y={y} width={Math.max(long, (bar.value ?? 0) > 0 ? 2 : 0)} height={height} rx="2" />
            <text className="value" x={left + width + 8} y={y + height - 4}>
              {bar.told}
            </text>
          </g>
        )
      })}
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
      <svg className="chart" viewBox={`0 0 ${left + width + 90} ${stacks.length * (height + gap) + gap}`} role="img" aria-label={label}>
        {stacks.map((stack, row) => {
          const whole = stack.parts.reduce((sum, part) => sum + part, 0)
          const y = gap + row * (height + gap)
          return (
            <g key={stack.key}>
              <text className="name" x={left - 8} y={y + height - 4} textAnchor="end">
                {stack.label}
              </text>
              <rect className="ground" x={left} y={y} width={width} height={height} rx="2" />
              {stack.parts.map((part, at) => {
                const before = stack.parts.slice(0, at).reduce((sum, one) => sum + one, 0)
                return whole > 0 && part > 0 ? <rect key={names[at]} className={`p${at}`} x={left + (before / whole) * width} y={y} width={(part / whole) * width} height={height} /> : null
              })}
              <text className="value" x={left + width + 8} y={y + height - 4}>
                {whole}
              </text>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}
