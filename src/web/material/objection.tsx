import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { ObjectionCase } from '../../procedures/objection/objection.case.ts'
import { get } from '../call.ts'
import { sizeOf } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Name, Names } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { Fault } from '../shell/fault.tsx'

type Objector = { kind: 'person' | 'unit'; name: string; contact: string; confidential: boolean; intact: boolean }
type Evidence = { rows: { id: string; name: string; size: number }[] }

/** What was objected, asked, answered and concluded. Who objects is asked for by a click of its own, and that is recorded. */
export function ObjectionMaterial({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('objection')
  const file = detail.case.file as Partial<ObjectionCase>
  return (
    <div className="stack">
      {file.after?.row === 'waits' && <Note tone="am">{t('waits')}</Note>}
      {file.after?.row === 'released' && <Note tone="ok">{t('released')}</Note>}
      {file.after?.row === 'struck' && <Note tone="no">{t('struck')}</Note>}
      <section className="panel">
        <div className="hd"><h2>{t('title')}</h2><Cite law="Art. 10(4)" /><span className="grow" /><span className="s mute">{file.filedOn && `${t('filedOn')} ${file.filedOn}`}</span></div>
        <dl className="bd kv">
          {file.notice && <Fact name={t('about')}><Name name={file.notice.title} /> {file.notice.number}</Fact>}
          {file.row && <Fact name={t('row')}><b>{file.row.name}</b> <Names names={file.row.hosts.map(({ name }) => name)} /></Fact>}
          {file.category && <Fact name={t('category')}>{t(`categories.${file.category}`)}</Fact>}
          {file.facts && <Fact name={t('facts')}><span className="prose">{file.facts}</span></Fact>}
          {file.evidenceTold && <Fact name={t('told')}>{file.evidenceTold}</Fact>}
          {file.handler && <Fact name={t('handler')}>{file.handler.name}</Fact>}
          {file.refused && <Fact name={t('refused')}>{file.refused.told}</Fact>}
          {file.asked && <Fact name={t('asked')}><span className="prose">{file.asked.request}</span> <span className="s mute">{t('due', { day: file.asked.dueOn })}</span></Fact>}
          {file.reply && <Fact name={t('reply')}><span className="prose">{file.reply.text}</span></Fact>}
          {file.unanswered && <Fact name={t('reply')}>{t('unanswered')}</Fact>}
          {file.report && <Fact name={t('report')}><span className="prose">{file.report.findings}</span></Fact>}
          {file.conclusion && <Fact name={t('conclusion')}><b>{t(`outcomes.${file.conclusion.outcome}`)}</b> <span className="prose">{file.conclusion.text}</span></Fact>}
          {file.answer && <Fact name={t('answer')}><span className="prose">{file.answer.text}</span></Fact>}
        </dl>
      </section>
      {file.facts && <Apart id={detail.case.id} />}
    </div>
  )
}

/** Identity and evidence lie apart; nothing is asked of the server before somebody asks for it. */
function Apart({ id }: { id: string }) {
  const { t } = useTranslation(['objection', 'shell'])
  const [asked, setAsked] = useState({ objector: false, evidence: false })
  const objector = useQuery({ queryKey: ['objector', id], enabled: asked.objector, retry: false, gcTime: 0, queryFn: ({ signal }) => get<Objector>(`/cases/${id}/objector`, signal) })
  const evidence = useQuery({ queryKey: ['evidence', id], enabled: asked.evidence, retry: false, gcTime: 0, queryFn: ({ signal }) => get<Evidence>(`/cases/${id}/evidence`, signal) })
  return (
    <section className="panel">
      <div className="hd"><h2>{t('identity')}</h2></div>
      <div className="bd stack">
        <p className="s mute">{t('identityNote')}</p>
        <div className="row wrap">
          <button type="button" className="btn" onClick={() => setAsked({ ...asked, objector: true })}>{t('show')}</button>
          <button type="button" className="btn" onClick={() => setAsked({ ...asked, evidence: true })}>{t('showEvidence')}</button>
        </div>
        {objector.error && <Fault error={objector.error} title={t('shell:error.title')} />}
        {objector.data && (
          <dl className="kv">
            <Fact name={t(`kinds.${objector.data.kind}`)}>{objector.data.name}</Fact>
            <Fact name={t('contact')}>{objector.data.contact}</Fact>
            {objector.data.confidential && <Fact name={t('identity')}>{t('confidential')}</Fact>}
            {!objector.data.intact && <Fact name={t('identity')}>{t('broken')}</Fact>}
          </dl>
        )}
        {evidence.error && <Fault error={evidence.error} title={t('shell:error.title')} />}
        {evidence.data && (evidence.data.rows.length === 0 ? <p className="s mute">{t('noEvidence')}</p> : (
          <ul>{evidence.data.rows.map((one) => <li key={one.id}><a href={`/api/cases/${id}/evidence/${one.id}`}>{one.name}</a> <span className="s mute">{sizeOf(one.size)}</span></li>)}</ul>
        ))}
      </div>
    </section>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => <div><dt>{name}</dt><dd>{children}</dd></div>
