/** Cases brought to a status the way they get there: over HTTP, by the people whose steps they are. */
import { runSchedule } from '../src/app.ts'
import type { DemoApplication } from '../src/demo/applications.ts'
import type { Client } from '../src/demo/client.ts'
import { personId } from '../src/demo/institutions.ts'
import { briefOf } from '../src/demo/organisations.ts'
import { orgOf } from '../src/demo/world.hosts.ts'
import { engines } from '../src/engines.ts'
import { systemActor } from '../src/platform/case-log.ts'
import { json, rowOf, rowsOf, sql } from '../src/platform/query.ts'
import { rubricItems } from '../src/settings/rubric-2026.ts'
import { openSession } from '../src/platform/session.ts'
import { demoApplication, type DemoKey, jurisdiction, type Town } from './town.ts'

export type Case = { readonly id: string; readonly key: DemoKey }
/** One who sits, by user name, and the applications this one stands back from. */
export type PanelMember = { readonly username: string; readonly person: string; readonly seat: string; readonly back: readonly string[] }
/** `members`: who was drawn, in the order of the seats; nobody before the reveal. */
export type Panel = { readonly id: string; readonly cases: readonly Case[]; readonly members: readonly PanelMember[] }
export type Casework = ReturnType<typeof casework>

export const batch = '2026-2'
/** In the pool and on no panel: for management, for which no seat is drawn. */
export const otherExpert = 'expert.30'
export const expertId = personId
export const expertName = (person: string) => person.slice(2).replace('-', '.')

/** A session of a person for calls that do not go through a client. */
export const tokenOf = (town: Pick<Town, 'pools' | 'now'>, username: string) =>
  openSession(town.pools.jobs, {
    jurisdiction,
    person: personId(username),
    now: town.now(),
    rules: { tries: 5, lockMinutes: 10, idleMinutes: 60 * 24 * 365, hours: 24 * 365 },
  })

/** What may be replaced in an example: nothing but the ids of things that exist only here. */
export type Ids = { case?: string; cases?: string[]; order?: string[]; expert?: string; batch?: string }
const idKeys: Record<string, keyof Ids> = { about: 'case', case: 'case', cases: 'cases', order: 'order', expert: 'expert', batch: 'batch' }
export const withIds = (value: unknown, ids: Ids): unknown => {
  if (Array.isArray(value)) return value.map((item) => withIds(item, ids))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const id = idKeys[key] && ids[idKeys[key]]
      return [key, id ?? withIds(item, ids)]
    }),
  )
}

type Ways = {
  /** Every application invites the university, so that a partner is a party to each of them. */
  inviting?: boolean
  /** Changes what people write before it is sent. */
  writing?: (procedure: string, step: string, body: object) => object
  applying?: (application: DemoApplication) => DemoApplication
}

const addDays = (from: Date, days: number) => new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10)

export function casework(
  town: Pick<Town, 'as' | 'pools' | 'platform' | 'newId' | 'now' | 'on'>,
  { inviting = false, writing = (_procedure, _step, body) => body, applying = (application) => application }: Ways = {},
) {
  const { as, pools } = town
  const lazily = <Result>(work: () => Promise<Result>) => {
    let made: Promise<Result> | undefined
    return () => (made ??= work())
  }
  const items = [{ path: 'E.equipment', demand: '请核对设备原值合计与资产卡片。' }]
  const answers = [{ item: 1, answer: '已按资产卡片更正。' }]

  /** The example of the API document, changed where the step needs it. */
  const said = (procedure: string, step: string, more: object = {}) => writing(procedure, step, { ...engines[procedure]?.examples[step], ...more })
  const step = async (of: Case, who: Client | Promise<Client>, name: string, more: object = {}): Promise<Case> => {
    await (await who).did(of.id, name, said('recognition', name, more))
    return of
  }
  const sits = async (panel: Panel, who: Client | Promise<Client>, name: string, more: object = {}): Promise<Panel> => {
    await (await who).did(panel.id, name, said('panel-review', name, more))
    return panel
  }

  const openBatch = lazily(() =>
    rowsOf(
      pools.jobs,
      sql`insert into batch (jurisdiction, id, name, opens_on, closes_on) values (${jurisdiction}, ${batch}, '2026 年第二批', '2026-10-01', '2027-03-31') on conflict do nothing`,
    ),
  )
  /** After the lapse of the Measures nothing can be signed before the authority has recorded what it acts on. */
  const authorityActs = lazily(async () => {
    const change = await (await as('city.officer')).opened('rule-change', {
      change: { kind: 'authorityBasis', basis: 'partyGroupDecision', title: '局党组关于参照执行的决定（演示）', validTo: '2027-12-31' },
      validFrom: '2025-01-21',
      basis: '局党组会议纪要（演示）',
    })
    await (await as('city.lead')).did(change.id, 'sign')
    return change.id
  })
  const host = (of: Case) => as(`host.${of.key}`)
  const countyName = async (of: Case, role: 'county.officer' | 'county.lead'): Promise<string> =>
    (
      await rowOf<{ username: string }>(
        pools.jobs,
        sql`
    select c.username from assignment a join sec.credential c on c.jurisdiction = a.jurisdiction and c.person = a.person
     where a.jurisdiction = ${jurisdiction} and a.role = ${role} and a.org = ${`county.${briefOf(of.key).county}`} order by a.id limit 1`,
      )
    )?.username ?? ''
  const county = async (of: Case, role: 'county.officer' | 'county.lead') => as(await countyName(of, role))

  const opened = async (key: DemoKey): Promise<Case> => ({ key, id: (await (await as(`host.${key}`)).opened('recognition')).id })
  const filled = async (key: DemoKey): Promise<Case> => {
    const of = await opened(key)
    const { partner } = briefOf(key)
    const application = applying(
      demoApplication(key, { on: await town.platform.todayOf(pools.jobs), org: orgOf(key), ...(partner && { partnerOrg: 'org-univ' }) }),
    )
    await (await host(of)).fills(of.id, application.data)
    // The file records alone, without bytes behind them: uploading is proved elsewhere.
    await rowsOf(
      pools.jobs,
      sql`
      insert into file (jurisdiction, id, case_id, name, size, type, sha256, by_person, by_org, at, attachment)
      select ${jurisdiction}, f.id, ${of.id}, f.name, 1, 'application/pdf', ${'0'.repeat(64)}, ${personId(`host.${of.key}`)}, ${orgOf(of.key)}, ${town.now().toISOString()}, f.attachment
        from jsonb_to_recordset(${json(application.attachments.map(({ name, attachment }) => ({ id: town.newId(), name, attachment })))}) as f(id text, name text, attachment text)`,
    )
    if (partner || inviting) await step(of, host(of), 'invitePartners')
    if (partner) await step(of, as('partner.univ'), 'confirmPartnership')
    return of
  }
  const submitted = async (key: DemoKey) => {
    const of = await filled(key)
    return step(of, host(of), 'submit')
  }
  const returned = async (key: DemoKey) => {
    const of = await submitted(key)
    return step(of, county(of, 'county.officer'), 'returnForSupplement', { items })
  }
  const withdrawn = async (key: DemoKey) => {
    const of = await submitted(key)
    return step(of, host(of), 'withdraw')
  }
  const notRecommended = async (key: DemoKey) => {
    const of = await submitted(key)
    return step(of, county(of, 'county.lead'), 'declineToRecommend')
  }
  const examines = (of: Case) => step(of, county(of, 'county.officer'), 'examine')
  const recommends = async (of: Case) => step(await examines(of), county(of, 'county.lead'), 'recommend')
  const queues = async (of: Case) => {
    await openBatch()
    return step(await step(of, as('city.officer'), 'acceptForm'), as('city.officer'), 'assignToBatch', { batch })
  }
  const examined = async (key: DemoKey) => examines(await submitted(key))
  const recommended = async (key: DemoKey) => recommends(await submitted(key))
  const formRejected = async (key: DemoKey) => step(await recommended(key), as('city.lead'), 'rejectForm')
  const supplementing = async (key: DemoKey) => step(await recommended(key), as('city.officer'), 'requestSupplement', { items })
  const accepted = async (key: DemoKey) => step(await recommended(key), as('city.officer'), 'acceptForm')
  const queued = async (key: DemoKey) => queues(await recommended(key))

  /** A sheet far below that of the example, with the comments its outer bands ask for. */
  const low = { items: Object.fromEntries(rubricItems.map(({ id }) => [id, 1])), comments: Object.fromEntries(rubricItems.map(({ id }) => [id, '材料不足以支持更高档次。'])) }
  const convened = async (cases: Case[]): Promise<Panel> => ({
    cases,
    members: [],
    id: (await (await as('city.officer')).opened('panel-review', said('panel-review', 'convene', { cases: cases.map(({ id }) => id) }))).id,
  })
  const committed = async (cases: Case[]) => sits(await convened(cases), as('city.officer'), 'commitDraw')
  const witnessed = async (cases: Case[]) => sits(await committed(cases), as('city.supervisor'), 'witnessDraw')
  const drawn = async (cases: Case[]) => membersOf(await sits(await witnessed(cases), as('city.officer'), 'revealDraw'))
  const membersOf = async (panel: Panel): Promise<Panel> => {
    const { members } = (await (await as('city.officer')).detail(panel.id)).case.file as { members: { person: string; seat: string; conflicts: string[]; left: unknown }[] }
    return { ...panel, members: members.filter(({ left }) => !left).map(({ person, seat, conflicts }) => ({ username: expertName(person), person, seat, back: conflicts })) }
  }
  const scoring = async (cases: Case[]) => begun(await drawn(cases))
  type Scoring = { butFor?: number; sheet?: (member: PanelMember, of: Case) => object }
  /** Everybody declares and scores, but for the member at one place, who only declares. */
  const scores = async (panel: Panel, { butFor, sheet = () => ({}) }: Scoring = {}): Promise<Panel> => {
    for (const [at, member] of panel.members.entries()) {
      for (const of of panel.cases.filter(({ id }) => !member.back.includes(id))) {
        await sits(panel, as(member.username), 'declareConflict', { about: of.id })
        if (at !== butFor) await sits(panel, as(member.username), 'score', { about: of.id, ...sheet(member, of) })
      }
    }
    return panel
  }
  const scored = async (cases: Case[], how: Scoring = {}) => scores(await scoring(cases), how)
  /** From the draw to the end of scoring. */
  const begun = (panel: Panel) => sits(panel, as('city.officer'), 'beginScoring')
  const finished = async (panel: Panel, how: Scoring = {}) => sits(await scores(await begun(panel), how), as('city.officer'), 'closeScoring')
  const closed = async (cases: Case[], how: Scoring = {}) => finished(await drawn(cases), how)
  const concluded = async (cases: Case[], shortlist: (of: Case) => boolean = () => true) =>
    sits(await closed(cases), as('city.officer'), 'conclude', {
      opinions: cases.map((of) => ({
        about: of.id,
        opinion: shortlist(of) ? '建议列入现场考察。' : '中试线不完整，暂不列入现场考察。',
        shortlist: shortlist(of),
      })),
    })

  /** From here on steps start from cases that one panel has reviewed together. */
  /** On the day of the example, or today where the town lives before it. */
  const visited = async (of: Case, more: object = {}) => {
    const days = [String(engines.recognition?.examples.recordSiteVisit?.visitedOn), town.now().toISOString().slice(0, 10)]
    return step(of, as('city.officer'), 'recordSiteVisit', { visitedOn: days.sort()[0], ...more })
  }
  /** The visit found something; the host was told, and has reported. Due days of the example lie after the town's own day. */
  const rectifying = async (of: Case) => step(await visited(of, { result: 'rectify' }), as('city.officer'), 'orderRectification', { dueOn: addDays(town.now(), 28) })
  const rectified = async (of: Case) => step(await rectifying(of), host(of), 'reportRectification')
  const proposed = async (of: Case) => step(await visited(of), as('city.officer'), 'propose')
  const decided = async (of: Case, decision: 'approve' | 'defer' | 'decline') => {
    await authorityActs()
    return step(await proposed(of), as('city.lead'), decision)
  }
  const onNotice = async (of: Case) => step(await decided(of, 'approve'), as('city.officer'), 'openNotice')
  /** Moves the clock behind the last day of the notice. */
  const cleared = async (of: Case, { by }: { by: string }) => {
    await onNotice(of)
    town.on(by)
    await runSchedule(town.platform)
    return of
  }
  const recognised = async (of: Case, { by }: { by: string }) => step(await cleared(of, { by }), as('city.lead'), 'recognise')
  /** The case of the base that a recognition opened. */
  const baseOf = async (of: Case): Promise<string> =>
    (await rowOf<{ case_id: string }>(pools.jobs, sql`select case_id from base where jurisdiction = ${jurisdiction} and recognition = ${of.id}`))?.case_id ?? ''
  const baseNumberOf = async (of: Case): Promise<string> =>
    (await rowOf<{ id: string }>(pools.jobs, sql`select id from base where jurisdiction = ${jurisdiction} and recognition = ${of.id}`))?.id ?? ''
  /** The host gives somebody a role in its base. */
  const appoints = async (of: Case, username: string, role: 'base.director' | 'base.clerk') => {
    const from = await town.platform.todayOf(pools.jobs)
    const answer = await (await host(of)).call('POST', `/api/bases/${await baseNumberOf(of)}/people`, { username, role, from, reason: '依托单位聘任' })
    if (answer.status !== 201) throw new Error(`${username} is not appointed: ${JSON.stringify(answer.body)}`)
  }
  /** What comes upon a case as a reaction to another. */
  const asSystem = (caseId: string, step: string, data: Record<string, unknown>) =>
    town.platform.asSystem(async (context) => {
      const outcome = await town.platform.takeStep(context, { caseId, step, data, as: systemActor })
      if (!outcome.ok) throw new Error(`${step}: ${JSON.stringify(outcome)}`)
      return outcome.done
    })
  const changeProposed = async () => (await (await as('city.officer')).opened('rule-change', said('rule-change', 'propose'))).id

  return {
    host,
    county,
    countyName,
    step,
    items,
    answers,
    openBatch,
    authorityActs,
    opened,
    filled,
    submitted,
    returned,
    withdrawn,
    notRecommended,
    examined,
    recommends,
    recommended,
    formRejected,
    supplementing,
    accepted,
    queues,
    queued,
    convened,
    committed,
    witnessed,
    drawn,
    membersOf,
    scoring,
    begun,
    scores,
    scored,
    finished,
    low,
    closed,
    concluded,
    visited,
    rectifying,
    rectified,
    proposed,
    decided,
    onNotice,
    cleared,
    recognised,
    changeProposed,
    baseOf,
    baseNumberOf,
    appoints,
    asSystem,
    statusOf: async (id: string) =>
      (await rowOf<{ status: string }>(pools.jobs, sql`select status from case_list where jurisdiction = ${jurisdiction} and case_id = ${id}`))?.status,
  }
}
