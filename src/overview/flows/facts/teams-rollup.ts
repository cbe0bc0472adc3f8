// Loads what a director is sent about the week of all their teams.
import type { Queryable } from '../../../core/db/client.ts'
import { localDate } from '../../../core/time.ts'
import { periodOf } from '../../../numbers/domain/period.ts'
import { findPerson } from '../../../org/db/people.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { behindFirst } from '../../domain/side-by-side.ts'
import type { TeamsRollupFacts } from '../../domain/teams-rollup.ts'
import { MONDAY, sideBySide, teamsLedBy } from '../side-by-side.ts'

/** Null: the reader leads no teams any more. Rights are those of now. */
export async function loadTeamsRollup(
  db: Queryable,
  { workspaceId, toUserId, subject }: Message<'teams-rollup'>,
  now: Temporal.Instant,
): Promise<TeamsRollupFacts | null> {
  const reader = toUserId && (await findPerson(db, workspaceId, toUserId))
  if (!reader) return null
  const { led, least } = await teamsLedBy(db, reader, now)
  if (led.length < least) return null
  const today = localDate(now, reader.zone)
  const week = periodOf('week', Temporal.PlainDate.from(subject.from), MONDAY)
  const month = periodOf('month', week.to, MONDAY)
  const ofMonth = await sideBySide(db, workspaceId, led, month, now)
  const ofWeek = await sideBySide(db, workspaceId, led, week, now, { aimed: month })
  const weeks = new Map(ofWeek.sides.map((side) => [side.teamId, side]))
  const teams = behindFirst(ofMonth.sides).flatMap((side) => {
    const own = weeks.get(side.teamId)
    return own ? [{ week: own, month: side }] : []
  })
  return teams.length > 0 ? { kind: 'teams-rollup', week, month, today, teams } : null
}
