import { useTranslation } from 'react-i18next'
import type { RecognitionCase } from '../../procedures/recognition/recognition.case.ts'
import { Block, Pair } from './recognition-overview.tsx'

/** What the visit found wanting: as ordered, as reported, as verified. */
export function Rectification({ rectification }: { rectification: NonNullable<RecognitionCase['rectification']> }) {
  const { t } = useTranslation('case')
  const { demands, dueOn, orderedOn, reports, returned, verifiedOn, finding } = rectification
  return (
    <Block title={t('rec.rectification')} law="Art. 10(3)" aside={<span className="s mute">{verifiedOn ? t('rec.verifiedOn', { day: verifiedOn }) : t('rec.rectifyBy', { day: dueOn })}</span>}>
      <dl className="kv">
        <Pair name={t('rec.demands')}><span className="prose">{demands}</span> <span className="faint">{orderedOn}</span></Pair>
        {reports.map(({ report, signedBy, files, on }, at) => (
          <Pair key={`report-${on}-${at}`} name={t('rec.report')}>
            <span className="prose">{report}</span> <span className="faint">{signedBy} {on}</span>
            {files.map((id, no) => <span key={id}> <a href={`/api/files/${id}`}>{t('rec.evidence', { n: no + 1 })}</a></span>)}
          </Pair>
        ))}
        {returned.map(({ reason, on }, at) => <Pair key={`returned-${on}-${at}`} name={t('rec.returned')}><span className="prose">{reason}</span> <span className="faint">{on}</span></Pair>)}
        {finding && <Pair name={t('rec.finding')}><span className="prose">{finding}</span></Pair>}
      </dl>
    </Block>
  )
}
