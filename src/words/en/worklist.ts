import type { Same } from '../shape.ts'
import type { worklist as zh } from '../zh/worklist.ts'

export const worklist = {
  title: 'Worklist',
  lead: 'Deadlines count working days; {{count}} must be dealt with today',
  leadNone: 'Deadlines count working days; nothing must be dealt with today',
  view: { label: 'View', mine: 'For me', others: 'With others', done: 'Done' },
  leadOf: { others: 'Cases that lie with somebody else now', done: 'Cases you dealt with, and where they are now' },
  emptyOthers: 'Nothing lies with others.', seeOthers_one: 'See {{count}} case with others', seeOthers_other: 'See {{count}} cases with others',
  underWay: '{{n}} under way', ended: '{{n}} ended',
  pace: { title: 'Pace', more: 'Statistics', median: 'working days, median', limit: 'limit {{limit}} working days, {{cases}} finished', late: '{{n}} late', returned: 'Returned for supplement: {{share}} ({{n}} of {{of}})' },
  strip: 'Days ahead',
  off: 'off', makeUp: 'make-up', dueOn: '{{count}} due', unknown: 'holidays not published',
  byProcedure: 'Procedure', all: 'All', byDue: 'by due date',
  group: { overdue: 'Overdue {{n}}', overdueSays: 'Escalated; the city can see it. The platform acts for nobody', today: 'Due today {{n}}', week: 'This week {{n}}', open: 'No limit {{n}}', later: 'Later {{n}}' },
  column: { due: 'Due', procedure: 'Procedure', case: 'Case', asks: 'Please', asksOthers: 'What is awaited', law: 'Law', with: 'With', used: 'Used', act: 'Action' },
  act: 'Open', look: 'View', noDue: 'No limit',
  left_one: '{{count}} working day left', left_other: '{{count}} working days left', late_one: '{{count}} working day over', late_other: '{{count}} working days over', today: 'today', provisional: 'provisional', used_one: '{{count}} working day', used_other: '{{count}} working days', notBegun: 'not begun',
  provisionalWhy: 'The holidays are not published yet; updated when they are',
  delegated: 'for {{name}}',
  empty: 'Nothing waits for you.', emptyNext: 'Nothing waits for you. The next item is expected on {{day}}.', emptyFilter: 'Nothing of this procedure waits for you.', emptyDone: 'Nothing was done lately.',
  counts: 'Under way', countOf: '{{n}} cases',
  lapsed: { title: 'The trial period is over', since: 'It ended on {{day}}', basis: 'The authority acts on a recorded basis; recognitions, revocations, grades and awards must cite it.', none: 'No basis is recorded: recognitions, revocations, grades and awards cannot be signed.', until: 'valid until {{day}}' },
  comma: ', ', nothingOpen: 'Nothing under way: {{procedures}}',
  keys: 'J and K move, Enter opens',
} satisfies Same<typeof zh>
