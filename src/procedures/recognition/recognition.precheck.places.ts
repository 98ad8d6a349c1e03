/** Where in the form a rule of the regulation is answered, and where its written reason stands. */
import type { Basis } from '../../kernel/rule.ts'

type Place = { readonly section: string; readonly path: string | null }

/** The section and field of a rule; an unknown rule goes by its article. */
export const placeOfRule = (rule: string, law: Basis): Place => {
  const path =
    rulePaths[rule] ?? Object.entries(lawPaths).find(([start]) => law === start || law.startsWith(`${start}(`))?.[1] ?? 'A.direction'
  return { section: path.split('.')[0] as string, path: path.includes('.') ? path : null }
}

/** The field in which a rule (or a check) that takes a reason is explained. */
export const explainedPaths: Readonly<Record<string, string>> = {
  directorSeniorTitle: 'F.directorNote',
  directorAge: 'F.directorNote',
  leaseLongEnough: 'D.leaseNote',
  creditCodeFits: 'B.usccNote',
  organiserOfTheArea: 'A.countyNote',
  insuranceMatchesFullTime: 'F.staffNote',
  staffInsuredByParties: 'F.staffNote',
  directorOnStaffList: 'F.staffNote',
  specialEquipmentDeclared: 'K.specialEquipmentNote',
  radiationDeclared: 'K.radiationNote',
  chemicalInPark: 'D.siteNote',
}

const rulePaths: Readonly<Record<string, string>> = {
  isLegalPerson: 'B.legalPerson',
  oneLeadNamed: 'A.jointApplication',
  partnersConfirmed: 'C.partners',
  agreementClearOnDuties: 'C.decisionRule',
  committeeFormed: 'F.committee',
  internalRulesAdopted: 'J.rules',
  noSeriousDishonesty: 'K.seriousDishonesty',
  fieldIsListed: 'A.field',
  researchStrength: 'H.strength',
  fundsSecured: 'G.sources',
  equipmentAndSite: 'D.area',
  teamLevel: 'F.staff',
  nameFollowsPattern: 'A.direction',
  nameIsUnique: 'A.direction',
  specialTrackHasBasis: 'A.specialBasis',
  isSpecialTrack: 'A.track',
  specialNeed: 'A.specialBasis',
  separateAccounts: 'G.accounting',
  directorNamed: 'F.directorName',
  directorSeniorTitle: 'F.directorTitle',
  directorAge: 'F.directorBornOn',
  directorTerm: 'F.directorTermTo',
  consecutiveTerms: 'F.directorTermNo',
  leaseLongEnough: 'D.leaseTo',
  creditReportFresh: 'K.creditReportOn',
  areaReaches: 'D.area',
  equipmentReaches: 'E.equipment',
  staffReaches: 'F.staff',
  bachelorShareReaches: 'F.staff',
  operatingYearsReach: 'B.establishedOn',
  organiserOfTheArea: 'A.county',
  supplementsAnswered: 'A.direction',
  appliedOnce: 'A.leadOrg',
}

/** A check of the form under the name of a rule that the step requires. */
export const isRuleToo = (check: string) => rulePaths[check] !== undefined

const lawPaths: Readonly<Record<string, string>> = {
  'Art. 8': 'B.name',
  'Art. 9(1)': 'K.seriousDishonesty',
  'Art. 9(2)': 'A.field',
  'Art. 9(3)': 'G.sources',
  'Art. 9(4)': 'D.area',
  'Art. 9(5)': 'F.staff',
  'Art. 10(4)': 'A.direction',
  'Art. 11': 'A.track',
  'Art. 13': 'G.accounting',
  'Art. 14': 'F.directorName',
}

/** Which item of the formal examination (F01 to F15) will look at a finding; items without a finding are about papers of others. */
export function formItemOf(finding: { readonly id: string; readonly rule?: string; readonly path: string | null }): string {
  if (finding.rule !== undefined && ruleItems[finding.rule] !== undefined) return ruleItems[finding.rule] as string
  const code = finding.path?.startsWith('attachments.') ? finding.path.slice('attachments.'.length) : undefined
  return code === undefined ? 'F04' : (attachmentItems[code] ?? 'F05')
}

const ruleItems: Readonly<Record<string, string>> = {
  isLegalPerson: 'F01',
  creditCodeFits: 'F01',
  fieldIsListed: 'F02',
  nameFollowsPattern: 'F03',
  nameIsUnique: 'F03',
  noSeriousDishonesty: 'F08',
  creditReportFresh: 'F08',
  oneLeadNamed: 'F10',
  agreementClearOnDuties: 'F10',
  partnersConfirmed: 'F10',
  partnerCodesFit: 'F10',
  directorNamed: 'F11',
  directorSeniorTitle: 'F11',
  directorAge: 'F11',
  directorTerm: 'F11',
  consecutiveTerms: 'F11',
  oneApplicationAtATime: 'F12',
  organiserOfTheArea: 'F12',
  nothingClassified: 'F13',
  equipmentAndSite: 'F14',
  radiationDeclared: 'F14',
  specialEquipmentDeclared: 'F14',
  linesMatchRisks: 'F14',
  chemicalInPark: 'F14',
  permitsStillValid: 'F14',
  leaseLongEnough: 'F05',
}

const attachmentItems: Readonly<Record<string, string>> = {
  A02: 'F10',
  A11: 'F08',
  A12: 'F14',
  A13: 'F14',
  A15: 'F14',
  A16: 'F07',
  A17: 'F13',
}
