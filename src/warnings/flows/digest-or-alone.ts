// Decides with what each reader has got today how they are told: each thing alone, or many in one digest.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import { localInstant } from '../../org/domain/checkin-window.ts'
import { editOf, type MessageDraft, type MessageEdit } from '../../outbox/domain/message.ts'
import { type DuePlan, planDueItems } from '../../schedule/db/due.ts'
import { insertDigestLines, type ReadSoFar, readSoFar } from '../db/digests.ts'
import { type DigestRef, digestDraft, digestKey, grouped, type Said } from '../domain/digest.ts'
import { draftOf } from '../domain/messages.ts'
import { DIGEST_DUE } from '../domain/plan-evaluation.ts'
import type { Reader } from './person-schedules.ts'
import { type ReaderHours, readerOf } from './reader-hours.ts'
import { type Reps, recordTold } from './record-told.ts'

export interface ToTell {
  workspaceId: WorkspaceId
  said: readonly Said[]
  hours: ReaderHours
  reps?: Reps
}

/** The readers are locked by the caller. Plans what waits for the next morning, and records who is shown what now. */
export async function digestOrAlone(
  tx: Transaction,
  context: Context,
  { workspaceId, said, hours, reps }: ToTell,
): Promise<(MessageDraft | MessageEdit)[]> {
  const now = context.clock.now()
  const byReader = Map.groupBy(said, ({ userId }) => userId)
  const today = new Map(
    [...byReader].map(([userId, [first]]) => [userId, readerDay(readerOf(first!), hours, now)]),
  )
  const known = await readSoFar(tx, workspaceId, [...today.values()])
  const drafts: (MessageDraft | MessageEdit)[] = []
  const digests: (DigestRef & { lines: { episodeId: string; what: Said['what'] }[] })[] = []
  const plans: DuePlan[] = []
  const shown: Said[] = []
  for (const [userId, own] of byReader) {
    const { date } = today.get(userId)!
    const soFar = known.get(userId) ?? { sent: 0, today: 0, later: null }
    const { alone, digest } = grouped(own, { sent: soFar.sent, hasDigest: soFar.today > 0 })
    drafts.push(...alone.map(draftOf))
    shown.push(...alone, ...(digest && digest.as !== 'later' ? digest.lines : []))
    if (!digest) continue
    const [first] = digest.lines
    const { teamId } = first!.warning
    const tomorrow = () =>
      hours.dateOf(readerOf(first!), hours.morning(readerOf(first!), date.add({ days: 1 })))
    const ref = { workspaceId, userId, ...dayOf(digest.as, soFar, { date, next: tomorrow }) }
    digests.push({
      ...ref,
      lines: digest.lines.map(({ warning, what }) => ({ episodeId: warning.episodeId, what })),
    })
    if (digest.as === 'later') plans.push(planOf(ref, teamId, hours))
    else drafts.push(digest.as === 'added' ? editOf(digestDraft(ref, teamId)) : digestDraft(ref, teamId))
  }
  await insertDigestLines(tx, digests, now)
  await planDueItems(tx, plans)
  await recordTold(tx, context, workspaceId, shown, reps)
  return drafts
}

function readerDay(reader: Reader, hours: ReaderHours, now: Temporal.Instant) {
  const date = hours.dateOf(reader, now)
  return { userId: reader.userId, date, startsAt: localInstant(date, '00:00', hours.zoneOf(reader)) }
}

function dayOf(
  as: 'new' | 'added' | 'later',
  { today, later }: ReadSoFar,
  { date, next }: { date: Temporal.PlainDate; next: () => Temporal.PlainDate },
): Pick<DigestRef, 'date' | 'number'> {
  if (as === 'later') return { date: later ?? next().toString(), number: 1 }
  return { date: date.toString(), number: as === 'new' ? today + 1 : today }
}

function planOf(ref: DigestRef, teamId: TeamId, hours: ReaderHours): DuePlan {
  const { workspaceId, userId } = ref
  const date = Temporal.PlainDate.from(ref.date)
  const dueAt = hours.morning({ userId, teamId }, date)
  return { workspaceId, dueKey: digestKey(ref), kind: DIGEST_DUE, teamId, memberId: null, date, dueAt }
}
