import { useTranslation } from 'react-i18next'
import { useApplication } from '../../material/application.query.ts'
import { Field } from '../../parts/field.tsx'
import { useWords } from '../../words.ts'
import { useAround } from '../context.ts'

/** A place of the application, or of the report of a year: a section, one of its fields or tables, or an attachment. */
export function PlaceField({
  caseId,
  value,
  onChange,
  error,
}: {
  caseId: string
  value: string
  onChange: (path: string) => void
  error?: string
}) {
  const { t } = useTranslation('steps')
  const words = useWords()
  const ofYear = useAround().detail?.case.procedure === 'assessment'
  const { data } = useApplication(caseId, undefined, ofYear ? `/cases/${caseId}/report` : undefined)
  return (
    <Field label={t('items.place')} required error={error}>
      {(ids) =>
        data ? (
          <select {...ids} className="in" value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">{t('items.choosePlace')}</option>
            {data.form.sections.map((section) => (
              <optgroup key={section.id} label={`${section.id} ${words(section.words)}`}>
                <option value={section.id}>{`${section.id} ${words(section.words)} (${t('items.whole')})`}</option>
                {section.tables.map((table) => (
                  <option key={table.id} value={`${section.id}.${table.id}`}>{`${section.id} ${words(table.words)}`}</option>
                ))}
                {section.fields
                  .filter(({ type, computed }) => type !== 'attachment' && !computed)
                  .map((field) => (
                    <option key={field.id} value={`${section.id}.${field.id}`}>{`${section.id} ${words(field.words)}`}</option>
                  ))}
              </optgroup>
            ))}
            <optgroup label={t('items.attachments')}>
              {data.form.attachments.map((one) => (
                <option key={one.code} value={one.code}>{`${one.code} ${words(one.words)}`}</option>
              ))}
            </optgroup>
          </select>
        ) : (
          <input {...ids} className="in" value={value} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  )
}
