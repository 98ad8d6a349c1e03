import { useTranslation } from 'react-i18next'
import { Cite } from '../parts/cite.tsx'
import { Note } from '../parts/states.tsx'
import { useWords } from '../words.ts'
import { applies, type Field, type Section, type Value } from './application.ts'
import { CarryButton } from './carry.tsx'
import { useWay, useWizard } from './context.ts'
import { FieldBox } from './field.tsx'
import { Attached } from './files.tsx'
import { Grid } from './grid.tsx'
import { Partners } from './partners.tsx'

/** One section as its data says: what is filled, tables, what is worked out, files. */
export function SectionPage({ section }: { section: Section }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const way = useWay()
  const { data, form } = useWizard()
  const off = applies(section, data)
  const answered = section.fields.filter((field) => !field.attachment && !field.computed)
  const worked = section.fields.filter((field) => field.computed)
  const files = section.fields.filter((field) => field.attachment)
  const elsewhere = form.attachments.filter((one) => one.section === section.id && !files.some(({ attachment }) => attachment === one.code))
  const headed = answered.length === 0 ? section.tables[0] : undefined
  if (off !== true) {
    return <section className="panel" data-path={section.id}><div className="hd"><h2 tabIndex={-1} data-heading>{section.id}　{words(section.words)}</h2>{section.law && <Cite law={section.law} />}</div>
      <div className="bd"><Note tone="go">{t('notApplicable', { why: words(off) })}</Note></div></section>
  }
  return (
    <>
      {way.application && section.id === 'C' && <Partners />}
      {headed ? <Grid section={section} table={headed} asHead /> : (
        <section className="panel" data-path={section.id}>
          <div className="hd wrap"><h2 tabIndex={-1} data-heading>{section.id}　{words(section.words)}</h2>{section.law && <Cite law={section.law} />}<span className="grow" />{way.application && <CarryButton section={section.id} />}</div>
          <div className="bd stack">
            {section.help && <p className="s mute">{words(section.help)}</p>}
            {section.id === 'M' && <Commitments />}
            <div className="fields"><Fields section={section} fields={[...worked.filter((field) => leads(section, field)), ...answered]} /></div>
          </div>
        </section>
      )}
      {worked.some((field) => !leads(section, field) || headed) && <section className="panel sums" aria-label={t('worked')}>{worked.filter((field) => !leads(section, field) || headed).map((field) => (
        <div key={field.id}><FieldBox field={field} path={`${section.id}.${field.id}`} value={undefined} plainLaw /></div>))}</section>}
      {section.tables.filter((table) => table !== headed).map((table) => <Grid key={table.id} section={section} table={table} />)}
      {files.length + elsewhere.length > 0 && (
        <section className="panel"><div className="hd"><h3>{t('files.title')}</h3><span className="s mute">{t('files.limits')}</span></div>
          <div className="bd attachments">{files.map((field) => <FieldBox key={field.id} field={field} path={`attachments.${field.attachment}`} value={undefined} />)}
            {elsewhere.map((one) => <Attached key={one.code} code={one.code} />)}</div></section>
      )}
    </>
  )
}

const Fields = ({ section, fields }: { section: Section; fields: readonly Field[] }) => {
  const { data } = useWizard()
  return fields.map((field) => <FieldBox key={field.id} field={field} path={`${section.id}.${field.id}`} value={data[section.id]?.[field.id] as Value | undefined} plainLaw={field.law === section.law} />)
}

/** Texts that are worked out stand among the fields, sums and shares by themselves. */
const leads = (_section: Section, field: Field) => field.type === 'text' || field.type === 'person'

function Commitments() {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { form } = useWizard()
  return <section aria-label={t('commitments')}><h3>{t('commitments')}</h3><ol className="commitments">{form.commitments.map((one) => <li key={one.en}>{words(one)}</li>)}</ol></section>
}
