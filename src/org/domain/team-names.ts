// By what a team is told apart, and which teams' names a person may know: those of private channels are for the team, those above it, and admins.
import type { TeamId } from '../../core/ids.ts'
import type { TeamIdentity } from './message-facts.ts'
import type { Actor } from './permissions.ts'
import type { Team, TeamSettings } from './team.ts'

export const identityOf = (
  { channelId, managerUserId }: Pick<Team, 'channelId' | 'managerUserId'>,
  { name, checkinName }: Pick<TeamSettings, 'name' | 'checkinName'>,
): TeamIdentity => ({ teamName: name, channelId, managerUserId, ...(checkinName && { checkinName }) })

export interface KnownNames {
  /** Admins, who look after every team of the workspace. */
  all: boolean
  /** Teams in public channels. Not for guests, who do not see those channels in Slack either. */
  open: boolean
  /** Whatever their channel is. */
  teamIds: readonly TeamId[]
}

export function namesKnownTo(actor: Actor): KnownNames {
  const { isAdmin, isGuest, memberOf, manages, actsFor, directs } = actor
  const teamIds = isGuest ? memberOf : [...memberOf, ...manages, ...actsFor, ...directs]
  return { all: isAdmin && !isGuest, open: !isGuest, teamIds }
}

/** `isPrivate` null: not known. */
export const knowsName = (
  { all, open, teamIds }: KnownNames,
  team: { teamId: TeamId; isPrivate: boolean | null },
): boolean => all || (open && team.isPrivate === false) || teamIds.includes(team.teamId)
