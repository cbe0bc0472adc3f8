// What the bot shows of one person to another, and is therefore recorded for whom it is about.
import type { UserId } from '../../../core/ids.ts'

/** What can be looked at. */
export const PERSONAL_DATA = ['numbers', 'plan', 'report', 'leave'] as const
export type PersonalData = (typeof PERSONAL_DATA)[number]

/** One part of a person's data. */
export interface PersonalPart {
  userId: UserId
  what: PersonalData
}

/** Who was shown what of a person on a day, by the person's own calendar. */
export interface Reading {
  day: Temporal.PlainDate
  viewerUserId: UserId
  /** What the viewer opened. */
  opened: readonly PersonalData[]
  /** What Pacesetter sent them. */
  sent: readonly PersonalData[]
}
