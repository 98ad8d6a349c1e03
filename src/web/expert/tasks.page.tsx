import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { Cite } from '../parts/cite.tsx'
import { Name, Names, plainName } from '../parts/names.tsx'
import { Empty, Note, Skeleton } from '../parts/states.tsx'
import { type Family, Mark, Status } from '../parts/status.tsx'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { useListing } from '../words.ts'
import { Order } from './after.tsx'
import { expertFile, nameOf, taskOf, type TaskState, usePanels } from './panels.ts'

/** Only what was given to me to score: nothing else exists here. */
export function TasksPage() {
  const { t } = useTranslation('admin')
  const { list, details } = usePanels()
  useTitle(t('tasks.title'))
  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>{t('tasks.title')}</h1>
          <p className="s mute">
            {t('tasks.lead')} <Cite law="setting:score.sealed" />
          </p>
        </div>
      </div>
      {list.error && !list.data ? (
        <Fault error={list.error} retry={() => void list.refetch()} />
      ) : !list.data ? (
        <Skeleton />
      ) : list.data.rows.length === 0 ? (
        <section className="panel">
          <Empty>{t('tasks.empty')}</Empty>
        </section>
      ) : (
        <div className="stack">
          {details.map((detail) => (
            <Panel key={detail.case.id} detail={detail} />
          ))}
        </div>
      )}
    </div>
  )
}

const families: { readonly [State in TaskState]: Family } = { gate: 'judge', score: 'go', done: 'ok', explain: 'judge', conflict: 'void', void: 'void', closed: 'void' }

function Panel({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation(['admin', 'draw'])
  const listing = useListing()
  const file = expertFile(detail)
  const { applications } = file
  const says = (state: TaskState) => (state === 'explain' || state === 'void' ? t(`draw:expert.states.${state}`) : t(`tasks.states.${state}`))
  return (
    <section className="panel">
      <div className="hd">
        <h2>
          <Name name={file.title || detail.case.title || detail.case.number} />
        </h2>
        <Cite law="Art. 10(3)" />
        <span className="grow" />
        <Status procedure={detail.case.procedure} status={detail.case.status} />
      </div>
      {!file.sits && (
        <div className="bd">
          <Note tone="am">{t('draw:expert.replaced')}</Note>
        </div>
      )}
      {file.chairs && file.tied.map((group) => <Order key={group.join()} detail={detail} about={group} />)}
      {file.sits && (
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t('tasks.application')}</th>
            <th scope="col">{t('tasks.hosts')}</th>
            <th scope="col">{t('tasks.state')}</th>
            <th scope="col">
              <span className="sr">{t('tasks.score')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {applications.map((one) => {
            const state = taskOf(detail, one.case)
            return (
              <tr key={one.case}>
                <td>
                  <b>
                    <Name name={nameOf(one, (hosts) => t('draw:expert.hosts', { hosts: listing(hosts.map(plainName)) }))} />
                  </b>
                  <div className="sub">{one.number}</div>
                </td>
                <td>
                  <Names names={one.hosts} />
                </td>
                <td>
                  <Mark family={families[state]} words={says(state)} />
                </td>
                <td className="c-act">
                  {(state === 'gate' || state === 'score' || state === 'explain') && (
                    <Link className="btn sm primary" to="/tasks/$panel/$case" params={{ panel: detail.case.number, case: one.case }}>
                      {state === 'explain' ? says(state) : t(state === 'gate' ? 'tasks.gate' : 'tasks.score')}
                    </Link>
                  )}
                  {state === 'done' && ['scoring', 'closed'].includes(detail.case.status) && (
                    <Link className="btn sm" to="/tasks/$panel/$case" params={{ panel: detail.case.number, case: one.case }}>
                      {t('draw:expert.back')}
                    </Link>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      )}
    </section>
  )
}
