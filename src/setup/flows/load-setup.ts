// Loads the facts of the set-up form: the team's settings, or defaults for a new team.

import type { Context } from '../../core/context.ts'
import type { ChannelId, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { SlackUnavailable } from '../../core/slack-unavailable.ts'
import { localDate } from '../../core/time.ts'
import { roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { currencyOf } from '../../numbers/domain/currency.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { currencyOfTeam, startingMetrics } from '../../numbers/flows/role-metrics.ts'
import { loadChannel } from '../../org/db/channels.ts'
import { activeMembers } from '../../org/db/members.ts'
import { rolesOf } from '../../org/db/roles.ts'
import { latestSettings } from '../../org/db/settings.ts'
import { loadTeam, pausedTeamOfChannel, teamOfChannel } from '../../org/db/teams.ts'
import { type ChannelStage, stageOf } from '../../org/domain/channel-stage.ts'
import { mayChangeSettings } from '../../org/domain/org-permissions.ts'
import { inRoleOrder } from '../../org/domain/own-role.ts'
import { type Actor, may } from '../../org/domain/permissions.ts'
import type { NamedTeam, Role, Team, TeamSettings } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { checkChannel } from '../../org/flows/check-channel.ts'
import { ensurePeople } from '../../org/flows/ensure-people.ts'
import { possibleParentTeams } from '../../org/flows/parent-team.ts'
import { type SetupEntitlement, setupEntitlement, takeCensus } from '../../org/flows/setup-right.ts'
import { resumeTeam } from '../../org/flows/sync-channel.ts'
import { teamsInCharge } from '../../org/flows/teams-in-charge.ts'
import { whoActsFor } from '../../org/flows/who-acts-for.ts'
import { defaultSettings } from '../domain/default-settings.ts'
import { maySetUpTeam, mayUseSharedChannel } from '../domain/permissions.ts'

/** A metric that the board can rank by. */
export interface Rankable {
  role: Role
  metric: Metric
}

export interface SetupFacts {
  channelId: ChannelId
  /** Who can read the channel. */
  stage: ChannelStage
  /** Null: the channel has no team yet. */
  teamId: TeamId | null
  /** In the team's time zone. */
  today: Temporal.PlainDate
  /** The team's former channel, in which the bot cannot post any more. Null: the team does not move. */
  movesFrom: ChannelId | null
  /** The version that was saved last; for a new team the defaults. */
  settings: TeamSettings
  /** The effective date of a version that is not in force yet. Null: it is in force. */
  inForceFrom: Temporal.PlainDate | null
  parentTeamId: TeamId | null
  /** The possible parent teams. */
  parents: readonly NamedTeam[]
  /** Of a new team: the person who sets it up. */
  managerUserId: UserId
  delegateUserId: UserId | null
  memberUserIds: readonly UserId[]
  /** The number of people in the channel of a new team. In a large channel `memberUserIds` is empty. */
  peopleInChannel: number
  currency: string
  /** Those that can be given. */
  roles: readonly Role[]
  /** The metrics of the team's roles. */
  rankable: readonly Rankable[]
}

export type SetupLoaded =
  | { ok: true; facts: SetupFacts }
  | {
      ok: false
      reason: 'not-a-channel' | 'not-in-channel' | 'archived' | 'guest' | 'outsider' | 'shared-channel'
    }
  /** `askUserId`: who acts for the team; null: nobody does. */
  | { ok: false; reason: 'not-allowed'; askUserId: UserId | null }
  /** The workspace lets only others set up teams. */
  | Exclude<SetupEntitlement, { ok: true }>

/** Members of larger channels are not preselected: each needs a request to Slack, and the form has to open within three seconds. */
const MAX_PREFILLED = 60

export async function loadSetup(context: Context, who: Person, channelId: ChannelId): Promise<SetupLoaded> {
  const { db, directory } = context
  const { workspaceId } = who
  if (channelId.startsWith('D')) return { ok: false, reason: 'not-a-channel' }
  const channel = await checkChannel(context, { workspaceId, channelId })
  if (!channel?.botIsIn) return { ok: false, reason: 'not-in-channel' }
  if (channel.archived) return { ok: false, reason: 'archived' }
  const now = context.clock.now()
  const actor = await actorOf(db, who, now)
  const team = await teamOfChannel(db, workspaceId, channelId)
  const paused = team ? null : await pausedTeamOfChannel(db, workspaceId, channelId)
  const here = team ?? paused
  const stage = stageOf(channel)
  if (here && mayChange(actor, here)) {
    const active = team ?? (await resumeTeam(context, here, { userId: who.userId, screen: '/kpi setup' }))
    return { ok: true, facts: await existingTeamFacts(context, actor, active, { channelId, stage }) }
  }
  // The channel id can be forged in a button or form, so people outside the channel get no information about it.
  const present = (await directory.channelMembers(workspaceId, channelId)) ?? []
  if (!present.includes(who.userId)) return { ok: false, reason: 'outsider' }
  if (here)
    return { ok: false, reason: 'not-allowed', askUserId: await whoActsFor(db, here, now, [who.userId]) }
  const movable = await teamWithLostChannel(context, actor)
  if (!movable && !may(actor, maySetUpTeam, { workspaceId })) return { ok: false, reason: 'guest' }
  const entitled = movable ? null : await setupEntitlement(db, who, await takeCensus(context, who))
  if (entitled && !entitled.ok) return entitled
  if (stage === 'external' && !may(actor, mayUseSharedChannel, { workspaceId }))
    return { ok: false, reason: 'shared-channel' }
  const place = { channelId, stage }
  if (movable) return { ok: true, facts: await existingTeamFacts(context, actor, movable, place) }
  return {
    ok: true,
    facts: await newTeamFacts(context, actor, who, { ...place, name: channel.name }, present),
  }
}

/**
 * The same from the database alone, for a form that is submitted while Slack is slow. Null: the person may not change this
 * team. Whether they are in the channel has to be checked later.
 */
export async function loadSetupWithoutSlack(
  context: Context,
  who: Person,
  channelId: ChannelId,
  teamId: TeamId | null,
): Promise<SetupFacts | null> {
  const { workspaceId } = who
  const actor = await actorOf(context.db, who, context.clock.now())
  const channel = await loadChannel(context.db, { workspaceId, channelId })
  const place = { channelId, stage: channel ? stageOf(channel) : 'private' } as const
  if (teamId === null) {
    const allowed = may(actor, maySetUpTeam, { workspaceId })
    return allowed ? newTeamFacts(context, actor, who, { ...place, name: '' }, []) : null
  }
  const team = await loadTeam(context.db, workspaceId, teamId)
  return team && mayChange(actor, team) ? existingTeamFacts(context, actor, team, place) : null
}

/** `actorOf` ignores paused teams, so the manager of a paused team is added here and can resume it. */
function mayChange(actor: Actor, { workspaceId, teamId, managerUserId }: Team): boolean {
  const manages = managerUserId === actor.userId ? [teamId] : []
  return may({ ...actor, manages: [...actor.manages, ...manages] }, mayChangeSettings, {
    workspaceId,
    teamId,
  })
}

/** A team of this manager whose channel is archived or from which the bot was removed. Such a team moves to the new channel. */
async function teamWithLostChannel({ db, directory, clock }: Context, actor: Actor): Promise<Team | null> {
  const { manages, actsFor } = await teamsInCharge(db, actor, clock.now())
  for (const team of [...manages, ...actsFor]) {
    if (!mayChange(actor, team)) continue
    const channel = await directory.channel(actor.workspaceId, team.channelId)
    if (!channel?.botIsIn || channel.archived) return team
  }
  return null
}

type Place = Pick<SetupFacts, 'channelId' | 'stage'>

async function newTeamFacts(
  context: Context,
  actor: Actor,
  who: Person,
  { name, ...place }: Place & { name: string },
  present: readonly UserId[],
): Promise<SetupFacts> {
  const { workspaceId } = who
  // What is sold to whom is not for another organisation, unless somebody chooses so.
  const wins = place.stage === 'external' ? ({ wins: 'none' } as const) : {}
  const settings = { ...defaultSettings(name, who), ...wins }
  const currency = currencyOf(settings.holidayCountry)
  const known = present.length > MAX_PREFILLED ? [] : await prefilled(context, workspaceId, present)
  const roles = await rolesOf(context.db, workspaceId)
  const rankable: Rankable[] = []
  for (const role of roles)
    for (const metric of await startingMetrics(context.db, workspaceId, role, currency))
      rankable.push({ role, metric })
  return {
    ...place,
    teamId: null,
    today: localDate(context.clock.now(), settings.zone),
    movesFrom: null,
    settings,
    inForceFrom: null,
    parentTeamId: null,
    parents: await possibleParentTeams(context.db, actor, { workspaceId, teamId: null, parentTeamId: null }),
    managerUserId: who.userId,
    delegateUserId: null,
    memberUserIds: known
      .filter((person) => !person.isBot && !person.deactivated)
      .map((person) => person.userId),
    peopleInChannel: present.length,
    currency,
    roles,
    rankable,
  }
}

/** Nobody where Slack's limits do not allow so many look-ups now: the form opens all the same. */
async function prefilled(
  context: Context,
  workspaceId: WorkspaceId,
  present: readonly UserId[],
): Promise<Person[]> {
  return ensurePeople(context, workspaceId, present).catch((fault: unknown) => {
    if (fault instanceof SlackUnavailable) return []
    throw fault
  })
}

async function existingTeamFacts(
  context: Context,
  actor: Actor,
  team: Team,
  { channelId, stage }: Place,
): Promise<SetupFacts> {
  const { db, clock } = context
  const latest = (await latestSettings(db, team))!
  const members = await activeMembers(db, team)
  const today = localDate(clock.now(), latest.settings.zone)
  const ahead = Temporal.PlainDate.compare(today, latest.effectiveFrom) < 0
  return {
    channelId,
    stage,
    teamId: team.teamId,
    today,
    movesFrom: team.channelId === channelId ? null : team.channelId,
    settings: latest.settings,
    inForceFrom: ahead ? latest.effectiveFrom : null,
    parentTeamId: team.parentTeamId,
    parents: await possibleParentTeams(db, actor, team),
    managerUserId: team.managerUserId,
    delegateUserId: team.delegateUserId,
    memberUserIds: members.map((member) => member.userId),
    peopleInChannel: 0,
    currency: await currencyOfTeam(db, team, latest.settings),
    roles: await rolesOf(db, team.workspaceId),
    rankable: await rankableOf(context, team),
  }
}

async function rankableOf(context: Context, team: Team): Promise<Rankable[]> {
  const lists = (await roleMetricsOfTeams(context.db, [team])).get(team.teamId)
  return inRoleOrder(Object.keys(lists ?? {})).flatMap((role) =>
    (lists?.[role] ?? []).map((metric) => ({ role, metric })),
  )
}
