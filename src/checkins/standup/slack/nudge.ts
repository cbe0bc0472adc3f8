// The button that asks for the answers that are missing; the message that has it shows what became of them.
import { z } from 'zod'
import { IsoDate } from '../../../slack/dates.ts'
import { readJson } from '../../../slack/json.ts'
import { textMessage } from '../../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest } from '../../../slack/requests.ts'
import { type Nudged, nudgeMembers } from '../../flows/nudge-members.ts'
import { STANDUP_CHECKIN } from '../flows/standup-checkin.ts'

const ButtonValue = z.object({ team: z.uuid(), date: IsoDate })

export const nudgeFromButton: ActionHandler = async (call, context) => {
  const value = readJson(call.value, ButtonValue)
  const of = value && { teamId: value.team, date: value.date }
  await answerNudge(call, of && (await nudgeMembers(context, call.who, STANDUP_CHECKIN, of)))
}

/** Of any check-in. Null: invalid or forged. */
export async function answerNudge(call: ActionRequest, nudged: Nudged | null): Promise<void> {
  if (nudged?.ok) return
  const text = nudged?.reason === 'nobody' ? 'standup.nudgeNobody' : 'standup.nudgeRefused'
  await call.replyEphemeral(textMessage(call.t(text)))
}
