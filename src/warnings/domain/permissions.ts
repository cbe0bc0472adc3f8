// Who sees a warning about a person, and who may answer it.
import type { UserId } from '../../core/ids.ts'
import { type Actor, may, type Permission } from '../../org/domain/permissions.ts'
import { isPutOffEnough } from './put-off.ts'
import { riskOf, type Warning } from './warning.ts'

/** Whom it is about while they are in the team, the manager, who acts for them, and the managers of the teams above. Not admins: numbers are no setting. */
export const maySeeWarning: Permission = {
  name: 'see-warning',
  allows: ({ self, member, manager, director, asked }) => (self && member) || manager || director || asked,
  guests: true,
}

/** An early sign is also for the one whom it is about. */
const mayTakeOnEarlySign: Permission = {
  name: 'take-on-early-sign',
  allows: ({ self, member, manager, director, asked }) => (self && member) || manager || director || asked,
  guests: true,
}

/** To take a warning on, to put it off, or to say that it is no risk: nobody does so for their own. */
const mayAnswerWarning: Permission = {
  name: 'answer-warning',
  allows: ({ self, manager, director, asked }) => !self && (manager || director || asked),
  guests: false,
}

/** Where nobody else is left to answer, one’s own answer counts. */
const mayAnswerOwnAlone: Permission = {
  name: 'answer-own-warning-alone',
  allows: ({ self, holder }) => self && holder,
  guests: false,
}

/** To write a risk down: about oneself or one's team, and about anyone whom one leads. */
export const mayRaiseRisk: Permission = {
  name: 'raise-risk',
  allows: ({ self, member, manager, director }) => (self && member) || manager || director,
  guests: true,
}

/** To say that a risk is solved that one has raised oneself, and to rate it anew as long as nobody else has. */
const mayEndOwnRisk: Permission = {
  name: 'end-own-risk',
  allows: ({ self, member, manager, director }) => self && (member || manager || director),
  guests: true,
}

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

/** How good the warnings of a team were. */
export const maySeeQuality: Permission = {
  name: 'see-warning-quality',
  allows: ({ manager, director }) => manager || director,
  guests: false,
}

export const warningsPermissions: readonly Permission[] = [
  maySeeWarning,
  mayTakeOnEarlySign,
  mayAnswerWarning,
  mayAnswerOwnAlone,
  maySeeRules,
  mayChangeRules,
  mayRaiseRisk,
  mayEndOwnRisk,
  maySeeQuality,
]

/** What somebody may do about one warning. */
export interface WarningRights {
  takeOn: boolean
  close: boolean
  /** It cannot be put off any longer. */
  putOffEnough?: boolean
  /** Only of what was raised by hand. */
  solve?: boolean
  rate?: boolean
}

export interface RightsKnown {
  now: Temporal.Instant
  lastResort?: UserId | null
  /** Nobody but the manager leads the team, or is named for what nobody answers. */
  isAlone?: boolean
}

/**
 * `repUserId`: the member whom it is about. Null: the team; then it belongs to whoever has raised it. `lastResort`: whom the
 * workspace names for what nobody answers; what has reached them is theirs as if they managed above. Null is returned to whom
 * it is not for.
 */
export function rightsOn(
  actor: Actor,
  warning: Pick<Warning, 'workspaceId' | 'teamId' | 'signal' | 'evidence' | 'episode'>,
  repUserId: UserId | null,
  { now, lastResort = null, isAlone = false }: RightsKnown,
): WarningRights | null {
  const { workspaceId, teamId, episode } = warning
  const risk = riskOf(warning)
  const askedUserId = lastResort && episode.told.includes(lastResort) ? lastResort : null
  const of = (userId: UserId | null | undefined) => ({
    ...{ workspaceId, teamId, askedUserId },
    ...(userId && { userId }),
  })
  const whose = of(repUserId ?? risk?.raisedBy)
  if (!may(actor, maySeeWarning, whose)) return null
  const isOwnAlone = isAlone && may(actor, mayAnswerOwnAlone, of(repUserId))
  const close = isOwnAlone || may(actor, mayAnswerWarning, of(repUserId))
  const takeOn = episode.level === 'blue' ? may(actor, mayTakeOnEarlySign, whose) : close
  const rights = { takeOn, close, putOffEnough: isPutOffEnough(episode, now) }
  if (!risk) return rights
  const isOwn = (userId: UserId) => may(actor, mayEndOwnRisk, of(userId))
  return { ...rights, solve: close || isOwn(risk.raisedBy), rate: close || isOwn(risk.ratedBy) }
}
