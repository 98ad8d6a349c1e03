/** From the application to the facts each rule needs, and nothing more. Pure. */
import { ageOn, type Day } from '../../kernel/day.ts'
import type { AgreementItem, LegalForm } from '../../regulation/jinzhong-2023/article-08-host.ts'
import type { CreditFacts, Fund, PremisesFacts } from '../../regulation/jinzhong-2023/article-09-conditions.ts'
import type { NameFacts } from '../../regulation/jinzhong-2023/article-10-recognition.ts'
import type { Accounting } from '../../regulation/jinzhong-2023/article-13-accounts.ts'
import type { TitleLevel } from '../../regulation/jinzhong-2023/article-14-director.ts'
import { divisionOf } from '../../settings/divisions.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Track } from '../../regulation/jinzhong-2023/article-11-batches.ts'
import type { ApplicationFacts } from './recognition.form.facts.ts'
import { type ApplicationData, boolAt, rowsAt, textAt } from './recognition.form.grammar.ts'

export type Applied = {
  joint: boolean
  legal: { legalForm: LegalForm | undefined; document: boolean | undefined }
  lead: { joint: boolean | undefined; leads: string[] }
  duties: { joint: boolean; agreement: boolean; items: { [Item in AgreementItem]?: boolean } }
  credit: CreditFacts
  field: { field: string | undefined; listed: readonly string[] }
  funds: { construction: Fund[] | undefined; operation: Fund[] | undefined }
  premises: PremisesFacts
  name: NameFacts
  accounts: { accounting: Accounting | undefined; evidence: boolean | undefined }
  director: { name: string | undefined }
  directorTitle: { title: TitleLevel | undefined }
  directorAge: { bornOn: Day | undefined; appointedOn: Day | undefined }
  directorTerm: { from: Day | undefined; to: Day | undefined }
  track: { track: Track | undefined; basis: boolean | undefined }
  creditReport: { reportOn: Day | undefined; on: Day; reportDays: number }
  lease: { leased: boolean | undefined; leaseTo: Day | undefined; on: Day; minLeaseYears: number }
  area: Line; equipment: Line; staff: Line; operatingYears: Line
  organiser: { site: string | undefined; organiser: string | undefined }
  bachelorShare: { qualified: number | undefined; all: number | undefined; line: number }
}
type Line = { value: number | undefined; line: number }

export function appliedOf(facts: ApplicationFacts, data: ApplicationData, about: { today: Day; settings: Settings; listed: readonly string[]; places: readonly string[]; hosts: readonly string[] }): Applied {
  const { today, settings } = about
  const { lead, credit, funds, site, papers, director, agreement } = facts
  const establishedOn = textAt(data, 'B.establishedOn')
  const has = (code: string) => facts.attachments.includes(code)
  const people = [director.name, textAt(data, 'B.legalRepresentative')].filter((name) => name !== undefined)
  return {
    joint: facts.joint === true,
    legal: { legalForm: lead.legalForm, document: lead.legalForm === undefined ? undefined : lead.legalForm === 'special' ? lead.specialDocument !== undefined : has('A01') },
    lead: { joint: facts.joint, leads: lead.name ? [lead.name] : [] },
    duties: { joint: facts.joint === true, ...agreement },
    credit: { on: today, lookbackYears: settings['credit.lookbackYears'], reportOn: credit.reportOn, findings: credit.findings },
    field: { field: facts.field, listed: [...about.listed] },
    funds: { construction: funds.construction, operation: funds.operation },
    premises: { dedicatedEquipment: facts.equipment.dedicated, area: site.area, concentrated: site.concentrated, managedAsOne: site.managedAsOne, environment: papers.environment, fire: papers.fire },
    name: { name: facts.name, minChars: settings['name.minChars'], maxChars: settings['name.maxChars'], hosts: [...about.hosts], people, places: [...about.places] },
    accounts: { accounting: facts.accounting, evidence: facts.accounting === undefined ? undefined : has('A08') },
    director: { name: director.name },
    directorTitle: { title: director.title },
    directorAge: { bornOn: director.bornOn, appointedOn: director.appointedOn },
    directorTerm: { from: director.termFrom, to: director.termTo },
    track: { track: facts.track, basis: facts.track === undefined ? undefined : has('A18') || textAt(data, 'A.specialBasis') !== undefined },
    creditReport: { reportOn: credit.reportOn, on: today, reportDays: settings['credit.reportDays'] },
    lease: { leased: site.tenure === undefined ? undefined : site.tenure !== 'own' && site.leaseTo !== undefined, leaseTo: site.leaseTo, on: today, minLeaseYears: settings['site.minLeaseYears'] },
    area: { value: site.area, line: settings['reference.area'] }, equipment: { value: facts.equipment.value, line: settings['reference.equipment'] }, staff: { value: facts.staff.fullTime, line: settings['reference.fullTimeStaff'] },
    operatingYears: { value: establishedOn && establishedOn <= today ? ageOn(establishedOn, today) : undefined, line: settings['reference.operatingYears'] },
    // Where the site does not decide, whoever is named is the organiser of the area.
    organiser: { site: divisionName(settings['organiser.bySite'] ? site.county : facts.county), organiser: divisionName(facts.county) },
    bachelorShare: { qualified: facts.staff.bachelorOrMidShare, all: facts.staff.total > 0 ? 100 : undefined, line: settings['reference.bachelorShare'] },
  }
}

const divisionName = (code: string | undefined) => code && (divisionOf(code)?.words.zh ?? code)

/** What the log keeps of an application for lists and registers: no person but the institutions. */
export type Headline = ReturnType<typeof headlineOf>
export const headlineOf = (facts: ApplicationFacts) => ({
  name: facts.name ?? '', direction: facts.direction ?? '', field: facts.field ?? null, chain: facts.chain ?? null, track: facts.track ?? 'regular', joint: facts.joint === true,
  county: facts.county ?? '', hostType: facts.lead.hostType ?? null, equipmentValue: facts.equipment.value, equipmentCount: facts.equipment.count, area: facts.site.area ?? null,
  staff: facts.staff.total, fullTime: facts.staff.fullTime, served: facts.services.clients, chemical: facts.risks.chemical,
})

/** The agreement as the partners confirm it: section C, in full. */
export const agreementOf = (data: ApplicationData): unknown => data.C ?? {}

/** Answers of a checklist by item, as the rules read them. */
export const answersOf = <Answer extends string>(rows: readonly { item: string; answer: Answer }[] | undefined): { [item: string]: Answer } =>
  Object.fromEntries((rows ?? []).map(({ item, answer }) => [item, answer]))

/** Whether a joint application has a partner on the platform for every row of section C. */
export const partnersOf = (data: ApplicationData) => (boolAt(data, 'A.jointApplication') ? rowsAt(data, 'C.partners') : [])
