import { useCallback, useEffect, useState } from 'react'
import { newKey } from '../call.ts'
import { useOnline } from '../shell/frame.tsx'
import { keepPhoto, type Photo, photosOf } from './photos.ts'

/** Taken at once, sent when connected. */
export function usePhotos(caseId: string) {
  const online = useOnline()
  const [photos, setPhotos] = useState<Photo[]>([])
  const [round, setRound] = useState(0)
  const load = useCallback(
    () =>
      photosOf(caseId)
        .then(setPhotos)
        .catch(() => undefined),
    [caseId],
  )
  useEffect(() => {
    void load()
  }, [load])

  const waiting = photos.filter(({ fileId, refused }) => fileId === null && !refused)
  const next = waiting[0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: one photo at a time, and again in every round
  useEffect(() => {
    if (!online || !next) return
    let live = true
    const sendOne = async () => {
      try {
        const { upload } = await import('../upload.ts')
        const file = await upload(new File([next.blob], next.name, { type: next.blob.type }), { caseId }, () => undefined).done
        await keepPhoto({ ...next, fileId: file.id })
      } catch (fault) {
        if (isRefusal(fault)) await keepPhoto({ ...next, refused: true })
        // Tried again after half a minute; the photo stays where it is.
        else
          await new Promise((resolve) => {
            setTimeout(resolve, 30_000)
          })
      }
      if (!live) return
      setRound((n) => n + 1)
      await load()
    }
    void sendOne()
    return () => {
      live = false
    }
  }, [online, next?.id, round])

  const add = async (item: string, files: readonly File[]) => {
    for (const file of files)
      await keepPhoto({ id: newKey(), caseId, item, name: file.name, at: new Date().toISOString(), blob: file, fileId: null })
    await load()
  }
  return { photos, waiting: waiting.length, add }
}

/** The answer of the platform that it does not take the file; a session that ended or too many at once pass by. */
function isRefusal(fault: unknown): boolean {
  const status = fault instanceof Error && 'originalResponse' in fault ? (fault.originalResponse as { getStatus: () => number } | null)?.getStatus() : undefined
  return status !== undefined && [400, 403, 404, 413, 415, 422].includes(status)
}
