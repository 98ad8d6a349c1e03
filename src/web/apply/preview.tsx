import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApplication } from '../material/application.query.ts'
import { Attachments, Section } from '../material/application.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useWords } from '../words.ts'
import { type ApplicationData, computedOf, type Form } from './application.ts'
import { useWizard } from './context.ts'

/** The whole application to be read and printed, with what the form works out. */
export function Preview() {
  const { t } = useTranslation('apply')
  const { form, data, files, detail } = useWizard()
  return (
    <div className="stack">
      <div className="no-print"><Note tone="am" action={<button type="button" className="btn sm" onClick={() => window.print()}>{t('print')}</button>}>{t('preview.draft')}</Note></div>
      <Paper form={form} data={data} files={[...files].filter(({ attachment }) => attachment)} number={detail.case.number} draft />
    </div>
  )
}

/** The latest version that was handed in. */
export function PrintedApplication({ caseId }: { caseId: string }) {
  const { data, error, refetch } = useApplication(caseId)
  if (!data) return error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={12} />
  return <Paper form={data.form} data={data.data} files={data.files} number={data.snapshots.at(-1)?.sha256.slice(0, 16) ?? ''} />
}

function Paper({ form, data, files, number, draft }: { form: Form; data: ApplicationData; files: Parameters<typeof Attachments>[0]['view']['files']; number: string; draft?: boolean }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { today } = useSession()
  const whole = useMemo(() => withWorkedOut(form, data), [form, data])
  const name = computedOf('baseName', data)
  return (
    <article className="panel paper-a4">
      <header><h1>{words(form.words)}</h1>{name && <p className="base-name">{String(name)}</p>}
        <p className="s mute">{t('preview.head', { number, version: form.version, day: today })}{draft && ` · ${t('preview.isDraft')}`}</p></header>
      {form.sections.map((section) => <Section key={section.id} section={section} view={{ form, data: whole }} />)}
      <Attachments view={{ form, files }} />
    </article>
  )
}

function withWorkedOut(form: Form, data: ApplicationData): ApplicationData {
  return Object.fromEntries(form.sections.map((section) => [section.id, {
    ...data[section.id], ...Object.fromEntries(section.fields.flatMap((field) => (field.computed ? [[field.id, computedOf(field.computed, data) ?? null]] : []))),
  }]))
}
