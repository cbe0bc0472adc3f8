// Takes the minutes of a meeting from the thread of its agenda, and makes action items of what was agreed.
import { ACTION_TEXT_LENGTH } from '../../actions/domain/action-item.ts'
import type { Context } from '../../core/context.ts'
import type { Person } from '../../core/person.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { namesOf } from '../../org/db/names.ts'
import { findMessage } from '../../outbox/db/messages.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { agreedOf } from '../db/agreed-items.ts'
import { loadStored, lockStored, saveMinutes } from '../db/reviews.ts'
import { agendaMessage } from '../domain/agenda.ts'
import { AGREED, type AgreedItem, referenceOf } from '../domain/measure.ts'
import { linesOf, peopleIn, type Suggestion, suggestedMinutes } from '../domain/minutes.ts'
import type { Minutes, ReviewRef } from '../domain/stored-review.ts'
import { agendaEdits } from './agenda.ts'
import { addTask, type NamedReview, openReview, type Refusal, type Task } from './write-review.ts'

/** What is saved, and what was written in the thread since. */
export interface MinutesOpened extends Suggestion {
  ok: true
  period: Period
  /** False: Slack did not give the thread, or the agenda is not kept any more. */
  hasThread: boolean
}

export async function openMinutes(
  context: Context,
  who: Person,
  named: NamedReview,
): Promise<MinutesOpened | Refusal> {
  const { db, clock } = context
  const opened = await db.transaction((tx) => openReview(tx, who, named, clock.now()))
  if (!opened.ok) return opened
  const { ref, period } = opened
  const { minutes } = await loadStored(db, ref)
  const replies = await repliesTo(context, who, ref)
  const nameOf = await namesOf(db, who.workspaceId, peopleIn(replies ?? []))
  const suggested = suggestedMinutes(minutes, replies ?? [], nameOf)
  return { ok: true, period, ...suggested, hasThread: replies !== null }
}

/** Where the agenda stands in the channel, else in the person's direct messages. Null: it cannot be read. */
async function repliesTo({ db, directory, log }: Context, { workspaceId, userId }: Person, ref: ReviewRef) {
  for (const to of [{ to: 'channel', channelId: '' } as const, { to: 'person', userId } as const]) {
    const agenda = await findMessage(db, { workspaceId, messageKey: agendaMessage(ref, to).key })
    if (!agenda?.channelId || !agenda.ts) continue
    try {
      return await directory.replies(workspaceId, agenda.channelId, agenda.ts)
    } catch (fault) {
      log.warn({ workspaceId, fault }, 'the thread of an agenda could not be read')
      return null
    }
  }
  return null
}

export interface Agreeing {
  ok: true
  period: Period
  minutes: Minutes
  agreed: readonly AgreedItem[]
}

export async function keepMinutes(
  context: Context,
  who: Person,
  named: NamedReview,
  { text, readTo }: Pick<Minutes, 'text' | 'readTo'>,
): Promise<Agreeing | Refusal> {
  const now = context.clock.now()
  return context.db.transaction(async (tx): Promise<Agreeing | Refusal> => {
    const opened = await openReview(tx, who, named, now)
    if (!opened.ok) return opened
    const { ref, period, team } = opened
    await lockStored(tx, ref)
    const minutes = { text, by: who.userId, readTo }
    await saveMinutes(tx, ref, minutes)
    await enqueueMessage(tx, context, agendaEdits(ref, who.userId))
    return { ok: true, period, minutes, agreed: await agreedOf(tx, team, ref) }
  })
}

/** A line of the minutes, by its place, that somebody is accountable for. */
export type Agreement = Omit<Task, 'text'> & { line: number }

/** The same line with the same owner twice is one. */
export async function agreeOn(
  context: Context,
  who: Person,
  named: NamedReview,
  { line, ...task }: Agreement,
): Promise<Agreeing | Refusal | { ok: false; reason: 'no-line' }> {
  const now = context.clock.now()
  return context.db.transaction(
    async (tx): Promise<Agreeing | Refusal | { ok: false; reason: 'no-line' }> => {
      const opened = await openReview(tx, who, named, now)
      if (!opened.ok) return opened
      const { ref, period, team } = opened
      const { minutes } = await lockStored(tx, ref)
      const said = minutes ? linesOf(minutes)[line] : undefined
      if (!minutes || said === undefined) return { ok: false, reason: 'no-line' }
      const text = [...said].slice(0, ACTION_TEXT_LENGTH).join('')
      const before = await agreedOf(tx, team, ref)
      const isThere = before.some((one) => one.text === text && one.ownerUserId === task.ownerUserId)
      if (!isThere) {
        const origin = { kind: AGREED, reference: referenceOf(ref) } as const
        const added = await addTask(tx, context, who, ref, { ...task, text }, origin)
        if (!added.ok) return added
      }
      return { ok: true, period, minutes, agreed: await agreedOf(tx, team, ref) }
    },
  )
}
