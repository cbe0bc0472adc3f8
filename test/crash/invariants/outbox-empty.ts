// No delivery waits, runs, failed for good or lies among the dead letters once everything has settled.
import type { Invariant } from '../evidence.ts'

export const noJobStuck: Invariant = ({ jobs }) =>
  jobs.map(({ id, queue, state, noticeKey }) => ({
    invariant: 'no job is stuck',
    what: `job ${id} of ${queue} for ${noticeKey} is ${state}`,
    about: [noticeKey],
  }))
