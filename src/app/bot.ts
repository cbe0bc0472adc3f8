// Starts the parts of the bot as their dependencies become available, and stops them in order.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock, Context, Log } from '../core/context.ts'
import { connect, type Database } from '../core/db/client.ts'
import { reasonOf } from '../core/fault-reason.ts'
import { PermanentFault, retryUntilStopped } from '../core/retry.ts'
import { IN_FORM, openAnswer } from '../help/flows/open-answer.ts'
import { saveOnlyWorkspace } from '../org/db/people.ts'
import { offerWorkspaceSetup } from '../org/flows/change-workspace.ts'
import { ensurePerson } from '../org/flows/ensure-person.ts'
import { type DeliveryPace, startDeliveryLoop } from '../outbox/flows/delivery-loop.ts'
import { startSchedule } from '../schedule/schedule.ts'
import { createTick } from '../schedule/tick.ts'
import { createConnection, type Identity } from '../slack/connection.ts'
import { askIdentity } from '../slack/identity.ts'
import type { ReceiverContext } from '../slack/receivers/receiver.ts'
import { register } from '../slack/router.ts'
import { createBackgroundJobs } from './background-jobs.ts'
import { type MovableClock, movableClock, realPacing, skippingPacing, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { BOT } from './features.ts'
import { checkHealth, type Parts } from './health-check.ts'
import { startHealth } from './health-server.ts'
import { type Installation, watchInstallation } from './installation.ts'
import { createMetrics } from './metrics.ts'
import { modelPort } from './model.ts'
import { endAnswersLeftOpen } from './open-answers.ts'
import { redrawOpenHomes, rememberingHomes } from './open-homes.ts'
import { createPruning } from './retention.ts'
import { prepareDatabase, startDatabase } from './start-database.ts'
import { createSlackPorts, deliverWith, runDueWith, type SlackPorts } from './wiring.ts'

export interface Bot {
  /** Takes no new work, finishes the work in progress, and resolves within 10 s. Never rejects. */
  stop(): Promise<void>
}

const STOP_TIMEOUT_MS = 9500
const DRAIN_TIMEOUT_MS = 5500
/** Where the clock is moved: whoever moves it waits for what that brings. */
const PACE_WHERE_MOVED: DeliveryPace = { pollMs: 40, editsApartMs: 100 }
/** For requests from Slack, which have to be acknowledged within 3 s. */
const INTERACTIVE = {
  statementTimeoutMillis: 2000,
  idleInTransactionMillis: 5000,
  transactionMillis: 10_000,
}
/** A replica that freezes in a transaction loses what it has locked (see also `endFrozenTransactions`). */
const BACKGROUND = {
  statementTimeoutMillis: 60_000,
  idleInTransactionMillis: 15_000,
  transactionMillis: 60_000,
}

/** What `stop` does: runs all of `drain` at once, then `close` in reverse order of registration. */
interface Shutdown {
  drain: (() => Promise<unknown>)[]
  close: (() => Promise<unknown>)[]
}

export function startBot(config: Config, log: Log): Bot {
  const stopping = new AbortController()
  const shutdown: Shutdown = { drain: [], close: [] }
  const clock = config.clockFile === null ? systemClock() : movableClock(config.clockFile)
  const started = startParts(config, log, clock, stopping.signal, shutdown).catch((fault: unknown) => {
    log.error({ reason: reasonOf(fault) }, 'cannot start')
    process.exit(1)
  })
  const stopParts = async () => {
    await Promise.race([started, sleep(DRAIN_TIMEOUT_MS)])
    await Promise.race([Promise.allSettled(shutdown.drain.map((drain) => drain())), sleep(DRAIN_TIMEOUT_MS)])
    for (const close of shutdown.close.toReversed()) await close().catch(() => {})
    log.info({}, 'stopped')
  }
  return {
    stop: async () => {
      stopping.abort()
      await Promise.race([stopParts(), sleep(STOP_TIMEOUT_MS)])
    },
  }
}

async function startParts(
  config: Config,
  log: Log,
  clock: Clock,
  stopping: AbortSignal,
  shutdown: Shutdown,
): Promise<void> {
  const metrics = createMetrics()
  const parts: Parts = {
    clock,
    database: null,
    connection: null,
    lastTickAt: null,
    ticking: false,
  }
  const health = await startHealth(
    { host: config.healthHost, port: config.healthPort },
    () => checkHealth(parts),
    metrics.text,
  )
  shutdown.close.push(health.close)
  log.info({ port: health.port }, 'health endpoint listening')
  const until: Until = (what, start) =>
    retryUntilStopped(start, stopping, (fault) =>
      log.warn({ what, reason: reasonOf(fault) }, 'not available, will retry'),
    )

  const pools = await startPools(config, log, until, shutdown)
  if (!pools || stopping.aborted) return
  const { interactive, background } = pools
  parts.database = interactive.db

  // Where the clock is moved, Slack is a local one.
  const pacing = config.clockFile === null ? realPacing() : skippingPacing()
  const slack = createSlackPorts(config.slack, log, pacing)
  const context: Context = {
    db: background.db,
    clock,
    directory: slack.directory,
    contributions: BOT.contributions,
    log,
    ...modelPort(config, { db: background.db, clock, log }, metrics),
  }
  const pruning = createPruning()
  let installation: Installation | null = null
  const jobs = createBackgroundJobs(BOT.jobs, context)
  const homes = createBackgroundJobs(
    [redrawOpenHomes(slack.replies), endAnswersLeftOpen(slack.replies)],
    context,
  )
  const tick = createTick(async () => {
    const isSomethingLeft = await runDueWith(context, parts, metrics, pruning)
    await installation?.check()
    jobs.start()
    homes.start()
    return isSomethingLeft
  }, log)
  const stopSchedule = startSchedule({ due: tick.now, homes: async () => homes.start() })
  shutdown.drain.push(stopSchedule, tick.stop, jobs.stop, homes.stop)
  if ('onMove' in clock) tickOnClockMove(clock as MovableClock, tick.now, shutdown)
  void tick.now()

  const identity = await until('Slack', () => askIdentity(slack.client))
  if (!identity) return
  await until('workspace', () => saveIdentity(background.db, identity, clock.now()))
  installation = await until('installation', () => watchInstallation(slack, context, identity.workspaceId))
  const connection = createConnection(config.slack, identity, systemClock(), log)
  const receiver = receiverOf(config, identity, { ...context, db: interactive.db }, slack)
  const listeners = register(connection.app, receiver, (kind, seconds) =>
    metrics.ack.observe({ kind }, seconds),
  )
  shutdown.drain.push(async () => {
    await listeners.settled()
    await connection.stop()
  })
  await connection.start()
  parts.connection = connection
  const deliver = deliverWith(context, slack, config.defaultLocale, metrics)
  const loop = startDeliveryLoop(context, deliver, config.clockFile === null ? undefined : PACE_WHERE_MOVED)
  shutdown.drain.push(() => loop.stop(DRAIN_TIMEOUT_MS - 500))
}

/** Finds who acts, and offers the first admin among them to choose who may set up teams. */
function meetingAdmins(context: Context): ReceiverContext['ensurePerson'] {
  let offered = false
  return async (workspaceId, userId, rights) => {
    const who = await ensurePerson(context, workspaceId, userId, rights)
    if (who?.isAdmin && !offered) {
      offered = true
      await offerWorkspaceSetup(context, who).catch((fault: unknown) => {
        offered = false
        context.log.warn({ reason: reasonOf(fault) }, 'cannot offer the set-up of the workspace')
      })
    }
    return who
  }
}

const receiverOf = (
  { defaultLocale }: Config,
  { workspaceId, botUserId }: Identity,
  context: Context,
  { replies }: SlackPorts,
): ReceiverContext => ({
  ...{ context, workspaceId, botUserId, defaultLocale, replies: rememberingHomes(replies, context) },
  ...{ handlers: BOT.handlers, home: BOT.home, translator: BOT.translator },
  ensurePerson: meetingAdmins(context),
  openAnswer: (who) => openAnswer(context, who, IN_FORM),
  background: () => {},
  languages: new Map(),
  alsoOurs: new Set(),
})

async function saveIdentity(
  db: Database,
  { workspaceId, workspaceName: name, botUserId }: Identity,
  now: Temporal.Instant,
): Promise<void> {
  if (await saveOnlyWorkspace(db, { workspaceId, name, botUserId }, now)) return
  throw new PermanentFault(
    'This database belongs to the bot of another Slack workspace: give each workspace a database of its own.',
  )
}

type Until = <Result>(what: string, start: () => Promise<Result>) => Promise<Result | null>

/** Null: stopped before the database was ready. */
async function startPools(config: Config, log: Log, until: Until, shutdown: Shutdown) {
  const running = await until('database', () => startDatabase(config.database, log))
  if (!running) return null
  shutdown.close.push(running.stop)
  running.keepRunning((reason) => {
    log.error({ reason }, 'the database is lost')
    process.exit(1)
  })
  const prepared = await until('database', () => prepareDatabase(running.url, log))
  if (!prepared) return null
  // The background has the odd one: its deliveries and ticks run at once.
  const forInteractive = Math.floor(config.databaseConnections / 2)
  const forBackground = config.databaseConnections - forInteractive
  const interactive = connect(running.url, { ...INTERACTIVE, maxConnections: forInteractive, ...prepared })
  const background = connect(running.url, { ...BACKGROUND, maxConnections: forBackground, ...prepared })
  shutdown.close.push(interactive.close, background.close)
  return { interactive, background }
}

function tickOnClockMove(clock: MovableClock, tick: () => Promise<void>, shutdown: Shutdown): void {
  clock.onMove(() => void tick())
  shutdown.close.push(async () => clock.close())
}
