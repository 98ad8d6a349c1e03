import type { Same } from '../shape.ts'
import type { apply as zh } from '../zh/apply.ts'

export const apply = {
  title: 'Applications', crumb: 'You are here', heading: '{{name}}: application', reports: 'Annual assessment', reportHeading: '{{name}}: report', unnamed: 'Unnamed application', toCase: 'Case page', print: 'Print', back: 'Back', understood: 'Understood', failed: 'Not done; try again.',
  yes: 'Yes', no: 'No', choose: 'Choose', required: 'required', comma: ', ', notYet: '—', personal: 'not public', personalSays: 'Personal data, never made public',
  notApplicable: 'Does not apply: {{why}}', notApplicableShort: 'n/a', byOrganiser: 'Written by the organiser', characters: '{{n}} / {{max}} characters', expected: 'Expected: {{expected}}', refused: 'Not saved. Expected: {{expected}}',
  inConflict: 'In conflict with a colleague; choose above', worked: 'Worked out', commitments: 'Commitments', sections: 'Sections of the application', hint: { date: 'year-month-day', month: 'year-month' },
  list: {
    says: 'Intake is open all year. What you write is saved by itself.', new: 'New application', opening: 'Opening…', none: 'No applications yet.', open: 'Open for writing', away: 'Submitted', count: '{{n}}', application: 'Application', status: 'Status', with: 'With whom', due: 'Due',
    since: 'since {{day}}', nobody: 'Closed', noDue: 'No limit', go: 'Actions', goOn: 'Continue', supplement: 'Supplement', look: 'Look',
  },
  state: { done: 'Complete', writing: 'Being written', must: 'To be mended', explain: 'To be explained', empty: 'Empty', notApplicable: 'n/a' },
  progress: '{{done}} sections complete, {{writing}} being written, {{must}} things to be mended', progressExplain: ', {{n}} sections to be explained', editor: '{{name}} is writing in {{section}}', editorAnswers: '{{name}} is answering the items', editorHere: '{{name}} is here',
  saved: {
    at: 'Saved {{time}}', saving: 'Saving…', offline: 'Offline, {{n}} places kept on this device', signedOut: 'Signed out, {{n}} kept on this device', unreached: 'Service not reached, {{n}} places kept on this device', offlineNothing: 'Offline; what you write is kept on this device', conflict: 'In conflict with {{by}}; please choose', refused: '{{n}} places not saved, see the marks',
    shut: 'Cannot be saved any more: {{why}} {{n}} places are kept on this device.', nothing: 'Saves by itself', readOnly: 'Read only',
  },
  conflict: { title: '{{n}} places in conflict with a colleague', says: 'Both texts are here; choose one to save.', mine: 'Mine', theirs: '{{by}} {{at}}', keepMine: 'Keep mine', keepTheirs: 'Take theirs', empty: '(empty)', row: '(the row)', rowGone: '(row deleted)' },
  grid: {
    no: 'Row', rows: '{{n}} rows', none: 'Nothing yet', add: 'Add a row', copy: 'Copy row', delete: 'Delete row', deleted: 'Row {{no}} deleted', undo: 'Undo', row: 'Row {{no}}　{{name}}', total: 'Total of {{n}} rows', missing: 'to fill in',
    keys: 'Arrows move, Enter edits, Ctrl+V pastes rows', keysFixed: 'Arrows move, Enter edits; one row each', notBegun: 'Nothing written for this item. Fill any cell of the table, or', begin: 'begin here',
  },
  paste: {
    open: 'Paste from Excel', title: 'Paste into {{table}}', says: 'Copy rows in Excel and paste them below. A first line of column names is followed; otherwise cells fill in order: {{columns}}.', here: 'Paste here', found: '{{rows}} rows to add', named: ', matched by column names', left: ', {{n}} cells not understood',
    add: 'Add', heading: '{{name}} ({{unit}})', sheet: 'Download sheet', done: '{{rows}} rows filled in.', leftList: 'Not understood and left out: {{list}}.', leftOne: 'line {{line}} “{{text}}”',
  },
  precheck: {
    skip: 'Skip to the form', title: 'Pre-check', same: 'The rules that county and city use', notMet: 'To mend', needsReason: 'To explain', needsJudgement: 'To be judged', notEvaluated: 'Not checked', met: 'Met', metAll: '{{n}} that are met', allMet: 'Everything is met.', section: 'Section {{id}}', attachment: 'Section {{section}}, attachment {{code}}',
  },
  files: {
    title: 'Attachments', limits: 'PDF, JPG, PNG, OFD, each ≤ 50 MB', choose: 'Choose files', chooseFor: 'Choose a file for “{{name}}”', addTo: 'Add files to {{code}} {{name}}', there: '{{n}} handed in', checked: 'Checked: {{what}}', remove: 'Remove {{name}}', stop: 'Stop sending {{name}}', gone: 'The file was removed; choose again.',
    sending: 'sending {{share}}, resumes after a break', waiting: 'waiting {{share}}', paused: 'offline at {{share}}, goes on when connected', failed: 'not sent.', again: 'Try again',
    unfit: { kind: '{{name}} is not PDF, JPG, PNG or OFD and was not sent.', size: '{{name}} is larger than 50 MB and was not sent. Compress or split it.', empty: '{{name}} is empty and was not sent.' },
  },
  partners: {
    title: 'Confirmation by all parties', says: 'When the agreement changes, everybody confirms again.', waiting: 'Waiting', confirmed: 'Confirmed', refused: 'Refused', search: 'Invite a partner', searchSays: 'Name of the institution, at least two characters', invite: 'Invite', none: 'No such institution on the platform. It has to register with the city bureau first.',
    inviteFirst: 'Invite the partner first', notInvited: 'An institution not invited', readOnly: 'The lead institution writes the application.',
  },
  notice: {
    title: 'Items to supplement', asked: '{{by}}, {{on}}: {{n}} items told together, answer by {{due}}', county: 'Organiser', city: 'City bureau', answer: 'Answer to item {{no}}', left: '{{n}} items to answer', all: 'All items answered', others: 'Change other content (it will be marked)',
  },
  carry: { open: 'Carry over from last time', offer: 'There are {{n}} earlier applications of your institution to carry over from.', from: 'From', found: '{{n}} places to carry over.', says: 'Only empty places are filled; tables with rows are left alone; files are handed in anew.', do: 'Carry over' },
  foot: { previous: 'Previous', next: 'Next', lacks: '{{n}} to mend before submitting', explain: '{{n}} to explain', ready: 'Ready to submit', unsent: '{{n}} places are not saved on the platform yet, so it cannot be submitted. They are saved when connected.' },
  submit: { ways: 'Go and mend', files: '{{n}} attachments frozen with it', noFiles: 'No attachments.', judged: 'Left to people to judge' },
  receipt: {
    title: 'Submitted', with: 'Now with ', withRole: ', {{role}}.', withUntil: ', {{role}}; answered by {{day}} at the latest.', number: 'Number', at: 'Time', now: 'Status', law: 'Basis', entry: 'entry {{no}}', hash: 'Fingerprint of the entry', snapshot: 'Fingerprint of the application', told: 'Told', applicant: 'the applicant', files: '{{n}} files', follow: 'Follow the case', back: 'Back to applications',
  },
  sent: { with: 'The application is submitted and lies with the {{who}}: {{asks}}. Below is what was handed in.', closed: 'The application is closed. Below is what was handed in.' },
  preview: { open: 'Preview', openReport: 'Preview the report', back: 'Back to the form', draft: 'Preview of a draft, not submitted. Prints on A4.', head: 'No. {{number}} · form {{version}} · {{day}}', isDraft: 'draft' },
} satisfies Same<typeof zh>
