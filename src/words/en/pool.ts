import type { Same } from '../shape.ts'
import type { pool as zh } from '../zh/pool.ts'

export const pool: Same<typeof zh> = {
  standing: { callable: 'May be called', unavailable: 'Not available', away: 'Away', barred: 'Not to be called', noAccount: 'No account yet' }, all: 'All', byStanding: 'By state', field: 'Field', specialty: 'Kind', q: 'Name, employer, region',
  import: 'Import', export: 'Export', callableOf: '{{n}} of {{of}} may be called',
  importing: { title: 'Import experts from a spreadsheet', template: 'Download the template', choose: 'Choose an .xlsx file', chosen: '{{name}}', checking: 'Checking…', sound: '{{n}} experts, nothing wrong. The system administrator opens their accounts afterwards.', faults: '{{n}} faults; no row was imported.', row: 'Row', column: 'Column', says: 'Fault', write: 'Import {{n}} experts', done: '{{n}} experts imported.', again: 'Correct the file and choose it again.', note: 'All rows or none: one fault, and no row is imported.', close: 'Close' },
  card: { employers: 'Employers', now: 'to date', from: 'since', unknown: 'dates not told', contact: 'Contact', phone: 'Telephone', email: 'Mail', none: 'not told', avoid: 'Stays away from', away: 'Cannot take part', awayNone: 'none', title: 'Title', region: 'Region', inCity: 'in the city', outside: 'outside the city', role: 'Role of expert', roleFrom: 'since {{day}}', facts: 'Card' },
  credit: {
    title: 'Record in reviews', none: 'Has not sat on a panel that has concluded.', sums: '{{panels}} panels, absent from {{absent}}; {{owed}} applications to score, {{sheets}} scored; {{far}} far from the others; {{late}} conflicts found late.', line: '{{sheets}} of {{owed}} scored', far: '{{n}} far', unsettled: '{{n}} unexplained', declared: '{{n}} conflicts declared', late: '{{n}} found late',
    left: { conflict: 'left for a conflict', absent: 'absent', declines: 'could not take part', other: 'left' }, note: 'Computed from the entries of the panels: figures, no mark.',
  },
  awayAdd: 'Add a period', awayFrom: 'From', awayTo: 'To', remove: 'Remove', employersAdd: 'Add an employer', email: 'Mail',
  bars: {
    title: 'Not to be called', none: 'Nothing on record.', propose: 'Propose not to call', reason: 'Reason', basis: 'Basis', from: 'First day', until: 'Last day', untilHelp: 'Left empty it has no end and must be lifted.', term: '{{from}} to {{until}}', open: 'from {{from}}, without end', proposedBy: 'Proposed by {{name}}, {{on}}', signedBy: 'Signed by {{name}}, {{on}}', refusedBy: 'Refused by {{name}}, {{on}}: {{why}}', liftBy: '{{name}} proposes to lift it, {{on}}: {{why}}', liftedBy: 'Lifted by {{name}}, {{on}}',
    sign: 'Sign', refuse: 'Refuse', lift: 'Propose to lift', liftSign: 'Lift', keep: 'Do not lift', why: 'Reason', two: 'One proposes, another signs.',
    state: { proposed: 'To be signed', refused: 'Refused', coming: 'Not begun', inForce: 'Not called', liftProposed: 'Lifting to be decided', over: 'Over', lifted: 'Lifted' },
  },
  batch: {
    due: 'Due by the usual cut-offs', dueSays: 'from {{opens}}, cut-off {{cutOff}}', open: 'Open', cutOffs: 'Usual cut-offs: {{days}}', extra: 'added', basis: 'Basis of adding it', basisHelp: 'Minutes, an instruction or the like.', state: { proposed: 'To be approved', refused: 'Not approved', open: 'Taking applications', past: 'Past its cut-off, to be closed', closed: 'Closed {{on}}' }, approve: 'Approve', refuse: 'Refuse', refusal: 'Reason', proposedBy: 'Proposed by {{name}}', decidedBy: 'Approved by {{name}}, {{on}}', refusedBy: 'Refused by {{name}}, {{on}}: {{why}}',
    facts: 'Batch', period: 'Intake', applications: 'Applications', none: 'No application yet.', panels: 'Panels', byStatus: 'Progress', since: 'Since', due_: 'Due', two: 'One proposes, another approves.', case: 'Application', status: 'Status',
  },
}
