// Tells people what was decided about warnings, each in their own working hours; what they have already is edited.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { isBefore, localDate } from '../../core/time.ts'
import { findPeople } from '../../org/db/people.ts'
import { teamWorksOn } from '../../org/domain/calendar.ts'
import { editOf, type MessageDraft, type MessageEdit } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { type DuePlan, planDueItems } from '../../schedule/db/due.ts'
import { digestsWith, insertDigestLines, lockReaders } from '../db/digests.ts'
import type { Decided } from '../domain/decide-team.ts'
import { digestDraft, type Said, WAITING } from '../domain/digest.ts'
import { editsOf, saidIn } from '../domain/messages.ts'
import { WAITING_DUE } from '../domain/plan-evaluation.ts'
import type { Warning } from '../domain/warning.ts'
import { afterWorkingTime } from '../domain/working-time.ts'
import { type DaysOfTeams, digestOrAlone, type ToTell } from './digest-or-alone.ts'

type Changed = Pick<Decided, 'decision'> & { warning: Warning }
/** `at`: now, or where that is outside of the reader's hours the beginning of the next ones. */
type Timed = Said & { at: Temporal.Instant }

export async function tellAll(
  tx: Transaction,
  context: Context,
  changed: readonly Changed[],
  days: DaysOfTeams,
): Promise<void> {
  const told = changed.filter(({ decision }) => decision.events.length > 0)
  if (told.length === 0) return
  const drafts: (MessageDraft | MessageEdit)[] = told.flatMap(({ warning, decision }) =>
    editsOf(warning, decision),
  )
  const containing = await digestsWith(
    tx,
    told.map(({ warning }) => warning),
  )
  drafts.push(...containing.map((digest) => editOf(digestDraft(digest, null))))
  for (const [workspaceId, own] of Map.groupBy(told, ({ warning }) => warning.workspaceId))
    drafts.push(...(await tellInHours(tx, context, workspaceId, own, days)))
  await enqueueMessage(tx, context, drafts)
}

async function tellInHours(
  tx: Transaction,
  context: Context,
  workspaceId: WorkspaceId,
  told: readonly Changed[],
  days: DaysOfTeams,
): Promise<(MessageDraft | MessageEdit)[]> {
  const now = context.clock.now()
  const said = told.flatMap(({ warning, decision }) => saidIn(warning, decision))
  const readers = [...new Set(said.map(({ userId }) => userId))]
  await lockReaders(tx, workspaceId, readers)
  const zones = await zonesOf(tx, workspaceId, readers)
  const acting = new Set(told.flatMap(({ decision }) => decision.events.map(({ actor }) => actor)))
  const timed = said.map((one) => ({
    ...one,
    // Whoever acts is awake.
    at: acting.has(one.userId) ? now : inHours(one, zones.get(one.userId), days, now),
  }))
  const [awake, waiting] = [true, false].map((isAwake) =>
    timed.filter(({ at }) => isBefore(now, at) !== isAwake),
  ) as [Timed[], Timed[]]
  await letWait(tx, now, waiting, zones)
  return digestOrAlone(tx, context, { workspaceId, said: awake, days, zones })
}

export async function zonesOf(
  tx: Transaction,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
): Promise<ToTell['zones']> {
  const people = await findPeople(tx, workspaceId, userIds)
  return new Map(people.map(({ userId, zone }) => [userId, zone]))
}

/** The hours of the warning's team, by the reader's own clock. */
function inHours(
  { warning }: Said,
  zone: string | undefined,
  days: DaysOfTeams,
  now: Temporal.Instant,
): Temporal.Instant {
  const day = days.get(warning.teamId)
  if (!day) return now
  const { calendar, settings } = day
  const worksOn = (date: Temporal.PlainDate) => teamWorksOn(calendar, date)
  return afterWorkingTime(now, 0, { zone: zone ?? settings.zone, hours: settings.workingHours, worksOn })
}

/** What people are told when their hours begin, with all else that has come for them until then. */
async function letWait(
  tx: Transaction,
  now: Temporal.Instant,
  waiting: readonly Timed[],
  zones: ToTell['zones'],
): Promise<void> {
  const lines = waiting.map(({ warning, userId, what, at }) => {
    const { workspaceId, episodeId } = warning
    const date = localDate(at, zones.get(userId) ?? 'UTC').toString()
    return { workspaceId, userId, date, number: WAITING, lines: [{ episodeId, what }] }
  })
  await insertDigestLines(tx, lines, now)
  await planDueItems(
    tx,
    waiting.map(({ warning, userId, at }, index): DuePlan => {
      const { workspaceId, teamId } = warning
      return {
        ...{ workspaceId, kind: WAITING_DUE, teamId, memberId: null, dueAt: at },
        dueKey: `${WAITING_DUE}:${userId}:${at.epochMilliseconds}`,
        date: Temporal.PlainDate.from(lines[index]!.date),
      }
    }),
  )
}
