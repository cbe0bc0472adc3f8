// Defines the changes of teams and members that other features can listen to.
import { type Change, defineChange } from '../../core/changes.ts'
import type { TeamRef } from '../db/teams.ts'
import type { Member, Role } from '../domain/team.ts'

/** The working days or the time zone of these members changed: leave, an extra day on or off, or a new zone. */
export const calendarChanged: Change<{
  members: readonly Member[]
  /** The days whose prompts may already have been sent. */
  dates: readonly Temporal.PlainDate[]
}> = defineChange('calendar-changed')

/** A removed member, with their local date at the removal. */
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
  /** The first date to replan. */
  from: Temporal.PlainDate
}> = defineChange('membership-changed')

/** The settings changed or the team resumed after a pause. `from`: the first date to replan. */
export const settingsChanged: Change<{ team: TeamRef; from: Temporal.PlainDate }> =
  defineChange('settings-changed')
