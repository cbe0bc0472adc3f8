// Opens the standup form from wherever a person asks for it: a card's button, the shortcut, `/kpi standup`.
import { z } from 'zod'
import type { Context } from '../../../core/context.ts'
import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { noTeamMessage } from '../../../org/slack/no-team.ts'
import type { RenderedMessage } from '../../../slack/blocks.ts'
import { IsoDate } from '../../../slack/dates.ts'
import { readJson } from '../../../slack/json.ts'
import { messageAsModal, textMessage } from '../../../slack/receivers/receiver.ts'
import type {
  ActionHandler,
  CommandHandler,
  ShortcutHandler,
  ShortcutRequest,
} from '../../../slack/requests.ts'
import { type OpenRefusal, openStandup, openTodaysStandup, type StandupForm } from '../flows/open-standup.ts'
import { standupView } from './standup-form.ts'
import { metadataOf } from './standup-metadata.ts'

const ButtonValue = z.object({ team: z.uuid(), date: IsoDate })

/** A click without a channel comes from the Home tab. */
export const openFromButton: ActionHandler = async (call, context) => {
  const value = readJson(call.value, ButtonValue)
  if (!value) return call.replyEphemeral(textMessage(call.t('standup.refused')))
  const { team: teamId, date } = value
  const opened = await openStandup(context, call.who, { teamId, date })
  if (opened.ok) return showForm(call, opened.form, call.channelId === null)
  await call.open(messageAsModal(textMessage(refusalText(opened, call.t))))
}

export const openFromShortcut: ShortcutHandler = async (call, context) => {
  const opened = await openTodaysStandup(context, call.who)
  if (opened.ok) return showForm(call, opened.form)
  await call.open(messageAsModal(await refusalMessage(opened, call, context)))
}

export const openFromCommand: CommandHandler = async (call, context) => {
  const opened = await openTodaysStandup(context, call.who)
  if (opened.ok) return showForm(call, opened.form)
  call.reply(await refusalMessage(opened, call, context))
}

const showForm = (call: ShortcutRequest, form: StandupForm, fromHome = false): Promise<void> =>
  call.open(standupView(form, metadataOf(form, fromHome), call.t))

/** For a person who asks for the standup by themselves, and may be in no team. */
const refusalMessage = async (
  refusal: OpenRefusal,
  call: ShortcutRequest,
  context: Context,
): Promise<RenderedMessage> =>
  refusal.reason === 'no-team' ? noTeamMessage(call, context) : textMessage(refusalText(refusal, call.t))

/** Why there is nothing to fill in, and what to do instead. */
function refusalText(refusal: OpenRefusal, t: Translate): string {
  if (refusal.reason === 'nothing-open') {
    const { opensAt, zone } = refusal
    if (!opensAt) return t('standup.nothingAhead')
    const date = opensAt.toZonedDateTimeISO(zone).toPlainDate()
    return t('standup.nothingOpen', {
      date: formatDate(date, t.locale),
      time: formatTime(opensAt, zone, t.locale),
    })
  }
  const texts = {
    'no-team': t('standup.notYours'),
    'too-early': t('standup.tooEarly'),
    closed: t('standup.closed'),
    over: t('standup.over'),
    excused: t('standup.notNeeded'),
  }
  return texts[refusal.reason]
}
