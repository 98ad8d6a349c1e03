import { Upload } from 'tus-js-client'

export type Sent = { id: string; name: string }
export type Uploading = { abort: () => void; done: Promise<Sent> }

/**
 * Sends a file in pieces (tus); a broken connection goes on where it stopped.
 * `about` is kept with the file: the case and which attachment it is.
 */
export function upload(file: File, about: { caseId?: string; attachment?: string }, onProgress: (share: number) => void): Uploading {
  let id = ''
  let sending: Upload | null = null
  const done = new Promise<Sent>((resolve, reject) => {
    sending = new Upload(file, {
      endpoint: '/api/files/uploads',
      retryDelays: [0, 1000, 3000, 5000, 10_000],
      chunkSize: 5 * 1024 * 1024,
      removeFingerprintOnSuccess: true,
      metadata: {
        filename: file.name,
        ...(about.caseId && { case: about.caseId }),
        ...(about.attachment && { attachment: about.attachment }),
      },
      onProgress: (sent, total) => onProgress(total ? sent / total : 1),
      // The id of the file comes with the last piece.
      onAfterResponse: (_request, response) => {
        id = response.getHeader('Upload-File') ?? id
      },
      onSuccess: () => resolve({ id: id || (sending?.url?.split('/').at(-1) ?? ''), name: file.name }),
      onError: reject,
    })
    sending.start()
  })
  return {
    abort: () => {
      void sending?.abort(true)
    },
    done,
  }
}
