import type { FileInfo } from '../contract.ts'
import { get } from './call.ts'

export type Uploading = { abort: () => void; done: Promise<FileInfo> }

/**
 * Sends a file in pieces (tus); a broken connection goes on where it stopped.
 * `about` is kept with the file: the case and which attachment it is.
 */
export function upload(file: File, about: { caseId?: string; attachment?: string }, onProgress: (share: number) => void): Uploading {
  let abort = () => {}
  const done = (async () => {
    const { Upload } = await import('tus-js-client')
    const address = await new Promise<string>((resolve, reject) => {
      const sending = new Upload(file, {
        endpoint: '/api/files', retryDelays: [0, 1000, 3000, 5000, 10_000], chunkSize: 5 * 1024 * 1024, removeFingerprintOnSuccess: true,
        metadata: { filename: file.name, filetype: file.type, ...(about.caseId && { case: about.caseId }), ...(about.attachment && { attachment: about.attachment }) },
        onProgress: (sent, total) => onProgress(total ? sent / total : 1),
        onSuccess: () => resolve(sending.url ?? ''),
        onError: reject,
      })
      abort = () => { void sending.abort(true) }
      sending.start()
    })
    return get<FileInfo>(`/files/${address.split('/').at(-1)}/info`)
  })()
  return { abort: () => abort(), done }
}
