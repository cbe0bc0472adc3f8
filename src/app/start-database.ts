// Uses the configured database or starts the embedded one, and checks and migrates it.

import type { Log } from '../core/context.ts'
import { readAddress } from '../core/db/address.ts'
import { checkServer, type ServerFacts } from '../core/db/check-server.ts'
import { migrate } from '../core/db/migrate.ts'
import { startEmbedded } from '../core/embedded/server.ts'
import type { Config } from './config.ts'

export interface RunningDatabase {
  url: string
  /** Stops the embedded server, unless another process uses it. Close all connections first. */
  stop(): Promise<void>
  /** Starts the embedded server again whenever it is gone. `onLost`: that does not succeed. */
  keepRunning(onLost: (reason: string) => void): void
}

export async function startDatabase(database: Config['database'], log: Log): Promise<RunningDatabase> {
  if ('url' in database) {
    const read = readAddress(database.url)
    if (read.ok && read.address.mayBeUnencrypted)
      log.warn(
        {},
        'the connection to the database may be unencrypted: set sslmode=verify-full in DATABASE_URL',
      )
    return { url: database.url, stop: async () => {}, keepRunning: () => {} }
  }
  return startEmbedded({ dataDir: database.embeddedIn, log: (message) => log.info({}, message) })
}

/** Checks and migrates the database. */
export async function prepareDatabase(url: string, log: Log): Promise<ServerFacts> {
  const facts = await checkServer(url)
  if (facts.pooled) log.info({}, 'a pooler stands before the database: statements are not prepared')
  await migrate(url, log)
  return facts
}

export async function migrateOnly(database: Config['database'], log: Log): Promise<void> {
  const running = await startDatabase(database, log)
  try {
    await prepareDatabase(running.url, log)
    log.info({}, 'migrations applied')
  } finally {
    await running.stop()
  }
}
