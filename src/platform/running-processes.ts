import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export type RunningProcess = { pid: number; command: string }

/** Every process of this machine that still runs; a zombie has ended and only waits to be reaped. */
export function runningProcesses(): RunningProcess[] {
  return process.platform === 'linux' ? fromProc() : fromPs()
}

/** Whether `pid` runs. Not `kill(pid, 0)`: that also finds zombies, which a container may keep for ever. */
export function isRunning(pid: number): boolean {
  if (process.platform === 'linux') return statOf(pid) !== undefined
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Tells a process from a later one with the same number. `undefined` when it does not run. */
export function startedAt(pid: number): string | undefined {
  if (process.platform === 'linux') return statOf(pid)?.[19]
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined
}

function fromProc(): RunningProcess[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    if (!statOf(Number(name))) return []
    try {
      return [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() }]
    } catch {
      return []
    }
  })
}

function fromPs(): RunningProcess[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,stat=,command='], { encoding: 'utf8', maxBuffer: 64 << 20 })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, state, command] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    return pid && state && command && !state.startsWith('Z') ? [{ pid: Number(pid), command: command.trim() }] : []
  })
}

/** The fields of /proc/<pid>/stat from the state on; the name before it may contain anything, even brackets. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(') ') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields
  } catch {
    return undefined
  }
}
