// Keeps a warning in step with the action item that was made of its promise: moved, handed on, done or dropped.

import type { ActionItem } from '../../actions/domain/action-item.ts'
import { actionsChanged } from '../../actions/flows/changes.ts'
import type { ActionOrigin } from '../../actions/flows/sources.ts'
import { reactTo } from '../../core/changes.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { teamCalendarsOf } from '../../org/db/calendars.ts'
import { loadMembers } from '../../org/db/members.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { localInstant } from '../../org/domain/checkin-window.ts'
import { findWarning, lockWarnings } from '../db/episodes.ts'
import { daysAhead } from '../domain/answer.ts'
import type { Act } from '../domain/decision.ts'
import type { Acknowledgement } from '../domain/episode.ts'
import { PROMISED } from '../domain/messages.ts'
import { runsOn } from '../domain/rule-settings.ts'
import { outsideOwnerOf, type Warning } from '../domain/warning.ts'
import { evaluateTeams } from './evaluate-teams.ts'

type Settings = NonNullable<Awaited<ReturnType<typeof settingsNow>>>

/** From today to ten working days after the day on which it was promised, however often it is moved. */
export const promises: ActionOrigin = {
  kind: PROMISED,
  dates: async (tx, now, action) => {
    await lockWarnings(tx, [action])
    const found = await promiseOf(tx, action)
    const team = found && (await loadTeam(tx, action.workspaceId, action.teamId))
    const settings = team && (await settingsNow(tx, team, now))
    if (!found || !settings) return null
    const promisedOn = localDate(found.promise.at, settings.zone)
    const { signal, periodTo } = found.warning
    const end = runsOn(signal) ? null : periodTo
    const calendar = (await teamCalendarsOf(tx, [team], promisedOn)).get(action.teamId)
    return calendar
      ? {
          first: localDate(now, settings.zone),
          last: daysAhead(calendar, promisedOn, 'acknowledge', end).last,
        }
      : null
  },
  about: async (tx, { workspaceId, origin: { reference } }) => {
    const warning = reference === null ? null : await findWarning(tx, workspaceId, reference)
    if (!warning?.memberId) return warning && outsideOwnerOf(warning)
    const { memberId } = warning
    return (await loadMembers(tx, [{ workspaceId, memberId }])).get(memberId)?.userId ?? null
  },
}

/** Null: the item is of an earlier promise, or the warning waits for none. */
async function promiseOf(
  tx: Transaction,
  { workspaceId, origin, createdAt }: ActionItem,
): Promise<{ warning: Warning; promise: Acknowledgement } | null> {
  const { reference } = origin
  const warning = reference === null ? null : await findWarning(tx, workspaceId, reference)
  if (warning?.episode.state !== 'acknowledged') return null
  const promise = warning.episode.acknowledgement!
  return createdAt.epochMilliseconds < promise.at.epochMilliseconds ? null : { warning, promise }
}

export const onPromise = reactTo(actionsChanged, async (tx, context, { actions, byUserId }) => {
  const now = context.clock.now()
  for (const { before, after } of actions) {
    if (!before || after.origin.kind !== PROMISED) continue
    await lockWarnings(tx, [after])
    const found = await promiseOf(tx, after)
    const settings = found && (await settingsNow(tx, after, now))
    const act = settings && actOf(before, after, byUserId ?? after.ownerUserId, settings)
    if (!act) continue
    const date = localDate(now, settings.zone)
    const { episodeId } = found.warning
    await evaluateTeams(tx, context, [after], { date, now, isMorning: false, act: { episodeId, act } })
  }
})

/** Null: nothing that concerns the warning. */
function actOf(
  before: ActionItem,
  { state, dueOn, ownerUserId }: ActionItem,
  by: UserId,
  { workingHours, zone }: Settings,
): Act | null {
  if (state !== 'open') return state === 'done' ? { kind: 'done', by } : { kind: 'withdraw', by }
  if (dueOn.equals(before.dueOn) && ownerUserId === before.ownerUserId) return null
  const lookAt = localInstant(dueOn, workingHours.from, zone)
  return { kind: 'move', by, owner: ownerUserId, until: dueOn, lookAt }
}
