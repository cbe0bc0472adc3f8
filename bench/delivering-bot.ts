// Runs the bot's tick and delivery loop in a child process, with one token for each of many workspaces.

import { setTimeout as sleep } from 'node:timers/promises'
import { BOT } from '../src/app/features.ts'
import { createPruning } from '../src/app/retention.ts'
// Imported so that the process uses as much memory as the real bot.
import '../src/app/bot.ts'
import { createLog } from '../src/app/log.ts'
import { createMetrics } from '../src/app/metrics.ts'
import { deliverWith, runDueWith } from '../src/app/wiring.ts'
import type { Context } from '../src/core/context.ts'
import { connect } from '../src/core/db/client.ts'
import { isOutboxEmpty } from '../src/outbox/db/messages.ts'
import { startDeliveryLoop } from '../src/outbox/flows/delivery-loop.ts'
import { createClient } from '../src/slack/client.ts'
import { createDirectory } from '../src/slack/directory.ts'
import { createRateLimiter } from '../src/slack/rate-limiter.ts'
import { createReplies } from '../src/slack/replies.ts'
import { createMessenger } from '../src/slack/send.ts'
import type { LocalSlack } from './local-slack.ts'

export interface DeliveryReport {
  what: 'ready' | 'ticked' | 'idle'
  /** Resident set size, now and at its maximum. */
  megabytes: number
  mostMegabytes: number
  /** CPU time so far. */
  cpuSeconds: number
}

const { BENCH_DATABASE, LOCAL_SLACK, NOW } = process.env
const { apiUrl, tokens } = JSON.parse(LOCAL_SLACK!) as LocalSlack
const startedAt = performance.now()
const startsAt = Temporal.Instant.from(NOW!)
const clock = { now: () => startsAt.add({ milliseconds: Math.round(performance.now() - startedAt) }) }
const log = createLog('error')
const { db } = connect(BENCH_DATABASE!, { maxConnections: 10, statementTimeoutMillis: 60_000 })
const metrics = createMetrics()
const clients = new Map(Object.entries(tokens).map(([id, token]) => [id, createClient(token, apiUrl, log)]))
const clientFor = (workspaceId: string) => clients.get(workspaceId)!
const rateLimiter = createRateLimiter(() => performance.now(), sleep)
const slack = {
  client: clients.values().next().value!,
  directory: createDirectory(clientFor),
  replies: createReplies(clientFor),
  messenger: createMessenger(clientFor, rateLimiter),
}
const context: Context = {
  db,
  clock,
  directory: slack.directory,
  contributions: BOT.contributions,
  log,
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
const tell = (what: DeliveryReport['what']) =>
  process.send!({
    what,
    megabytes: megabytes(process.memoryUsage.rss()),
    mostMegabytes: megabytes(process.resourceUsage().maxRSS * 1024),
    cpuSeconds: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  } satisfies DeliveryReport)

for (const end of ['SIGTERM', 'disconnect'] as const) process.once(end, () => process.exit(0))
startDeliveryLoop(context, deliverWith(context, slack, 'en', metrics))
tell('ready')
process.once('message', async () => {
  await runDueWith(
    context,
    { clock, database: db, connection: null, lastTickAt: null, ticking: false },
    metrics,
    createPruning(),
  )
  tell('ticked')
  while (!(await isOutboxEmpty(db))) await sleep(250)
  tell('idle')
})
