// Tells the manager and the owner of a measure, two and four weeks after it was set, what its number has done. Stops when it was dropped.

import { loadAction } from '../../actions/db/action-items.ts'
import type { ActionItem } from '../../actions/domain/action-item.ts'
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { localDate } from '../../core/time.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import { recordRecipients } from '../../org/audit/flows/record-reading.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import type { Team } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { leadersNow } from '../../org/flows/leaders-now.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { Message } from '../../outbox/flows/message-kind.ts'
import type { DueItem, DueOutcome } from '../../schedule/db/due.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import { oneByOne } from '../../schedule/flows/one-by-one.ts'
import {
  type FollowUpFacts,
  followUpMessage,
  maySee,
  readFollowUp,
  shownAlone,
  withoutOneOther,
} from '../domain/follow-up.ts'
import { type LookedAt, MEASURE, type Measure, readReference } from '../domain/measure.ts'
import { lookAtMeasures } from './look-at-measures.ts'

/** Later the next one is near, and the review tells it anyway. */
const MAX_LATE_DAYS = 7

export const followUpMeasures = oneByOne(24 * MAX_LATE_DAYS, followUpOne)

async function followUpOne(
  tx: Transaction,
  item: DueItem,
  now: Temporal.Instant,
  context: Context,
): Promise<DueOutcome> {
  const { workspaceId, teamId } = item
  const named = readFollowUp(item.dueKey)
  const action = named && (await loadAction(tx, { workspaceId, actionId: named.actionId }))
  if (!action || action.state === 'dropped') return skipped(item, 'superseded')
  const team = await loadTeam(tx, workspaceId, teamId)
  if (!team || team.archivedAt) return skipped(item, 'team-archived')
  const leader = (await leadersNow(tx, [team], now)).get(teamId)
  const looked = await lookAtAction(tx, team, action, named.weeks, now)
  if (!looked) return skipped(item, 'superseded')
  if (leader) await recordShown(tx, context, leader, looked.measure, workspaceId)
  const concerned = [...new Set([...(leader ? [leader] : []), action.ownerUserId])]
  const readers = concerned.filter((userId) => maySee(looked.measure, userId, leader))
  const about = { workspaceId, teamId, actionId: action.actionId }
  await enqueueMessage(
    tx,
    context,
    readers.map((userId) => followUpMessage(about, named.weeks, userId)),
  )
  return done(item)
}

async function recordShown(
  tx: Transaction,
  context: Context,
  leader: string,
  looked: LookedAt,
  workspaceId: string,
): Promise<void> {
  const parts = shownAlone(looked).map((userId) => ({ userId, what: 'numbers' as const }))
  if (parts.length > 0) await recordRecipients(tx, context, { workspaceId, viewers: [leader], parts })
}

/** Null: it is no measure, or the team has no settings. */
async function lookAtAction(
  q: Queryable,
  team: Team,
  action: ActionItem,
  weeks: number,
  now: Temporal.Instant,
): Promise<(Omit<FollowUpFacts, 'kind' | 'weeks'> & { measure: LookedAt }) | null> {
  const read = action.origin.kind === MEASURE ? readReference(action.origin.reference ?? '') : null
  const settings = await settingsNow(q, team, now)
  if (!read || !settings) return null
  const { actionId, text, ownerUserId, dueOn, state, closedAt, reason, createdAt: setAt } = action
  const item = { actionId, text, ownerUserId, dueOn, state, closedAt, reason, setAt }
  const measure: Measure = { ...item, ...read, aimedAt: read.aimedAt ?? ownerUserId }
  const through = localDate(setAt, settings.zone).add({ weeks })
  const [looked] = await lookAtMeasures(q, { team, settings, through }, [measure], now)
  const yearStarts = await fiscalYearStart(q, team.workspaceId)
  const period = periodOf(read.period, read.from, weekStart(settings.workDays), yearStarts)
  return { team: identityOf(team, settings), period, measure: looked! }
}

/** Null: the measure was dropped or handed on, or the team is gone. */
export async function loadFollowUp(
  db: Queryable,
  { workspaceId, teamId, toUserId, subject }: Message<'measure-follow-up'>,
  now: Temporal.Instant,
): Promise<FollowUpFacts | null> {
  const { actionId, weeks } = subject
  const action = await loadAction(db, { workspaceId, actionId })
  const team = teamId ? await loadTeam(db, workspaceId, teamId) : null
  if (!action || action.state === 'dropped' || !team || team.archivedAt) return null
  const looked = await lookAtAction(db, team, action, weeks, now)
  if (!looked) return null
  const leader = (await leadersNow(db, [team], now)).get(team.teamId)
  if (!toUserId || !maySee(looked.measure, toUserId, leader)) return null
  const measure = leader === toUserId ? looked.measure : withoutOneOther(looked.measure)
  return { kind: 'measure-follow-up', weeks, ...looked, measure }
}
