// Tells people what was decided about warnings: alone, or many in one digest; what they have already is edited.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { findPeople } from '../../org/db/people.ts'
import { nextTeamWorkingDay } from '../../org/domain/calendar.ts'
import { localInstant } from '../../org/domain/checkin-window.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { editOf, type MessageDraft, type MessageEdit } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { type DuePlan, planDueItems } from '../../schedule/db/due.ts'
import { digestsWith, insertDigestLines, lockReaders, type ReadSoFar, readSoFar } from '../db/digests.ts'
import type { Decided } from '../domain/decide-team.ts'
import { type DigestRef, digestDraft, digestKey, grouped, type Said } from '../domain/digest.ts'
import { draftOf, editsOf, saidIn } from '../domain/messages.ts'
import { DIGEST_DUE } from '../domain/plan-evaluation.ts'
import type { Warning } from '../domain/warning.ts'

export type DaysOfTeams = ReadonlyMap<TeamId, Pick<TeamDay, 'calendar' | 'settings'>>
type Changed = Pick<Decided, 'decision'> & { warning: Warning }

/** As far as the next working day is looked for. */
const SEARCHED_DAYS = 30
const OPENS_AT = '09:00'

export async function tellAll(
  tx: Transaction,
  context: Context,
  changed: readonly Changed[],
  days: DaysOfTeams,
): Promise<void> {
  const told = changed.filter(({ decision }) => decision.events.length > 0)
  if (told.length === 0) return
  const said = told.flatMap(({ warning, decision }) => saidIn(warning, decision))
  const drafts: (MessageDraft | MessageEdit)[] = told.flatMap(({ warning, decision }) =>
    editsOf(warning, decision),
  )
  const containing = await digestsWith(
    tx,
    told.map(({ warning }) => warning),
  )
  drafts.push(...containing.map((digest) => editOf(digestDraft(digest, null))))
  for (const [workspaceId, own] of Map.groupBy(said, ({ warning }) => warning.workspaceId))
    drafts.push(...(await group(tx, context, { workspaceId, said: own, days })))
  await enqueueMessage(tx, context, drafts)
}

interface ToTell {
  workspaceId: WorkspaceId
  said: readonly Said[]
  days: DaysOfTeams
}

async function group(
  tx: Transaction,
  { clock }: Context,
  { workspaceId, said, days }: ToTell,
): Promise<(MessageDraft | MessageEdit)[]> {
  const now = clock.now()
  const byReader = Map.groupBy(said, ({ userId }) => userId)
  await lockReaders(tx, workspaceId, [...byReader.keys()])
  const dateOf = await datesOf(tx, workspaceId, [...byReader.keys()], now)
  const known = await readSoFar(tx, workspaceId, [...dateOf.values()])
  const drafts: (MessageDraft | MessageEdit)[] = []
  const digests: (DigestRef & { lines: { episodeId: string; what: Said['what'] }[] })[] = []
  const plans: DuePlan[] = []
  for (const [userId, own] of byReader) {
    const { date, zone } = dateOf.get(userId)!
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

async function datesOf(
  tx: Transaction,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
  now: Temporal.Instant,
) {
  const zones = new Map(
    (await findPeople(tx, workspaceId, userIds)).map(({ userId, zone }) => [userId, zone]),
  )
  return new Map(
    userIds.map((userId) => {
      const zone = zones.get(userId) ?? 'UTC'
      const date = localDate(now, zone)
      return [userId, { userId, zone, date, startsAt: localInstant(date, '00:00', zone) }]
    }),
  )
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
