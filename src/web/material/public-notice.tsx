import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { PublicNoticeCase } from '../../procedures/public-notice/public-notice.case.ts'
import { shortHash } from '../format.ts'
import { changeWords } from '../../settings/notice-changes.ts'
import { Cite } from '../parts/cite.tsx'
import { DiffRows } from '../parts/diff.tsx'
import { Name, Names } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { Mark } from '../parts/status.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useCardHeads } from '../parts/use-card-heads.ts'
import { useWords } from '../words.ts'

/** The frozen list and its text, exactly as published. */
export function PublicNoticeMaterial({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case')
  const file = detail.case.file as Partial<PublicNoticeCase>
  const held = new Map((file.held ?? []).map(({ case: id, reason }) => [id, reason]))
  const outcomes = file.rows?.some(({ outcome }) => outcome)
  const table = useRef<HTMLTableElement>(null)
  useCardHeads(table)
  return (
    <div className="stack">
      <Corrections file={file} />
      {file.provisional && <Note tone="am">{t('notice.provisional')}</Note>}
      <section className="panel">
        <div className="hd wrap">
          <h2>
            <Name name={file.title || t('notice.rows')} />
          </h2>
          <Cite law="Art. 10(4)" />
          <span className="grow" />
          <span className="s mute">
            {file.startsOn && t('notice.from', { day: file.startsOn })} {file.endsOn && t('notice.ends', { day: file.endsOn })}
          </span>
        </div>
        <Scroll label={t('notice.rows')}>
          <table className="cards" ref={table}>
            <thead>
              <tr>
                <th scope="col">{t('notice.name')}</th>
                <th scope="col">{t('notice.hosts')}</th>
                <th scope="col">{t('notice.field')}</th>
                <th scope="col">{t('notice.county')}</th>
                {outcomes && <th scope="col">{t('notice.intended')}</th>}
                {held.size > 0 && <th scope="col">{t('notice.state')}</th>}
              </tr>
            </thead>
            <tbody>
              {(file.rows ?? []).map((row) => (
                <tr key={row.case}>
                  <td>
                    <RowName row={row} related={detail.related} />
                  </td>
                  <td>
                    <Names names={row.hosts} />
                  </td>
                  <td>{row.field}</td>
                  <td>{row.county}</td>
                  {outcomes && <td><b>{row.outcome}</b></td>}
                  {held.size > 0 && <td>{held.has(row.case) ? <Mark family="notice" words={t('notice.held')} /> : <span className="faint">—</span>}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </section>
      <section className="panel">
        <div className="hd">
          <h2>{t('notice.text')}</h2>
          <span className="grow" />
          <span className="xs faint mono">{file.textHash && t('notice.hash', { hash: shortHash(file.textHash) })}</span>
        </div>
        <div className="bd lawtext prose">{file.text}</div>
      </section>
      {file.outcome && (
        <section className="panel">
          <div className="hd">
            <h2>{t('notice.outcome')}</h2>
          </div>
          <p className="bd prose">{file.outcome}</p>
        </section>
      )}
    </div>
  )
}

/** What was corrected, on the list that was replaced and on the one that replaces it. */
function Corrections({ file }: { file: Partial<PublicNoticeCase> }) {
  const { t } = useTranslation('case')
  const words = useWords()
  const told = file.corrected ?? file.correction
  if (!told) return null
  const other = file.successor?.number ?? file.correction?.number
  return (
    <section className="panel">
      <Note tone="am">
        {file.corrected ? t('notice.corrected') : t('notice.corrects', { number: other })}{' '}
        {other && (
          <Link to="/cases/$number" params={{ number: other }}>
            {other}
          </Link>
        )}
      </Note>
      <div className="bd diff">
        <DiffRows
          rows={told.changes.map(({ row, what, before, after }) => ({
            key: `${row ?? ''}${what}`,
            name: `${row ?? t('notice.whole')} · ${words(changeWords[what])}`,
            before: before || t('notice.none'),
            after: after || t('notice.none'),
          }))}
        />
        <p className="s">
          <span className="mute">{t('notice.why')}</span> {told.reason}
        </p>
      </div>
    </section>
  )
}

function RowName({ row, related }: { row: PublicNoticeCase['rows'][number]; related: CaseDetail['related'] }) {
  const number = related.find(({ id }) => id === row.case)?.number
  if (!number) return <b>{row.name}</b>
  return (
    <>
      <Link className="what" to="/cases/$number" params={{ number }}>
        {row.name}
      </Link>
      <div className="xs faint">{number}</div>
    </>
  )
}
