import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { Reviewed } from '../../procedures/panel-review/panel-review.case.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { useCase, useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { Gate } from './gate.tsx'
import { Material } from './material.tsx'
import { type PanelFile, taskOf } from './panels.ts'
import { Rubric } from './rubric.tsx'
import '../css/score.css'

const route = getRouteApi('/tasks/$panel/$case')

/** The gate first; then the file left, the rubric right, each scrolls alone. */
export function ScorePage() {
  const { t } = useTranslation('admin')
  const { panel, case: about } = route.useParams()
  const { person } = useSession()
  const { data: detail, error, refetch } = useCase(panel)
  const applications = (detail?.case.file as PanelFile | undefined)?.applications ?? []
  const application = applications.find((one) => one.case === about)
  useTitle(application ? `${t('tasks.score')} ${application.name}` : t('tasks.title'))
  if (!detail) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={12} />}</div>
  if (!application)
    return (
      <div className="page">
        <Note
          tone="am"
          action={
            <Link className="btn sm" to="/tasks">
              {t('gate.next')}
            </Link>
          }
        >
          {t('tasks.empty')}
        </Note>
      </div>
    )
  const state = taskOf(detail, about, person)
  if (state === 'gate')
    return (
      <div className="page">
        <Gate detail={detail} application={application} />
      </div>
    )
  if (state !== 'score')
    return (
      <div className="page">
        <Note
          tone={state === 'done' ? 'ok' : 'am'}
          action={
            <Link className="btn sm" to="/tasks">
              {t('gate.next')}
            </Link>
          }
        >
          {state === 'done' ? t('score.submitted') : state === 'conflict' ? t('gate.conflict') : t('tasks.states.closed')}
        </Note>
      </div>
    )
  return <Scoring detail={detail} application={application} of={applications} />
}

function Scoring({ detail, application, of }: { detail: CaseDetail; application: Reviewed; of: readonly Reviewed[] }) {
  const { t } = useTranslation('admin')
  return (
    <>
      <div className="scorehead">
        <div className="row wrap">
          <h1>{application.name}</h1>
          <span className="s mute">
            {detail.case.number} · {t('tasks.of', { n: of.indexOf(application) + 1, of: of.length })} <Cite law="Art. 10(3)" />
          </span>
        </div>
        <div className="row s wrap">
          <span className="t-ok nowrap">
            <Icon shape="shield" />
            {t('score.shield')}
          </span>
          <Link className="btn sm" to="/lobbying">
            {t('score.lobbying')}
          </Link>
          <Link className="btn sm" to="/tasks">
            {t('gate.next')}
          </Link>
        </div>
      </div>
      <div className="split">
        <Material panel={detail.case.id} about={application.case} hosts={application.hosts} />
        <Rubric detail={detail} application={application} />
      </div>
    </>
  )
}
