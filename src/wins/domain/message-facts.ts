// The subject of the message about a win, and the facts that it shows.
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { Honour } from './honours.ts'
import type { Win } from './win.ts'

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    win: { sourceId: string }
  }
}

export interface WinFacts {
  kind: 'win'
  /** Null: the team shows no names. Then customer and amount, which tell whose deal it is, are not shown either. */
  name: string | null
  /** Null: nobody was named, the team shows no names, or people of another organisation read the channel. */
  customer: string | null
  metric: Metric
  amount: number
  /** Null: it is as it was entered. */
  corrected: { from: number } | null
  date: Temporal.PlainDate
  /** The how manieth of this month: of the person, or of the team where it shows no names. */
  place: number
  honours: readonly Honour[]
  team: TeamMonth
}

/** The team's month in the same metric; scaled. */
export interface TeamMonth {
  reached: number
  /** Null: there is no target. */
  target: { whole: number; attainment: number | null; reachedNow: boolean } | null
}

/** One message for each win. */
export const winDraft = (
  { workspaceId, teamId, sourceId }: Pick<Win, 'workspaceId' | 'teamId' | 'sourceId'>,
  channelId: string,
): MessageDraft => ({
  ...{ workspaceId, key: `win:${sourceId}`, kind: 'win', teamId, subject: { sourceId } },
  audience: { to: 'channel', channelId },
})
