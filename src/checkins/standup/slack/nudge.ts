// The button that asks for the answers that are missing; the message that has it shows what became of them.
import { z } from 'zod'
import { IsoDate } from '../../../slack/dates.ts'
import { readJson } from '../../../slack/json.ts'
import { textMessage } from '../../../slack/receivers/receiver.ts'
import type { ActionHandler } from '../../../slack/requests.ts'
import { nudgeMembers } from '../flows/nudge-members.ts'

const ButtonValue = z.object({ team: z.uuid(), date: IsoDate })

export const nudgeFromButton: ActionHandler = async (call, context) => {
  const value = readJson(call.value, ButtonValue)
  const nudged = value
    ? await nudgeMembers(context, call.who, { teamId: value.team, date: value.date })
    : ({ ok: false, reason: 'not-allowed' } as const)
  if (nudged.ok) return
  const text = nudged.reason === 'nobody' ? 'standup.nudgeNobody' : 'standup.nudgeRefused'
  await call.replyEphemeral(textMessage(call.t(text)))
}
