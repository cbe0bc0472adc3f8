// Stops Postgres servers of killed test runs, and deletes their folders.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Folders are named `<prefix><pid of the run>-…`. Cleans up those whose run has ended. */
export function clearLeftBehind(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    const run = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN
    if (Number.isNaN(run) || isAlive(run)) continue
    try {
      const file = join(folder, name, 'data/postgres/data/postmaster.pid')
      process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT')
    } catch {
      // The server has already stopped, or never started.
    }
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}
