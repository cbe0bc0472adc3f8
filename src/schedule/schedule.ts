// The cron schedule. It only triggers jobs; what a job does depends on the due items in the database, not on the minute.
import cron from 'node-cron'

const SCHEDULE = [
  // Once a minute, because a team's prompt time has a precision of one minute.
  { job: 'due', at: '* * * * *' },
  // Between the ticks: whoever has the Home tab open sees within half a minute what others have changed.
  { job: 'homes', at: '30 * * * * *' },
] as const
export type ScheduledJob = (typeof SCHEDULE)[number]['job']

/** A run that is up to this late (busy process, suspended machine) still takes place. */
const LATE_RUN_TOLERANCE_MS = 55_000
const CHECK_EVERY_MS = 30_000
const STALLED_AFTER_MS = 90_000

/** Cron runs in UTC; calendars handle daylight saving. Returns a function that stops it. */
export function startSchedule(
  jobs: Readonly<Record<ScheduledJob, () => Promise<void>>>,
): () => Promise<void> {
  const stops = SCHEDULE.map(({ job, at }) => {
    let ranAt = performance.now()
    const run = () => {
      ranAt = performance.now()
      return jobs[job]()
    }
    const options = {
      timezone: 'UTC',
      name: job,
      missedExecutionTolerance: LATE_RUN_TOLERANCE_MS,
      suppressMissedWarning: true,
    }
    const task = cron.schedule(at, run, options)
    // After the system clock was set back, cron waits until the planned minute comes again; this runs the job meanwhile.
    const watch = setInterval(() => {
      if (performance.now() - ranAt > STALLED_AFTER_MS) void run()
    }, CHECK_EVERY_MS)
    return async () => {
      clearInterval(watch)
      await task.destroy()
    }
  })
  return async () => void (await Promise.all(stops.map((stop) => stop())))
}
