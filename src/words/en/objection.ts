import type { objection as zh } from '../zh/objection.ts'
import type { Same } from '../shape.ts'

export const objection = {
  title: 'Objection', about: 'Notice', row: 'Row objected to', category: 'Ground', facts: 'Facts and reasons', told: 'Evidence described', filedOn: 'Filed', handler: 'Handler',
  categories: { falseMaterials: 'False materials', conditions: 'Conditions not met', intellectualProperty: 'Intellectual property', procedure: 'Procedure', conflict: 'Conflict of interest', other: 'Other' },
  asked: 'Asked of the applicant', due: 'Reply by {{day}}', reply: 'Reply of the applicant', unanswered: 'No reply in time; the inquiry goes on.', report: 'Findings', conclusion: 'Conclusion', answer: 'Answer to the objector', refused: 'Not accepted',
  outcomes: { upheld: 'Upheld', partly: 'Upheld in part', notUpheld: 'Not upheld' },
  identity: 'Objector', identityNote: 'Only the handler of this objection and the supervisor may see who objects; every look is recorded.', show: 'Show identity', kinds: { person: 'Person', unit: 'Institution' }, confidential: 'Asks for confidentiality', contact: 'Contact', broken: 'The identity does not match its fingerprint; have the log verified.',
  evidence: 'Evidence', showEvidence: 'Show evidence', noEvidence: 'No files were uploaded.', waits: 'This row of the notice waits for the outcome.', released: 'This row goes on.', struck: 'This row was sent back for review.',
} satisfies Same<typeof zh>
