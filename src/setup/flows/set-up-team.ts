// Sets up a team in a channel: settings, members, the metrics of their role, and the first standup.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { ChannelId, TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { isMeasureAvailable } from '../../numbers/domain/measure-available.ts'
import { addPresetMetrics, startingMetrics } from '../../numbers/flows/role-metrics.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { saveSettings } from '../../org/db/settings.ts'
import { insertTeam } from '../../org/db/teams.ts'
import { canManage } from '../../org/domain/acting-manager.ts'
import { firstDayInNewTeam, firstStandupDate } from '../../org/domain/joining.ts'
import { type Actor, may } from '../../org/domain/permissions.ts'
import type { Role, Team, TeamSettings } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { announceMembership } from '../../org/flows/announce.ts'
import { checkChannel } from '../../org/flows/check-channel.ts'
import { ensurePeople } from '../../org/flows/ensure-people.ts'
import { changeDelegate } from '../../org/flows/hand-over.ts'
import { cannotJoin, type Joining } from '../../org/flows/join-and-leave.ts'
import { announceFirstParent, canHaveParent } from '../../org/flows/parent-team.ts'
import { type Placed, placeMembers } from '../../org/flows/place-members.ts'
import { type SetupEntitlement, setupEntitlement, takeCensus } from '../../org/flows/setup-right.ts'
import { introduction, invitation } from '../../org/flows/team-messages.ts'
import { findMessage } from '../../outbox/db/messages.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { maySetUpTeam, mayUseSharedChannel } from '../domain/permissions.ts'
import { type SetupWarning, setupCheck } from '../domain/setup-check.ts'

/** The validated values of the set-up form. */
export interface SetupInput {
  settings: TeamSettings
  /** The parent team, whose manager sees this team's numbers. Null: none. */
  parentTeamId: TeamId | null
  /** Of a new team the person who sets it up; can be changed later. */
  managerUserId: UserId
  /** Acts while the manager is away. Null: nobody. */
  delegateUserId: UserId | null
  memberUserIds: readonly UserId[]
  /** The role of the members who join with this change. */
  role: Role
  /** ISO 4217, for money metrics. */
  currency: string
  /** An admin has confirmed that another organisation reads the channel too. */
  sharedConfirmed: boolean
}

export type SetupProblem =
  | {
      ok: false
      reason:
        | 'not-allowed'
        | 'already-set-up'
        | 'not-in-channel'
        | 'nobody'
        | 'not-counted'
        | 'not-a-manager'
        | 'not-a-delegate'
        | 'not-a-parent'
        | 'no-manager'
        | 'not-your-lines'
        | 'shared-channel'
    }
  | { ok: false; reason: 'unusable'; names: readonly string[] }
  | Exclude<SetupEntitlement, { ok: true }>

export interface SetupDone extends Pick<Placed, 'waiting' | 'refused'> {
  ok: true
  teamId: TeamId
  settings: TeamSettings
  memberCount: number
  /** The first date on which the settings apply. */
  from: Temporal.PlainDate
  warnings: readonly SetupWarning[]
  /** The manager who has been asked to agree to the team above. Null: nothing had to be asked. */
  parentAskedUserId: UserId | null
}

/** Runs at the end of the transaction that sets the team up. */
type AlsoSave = (tx: Transaction, saved: { teamId: TeamId; from: Temporal.PlainDate }) => Promise<void>

export async function setUpTeam(
  context: Context,
  who: Person,
  channelId: ChannelId,
  input: SetupInput,
  alsoSave?: AlsoSave,
): Promise<SetupDone | SetupProblem> {
  const { workspaceId, userId } = who
  const { settings, memberUserIds, role, currency, parentTeamId, delegateUserId } = input
  if (memberUserIds.length === 0) return { ok: false, reason: 'nobody' }
  const channel = await checkChannel(context, { workspaceId, channelId })
  if (!channel?.botIsIn) return { ok: false, reason: 'not-in-channel' }
  const people = await ensurePeople(context, workspaceId, memberUserIds)
  const unusable = cannotJoin(memberUserIds, people)
  if (unusable.length > 0) return { ok: false, reason: 'unusable', names: unusable }
  const [delegate] = await ensurePeople(context, workspaceId, delegateUserId ? [delegateUserId] : [])
  if (delegateUserId && (delegateUserId === userId || !canManage(delegate)))
    return { ok: false, reason: 'not-a-delegate' }
  const starting = await startingMetrics(context.db, workspaceId, role, currency)
  if (!isMeasureAvailable(settings.measure, [role], () => starting))
    return { ok: false, reason: 'not-counted' }
  const inChannel = await context.directory.channelMembers(workspaceId, channelId)
  const census = await takeCensus(context, who)

  const now = context.clock.now()
  const today = localDate(now, settings.zone)
  const zones = people.map((person) => person.zone)
  const from = firstStandupDate(settings, zones, now)
  const team = {
    workspaceId,
    teamId: crypto.randomUUID(),
    channelId,
    managerUserId: userId,
    delegateUserId: null,
    parentTeamId,
    archivedAt: null,
  }
  let placed: Placed = { joined: [], waiting: [], refused: [] }
  const problem = await context.db.transaction(async (tx): Promise<SetupProblem | null> => {
    const actor = await actorOf(tx, who, now)
    if (!may(actor, maySetUpTeam, { workspaceId })) return { ok: false, reason: 'not-allowed' }
    if (channel.isExternal && !confirmedBy(actor, input)) return { ok: false, reason: 'shared-channel' }
    const entitled = await setupEntitlement(tx, who, census)
    if (!entitled.ok) return entitled
    if (!(await canHaveParent(tx, { workspaceId, teamId: null }, parentTeamId)))
      return { ok: false, reason: 'not-a-parent' }
    if (!(await insertTeam(tx, team, now))) return { ok: false, reason: 'already-set-up' }
    const ref = { workspaceId, teamId: team.teamId }
    await saveSettings(tx, ref, { effectiveFrom: today, settings, setBy: userId, setAt: now })
    await addPresetMetrics(tx, ref, [role], currency)
    placed = await firstMembers(tx, context, who, team, { people, input, from })
    await enqueueMessage(tx, context, [introduction(team), ...(await updatedInvitation(tx, team))])
    await announceFirstParent(tx, context, team, userId)
    await changeDelegate(tx, context, team, delegateUserId, { byUserId: userId, screen: '/kpi setup' })
    await alsoSave?.(tx, { teamId: team.teamId, from })
    return null
  })
  if (problem) return problem
  const { joined, waiting, refused } = placed
  const warnings = setupCheck(settings, memberUserIds, inChannel, today)
  return {
    ok: true,
    teamId: team.teamId,
    settings,
    memberCount: joined.length,
    from,
    warnings,
    waiting,
    refused,
    parentAskedUserId: null,
  }
}

/** Adds the people, or asks about them, and announces who joined. */
async function firstMembers(
  tx: Transaction,
  context: Context,
  who: Person,
  { workspaceId, teamId, channelId }: Team,
  { people, input, from }: { people: readonly Person[]; input: SetupInput; from: Temporal.PlainDate },
): Promise<Placed> {
  const { settings, role } = input
  const ref = { workspaceId, teamId }
  const now = context.clock.now()
  const zones = people.map((person) => person.zone)
  const joining = people.map((person): Joining => {
    return { person, role, joinedOn: firstDayInNewTeam(settings, person.zone, zones, now) }
  })
  const screen = '/kpi setup'
  const byUserId = who.userId
  await recordAudit(tx, context, [
    {
      ...{ ...ref, actorUserId: byUserId, userId: null, kind: 'team-created', screen },
      ...{ before: null, after: { channelId } },
    },
  ])
  const placed = await placeMembers(tx, context, who, ref, joining, screen)
  const change = { byUserId, screen, joined: placed.joined, moved: [], left: [], from } as const
  await announceMembership(tx, context, ref, change)
  return placed
}

/** The invitation again under its key, so that the posted message is updated to say that it is done. */
async function updatedInvitation(
  tx: Transaction,
  { workspaceId, channelId, managerUserId }: Team,
): Promise<MessageDraft[]> {
  const messageKey = invitation(workspaceId, channelId, managerUserId).key
  const invited = await findMessage(tx, { workspaceId, messageKey })
  return invited?.toUserId ? [invitation(workspaceId, channelId, invited.toUserId)] : []
}

/** Whether an admin has confirmed that another organisation reads the channel too. */
export const confirmedBy = (
  actor: Actor,
  { sharedConfirmed }: Pick<SetupInput, 'sharedConfirmed'>,
): boolean => sharedConfirmed && may(actor, mayUseSharedChannel, { workspaceId: actor.workspaceId })
