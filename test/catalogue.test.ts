/** What every table, function and role of the schema has to have, read from the catalogue: a new one cannot forget it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from './harness.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const asked = async <Row extends object>(query: string): Promise<Row[]> => (await database.pools.owner.query<Row>(query)).rows
const ours = `n.nspname in ('public', 'sec')`
/** The list of applied migrations and the server's own secrets belong to no city. */
const ofNoCity = ['public.zs_migration', 'sec.key']

test('every table has row security, enabled and forced', async () => {
  const bare = await asked<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`)
  expect(bare.map(({ name }) => name).filter((name) => name !== 'public.zs_migration')).toEqual([])
  // There is no view: one would have to ask as the asker.
  expect(
    await asked(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('v', 'm') and not coalesce(c.reloptions::text like '%security_invoker=true%', false)`,
    ),
  ).toEqual([])
})

test('the app writes nowhere without a policy, and everything it may write is checked for its city', async () => {
  const loose = await asked<{ name: string; cmd: string }>(`select tablename || ': ' || policyname as name, cmd from pg_policies
    where schemaname in ('public', 'sec') and 'zs_app' = any(roles) and cmd <> 'SELECT' and coalesce(with_check, qual) not like '%sec.jurisdiction()%'`)
  expect(loose).toEqual([])
})

test('the city stands first in every primary key and every uniqueness, so that no key tells of another city', async () => {
  const keys = await asked<{ name: string; columns: string[] }>(`
    select n.nspname || '.' || c.relname as name, (select array_agg(a.attname::text order by k.at) from unnest(i.indkey) with ordinality k(no, at) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.no) as columns
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and i.indisunique`)
  expect(keys.length).toBeGreaterThan(30)
  expect(keys.filter(({ name, columns }) => !ofNoCity.includes(name) && columns[0] !== (name === 'public.jurisdiction' ? 'code' : 'jurisdiction'))).toEqual([])
  const lacking = await asked<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('r', 'p') and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)`)
  expect(lacking).toEqual([])
})

test("foreign keys between cities' tables carry the city", async () => {
  const keys = await asked<{ name: string; columns: string[] }>(`
    select k.conrelid::regclass || ' → ' || k.confrelid::regclass as name, (select array_agg(a.attname::text order by c.at) from unnest(k.conkey) with ordinality c(no, at) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.no) as columns
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${ours} and k.contype = 'f'`)
  expect(keys.filter(({ columns }) => columns[0] !== 'jurisdiction')).toEqual([])
})

test('every function pins its search_path, with temporary objects last, and nobody may call what signs', async () => {
  const functions = await asked<{ name: string; path: string | null; definer: boolean; open: boolean }>(`
    select p.oid::regprocedure::text as name, (select substr(s, 13) from unnest(p.proconfig) s where s like 'search\\_path=%') as path, p.prosecdef as definer, has_function_privilege('public', p.oid, 'execute') as open
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours}`)
  expect(functions.length).toBeGreaterThan(10)
  expect(functions.filter(({ path }) => !path?.startsWith('pg_catalog') || !path.endsWith('pg_temp')).map(({ name }) => name)).toEqual([])
  expect(functions.filter(({ name, open }) => open && /mac|sign/.test(name))).toEqual([])
  for (const name of ['sec.mac(text)', 'sec.sign(text,text,text,text)'])
    for (const role of ['zs_app', 'zs_jobs'])
      expect((await asked<{ may: boolean }>(`select has_function_privilege('${role}', '${name}', 'execute') as may`))[0], `${role} ${name}`).toEqual({
        may: false,
      })
})

test('the login roles own nothing, pass no row security, and are members of nothing', async () => {
  expect(
    await asked(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname in ('zs_app', 'zs_jobs') order by 1`,
    ),
  ).toEqual(
    ['zs_app', 'zs_jobs'].map((rolname) => ({
      rolname,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    })),
  )
  expect(await asked(`select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('zs_app', 'zs_jobs')`)).toEqual([])
  expect(await asked(`select 1 from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname in ('zs_app', 'zs_jobs')`)).toEqual([])
})

test('the log can be appended to and read: nobody but the owner may change or delete an entry, a sealed sheet or a snapshot', async () => {
  const grants = await asked<{ table: string; privileges: string[] }>(`
    select table_name as table, array_agg(distinct grantee || ' ' || privilege_type order by grantee || ' ' || privilege_type) as privileges from information_schema.role_table_grants
     where grantee in ('zs_app', 'zs_jobs', 'PUBLIC') and table_name in ('case_entry', 'case_sealed', 'document') group by 1 order by 1`)
  expect(grants).toEqual(
    ['case_entry', 'case_sealed', 'document'].map((table) => ({ table, privileges: ['zs_app INSERT', 'zs_app SELECT', 'zs_jobs INSERT', 'zs_jobs SELECT'] })),
  )
  expect(
    await asked(
      `select column_name from information_schema.column_privileges where grantee = 'zs_app' and table_name = 'case_head' and privilege_type = 'UPDATE' order by 1`,
    ),
  ).toEqual([{ column_name: 'hash' }, { column_name: 'orgs' }, { column_name: 'people' }, { column_name: 'version' }])
  expect(await asked(`select 1 from information_schema.role_table_grants where grantee in ('zs_app', 'PUBLIC') and table_schema = 'sec'`)).toEqual([])
})
