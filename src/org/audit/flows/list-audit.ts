// Lists what was changed, newest first, for a person: an admin, a manager, a director, or whom it is about.
import type { Context } from '../../../core/context.ts'
import type { ChannelId, TeamId, UserId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { findPerson } from '../../db/people.ts'
import { loadTeams } from '../../db/teams.ts'
import { type Actor, may } from '../../domain/permissions.ts'
import { actorOf } from '../../flows/actor.ts'
import { type AuditCursor, type AuditScope, findAuditEvents } from '../db/audit-list.ts'
import type { AuditEvent } from '../domain/audit-event.ts'
import { maySeeAuditOfTeam, maySeeAuditOfWorkspace, maySeeOwnAudit } from '../domain/permissions.ts'
import type { AuditKind } from './audit-kind.ts'
import { recordReading } from './record-reading.ts'

export interface ListedEvent {
  event: AuditEvent
  /** Null: a kind of another version. */
  kind: AuditKind | null
  /** What the kind loaded to describe the change. */
  facts: unknown
  /** Null: the team is gone, or the event is not about one. */
  channelId: ChannelId | null
  /** False: what changed belongs to the person concerned, and the reader may not see it. */
  open: boolean
}

export interface AuditPage {
  reader: 'admin' | 'manager' | 'person'
  /** The person to whom the list is limited. */
  userId: UserId | null
  events: readonly ListedEvent[]
  /** The newest events, with nothing before them. */
  first: boolean
  /** Null: nothing is older. */
  next: AuditCursor | null
}

const PAGE_LENGTH = 10

export async function listAudit(
  context: Context,
  who: Person,
  wanted: { userId: UserId | null; after: AuditCursor | null },
): Promise<AuditPage> {
  const { db, clock } = context
  const { workspaceId } = who
  const actor = await actorOf(db, who, clock.now())
  const scope = scopeOf(actor)
  // Whom the bot does not know is not named: what was typed as a mention could be anything.
  const only = wanted.userId && (await findPerson(db, workspaceId, wanted.userId))
  const found =
    wanted.userId && !only
      ? []
      : await findAuditEvents(db, { workspaceId, scope, ...wanted, limit: PAGE_LENGTH + 1 })
  const shown = found.slice(0, PAGE_LENGTH)
  const events = await withFacts(context, actor, shown)
  const last = shown.at(-1)
  await recordReading(
    db,
    context,
    who,
    events.flatMap(({ event: { userId }, kind, open }) =>
      userId && open && kind?.personal ? [{ userId, what: kind.personal.what }] : [],
    ),
  )
  return {
    reader: scope === 'workspace' ? 'admin' : scope.teamIds.length > 0 ? 'manager' : 'person',
    ...{ userId: only ? only.userId : null, events, first: wanted.after === null },
    next: last && found.length > shown.length ? { at: last.at, eventId: last.eventId } : null,
  }
}

function scopeOf(actor: Actor): AuditScope {
  const { workspaceId, userId } = actor
  if (may(actor, maySeeAuditOfWorkspace, { workspaceId })) return 'workspace'
  const sees = (teamId: TeamId) => may(actor, maySeeAuditOfTeam, { workspaceId, teamId })
  return {
    teamIds: [...new Set([...actor.manages, ...actor.actsFor, ...actor.directs])].filter(sees),
    aboutUserId: may(actor, maySeeOwnAudit, { workspaceId, userId }) ? userId : null,
  }
}

async function withFacts(
  { db, contributions }: Context,
  actor: Actor,
  events: readonly AuditEvent[],
): Promise<ListedEvent[]> {
  const refs = events.flatMap(({ workspaceId, teamId }) => (teamId ? [{ workspaceId, teamId }] : []))
  const teams = await loadTeams(db, refs)
  return Promise.all(
    events.map(async (event): Promise<ListedEvent> => {
      const kind = contributions.auditKinds.get(event.kind) ?? null
      const open = kind !== null && isOpen(actor, kind, event)
      const channelId = event.teamId ? (teams.get(event.teamId)?.channelId ?? null) : null
      return { event, kind, open, channelId, facts: open ? await kind.load(db, event) : null }
    }),
  )
}

function isOpen(actor: Actor, { personal }: AuditKind, { workspaceId, teamId, userId }: AuditEvent): boolean {
  if (!personal) return true
  const subject = { workspaceId, ...(teamId ? { teamId } : {}), ...(userId ? { userId } : {}) }
  return may(actor, personal.permission, subject)
}
