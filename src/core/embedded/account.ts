// Decides under which user and in which folder the embedded Postgres runs: Postgres refuses to run as root.
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export interface Account {
  uid: number
  gid: number
}

/** When the bot runs as root: the folder for files that the server's user must be able to read. */
export const SHARED_HOME = '/var/lib/pacesetter'
const ACCOUNTS_FOR_ROOT = ['postgres', '_postgres', 'nobody']

/** Null: run as the current user. As root: the first of a few well-known users that exists. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ACCOUNTS_FOR_ROOT) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error(
    `Postgres does not run as root, and none of the users ${ACCOUNTS_FOR_ROOT.join(', ')} exists here. ` +
      'Start the bot as another user, or set DATABASE_URL.',
  )
}

/**
 * The configured folder; where the server's user cannot enter it (a checkout in root's home), a folder under
 * SHARED_HOME, named by a hash of the configured path so that the next start finds it again.
 */
export function resolveDataDir(dataDir: string, account: Account | null): string {
  const wanted = resolve(dataDir)
  if (!account || canEnter(wanted, account)) return wanted
  return join(SHARED_HOME, createHash('sha256').update(wanted).digest('hex').slice(0, 16))
}

/** Creates the folder with mode 755 whatever the umask, because the server's user has to enter it. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
  chmodSync(folder, 0o755)
}

function canEnter(folder: string, account: Account): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false })
  const parent = dirname(folder)
  if (stat) {
    const needed = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001
    if ((stat.mode & needed) === 0) return false
  }
  return parent === folder || canEnter(parent, account)
}
