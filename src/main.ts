// Starts the bot; on SIGTERM or SIGINT it finishes the work in progress and exits.
import { startBot } from './app/bot.ts'
import { readConfig } from './app/config.ts'
import { createLog } from './app/log.ts'
import { migrateOnly } from './app/start-database.ts'
import { reasonOf } from './core/fault-reason.ts'

const read = readConfig()
if (!read.ok) {
  for (const problem of read.problems) console.error(problem)
  process.exit(1)
}
const { config } = read
const log = createLog(config.logLevel)

if (process.argv[2] === 'migrate') {
  const migrated = await migrateOnly(config.database, log).then(
    () => true,
    (fault: unknown) => {
      log.error({ reason: reasonOf(fault) }, 'cannot migrate')
      return false
    },
  )
  process.exit(migrated ? 0 : 1)
}

// Slack's package leaves a promise rejection unhandled for a request that it cannot parse: log it and keep running.
process.on('unhandledRejection', (fault) => log.error({ reason: reasonOf(fault) }, 'unhandled rejection'))
const bot = startBot(config, log)
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    log.info({ signal }, 'shutting down')
    void bot.stop().then(() => process.exit(0))
  })
