/** The institutions and people of the demo world, written through the system's own role; cases are walked, never written. */
import type { Pool } from 'pg'
import { json, rowsOf, sql } from '../platform/query.ts'
import { hashPassword } from '../platform/session.ts'
import { city, divisions } from '../settings/divisions.ts'
import { demoExperts, demoPeople } from './people.ts'
import { furtherPosts } from './relations.ts'

export type DemoHost = { key: string; org: string; name: string; uscc: string; county: string; hostType: string; address: string; establishedOn: string; legalRepresentative: string }

type Grant = { username: string; role: string; org: string }

/** Writes jurisdiction, organisations, people, credentials, assignments, experts and batches. The password is one for all. */
export async function seedInstitutions(jobs: Pool, asked: { jurisdiction: string; hosts: readonly DemoHost[]; password: string; now: Date; newId: () => string }): Promise<void> {
  const { jurisdiction, hosts, password, now, newId } = asked
  const passwordHash = await hashPassword(password)
  await rowsOf(jobs, sql`insert into jurisdiction (code, name, short_name) values (${jurisdiction}, ${city.words.zh}, ${'晋中'}) on conflict do nothing`)
  await rowsOf(jobs, sql`insert into demo_clock (jurisdiction) values (${jurisdiction}) on conflict do nothing`)
  const orgs = [
    { id: `city.${jurisdiction}`, kind: 'city', name: '晋中市科学技术局（演示）', division: jurisdiction, organiser: null },
    ...divisions.map(({ code, words }) => ({ id: `county.${code}`, kind: 'county', name: `${words.zh}科学技术局（演示）`, division: code, organiser: null })),
    { id: 'org-operations', kind: 'other', name: '平台运维（演示）', division: jurisdiction, organiser: null },
    { id: 'org-experts', kind: 'other', name: '专家库（演示）', division: jurisdiction, organiser: null },
    { id: 'org-auto', kind: 'client', name: '晋中远驰汽车部件有限公司（演示）', division: '140702', organiser: 'county.140702' },
    ...hosts.map((host) => ({ id: host.org, kind: 'host', name: host.name, division: host.county, organiser: `county.${host.county}`, uscc: host.uscc, host_type: host.hostType, address: host.address, legal_representative: host.legalRepresentative, established_on: host.establishedOn })),
  ]
  await rowsOf(jobs, sql`
    insert into organisation (jurisdiction, id, kind, name, division, organiser, uscc, host_type, address, legal_representative, established_on, demo)
    select ${jurisdiction}, o.id, o.kind, o.name, o.division, o.organiser, o.uscc, o.host_type, o.address, o.legal_representative, o.established_on, true
      from jsonb_to_recordset(${json(orgs)}) as o(id text, kind text, name text, division text, organiser text, uscc text, host_type text, address text, legal_representative text, established_on date)`)

  const grants = [...demoPeople, ...demoExperts].flatMap(({ username }) => grantsOf(username, jurisdiction, hosts))
  const people = [...demoPeople, ...demoExperts].filter(({ username }) => grants.some((grant) => grant.username === username) || hosts.some(({ key }) => username === `director.${key}`)).map(({ username, name }) => ({ id: personId(username), username, name }))
  await rowsOf(jobs, sql`insert into person (jurisdiction, id, name, demo) select ${jurisdiction}, p.id, p.name, true from jsonb_to_recordset(${json(people)}) as p(id text, name text)`)
  await rowsOf(jobs, sql`insert into sec.credential (jurisdiction, person, username, password_hash, changed_at) select ${jurisdiction}, p.id, p.username, ${passwordHash}, ${now.toISOString()} from jsonb_to_recordset(${json(people)}) as p(id text, username text)`)
  await rowsOf(jobs, sql`insert into assignment (jurisdiction, id, person, role, org, valid_from) select ${jurisdiction}, g.id, g.person, g.role, g.org, '2020-01-01' from jsonb_to_recordset(${json(grants.map((grant) => ({ ...grant, id: newId(), person: personId(grant.username) })))}) as g(id text, person text, role text, org text)`)
  const experts = demoExperts.map((expert) => ({ person: personId(expert.username), fields: expert.fields, specialty: expert.kind, title: expert.title, employer: expert.employer, region: expert.place, in_city: expert.inCity, employers: [{ name: expert.employer, from: expert.since, to: null }, ...furtherPostOf(expert.username, hosts)] }))
  await rowsOf(jobs, sql`insert into expert (jurisdiction, person, fields, specialty, title, employer, region, in_city, employers, demo) select ${jurisdiction}, e.person, e.fields, e.specialty, e.title, e.employer, e.region, e.in_city, e.employers, true
    from jsonb_to_recordset(${json(experts)}) as e(person text, fields text[], specialty text, title text, employer text, region text, in_city boolean, employers jsonb)`)
}

function furtherPostOf(username: string, hosts: readonly DemoHost[]) {
  const post = furtherPosts[username]
  if (!post) return []
  const { at, from, to } = post
  return [{ name: typeof at === 'string' ? hosts.find(({ key }) => key === at)?.name ?? '' : at.name, from, to }]
}

export const personId = (username: string): string => `p-${username.replaceAll('.', '-')}`

function grantsOf(username: string, jurisdiction: string, hosts: readonly DemoHost[]): Grant[] {
  const [family = '', place = '', lead] = username.split('.')
  const cityOrg = `city.${jurisdiction}`
  switch (family) {
    case 'city': return [{ username, role: place.startsWith('officer') ? 'city.officer' : place === 'supervisor' ? 'city.supervisor' : 'city.lead', org: cityOrg }]
    case 'county': { const division = divisions.find(({ code }) => code === countyCodes[place]); return division ? [{ username, role: lead === 'lead' ? 'county.lead' : 'county.officer', org: `county.${division.code}` }] : [] }
    case 'host': { const host = hosts.find(({ key }) => key === place); return host ? [{ username, role: 'host.admin', org: host.org }, { username, role: 'partner.admin', org: host.org }] : [] }
    // Directors are appointed in their base once there is one.
    case 'partner': return [{ username, role: 'partner.admin', org: 'org-univ' }]
    case 'client': return [{ username, role: 'client', org: 'org-auto' }]
    case 'expert': return [{ username, role: 'expert', org: 'org-experts' }]
    case 'sysadmin': case 'secadmin': case 'auditor': return [{ username, role: family, org: 'org-operations' }]
    default: return []
  }
}
const countyCodes: Record<string, string> = { yuci: '140702', taigu: '140703', yushe: '140721', zuoquan: '140722', heshun: '140723', xiyang: '140724', shouyang: '140725', qixian: '140727', pingyao: '140728', lingshi: '140729', jiexiu: '140781' }
