// Decides with what each reader has got today how they are told: each thing alone, or many in one digest.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { nextTeamWorkingDay } from '../../org/domain/calendar.ts'
import { localInstant } from '../../org/domain/checkin-window.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { editOf, type MessageDraft, type MessageEdit } from '../../outbox/domain/message.ts'
import { type DuePlan, planDueItems } from '../../schedule/db/due.ts'
import { insertDigestLines, type ReadSoFar, readSoFar } from '../db/digests.ts'
import { type DigestRef, digestDraft, digestKey, grouped, type Said } from '../domain/digest.ts'
import { draftOf } from '../domain/messages.ts'
import { DIGEST_DUE } from '../domain/plan-evaluation.ts'

export type DaysOfTeams = ReadonlyMap<TeamId, Pick<TeamDay, 'calendar' | 'settings'>>

export interface ToTell {
  workspaceId: WorkspaceId
  said: readonly Said[]
  days: DaysOfTeams
  /** By reader; 'UTC' for whom it is not known. */
  zones: ReadonlyMap<UserId, string>
}

/** As far as the next working day is looked for. */
const SEARCHED_DAYS = 30
const OPENS_AT = '09:00'

/** The readers are locked by the caller. Plans what waits for the next morning. */
export async function digestOrAlone(
  tx: Transaction,
  { clock }: Context,
  { workspaceId, said, days, zones }: ToTell,
): Promise<(MessageDraft | MessageEdit)[]> {
  const now = clock.now()
  const byReader = Map.groupBy(said, ({ userId }) => userId)
  const today = new Map([...byReader.keys()].map((userId) => [userId, readerDay(userId, zones, now)]))
  const known = await readSoFar(tx, workspaceId, [...today.values()])
  const drafts: (MessageDraft | MessageEdit)[] = []
  const digests: (DigestRef & { lines: { episodeId: string; what: Said['what'] }[] })[] = []
  const plans: DuePlan[] = []
  for (const [userId, own] of byReader) {
    const { date, zone } = today.get(userId)!
    const soFar = known.get(userId) ?? { sent: 0, today: 0, later: null }
    const { alone, digest } = grouped(own, { sent: soFar.sent, hasDigest: soFar.today > 0 })
    drafts.push(...alone.map(draftOf))
    if (!digest) continue
    const { teamId } = digest.lines[0]!.warning
    const at = { workspaceId, userId }
    const ref = { ...at, ...dayOf(digest.as, soFar, { date, next: () => nextDay(days.get(teamId), date) }) }
    digests.push({
      ...ref,
      lines: digest.lines.map(({ warning, what }) => ({ episodeId: warning.episodeId, what })),
    })
    if (digest.as === 'later') plans.push(planOf(ref, teamId, days.get(teamId), zone))
    else drafts.push(digest.as === 'added' ? editOf(digestDraft(ref, teamId)) : digestDraft(ref, teamId))
  }
  await insertDigestLines(tx, digests, now)
  await planDueItems(tx, plans)
  return drafts
}

function readerDay(userId: UserId, zones: ReadonlyMap<UserId, string>, now: Temporal.Instant) {
  const zone = zones.get(userId) ?? 'UTC'
  const date = localDate(now, zone)
  return { userId, zone, date, startsAt: localInstant(date, '00:00', zone) }
}

function dayOf(
  as: 'new' | 'added' | 'later',
  { today, later }: ReadSoFar,
  { date, next }: { date: Temporal.PlainDate; next: () => Temporal.PlainDate },
): Pick<DigestRef, 'date' | 'number'> {
  if (as === 'later') return { date: later ?? next().toString(), number: 1 }
  return { date: date.toString(), number: as === 'new' ? today + 1 : today }
}

type Day = Pick<TeamDay, 'calendar' | 'settings'> | undefined

const nextDay = (day: Day, date: Temporal.PlainDate): Temporal.PlainDate =>
  (day && nextTeamWorkingDay(day.calendar, date, SEARCHED_DAYS)) ?? date.add({ days: 1 })

function planOf(ref: DigestRef, teamId: TeamId, day: Day, zone: string): DuePlan {
  const date = Temporal.PlainDate.from(ref.date)
  const dueAt = localInstant(date, day?.settings.workingHours.from ?? OPENS_AT, zone)
  const { workspaceId } = ref
  return { workspaceId, dueKey: digestKey(ref), kind: DIGEST_DUE, teamId, memberId: null, date, dueAt }
}
