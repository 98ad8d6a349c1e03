/** What the file of a year's campaign holds: the window, who is assessed and how, and which bases were drawn for a spot check. */
import type { CaseFile } from '../../kernel/procedure.ts'
import type { Day } from '../../kernel/day.ts'
import type { Drawing } from '../drawn-sample.ts'
import type { AssessmentCampaignCommands } from './assessment-campaign.commands.ts'

export type CampaignStatus = 'planned' | 'open' | 'closed' | 'abandoned'
export type CampaignRole = 'city.officer' | 'city.lead' | 'city.supervisor' | 'system'
export type Window = { opensOn: Day; closesOn: Day; trueUpBy: Day; resultBy: Day }
/** `because`: why a base only reports this year. */
export type Listed = { base: string; name: string; graded: boolean; because: string | null }

export type AssessmentCampaignCase = CaseFile<CampaignStatus, CampaignRole> & {
  year: number; note: string; window: Window | null; bases: Listed[]; plannedBy: { person: string; name: string } | null; openedOn: Day | null; documentNo: string | null; spot: Drawing | null; documents: { documentNo: string; on: Day; cases: number }[]; ended: string | null
}
type Completed = {
  plan: { window: Window; bases: Listed[] }; open: { bases: Listed[]; documentNo: string }; drawSpotChecks: { drawing: Drawing }; addBase: { listed: Listed }
  proposeGrades: object; openNotice: { title: string }; announceResults: { documentNo: string }
}
export type CampaignEntry = {
  [Name in keyof AssessmentCampaignCommands]: { did: Name; data: AssessmentCampaignCommands[Name] & (Name extends keyof Completed ? Completed[Name] : unknown); on: Day; to: CampaignStatus; no: number; hash: string; by: { person: string; name: string; org: string } }
}[keyof AssessmentCampaignCommands]

export const empty = ({ jurisdiction }: { jurisdiction: string }): AssessmentCampaignCase => {
  const city = [`city.${jurisdiction}`]
  return { status: 'planned', parties: { 'city.officer': city, 'city.lead': city, 'city.supervisor': city, system: ['system'] }, year: 0, note: '', window: null, bases: [], plannedBy: null, openedOn: null, documentNo: null, spot: null, documents: [], ended: null }
}

export function read(file: AssessmentCampaignCase, entry: CampaignEntry): AssessmentCampaignCase {
  const next: AssessmentCampaignCase = { ...file, status: entry.to }
  switch (entry.did) {
    case 'plan': return { ...next, year: entry.data.year, note: entry.data.note ?? '', window: entry.data.window, bases: entry.data.bases, plannedBy: { person: entry.by.person, name: entry.by.name } }
    case 'abandon': return { ...next, ended: entry.data.reason }
    case 'open': return { ...next, bases: entry.data.bases, openedOn: entry.on, documentNo: entry.data.documentNo ?? null }
    case 'drawSpotChecks': return { ...next, spot: entry.data.drawing }
    case 'addBase': return { ...next, bases: [...file.bases, entry.data.listed] }
    // Taken for many cases at once; each case keeps its own entry.
    case 'proposeGrades': case 'decideGrades': case 'openNotice': return next
    case 'announceResults': return { ...next, documents: [...file.documents, { documentNo: entry.data.documentNo, on: entry.on, cases: entry.data.cases.length }] }
    case 'close': return { ...next, ended: entry.data.summary ?? null }
  }
}
