// Who says why a team missed a target, sets measures, and takes the minutes.
import type { Permission } from '../../org/domain/permissions.ts'

/** The manager, who acts for them, and the managers of the teams above: whoever sees everyone's numbers there. */
export const mayLeadReview: Permission = {
  name: 'lead-review',
  allows: ({ manager, director }) => manager || director,
  guests: false,
}

export const reviewPermissions: readonly Permission[] = [mayLeadReview]
