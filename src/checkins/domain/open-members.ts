// Decides of which members an answer can still come in time: those who are asked, and whose own close is ahead.
import { isBefore } from '../../core/time.ts'
import type { DayMember, TeamDay } from '../../org/domain/team-day.ts'
import type { CheckinKind } from './checkin-kind.ts'
import { ownWindow } from './own-window.ts'

export const openMembers = (kind: CheckinKind, day: TeamDay, now: Temporal.Instant): DayMember[] =>
  day.members.filter((of) => {
    const own = ownWindow(kind, day.settings, of, day.date)
    return own?.asked === true && isBefore(now, own.window.closeAt)
  })
