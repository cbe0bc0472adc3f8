// What the buttons of a prompt do besides opening the form. What changes is shown by the card; only what did not is answered.
import { z } from 'zod'
import type { Context } from '../../../core/context.ts'
import { formatTime } from '../../../core/i18n/format.ts'
import type { TeamId } from '../../../core/ids.ts'
import { localDate } from '../../../core/time.ts'
import { leaveProblemText } from '../../../org/slack/leave-form.ts'
import { savedMessage } from '../../../org/slack/leave-line-answer.ts'
import { IsoDate } from '../../../slack/dates.ts'
import { readJson } from '../../../slack/json.ts'
import { textMessage } from '../../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest } from '../../../slack/requests.ts'
import type { SnoozeOutcome } from '../../flows/snooze-day.ts'
import type { DayOffOutcome } from '../../flows/take-day-off.ts'
import { fileAsPlanned } from '../flows/file-as-planned.ts'
import { snoozeStandup } from '../flows/snooze-standup.ts'
import { takeStandupOff } from '../flows/take-day-off.ts'
import { openFromButton } from './open-standup.ts'

const Ref = z.object({ team: z.uuid(), date: IsoDate })

type Pressed = (
  call: ActionRequest,
  context: Context,
  of: { teamId: TeamId; date: Temporal.PlainDate },
) => Promise<void>

const pressed =
  (does: Pressed): ActionHandler =>
  async (call, context) => {
    const of = readJson(call.value, Ref)
    if (!of) return tell(call, call.t('standup.refused'))
    await does(call, context, { teamId: of.team, date: of.date })
  }

const tell = (call: ActionRequest, text: string) => call.replyEphemeral(textMessage(text))

/** Where it cannot be filed so the form opens, or says why it does not. */
export const pressAsPlanned = pressed(async (call, context, of) => {
  const filed = await fileAsPlanned(context, call.who, of)
  if (!filed.ok) return openFromButton(call, context)
  if (call.channelId === null) await call.redrawHome()
})

export const pressSnooze = pressed(async (call, context, of) => {
  await answerSnooze(call, await snoozeStandup(context, call.who, of))
})

/** Of any check-in: it answers what the prompt itself does not show. */
export async function answerSnooze(call: ActionRequest, outcome: SnoozeOutcome): Promise<void> {
  const { t } = call
  if (outcome.ok) return
  if (outcome.reason !== 'closes-soon')
    return tell(call, t(outcome.reason === 'not-open' ? 'standup.closed' : 'standup.notYours'))
  await tell(call, t('standup.closesSoon', { time: formatTime(outcome.closeAt, outcome.zone, t.locale) }))
}

export const pressOffToday = pressed(async (call, context, of) => {
  await answerDayOff(call, await takeStandupOff(context, call.who, of))
})

/** Of any check-in, like `answerSnooze`. */
export async function answerDayOff(call: ActionRequest, outcome: DayOffOutcome): Promise<void> {
  const { t, now, who } = call
  const today = localDate(now, who.zone)
  if (outcome.ok) return call.replyEphemeral(savedMessage(outcome, today, t))
  if ('refused' in outcome) return tell(call, leaveProblemText(outcome.refused, today, t))
  if (outcome.reason === 'not-needed') return
  await tell(call, t(outcome.reason === 'not-open' ? 'standup.dayOffTooLate' : 'standup.notYours'))
}
