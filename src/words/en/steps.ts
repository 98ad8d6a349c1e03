import type { Same } from '../shape.ts'
import { inspectionValues } from './inspection.ts'
import type { steps as zh } from '../zh/steps.ts'

export const steps = {
  will: 'What will happen', willSign: 'What signing does', tells: 'Who will be told', fill: 'To fill in', reasons: 'Reasons to write', reasonFor: 'Reason: {{says}}', noEffects: 'One entry is added to the case.', facts: 'Facts to be entered', factsSays: 'They are kept with this step.',
  cannot: 'Cannot be done yet: {{n}} grounds', cannotSign: 'Cannot be signed yet: {{n}} grounds', onceAll: 'All grounds are listed. Nothing has to be filled in again.', takesReason: 'Possible with a written reason.', wayOut: 'by {{who}}', askedFor: 'Write the reason',
  do: '{{step}}', signPrefix: 'Sign', sign: 'Sign: {{step}}', doing: 'Submitting…', back: 'Back', judgement: 'Yours to judge; the platform decides nothing', lacks: '{{n}} missing: {{what}}', kept: 'Draft kept on this device', restored: 'What you had not submitted was restored.', discard: 'Clear the draft',
  moved: '{{by}} did “{{did}}” at {{at}}; the status is now “{{to}}”.', movedUnknown: 'The case has moved.', movedSays: 'What you typed is kept. Look at the change and confirm again.', reload: 'See the change and continue', gone: 'This step is not possible now. What you typed is kept on this device.',
  fault: 'Not submitted. What you typed is kept. Try again, or quote number {{number}} to the help desk.', faultNoNumber: 'Not submitted. What you typed is kept; try again later.', offline: 'Offline: nothing can be signed. What you typed is kept on this device.',
  invalid: 'Not filled in correctly', receipt: { title: 'Done: {{step}}', signed: 'Signed: {{step}}', number: 'Case', entry: 'Entry', entryNo: 'no. {{no}}', hash: 'Hash', at: 'Time', law: 'Law', now: 'Status now', told: 'Told', done: 'Done', nobody: 'nobody separately' },
  empty: 'Not filled in',
  second: 'Confirm again',
  notKept: 'Sent with this step alone, kept in no draft.',
  items: { add: 'Add an item', remove: 'Remove item {{n}}', no: 'Item {{n}}', place: 'Section, field or attachment', choosePlace: 'Choose a place', whole: 'the whole section', attachments: 'Attachments' },
  rows: { add: 'Add', remove: 'Remove' }, choose: 'Choose', yesNo: { yes: 'Yes', no: 'No' },
  checklist: { answered: '{{n}} of {{of}}', note: 'Note', noteOf: 'Note on item {{n}}', all: 'All “{{answer}}”', addNote: 'Add a note', legend: '{{title}} {{n}} of {{of}}' },
  files: { choose: 'Choose files', limits: 'PDF, JPG, PNG, OFD, DOCX, XLSX, 50 MB each at most', sending: 'Uploading {{name}}, {{share}}', failed: '{{name}} was not uploaded.', remove: 'Remove {{name}}', drop: 'uploaded' },
  orgs: { search: 'Find an organisation by name or credit code', add: 'Add', none: 'Nothing found.', chosen: 'Chosen', remove: 'Remove {{name}}' },
  people: { name: 'Name', org: 'Organisation', pick: 'Choose', none: 'Nobody can be chosen.', picked: '{{n}} chosen', filter: 'Find', one: 'Names, one a line' },
  noticeRows: { help: 'As published; write again only what is corrected. The outcome is not changed here: where it is wrong, take the row out and decide its case again.', name: 'Name', hosts: 'Institutions (several with 、 between)', field: 'Field', county: 'Place of the organiser', remove: 'Take it off the list; its case is reviewed again' },
  cases: { none: 'No case can be chosen.', because: { proposed: ' No base has a proposed grade yet: score and propose first.', decided: ' No base has a decided grade that waits for its notice: decide first.', cleared: ' No base has stood its public notice without objection yet: this follows when the period is over.' }, all: 'Select all', nobody: 'Select none', picked: '{{n}} chosen' }, score: { total: 'Total {{n}}', of: '/ {{n}}' },
  characters: 'At least {{min}} characters, {{n}} written',
  answer: { ...inspectionValues, true: 'true', untrue: 'untrue', unverifiable: 'cannot be verified', complete: 'complete', incomplete: 'incomplete', regular: 'in order', irregular: 'not in order', conforms: 'conforms', fails: 'fails', notApplicable: 'not applicable', differs: 'differs', mostly: 'mostly', meets: 'meets', supplement: 'supplement', yes: 'yes', no: 'no', unclear: 'unclear' },
  declaration: { kinship: 'Close kin works for the applicant or is on its staff list', equity: 'I hold equity in the applicant or a partner', paid: 'A paid relation within three years, or I took part in writing', research: 'Co-author, co-inventor, supervisor or student within three years', other: 'Anything else that may affect a fair review' },
  prop: { item: 'Item', answer: 'Answer', opinion: 'Opinion', shortlist: 'Shortlisted', name: 'Name', org: 'Organisation', note: 'Note', demand: 'Asked', path: 'Place', about: 'Application', result: 'Result', declared: 'Declared', verified: 'Verified', number: 'Number', heldOn: 'Date', file: 'File' },
} satisfies Same<typeof zh>
