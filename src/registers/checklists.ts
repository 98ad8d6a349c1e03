/** What the forms of a review ask, as data: dialogs draw their questions from here. */
import type { Server } from '../platform/http.ts'
import { countyChecklists, examItems, formExam2026 } from '../settings/checklists-2026.ts'
import { rubric2026 } from '../settings/rubric-2026.ts'
import { siteVisit2026 } from '../settings/site-visit-2026.ts'
import { type RegisterDoor, rulesIn } from './register-door.ts'

export type Checklists = ReturnType<typeof checklistsOf>

export function checklistRoutes(app: Server, door: RegisterDoor) {
  app.get('/api/checklists', { config: { access: 'signedIn' }, schema: { summary: 'Questions, items and points of every review, with their versions', tags: ['law'] } },
    (request) => door.inContext(request, async (context) => checklistsOf(door.declarations, rulesIn(context).settings['form.hardFail'])))
}

function checklistsOf(declarations: RegisterDoor['declarations'], hardFail: readonly string[]) {
  const { version, truth, completeness, form } = countyChecklists
  return {
    county: { version, truth, completeness, form },
    exam: { version: formExam2026.version, answers: formExam2026.answers, items: examItems(hardFail) },
    rubric: { ...rubric2026 },
    vetoes: rubric2026.vetoes,
    recommendations: rubric2026.recommendations,
    siteVisit: { ...siteVisit2026 },
    declaration: declarations.map(({ id, zh, en }) => ({ id, words: { zh, en } })),
  }
}
