import { useTranslation } from 'react-i18next'
import type { Demand, InspectionCase } from '../../procedures/inspection/inspection.case.ts'
import { shortDay } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Mark } from '../parts/status.tsx'
import { useSession } from '../queries.ts'
import { useWords } from '../words.ts'
import { Shots } from './inspection.tsx'

/** Every demand on its way: what was found and is asked, what was done, what was verified; before beside after. */
export function Demands({ demands, record, proposed }: { demands: readonly Demand[]; record: InspectionCase['record']; proposed?: string }) {
  const { t } = useTranslation('inspection')
  const done = demands.filter(({ check }) => check?.result === 'rectified').length
  return (
    <section className="panel">
      <div className="hd">
        <h2>{proposed === undefined ? t('file.demands') : t('file.proposal')}</h2>
        <Cite law="Art. 7(3)" />
        <span className="grow" />
        {proposed === undefined && <span className="s mute">{t('file.progress', { n: done, of: demands.length })}</span>}
      </div>
      <div className="bd">
        {proposed && <p className="prose s">{proposed}</p>}
        {demands.map((demand) => (
          <One key={demand.item} demand={demand} before={record?.items.find(({ item }) => item === demand.item)} proposed={proposed !== undefined} />
        ))}
      </div>
    </section>
  )
}

function One({ demand, before, proposed }: { demand: Demand; before: NonNullable<InspectionCase['record']>['items'][number] | undefined; proposed: boolean }) {
  const { t } = useTranslation('inspection')
  const words = useWords()
  const { today } = useSession()
  const { report, check } = demand
  const open = check?.result !== 'rectified'
  return (
    <article className="demand" aria-label={`${demand.item} ${words(demand.words)}`}>
      <div className="row between wrap">
        <b>
          {demand.item} {words(demand.words)} <Cite law={demand.law} />
        </b>
        <span className="row wrap">
          {open && (
            <span className={demand.dueOn < today && !proposed ? 't-no nowrap' : 'mute nowrap'}>
              {demand.dueOn < today && !proposed && <Icon shape="warn" />}
              {t('file.due', { day: shortDay(demand.dueOn, today) })}
            </span>
          )}
          {!proposed && <State demand={demand} />}
        </span>
      </div>
      <p className="prose">{demand.demand}</p>
      {(before?.photos.length || before?.note || report || check) && (
        <div className="way">
          {before && (
            <div>
              <h4>{t('file.before')}</h4>
              <p className="s prose">{before.note}</p>
              <Shots photos={before.photos} />
            </div>
          )}
          {report && (
            <div>
              <h4>
                {t('file.report')} {shortDay(report.on, today)}
              </h4>
              <p className="s prose">{report.answer}</p>
              {report.files.map((id, at) => (
                <a key={id} className="row s" href={`/api/files/${id}`}>
                  <Icon shape="file" />
                  {t('file.files')} {at + 1}
                </a>
              ))}
            </div>
          )}
          {check && (
            <div>
              <h4>
                {t('file.after')} {shortDay(check.on, today)}
              </h4>
              <p className="s prose">{check.note}</p>
              <Shots photos={check.photos} />
            </div>
          )}
        </div>
      )}
    </article>
  )
}

function State({ demand: { report, check } }: { demand: Demand }) {
  const { t } = useTranslation('inspection')
  if (check) return check.result === 'rectified' ? <Mark family="ok" words={t('file.rectified')} /> : <Mark family="no" words={t('file.notRectified')} />
  return report ? <Mark family="spot" words={t('file.unchecked')} /> : <Mark family="back" words={t('file.waiting')} />
}
