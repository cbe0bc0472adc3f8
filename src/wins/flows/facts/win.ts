// Loads what the message about a win shows: the deal as it stands, the month it belongs to, and whether it is a record.
import type { Queryable } from '../../../core/db/client.ts'
import type { MemberId } from '../../../core/ids.ts'
import { metricsOfTeam } from '../../../numbers/db/metrics.ts'
import { customersMetric } from '../../../numbers/domain/deal-metric.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import { type Period, periodOf } from '../../../numbers/domain/period.ts'
import { loadChannel } from '../../../org/db/channels.ts'
import { fiscalYearStart } from '../../../org/db/fiscal-year.ts'
import { loadMember } from '../../../org/db/members.ts'
import { namesOf } from '../../../org/db/names.ts'
import { loadTeam, type TeamRef } from '../../../org/db/teams.ts'
import { weekStart } from '../../../org/domain/calendar.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { type NamedProgress, teamProgress } from '../../../targets/flows/team-progress.ts'
import { findWin, winsBetween, wonBefore } from '../../db/wins.ts'
import { honoursOf } from '../../domain/honours.ts'
import type { TeamMonth, WinFacts } from '../../domain/message-facts.ts'
import type { Win } from '../../domain/win.ts'
import { namingOf } from '../naming.ts'

/** Null: it is not to be told. What has been told is brought up to date whatever the team wants by now. */
export async function loadWin(
  db: Queryable,
  { workspaceId, subject, ts }: Pick<Message<'win'>, 'workspaceId' | 'subject' | 'ts'>,
  now: Temporal.Instant,
): Promise<WinFacts | null> {
  const win = await findWin(db, workspaceId, subject.sourceId)
  const team = win && (await loadTeam(db, workspaceId, win.teamId))
  const member = win && (await loadMember(db, workspaceId, win.memberId))
  if (!team || team.archivedAt || !member) return null
  const naming = await namingOf(db, team, now)
  const metric = (await metricsOfTeam(db, workspaceId, team.teamId)).get(win.metricKey)
  if (!naming || !metric) return null
  const { settings } = naming
  const isTold = ts !== null
  if (!isTold && (settings.wins === 'none' || win.amount === 0)) return null
  const starts = weekStart(settings.workDays)
  const yearStarts = await fiscalYearStart(db, workspaceId)
  const month = periodOf('month', win.date, starts)
  const before = await wonBefore(db, win, {
    ...{ month, quarter: periodOf('quarter', win.date, starts, yearStarts) },
  })
  const named = naming.isNamed(win.enteredAt)
  const honours = honoursOf(win.amount, before).filter((one) => named || one !== 'personal-best')
  if (!isTold && settings.wins === 'big' && honours.length === 0) return null
  const channel = await loadChannel(db, team)
  const progress = await teamProgress(db, { team, settings, period: month }, now)
  const whose = named ? member.memberId : null
  return {
    ...{ kind: 'win', metric, amount: win.amount, date: win.date },
    name: named ? ((await namesOf(db, workspaceId, [member.userId]))[member.userId] ?? null) : null,
    customer: named && !channel?.isExternal ? win.customer : null,
    corrected: win.amount === win.enteredAmount ? null : { from: win.enteredAmount },
    place:
      1 +
      (named ? before.ownThisMonth : before.teamThisMonth) +
      (await reportedOtherwise(db, team, { whose, metric, month, progress })),
    honours,
    team: teamMonth(progress, win, metric),
  }
}

/** New customers of the month that were reported as a sum, as a standup does, and not told of one by one. `whose` null: the team's. */
async function reportedOtherwise(
  db: Queryable,
  team: TeamRef,
  of: { whose: MemberId | null; metric: Metric; month: Period; progress: NamedProgress },
): Promise<number> {
  const { whose, metric, month, progress } = of
  const standings =
    whose === null
      ? progress.team
      : (progress.people.find((one) => one.member.memberId === whose)?.metrics ?? [])
  const customers = customersMetric(
    metric,
    standings.map((one) => one.metric),
  )
  const reported = standings.find((one) => one.metric.key === customers?.key)?.actual ?? 0
  const told = (await winsBetween(db, team, month)).filter(
    (one) => one.metricKey === metric.key && (whose === null || one.memberId === whose),
  )
  return Math.max(0, reported - told.length)
}

function teamMonth(progress: NamedProgress, win: Win, metric: Metric): TeamMonth {
  const standing = progress.team.find((one) => one.metric.key === metric.key)
  const reached = standing?.actual ?? 0
  const target = standing?.target
  if (!target) return { reached, target: null }
  const reachedNow = reached >= target.target && reached - win.amount < target.target
  return { reached, target: { whole: target.target, attainment: target.attainment, reachedNow } }
}
