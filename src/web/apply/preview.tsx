import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import { useApplication } from '../material/application.query.ts'
import { Attachments, Section } from '../material/application.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useWords } from '../words.ts'
import { type ApplicationData, computedOf, type Field, type Form, rowsAt, type Value } from './application.ts'
import { useWizard } from './context.ts'

/** The whole application to be read and printed, with what the form works out. */
export function Preview() {
  const { t } = useTranslation('apply')
  const { form, data, files, detail } = useWizard()
  return (
    <div className="stack">
      <div className="no-print"><Note tone="am" action={<button type="button" className="btn sm" onClick={() => window.print()}>{t('print')}</button>}>{t('preview.draft')}</Note></div>
      <Paper form={form} data={data} files={[...files].filter(({ attachment }) => attachment)} number={detail.case.number} names={namesOf(detail)} draft />
    </div>
  )
}

/** The latest version that was handed in. */
export function PrintedApplication({ detail }: { detail: CaseDetail }) {
  const { data, error, refetch } = useApplication(detail.case.id)
  if (!data) return error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={12} />
  return <Paper form={data.form} data={data.data} files={data.files} number={detail.case.number} names={namesOf(detail)} />
}

function Paper({ form, data, files, number, names, draft }: { form: Form; data: ApplicationData; files: Parameters<typeof Attachments>[0]['view']['files']; number: string; names: Names; draft?: boolean }) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { today } = useSession()
  const whole = useMemo(() => readable(form, data, names), [form, data, names])
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

type Names = ReadonlyMap<string, string>

const namesOf = ({ case: { hosts, file } }: CaseDetail): Names =>
  new Map([...hosts, ...((file.partners as { org: string; name: string }[] | undefined) ?? [])].map(({ org, name }) => [org, name]))

/** With what the form works out, and institutions by their names. */
function readable(form: Form, data: ApplicationData, names: Names): ApplicationData {
  const named = (field: Field, value: Value | undefined): Value => (field.type === 'org' && typeof value === 'string' ? (names.get(value) ?? value) : (value ?? null))
  return Object.fromEntries(form.sections.map((section) => [section.id, {
    ...data[section.id],
    ...Object.fromEntries(section.fields.map((field) => [field.id, field.computed ? (computedOf(field.computed, data) ?? null) : named(field, data[section.id]?.[field.id] as Value | undefined)])),
    ...Object.fromEntries(section.tables.map((table) => [table.id, rowsAt(data, `${section.id}.${table.id}`).map((row) => ({ ...row, ...Object.fromEntries(table.columns.filter(({ type }) => type === 'org').map((column) => [column.id, named(column, row[column.id])])) }))])),
  }]))
}
