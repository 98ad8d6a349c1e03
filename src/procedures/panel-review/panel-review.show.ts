/** What each viewer sees of the file. Pure. During scoring even the city knows progress by count only. */
import type { PanelReviewCase } from './panel-review.case.ts'
import { alarmsOf, standingsOf, tiedOf, tiedUnder } from './panel-review.count.ts'
import { chairOf, declared, mayRead, sits, sitting, standsBack, validSheets } from './panel-review.standing.ts'

type Viewer = { readonly reach: string; readonly person: string }

export function show(file: PanelReviewCase, viewer: Viewer): Record<string, unknown> {
  return viewer.reach === 'city' ? toCity(file) : toExpert(file, viewer.person)
}

function toCity(file: PanelReviewCase): Record<string, unknown> {
  const { parties: _, sheets: _sheets, declarations: _declarations, counted, draws, members, ...rest } = file
  const open = ['closed', 'concluded'].includes(file.status)
  const all = sitting(file)
  return {
    ...rest, chair: open ? chairOf(file) : undefined,
    draws: draws.map(({ revealed, ...draw }) => ({ ...draw, revealed: revealed && { on: revealed.on, seed: revealed.seed, found: revealed.result.found, attempts: revealed.result.attempts, seats: revealed.result.found ? revealed.result.seats : [] } })),
    members: members.map(({ employers: _employers, ...member }) => member),
    // Who has declared or scored what is nobody's business before closing; who stands back is, because somebody else has to.
    progress: file.applications.map((one) => {
      const free = all.filter(({ person }) => standsBack(file, person, one.case) === undefined)
      return { about: one.case, free: free.length, declared: free.filter(({ person }) => declared(file, person, one.case) !== undefined).length, sheets: validSheets(file, one.case).length }
    }),
    ...(open && file.rules && { standings: standingsOf(file), alarms: alarmsOf(file), tied: tiedOf(file), void: counted.filter((sheet) => !sits(file, sheet.expert) || standsBack(file, sheet.expert, sheet.about)).map(({ expert, about }) => ({ expert, about })) }),
  }
}

/** An expert sees the hosts of the applications, more only after declaring, and nothing of anybody else. */
function toExpert(file: PanelReviewCase, person: string): Record<string, unknown> {
  const mine = <Item extends { expert: string }>(items: readonly Item[]) => items.filter(({ expert }) => expert === person)
  const here = sits(file, person)
  const closed = file.status === 'closed'
  const tied = closed ? tiedUnder(file, person) : []
  return {
    status: file.status, title: file.title, rubric: file.rubric, opinionChars: file.opinionChars, sits: here,
    applications: here ? file.applications.map((one) => (mayRead(file, person, one.case) || isOpened(file, person, one.case)
      ? { case: one.case, number: one.number, name: one.name, hosts: one.hosts } : { case: one.case, number: '', name: '', hosts: one.hosts })) : [],
    declarations: mine(file.declarations), sheets: mine(file.sheets), back: file.applications.map((one) => one.case).filter((about) => standsBack(file, person, about) !== undefined),
    explanations: mine(file.explanations), alarms: closed && here ? mine(alarmsOf(file)).map(({ about, total, apart, settled }) => ({ about, total, apart, settled })) : [],
    chairs: closed && (tied.length > 0 || (tiedOf(file).length === 0 && chairOf(file) === person)), tied,
  }
}

/** What an expert has scored stays named to them after the material has closed. */
const isOpened = (file: PanelReviewCase, person: string, about: string) =>
  standsBack(file, person, about) === undefined && file.sheets.some((sheet) => sheet.expert === person && sheet.about === about)
