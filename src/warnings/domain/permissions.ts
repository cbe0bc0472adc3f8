// Who sees a warning about a person, and who may answer it.
import type { Permission } from '../../org/domain/permissions.ts'
import type { Level } from './level.ts'

/** Whom it is about while they are in the team, the manager, who acts for them, and the managers of the teams above. Not admins: numbers are no setting. */
export const maySeeWarning: Permission = {
  name: 'see-warning',
  allows: ({ self, member, manager, director }) => (self && member) || manager || director,
  guests: true,
}

/** An early sign is also for the one whom it is about. */
const mayTakeOnEarlySign: Permission = {
  name: 'take-on-early-sign',
  allows: ({ self, member, manager, director }) => (self && member) || manager || director,
  guests: true,
}

/** To take a warning on, to put it off, or to say that it is no risk: nobody does so for their own. */
export const mayAnswerWarning: Permission = {
  name: 'answer-warning',
  allows: ({ self, manager, director }) => !self && (manager || director),
  guests: false,
}

export const mayTakeOn = (level: Level): Permission =>
  level === 'blue' ? mayTakeOnEarlySign : mayAnswerWarning

/** What is watched is no secret from those whom it is about. Admins see settings, not numbers. */
export const maySeeRules: Permission = {
  name: 'see-rules',
  allows: ({ member, manager, director, admin }) => member || manager || director || admin,
  guests: true,
}

/** What is watched in a team, and who is told: for whoever leads it. */
export const mayChangeRules: Permission = {
  name: 'change-rules',
  allows: ({ manager, director }) => manager || director,
  guests: false,
}

export const warningsPermissions: readonly Permission[] = [
  maySeeWarning,
  mayTakeOnEarlySign,
  mayAnswerWarning,
  maySeeRules,
  mayChangeRules,
]
