import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { isExpertFile, type PanelFile } from '../draw/shape.ts'
import { Designations, Members, Summary } from '../draw/summary.tsx'
import { Discussions, Meeting, Outliers, Sheets } from '../draw/meeting.tsx'
import { Results, Standings } from '../draw/results.tsx'
import { Note } from '../parts/states.tsx'
import { client } from '../queries.ts'
import '../css/draw.css'

/** The draw, who sits, how far the meeting is by count, and what came of it; scores only when they are no longer sealed. */
export function PanelReviewMaterial({ detail }: { detail: CaseDetail }) {
  const { status } = detail.case
  useRefreshed(status === 'scoring')
  if (isExpertFile(detail.case.file)) return <ForExpert sits={detail.case.file.sits} />
  const file = detail.case.file as unknown as PanelFile
  const opened = status === 'closed' || status === 'concluded'
  return (
    <div className="stack">
      <Summary detail={detail} file={file} />
      {status === 'concluded' ? <Results file={file} /> : status === 'closed' ? <Standings file={file} /> : <Meeting file={file} status={status} />}
      {opened && <Outliers file={file} />}
      {file.discussions.length > 0 && <Discussions file={file} />}
      <Designations file={file} />
      <Members file={file} />
      {opened && <Sheets id={detail.case.id} file={file} />}
    </div>
  )
}

function ForExpert({ sits }: { sits: boolean }) {
  const { t } = useTranslation('draw')
  return (
    <Note
      tone={sits ? 'go' : 'am'}
      action={
        <Link className="btn sm primary" to="/tasks">
          {t('expert.toTasks')}
        </Link>
      }
    >
      {t(sits ? 'expert.tasksLead' : 'expert.replaced')}
    </Note>
  )
}

/** A meeting on the wall keeps up with what comes in. */
function useRefreshed(on: boolean) {
  useEffect(() => {
    if (!on) return undefined
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['case'] }), 15_000)
    return () => clearInterval(timer)
  }, [on])
}
