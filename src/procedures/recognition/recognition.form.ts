/** The application form 认定申报书, by version. A case keeps the version it was filled in with. */
import { basics, host, partnership } from './recognition.form.applicant.ts'
import { attachments, commitments } from './recognition.form.attachments.ts'
import { equipment, site } from './recognition.form.conditions.ts'
import { commitment, duties, plan } from './recognition.form.duties.ts'
import { type Form, words } from './recognition.form.grammar.ts'
import { funds, people } from './recognition.form.means.ts'
import { rules, serviceRecord, technology } from './recognition.form.record.ts'

export const form2026A: Form = {
  version: '2026-A',
  words: words('晋中市中试基地认定申报书', 'Application for recognition as a Jinzhong pilot base'),
  sections: [basics, host, partnership, site, equipment, people, funds, technology, serviceRecord, rules, duties, plan, commitment],
  attachments,
  commitments,
}

export const formVersions: Readonly<Record<string, Form>> = { [form2026A.version]: form2026A }

/** The form in use for new drafts. */
export const currentForm: Form = form2026A

/** The form of a version; an unknown version is a fault of ours, never of the applicant. */
export function formOf(version: string): Form {
  const form = Object.hasOwn(formVersions, version) ? formVersions[version] : undefined
  if (!form) throw new Error(`Form version ${version} does not exist`)
  return form
}

/** The form with the attachments the authority always asks for (setting form.attachments); the others go by their condition. */
export const formAsking = (form: Form, always: readonly string[]): Form => ({
  ...form,
  attachments: form.attachments.map((one) => (one.appliesWhen ? one : { ...one, required: always.includes(one.code) })),
})

export type {
  ApplicationData,
  AttachedFile,
  Attachment,
  Field,
  Form,
  Option,
  Row,
  Section,
  SectionId,
  Table,
  Test,
  Value,
} from './recognition.form.grammar.ts'
