// Makes the embedded Postgres's own folder: its data, its password, who may read what.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Account, makeFolder } from './account.ts'
import { postgresFolder } from './binaries.ts'

/** The server gets none of the bot's environment: it holds tokens. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

export interface Cluster {
  /** Postgres's own folder. */
  data: string
  password: string
  logFile: string
  account: Account | null
  bin: string
}

/** Made aside and renamed, so that what has the name is complete, whoever was killed or came second. */
export async function clusterIn(
  place: string,
  account: Account | null,
  settings: Record<string, string>,
): Promise<Cluster> {
  const folder = join(place, 'postgres')
  const bin = join(postgresFolder(account), 'bin')
  if (!existsSync(folder)) {
    const aside = `${folder}.${randomBytes(6).toString('hex')}`
    makeFolder(aside)
    await initialise(aside, account, bin, settings.fsync !== 'off')
    try {
      renameSync(aside, folder)
    } catch (error) {
      rmSync(aside, { recursive: true, force: true })
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
  const handedOver = join(folder, 'password.initdb')
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  writeFileSync(handedOver, password, { mode: 0o600 })
  mkdirSync(data, { mode: 0o700 })
  if (account) for (const path of [data, handedOver]) chownSync(path, account.uid, account.gid)
  const flags = ['--username=pacesetter', '--auth=scram-sha-256', '--encoding=UTF8']
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  await promisify(execFile)(
    join(bin, 'initdb'),
    [`--pgdata=${data}`, `--pwfile=${handedOver}`, ...flags, ...locale, ...(sync ? [] : ['--no-sync'])],
    { ...account, cwd: '/', env: SERVER_ENVIRONMENT },
  )
  rmSync(handedOver)
}
