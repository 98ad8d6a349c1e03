import { Go, usePage } from './page.tsx'

/** The mark: tube, reactor and plant on one base line, filled to one level. */
export const Vessels = () => (
  <svg viewBox="0 0 36 32" aria-hidden="true">
    <g fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round">
      <path d="M3 14v10.5a2.5 2.5 0 0 0 5 0V14M2 14h7" />
      <path d="M13 9v15a4 4 0 0 0 8 0V9M12 9h10" />
      <path d="M25 3v21.5a4.5 4.5 0 0 0 9 0V3M24 3h11" />
    </g>
    <g fill="#7FC4CC">
      <path d="M3.9 18h3.2v6.5a1.6 1.6 0 0 1-3.2 0z" />
      <path d="M14 18h6v6a3 3 0 0 1-6 0z" />
      <path d="M26 18h7v6.5a3.5 3.5 0 0 1-7 0z" />
    </g>
  </svg>
)

/** The same as a file, for the browser's tab. */
export const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -8 48 48"><rect x="-6" y="-8" width="48" height="48" rx="9" fill="#0B3D46"/>' +
  '<g fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"><path d="M3 14v10.5a2.5 2.5 0 0 0 5 0V14M2 14h7"/>' +
  '<path d="M13 9v15a4 4 0 0 0 8 0V9M12 9h10"/><path d="M25 3v21.5a4.5 4.5 0 0 0 9 0V3M24 3h11"/></g>' +
  '<g fill="#7FC4CC"><path d="M3.9 18h3.2v6.5a1.6 1.6 0 0 1-3.2 0z"/><path d="M14 18h6v6a3 3 0 0 1-6 0z"/><path d="M26 18h7v6.5a3.5 3.5 0 0 1-7 0z"/></g></svg>'

/** The head of the home page: the three vessels as they stand in the field. */
export function HeadDrawing() {
  const { words } = usePage()
  return (
    <svg className="drawing" viewBox="0 -14 470 204" role="img" aria-label={words.home.drawing}>
      <g fill="#2F7F8A">
        <path d="M35 132h20v26a10 10 0 0 1-20 0z" />
        <path d="M79 132h14v30a7 7 0 0 1-14 0z" />
        <path d="M165 132h62v8c0 11-14 21-31 21s-31-10-31-21z" opacity=".85" />
        <path d="M293 132h38v56h-38zM351 132h42v56h-42z" opacity=".7" />
      </g>
      <g fill="none" stroke="#7FC4CC" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round">
        <path d="M0 188.5h470" />
        <path d="M34 96v62a11 11 0 0 0 22 0V96M30 96h30" />
        <path d="M78 118v44a8 8 0 0 0 16 0v-44M75 118h22" />
        <path d="M20 188v-14h84v14" />
        <path d="M164 74h64v66c0 12-14 22-32 22s-32-10-32-22zM172 74c0-12 10-18 24-18s24 6 24 18M196 56V38M188 38h16M196 74v70M182 130l28 10M182 140l28-10M172 158l-8 30M220 158l8 30M228 92h20v96M164 100h-14v88" />
        <path d="M292 188V52c0-12 8-20 20-20s20 8 20 20v136M292 84h40M292 116h40M292 148h40M332 60h26v128M350 188v-66h44v66M350 122c0-12 10-18 22-18s22 6 22 18M394 140h16V20M404 188V20h14v168M418 188v-84l20 14v-14l20 14v70M312 32V12h-30v176" />
      </g>
      <g fill="#BFDCE0" textAnchor="middle">
        <text x="66" y="82">
          {words.home.bench}
        </text>
        <text x="196" y="24">
          {words.home.pilot}
        </text>
        <text x="356" y="0">
          {words.home.plant}
        </text>
      </g>
    </svg>
  )
}

type CountyCode = keyof ReturnType<typeof usePage>['words']['counties']

/** The eleven counties roughly as they lie, north up; a schematic, not a map. Where each stands is in the sheet. */
const countyCodes: readonly CountyCode[] = [
  '140702',
  '140725',
  '140724',
  '140727',
  '140703',
  '140723',
  '140781',
  '140728',
  '140721',
  '140722',
  '140729',
]

export const isCounty = (code: string): code is CountyCode => (countyCodes as readonly string[]).includes(code)

export function Counties({ counts }: { counts: readonly { code: string; bases: number }[] }) {
  const { words, fill } = usePage()
  const zones = counts.filter(({ code }) => !isCounty(code)).reduce((sum, { bases }) => sum + bases, 0)
  const of = (code: string) => counts.find((count) => count.code === code)?.bases ?? 0
  return (
    <>
      <ul className="map" aria-label={words.home.mapLabel}>
        {countyCodes.map((code) => (
          <li key={code} className={`c${code} ${shade(of(code))}`}>
            <Go to={`/bases?county=${code}`}>
              {words.counties[code]}
              <b>{of(code)}</b>
            </Go>
          </li>
        ))}
      </ul>
      <p className="xs faint">
        {words.home.schematic}
        {words.site.gap}
        {fill(words.home.zones, { n: zones })}
      </p>
    </>
  )
}

const shade = (bases: number) => (bases === 0 ? 'z0' : bases === 1 ? 'z1' : bases <= 3 ? 'z2' : 'z3')

/** A bar of `value` out of `most`; the number stands beside it in the table. */
export const Bar = ({ value, most }: { value: number; most: number }) => (
  <svg className="hbar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect className="ground" width="100" height="8" />
    <rect className="fill" width={most > 0 ? Math.round((100 * value) / most) : 0} height="8" />
  </svg>
)
