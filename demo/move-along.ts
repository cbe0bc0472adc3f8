// Moves the demo's clock as a visitor does, with the colleagues answering, logging, winning and reporting on the way.
import { answerFor, turnsBetween } from './colleagues.ts'
import { type DemoMember, handleOf } from './company.ts'
import { dealsBetween, tellDeal } from './deals.ts'
import { eveningsBetween, logEvening } from './evenings.ts'
import type { Harness } from './harness/harness.ts'
import { inOrder } from './team-calendar.ts'
import { fileReport, reportsBetween } from './weekly-reports.ts'

interface Stop {
  at: Temporal.Instant
  play(): Promise<unknown>
}

/** @param visitor user id of the person who moves the clock, and does everything themself */
export async function moveAlong(harness: Harness, target: Temporal.Instant, visitor?: string): Promise<void> {
  const from = harness.now()
  const stops: Stop[] = [
    ...turnsBetween(from, target).map(({ at, date, members }) => ({
      ...{ at },
      play: () => answerAll(harness, members, date, visitor),
    })),
    ...eveningsBetween(from, target).map((evening) => ({
      ...{ at: evening.at },
      play: () => act(evening.member, visitor, () => logEvening(harness, evening)),
    })),
    ...dealsBetween(from, target).map((deal) => ({
      ...{ at: deal.at },
      play: () => act(deal.member, visitor, () => tellDeal(harness, deal)),
    })),
    ...reportsBetween(from, target).map(({ at, date, member }) => ({
      ...{ at },
      play: () => act(member, visitor, () => fileReport(harness.user(handleOf(member.rep)), member, date)),
    })),
  ]
  for (const { at, play } of inOrder(stops, from, target)) {
    await harness.moveTo(at)
    await play()
  }
  await harness.moveTo(target)
}

const act = async ({ rep }: DemoMember, visitor: string | undefined, play: () => Promise<void>) => {
  if (rep.userId !== visitor) await play()
}

async function answerAll(
  harness: Harness,
  members: readonly DemoMember[],
  date: Temporal.PlainDate,
  visitor: string | undefined,
): Promise<void> {
  const others = members.filter(({ rep }) => rep.userId !== visitor)
  await Promise.all(others.map((member) => answerFor(harness.user(handleOf(member.rep)), member, date)))
  await harness.settled()
}
