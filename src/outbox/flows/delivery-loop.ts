// Sees to it that what was said is queued, and carries out what is, many at once: takes a few of each workspace, settles in bulk.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Job, PgBoss } from 'pg-boss'
import type { Log, NoticeRef } from '../../core/context.ts'
import { reasonOf } from '../../core/fault-reason.ts'

export interface Dispatcher {
  /** Takes nothing more and waits for what is in hand, at most `withinMs`; the rest goes to others once it stops beating. */
  stop(withinMs: number): Promise<void>
}

export interface Work {
  /** Queues what was said since. False: for now there is hardly more. */
  queueNotices(): Promise<boolean>
  /** Throws on a fault: the job is tried again later. */
  deliver(notice: NoticeRef): Promise<unknown>
}

/** pg-boss's own workers settle a batch when its slowest job has ended, and all look at once at every NOTIFY: this looks 5 times a second, and again at once only after it found plenty. */
const LOOK_EVERY_MS = 200
const MOST_IN_HAND = 400
/** In hand at once for one workspace, in all replicas: enough that one always waits for its turn, few enough that none waits long. */
const AT_ONCE_FOR_WORKSPACE = 8
/** Less than half of the queue's `heartbeatSeconds`. */
const BEAT_EVERY_MS = 4000

type Delivery = Job<NoticeRef>

export function startDispatcher(boss: PgBoss, queue: string, work: Work, log: Log): Dispatcher {
  const inHand = new Set<Delivery>()
  const ended: { job: Delivery; reason: string | null }[] = []
  const stopping = new AbortController()

  const carryOut = async (job: Delivery) => {
    let reason: string | null = null
    try {
      await work.deliver(job.data)
    } catch (fault) {
      reason = reasonOf(fault)
      const attempt = job.retryCount + 1
      log.warn({ ...job.data, attempt, reason }, 'a delivery failed and will be tried again')
    }
    ended.push({ job, reason })
  }
  const settle = async () => {
    const settled = ended.splice(0)
    const completed = settled.filter(({ reason }) => reason === null).map(({ job }) => job)
    try {
      if (completed.length > 0) await boss.complete(queue, completed)
      for (const { job, reason } of settled) if (reason !== null) await boss.fail(queue, job, { reason })
    } catch (fault) {
      // Settling twice does no harm: what is settled is not this attempt's any more.
      ended.push(...settled)
      throw fault
    }
    for (const { job } of settled) inHand.delete(job)
  }
  /**
   * False: there is hardly more for now. A look counts in what it then sorts out, because its workspace has enough
   * in hand: with that workspace ignored, the next look gets to the others.
   */
  const take = async () => {
    const batchSize = MOST_IN_HAND - inHand.size
    if (batchSize === 0) return false
    const ignoreGroups = wellSupplied(inHand)
    const jobs = await boss.fetch<NoticeRef>(queue, {
      batchSize,
      groupConcurrency: AT_ONCE_FOR_WORKSPACE,
      ignoreGroups,
    })
    for (const job of jobs) {
      inHand.add(job)
      void carryOut(job)
    }
    return jobs.length >= AT_ONCE_FOR_WORKSPACE
  }
  const look = async () => {
    await settle()
    const moreSaid = await work.queueNotices()
    const moreQueued = await take()
    return moreSaid || moreQueued
  }
  const keepLooking = async () => {
    while (!stopping.signal.aborted) {
      const more = await look().catch((fault: unknown) => {
        log.warn({ reason: reasonOf(fault) }, 'the queue cannot be reached; trying again')
        return false
      })
      if (!more) await sleep(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const beat = setInterval(() => {
    if (inHand.size > 0) boss.touch(queue, [...inHand]).catch(() => {})
  }, BEAT_EVERY_MS)
  const working = keepLooking()
  return {
    stop: async (withinMs) => {
      const deadline = performance.now() + withinMs
      stopping.abort()
      await working
      while (inHand.size > 0 && performance.now() < deadline) {
        await settle().catch(() => {})
        await sleep(20)
      }
      clearInterval(beat)
    },
  }
}

/** With more than half of what they may have in hand. */
function wellSupplied(inHand: ReadonlySet<Delivery>): string[] {
  const held = new Map<string, number>()
  for (const { data } of inHand) held.set(data.workspaceId, (held.get(data.workspaceId) ?? 0) + 1)
  return [...held].filter(([, count]) => count > AT_ONCE_FOR_WORKSPACE / 2).map(([id]) => id)
}
