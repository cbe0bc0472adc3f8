// Finds the messages of higher features that show the same as a team's summary, to be edited in the same statement.
import type { Context } from '../../core/context.ts'
import type { MessageDraft, MessageEdit } from '../../outbox/domain/message.ts'
import type { TeamDate } from '../db/checkin-days.ts'

/** The messages about a team's date. It runs inside of submits, so it asks no query. */
export type BesideSummary = (of: TeamDate) => readonly MessageEdit[]

declare module '../../core/context.ts' {
  interface Contributions {
    besideSummary: readonly BesideSummary[]
  }
}

export const besideSummary = (
  { contributions }: Pick<Context, 'contributions'>,
  days: readonly TeamDate[],
): MessageEdit[] => days.flatMap((day) => contributions.besideSummary.flatMap((editsOf) => editsOf(day)))

/** Those beside the summaries among the drafts. */
export const besideSummariesIn = (
  context: Pick<Context, 'contributions'>,
  drafts: readonly MessageDraft[],
): MessageEdit[] =>
  besideSummary(
    context,
    drafts.flatMap(({ workspaceId, teamId, kind, subject }) =>
      kind === 'standup-summary' && teamId
        ? [{ workspaceId, teamId, date: Temporal.PlainDate.from((subject as { date: string }).date) }]
        : [],
    ),
  )
