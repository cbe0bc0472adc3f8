// Durable deliveries on Postgres: one queued job for each notice, retried with back-off, given up to a dead letter queue.
import { PgBoss } from 'pg-boss'
import type { Clock, Log, NoticeRef, Queue } from '../core/context.ts'
import { reasonOf } from '../core/fault-reason.ts'
import { type Dispatcher, startDispatcher, type Work } from './flows/delivery-loop.ts'

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
  // The dispatcher looks often enough, and a NOTIFY makes all commits of the database wait for each other.
  notify: false,
} as const

/**
 * The queue fills and empties faster than Postgres gathers statistics about it. By those of an empty table it would
 * sort everything that waits at each look; this way it reads the few it takes from the index that has them in order.
 */
const PLANNING = '-c enable_bitmapscan=off -c enable_sort=off'

const ANYTHING_LEFT = `
  (select 1 from unqueued_notices limit 1)
  union all
  (select 1 from pgboss.job where name = $1 and state < 'completed' limit 1)`

/** Not what waits for a retry, or for later. */
const WITH_WAITING = `
  select group_id from pgboss.job
  where name = $1 and state = 'created' and not blocked and start_after <= now()
  group by group_id having count(*) >= $2`

export interface DeliveryQueue extends Queue {
  start(): Promise<void>
  /** `giveUp` is told of those that never got through. */
  work(handlers: Work & { giveUp(notices: readonly NoticeRef[]): Promise<void> }): Promise<void>
  /** Nothing said is without a job; no delivery waits, runs or is to be tried again. */
  isIdle(): Promise<boolean>
  /** Takes no more work and waits for what is in hand, at most `withinMs`. */
  stop(withinMs: number): Promise<void>
}

export function createQueue(url: string, clock: Clock, log: Log): DeliveryQueue {
  const boss = new PgBoss({
    ...connectionTo(url),
    max: 6,
    migrate: false,
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  boss.on('error', (error) => log.warn({ reason: reasonOf(error) }, 'the queue had a fault'))
  boss.on('warning', (warning) => log.debug({ reason: warning.message }, 'the queue warns'))
  let dispatcher: Dispatcher | null = null
  return {
    start: async () => void (await boss.start()),
    enqueueDeliveries: async (inTransaction, notices, later) => {
      if (notices.length === 0) return
      const now = clock.now()
      await boss.insert(
        DELIVER,
        inTurns(notices).map((inTurn) => jobFor(inTurn, now, later?.afterSeconds)),
        {
          db: { executeSql: async (text, values = []) => ({ rows: await inTransaction(text, values) }) },
          returnId: false,
        },
      )
    },
    withWaiting: async (atLeast) => {
      const { rows } = await boss.getDb().executeSql(WITH_WAITING, [DELIVER, atLeast])
      return rows.map((row: { group_id: string }) => row.group_id)
    },
    work: async ({ giveUp, ...work }) => {
      await boss.work<NoticeRef>(
        DEAD,
        { batchSize: 100, pollingIntervalSeconds: 5 },
        async (jobs) => void (await giveUp(jobs.map((job) => job.data))),
      )
      dispatcher = startDispatcher(boss, DELIVER, work, log)
      // What a dead process had in hand is taken over at once: one that is killed again and again must get somewhere, too.
      await boss
        .supervise(DELIVER)
        .catch((fault: unknown) => log.warn({ reason: reasonOf(fault) }, 'the queue had a fault'))
    },
    isIdle: async () => {
      // In one statement: between two, something said could become a job unseen, or a delivery say more.
      const { rows } = await boss.getDb().executeSql(ANYTHING_LEFT, [DELIVER])
      return rows.length === 0
    },
    stop: async (withinMs) => {
      await dispatcher?.stop(withinMs)
      await boss.stop({ graceful: true, timeout: withinMs, close: true })
    },
  }
}

/** The first of each workspace, then the second of each …: nobody's one message waits for another's thousand. */
function inTurns(notices: readonly NoticeRef[]): { notice: NoticeRef; turn: number }[] {
  const before = new Map<string, number>()
  return notices.map((notice) => {
    const turn = before.get(notice.workspaceId) ?? 0
    before.set(notice.workspaceId, turn + 1)
    return { notice, turn }
  })
}

/** What a workspace can take of posts in a second, more or less: see `slack/pace.ts`. */
const TURNS_PER_SECOND = 4
/** Priorities are 32 bits. */
const FIRST_SECOND = Temporal.Instant.from('2026-01-01T00:00:00Z').epochMilliseconds / 1000

/** In order of the second in which its turn can come at best: none falls behind because others began to wait later. */
function jobFor(
  { notice, turn }: { notice: NoticeRef; turn: number },
  now: Temporal.Instant,
  afterSeconds = 0,
) {
  const turnAt = now.epochMilliseconds / 1000 + afterSeconds + turn / TURNS_PER_SECOND
  return {
    data: notice,
    singletonKey: `${notice.workspaceId}/${notice.noticeKey}`,
    group: { id: notice.workspaceId },
    priority: Math.floor(FIRST_SECOND - turnAt),
    ...(afterSeconds > 0 ? { startAfter: afterSeconds } : {}),
  }
}

const connectionTo = (url: string) => ({
  connectionString: url,
  application_name: 'pacesetter-queue',
  connectionTimeoutMillis: 5000,
  options: PLANNING,
})

/** Creates what the queue needs in the database; run while migrating. */
export async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({ ...connectionTo(url), max: 2, schedule: false, supervise: false, migrate: true })
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
