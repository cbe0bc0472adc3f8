// What the organisation announces to the features above it when teams and their people change.
import { type Change, defineChange } from '../../core/changes.ts'
import type { TeamRef } from '../db/teams.ts'
import type { Member, Role } from '../domain/team.ts'

/** Leave, a day on or off, or a member's zone: which days these members work, or by which clock. */
export const calendarChanged: Change<{
  members: readonly Member[]
  /** The days that may already have been asked about. */
  dates: readonly Temporal.PlainDate[]
}> = defineChange('calendar-changed')

/** Who was taken out of a team, and the date that it was for them. */
export interface LeavingMember {
  member: Member
  today: Temporal.PlainDate
}

/** Announced after members were inserted, ended or given another role. */
export const membershipChanged: Change<{
  team: TeamRef
  /** The roles of those who joined or changed to it. */
  roles: readonly Role[]
  left: readonly LeavingMember[]
  /** The first date that is planned anew. */
  from: Temporal.PlainDate
}> = defineChange('membership-changed')

/** What the team has agreed on, or that it goes on after a pause. `from`: the first date that is planned anew. */
export const settingsChanged: Change<{ team: TeamRef; from: Temporal.PlainDate }> =
  defineChange('settings-changed')
