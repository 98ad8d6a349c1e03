/** Photos wait in the browser's own database until they are sent: they are too large for anything smaller. */
export type Photo = { id: string; caseId: string; item: string; name: string; at: string; blob: Blob; fileId: string | null; /** The platform does not take it: no try will help. */ refused?: true }

const opened = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('zhongshi-visit', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('photos', { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

async function within<Result>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const db = await opened()
  try {
    return await new Promise<Result>((resolve, reject) => {
      const request = work(db.transaction('photos', mode).objectStore('photos'))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  } finally {
    db.close()
  }
}

export const photosOf = async (caseId: string): Promise<Photo[]> =>
  (await within<Photo[]>('readonly', (store) => store.getAll())).filter((photo) => photo.caseId === caseId)
export const keepPhoto = (photo: Photo) => within('readwrite', (store) => store.put(photo))
export const dropPhoto = (id: string) => within('readwrite', (store) => store.delete(id))
