/** A city with thousands of applications, written through the case log by several connections at once. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '../src/app.ts'
import { type DemoApplication, demoApplication } from '../src/demo/applications.ts'
import { seedInstitutions, personId } from '../src/demo/institutions.ts'
import { hostsOfDemo } from '../src/demo/world.hosts.ts'
import { openDatabase } from '../src/platform/database.ts'
import { json, rowsOf, sql } from '../src/platform/query.ts'
import { openSession } from '../src/platform/session.ts'
import { disassemble } from '../src/procedures/recognition/recognition.draft.ts'
import { form2026A } from '../src/procedures/recognition/recognition.form.ts'
import { recognitionExamples as example } from '../src/procedures/recognition/recognition.examples.ts'
import { divisions } from '../src/settings/divisions.ts'

export const jurisdiction = '140700'
export type BenchTown = Awaited<ReturnType<typeof benchTown>>

export async function benchTown() {
  const dataDir = mkdtempSync(join(tmpdir(), 'zs-bench-'))
  chmodSync(dataDir, 0o755)
  const database = await openDatabase({ dataDir, migrations: join(import.meta.dirname, '..', 'db', 'migrations') })
  const { pools } = database
  const clock = () => new Date()
  await seedInstitutions(pools.jobs, { jurisdiction, hosts: hostsOfDemo(), password: 'Bench-2026-measure', now: clock(), newId: randomUUID })
  const { app, platform } = await openApp({ pools, clock, newId: randomUUID, jurisdiction, demo: false, dataDir })
  await app.ready()
  const today = await platform.todayOf(pools.jobs)
  const application = short(demoApplication('vinegar', { on: today }))

  const session = (person: string) =>
    openSession(pools.jobs, { jurisdiction, person, now: clock(), rules: { tries: 5, lockMinutes: 10, idleMinutes: 60 * 24, hours: 24 * 30 } })
  const tokenOf = (username: string) => session(personId(username))

  /** A host of its own for every application: an institution has one under way at a time. */
  async function hosts(from: number, count: number) {
    const rows = Array.from({ length: count }, (_, at) => ({
      no: from + at,
      org: `bench-${from + at}`,
      division: divisions[(from + at) % divisions.length]?.code ?? '',
      person: `p-bench-${from + at}`,
    }))
    await rowsOf(
      pools.jobs,
      sql`insert into organisation (jurisdiction, id, kind, name, division, organiser, host_type, demo) select ${jurisdiction}, r.org, 'host', '第' || r.no || '研制厂', r.division, 'county.' || r.division, 'enterprise', true from jsonb_to_recordset(${json(rows)}) as r(no int, org text, division text)`,
    )
    await rowsOf(
      pools.jobs,
      sql`insert into person (jurisdiction, id, name) select ${jurisdiction}, r.person, '经办' || r.no from jsonb_to_recordset(${json(rows)}) as r(no int, person text)`,
    )
    await rowsOf(
      pools.jobs,
      sql`insert into assignment (jurisdiction, id, person, role, org, valid_from) select ${jurisdiction}, r.person, r.person, 'host.admin', r.org, '2020-01-01' from jsonb_to_recordset(${json(rows)}) as r(person text, org text)`,
    )
    await rowsOf(
      pools.jobs,
      sql`insert into sec.credential (jurisdiction, person, username, password_hash, changed_at) select ${jurisdiction}, r.person, 'bench.' || r.no, 'none', now() from jsonb_to_recordset(${json(rows)}) as r(no int, person text)`,
    )
    return rows
  }

  /** Opens, fills and submits one application; the draft is not part of the log and is put down in one statement. */
  async function submitted(of: { no: number; org: string; division: string; person: string }): Promise<string> {
    const token = await session(of.person)
    const values = Object.entries({
      ...disassemble(application.data),
      'A.direction': directionOf(of.no),
      'A.leadOrg': of.org,
      'A.county': of.division,
      'B.name': `第${of.no}研制厂`,
      'B.county': of.division,
      'D.county': of.division,
    }).map(([path, value]) => ({ path, value }))
    const files = application.attachments.map(({ name, attachment }) => ({ id: randomUUID(), name, attachment }))
    const opened = await platform.asToken(token, (context) => platform.openCase(context, { procedure: 'recognition', data: {} }))
    if (!opened?.ok) throw new Error(JSON.stringify(opened))
    const { caseId } = opened.done
    await rowsOf(
      pools.jobs,
      sql`insert into draft_value (jurisdiction, case_id, path, value, version, by_person, by_name, at) select ${jurisdiction}, ${caseId}, v.path, v.value, 1, ${of.person}, '经办', now() from jsonb_to_recordset(${json(values)}) as v(path text, value jsonb) on conflict (jurisdiction, case_id, path) do update set value = excluded.value`,
    )
    await rowsOf(
      pools.jobs,
      sql`insert into file (jurisdiction, id, case_id, name, size, type, sha256, by_person, by_org, at, attachment) select ${jurisdiction}, f.id, ${caseId}, f.name, 1, 'application/pdf', repeat('0', 64), ${of.person}, ${of.org}, now(), f.attachment from jsonb_to_recordset(${json(files)}) as f(id text, name text, attachment text)`,
    )
    const done = await platform.asToken(
      token,
      (context) => platform.takeStep(context, { caseId, step: 'submit', data: example.submit }),
      (outcome) => (outcome.ok ? 'commit' : 'rollback'),
    )
    if (!done?.ok) throw new Error(JSON.stringify(done))
    return caseId
  }

  return {
    app,
    platform,
    pools,
    database,
    hosts,
    submitted,
    tokenOf,
    close: async () => {
      await app.close()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The same application with one row where a table asks for no more: ten thousand of them fit a small disk. */
function short(application: DemoApplication): DemoApplication {
  const data = Object.fromEntries(
    Object.entries(application.data).map(([section, answers]) => [
      section,
      Object.fromEntries(
        Object.entries(answers).map(([field, answer]) => {
          const table = form2026A.sections.find(({ id }) => id === section)?.tables.find(({ id }) => id === field)
          return [field, Array.isArray(answer) && table && !table.oneRowPer ? answer.slice(0, Math.max(1, table.minRows)) : answer]
        }),
      ),
    ]),
  )
  return { ...application, data: data as DemoApplication['data'] }
}

/** A direction of its own for every number, in characters that name nobody and no place. */
const signs = [...'甲乙丙丁戊己庚辛壬癸']
const directionOf = (no: number) => `精密材料${[...String(no)].map((digit) => signs[Number(digit)]).join('')}工艺`
