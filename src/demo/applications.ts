/** Complete applications of the demo world. Everything adds up; everything is made up. */
import type { Day } from '../kernel/day.ts'
import {
  type ApplicationData,
  type AttachedFile,
  type Row,
  type Value,
  added,
  applies,
} from '../procedures/recognition/recognition.form.grammar.ts'
import { form2026A } from '../procedures/recognition/recognition.form.ts'
import { basicsOf, hostOf, partnershipOf, siteOf } from './applications.applicant.ts'
import type { Brief } from './applications.brief.ts'
import { equipmentOf, fundsOf, linesOf, peopleOf, technologyOf } from './applications.capacity.ts'
import { dutiesOf, planOf, rulesOf, servicesOf } from './applications.record.ts'
import { type DemoKey, type DemoOrganisation, briefOf, demoKeys, organisationOf } from './organisations.ts'
import { type DemoPerson, personOf } from './people.ts'
import { avoidanceOf, holdingsOf } from './relations.ts'
import { type Seeded, seeded } from './seeded.ts'

export { type DemoKey, demoKeys }

export type DemoApplication = {
  readonly key: DemoKey
  readonly formVersion: string
  readonly host: DemoOrganisation & { readonly county: string }
  readonly partner?: DemoOrganisation
  readonly hostAdmin: DemoPerson
  readonly director: DemoPerson
  readonly data: ApplicationData
  readonly attachments: readonly AttachedFile[]
}

/** `on`: the day it is filled in; every date lies relative to it. `org`, `partnerOrg`: ids in the register, where there are any. */
export type DemoOptions = { readonly on: Day; readonly org?: string; readonly partnerOrg?: string }

export function demoApplication(key: DemoKey, { on, org, partnerOrg }: DemoOptions): DemoApplication {
  const brief = briefOf(key)
  const random = seeded(key)
  const host = { ...organisationOf(brief.host), county: brief.county }
  const partner = brief.partner && organisationOf(brief.partner.name)
  const [hostAdmin, director] = [personOf(`host.${key}`), personOf(`director.${key}`)]
  const about: About = { key, brief, random, on, host, hostAdmin, director, ...(partner && { partner }) }
  const equipment = equipmentOf(about)
  const data: ApplicationData = {
    A: { ...basicsOf(about), ...(org && { leadOrg: org }) },
    B: { ...hostOf(about), ...holdingsOf(key) },
    ...(partner && { C: partnershipOf(about, partner, partnerOrg) }),
    D: siteOf(about),
    E: { equipment, lines: linesOf(about) },
    F: peopleOf(about),
    G: fundsOf(about, added(equipment.map(({ value }) => value))),
    H: technologyOf(about),
    I: { served: true, services: servicesOf(about) },
    J: rulesOf(about),
    K: dutiesOf(about),
    L: planOf(about),
    M: {
      hostCommits: true,
      hostSignedBy: hostAdmin.name,
      hostSignedOn: on,
      directorCommits: true,
      directorSignedOn: on,
      personsInformed: true,
      nothingClassified: true,
      ...(partner && { partnersCommit: true }),
      ...avoidanceOf(key),
    },
  }
  const attachments = form2026A.attachments
    .filter((one) => applies(one, data) === true && one.code !== 'A19')
    .map(
      (one): AttachedFile => ({
        id: `demo-${key}-${one.code}`,
        name: `${one.code} ${one.words.zh.replaceAll('/', '、')}（演示）.pdf`,
        attachment: one.code,
      }),
    )
  return { key, formVersion: form2026A.version, host, ...(partner && { partner }), hostAdmin, director, data, attachments }
}

/** The same application half-way: what a pre-check has to say is there to be seen. */
export function unfinished(application: DemoApplication): DemoApplication {
  const { data } = application
  const rows = data['E']?.['equipment'] as Row[]
  const last = rows.length - 2
  return {
    ...application,
    data: {
      ...data,
      D: { ...data['D'], leaseNote: null },
      E: { ...data['E'], equipment: rows.map((row, index) => (index === last ? { ...row, boughtOn: null } : row)) },
      G: { ...data['G'], deviceInvestment: added([data['G']?.['deviceInvestment'], -7.8]) },
      J: { directorLeads: true, apart: true },
      K: { ...data['K'], radiation: false, radiationLicence: null, radiationTo: null },
      L: { goals: data['L']?.['goals'] ?? [], tasks: data['L']?.['tasks'] as Value },
      M: {},
    },
    attachments: application.attachments.filter(({ attachment }) => !['A08', 'A11', 'A15', 'A16', 'A17'].includes(attachment as string)),
  }
}

export type About = {
  readonly key: DemoKey
  readonly brief: Brief
  readonly random: Seeded
  readonly on: Day
  readonly host: DemoOrganisation & { readonly county: string }
  readonly partner?: DemoOrganisation
  readonly hostAdmin: DemoPerson
  readonly director: DemoPerson
}

/** The answers of one section. */
export type Answers = Record<string, Value | readonly Row[]>
