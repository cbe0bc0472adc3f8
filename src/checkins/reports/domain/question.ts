// Decides what becomes of a question that whoever leads the team asks back about a report, and until when the report is open for it.
import type { MemberId, TeamId, UserId, WorkspaceId } from '../../../core/ids.ts'
import { isBefore } from '../../../core/time.ts'

export interface ReportQuestion {
  workspaceId: WorkspaceId
  memberId: MemberId
  /** The name of the kind of report. */
  kind: string
  date: Temporal.PlainDate
  teamId: TeamId
  askedBy: UserId
  askedAt: Temporal.Instant
  /** Until then the member can change the report, though it is closed. */
  until: Temporal.Instant
  /** Null: it was taken back. */
  question: string | null
  /** Counts the questions: each is a message of its own. */
  version: number
  /** What the member wrote to whoever asked; empty where only the report was changed. Null: nothing came yet. */
  reply: string | null
  repliedAt: Temporal.Instant | null
}

/** The due kind: the time of a question is over. */
export const QUESTION_OVER = 'report-question-over'

export const QUESTION_LENGTH = 1000
export const REPLY_LENGTH = 1000
const MOST_DAYS = 14

/** The report can be changed because of it, also when the reply is in. */
export const reopens = (
  asked: Pick<ReportQuestion, 'question' | 'until'> | null,
  now: Temporal.Instant,
): boolean => asked !== null && asked.question !== null && isBefore(now, asked.until)

/** `open`: the member is still asked. `answered`: the report or a reply came. */
export type QuestionPhase = 'open' | 'answered' | 'over' | 'gone' | 'replaced'

/** Of the message that asks with this `version`. */
export function questionPhase(asked: ReportQuestion, version: number, now: Temporal.Instant): QuestionPhase {
  if (asked.version > version) return 'replaced'
  if (asked.question === null) return 'gone'
  if (asked.reply !== null) return 'answered'
  return isBefore(now, asked.until) ? 'open' : 'over'
}

/** Until the time at which the report closes, on the day that was chosen, by the member's clock. */
export const untilOn = (on: Temporal.PlainDate, closeAt: Temporal.Instant, zone: string): Temporal.Instant =>
  on
    .toZonedDateTime({ timeZone: zone, plainTime: closeAt.toZonedDateTimeISO(zone).toPlainTime() })
    .toInstant()

/** `past`: the time is over already, or too soon to answer. */
export function untilProblem(until: Temporal.Instant, now: Temporal.Instant): 'past' | 'far' | null {
  if (isBefore(until, now.add({ minutes: LEAST_MINUTES }))) return 'past'
  return isBefore(now.add({ hours: 24 * MOST_DAYS }), until) ? 'far' : null
}

const LEAST_MINUTES = 30

/** Null: nothing changes. An empty text takes the question back; another one is a question of its own, with no reply yet. */
export function nextQuestion(
  before: ReportQuestion | null,
  asked: Omit<ReportQuestion, 'version' | 'reply' | 'repliedAt'>,
): ReportQuestion | null {
  const { question, until } = asked
  if (question === null) {
    if (!before || before.question === null) return null
    return { ...before, question: null }
  }
  if (before && before.question === question && before.until.equals(until)) return null
  return { ...asked, version: (before?.version ?? 0) + 1, reply: null, repliedAt: null }
}
