// Decides which of a person's action items may stand where the whole team reads, such as their report in the channel.
import type { TeamId } from '../../core/ids.ts'
import type { ActionItem, OriginKind } from './action-item.ts'

/**
 * What the team knows already, or what a person has as work of theirs. What only those who lead a team have read stays out: it
 * may be about a colleague.
 */
const OPEN_TO_TEAM: Record<OriginKind, boolean> = {
  // Work that somebody took on or was given.
  person: true,
  // Stands in the channel's summary.
  blocker: true,
  // Agreed in the meeting, and stands below its agenda.
  meeting: true,
  // Stands in the channel until it is done.
  'support-request': true,
  // Is set below a review, which only whoever leads the team reads; they decide whether its agenda is posted.
  'review-measure': false,
  // A warning is told in private, and so is what somebody promises about it.
  warning: false,
}

/** Items of another team are nothing that this one has to know. */
export const isOpenToTeam = (
  { teamId, origin }: Pick<ActionItem, 'teamId' | 'origin'>,
  readBy: TeamId,
): boolean => teamId === readBy && OPEN_TO_TEAM[origin.kind]
