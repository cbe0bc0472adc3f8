// Moves the demo's clock as a visitor does, with the colleagues answering on the way.
import { answerFor, turnsBetween } from './colleagues.ts'
import { handleOf } from './company.ts'
import type { Harness } from './harness/harness.ts'

/** @param visitor user id of the person who moves the clock, and answers for themself */
export async function moveAlong(harness: Harness, target: Temporal.Instant, visitor?: string): Promise<void> {
  for (const { at, date, members } of turnsBetween(harness.now(), target)) {
    await harness.moveTo(at)
    const others = members.filter(({ rep }) => rep.userId !== visitor)
    await Promise.all(others.map((member) => answerFor(harness.user(handleOf(member.rep)), member, date)))
    await harness.settled()
  }
  await harness.moveTo(target)
}
