// Splits a team's members on a date into who has answered a check-in, who is missing and who is away: whatever counts answers counts by it.
import type { MemberId } from '../../core/ids.ts'
import type { DayMember, TeamDay } from '../../org/domain/team-day.ts'
import type { CheckinKind } from './checkin-kind.ts'
import type { StoredState } from './member-day.ts'
import { type OwnWindow, ownWindow } from './own-window.ts'

export interface AnsweredDay<Entry> {
  answered: readonly { of: DayMember; entry: Entry }[]
  /** Without those who were excused at the close, or since: by leave, or because they were never asked. */
  missing: readonly { of: DayMember; window: OwnWindow['window'] }[]
  /** Who has not answered and is not asked. */
  away: readonly DayMember[]
}

/** After the close nobody is missing who was not recorded as missed then; leave that is put on record afterwards excuses as well. */
export function answeredDay<Entry extends { memberId: MemberId; state: StoredState }>(
  kind: CheckinKind,
  { settings, members, date }: Pick<TeamDay, 'settings' | 'members' | 'date'>,
  entries: readonly Entry[],
  isClosed: boolean,
): AnsweredDay<Entry> {
  const entryOf = new Map(entries.map((entry) => [entry.memberId, entry]))
  const answered: { of: DayMember; entry: Entry }[] = []
  const missing: { of: DayMember; window: OwnWindow['window'] }[] = []
  const away: DayMember[] = []
  for (const of of members) {
    const entry = entryOf.get(of.member.memberId)
    const own = ownWindow(kind, settings, of, date)
    const waits = entry ? entry.state === 'missed' : !isClosed
    if (entry && isAnswer(entry)) answered.push({ of, entry })
    else if (!own?.asked) away.push(of)
    else if (waits) missing.push({ of, window: own.window })
  }
  return { answered, missing, away }
}

export const isAnswer = ({ state }: { state: StoredState }): boolean =>
  state === 'answered' || state === 'late'
