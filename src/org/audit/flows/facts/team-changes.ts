// Loads what was changed for everyone in a team on one day.
import type { Queryable } from '../../../../core/db/client.ts'
import type { Message } from '../../../../outbox/flows/message-kind.ts'
import { settingsNow } from '../../../db/settings.ts'
import { loadTeam } from '../../../db/teams.ts'
import { teamEventsBetween } from '../../db/audit-list.ts'
import type { AuditKind } from '../audit-kind.ts'
import type { ListedEvent } from '../list-audit.ts'

export interface TeamChangesFacts {
  kind: 'team-changes'
  date: Temporal.PlainDate
  /** The latest of the day, the oldest of them first. */
  events: readonly ListedEvent[]
  /** True: more was changed on the day. */
  more: boolean
}

const MAX_SHOWN = 10

/** Null: the team is gone, or nothing of it is told any more. */
export const teamChangesLoader =
  (kinds: ReadonlyMap<string, AuditKind>) =>
  async (
    db: Queryable,
    { workspaceId, teamId, subject }: Message<'team-changes'>,
    now: Temporal.Instant,
  ): Promise<TeamChangesFacts | null> => {
    const team = teamId ? await loadTeam(db, workspaceId, teamId) : null
    const settings = team && (await settingsNow(db, team, now))
    if (!settings) return null
    const date = Temporal.PlainDate.from(subject.date)
    const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(settings.zone).toInstant()
    const found = await teamEventsBetween(
      db,
      { ...team, kinds: [...kinds.values()].filter(({ announced }) => announced).map(({ kind }) => kind) },
      { from: midnight(date), to: midnight(date.add({ days: 1 })), limit: MAX_SHOWN + 1 },
    )
    const events = await Promise.all(
      found.slice(0, MAX_SHOWN).map(async (event): Promise<ListedEvent> => {
        const kind = kinds.get(event.kind)!
        return { event, kind, open: true, channelId: team.channelId, facts: await kind.load(db, event) }
      }),
    )
    if (events.length === 0) return null
    return { kind: 'team-changes', date, events: events.reverse(), more: found.length > MAX_SHOWN }
  }
