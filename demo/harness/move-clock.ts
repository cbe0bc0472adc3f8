// Moves the clock of a harness from one due item to the next, so that due items happen in order.
import type { BotProcess } from './bot-process.ts'

export interface MovableClock {
  now(): Temporal.Instant
  set(to: Temporal.Instant): void
}

const JUST_AFTER = { milliseconds: 5 } as const

/** Stops at every item that falls due on the way and waits until the bots have handled it. */
export async function moveClock(
  clock: MovableClock,
  bots: readonly BotProcess[],
  target: Temporal.Instant,
): Promise<void> {
  for (;;) {
    const next = await earliestDue(bots)
    const stop = next && Temporal.Instant.compare(next, target) < 0 ? justAfter(next, clock.now()) : target
    // Also when the clock shows this time already: setting it makes the bots tick.
    clock.set(later(stop, clock.now()))
    for (const bot of bots) await bot.settled(stop)
    if (stop === target) return
  }
}

const later = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) > 0 ? one : other

/** For an item that is overdue the clock is moved a little, so that the bots tick. */
function justAfter(next: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  return (Temporal.Instant.compare(next, now) < 0 ? now : next).add(JUST_AFTER)
}

async function earliestDue(bots: readonly BotProcess[]): Promise<Temporal.Instant | null> {
  const states = await Promise.all(bots.map((bot) => bot.readiness()))
  const dues = states.flatMap((state) => (state?.nextDueAt ? [state.nextDueAt] : []))
  return dues.toSorted(Temporal.Instant.compare)[0] ?? null
}
