/** The facts that rules, lists and registers take from an application, whatever state the answers are in. */
import { type Day, isDay } from '../../kernel/day.ts'
import type { Accounting } from '../../regulation/jinzhong-2023/article-13-accounts.ts'
import type { Track } from '../../regulation/jinzhong-2023/article-11-batches.ts'
import type { TitleLevel } from '../../regulation/jinzhong-2023/article-14-director.ts'
import { legalFormOf } from '../../settings/fields.ts'
import { computedOf, counts } from './recognition.form.computed.ts'
import { chemical } from './recognition.form.conditions.ts'
import {
  type ApplicationData,
  type AttachedFile,
  type Computation,
  type Row,
  at,
  boolAt,
  numberAt,
  passes,
  rowsAt,
  sumOf,
  textAt,
} from './recognition.form.grammar.ts'
import { seniorTitles, specialKinds } from './recognition.form.options.ts'

export type PartnerFacts = {
  readonly org?: string
  readonly name?: string
  readonly uscc?: string
  readonly share?: number
  readonly amount?: number
}
export type ServiceFacts = {
  readonly year?: number
  readonly client?: string
  readonly clientCode?: string
  readonly inCity?: boolean
  readonly kind?: string
  readonly related?: boolean
  readonly pureTesting?: boolean
  readonly received?: number
}

/** Money in 万元, areas in m², shares in per cent with one decimal. `undefined`: not answered, or not in a usable form. */
export type ApplicationFacts = ReturnType<typeof factsOf>

export function factsOf(data: ApplicationData, attachments: readonly AttachedFile[] = []) {
  const text = (path: string) => textAt(data, path)
  const number = (path: string) => numberAt(data, path)
  const bool = (path: string) => boolAt(data, path)
  const joint = bool('A.jointApplication')
  return {
    name: worked<string>(data, 'baseName'),
    direction: text('A.direction'),
    field: text('A.field'),
    chain: text('A.chain'),
    track: text('A.track') as Track | undefined,
    joint,
    /** Division code of the county that recommends. */
    county: text('A.county'),
    lead: {
      org: text('A.leadOrg'),
      name: text('B.name'),
      uscc: text('B.uscc'),
      hostType: text('B.nature'),
      legalForm: legalFormFacts(data),
      specialDocument: text('B.specialDocument'),
      county: text('B.county'),
      establishedOn: dayAt(data, 'B.establishedOn'),
    },
    partners: joint === true ? rowsAt(data, 'C.partners').map(partnerOf) : [],
    agreement: agreementOf(data, attachments),
    credit: {
      reportOn: dayAt(data, 'K.creditReportOn'),
      /** Undefined until the applicant has answered whether there are any. */
      findings:
        bool('K.seriousDishonesty') === undefined
          ? undefined
          : bool('K.seriousDishonesty')
            ? rowsAt(data, 'K.dishonesty').flatMap(findingOf)
            : [],
      accidents:
        bool('K.accidentsHappened') === true
          ? rowsAt(data, 'K.accidents').map((row) => ({ on: dayIn(row, 'on'), grade: textIn(row, 'grade') }))
          : [],
      penalties:
        bool('K.penaltiesHappened') === true
          ? rowsAt(data, 'K.penalties').map((row) => ({ on: dayIn(row, 'on'), repaired: boolIn(row, 'repaired') }))
          : [],
    },
    funds: {
      total: number('G.totalInvestment'),
      completed: number('G.completedInvestment'),
      device: number('G.deviceInvestment'),
      runningCost: number('G.runningCost'),
      construction: fundsAt(data, 'G.sources'),
      operation: fundsAt(data, 'G.running'),
    },
    accounting: text('G.accounting') as Accounting | undefined,
    equipment: {
      rows: rowsAt(data, 'E.equipment').length,
      count: worked<number>(data, 'equipmentCount') ?? 0,
      value: worked<number>(data, 'equipmentValue') ?? 0,
      /** Pieces that exist for pilot work alone; undefined while no equipment is listed. */
      dedicated:
        at(data, 'E.equipment') === undefined
          ? undefined
          : sumOf(
              rowsAt(data, 'E.equipment').filter(({ kind }) => specialKinds.includes(kind as string)),
              'count',
            ),
      specialShare: worked<number>(data, 'specialEquipmentShare'),
      lines: rowsAt(data, 'E.lines').length,
      openRows: rowsAt(data, 'E.equipment').filter(({ open }) => open === true).length,
    },
    site: {
      county: text('D.county'),
      area: number('D.area'),
      tenure: text('D.tenure'),
      leaseTo: text('D.tenure') === 'own' ? undefined : dayAt(data, 'D.leaseTo'),
      concentrated: bool('D.concentrated'),
      managedAsOne: bool('D.managedAsOne'),
      inChemicalPark: bool('D.inChemicalPark'),
    },
    /** Whether the papers are named; `undefined` while nobody has answered. */
    papers: {
      fire: paperNamed(data, 'D.firePaper', 'D.fireNumber'),
      environment: paperNamed(data, 'D.environmentPaper', 'D.environmentNumber'),
      discharge: text('D.dischargePaper') === 'none' ? true : paperNamed(data, 'D.dischargePaper', 'D.dischargeNumber'),
      radiationTo: dayAt(data, 'K.radiationTo'),
    },
    staff: {
      total: worked<number>(data, 'staffTotal') ?? 0,
      fullTime: worked<number>(data, 'staffFullTime') ?? 0,
      bachelorShare: worked<number>(data, 'bachelorShare'),
      midShare: worked<number>(data, 'midShare'),
      bachelorOrMidShare: worked<number>(data, 'bachelorOrMidShare'),
      seniorShare: worked<number>(data, 'seniorShare'),
      names: rowsAt(data, 'F.staff').flatMap((row) => textIn(row, 'name') ?? []),
      committee: rowsAt(data, 'F.committee').length,
    },
    director: directorOf(data),
    services: servicesOf(data),
    rules: {
      adopted: rowsAt(data, 'J.rules')
        .filter(({ state }) => state === 'adopted')
        .flatMap((row) => textIn(row, 'kind') ?? []),
      directorLeads: bool('J.directorLeads'),
      apart: bool('J.apart'),
    },
    risks: {
      chemical: passes(chemical.when, data),
      hazardousChemicals: bool('K.hazardousChemicals'),
      hazardousProcess: bool('K.hazardousProcess'),
      specialEquipment: bool('K.specialEquipment'),
      radiation: bool('K.radiation'),
      pathogens: bool('K.pathogens'),
      experiments: bool('K.experiments'),
      classified: bool('K.classified'),
    },
    attachments: [...new Set(attachments.flatMap(({ attachment }) => attachment ?? []))].sort(),
  }
}

/** Legal person, institute of a special nature, or neither; the form asks both questions (Art. 8). */
function legalFormFacts(data: ApplicationData): 'legalPerson' | 'special' | 'other' | undefined {
  const form = legalFormOf(textAt(data, 'B.nature'))
  const legalPerson = boolAt(data, 'B.legalPerson')
  return form === 'special' ? form : legalPerson === false ? 'other' : legalPerson === undefined ? undefined : form
}

/** Which points the agreement settles, as far as the form says so (Art. 8: 权责明确). */
function agreementOf(data: ApplicationData, attachments: readonly AttachedFile[]) {
  const partners = rowsAt(data, 'C.partners')
  const all = (column: string) => partners.length > 0 && partners.every((row) => textIn(row, column) !== undefined)
  return {
    agreement: attachments.some(({ attachment }) => attachment === 'A02'),
    items: {
      lead: textAt(data, 'B.name') !== undefined,
      contributions: textAt(data, 'C.leadContribution') !== undefined && all('contribution'),
      decisions: textAt(data, 'C.decisionRule') !== undefined,
      benefits: all('benefits') && all('rights'),
      costs: textAt(data, 'C.costRule') !== undefined,
      safety: textAt(data, 'C.safetyDuty') !== undefined,
      exit: all('exit'),
    },
  }
}

function findingOf(row: Row): { by: 'court' | 'administration'; what: string; foundOn: Day; repairedOn: Day | null }[] {
  const foundOn = dayIn(row, 'foundOn')
  return foundOn
    ? [
        {
          by: row['by'] === 'court' ? 'court' : 'administration',
          what: textIn(row, 'what') ?? '—',
          foundOn,
          repairedOn: dayIn(row, 'repairedOn') ?? null,
        },
      ]
    : []
}

const fundsAt = (data: ApplicationData, path: string) =>
  at(data, path) === undefined
    ? undefined
    : rowsAt(data, path).map((row) => ({ source: textIn(row, 'kind') ?? '—', amount: numberIn(row, 'amount') ?? 0 }))

const paperNamed = (data: ApplicationData, kind: string, number: string): boolean | undefined =>
  textAt(data, kind) === undefined ? undefined : textAt(data, number) !== undefined

function directorOf(data: ApplicationData) {
  const title = textAt(data, 'F.directorTitle') as TitleLevel | undefined
  return {
    name: textAt(data, 'F.directorName'),
    bornOn: dayAt(data, 'F.directorBornOn'),
    title,
    seniorTitle: title === undefined ? undefined : seniorTitles.includes(title),
    appointedOn: dayAt(data, 'F.directorAppointedOn'),
    termFrom: dayAt(data, 'F.directorTermFrom'),
    termTo: dayAt(data, 'F.directorTermTo'),
    termNo: numberAt(data, 'F.directorTermNo'),
    fullTime: boolAt(data, 'F.directorFullTime'),
  }
}

/** `clients` counts different clients that are neither related nor served with pure testing. */
function servicesOf(data: ApplicationData) {
  const rows = boolAt(data, 'I.served') === true ? rowsAt(data, 'I.services') : []
  const counted = rows.filter(counts)
  return {
    served: boolAt(data, 'I.served'),
    rows: rows.map(
      (row): ServiceFacts => ({
        year: numberIn(row, 'year'),
        client: textIn(row, 'client'),
        clientCode: textIn(row, 'clientCode'),
        inCity: boolIn(row, 'inCity'),
        kind: textIn(row, 'kind'),
        related: boolIn(row, 'related'),
        pureTesting: boolIn(row, 'pureTesting'),
        received: numberIn(row, 'received'),
      }),
    ),
    received: sumOf(rows, 'received'),
    counted: sumOf(counted, 'received'),
    clients: new Set(counted.map((row) => textIn(row, 'clientCode') ?? textIn(row, 'client'))).size,
    related: rows.filter(({ related }) => related === true).length,
    pureTesting: rows.filter(({ pureTesting }) => pureTesting === true).length,
  }
}

const worked = <T extends string | number>(data: ApplicationData, computation: Computation) =>
  computedOf(computation, data) as T | undefined

const partnerOf = (row: Row): PartnerFacts => ({
  org: textIn(row, 'org'),
  name: textIn(row, 'name'),
  uscc: textIn(row, 'uscc'),
  share: numberIn(row, 'share'),
  amount: numberIn(row, 'amount'),
})

const textIn = (row: Row, column: string) => (typeof row[column] === 'string' && row[column] !== '' ? row[column] : undefined)
const numberIn = (row: Row, column: string) => (typeof row[column] === 'number' ? row[column] : undefined)
const boolIn = (row: Row, column: string) => (typeof row[column] === 'boolean' ? row[column] : undefined)
const dayIn = (row: Row, column: string): Day | undefined => dayOf(textIn(row, column))
const dayAt = (data: ApplicationData, path: string): Day | undefined => dayOf(textAt(data, path))
const dayOf = (text?: string): Day | undefined => (text !== undefined && isDay(text) ? text : undefined)
