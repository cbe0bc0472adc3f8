// The table of what runs when. What it finds to do is decided by what is due in the database, never by the minute.
import cron from 'node-cron'

const SCHEDULE = [
  // A team's prompt time is a minute of the day: once a minute is as exact as it gets.
  { job: 'due', at: '* * * * *' },
] as const
export type ScheduledJob = (typeof SCHEDULE)[number]['job']

/** A minute that comes this late, because the process was busy or the machine asleep, still counts. */
const LATE_MS = 55_000
const LOOK_EVERY_MS = 30_000
const SILENT_MS = 90_000

/** In UTC: daylight saving is for calendars to decide. Returns what stops it. */
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
      missedExecutionTolerance: LATE_MS,
      suppressMissedWarning: true,
    }
    const task = cron.schedule(at, run, options)
    // After the system's clock was set back, cron waits for the minute that it had planned to come again.
    const watch = setInterval(() => {
      if (performance.now() - ranAt > SILENT_MS) void run()
    }, LOOK_EVERY_MS)
    return async () => {
      clearInterval(watch)
      await task.destroy()
    }
  })
  return async () => void (await Promise.all(stops.map((stop) => stop())))
}
