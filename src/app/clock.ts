// The only reader of the system clock: real time, or in tests and the demo real time plus the offset in a file.
import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import type { Clock } from '../core/context.ts'

const ClockFile = z.object({ offsetMs: z.number() })
const POLL_MS = 100

export interface MovableClock extends Clock {
  /** Calls back within 100 ms after the file was replaced. */
  onMove(moved: () => void): void
  close(): void
}

export const systemClock = (): Clock => ({ now: () => Temporal.Now.instant() })

/** The offset is `{"offsetMs": n}` in a file that is replaced, never written in place. Without the file it is zero. */
export function movableClock(path: string): MovableClock {
  let seen = ''
  let offsetMs = 0
  const watches: NodeJS.Timeout[] = []
  const readOffset = () => {
    const stamp = stampOf(path)
    if (stamp === seen) return
    seen = stamp
    offsetMs = stamp === '' ? 0 : ClockFile.parse(JSON.parse(readFileSync(path, 'utf8'))).offsetMs
  }
  return {
    now: () => {
      readOffset()
      return Temporal.Now.instant().add({ milliseconds: Math.round(offsetMs) })
    },
    onMove: (moved) => {
      // Compared with the file as it is now: a first stat at the first poll would miss a move before it.
      let known = stampOf(path)
      const compare = () => {
        const stamp = stampOf(path)
        if (stamp === known) return
        known = stamp
        moved()
      }
      watches.push(setInterval(compare, POLL_MS))
    },
    close: () => watches.forEach(clearInterval),
  }
}

/** Changes with every replacement of the file: a stat is cheaper than reading it at each call. */
function stampOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.ino}:${stat.mtimeNs}:${stat.size}` : ''
}
