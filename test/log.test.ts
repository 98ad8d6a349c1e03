/** The log tells when somebody with all rights changed it, and the read tables are nothing but what it says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Pool } from 'pg'
import { engines } from '../src/engines.ts'
import { canonical, fingerprint } from '../src/platform/canonical.ts'
import { readTables, rebuildReadTables } from '../src/platform/rebuild-tables.ts'
import { verifyLog } from '../src/platform/verify-log.ts'
import { ruleChangeExamples } from '../src/procedures/rule-change/rule-change.commands.ts'
import { rulesReader } from '../src/rules-in-force.ts'
import { type Case, casework, type Casework } from './casework.ts'
import fc from './chance.ts'
import { openTown, type Town } from './town.ts'

let town: Town
let work: Casework
let recognised: Case
let panel: string
beforeAll(async () => {
  town = await openTown()
  work = casework(town)
  await variedWorld()
})
afterAll(() => town.close())

/** Something of everything: side exits, supplements, panels open and closed, notices held and terminated, changes of every kind in force. */
async function variedWorld() {
  const first = [await work.queued('glassware'), await work.queued('gears'), await work.queued('anode')] as [Case, Case, Case]
  panel = (await work.concluded(first, (of) => of.key !== 'anode')).id
  recognised = await work.recognised(first[0], { by: '2026-12-01' })
  await work.onNotice(first[1])
  const city = await town.as('city.officer')
  const notice = (await city.detail(first[1].id)).related.find(({ procedure }) => procedure === 'public-notice')?.id ?? ''
  await city.did(notice, 'holdRow', { case: first[1].id, reason: '收到异议。' })
  town.on('2026-12-03')
  const back = await work.returned('iron')
  town.on('2026-12-07')
  await work.step(back, work.host(back), 'submit', { answers: work.answers })
  await work.supplementing('robot')
  await work.withdrawn('nylon')
  const third = await work.queued('coke')
  const open = await work.scored([third], { butFor: 2 })
  await city.did(open.id, 'replace', { expert: open.members[2]?.person, because: 'conflict', reason: '专家回避。' })
  const changes = [
    ruleChangeExamples.propose.change,
    { kind: 'reading', law: 'Art. 18', reading: 'adjacentYears', words: { zh: '相邻年度', en: 'Adjacent years' } },
    { kind: 'calendarYear', year: 2028, off: ['2028-01-01'], work: [], source: '测试' },
  ]
  for (const change of changes) await (await town.as('city.lead')).did((await city.opened('rule-change', { ...ruleChangeExamples.propose, change })).id, 'sign')
}

test('the untouched log holds, and every kind of case is in it', async () => {
  const report = await verifyLog(town.pools.jobs, { engines })
  expect(report.faults).toEqual([])
  expect(report).toMatchObject({ cases: expect.any(Number), documents: expect.any(Number) })
  expect(report.entries).toBeGreaterThan(100)
})

describe('a change by the owner of the database is found, and the first bad entry is named', () => {
  type Change = { what: string; sql: string; at?: 'panel'; no: number; number?: RegExp }
  const entry = 'update case_entry set'
  const third = 'where case_id = $1 and no = 3'
  const inBody = (path: string, value: string) => `${entry} body = jsonb_set(body, '{${path}}', '${value}') ${third}`
  const changes: Change[] = [
    { what: 'did', sql: `${entry} did = 'withdraw' ${third}`, no: 3 },
    { what: 'by_person', sql: `${entry} by_person = 'p-county-taigu' ${third}`, no: 3 },
    { what: 'at', sql: `${entry} at = at + interval '1 millisecond' ${third}`, no: 3 },
    { what: 'seen', sql: `${entry} seen = 'city' ${third}`, no: 3 },
    { what: 'prev', sql: `${entry} prev = repeat('0', 64) ${third}`, no: 3 },
    { what: 'hash', sql: `${entry} hash = repeat('0', 64) ${third}`, no: 3 },
    { what: 'no', sql: `${entry} no = 300 ${third}`, no: 3 },
    { what: 'case_id', sql: `${entry} case_id = 'another' ${third}`, no: 3 },
    { what: 'jurisdiction', sql: `${entry} jurisdiction = '140100' ${third}`, no: 3 },
    { what: 'what was done', sql: inBody('did', '"withdraw"'), no: 3 },
    { what: 'the day', sql: inBody('on', '"2026-11-24"'), no: 3 },
    { what: 'the article', sql: inBody('law', '"Art. 11"'), no: 3 },
    { what: 'the status reached', sql: inBody('to', '"recognised"'), no: 3 },
    { what: 'who acted', sql: inBody('by,name', '"别人"'), no: 3 },
    { what: 'the opinion', sql: inBody('data,opinion', '"改过的意见"'), no: 3 },
    { what: 'a verdict', sql: `${entry} body = jsonb_set(body, '{verdicts}', '[]') where case_id = $1 and no = 2`, no: 2 },
    { what: 'a fact that a verdict saw', sql: `${entry} body = jsonb_set(body, '{verdicts,0,outcome}', '"notMet"') where case_id = $1 and no = 2`, no: 2 },
    { what: 'an added key', sql: inBody('note', '"x"'), no: 3 },
    { what: 'a space in a text', sql: `${entry} body = jsonb_set(body, '{data,opinion}', to_jsonb((body->'data'->>'opinion') || ' ')) ${third}`, no: 3 },
    { what: 'the first entry deleted', sql: 'delete from case_entry where case_id = $1 and no = 1', no: 1 },
    { what: 'a middle entry deleted', sql: 'delete from case_entry where case_id = $1 and no = 5', no: 5 },
    { what: 'the last entry deleted', sql: 'delete from case_entry where case_id = $1 and no = (select version from case_head where id = $1)', no: 0 },
    {
      what: 'a middle entry deleted and the rest moved up',
      sql: 'delete from case_entry where case_id = $1 and no = 5; update case_entry set no = no + 99 where case_id = $1 and no > 5; update case_entry set no = no - 100 where no > 100',
      no: 5,
    },
    {
      what: 'two entries swapped',
      sql: 'update case_entry set no = 107 - no where case_id = $1 and no in (3, 4); update case_entry set no = no - 100 where no > 100',
      no: 3,
    },
    {
      what: 'the contents of two entries swapped',
      sql: `update case_entry e set body = o.body, did = o.did, by_person = o.by_person from case_entry o where e.case_id = $1 and o.case_id = $1 and e.no in (3, 4) and o.no = 7 - e.no`,
      no: 3,
    },
    {
      what: 'an entry put in between',
      sql: `update case_entry set no = no + 100 where case_id = $1 and no > 4; update case_entry set no = no - 99 where case_id = $1 and no > 100; insert into case_entry select jurisdiction, case_id, 5, did, by_person, at, seen, body, prev, hash from case_entry where case_id = $1 and no = 4`,
      no: 5,
    },
    {
      what: 'an entry put at the end',
      sql: 'insert into case_entry select jurisdiction, case_id, no + 1, did, by_person, at, seen, body, hash, hash from case_entry where case_id = $1 order by no desc limit 1',
      no: 0,
    },
    { what: 'the version of the head', sql: 'update case_head set version = version - 1 where id = $1', no: 0 },
    { what: 'the hash of the head', sql: `update case_head set hash = repeat('0', 64) where id = $1`, no: 0 },
    { what: 'the number', sql: `update case_head set number = 'RD-2026-0099' where id = $1`, no: 1, number: /RD-2026-0099/ },
    { what: 'the procedure', sql: `update case_head set procedure = 'rule-change' where id = $1`, no: 1 },
    { what: 'the day of opening', sql: `update case_head set opened_on = opened_on - 1 where id = $1`, no: 1 },
    { what: 'who may see it', sql: `update case_head set orgs = orgs || array['county.140703'] where id = $1`, no: 0 },
    { what: 'which persons may see it', sql: `update case_head set people = array['p-host-iron'] where id = $1`, no: 0 },
    { what: 'the submitted material', sql: `update document set body = jsonb_set(body, '{data,A,direction}', '"另一方向"') where case_id = $1`, no: 2 },
    { what: 'the name of the material', sql: `update document set sha256 = repeat('0', 64) where case_id = $1`, no: 2 },
    { what: 'the material deleted', sql: 'delete from document where case_id = $1', no: 2 },
    { what: 'the pool under a commitment', at: 'panel', sql: `update document set body = jsonb_set(body, '{pool}', '[]') where case_id = $1 and kind = 'draw'`, no: 2 },
    { what: 'the word of the witness', at: 'panel', sql: `update case_entry set body = jsonb_set(body, '{data,word}', '"6 6 6 6"') where case_id = $1 and no = 3`, no: 3 },
    { what: 'who was drawn', at: 'panel', sql: `update case_entry set body = jsonb_set(body, '{data,members,0,person}', '"p-expert-30"') where case_id = $1 and no = 4`, no: 4 },
    { what: 'how the sheets were counted', at: 'panel', sql: `update case_entry set body = jsonb_set(body, '{data,counted,0,total}', '"99.00"') where case_id = $1 and did = 'countSheets'`, no: 0 },
    { what: 'a sealed score', at: 'panel', sql: `update case_sealed set data = jsonb_set(data, '{items}', '{}') where case_id = $1 and no = 7`, no: 7 },
    { what: 'the salt of a sealed score', at: 'panel', sql: `update case_sealed set salt = 'x' where case_id = $1 and no = 7`, no: 7 },
    { what: 'whose sealed score it is', at: 'panel', sql: `update case_sealed set person = 'p-expert-30' where case_id = $1 and no = 7`, no: 7 },
    { what: 'a sealed score deleted', at: 'panel', sql: 'delete from case_sealed where case_id = $1 and no = 7', no: 7 },
    { what: 'a sealed score put to another entry', at: 'panel', sql: 'update case_sealed set no = 6 where case_id = $1 and no = 7', no: 6 },
  ]
  for (const { what, sql, at, no } of changes) {
    test(what, async () => {
      const id = at === 'panel' ? panel : recognised.id
      const faults = await tampered(sql.split('; '), id)
      const last = (await town.pools.owner.query<{ version: number }>('select version from case_head where id = $1', [id])).rows[0]?.version ?? 0
      expect(faults[0]).toMatchObject({ caseId: id })
      // 0: at the end, where head and last entry meet.
      if (no > 0) expect(faults[0]?.no).toBe(no)
      else expect([last - 1, last, last + 1]).toContain(faults[0]?.no)
      expect(faults.filter(({ caseId }) => caseId === id)).toHaveLength(1)
    })
  }
  const everything = [
    'case_sealed',
    'case_reader',
    'outbox',
    'message',
    'draft_value',
    'draft',
    'file',
    'document',
    'case_entry',
    'case_list',
    'notice',
    'base',
  ].map((table) => `delete from ${table} where case_id = $1`)
  test('a whole case deleted, whichever it is', async () => {
    const number = async (id: string) => (await town.pools.owner.query<{ number: string }>('select number from case_head where id = $1', [id])).rows[0]?.number
    for (const id of [recognised.id, panel])
      expect(await tampered([...everything, 'delete from case_head where id = $1'], id)).toMatchObject([{ number: await number(id), no: 0 }])
  })
  test('the only cases of a procedure deleted', async () => {
    const kinds = async () =>
      tampered(
        [
          ...everything.map((statement) => statement.replace('case_id = $1', `case_id in (select id from case_head where procedure = 'rule-change')`)),
          `delete from case_head where procedure = 'rule-change'`,
        ],
        null,
      )
    expect((await kinds()).map(({ number }) => number)).toEqual(expect.arrayContaining(['GZ-2026-0001', 'GZ-2026-0002']))
  })

  /** Changes the log with all rights and all triggers off, verifies, and takes everything back. */
  async function tampered(statements: string[], id: string | null) {
    const tx = await town.pools.owner.connect()
    try {
      await tx.query('begin')
      await tx.query('set local session_replication_role = replica')
      let touched = 0
      for (const statement of statements) touched += (await tx.query(statement, statement.includes('$1') ? [id] : [])).rowCount ?? 0
      expect(touched, 'something was changed').toBeGreaterThan(0)
      return (await verifyLog(tx as unknown as Pool, { engines })).faults
    } finally {
      await tx.query('rollback')
      tx.release()
    }
  }
})

/** Tables of procedures about a base: their own walks fill them and build them again. */
const inOwnWalk = ['base_file', 'inspection', 'suspension', 'matter', 'revocation', 'award', 'assessment', 'assessment_grade', 'assessment_mark']

test('read tables built again from the entries are the same row for row', async () => {
  const everyRow = async () =>
    Object.fromEntries(
      await Promise.all(
        readTables.map(
          async (table) =>
            [
              table,
              (await town.pools.owner.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t order by 1`)).rows.map(({ row }) => row),
            ] as const,
        ),
      ),
    )
  const before = await everyRow()
  expect(
    Object.entries(before)
      .filter(([table, rows]) => rows.length === 0 && !inOwnWalk.includes(table))
      .map(([table]) => table),
    'no read table is empty in this world',
  ).toEqual([])
  await town.pools.owner.query(`update case_list set title = 'spoilt', status = 'draft', due_on = null`)
  const reader = rulesReader()
  await rebuildReadTables(town.pools.jobs, { engines, rulesOf: (tx, jurisdiction, day) => reader.rulesOf(tx, jurisdiction, day) })
  const after = await everyRow()
  for (const table of readTables) expect(after[table], table).toEqual(before[table])
})

describe('canonical JSON', () => {
  const json = fc.jsonValue({ stringUnit: 'grapheme' }).filter((value) => !JSON.stringify(value).includes('\\u0000'))
  const shuffled = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shuffled)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, item]) => [key, shuffled(item)]),
          )
        : value

  test('has one spelling whatever the order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(shuffled(value))).toBe(canonical(value))
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))
      }),
      { numRuns: 500 },
    )
  })
  test('tells different values apart', () => {
    fc.assert(
      fc.property(json, json, (one, two) => {
        expect(fingerprint(one) === fingerprint(two)).toBe(JSON.stringify(JSON.parse(canonical(one))) === JSON.stringify(JSON.parse(canonical(two))))
      }),
      { numRuns: 500 },
    )
  })
  test('survives the database', async () => {
    const values = fc.sample(json, 300)
    const { rows } = await town.pools.owner.query<{ value: unknown }>('select v as value from unnest($1::jsonb[]) with ordinality u(v, at) order by at', [
      values.map((value) => JSON.stringify(value)),
    ])
    expect(rows.map(({ value }) => canonical(value))).toEqual(values.map((value) => canonical(value)))
  })
  test('refuses what has no JSON', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1, 1n, Symbol('x')]) expect(() => canonical(value)).toThrow(TypeError)
    expect(canonical({ b: undefined, a: [undefined] })).toBe('{"a":[null]}')
  })
})
