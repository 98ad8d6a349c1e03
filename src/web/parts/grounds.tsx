import type { ReactNode } from 'react'
import type { Basis } from '../../kernel/rule.ts'
import { Cite } from './cite.tsx'

export type Ground = { key: string; law: Basis; reason: ReactNode; wayOut?: ReactNode }

/** Every ground, numbered, each with its article and the way out. */
export const Grounds = ({ grounds }: { grounds: readonly Ground[] }) => (
  <ol className="grounds">
    {grounds.map((ground, index) => (
      <li className="ground" key={ground.key}>
        <span className="k" aria-hidden="true">
          {index + 1}
        </span>
        <div>
          <div className="row wrap tight">
            <b className="grow">{ground.reason}</b>
            <Cite law={ground.law} />
          </div>
          {ground.wayOut && <div className="fix">{ground.wayOut}</div>}
        </div>
      </li>
    ))}
  </ol>
)
