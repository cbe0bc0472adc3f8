// The table of what runs when. What it finds to do is decided by what is due in the database, never by the minute.
import cron, { type ScheduledTask } from 'node-cron'

const SCHEDULE = [
  // A team's prompt time is a minute of the day: once a minute is as exact as it gets.
  { job: 'due', at: '* * * * *' },
] as const
export type ScheduledJob = (typeof SCHEDULE)[number]['job']

/** In UTC: daylight saving is for calendars to decide. Returns what stops it. */
export function startSchedule(
  jobs: Readonly<Record<ScheduledJob, () => Promise<void>>>,
): () => Promise<void> {
  const tasks: ScheduledTask[] = SCHEDULE.map(({ job, at }) =>
    cron.schedule(at, () => jobs[job](), { timezone: 'UTC', name: job }),
  )
  return async () => {
    for (const task of tasks) await task.destroy()
  }
}
