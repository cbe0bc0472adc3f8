// Runs the features' background jobs beside the tick, each at most once at a time in this process.
import type { Context, Job } from '../core/context.ts'
import { reasonOf } from '../core/fault-reason.ts'

export interface BackgroundJobs {
  /** Starts those that are not running. */
  start(): void
  /** Starts no more, and waits for those that run. */
  stop(): Promise<void>
}

export function createBackgroundJobs(jobs: readonly Job[], context: Context): BackgroundJobs {
  const running = new Map<Job, Promise<void>>()
  let stopped = false
  const run = async (job: Job) => {
    await job(context)
      .catch((fault: unknown) => context.log.error({ reason: reasonOf(fault) }, 'background job failed'))
      .finally(() => running.delete(job))
  }
  return {
    start: () => {
      if (stopped) return
      for (const job of jobs) if (!running.has(job)) running.set(job, run(job))
    },
    stop: async () => {
      stopped = true
      await Promise.all(running.values())
    },
  }
}
