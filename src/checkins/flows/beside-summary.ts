// Finds the messages of higher features that show the same as a check-in's summary, to be edited in the same statement.
import type { Context } from '../../core/context.ts'
import type { MessageDraft, MessageEdit } from '../../outbox/domain/message.ts'
import type { TeamDate } from '../db/checkin-days.ts'

/** A team's check-in of a date; `kind`: its name. */
export interface CheckinOf extends TeamDate {
  kind: string
}

/** The messages about a team's check-in of a date. It runs inside of submits, so it asks no query. */
export type BesideSummary = (of: CheckinOf) => readonly MessageEdit[]

declare module '../../core/context.ts' {
  interface Contributions {
    besideSummary: readonly BesideSummary[]
  }
}

export const besideSummary = (
  { contributions }: Pick<Context, 'contributions'>,
  kind: string,
  days: readonly TeamDate[],
): MessageEdit[] =>
  days.flatMap((day) => contributions.besideSummary.flatMap((editsOf) => editsOf({ ...day, kind })))

/** Those beside the standup's summaries among the drafts. */
export const besideSummariesIn = (
  context: Pick<Context, 'contributions'>,
  kind: string,
  drafts: readonly MessageDraft[],
): MessageEdit[] =>
  besideSummary(
    context,
    kind,
    drafts.flatMap(({ workspaceId, teamId, kind: of, subject }) =>
      of === 'standup-summary' && teamId
        ? [{ workspaceId, teamId, date: Temporal.PlainDate.from((subject as { date: string }).date) }]
        : [],
    ),
  )
