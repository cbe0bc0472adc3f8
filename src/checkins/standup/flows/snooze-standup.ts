// Puts a standup's prompt off for 15 minutes at its member's wish.
import type { Context } from '../../../core/context.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { type SnoozeOutcome, snoozeDay } from '../../flows/snooze-day.ts'
import { lockedFacts } from '../db/standup-facts.ts'
import { mayFile, standupDayOf } from '../domain/standup-day.ts'
import { STANDUP_CHECKIN } from './standup-checkin.ts'

export const snoozeStandup = (
  context: Context,
  who: Person,
  of: { teamId: TeamId; date: Temporal.PlainDate },
): Promise<SnoozeOutcome> =>
  context.db.transaction(async (tx): Promise<SnoozeOutcome> => {
    const facts = await lockedFacts(tx, { workspaceId: who.workspaceId, userId: who.userId, ...of })
    if (!facts || !mayFile(who, facts.member)) return { ok: false, reason: 'not-a-member' }
    return snoozeDay(tx, context, STANDUP_CHECKIN, standupDayOf(facts, who, context.clock.now()))
  })
