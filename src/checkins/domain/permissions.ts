// Who reads the answers of a team's check-ins, of whatever kind they are, and asks for those that are missing.
import type { Permission } from '../../org/domain/permissions.ts'

/** Reads others' answers, writes about them, and asks back. */
export const mayReviewAnswers: Permission = {
  name: 'review-answers',
  allows: ({ manager, director }) => manager || director,
  guests: false,
}

/** Whoever sees the team's answers may ask for those that are missing. */
export const mayNudge: Permission = {
  name: 'nudge-members',
  allows: ({ manager, director }) => manager || director,
  guests: false,
}
