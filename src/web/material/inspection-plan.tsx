import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { InspectionPlanCase, PlanDraw } from '../../procedures/inspection-plan/inspection-plan.case.ts'
import type { Inspections } from '../../registers/inspections.ts'
import { divisionOf } from '../../settings/divisions.ts'
import { get } from '../call.ts'
import { shortHash } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/names.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Empty, Note } from '../parts/states.tsx'
import { Status } from '../parts/status.tsx'
import { useCardHeads } from '../parts/use-card-heads.ts'
import { useListing, useWords } from '../words.ts'
import { Fact } from './fact.tsx'
import '../css/inspection.css'

type File = Partial<Omit<InspectionPlanCase, 'draws'>> & { draws?: (Omit<PlanDraw, 'by'> & { witness: { name: string; word: string; on: string } | null })[] }

/** What is in the plan and how it came there, then the pool it was taken from. */
export function InspectionPlanMaterial({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('inspection')
  const file = detail.case.file as File
  const { chosen = [], draws = [], sentBack = [], chosenBy } = file
  return (
    <div className="stack">
      {sentBack.length > 0 && detail.case.status === 'draft' && <Note tone="am">{t('planFile.sentBack', { day: sentBack.at(-1)?.on, reason: sentBack.at(-1)?.reason })}</Note>}
      <section className="panel">
        <div className="hd">
          <h2>{t('planFile.chosen')}</h2>
          <Cite law="Art. 7(3)" />
          <span className="grow" />
          <span className="s mute">{chosenBy && t(`planFile.chosenBy.${chosenBy}`)}</span>
        </div>
        {chosen.length === 0 ? (
          <Empty>{t('planFile.none')}</Empty>
        ) : (
          <ul className="verdicts">
            {chosen.map((one) => (
              <li key={one.base}>
                <span className="grow">
                  <Link to="/bases/$number" params={{ number: one.base }}>
                    <Name name={one.name} />
                  </Link>{' '}
                  <span className="faint">{one.base}</span>
                  {one.reason && <small className="mute">{one.reason}</small>}
                </span>
                <County code={one.county} />
              </li>
            ))}
          </ul>
        )}
        <dl className="bd kv">
          <Fact name={t('planFile.aims')}>{file.aims && <span className="prose">{file.aims}</span>}</Fact>
          <Fact name={t('column.completeBy')}>{file.completeBy}</Fact>
        </dl>
      </section>
      {detail.case.status === 'issued' && <Inspected plan={detail.case.number} />}
      {draws.length > 0 && <Draws draws={draws} />}
      <Candidates file={file} />
    </div>
  )
}

/** What became of the plan: each base's inspection and where it stands. */
function Inspected({ plan }: { plan: string }) {
  const { t } = useTranslation('inspection')
  const { data } = useQuery({ queryKey: ['inspections'], queryFn: ({ signal }) => get<Inspections>('/inspections', signal) })
  const rows = data?.inspections.filter((row) => row.plan === plan) ?? []
  if (rows.length === 0) return null
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('planFile.inspections')}</h2>
      </div>
      <ul className="verdicts">
        {rows.map((row) => (
          <li key={row.number}>
            <span className="grow">
              <Link to="/cases/$number" params={{ number: row.number }}>
                <Name name={row.base.name} />
              </Link>{' '}
              <span className="faint">{row.number}</span>
            </span>
            <Status procedure="inspection" status={row.status} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function County({ code }: { code: string }) {
  const words = useWords()
  return <span className="mute nowrap">{words(divisionOf(code)?.words) || code}</span>
}

function Draws({ draws }: { draws: NonNullable<File['draws']> }) {
  const { t } = useTranslation('inspection')
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('planFile.draws')}</h2>
        <Cite law="setting:inspection.draw" />
      </div>
      <div className="bd stack">
        {draws.map((draw, at) => (
          <div key={draw.commitment}>
            <h3>
              {t('planFile.drawNo', { n: at + 1 })} <span className="faint">{draw.on}</span>
            </h3>
            <dl className="kv">
              <Fact name={t('column.chosen')}>
                {t('planFile.count', { n: draw.count })}
                {draw.perCounty !== null && ` · ${t('planFile.perCounty', { n: draw.perCounty })}`}
              </Fact>
              <Fact name={t('planFile.reasonAgain')}>{draw.reason}</Fact>
              <Fact name={t('planFile.commitment')}>
                <span className="mono hash" title={draw.commitment}>
                  {shortHash(draw.commitment)}
                </span>
              </Fact>
              <Fact name={t('planFile.witness')}>{draw.witness && `${draw.witness.name} · ${draw.witness.word}`}</Fact>
              <Fact name={t('planFile.seed')}>{draw.record ? <span className="mono hash">{draw.record.seed}</span> : <span className="mute">{t('planFile.sealed')}</span>}</Fact>
            </dl>
            {draw.record && (
              <p className="s mute">
                {t('planFile.tries', { n: draw.record.result.attempts })} · {t('planFile.recompute')}{' '}
                <a download={`draw-${at + 1}.json`} href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(draw.record))}`}>
                  <Icon shape="down" />
                  {t('planFile.download')}
                </a>
              </p>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}

function Candidates({ file: { pool = [], pooledOn, chosen = [] } }: { file: File }) {
  const { t } = useTranslation('inspection')
  const listing = useListing()
  const table = useRef<HTMLTableElement>(null)
  useCardHeads(table)
  const inPlan = new Set(chosen.map(({ base }) => base))
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('planFile.pool')}</h2>
        <span className="grow" />
        <span className="s mute">{t('planFile.poolOf', { day: pooledOn, n: pool.length })}</span>
      </div>
      <Scroll label={t('planFile.pool')}>
        <table className="cards" ref={table}>
          <thead>
            <tr>
              <th scope="col">{t('column.base')}</th>
              <th scope="col">{t('planFile.county')}</th>
              <th scope="col">{t('planFile.risks')}</th>
              <th scope="col">{t('planFile.last')}</th>
            </tr>
          </thead>
          <tbody>
            {pool.map((one) => (
              <tr key={one.base}>
                <td>
                  {inPlan.has(one.base) && <Icon shape="check" className="t-ok" />} <Name name={one.name} /> <span className="faint nowrap">{one.base}</span>
                </td>
                <td>
                  <County code={one.county} />
                </td>
                <td>{one.risks.length > 0 ? <span className="t-am">{listing(one.risks.map((risk) => t(`risk.${risk}`)))}</span> : '—'}</td>
                <td className="nowrap">{one.lastInspectedOn ?? t('planFile.never')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
