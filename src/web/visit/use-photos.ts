import { useCallback, useEffect, useState } from 'react'
import { newKey } from '../call.ts'
import { useOnline } from '../shell/frame.tsx'
import { keepPhoto, type Photo, photosOf } from './photos.ts'

/** Taken at once, sent when connected. */
export function usePhotos(caseId: string) {
  const online = useOnline()
  const [photos, setPhotos] = useState<Photo[]>([])
  const [round, setRound] = useState(0)
  const load = useCallback(() => photosOf(caseId).then(setPhotos).catch(() => undefined), [caseId])
  useEffect(() => { void load() }, [load])

  const waiting = photos.filter(({ fileId }) => fileId === null)
  const next = waiting[0]
  useEffect(() => {
    if (!online || !next) return
    let live = true
    import('../upload.ts').then(({ upload }) => upload(new File([next.blob], next.name, { type: next.blob.type }), { caseId }, () => undefined).done)
      .then((file) => keepPhoto({ ...next, fileId: file.id }))
      // Tried again after half a minute; the photo stays where it is.
      .catch(() => new Promise<void>((resolve) => { setTimeout(resolve, 30_000) }))
      .then(() => { if (live) { setRound((n) => n + 1); void load() } })
    return () => { live = false }
  }, [online, next?.id, round, caseId, load])

  const add = async (item: string, files: readonly File[]) => {
    for (const file of files) await keepPhoto({ id: newKey(), caseId, item, name: file.name, at: new Date().toISOString(), blob: file, fileId: null })
    await load()
  }
  return { photos, waiting: waiting.length, add }
}
