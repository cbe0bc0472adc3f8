// Creates the embedded Postgres's folder: data, password, and file permissions.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Account, makeFolder } from './account.ts'
import { postgresFolder } from './binaries.ts'

/** The server does not inherit the bot's environment, which holds tokens. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

export interface Cluster {
  /** Postgres's data directory. */
  data: string
  password: string
  logFile: string
  account: Account | null
  bin: string
}

/** Opens the cluster, or creates it in a temporary folder that is renamed when complete: safe against kills and concurrent starts. */
export async function openCluster(
  dataDir: string,
  account: Account | null,
  settings: Record<string, string>,
): Promise<Cluster> {
  const folder = join(dataDir, 'postgres')
  const bin = join(postgresFolder(account), 'bin')
  if (!existsSync(folder)) {
    const temporary = `${folder}.${randomBytes(6).toString('hex')}`
    makeFolder(temporary)
    await initialise(temporary, account, bin, settings.fsync !== 'off')
    try {
      renameSync(temporary, folder)
    } catch (error) {
      rmSync(temporary, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    }
  }
  const password = readFileSync(join(folder, 'password'), 'utf8')
  return { data: join(folder, 'data'), password, logFile: join(folder, 'log'), account, bin }
}

async function initialise(
  folder: string,
  account: Account | null,
  bin: string,
  sync: boolean,
): Promise<void> {
  const data = join(folder, 'data')
  const password = randomBytes(24).toString('hex')
  const passwordFile = join(folder, 'password.initdb')
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  mkdirSync(data, { mode: 0o700 })
  if (account) for (const path of [data, passwordFile]) chownSync(path, account.uid, account.gid)
  const flags = ['--username=pacesetter', '--auth=scram-sha-256', '--encoding=UTF8']
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  await promisify(execFile)(
    join(bin, 'initdb'),
    [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...flags, ...locale, ...(sync ? [] : ['--no-sync'])],
    { ...account, cwd: '/', env: SERVER_ENVIRONMENT },
  )
  rmSync(passwordFile)
}
