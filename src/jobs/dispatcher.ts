// Carries out queued deliveries, many at once: takes a few of each workspace, and settles them in bulk as they end.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Job, PgBoss } from 'pg-boss'
import type { Log, NoticeRef } from '../flows/context.ts'
import { reasonOf } from '../flows/fault-reason.ts'

export interface Dispatcher {
  /** Takes nothing more and waits for what is in hand, at most `withinMs`; the rest goes to others once it stops beating. */
  stop(withinMs: number): Promise<void>
}

export type Deliver = (notice: NoticeRef) => Promise<unknown>

/** pg-boss's own workers settle a batch when its slowest job has ended, and all look at once at every NOTIFY: this takes 5 looks a second, whatever happens. */
const LOOK_EVERY_MS = 200
const MOST_IN_HAND = 400
const MOST_AT_ONCE = 100
const LEAST_AT_ONCE = 10
/** In hand at once for one workspace, in all replicas: enough that one always waits for its turn, few enough that none waits long. */
const AT_ONCE_FOR_WORKSPACE = 8
/** Less than half of the queue's `heartbeatSeconds`. */
const BEAT_EVERY_MS = 4000

type Delivery = Job<NoticeRef>

export function startDispatcher(boss: PgBoss, queue: string, deliver: Deliver, log: Log): Dispatcher {
  const inHand = new Set<Delivery>()
  const ended: { job: Delivery; reason: string | null }[] = []
  const stopping = new AbortController()

  const carryOut = async (job: Delivery) => {
    let reason: string | null = null
    try {
      await deliver(job.data)
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
    return settled.length
  }
  let wanted = MOST_AT_ONCE
  /** False: there is no more for now. */
  const take = async (settled: number) => {
    const batchSize = Math.min(Math.max(wanted, settled), MOST_IN_HAND - inHand.size)
    if (batchSize === 0) return false
    const jobs = await boss.fetch<NoticeRef>(queue, { batchSize, groupConcurrency: AT_ONCE_FOR_WORKSPACE })
    for (const job of jobs) {
      inHand.add(job)
      void carryOut(job)
    }
    // A look for more than there is room for in their workspaces goes through the whole queue: with a long
    // one, as many are taken as have ended; more only after more than that were found.
    const more = jobs.length === batchSize && jobs.length > settled
    wanted = more ? MOST_AT_ONCE : LEAST_AT_ONCE
    return more
  }
  const work = async () => {
    while (!stopping.signal.aborted) {
      const more = await settle()
        .then(take)
        .catch((fault: unknown) => {
          log.warn({ reason: reasonOf(fault) }, 'the queue cannot be reached; trying again')
          return false
        })
      if (!more) await sleep(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const beat = setInterval(() => {
    if (inHand.size > 0) boss.touch(queue, [...inHand]).catch(() => {})
  }, BEAT_EVERY_MS)
  const working = work()
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
