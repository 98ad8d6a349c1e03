import { encode } from 'uqr'

/** A square that leads to an address of this portal, with the quiet zone a reader needs. Its words stand beside it. */
export function Qr({ address, label }: { address: string; label: string }) {
  const modules = encode(address, { ecc: 'M', border: 0 }).data
  const side = modules.length + 8
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={runsOf(modules)} fill="#000" />
    </svg>
  )
}

/** Dark modules of a row that stand together are one stroke. */
const runsOf = (modules: readonly (readonly boolean[])[]): string =>
  modules.map((row, y) => [...row.map((dark) => (dark ? '1' : '0')).join('').matchAll(/1+/g)].map(({ 0: run, index }) => `M${index + 4} ${y + 4}h${run.length}v1h-${run.length}z`).join('')).join('')
