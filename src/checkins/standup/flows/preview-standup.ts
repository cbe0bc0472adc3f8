// Makes up the next prompt of a team and its form, as a new rep will get them: nothing of anybody is in them.
import type { Context } from '../../../core/context.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { localDate } from '../../../core/time.ts'
import { roleMetricsOfTeams } from '../../../numbers/db/metrics.ts'
import { enteredMetrics } from '../../../numbers/domain/metrics.ts'
import { teamNumbersDate } from '../../../numbers/domain/numbers-day.ts'
import { teamCalendarsOf } from '../../../org/db/calendars.ts'
import { activeMembers } from '../../../org/db/members.ts'
import { settingsNow, settingsOn } from '../../../org/db/settings.ts'
import { loadTeam } from '../../../org/db/teams.ts'
import { nextTeamWorkingDay } from '../../../org/domain/calendar.ts'
import { checkinWindow } from '../../../org/domain/checkin-window.ts'
import { may } from '../../../org/domain/permissions.ts'
import { identityOf } from '../../../org/domain/team-names.ts'
import { actorOf } from '../../../org/flows/actor.ts'
import { questionsAsked } from '../../domain/checkin-kind.ts'
import type { StandupCardFacts } from '../domain/message-facts.ts'
import { mayPreviewStandup } from '../domain/permissions.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import type { StandupForm } from './open-standup.ts'

export interface StandupPreview {
  promptAt: Temporal.Instant
  /** Everyone is asked at this time of their own clock. */
  ownZones: boolean
  prompt: StandupCardFacts
  form: StandupForm
}

/** Of the first member's role. Null: it is not for this person. */
export async function previewStandup(
  { db, clock }: Context,
  who: Person,
  teamId: TeamId,
): Promise<StandupPreview | null> {
  const { workspaceId } = who
  const now = clock.now()
  const ref = { workspaceId, teamId }
  if (!may(await actorOf(db, who, now), mayPreviewStandup, ref)) return null
  const team = await loadTeam(db, workspaceId, teamId)
  const current = team && (await settingsNow(db, team, now))
  if (!team || team.archivedAt || !current) return null
  const today = localDate(now, current.zone)
  const calendar = (await teamCalendarsOf(db, [ref], today)).get(teamId)
  if (!calendar) return null
  const date = nextTeamWorkingDay(calendar, today) ?? today.add({ days: 1 })
  const settings = (await settingsOn(db, workspaceId, teamId, date)) ?? current
  const [lists, members] = await Promise.all([roleMetricsOfTeams(db, [ref]), activeMembers(db, ref)])
  const roles = lists.get(teamId)
  const role = members[0]?.role
  const metrics = enteredMetrics((role ? roles?.[role] : Object.values(roles ?? {})[0]) ?? [])
  const { promptAt, closeAt } = checkinWindow(settings, settings.zone, date, null)
  const identity = identityOf(team, settings)
  const common = { teamId, ...identity, date, closeAt, zone: settings.zone }
  const { managerUserId, channelId } = team
  const isNew = members.every(({ joinedOn }) => Temporal.PlainDate.compare(joinedOn, today) >= 0)
  const numbersOf = teamNumbersDate(settings, calendar, date)
  return {
    promptAt,
    ownZones: settings.zoneRule === 'member',
    prompt: {
      ...{ kind: 'standup-card', ...common, phase: 'prompt', receipt: null, known: null },
      ...{
        snoozedUntil: null,
        firstTime: isNew ? { managerUserId, channelId, names: settings.boardNames } : null,
      },
    },
    form: {
      ...{ ...common, late: false, revision: 0, numbersDate: numbersOf, targets: new Map() },
      checkinName: settings.checkinName,
      numbersDayOver: !numbersOf.equals(date),
      numbersReported: false,
      asks: questionsAsked(STANDUP_KIND, settings).map(({ key }) => key),
      numbers: metrics.map((metric) => ({ metric, value: null, confirmed: false, own: null })),
      ...{ todo: { items: [], count: 0 }, doneActionIds: [] },
      ...{ items: [], plan: [], blockers: [], newBlockers: [], helperUserId: null, doneNote: '' },
    },
  }
}
