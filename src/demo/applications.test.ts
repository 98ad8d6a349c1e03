import { expect, test } from 'vitest'
import { verdictOf } from '../kernel/rule.ts'
import { isLegalPerson, agreementClearOnDuties, committeeFormed, oneLeadNamed } from '../regulation/jinzhong-2023/article-08-host.ts'
import {
  equipmentAndSite,
  fieldIsListed,
  fundsSecured,
  noSeriousDishonesty,
  researchStrength,
  teamLevel,
} from '../regulation/jinzhong-2023/article-09-conditions.ts'
import { nameFollowsPattern, nameIsUnique } from '../regulation/jinzhong-2023/article-10-recognition.ts'
import { specialTrackHasBasis } from '../regulation/jinzhong-2023/article-11-batches.ts'
import { separateAccounts } from '../regulation/jinzhong-2023/article-13-accounts.ts'
import { directorAge, directorNamed, directorSeniorTitle, directorTerm } from '../regulation/jinzhong-2023/article-14-director.ts'
import { factsOf } from '../procedures/recognition/recognition.form.facts.ts'
import { rowsAt, sumOf } from '../procedures/recognition/recognition.form.grammar.ts'
import { form2026A } from '../procedures/recognition/recognition.form.ts'
import { validate } from '../procedures/recognition/recognition.form.validate.ts'
import { blocking, precheck } from '../procedures/recognition/recognition.precheck.ts'
import { checkCreditCode } from '../settings/codes.ts'
import { divisions, placeNames } from '../settings/divisions.ts'
import { listedFields } from '../settings/fields.ts'
import { settingsOn } from '../settings/settings.ts'
import { type DemoApplication, demoApplication, demoKeys } from './applications.ts'
import { organisationOf } from './organisations.ts'

const days = ['2026-11-23', '2023-05-08', '2024-02-29'] as const
const everyOne = demoKeys.flatMap((key) => days.map((on) => [key, on] as const))

function verdictsOf({ data, attachments, host }: DemoApplication, on: string) {
  const settings = settingsOn(on, [])
  const facts = factsOf(data, attachments)
  const { lead, director, site, papers, credit, funds, agreement } = facts
  const has = (code: string) => facts.attachments.includes(code)
  return [
    verdictOf(isLegalPerson, {
      legalForm: lead.legalForm,
      document: lead.legalForm === 'special' ? lead.specialDocument !== undefined : has('A01'),
    }),
    verdictOf(oneLeadNamed, { joint: facts.joint, leads: [lead.name as string] }),
    verdictOf(agreementClearOnDuties, { joint: facts.joint === true, ...agreement }),
    verdictOf(committeeFormed, { members: facts.staff.committee }),
    verdictOf(noSeriousDishonesty, {
      findings: credit.findings,
      reportOn: credit.reportOn,
      on,
      lookbackYears: settings['credit.lookbackYears'],
    }),
    verdictOf(fieldIsListed, { field: facts.field, listed: listedFields }),
    verdictOf(researchStrength, {}),
    verdictOf(fundsSecured, { construction: funds.construction, operation: funds.operation }),
    verdictOf(equipmentAndSite, {
      dedicatedEquipment: facts.equipment.dedicated,
      area: site.area,
      concentrated: site.concentrated,
      managedAsOne: site.managedAsOne,
      environment: papers.environment,
      fire: papers.fire,
    }),
    verdictOf(teamLevel, {}),
    verdictOf(nameFollowsPattern, {
      name: facts.name,
      minChars: settings['name.minChars'],
      maxChars: settings['name.maxChars'],
      hosts: [host.name],
      people: [director.name as string],
      places: placeNames,
    }),
    verdictOf(nameIsUnique, { name: facts.name, taken: [] }),
    verdictOf(specialTrackHasBasis, { track: facts.track, basis: has('A18') }),
    verdictOf(separateAccounts, { accounting: facts.accounting, evidence: has('A08') }),
    verdictOf(directorNamed, { name: director.name }),
    verdictOf(directorSeniorTitle, { title: director.title }),
    verdictOf(directorAge, { bornOn: director.bornOn, appointedOn: director.appointedOn }),
    verdictOf(directorTerm, { from: director.termFrom, to: director.termTo }),
  ]
}

test.each(everyOne)('the application of %s, filled in on %s, is complete and nothing in it blocks', (key, on) => {
  const application = demoApplication(key, { on })
  const { data, attachments } = application
  expect(validate(form2026A, data, attachments)).toEqual([])
  const found = precheck({
    form: form2026A,
    data,
    attachments,
    verdicts: verdictsOf(application, on),
    settings: settingsOn(on, []),
    today: on,
  })
  expect(blocking(found).map(({ id, because }) => `${id} ${because.zh}`)).toEqual([])
  expect(found.filter(({ outcome }) => outcome === 'notEvaluated')).toEqual([])
})

test('there are thirty and more, of every county, field, kind and track, alone and joint', () => {
  const facts = demoKeys.map((key) => factsOf(demoApplication(key, { on: days[0] }).data))
  expect(demoKeys.length).toBeGreaterThanOrEqual(30)
  expect(new Set(facts.map(({ county }) => county))).toEqual(new Set(divisions.map(({ code }) => code)))
  expect(new Set(facts.map(({ field }) => field))).toEqual(new Set(listedFields))
  expect(new Set(facts.map(({ track }) => track))).toEqual(new Set(['regular', 'separateAppraisal', 'commissionedBuild']))
  expect(new Set(facts.map(({ lead }) => lead.hostType))).toEqual(
    new Set(['enterprise', 'university', 'researchInstitute', 'specialInstitute', 'parkOperator']),
  )
  expect(facts.filter(({ joint }) => joint).length).toBe(2)
  expect(facts.filter(({ risks }) => risks.chemical).length).toBeGreaterThanOrEqual(3)
  expect(new Set(facts.map(({ name }) => name)).size).toBe(demoKeys.length)
})

test.each(demoKeys)('the tables of %s are of a believable size and add up to the hundredth', (key) => {
  const { data } = demoApplication(key, { on: days[0] })
  const rows = (section: string, table: string) => rowsAt(data, `${section}.${table}`)
  expect(rows('E', 'equipment').length).toBeGreaterThanOrEqual(6)
  expect(rows('E', 'equipment').length).toBeLessThanOrEqual(20)
  expect(rows('F', 'staff').length).toBeGreaterThanOrEqual(10)
  expect(rows('F', 'staff').length).toBeLessThanOrEqual(35)
  expect(sumOf(rows('E', 'equipment'), 'value')).toBe(data['G']?.['deviceInvestment'])
  expect(sumOf(rows('G', 'sources'), 'amount')).toBe(data['G']?.['totalInvestment'])
  expect(sumOf(rows('G', 'running'), 'amount')).toBe(data['G']?.['runningCost'])
})

test('institutions are marked 演示, their codes have empty bodies and pass the check', () => {
  for (const key of demoKeys) {
    const { data, host } = demoApplication(key, { on: days[0] })
    const names = [
      host.name,
      ...rowsAt(data, 'I.services').map(({ client }) => client as string),
      ...rowsAt(data, 'F.committee').map(({ employer }) => employer as string),
    ]
    expect(names.filter((name) => !name.endsWith('（演示）'))).toEqual([])
    for (const code of [host.uscc, ...rowsAt(data, 'I.services').map(({ clientCode }) => clientCode as string)]) {
      expect(code.slice(8, 12)).toBe('0000')
      expect(checkCreditCode(code)).toEqual({ valid: true })
    }
  }
  const codes = demoKeys.map((key) => demoApplication(key, { on: days[0] }).host.uscc)
  expect(new Set(codes).size).toBe(demoKeys.length)
})

test('the known test codes belong to the known institutions', () => {
  expect(organisationOf('晋中晟纤碳材有限公司（演示）').uscc).toBe('91140702000000019Q')
  expect(organisationOf('太谷晋锻玛钢有限公司（演示）').uscc).toBe('911407030000000272')
  expect(organisationOf('晋中理工学院（演示）').uscc).toBe('12140700000000035N')
  expect(() => organisationOf('无此单位')).toThrow('无此单位')
})

test('the same application is made every time', () => {
  expect(demoApplication('coke', { on: days[0] })).toEqual(demoApplication('coke', { on: days[0] }))
})

test('register ids are taken over where they are known', () => {
  const { data } = demoApplication('carbon', { on: days[0], org: 'o-1', partnerOrg: 'o-2' })
  expect(factsOf(data)).toMatchObject({ lead: { org: 'o-1' }, partners: [{ org: 'o-2' }] })
})
