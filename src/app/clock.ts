// The only reader of the system clock: real time, or for tests and the demo real time plus an offset from a file.
import { readFileSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Clock } from '../core/context.ts'

const ClockFile = z.object({ offsetMs: z.number() })
const POLL_MS = 20

export interface MovableClock extends Clock {
  /** Calls `moved` within 20 ms after the file was replaced. */
  onMove(moved: () => void): void
  close(): void
}

export const systemClock = (): Clock => ({ now: () => Temporal.Now.instant() })

/** The file holds `{"offsetMs": n}` and must be replaced as a whole, never written in place. No file: offset 0. */
export function movableClock(path: string): MovableClock {
  let seen = ''
  let offsetMs = 0
  const watches: NodeJS.Timeout[] = []
  const readOffset = () => {
    const stamp = fingerprint(path)
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
      // Stat the file now: a first stat at the first poll would miss a change before it.
      let known = fingerprint(path)
      const compare = () => {
        const stamp = fingerprint(path)
        if (stamp === known) return
        known = stamp
        moved()
      }
      watches.push(setInterval(compare, POLL_MS))
    },
    close: () => watches.forEach(clearInterval),
  }
}

/** The time by which Slack's rate limits are kept. */
export interface Pacing {
  /** Never goes back. */
  nowMs(): number
  sleep(milliseconds: number): Promise<unknown>
}

export const realPacing = (): Pacing => ({ nowMs: () => performance.now(), sleep })

/** For a local Slack, which takes all that comes: a wait takes no time, and counts as passed. */
export function skippingPacing(): Pacing {
  let skippedMs = 0
  return {
    nowMs: () => performance.now() + skippedMs,
    sleep: async (milliseconds) => {
      skippedMs += milliseconds
    },
  }
}

/** Differs after every replacement of the file; a stat is cheaper than reading the file at each call. */
function fingerprint(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.ino}:${stat.mtimeNs}:${stat.size}` : ''
}
