// Finds what a person logged last, and takes it back where it is clear what is meant.
import type { Context } from '../../core/context.ts'
import type { ChannelId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { lastEntries } from '../db/undo.ts'
import { openEntryDates } from '../domain/entry-day.ts'
import type { Metric } from '../domain/metrics.ts'
import { mayLogNumbers } from '../domain/permissions.ts'
import { type Membership, membershipsOf } from './memberships.ts'
import { type UndoResult, undoAndAnnounce } from './undo-activity.ts'

/** An entry that can be taken back. */
export interface UndoChoice {
  sourceId: string
  teamName: string
  date: Temporal.PlainDate
  entries: readonly { metric: Metric; value: number }[]
}

export type LastUndone =
  | { ok: true; result: UndoResult }
  | { ok: false; reason: 'no-team' }
  | { ok: false; reason: 'nothing' }
  /** One of several teams, or an entry that is not of today. */
  | { ok: false; reason: 'which'; choices: readonly UndoChoice[] }

/** `isPlain`: nothing was typed that says more. */
export async function undoLast(
  context: Context,
  who: Person,
  { channelId, isPlain }: { channelId: ChannelId; isPlain: boolean },
): Promise<LastUndone> {
  const now = context.clock.now()
  const memberships = await membershipsOf(context.db, who, mayLogNumbers, now)
  if (memberships.length === 0) return { ok: false, reason: 'no-team' }
  const found = await choicesIn(context, who, memberships, now)
  const here = found.filter(({ membership }) => membership.team.channelId === channelId)
  const meant = here.length > 0 ? here : found
  const [only, another] = meant
  if (!only) return { ok: false, reason: 'nothing' }
  if (another || !only.isOfToday || !isPlain)
    return { ok: false, reason: 'which', choices: meant.map(({ choice }) => choice) }
  const { sourceId } = only.choice
  return { ok: true, result: await undoAndAnnounce(context, who, { sourceId }) }
}

async function choicesIn(
  { db }: Context,
  who: Person,
  memberships: readonly Membership[],
  now: Temporal.Instant,
): Promise<{ choice: UndoChoice; membership: Membership; isOfToday: boolean }[]> {
  const open = memberships.flatMap(({ settings, entryCalendar, zone }) =>
    openEntryDates(settings, entryCalendar, zone, now),
  )
  const ids = memberships.map(({ member }) => member.memberId)
  const last = open.length > 0 ? await lastEntries(db, who, ids, open) : []
  return memberships.flatMap((membership) => {
    const { member, settings, metrics, zone, today } = membership
    const entry = last.find(({ memberId }) => memberId === member.memberId)
    if (!entry) return []
    const entries = Object.entries(entry.numbers).flatMap(([key, value]) => {
      const metric = metrics.find((one) => one.key === key)
      return metric ? [{ metric, value }] : []
    })
    const { sourceId, date } = entry
    return [
      {
        choice: { sourceId, date, entries, teamName: settings.name },
        ...{ membership, isOfToday: localDate(entry.enteredAt, zone).equals(today) },
      },
    ]
  })
}
