import type { Same } from '../shape.ts'
import { inspectionFacts } from './inspection.ts'
import type { caseWords as zh } from '../zh/case.ts'

export const caseWords = {
  outcome: { met: 'met', notMet: 'not met', needsReason: 'needs a reason', needsJudgement: 'needs judgement', notEvaluated: 'not evaluated' },
  list: {
    title: 'Cases', titleOf: '{{procedure}}', q: 'Number, host, base', status: 'Status', county: 'County', procedure: 'Procedure', sort: 'Sort', all: 'All', open: 'New: {{step}}',
    sorts: { since: 'Last moved', due: 'Due', number: 'Number', title: 'Name' },
    column: { number: 'Number', case: 'Case', hosts: 'Hosts', county: 'County', status: 'Status', since: 'Since', due: 'Due', field: 'Field' },
    empty: 'No case matches.', statuses: 'By status',
  },
  head: { printed: '{{number}} · {{version}} entries · printed {{at}}', lead: ' (lead)', joint: 'joint application', law: 'under {{law}}', lapsed: 'lapsed on {{day}}', stages: 'Stages', stageNow: 'current stage', number: 'Number', openedOn: 'opened {{day}}' },
  trail: {
    veiled: 'who, is not shown before closing', run: '{{n}} entries', title: 'History', print: 'Print', now: 'Now', with: 'with {{who}} since {{since}}', left: '{{used}} days used, {{left}} left, due {{day}}', over: '{{used}} days used, {{late}} over, due {{day}}',
    provisional: 'provisional', noLimit: 'no time limit', applicantUsed_one: 'applicant: {{count}} working day', applicantUsed_other: 'applicant: {{count}} working days', authorityUsed_one: 'authority: {{count}} working day', authorityUsed_other: 'authority: {{count}} working days', clockStopped: 'the clock is with the applicant', either: ' / ', others: 'Also possible', byWhom: '{{step}} ({{who}})',
    system: 'System', entry: 'Entry {{no}}', detail: 'Content', hash: 'hash {{hash}}', sealed: 'not open to you', next: 'Next', verdicts: '{{n}} rules and facts', reason: 'Reason: {{reason}}',
  },
  material: {
    title: 'Material', none: 'There is no material yet.', files: 'Attachments', filesNone: 'No attachments.', fileNone: 'Not provided', filesOther: 'Other files', section: 'Sections', whole: 'Whole', snapshot: 'Version {{no}}', snapshots: 'Versions', frozen: 'Version {{no}} as submitted on {{on}}, hash {{hash}}',
    draft: 'Draft, not submitted', notApplicable: 'Not applicable', rows: '{{n}} rows', total: 'Total', empty: 'empty', declared: 'declared', yes: 'Yes', no: 'No', commitments: 'Commitments', download: 'Download',
    related: 'Related cases', file: 'Key facts',
  },
  supplement: {
    title: 'Supplement', versions: 'Version {{from}} of {{fromOn}} and version {{to}} of {{toOn}}', asked: '{{by}} told {{n}} items once on {{on}}; answer by {{due}}', county: 'The county', city: 'The city',
    demand: 'Asked', answer: 'The host answers: ', noAnswer: 'The host gave no further answer.', waiting: 'The host has not answered yet.', became: 'became', blank: '(empty)', noChange: 'The material was not changed.', done: 'answered', outside: '{{n}} changes outside the notice', outsideSays: 'Not asked for on {{on}}; please verify them separately.',
    answered: 'answered', unanswered: 'not answered', place: 'concerns {{path}}', changed: 'changes only', attachment: 'Attachment {{code}}',
  },
  right: {
    title: 'Steps', mine: 'What I may do', shut: 'Not possible yet', none: 'No step is yours now.', noneWith: 'Now with {{who}}: {{asks}}', who: 'by {{who}}', reasonNeeded: 'a reason is needed', open: '{{step}}…', sign: '{{step}}',
    missing: 'Missing', verdicts: 'Conditions', verdictsOf: 'Conditions of {{article}}', verdictsOfNo: 'Art. {{no}}', facts: '{{n}} rules and facts', more: '{{n}} more', continue: 'Continue', list: 'open the list', write: 'Fill in the application', writeSays: 'Saved as you type; the pre-check runs the rules of the county and the city.', toForm: 'Continue', writeReport: 'Write the report', writeReportSays: 'Figures come from the register; the director signs, the host endorses.', toReport: 'Write the report', supplement: 'Supplement the application', supplementSays: 'Change and answer what the notice asks for, then submit again.', toSupplement: 'Supplement', convene: 'Convene the panel', conveneSays: 'The applications of a batch are reviewed together; experts come from the pool.', convened: 'A panel sits; the review goes on in its own case.', toPanel: 'To the panel',
  },
  rec: {
    examination: 'Preliminary review', truth: 'Truth', completeness: 'Completeness', form: 'Form', byOn: '{{name}}, {{on}}', opinion: 'Opinion', letterNo: 'Letter number', recommendation: 'Recommendation', formItems: 'Formal examination', receiptNo: 'Receipt number',
    partners: 'Partners', partner: { waiting: 'to confirm', confirmed: 'confirmed', refused: 'refused' }, panel: 'Panel review', panelScore: 'Panel score', sheets: '{{n}} valid sheets', agree: '{{n}} in favour', rank: 'rank {{n}} of the batch',
    rectification: 'Rectification after the visit', rectifyBy: 'due {{day}}', verifiedOn: 'verified {{day}}', demands: 'To be put right', report: 'Report', returned: 'Returned', finding: 'Finding', evidence: 'Evidence {{n}}', visit: 'Site visit', visitedOn: 'Visited on', visitTotal: 'Site visit score', visitResult: 'Result', hazard: 'Major hazard found', group: 'Group', differences: 'Differences', declared: 'Declared', verified: 'Verified', difference: 'Difference', composite: 'Composite',
    proposal: 'Proposal', outcome: { recognise: 'Recognise', defer: 'Defer', decline: 'Decline', approved: 'Approved', deferred: 'Deferred', declined: 'Declined' }, merits: 'Reasons for the choice', decision: 'Decision', minutes: 'Minutes', grounds: 'Grounds',
    notice: 'Public notice', clearedOn: 'cleared on {{day}}', recognition: 'Recognition', certificateNo: 'Certificate', documentNo: 'Document', name: 'Name of the base', special: 'Special track', specialKind: { separateAppraisal: 'Separate appraisal', commissionedBuild: 'Commissioned build' }, basis: 'Basis', reason: 'Reason',
    ended: 'Ended', result: { conforming: 'Conforming', rectify: 'Largely conforming, to be rectified', notConforming: 'Not conforming' }, application: 'Application', overview: 'Overview',
  },
  panel: {
    count: '{{n}} applications', declaredHead: 'Declared', scoredHead: 'Scored', conflicts: '{{n}} in conflict', sheetsTitle: 'Score sheets', noSheet: '—',
    applications: 'Applications', experts: 'Panel', expertsHidden: 'The panel stays unknown until the review ends', size: '{{n}} members', declared: '{{n}} of {{of}} declared', scored: '{{n}} of {{of}} scored', left: 'left', results: 'Results', rank: 'Rank', score: 'Score', agree: 'In favour', sheets: 'Valid sheets',
    shortlisted: 'Shortlisted', notShortlisted: 'Not shortlisted', vetoed: 'veto raised', sealed: 'Scores are sealed until scoring is closed', rubric: 'Rubric', name: 'Application', hosts: 'Hosts', conflict: 'conflict', dispersion: 'Dispersion', opinion: 'Opinion of the panel',
  },
  notice: { corrected: 'This notice was corrected and gave way to the one below; its text stays.', corrects: 'This notice takes the place of {{number}}; its period started again.', changed: 'What was corrected', why: 'Reason', whole: 'The notice as a whole', none: 'nothing', text: 'Text', rows: 'List', intended: 'Intended outcome', ends: 'until {{day}}', from: 'from {{day}}', hash: 'hash of the text {{hash}}', held: 'waits for an objection', state: 'Status', outcome: 'Result', provisional: 'The end is provisional: holidays are not published', name: 'Application', hosts: 'Hosts', field: 'Field', county: 'County' },
  rule: { change: 'The change', now: 'Present', proposed: 'Proposed', validFrom: 'from {{day}}', basis: 'Basis', proposedBy: 'Proposed by', signedBy: 'Signed by', kind: { setting: 'Setting', reading: 'Reading', authorityBasis: 'Authority basis', calendarYear: 'Holidays' }, key: 'Setting', value: 'Value', law: 'Article', text: 'Text', year: 'Year', off: '{{n}} days off', work: '{{n}} make-up days', source: 'Source', title: 'Document', validTo: 'Valid to', unlimited: 'open', applies: 'Applies to' },
  fact: {
    ...inspectionFacts,
    title: 'Title', kind: 'Kind', rows: 'List', ended: 'How it ended', basis: 'Basis', proposedByName: 'Proposed by', signedByName: 'Signed by', signedOn: 'Signed on', publishedOn: 'Published on', closedOn: 'Closed on', opinion: 'Opinion', reason: 'Reason', grounds: 'Grounds', items: 'Items', path: 'Place', demand: 'Asked',
    answers: 'Answers', item: 'Item', answer: 'Answer', note: 'Note', partners: 'Partners', name: 'Name', org: 'Organisation', signedBy: 'Signed by', letterNo: 'Letter number', receiptNo: 'Receipt number', dueOn: 'Due on', batch: 'Batch', score: 'Score', sheets: 'Valid sheets', agree: 'In favour', rank: 'Rank', composite: 'Composite', outcome: 'Outcome',
    merits: 'Reasons', minutes: 'Minutes', number: 'Number', heldOn: 'Held on', documentNo: 'Document', certificateNo: 'Certificate', visitedOn: 'Visited on', total: 'Total', result: 'Result', majorHazard: 'Major hazard', group: 'Group', experts: 'Experts', applications: 'Applications', rubric: 'Rubric', size: 'Members', validFrom: 'From', validTo: 'To', statement: 'Statement', text: 'Text', textHash: 'Hash of the text', endsOn: 'Ends on', commitments: 'Commitments', formVersion: 'Form version', submission: 'Application', regulation: 'Regulation', truth: 'Truth', completeness: 'Completeness', regularity: 'Regularity', declared: 'Declared', verified: 'Verified', hosts: 'Hosts', county: 'County', field: 'Field', case: 'Case', shortlist: 'Shortlisted', about: 'Application', on: 'On', by: 'By', files: 'Files', facts: 'Facts', provisional: 'Provisional',
  },
} satisfies Same<typeof zh>
