// Changes a team: settings from its next working day on, members and manager at once.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { ChannelId, TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { roleMetricsOfTeams } from '../../numbers/db/metrics.ts'
import { isMeasureAvailable } from '../../numbers/domain/measure-available.ts'
import { startingMetrics } from '../../numbers/flows/role-metrics.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { loadChannel } from '../../org/db/channels.ts'
import { extraDaysBetween } from '../../org/db/extra-days.ts'
import { activeMembers } from '../../org/db/members.ts'
import { latestSettings, saveSettings, settingsNow } from '../../org/db/settings.ts'
import { moveTeam, type TeamRef, teamOfChannel } from '../../org/db/teams.ts'
import { nextTeamWorkingDay } from '../../org/domain/calendar.ts'
import { earliestToday } from '../../org/domain/joining.ts'
import { mayChangeSettings } from '../../org/domain/org-permissions.ts'
import type { Member, Team, TeamSettings } from '../../org/domain/team.ts'
import { workCalendar } from '../../org/domain/work-calendar.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { announceMembership, announceSettings } from '../../org/flows/announce.ts'
import { changeInTeam } from '../../org/flows/change-in-team.ts'
import { ensurePeople } from '../../org/flows/ensure-people.ts'
import { cannotJoin, joiningNow, removeMembers } from '../../org/flows/join-and-leave.ts'
import { type Placed, placeMembers } from '../../org/flows/place-members.ts'
import { introduction } from '../../org/flows/team-messages.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { setupCheck } from '../domain/setup-check.ts'
import { changeLines, chosenLeads, linesProblem } from './change-lines.ts'
import { confirmedBy, type SetupDone, type SetupInput, type SetupProblem } from './set-up-team.ts'
import { settingsChange } from './settings-change.ts'

export async function changeTeam(
  context: Context,
  who: Person,
  teamId: TeamId,
  channelId: ChannelId,
  input: SetupInput,
): Promise<SetupDone | SetupProblem> {
  const ref = { workspaceId: who.workspaceId, teamId }
  const { settings, memberUserIds } = input
  if (memberUserIds.length === 0) return { ok: false, reason: 'nobody' }
  const people = await ensurePeople(context, who.workspaceId, memberUserIds)
  const leads = await chosenLeads(context, who, input)
  const now = context.clock.now()
  const saved = await changeInTeam(
    context,
    who,
    mayChangeSettings,
    teamId,
    async (tx, team): Promise<SavedChange | SetupProblem> => {
      const problem = await linesProblem(tx, context, who, team, input, leads)
      if (problem) return problem
      if (team.channelId !== channelId && !(await mayMoveTo(tx, context, who, channelId, input)))
        return { ok: false, reason: 'shared-channel' }
      const there = await teamOfChannel(tx, who.workspaceId, channelId)
      if (there && there.teamId !== teamId) return { ok: false, reason: 'already-set-up' }
      const change = splitMembers(input, await activeMembers(tx, ref), people)
      const unusable = cannotJoin(change.newcomers, people)
      if (unusable.length > 0) return { ok: false, reason: 'unusable', names: unusable }
      if (!(await measureIsAvailable(tx, ref, input, change))) return { ok: false, reason: 'not-counted' }
      const { waiting, refused } = await changePeople(tx, context, who, ref, input, change)
      const { from, before } = await changeSettings(tx, context, ref, settings, who.userId)
      await announceSettings(tx, context, ref, { from: earliestToday(now), before })
      const parentProposed = await changeLines(tx, context, who, team, input)
      await changeChannel(tx, context, team, who, channelId)
      return { ok: true, team: { ...team, channelId }, from, parentProposed, waiting, refused }
    },
  )
  if (!saved.ok) return saved
  const warnings = await warningsOf(context, saved.team, input)
  const { from, parentProposed, waiting, refused } = saved
  const memberCount = memberUserIds.length - waiting.length - refused.length
  const askedUserId = parentProposed ? input.managerUserId : null
  return {
    ...{ ok: true, teamId, settings, memberCount, from, warnings, waiting, refused },
    parentAskedUserId: askedUserId,
  }
}

/** Only an admin moves a team to a channel that another organisation reads too. The form has just fetched the channel. */
async function mayMoveTo(
  tx: Transaction,
  context: Context,
  who: Person,
  channelId: ChannelId,
  input: SetupInput,
): Promise<boolean> {
  const channel = await loadChannel(tx, { workspaceId: who.workspaceId, channelId })
  return !channel?.isExternal || confirmedBy(await actorOf(tx, who, context.clock.now()), input)
}

interface SavedChange extends Pick<Placed, 'waiting' | 'refused'> {
  ok: true
  team: Team
  from: Temporal.PlainDate
  parentProposed: boolean
}

interface PeopleChange {
  newcomers: readonly UserId[]
  joining: readonly Person[]
  leaving: readonly Member[]
  staying: readonly Member[]
}

function splitMembers(
  { memberUserIds }: SetupInput,
  members: readonly Member[],
  people: readonly Person[],
): PeopleChange {
  const present = new Set(members.map((member) => member.userId))
  const newcomers = memberUserIds.filter((userId) => !present.has(userId))
  return {
    newcomers,
    joining: people.filter((person) => newcomers.includes(person.userId)),
    leaving: members.filter((member) => !memberUserIds.includes(member.userId)),
    staying: members.filter((member) => memberUserIds.includes(member.userId)),
  }
}

async function measureIsAvailable(
  tx: Transaction,
  ref: TeamRef,
  { settings, role, currency }: SetupInput,
  { joining, staying }: PeopleChange,
): Promise<boolean> {
  const lists = (await roleMetricsOfTeams(tx, [ref])).get(ref.teamId)
  const roles = [...staying.map((member) => member.role), ...(joining.length > 0 ? [role] : [])]
  const starting = await startingMetrics(tx, ref.workspaceId, role, currency)
  return isMeasureAvailable(settings.measure, roles, (of) => {
    const list = lists?.[of] ?? []
    return list.length === 0 && of === role ? starting : list
  })
}

async function changePeople(
  tx: Transaction,
  context: Context,
  by: Person,
  ref: TeamRef,
  { settings, role }: SetupInput,
  { joining, leaving }: PeopleChange,
): Promise<Placed> {
  if (joining.length + leaving.length === 0) return { joined: [], waiting: [], refused: [] }
  const now = context.clock.now()
  const inForce = (await settingsNow(tx, ref, now)) ?? settings
  const screen = '/kpi setup'
  const placed = await placeMembers(tx, context, by, ref, joiningNow(joining, role, inForce, now), screen)
  const left = await removeMembers(tx, ref, inForce, leaving, now)
  const change = { byUserId: by.userId, screen, joined: placed.joined, moved: [], left } as const
  await announceMembership(tx, context, ref, { ...change, from: earliestToday(now) })
  return placed
}

async function changeChannel(
  tx: Transaction,
  context: Context,
  team: Team,
  { userId: actorUserId }: Person,
  channelId: ChannelId,
): Promise<void> {
  if (team.channelId === channelId) return
  const { workspaceId, teamId } = team
  await moveTeam(tx, team, channelId)
  await recordAudit(tx, context, [
    {
      ...{ workspaceId, teamId, kind: 'team-moved', actorUserId, userId: null, screen: '/kpi setup' },
      ...{ before: { channelId: team.channelId }, after: { channelId } },
    },
  ])
  const moved = { workspaceId, teamId, channelId }
  await enqueueMessage(tx, context, [introduction(moved, `intro:${teamId}:${channelId}`)])
}

/** Saves a new version if the settings differ. `from`: the first date on which they apply. `before`: what was replaced. */
async function changeSettings(
  tx: Transaction,
  context: Context,
  ref: TeamRef,
  settings: TeamSettings,
  setBy: UserId,
): Promise<{ from: Temporal.PlainDate; before: TeamSettings | null }> {
  const now = context.clock.now()
  const latest = (await latestSettings(tx, ref))!
  const today = localDate(now, settings.zone)
  const change = settingsChange(latest.settings, settings)
  if (!change) return { from: laterOf(latest.effectiveFrom, today), before: null }
  const extra = await extraDaysBetween(tx, [ref], today, today.add({ days: 60 }))
  const calendar = workCalendar(settings, extra.get(ref.teamId)?.extraDays ?? {})
  const effectiveFrom = nextTeamWorkingDay(calendar, today) ?? today.add({ days: 1 })
  await saveSettings(tx, ref, { effectiveFrom, settings, setBy, setAt: now })
  await recordAudit(tx, context, [
    { ...ref, kind: 'settings-changed', actorUserId: setBy, userId: null, screen: '/kpi setup', ...change },
  ])
  return { from: effectiveFrom, before: latest.settings }
}

async function warningsOf(context: Context, team: Team, { settings, memberUserIds }: SetupInput) {
  const inChannel = await context.directory.channelMembers(team.workspaceId, team.channelId)
  return setupCheck(settings, memberUserIds, inChannel, localDate(context.clock.now(), settings.zone))
}

function laterOf(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one
}
