import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { instantOf, percent } from '../../format.ts'
import { Icon } from '../../parts/icon.tsx'
import type { upload as Upload } from '../../upload.ts'
import { useAround } from '../context.ts'

type Photo = { id: string; at: string }

/** Photographs with the time they were taken, sent as soon as they are chosen. */
export function Pictures({ label, value, onChange }: { label: string; value: unknown; onChange: (photos: Photo[]) => void }) {
  const { t } = useTranslation(['steps', 'inspection'])
  const { detail } = useAround()
  const [sending, setSending] = useState<{ name: string; share: number; failed?: true }[]>([])
  const photos = (value as Photo[] | undefined) ?? []
  const send = async (chosen: readonly File[]) => {
    let kept = photos
    for (const file of chosen) {
      setSending((all) => [...all, { name: file.name, share: 0 }])
      const set = (change: object) => setSending((all) => all.map((one) => (one.name === file.name ? { ...one, ...change } : one)))
      try {
        const { upload }: { upload: typeof Upload } = await import('../../upload.ts')
        const done = await upload(file, { caseId: detail?.case.id }, (share) => set({ share })).done
        kept = [...kept, { id: done.id, at: new Date(file.lastModified).toISOString() }]
        onChange(kept)
        setSending((all) => all.filter(({ name }) => name !== file.name))
      } catch {
        set({ failed: true })
      }
    }
  }
  return (
    <div className="shots">
      {photos.map((photo) => (
        <figure key={photo.id}>
          <img src={`/api/files/${photo.id}`} alt={t('inspection:file.photo', { at: instantOf(photo.at, false) })} />
          <figcaption>{instantOf(photo.at, false)}</figcaption>
          <button
            type="button"
            className="btn quiet sm"
            aria-label={t('files.remove', { name: instantOf(photo.at, false) })}
            onClick={() => onChange(photos.filter(({ id }) => id !== photo.id))}
          >
            <Icon shape="bin" />
          </button>
        </figure>
      ))}
      {sending.map((one) => (
        <p key={one.name} className={one.failed ? 's t-no' : 's mute'} role="status">
          {one.failed ? t('files.failed', { name: one.name }) : t('files.sending', { name: one.name, share: percent(one.share) })}
        </p>
      ))}
      <label className="add">
        <Icon shape="cam" />
        {t('inspection:sheet.photo')}
        <input
          className="sr"
          type="file"
          accept="image/*"
          capture="environment"
          multiple
          aria-label={label}
          onChange={(event) => {
            void send([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </label>
    </div>
  )
}
