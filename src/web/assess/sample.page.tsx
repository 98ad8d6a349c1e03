import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { AssessmentCase } from '../../procedures/assessment/assessment.case.ts'
import { shortHash } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { LongField, TextField } from '../parts/field.tsx'
import { Segment } from '../parts/segment.tsx'
import { Empty, Skeleton } from '../parts/states.tsx'
import { useCase } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useTitle } from '../shell/title.ts'
import { Figures } from './figures.tsx'
import { useReport } from './query.ts'
import { Refusals, useSend } from './send.tsx'
import { Doubles } from './twins.tsx'

const route = getRouteApi('/cases/$number/sample')
const answers = ['agrees', 'differs', 'unsupported'] as const
type Answer = { answer: (typeof answers)[number]; note: string }

/** The county looks at what was drawn, item by item, with the figures and what was counted twice beside it. */
export function SamplePage() {
  const { t } = useTranslation('assess')
  const { number } = route.useParams()
  const { data, error, refetch } = useCase(number)
  useTitle(`${t('sample.title')} ${number}`)
  if (!data) return <div className="page">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={10} />}</div>
  return <Sheet detail={data} />
}

function Sheet({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('assess')
  const file = detail.case.file as Partial<AssessmentCase>
  const { send, busy, fault } = useSend(detail)
  const report = useReport(detail.case.id, (file.submissions?.length ?? 0) > 0)
  const [given, setGiven] = useState<Record<string, Answer>>(Object.fromEntries((file.examination?.items ?? []).map((one) => [one.item, { answer: one.answer, note: one.note ?? '' }])))
  const [opinion, setOpinion] = useState(file.examination?.opinion ?? '')
  const drawn = file.sample?.drawn ?? []
  const open = detail.available.find(({ step }) => step === 'examine')?.open
  const done = drawn.filter((item) => given[item]).length
  const options = answers.map((value) => ({ value, label: t(`sample.answers.${value}`), tone: ({ agrees: 'yes', differs: 'mid', unsupported: 'no' } as const)[value] }))
  return (
    <div className="page stack">
      <div className="head wrap"><div><nav className="crumb"><Link to="/cases/$number" params={{ number: detail.case.number }}>{detail.case.number}</Link></nav><h1>{t('sample.title')}</h1><p className="s mute">{detail.case.title}</p></div></div>
      <section className="panel">
        <div className="hd wrap"><h2>{t('sample.drawn', { n: drawn.length, of: file.sample?.of ?? 0 })}</h2><Cite law="Art. 17(3)" /><Cite law="setting:assess.sampleShare" /><span className="grow" /><span className="xs faint mono">{file.sample && t('sample.seed', { hash: shortHash(file.sample.seed) })}</span></div>
        {drawn.length === 0 ? <Empty>{t('sample.none')}</Empty> : <ol className="sample">{drawn.map((item) => (
          <li key={item}>
            <div className="grow"><b>{file.sample?.labels[item] ?? item}</b><div className="xs faint">{t(`sample.tables.${item.split('.')[0] as 'services'}`)}</div></div>
            <Segment label={file.sample?.labels[item] ?? item} choices={options} value={given[item]?.answer} disabled={!open} onChange={(answer) => setGiven({ ...given, [item]: { answer, note: given[item]?.note ?? '' } })} />
            {given[item] && given[item].answer !== 'agrees' && <TextField label={t('sample.note')} value={given[item].note} onChange={(note) => setGiven({ ...given, [item]: { ...given[item]!, note } })} />}
          </li>))}</ol>}
        {open && <div className="bd stack"><LongField label={t('sample.opinion')} required value={opinion} onChange={setOpinion} />
          <div className="row wrap"><button type="button" className="btn primary" aria-disabled={busy || done < drawn.length || opinion.trim().length < 5 || undefined}
            onClick={() => { if (done === drawn.length && opinion.trim().length >= 5) void send('examine', { items: drawn.map((item) => ({ item, answer: given[item]?.answer, ...(given[item]?.note && { note: given[item].note }) })), opinion }) }}>{t('sample.send')}</button><span className="s mute" role="status">{t('sample.done', { n: done, of: drawn.length })}</span></div></div>}
      </section>
      <Refusals fault={fault} />
      <Doubles id={detail.case.id} />
      {report.data && <Figures report={report.data} />}
    </div>
  )
}
