// What a feature contributes to the bot: each has one `feature.ts`, its front door, and stands in the one list of `app/features.ts`.
import type { Reaction } from './core/context.ts'
import type { Words } from './core/i18n/translate.ts'
import type { Permission } from './org/domain/permissions.ts'
import type { DayPlanner } from './org/domain/team-day.ts'
import type { AnyMessageKind } from './outbox/flows/message-kind.ts'
import type { DueKind } from './schedule/flows/run-due.ts'
import type { Handlers } from './slack/handlers.ts'
import type { HomeSection } from './slack/home.ts'

export interface Feature extends Partial<Handlers> {
  name: string
  /** Its sentences, in each language. */
  words: Words<never>
  /** The messages that it enqueues. */
  messages?: readonly AnyMessageKind[]
  /** What it wants to fall due on a team's date. */
  dayPlanners?: readonly DayPlanner[]
  /** What not everybody may do. */
  permissions?: readonly Permission[]
  /** What can fall due, and who carries it out. */
  dueKinds?: readonly DueKind[]
  /** Its parts of the Home tab. */
  home?: readonly HomeSection[]
  /** What it does when a lower feature announces a change. */
  reactions?: readonly Reaction[]
}
