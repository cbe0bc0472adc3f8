// Who may do what in the standup.
import type { Permission } from '../../../org/domain/permissions.ts'
import { mayNudge, mayReviewAnswers } from '../../domain/permissions.ts'

export const mayFileStandup: Permission = {
  name: 'file-standup',
  allows: ({ self, member }) => self && member,
  guests: true,
}

export const mayCloseBlocker: Permission = {
  name: 'close-blocker',
  allows: ({ self, member, asked, manager }) => (self && member) || asked || manager,
  guests: true,
}

export const mayHelpWithBlocker: Permission = {
  name: 'help-with-blocker',
  allows: ({ asked, member, manager, director }) => asked || member || manager || director,
  guests: true,
}

/** Sees what the team is asked, with nobody's data in it. */
export const mayPreviewStandup: Permission = {
  name: 'preview-standup',
  allows: ({ manager, director, admin }) => manager || director || admin,
  guests: false,
}

export const standupPermissions: readonly Permission[] = [
  mayFileStandup,
  mayCloseBlocker,
  mayHelpWithBlocker,
  mayNudge,
  mayReviewAnswers,
  mayPreviewStandup,
]
