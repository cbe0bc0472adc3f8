// Durable deliveries on Postgres: one queued job for each notice, retried with back-off, given up to a dead letter queue.
import { sql } from 'drizzle-orm'
import { fromDrizzle, type Job, type JobResult, PgBoss } from 'pg-boss'
import type { Log, NoticeRef, Queue } from '../flows/context.ts'

const DELIVER = 'deliver'
const DEAD = 'deliver-dead'

/**
 * `short`: a notice has at most one job waiting, so ten changes in a row are one delivery. A second may be
 * active at the same time; the claim on the notice itself keeps the two apart. (`stately` would too, but there
 * a waiting job whose key is active stops the fetch of all the others.)
 * 20 retries of 2 s doubling to 5 min: over an hour of Slack being away before a notice is given up.
 */
const DELIVER_OPTIONS = {
  policy: 'short',
  deadLetter: DEAD,
  retryLimit: 20,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  expireInSeconds: 120,
  // A process that was killed stops beating: its jobs go to others after this long.
  heartbeatSeconds: 10,
  deleteAfterSeconds: 3600,
  notify: true,
} as const

const WORKERS = 16
const BATCH = 20
/** In hand at once for one workspace, in all replicas: more would only wait for its turn, and keep others from theirs. */
const AT_ONCE_FOR_WORKSPACE = 3

const WORK_OPTIONS = {
  batchSize: BATCH,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 2,
  groupConcurrency: AT_ONCE_FOR_WORKSPACE,
  perJobResults: true,
} as const

export interface DeliveryQueue extends Queue {
  /** Creates what the queue needs in the database; run while migrating. */
  install(): Promise<void>
  start(): Promise<void>
  /** `deliver` throws on a fault: the job is tried again later. `giveUp` is told of those that never got through. */
  work(handlers: {
    deliver(notice: NoticeRef): Promise<unknown>
    giveUp(notices: readonly NoticeRef[]): Promise<void>
  }): Promise<void>
  /** No delivery waits, runs or is to be tried again. */
  isIdle(): Promise<boolean>
  /** Takes no more work and waits for what is in hand, at most `withinMs`. */
  stop(withinMs: number): Promise<void>
}

export function createQueue(url: string, log: Log): DeliveryQueue {
  const options = {
    connectionString: url,
    application_name: 'pacesetter-queue',
    connectionTimeoutMillis: 5000,
  }
  const boss = new PgBoss({
    ...options,
    max: 6,
    migrate: false,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  boss.on('error', (error) => log.warn({ reason: error.message }, 'the queue had a fault'))
  boss.on('warning', (warning) => log.debug({ reason: warning.message }, 'the queue warns'))
  return {
    install: () => install(options),
    start: async () => void (await boss.start()),
    enqueueDeliveries: async (tx, notices, later) => {
      if (notices.length === 0) return
      await boss.insert(
        DELIVER,
        inTurns(notices).map((notice) => jobFor(notice, later?.afterSeconds)),
        { db: fromDrizzle(tx, sql), returnId: false },
      )
    },
    work: async ({ deliver, giveUp }) => {
      await boss.work<NoticeRef>(
        DEAD,
        { batchSize: 100, pollingIntervalSeconds: 5 },
        async (jobs) => void (await giveUp(jobs.map((job) => job.data))),
      )
      for (let worker = 0; worker < WORKERS; worker += 1) {
        const id = await boss.work<NoticeRef, object>(DELIVER, WORK_OPTIONS, async (jobs) => {
          const results = await Promise.all(jobs.map((job) => runOne(job, deliver, log)))
          // Where there was something there may be more: a workspace gives out only a few at a time.
          boss.notifyWorker(id)
          return results
        })
      }
    },
    isIdle: async () => {
      const { rows } = await boss
        .getDb()
        .executeSql("select 1 from pgboss.job where name = $1 and state < 'completed' limit 1", [DELIVER])
      return rows.length === 0
    },
    stop: (withinMs) => boss.stop({ graceful: true, timeout: withinMs, close: true }),
  }
}

/** One of each workspace, then a second of each …: a fetch from the front finds work for many of them. */
function inTurns(notices: readonly NoticeRef[]): NoticeRef[] {
  const before = new Map<string, number>()
  const turns = notices.map((notice) => {
    const turn = before.get(notice.workspaceId) ?? 0
    before.set(notice.workspaceId, turn + 1)
    return { notice, turn }
  })
  return turns.sort((a, b) => a.turn - b.turn).map(({ notice }) => notice)
}

const jobFor = (notice: NoticeRef, afterSeconds: number | undefined) => ({
  data: notice,
  singletonKey: `${notice.workspaceId}/${notice.noticeKey}`,
  group: { id: notice.workspaceId },
  ...(afterSeconds ? { startAfter: afterSeconds } : {}),
})

async function runOne(
  job: Job<NoticeRef>,
  deliver: (notice: NoticeRef) => Promise<unknown>,
  log: Log,
): Promise<JobResult> {
  try {
    await deliver(job.data)
    return { id: job.id, status: 'completed' }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    log.warn(
      { ...job.data, attempt: job.retryCount + 1, reason },
      'a delivery failed and will be tried again',
    )
    return { id: job.id, status: 'failed', output: { reason } }
  }
}

async function install(options: { connectionString: string }): Promise<void> {
  const boss = new PgBoss({ ...options, max: 2, schedule: false, supervise: false, migrate: true })
  boss.on('error', () => {})
  await boss.start()
  try {
    await boss.createQueue(DEAD, { retryLimit: 20, retryDelay: 5, retryBackoff: true, retryDelayMax: 300 })
    await boss.createQueue(DELIVER, DELIVER_OPTIONS)
    const { policy: _fixed, ...changeable } = DELIVER_OPTIONS
    await boss.updateQueue(DELIVER, changeable)
  } finally {
    await boss.stop({ graceful: false, close: true })
  }
}
