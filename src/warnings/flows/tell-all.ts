// Tells people what was decided about warnings, each in their own working hours; what they have already is edited.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import type { MessageDraft, MessageEdit } from '../../outbox/domain/message.ts'
import { enqueueMessage, standingEdits } from '../../outbox/flows/enqueue-message.ts'
import { digestsWith, lockReaders } from '../db/digests.ts'
import { unheardOf } from '../db/unheard.ts'
import type { Decided } from '../domain/decide-team.ts'
import { digestDraft, type Said } from '../domain/digest.ts'
import { saidIn, shownTo, speaksAgain } from '../domain/messages.ts'
import type { Warning } from '../domain/warning.ts'
import { digestOrAlone } from './digest-or-alone.ts'
import type { DaysOfTeams } from './person-schedules.ts'
import { loadReaderHours, readerOf } from './reader-hours.ts'
import { byHours, letWait, takenOut, thatHolds } from './waiting.ts'

type Changed = Pick<Decided, 'before' | 'decision' | 'repUserId'> & { warning: Warning }

export async function tellAll(
  tx: Transaction,
  context: Context,
  changed: readonly Changed[],
  days: DaysOfTeams,
): Promise<void> {
  const told = changed.filter(({ decision }) => decision.events.length > 0)
  if (told.length === 0) return
  await lockReaders(tx, told.flatMap(readersOf))
  const containing = await digestsWith(
    tx,
    told.map(({ warning }) => warning),
  )
  const digests = Map.groupBy(containing, ({ workspaceId }) => workspaceId)
  const drafts: (MessageDraft | MessageEdit)[] = []
  for (const [workspaceId, own] of Map.groupBy(told, ({ warning }) => warning.workspaceId)) {
    const shown = own.flatMap(({ warning, decision }) => shownTo(warning, decision))
    const digested = (digests.get(workspaceId) ?? []).map((digest) => digestDraft(digest, null))
    // What was dropped is not posted by an edit, at whatever hour: who never heard of it is told of it anew.
    drafts.push(...(await standingEdits(tx, workspaceId, [...shown, ...digested])))
    const again = await saidAgain(tx, workspaceId, own)
    drafts.push(...(await tellInHours(tx, context, workspaceId, own, again, days)))
  }
  await enqueueMessage(tx, context, drafts)
}

/** Whoever was told, too: what they have of it is read, and would change while somebody else tells them. */
const readersOf = ({ warning, decision }: Changed) =>
  [...warning.episode.told, ...saidIn(warning, decision).map(({ userId }) => userId)].map((userId) => ({
    ...{ workspaceId: warning.workspaceId, userId },
  }))

/** To whom a warning that needs somebody again is new, because it was dropped while nobody was needed. */
async function saidAgain(
  tx: Transaction,
  workspaceId: WorkspaceId,
  told: readonly Changed[],
): Promise<Said[]> {
  const again = told.filter(({ warning, before }) => speaksAgain(before, warning.episode))
  const warnings = new Map(again.map(({ warning }) => [warning.episodeId, warning]))
  const hearers = again.flatMap(({ warning: { episodeId, episode }, decision }) =>
    episode.told
      .filter((userId) => !decision.posts.some((post) => post.userId === userId))
      .map((userId) => ({ episodeId, userId })),
  )
  const unheard = await unheardOf(tx, workspaceId, hearers)
  return unheard.map(({ episodeId, userId }) => ({
    ...{ warning: warnings.get(episodeId)!, userId, what: 'new' as const },
  }))
}

async function tellInHours(
  tx: Transaction,
  context: Context,
  workspaceId: WorkspaceId,
  told: readonly Changed[],
  again: readonly Said[],
  days: DaysOfTeams,
): Promise<(MessageDraft | MessageEdit)[]> {
  const said = [...again, ...told.flatMap(({ warning, decision }) => saidIn(warning, decision))]
  const now = context.clock.now()
  const hours = await loadReaderHours(tx, workspaceId, said.map(readerOf), days, now)
  // Whoever acts is awake.
  const acting = new Set(told.flatMap(({ decision }) => decision.events.map(({ actor }) => actor)))
  const isActing = ({ userId }: Said) => acting.has(userId)
  const { begun, waiting } = byHours(said, hours, now)
  await letWait(
    tx,
    waiting.filter((one) => !isActing(one)),
    now,
  )
  const today = begun.map((one) => ({ userId: one.userId, date: hours.dateOf(readerOf(one), now) }))
  // What is due for them at this very time comes along.
  const waited = await takenOut(tx, workspaceId, today)
  const all = thatHolds([...waited, ...begun, ...waiting.filter(isActing)])
  const reps = new Map(told.map(({ warning, repUserId }) => [warning.episodeId, repUserId]))
  return digestOrAlone(tx, context, { workspaceId, said: all, hours, reps })
}
