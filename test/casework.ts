/** Cases brought to a status the way they get there: over HTTP, by the people whose steps they are. */
import { runSchedule } from '../src/app.ts'
import type { Client } from '../src/demo/client.ts'
import { briefOf } from '../src/demo/organisations.ts'
import { personId } from '../src/demo/institutions.ts'
import { orgOf } from '../src/demo/world.hosts.ts'
import { json, rowOf, rowsOf, sql } from '../src/platform/query.ts'
import { panelReviewExamples } from '../src/procedures/panel-review/panel-review.examples.ts'
import type { AttachedFile } from '../src/procedures/recognition/recognition.form.grammar.ts'
import { recognitionExamples as example } from '../src/procedures/recognition/recognition.examples.ts'
import { ruleChangeExamples } from '../src/procedures/rule-change/rule-change.commands.ts'
import { demoApplication, type DemoKey, jurisdiction, type Town } from './town.ts'

export type Case = { readonly id: string; readonly key: DemoKey }
export type Panel = { readonly id: string; readonly cases: readonly Case[] }
export type Casework = ReturnType<typeof casework>

export const batch = '2026-2'
export const panelMembers = ['expert.01', 'expert.02', 'expert.03', 'expert.04', 'expert.05', 'expert.06', 'expert.07'] as const
/** In the pool, on no panel. */
export const otherExpert = 'expert.30'
export const expertId = (username: string) => `p-${username.replace('.', '-')}`
/** The items of a consolidated list that an applicant can answer without touching the form. */
const items = [{ path: 'E.equipment', demand: '请核对设备原值合计与资产卡片。' }]
const answers = [{ item: 1, answer: '已按资产卡片更正。' }]

export function casework(town: Town) {
  const { as, pools } = town
  const today = () => town.platform.todayOf(pools.jobs)
  const lazily = <Result>(work: () => Promise<Result>) => { let made: Promise<Result> | undefined; return () => (made ??= work()) }

  const openBatch = lazily(() => rowsOf(pools.jobs, sql`insert into batch (jurisdiction, id, name, opens_on, closes_on) values (${jurisdiction}, ${batch}, '2026 年第二批', '2026-10-01', '2027-03-31') on conflict do nothing`))
  /** After the lapse of the Measures nothing can be signed before the authority has recorded what it acts on. */
  const authorityActs = lazily(async () => {
    const change = await (await as('city.officer')).opened('rule-change', { change: { kind: 'authorityBasis', basis: 'partyGroupDecision', title: '局党组关于参照执行的决定（演示）', validTo: '2027-12-31' }, validFrom: '2025-01-21', basis: '局党组会议纪要（演示）' })
    await (await as('city.lead')).did(change.id, 'sign')
    return change.id
  })
  const host = (of: Case) => as(`host.${of.key}`)
  const county = async (of: Case, role: 'county.officer' | 'county.lead'): Promise<Client> => {
    const row = await rowOf<{ username: string }>(pools.jobs, sql`select c.username from assignment a join sec.credential c on c.jurisdiction = a.jurisdiction and c.person = a.person
      where a.jurisdiction = ${jurisdiction} and a.role = ${role} and a.org = ${`county.${briefOf(of.key).county}`} order by a.id limit 1`)
    return as(row?.username ?? '')
  }
  /** Takes one step with the example of the API document, changed where the step needs it. */
  const step = async (of: Case, who: Client, name: keyof typeof example, more: object = {}): Promise<Case> => { await who.did(of.id, name, { ...example[name], ...more }); return of }

  /** The file records alone, without bytes behind them: uploading is proved elsewhere. */
  const handsIn = (of: Case, attachments: readonly AttachedFile[]) => rowsOf(pools.jobs, sql`
    insert into file (jurisdiction, id, case_id, name, size, type, sha256, by_person, by_org, at, attachment)
    select ${jurisdiction}, f.id, ${of.id}, f.name, 1, 'application/pdf', ${'0'.repeat(64)}, ${personId(`host.${of.key}`)}, ${orgOf(of.key)}, ${town.now().toISOString()}, f.attachment
      from jsonb_to_recordset(${json(attachments.map(({ name, attachment }) => ({ id: town.newId(), name, attachment })))}) as f(id text, name text, attachment text)`)

  const opened = async (key: DemoKey): Promise<Case> => ({ key, id: (await (await as(`host.${key}`)).opened('recognition')).id })
  const filled = async (key: DemoKey): Promise<Case> => {
    const of = await opened(key)
    const applicant = await host(of)
    const { partner } = briefOf(key)
    const application = demoApplication(key, { on: await today(), org: orgOf(key), ...(partner && { partnerOrg: 'org-univ' }) })
    await applicant.fills(of.id, application.data)
    await handsIn(of, application.attachments)
    if (partner) {
      await step(of, applicant, 'invitePartners', { partners: [{ org: 'org-univ', name: partner.name }] })
      await step(of, await as('partner.univ'), 'confirmPartnership')
    }
    return of
  }
  const submitted = async (key: DemoKey) => { const of = await filled(key); return step(of, await host(of), 'submit') }
  const returned = async (key: DemoKey) => { const of = await submitted(key); return step(of, await county(of, 'county.officer'), 'returnForSupplement', { items }) }
  const withdrawn = async (key: DemoKey) => { const of = await submitted(key); return step(of, await host(of), 'withdraw') }
  const notRecommended = async (key: DemoKey) => { const of = await submitted(key); return step(of, await county(of, 'county.lead'), 'declineToRecommend') }
  const examined = async (key: DemoKey) => { const of = await submitted(key); return step(of, await county(of, 'county.officer'), 'examine') }
  const recommended = async (key: DemoKey) => { const of = await examined(key); return step(of, await county(of, 'county.lead'), 'recommend') }
  const formRejected = async (key: DemoKey) => step(await recommended(key), await as('city.lead'), 'rejectForm')
  const supplementing = async (key: DemoKey) => step(await recommended(key), await as('city.officer'), 'requestSupplement', { items })
  const accepted = async (key: DemoKey) => step(await recommended(key), await as('city.officer'), 'acceptForm')
  const queued = async (key: DemoKey) => { await openBatch(); return step(await accepted(key), await as('city.officer'), 'assignToBatch', { batch }) }

  const convened = async (cases: Case[]): Promise<Panel> =>
    ({ cases, id: (await (await as('city.officer')).opened('panel-review', { ...panelReviewExamples.convene, cases: cases.map(({ id }) => id) })).id })
  const designated = async (cases: Case[]): Promise<Panel> => {
    const panel = await convened(cases)
    await (await as('city.officer')).did(panel.id, 'designate', { ...panelReviewExamples.designate, experts: panelMembers.map(expertId) })
    return panel
  }
  const scoring = async (cases: Case[]): Promise<Panel> => { const panel = await designated(cases); await (await as('city.officer')).did(panel.id, 'beginScoring'); return panel }
  const scored = async (cases: Case[]): Promise<Panel> => {
    const panel = await scoring(cases)
    for (const member of panelMembers) {
      const expert = await as(member)
      for (const { id } of cases) {
        await expert.did(panel.id, 'declareConflict', { ...panelReviewExamples.declareConflict, about: id })
        await expert.did(panel.id, 'score', { ...panelReviewExamples.score, about: id })
      }
    }
    return panel
  }
  const closed = async (cases: Case[]): Promise<Panel> => { const panel = await scored(cases); await (await as('city.officer')).did(panel.id, 'closeScoring', panelReviewExamples.closeScoring); return panel }
  const opinions = (cases: readonly Case[], shortlist: (of: Case) => boolean) => cases.map((of) => ({ about: of.id, opinion: shortlist(of) ? '建议列入现场考察。' : '中试线不完整，暂不列入现场考察。', shortlist: shortlist(of) }))
  const concluded = async (cases: Case[], shortlist: (of: Case) => boolean = () => true): Promise<Panel> => { const panel = await closed(cases); await (await as('city.officer')).did(panel.id, 'conclude', { opinions: opinions(cases, shortlist) }); return panel }

  /** Side steps after the panel start from cases that one panel has reviewed together. */
  const visited = async (of: Case) => step(of, await as('city.officer'), 'recordSiteVisit')
  const proposed = async (of: Case) => step(await visited(of), await as('city.officer'), 'propose')
  const decided = async (of: Case, decision: 'approve' | 'defer' | 'decline') => { await authorityActs(); return step(await proposed(of), await as('city.lead'), decision) }
  const onNotice = async (of: Case, together: Case[] = []) => step(await decided(of, 'approve'), await as('city.officer'), 'openNotice', together.length > 0 ? { together: together.map(({ id }) => id) } : {})
  /** Moves the clock behind the last day of the notice. */
  const cleared = async (of: Case, { by }: { by: string }) => { await onNotice(of); town.on(by); await runSchedule(town.platform); return of }
  const recognised = async (of: Case, { by }: { by: string }) => step(await cleared(of, { by }), await as('city.lead'), 'recognise')

  const changeProposed = async () => (await (await as('city.officer')).opened('rule-change', ruleChangeExamples.propose)).id

  return {
    host, county, step, items, answers, opinions, openBatch, authorityActs, opened, filled, submitted, returned, withdrawn, notRecommended, examined, recommended, formRejected, supplementing, accepted, queued,
    convened, designated, scoring, scored, closed, concluded, visited, proposed, decided, onNotice, cleared, recognised, changeProposed,
    statusOf: async (id: string) => (await rowOf<{ status: string }>(pools.jobs, sql`select status from case_list where jurisdiction = ${jurisdiction} and case_id = ${id}`))?.status,
  }
}
