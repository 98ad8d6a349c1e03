/** Bodies that browsers send without scripts: fields as text, files as bytes. */
import { Refused } from './problem.ts'

export type FormBody = { fields: Record<string, string>; files: { name: string; bytes: Uint8Array }[] }

const malformed = () => new Refused(400, { zh: '表单没有完整收到，请重新提交。', en: 'The form did not arrive whole; please send it again.' })

/** A name given twice keeps its first value. */
export function urlencodedForm(body: string): FormBody {
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) fields[name] ??= value
  return { fields, files: [] }
}

/** The parser of the fetch standard reads it; a file input left empty is no file. */
export async function multipartForm(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormBody> {
  const data = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => { throw malformed() })
  const form: FormBody = { fields: Object.create(null), files: [] }
  for (const [name, value] of data) {
    if (typeof value === 'string') form.fields[name] ??= value
    else if (value.name !== '' || value.size > 0) form.files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  return form
}
