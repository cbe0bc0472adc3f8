// The message of a posted board as a draft for the outbox: one for each period of a team.
import type { PeriodKind } from '../../numbers/domain/period.ts'
import type { Team } from '../../org/domain/team.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'

/** `from`: the first date of the period. */
export const boardDraft = (
  { workspaceId, teamId, channelId }: Pick<Team, 'workspaceId' | 'teamId' | 'channelId'>,
  period: PeriodKind,
  from: Temporal.PlainDate,
): MessageDraft => ({
  workspaceId,
  key: `board:${teamId}:${period}:${from}`,
  kind: 'board',
  audience: { to: 'channel', channelId },
  teamId,
  subject: { period, from: from.toString() },
})
