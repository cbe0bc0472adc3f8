// The only reader of the system clock: real time, or in a rehearsal real time moved by what a file says.
import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import type { Clock } from '../core/context.ts'

const RecordedMove = z.object({ offsetMs: z.number() })
const LOOK_EVERY_MS = 100

export interface FollowedClock extends Clock {
  /** Calls back soon after the clock was moved. */
  onMove(moved: () => void): void
  close(): void
}

export const systemClock = (): Clock => ({ now: () => Temporal.Now.instant() })

/** Follows `{"offsetMs": n}` in a file that whoever moves the clock replaces whole. No file yet: not moved. */
export function followedClock(path: string): FollowedClock {
  let seen = ''
  let offsetMs = 0
  const watches: NodeJS.Timeout[] = []
  const look = () => {
    const stamp = stampOf(path)
    if (stamp === seen) return
    seen = stamp
    offsetMs = stamp === '' ? 0 : RecordedMove.parse(JSON.parse(readFileSync(path, 'utf8'))).offsetMs
  }
  return {
    now: () => {
      look()
      return Temporal.Now.instant().add({ milliseconds: Math.round(offsetMs) })
    },
    onMove: (moved) => {
      // Compared with how the file is now: a watcher that looks for the first time later would miss a move until then.
      let known = stampOf(path)
      const compare = () => {
        const stamp = stampOf(path)
        if (stamp === known) return
        known = stamp
        moved()
      }
      watches.push(setInterval(compare, LOOK_EVERY_MS))
    },
    close: () => watches.forEach(clearInterval),
  }
}

/** Changes with every replacement of the file: a stat is cheaper than reading it on each look. */
function stampOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.ino}:${stat.mtimeNs}:${stat.size}` : ''
}
