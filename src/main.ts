// Wires the rooms together and starts them; on SIGTERM or SIGINT finishes what is in hand and leaves.
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
  await migrateOnly(config.database, log)
  process.exit(0)
}

// Slack's package leaves a request that it cannot read to nobody. What is in hand elsewhere goes on.
process.on('unhandledRejection', (fault) =>
  log.error({ reason: reasonOf(fault) }, 'a fault that nobody waited for'),
)
const bot = startBot(config, log)
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    log.info({ signal }, 'finishing what is in hand')
    void bot.stop().then(() => process.exit(0))
  })
