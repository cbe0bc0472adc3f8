// Marks members' answers as read, and writes about one of them, for whoever leads the team; both are shown to who answered.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { MemberId, TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { membersOn } from '../../org/db/members.ts'
import { lockTeam } from '../../org/db/teams.ts'
import { may } from '../../org/domain/permissions.ts'
import type { Member } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { editOf, type MessageDraft, type MessageEdit } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { TeamDate } from '../db/checkin-days.ts'
import { commentOf, reviewsOf, saveComment, saveReviews } from '../db/reviews.ts'
import type { MemberOn } from '../domain/checkin-messages.ts'
import { mayReviewAnswers } from '../domain/permissions.ts'
import { type AnswerReview, commentMessages, nextVersion } from '../domain/review.ts'
import { besideSummary } from './beside-summary.ts'
import type { Checkin } from './checkin.ts'

/** An answer as somebody has it on the screen. */
export interface SeenAnswer {
  memberId: MemberId
  revision: number
}

export interface AnswersOf {
  checkin: Checkin
  teamId: TeamId
  date: Temporal.PlainDate
}

/** `no-answer`: the answer, or the member, is not there. */
export type Reviewed = { ok: true } | { ok: false; reason: 'not-allowed' | 'no-answer' }

/** Read as they were seen: who has edited an answer since is still to be read. */
export const markRead = (
  context: Context,
  who: Person,
  of: AnswersOf,
  seen: readonly SeenAnswer[],
): Promise<Reviewed> => review(context, who, of, seen, null)

/** Whoever writes about an answer has read it. An empty comment takes back their own from before. */
export const commentOn = (
  context: Context,
  who: Person,
  of: AnswersOf,
  seen: SeenAnswer,
  comment: string,
): Promise<Reviewed> => review(context, who, of, [seen], { text: comment === '' ? null : comment })

async function review(
  context: Context,
  who: Person,
  { checkin, teamId, date }: AnswersOf,
  seen: readonly SeenAnswer[],
  comment: { text: string | null } | null,
): Promise<Reviewed> {
  const { workspaceId, userId } = who
  const now = context.clock.now()
  return context.db.transaction(async (tx): Promise<Reviewed> => {
    const ref = { workspaceId, teamId }
    if (!may(await actorOf(tx, who, now), mayReviewAnswers, ref)) return { ok: false, reason: 'not-allowed' }
    await lockTeam(tx, ref)
    const answers = await answersOf(tx, checkin, { ...ref, date }, seen, who)
    if (answers.length === 0) return { ok: false, reason: 'no-answer' }
    const kind = checkin.kind.name
    const before = await reviewsOf(
      tx,
      kind,
      workspaceId,
      seen.map(({ memberId }) => memberId),
      date,
    )
    const reviews = answers.map(({ member: { memberId }, revision }): AnswerReview => {
      const was = before.get(memberId)
      return {
        ...{ workspaceId, memberId, kind, date, teamId, readBy: userId, readAt: now },
        readRevision: Math.max(revision, was?.readRevision ?? 0),
      }
    })
    await saveReviews(tx, reviews)
    const members = answers.map(({ member }) => ({ ...member, date }))
    const comments = comment
      ? await Promise.all(members.map((of) => write(tx, checkin, of, comment.text, { by: userId, now })))
      : []
    await enqueueMessage(tx, context, [
      ...members.map((of) => editOf(checkin.messages.card(of))),
      ...comments.flat(),
      ...besideSummary(context, kind, [{ ...ref, date }]),
    ])
    return { ok: true }
  })
}

/** Each who leads the team writes their own. Nothing is sent about a text that stays the same. */
async function write(
  tx: Transaction,
  { kind, messages }: Checkin,
  of: MemberOn,
  comment: string | null,
  { by: byUserId, now: writtenAt }: { by: UserId; now: Temporal.Instant },
): Promise<(MessageDraft | MessageEdit)[]> {
  const { workspaceId, teamId, memberId, date } = of
  const ref = { workspaceId, teamId, memberId, kind: kind.name, date, byUserId }
  const version = nextVersion(await commentOf(tx, ref), comment)
  if (version === null) return []
  await saveComment(tx, { ...ref, comment, version, writtenAt })
  return commentMessages((one) => messages.comment(of, one), { byUserId, version, comment })
}

/** Of others than the reader, at most as new as they are. */
async function answersOf(
  tx: Transaction,
  checkin: Checkin,
  { date, ...ref }: TeamDate,
  seen: readonly SeenAnswer[],
  { userId }: Person,
): Promise<{ member: Member; revision: number }[]> {
  const members = await membersOn(tx, ref.workspaceId, ref.teamId, date)
  const entries = await checkin.entriesOfTeams(tx, [ref], date)
  return seen.flatMap(({ memberId, revision }) => {
    const member = members.find((one) => one.memberId === memberId && one.userId !== userId)
    const entry = entries.find((one) => one.memberId === memberId)
    const isAnswer = entry?.state === 'answered' || entry?.state === 'late'
    return member && isAnswer ? [{ member, revision: Math.min(revision, entry.revision) }] : []
  })
}
