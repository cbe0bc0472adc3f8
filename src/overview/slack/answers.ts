// The list of a team's answers: opened from the morning message, marked as read, and written about.
import { z } from 'zod'
import { COMMENT_LENGTH } from '../../checkins/domain/review.ts'
import { commentOn, markRead, type SeenAnswer } from '../../checkins/flows/review-answers.ts'
import { STANDUP_CHECKIN } from '../../checkins/standup/flows/standup-checkin.ts'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanNote } from '../../core/text.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import { typedIn } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest, SubmitHandler } from '../../slack/requests.ts'
import { type AnswersOf, readAnswers, type TeamAnswers } from '../flows/read-answers.ts'
import { AnswersMetadata, answersView, COMMENT, commentView } from './answers-view.ts'

const ButtonValue = z.object({ team: z.uuid(), date: IsoDate })
const ALL = 'all'

export const openAnswers: ActionHandler = async (call, context) => {
  const value = readJson(call.value, ButtonValue)
  const found = value && (await readAnswers(context, call.who, { teamId: value.team, date: value.date }))
  await call.open(viewOf(found, call.t))
}

const viewOf = (found: TeamAnswers | null, t: Translate): ModalView =>
  found ? answersView(found, t) : refusal('morning.notLeading', t)

const refusal = (key: 'morning.notLeading' | 'morning.gone', t: Translate): ModalView =>
  messageAsModal(textMessage(t(key)))

/** What the list that was clicked shows. Null: it is none. */
function shownIn(metadata: string): { of: AnswersOf; seen: SeenAnswer[] } | null {
  const read = readJson(metadata, AnswersMetadata)
  if (!read) return null
  const seen = read.seen.map(([memberId, revision]) => ({ memberId, revision }))
  return { of: { teamId: read.team, date: read.date }, seen }
}

export const readFromList: ActionHandler = async (call, context) => {
  const shown = call.view && shownIn(call.view.metadata)
  if (!shown) return
  const seen = shown.seen.filter(({ memberId }) => call.value === ALL || memberId === call.value)
  const { reason } = {
    reason: null,
    ...(await markRead(context, call.who, { ...shown.of, checkin: STANDUP_CHECKIN }, seen)),
  }
  if (reason === 'not-allowed') return call.update(refusal('morning.notLeading', call.t))
  await showAgain(call, context, shown.of)
}

const showAgain = async (call: ActionRequest, context: Context, of: AnswersOf): Promise<void> =>
  call.update(viewOf(await readAnswers(context, call.who, of), call.t))

/** Takes the place of the list, which comes back with the comment. */
export const openComment: ActionHandler = async (call, context) => {
  const shown = call.view && shownIn(call.view.metadata)
  if (!shown) return
  const found = await readAnswers(context, call.who, shown.of)
  if (!found) return call.update(refusal('morning.notLeading', call.t))
  const one = found.answers.find(({ memberId, state }) => memberId === call.value && state !== 'own')
  await call.update(one ? commentView(found, one, call.t) : answersView(found, call.t))
}

export const submitComment: SubmitHandler = async ({ who, t, metadata, state }, context) => {
  const shown = shownIn(metadata)
  const seen = shown?.seen[0]
  if (!shown || !seen) return { kind: 'update', view: refusal('morning.gone', t) }
  const comment = cleanNote(typedIn(state, COMMENT), COMMENT_LENGTH)
  const written = await commentOn(context, who, { ...shown.of, checkin: STANDUP_CHECKIN }, seen, comment)
  if (!written.ok) {
    const key = written.reason === 'not-allowed' ? 'morning.notLeading' : 'morning.gone'
    return { kind: 'update', view: refusal(key, t) }
  }
  return { kind: 'update', view: viewOf(await readAnswers(context, who, shown.of), t) }
}
