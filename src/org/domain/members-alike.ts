// Computes members as of an instant; those of one team who are alike are computed once.
import type { MemberId } from '../../core/ids.ts'
import type { DayHistory } from './day-history.ts'
import { type MemberAt, memberAt } from './measured-calendar.ts'

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

export interface AlikeMember extends MemberAt {
  /** The same object: the same days of the span, role and clock. */
  like: MemberAt
}

/** Members of one team have its part of the history in common (`settings` is the same object). */
export function membersAlike(
  histories: ReadonlyMap<MemberId, DayHistory>,
  span: Span,
  at: Temporal.Instant,
): Map<MemberId, AlikeMember> {
  const byTeam = new Map<DayHistory['settings'], Map<string, MemberAt>>()
  return new Map(
    [...histories].map(([memberId, history]) => {
      const known = byTeam.get(history.settings) ?? new Map<string, MemberAt>()
      byTeam.set(history.settings, known)
      const [state, ...more] = history.states
      // Who joined before the span, and never changed, is like who joined on its first day.
      const isBefore =
        state !== undefined && more.length === 0 && Temporal.PlainDate.compare(state.joinedOn, span.from) < 0
      const states = isBefore ? [{ ...state, joinedOn: span.from }] : history.states
      const key = keyOf({ ...history, states })
      const like = known.get(key) ?? memberAt({ ...history, states }, span, at)
      known.set(key, like)
      if (!isBefore) return [memberId, { ...like, like }]
      return [memberId, { ...like, calendar: { ...like.calendar, joinedOn: state.joinedOn }, like }]
    }),
  )
}

function keyOf({ leaves, ownHolidays, states, zones }: DayHistory): string {
  const [state, zone] = [states[0]!, zones[0]]
  const isPlain = leaves.length + ownHolidays.length === 0 && states.length === 1 && zones.length === 1
  return isPlain
    ? `${zone?.zone} ${state.role} ${state.joinedOn} ${state.leftOn}`
    : JSON.stringify([leaves, ownHolidays, states, zones])
}
