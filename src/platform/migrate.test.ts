import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { emptyDatabase } from '../../test/harness.ts'
import { migrate } from './migrate.ts'

const root = mkdtempSync(join(tmpdir(), 'zs-migrations-'))
const databases: Awaited<ReturnType<typeof emptyDatabase>>[] = []
let [folder, count] = ['', 0]

beforeEach(() => {
  folder = join(root, String(count++))
  mkdirSync(folder)
})
afterAll(async () => {
  for (const { drop } of databases) await drop()
  rmSync(root, { recursive: true })
})

const given = (files: Record<string, string>) => { for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql) }

async function database() {
  const made = await emptyDatabase()
  databases.push(made)
  return made.owner
}

async function ask(owner: pg.ClientConfig, sql: string) {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('files are applied in order, and only once', async () => {
  const owner = await database()
  given({ '0001-bases.sql': 'create table base (id text);', '0002-names.sql': 'alter table base add name text; insert into base values (\'a\', \'甲\');' })
  expect(await migrate(owner, folder)).toEqual([{ no: 1, name: '0001-bases.sql' }, { no: 2, name: '0002-names.sql' }])
  expect(await migrate(owner, folder)).toEqual([])
  expect(await ask(owner, 'select * from base')).toEqual([{ id: 'a', name: '甲' }])
})

test('a file that fails leaves nothing behind, is named with its line, and can be mended', async () => {
  const owner = await database()
  given({ '0001-bases.sql': 'create table base (id text);', '0002-wrong.sql': 'create table other (id text);\nalter table nowhere add x text;\nselct 1;' })
  await expect(migrate(owner, folder)).rejects.toThrow(/0002-wrong\.sql: line 3: syntax error/)
  expect(await ask(owner, 'select name from zs_migration')).toEqual([{ name: '0001-bases.sql' }])
  given({ '0002-wrong.sql': 'create table other (id text);' })
  expect(await migrate(owner, folder)).toEqual([{ no: 2, name: '0002-wrong.sql' }])
})

test('a file changed after it was applied is refused, but line ends do not count', async () => {
  const owner = await database()
  given({ '0001-bases.sql': 'create table base (\n  id text\n);\n' })
  await migrate(owner, folder)
  given({ '0001-bases.sql': 'create table base (\r\n  id text\r\n);\r\n' })
  expect(await migrate(owner, folder)).toEqual([])
  given({ '0001-bases.sql': 'create table base (id uuid);' })
  await expect(migrate(owner, folder)).rejects.toThrow(/0001-bases\.sql was changed after it had been applied/)
})

test('an older program refuses a newer database', async () => {
  const owner = await database()
  given({ '0001-a.sql': 'select 1;', '0002-b.sql': 'select 2;' })
  await migrate(owner, folder)
  rmSync(join(folder, '0002-b.sql'))
  await expect(migrate(owner, folder)).rejects.toThrow(/newer than the program: it has 0002-b\.sql/)
})

test.each([
  ['a gap', { '0001-a.sql': '', '0003-c.sql': '' }, /0003-c\.sql: expected a file 0002-name\.sql/],
  ['a number used twice', { '0001-a.sql': '', '0001-b.sql': '' }, /0001-b\.sql: expected a file 0002/],
  ['another kind of name', { '1_a.sql': '' }, /1_a\.sql: expected a file 0001/],
])('%s in the numbers is refused before anything is applied', async (_, files, message) => {
  given(files as Record<string, string>)
  await expect(migrate(await database(), folder)).rejects.toThrow(message)
})

test('a file that commits by itself is refused', async () => {
  given({ '0001-a.sql': 'create table a (id text); commit; begin;' })
  await expect(migrate(await database(), folder)).rejects.toThrow(/0001-a\.sql: the file ends its own transaction/)
})

test('eight processes that start at once apply every file once', async () => {
  const owner = await database()
  given({ '0001-a.sql': 'create table a (id text);', '0002-b.sql': 'select pg_sleep(0.05); insert into a values (\'once\');', '0003-c.sql': 'create table c (id text);' })
  const applied = await Promise.all(Array.from({ length: 8 }, () => migrate(owner, folder)))
  expect(applied.flat().map(({ no }) => no).sort()).toEqual([1, 2, 3])
  expect(await ask(owner, 'select count(*)::int as count from a')).toEqual([{ count: 1 }])
})
