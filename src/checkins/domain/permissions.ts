// Who reads the answers of a team's check-ins, of whatever kind they are.
import type { Permission } from '../../org/domain/permissions.ts'

/** Reads others' answers, writes about them, and asks back. */
export const mayReviewAnswers: Permission = {
  name: 'review-answers',
  allows: ({ manager, director }) => manager || director,
  guests: false,
}
