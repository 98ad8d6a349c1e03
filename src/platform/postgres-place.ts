import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, chmodSync, chownSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** The user PostgreSQL runs as; `undefined` is whoever runs this process. PostgreSQL refuses to run as root. */
export type PostgresUser = { uid: number; gid: number } | undefined

/** Where a cluster lives: `base` holds everything, `data` is PostgreSQL's own folder, `socket` the folder of its socket. */
export type PostgresPlace = { base: string; data: string; socket: string; log: string; user: PostgresUser; id: string }

/** A fault the person who starts the server can mend; the message says how, in both languages. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

const isRoot = process.getuid?.() === 0

/** Longest path of a socket: 108 bytes on Linux, 104 on macOS, both with a closing zero; PostgreSQL's own name takes 14. */
const longestFolder = 103 - '/.s.PGSQL.5432'.length

/**
 * Finds the place for the cluster of `dataDir` and creates its folders. Started by root, PostgreSQL runs as another
 * user; when that user cannot get to `dataDir` (a home of mode 0700), the cluster goes where it can and a note is left.
 */
export function placeFor(dataDir: string, log: (line: string) => void): PostgresPlace {
  const wanted = resolve(dataDir)
  writableFolder(wanted)
  const note = join(wanted, 'postgres-is-elsewhere.txt')
  const base = existsSync(note) ? readFileSync(note, 'utf8').split('\n')[0]!.trim() : isRoot ? reachableBase(wanted, note) : wanted
  if (base !== wanted) log(`数据库位于 ${base}\n  The database lives in ${base}`)

  const data = join(base, 'postgres')
  const user = userFor(data)
  writableFolder(base)
  const id = hash(base)
  return { base, data, user, id, log: join(base, 'postgres.log'), socket: socketFolder(base, id, user) }
}

/** Whether the user can walk down to the folder and into it. */
export function canReach(path: string, user: PostgresUser): boolean {
  if (!user) return true
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** Creates a folder that only the user of PostgreSQL may open. */
export function privateFolder(path: string, user: PostgresUser) {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  // Somebody else's folder in a shared place like /tmp would let them put their own socket there.
  const { uid } = lstatSync(path)
  if (!lstatSync(path).isDirectory() || (uid !== (user?.uid ?? process.getuid?.() ?? uid) && !isRoot)) {
    throw new CannotStart(`目录 ${path} 属于其他用户，请删除后重试。\n${path} belongs to another user; remove it and try again.`)
  }
  chmodSync(path, 0o700)
  if (user) chownSync(path, user.uid, user.gid)
}

function writableFolder(path: string) {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new CannotStart(`目录 ${path} 不可写，请检查权限。\nThe folder ${path} cannot be written to; check its permissions.`, { cause })
  }
}

function reachableBase(wanted: string, note: string): string {
  if (existsSync(join(wanted, 'postgres', 'PG_VERSION')) || canReach(wanted, nobody())) return wanted
  const elsewhere = join('/var/lib/zhongshi', hash(wanted))
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 })
  for (const folder of [elsewhere, dirname(elsewhere)]) chmodSync(folder, 0o755)
  writeFileSync(note, `${elsewhere}\n\nPostgreSQL 不能以 root 运行，而 nobody 用户进不了本目录，所以数据库在上面的位置。请勿删除本文件。\n`
    + 'PostgreSQL does not run as root, and the user nobody cannot enter this folder: the database is at the path above. Keep this file.\n')
  return elsewhere
}

/** Whoever owns the data runs the server; new data of root belong to nobody. */
function userFor(data: string): PostgresUser {
  const owner = existsSync(data) ? statSync(data) : undefined
  if (isRoot) {
    if (owner?.uid === 0) giveTo(data, nobody())
    return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody()
  }
  if (owner && owner.uid !== process.getuid?.()) {
    throw new CannotStart(`数据库 ${data} 属于另一个系统用户（uid ${owner.uid}），请用该用户或 root 启动。\n`
      + `The database ${data} belongs to another system user (uid ${owner.uid}); start as that user or as root.`)
  }
  return undefined
}

/** Data restored or copied by root. */
function giveTo(path: string, user: NonNullable<PostgresUser>) {
  chownSync(path, user.uid, user.gid)
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), user)
}

function socketFolder(base: string, id: string, user: PostgresUser): string {
  const near = join(base, 'run')
  if (Buffer.byteLength(near) <= longestFolder) return near
  const shared = canReach(tmpdir(), user) && Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp'
  return join(shared, `zs-${process.getuid?.() ?? 0}-${id}`)
}

function nobody(): NonNullable<PostgresUser> {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout || Number.NaN))
  return { uid: uid! >= 0 ? uid! : 65534, gid: gid! >= 0 ? gid! : 65534 }
}

const hash = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 12)
