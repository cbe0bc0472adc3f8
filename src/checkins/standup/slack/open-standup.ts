// Opens the standup form from wherever a person asks for it: a card's button, the shortcut, `/kpi standup`.
import { z } from 'zod'
import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { IsoDate } from '../../../slack/dates.ts'
import { readJson } from '../../../slack/json.ts'
import { messageAsModal, textMessage } from '../../../slack/receivers/receiver.ts'
import type {
  ActionHandler,
  CommandHandler,
  ShortcutHandler,
  ShortcutRequest,
} from '../../../slack/requests.ts'
import {
  type OpenedStandup,
  type OpenRefusal,
  openStandup,
  openTodaysStandup,
} from '../flows/open-standup.ts'
import { standupView } from './standup-form.ts'
import { metadataOf } from './standup-metadata.ts'

const ButtonValue = z.object({ team: z.uuid(), date: IsoDate })

/** A click without a channel comes from the Home tab. */
export const openFromButton: ActionHandler = async (call, context) => {
  const value = readJson(call.value, ButtonValue)
  if (!value) return call.replyEphemeral(textMessage(call.t('standup.refused')))
  const { team: teamId, date } = value
  await show(call, await openStandup(context, call.who, { teamId, date }), call.channelId === null)
}

export const openFromShortcut: ShortcutHandler = async (call, context) =>
  show(call, await openTodaysStandup(context, call.who))

export const openFromCommand: CommandHandler = async (call, context) => {
  const opened = await openTodaysStandup(context, call.who)
  if (opened.ok) return show(call, opened)
  call.reply(textMessage(refusalText(opened, call.t)))
}

async function show(call: ShortcutRequest, opened: OpenedStandup, fromHome = false): Promise<void> {
  if (!opened.ok) return call.open(messageAsModal(textMessage(refusalText(opened, call.t))))
  await call.open(standupView(opened.form, metadataOf(opened.form, fromHome), call.t))
}

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
    'no-team': t('standup.noTeam'),
    'too-early': t('standup.tooEarly'),
    closed: t('standup.closed'),
    over: t('standup.over'),
    excused: t('standup.notNeeded'),
  }
  return texts[refusal.reason]
}
