import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name, plainName } from '../parts/names.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { useCase } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useListing } from '../words.ts'
import { Explain, Late } from './after.tsx'
import { Gate } from './gate.tsx'
import { Material } from './material.tsx'
import { type Application, expertFile, nameOf, taskOf } from './panels.ts'
import { Rubric } from './rubric.tsx'
import '../css/score.css'

const route = getRouteApi('/tasks/$panel/$case')

/** The gate first; then the file left, the rubric right, each scrolls alone. After closing: a reason where one is due. */
export function ScorePage() {
  const { t } = useTranslation(['admin', 'draw'])
  const listing = useListing()
  const { panel, case: about } = route.useParams()
  const { data: detail, error, refetch } = useCase(panel)
  const file = detail && expertFile(detail)
  const application = (file?.applications ?? []).find((one) => one.case === about)
  useTitle(application ? `${t('tasks.score')} ${nameOf(application, (hosts) => t('draw:expert.hosts', { hosts: listing(hosts.map(plainName)) }))}` : t('tasks.title'))
  if (!detail || !file) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={12} />}</div>
  if (!file.sits) return <Told tone="am">{t('draw:expert.replaced')}</Told>
  if (!application) return <Told tone="am">{t('tasks.empty')}</Told>
  const state = taskOf(detail, about)
  switch (state) {
    case 'gate':
      return (
        <div className="page">
          <Gate detail={detail} application={application} />
        </div>
      )
    case 'score':
      return <Scoring detail={detail} application={application} of={file.applications} />
    case 'explain':
      return (
        <div className="page">
          <Explain detail={detail} application={application} />
        </div>
      )
    case 'done':
      return (
        <Told tone="ok" more={<Late detail={detail} application={application} />}>
          {t('score.submitted')}
        </Told>
      )
    case 'conflict':
    case 'void':
      return <Told tone="am">{file.declarations.some((one) => one.about === about && one.result === 'conflict') ? t('gate.conflict') : t('draw:expert.found')}</Told>
    case 'closed':
      return <Told tone="am">{t('tasks.states.closed')}</Told>
  }
}

/** One line that says where this stands, and the way back. */
function Told({ tone, children, more }: { tone: 'ok' | 'am'; children: ReactNode; more?: ReactNode }) {
  const { t } = useTranslation('admin')
  return (
    <div className="page stack">
      <Note
        tone={tone}
        action={
          <Link className="btn sm" to="/tasks">
            {t('gate.next')}
          </Link>
        }
      >
        {children}
      </Note>
      {more}
    </div>
  )
}

function Scoring({ detail, application, of }: { detail: CaseDetail; application: Application; of: readonly Application[] }) {
  const { t } = useTranslation(['admin', 'draw'])
  const [found, setFound] = useState(false)
  if (found)
    return (
      <div className="page">
        <Gate detail={detail} application={application} again={() => setFound(false)} />
      </div>
    )
  return (
    <>
      <div className="scorehead">
        <div className="row wrap">
          <h1>
            <Name name={application.name} />
          </h1>
          <span className="s mute">
            {application.number} · {t('tasks.of', { n: of.indexOf(application) + 1, of: of.length })} <Cite law="Art. 10(3)" />
          </span>
        </div>
        <div className="row s wrap">
          <span className="t-ok nowrap">
            <Icon shape="shield" />
            {t('score.shield')}
          </span>
          <button type="button" className="btn sm" onClick={() => setFound(true)}>
            {t('draw:expert.back')}
          </button>
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
