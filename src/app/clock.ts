// The only reader of the system clock: real time, or for tests and the demo real time plus an offset from a file.
import { readFileSync, statSync } from 'node:fs'
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

/** Milliseconds that pass with the clock and never go back: what is counted in them moves along with it. */
export function steadyTime(clock: Clock): () => number {
  let before = clock.now().epochMilliseconds
  let passed = 0
  return () => {
    const now = clock.now().epochMilliseconds
    passed += Math.max(0, now - before)
    before = now
    return passed
  }
}

/** Differs after every replacement of the file; a stat is cheaper than reading the file at each call. */
function fingerprint(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.ino}:${stat.mtimeNs}:${stat.size}` : ''
}
