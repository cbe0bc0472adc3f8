// Prompts a team's members as on the morning of the date, and tells what the first of them can tick off.
import { recordPrompts } from '../../src/checkins/db/checkin-days.ts'
import { groupMark } from '../../src/checkins/standup/domain/ticks.ts'
import type { Member } from '../../src/org/domain/team.ts'
import type { TestContext } from '../support/context.ts'

/** The first rep's planned line, and the mark of its boxes. */
export interface PlanBoxes {
  planItemId: string
  planMark: string
}

export async function askedToday(
  { db, clock }: TestContext,
  teamId: string,
  members: readonly Member[],
  date: Temporal.PlainDate,
): Promise<PlanBoxes> {
  const asked = members.map((member) => ({ ...member, date }))
  await db.transaction(async (tx) => {
    for (const kind of ['standup', 'weekly']) await recordPrompts(tx, kind, 'prompted_at', asked, clock.now())
  })
  const lines = await db.execute<{ itemId: string }>(
    `select item_id as "itemId" from plan_items where team_id = '${teamId}'`,
  )
  return { planItemId: lines[0]!.itemId, planMark: groupMark(lines) }
}
