// What a feature contributes to the bot. Each feature exports one from its `feature.ts` and is listed in `app/features.ts`.
import type { ActionOrigin, ActionSource } from './actions/flows/sources.ts'
import type { TeamsBoard } from './boards/slack/teams-board.ts'
import type { BesideSummary } from './checkins/flows/beside-summary.ts'
import type { DraftReport } from './checkins/reports/slack/report-draft.ts'
import type { Job, Reaction } from './core/context.ts'
import type { Words } from './core/i18n/translate.ts'
import type { DealNote } from './numbers/slack/deal-note.ts'
import type { OwnNumbersPart } from './numbers/slack/own-numbers-part.ts'
import type { AuditKind } from './org/audit/flows/audit-kind.ts'
import type { Permission } from './org/domain/permissions.ts'
import type { DayPlanner } from './org/domain/team-day.ts'
import type { ReportedDays } from './org/flows/reported-days.ts'
import type { WorkspaceLine } from './org/slack/workspace-lines.ts'
import type { AnyMessageKind } from './outbox/flows/message-kind.ts'
import type { RepButton, TeamButton } from './overview/slack/text-buttons.ts'
import type { DueKind } from './schedule/flows/run-due.ts'
import type { Handlers } from './slack/handlers.ts'
import type { HomeSection } from './slack/home.ts'

export interface Feature extends Partial<Handlers> {
  name: string
  /** Its translated texts, by language. */
  words: Words<never>
  /** The kinds of messages that it enqueues. */
  messages?: readonly AnyMessageKind[]
  /** Return the due items that it plans for a team's date. */
  dayPlanners?: readonly DayPlanner[]
  /** The actions that need permission. */
  permissions?: readonly Permission[]
  /** The kinds of sensitive changes that it records, and how they are told. */
  auditKinds?: readonly AuditKind[]
  /** The kinds of due items, with their handlers. */
  dueKinds?: readonly DueKind[]
  /** Run beside each tick, for work that has to wait for Slack; what is to be done has to be in the database. */
  jobs?: readonly Job[]
  /** Its sections of the Home tab. */
  home?: readonly HomeSection[]
  /** Its messages about a team's date that change with the summary. */
  besideSummary?: readonly BesideSummary[]
  /** Tells for which days members have reported numbers. */
  reportedDays?: ReportedDays
  /** What it has open that belongs into the list of what is to be done. */
  actionSources?: readonly ActionSource[]
  /** Within which dates the items may be moved that it makes. */
  actionOrigins?: readonly ActionOrigin[]
  /** What it adds to a person's own numbers. */
  ownNumbers?: readonly OwnNumbersPart[]
  /** Answers `/kpi board` with teams against each other. */
  teamsBoard?: TeamsBoard
  /** What it says below a deal that was logged. */
  dealNotes?: readonly DealNote[]
  /** Its buttons below the answers about a person and about a team. */
  repButtons?: readonly RepButton[]
  teamButtons?: readonly TeamButton[]
  /** Its lines in the form of the workspace. */
  workspaceLines?: readonly WorkspaceLine[]
  /** Writes the draft of a report. One feature at most has it. */
  draftReport?: DraftReport
  /** Run when a lower feature announces a change. */
  reactions?: readonly Reaction[]
}
