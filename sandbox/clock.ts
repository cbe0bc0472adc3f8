// The sandbox's clock: real time plus an offset that tests and users can change; the bot reads it from a file.
import { renameSync, writeFileSync } from 'node:fs'

export interface Clock {
  /** Milliseconds since the epoch, by the sandbox's clock. */
  now(): number
  offsetMs(): number
  /** Moves the clock so that it reads `instantMs` now; it goes on running from there. */
  set(instantMs: number): void
  advance(milliseconds: number): void
  onMove(listener: () => void): void
}

/** @param file where `{"offsetMs": n}` is written (whole or not at all) at the start and at every move. */
export function createClock(file?: string): Clock {
  let offsetMs = 0
  const listeners: Array<() => void> = []
  const move = (next: number) => {
    offsetMs = next
    if (file !== undefined) writeWhole(file, JSON.stringify({ offsetMs }))
    for (const listener of listeners) listener()
  }
  if (file !== undefined) move(0)
  return {
    now: () => Date.now() + offsetMs,
    offsetMs: () => offsetMs,
    set: (instantMs) => move(Math.round(instantMs - Date.now())),
    advance: (milliseconds) => move(offsetMs + Math.round(milliseconds)),
    onMove: (listener) => void listeners.push(listener),
  }
}

/** Written atomically: a reader never sees half a file. */
function writeWhole(file: string, content: string): void {
  const temporary = `${file}.${process.pid}.tmp`
  writeFileSync(temporary, content)
  renameSync(temporary, file)
}
