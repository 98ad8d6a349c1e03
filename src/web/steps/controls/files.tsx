import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { percent } from '../../format.ts'
import { Icon } from '../../parts/icon.tsx'
import { Field } from '../../parts/field.tsx'
import type { upload as Upload } from '../../upload.ts'
import { useAround } from '../context.ts'
import type { ControlProps } from '../control.tsx'
import { useFieldName } from '../form.tsx'

/** Limits first, sending in the background; what is kept in the command are the ids. */
export function Files({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('steps')
  const label = useFieldName()(field)
  const { detail, names, onName } = useAround()
  const [sending, setSending] = useState<{ name: string; share: number; failed?: true }[]>([])
  const ids = (value as string[] | undefined) ?? []
  // A file arrives later: what was typed in other fields meanwhile must stand.
  const latest = useRef({ ids, onChange })
  useEffect(() => { latest.current = { ids, onChange } })
  const send = async (chosen: readonly File[]) => {
    for (const file of chosen) {
      setSending((all) => [...all, { name: file.name, share: 0 }])
      const set = (change: object) => setSending((all) => all.map((one) => (one.name === file.name ? { ...one, ...change } : one)))
      try {
        const { upload }: { upload: typeof Upload } = await import('../../upload.ts')
        const done = await upload(file, { caseId: detail?.case.id }, (share) => set({ share })).done
        onName(done.id, file.name)
        latest.current.onChange([...latest.current.ids, done.id])
        setSending((all) => all.filter(({ name }) => name !== file.name))
      } catch {
        set({ failed: true })
      }
    }
  }
  return (
    <Field label={label} required={field.required} error={faults[path]} help={t('files.limits')}>
      {(input) => (
        <div>
          {ids.length > 0 && (
            <ul className="chips">
              {ids.map((id) => (
                <li key={id}>
                  <Icon shape="file" />
                  {names[id] ?? id.slice(0, 8)}
                  <button
                    type="button"
                    aria-label={t('files.remove', { name: names[id] ?? '' })}
                    onClick={() => onChange(ids.filter((one) => one !== id))}
                  >
                    <Icon shape="cross" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          {sending.map((one) => (
            <p key={one.name} className={one.failed ? 's t-no' : 's mute'} role="status">
              {one.failed ? t('files.failed', { name: one.name }) : t('files.sending', { name: one.name, share: percent(one.share) })}
            </p>
          ))}
          <input
            {...input}
            type="file"
            multiple
            className="in file"
            accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx"
            onChange={(event) => {
              void send([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </div>
      )}
    </Field>
  )
}
