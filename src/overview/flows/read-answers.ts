// Loads a team's answers of a date to be read by whoever leads the team, those first that are still to be read.
import { commentsOfTeam, reviewsOfTeam } from '../../checkins/db/reviews.ts'
import { mayReviewAnswers } from '../../checkins/domain/permissions.ts'
import { reviewState } from '../../checkins/domain/review.ts'
import { entriesOfTeams } from '../../checkins/standup/db/standups.ts'
import type { SummaryAnswer } from '../../checkins/standup/domain/message-facts.ts'
import { STANDUP_KIND } from '../../checkins/standup/domain/standup-kind.ts'
import { loadStandupSummary } from '../../checkins/standup/flows/facts/standup-summary.ts'
import type { Context } from '../../core/context.ts'
import type { MemberId, TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { membersOn } from '../../org/db/members.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'

export interface AnswersOf {
  teamId: TeamId
  date: Temporal.PlainDate
}

export interface ReadableAnswer {
  memberId: MemberId
  revision: number
  answer: SummaryAnswer
  /** `own`: the reader's, with nothing to do. */
  state: 'unread' | 'changed' | 'read' | 'own'
  /** Of all who lead the team. */
  comments: readonly { byUserId: UserId; own: boolean; text: string }[]
}

export interface TeamAnswers extends AnswersOf {
  numbersDate: Temporal.PlainDate
  answers: readonly ReadableAnswer[]
}

const ORDER = ['unread', 'changed', 'read', 'own'] as const

/** Null: they are not for this person. */
export async function readAnswers(
  context: Context,
  who: Person,
  { teamId, date }: AnswersOf,
): Promise<TeamAnswers | null> {
  const { db } = context
  const { workspaceId, userId } = who
  const ref = { workspaceId, teamId }
  if (!may(await actorOf(db, who, context.clock.now()), mayReviewAnswers, ref)) return null
  const summary = await loadStandupSummary(db, { ...ref, subject: { date: date.toString() } })
  if (!summary) return null
  const [members, entries, reviews, commentsOf] = await Promise.all([
    membersOn(db, workspaceId, teamId, date),
    entriesOfTeams(db, [ref], date),
    reviewsOfTeam(db, STANDUP_KIND.name, ref, date),
    commentsOfTeam(db, STANDUP_KIND.name, ref, date),
  ])
  const answers = summary.answers.flatMap((answer): ReadableAnswer[] => {
    const memberId = members.find((member) => member.userId === answer.userId)?.memberId
    const entry = entries.find((one) => one.memberId === memberId)
    if (!memberId || !entry) return []
    const review = reviews.get(memberId)
    const state = answer.userId === userId ? 'own' : reviewState(review, entry)
    const comments = (commentsOf.get(memberId) ?? []).flatMap(({ byUserId, comment: text }) =>
      // What others wrote about the reader's own answer is a message to them.
      text === null || state === 'own' ? [] : [{ byUserId, own: byUserId === userId, text }],
    )
    return [{ memberId, revision: entry.revision, answer, state, comments }]
  })
  const parts = answers.flatMap(({ answer }) =>
    (['numbers', 'plan', 'report'] as const).map((what) => ({ userId: answer.userId, what })),
  )
  await recordReading(db, context, who, parts)
  return {
    ...{ teamId, date, numbersDate: summary.numbersDate },
    answers: answers.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state)),
  }
}
