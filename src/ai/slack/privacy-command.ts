// `/kpi privacy`: what a language model is sent, which requests held one's data, the switches, and for admins what it costs.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { formatDate, numberFormat } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import type { Block, Button, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { limits } from '../../slack/limits.ts'
import { sectionsOf, wordsOf } from '../../slack/lines.ts'
import { clip, mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest, CommandHandler, CommandRequest } from '../../slack/requests.ts'
import { SENT_FIELDS, type SentField } from '../domain/sent-fields.ts'
import { type PrivacyView, showPrivacy } from '../flows/show-privacy.ts'
import { type ModelSwitched, switchModel, switchModelInTeam } from '../flows/switch-model.ts'
import { costLines, costTable } from './costs.ts'
import { MODEL } from './ids.ts'

export const privacyCommand: CommandHandler = async (call, context) => call.reply(await shown(call, context))

export const switchInWorkspace: ActionHandler = async (call, context) => {
  const { data: to } = z.enum(['on', 'off']).safeParse(call.value)
  if (to) await afterwards(call, context, await switchModel(context, call.who, to))
}

export const switchInTeam: ActionHandler = async (call, context) => {
  const { data } = z.tuple([z.uuid(), z.enum(['on', 'off'])]).safeParse(call.value.split(' '))
  if (data) await afterwards(call, context, await switchModelInTeam(context, call.who, ...data))
}

async function afterwards(call: ActionRequest, context: Context, done: ModelSwitched): Promise<void> {
  if (!done.ok) return call.replyEphemeral(textMessage(call.t('privacy.notAllowed')))
  await call.replace(await shown(call, context))
}

const shown = async ({ who, t }: Pick<CommandRequest, 'who' | 't'>, context: Context) =>
  privacyMessage(await showPrivacy(context, who), who.zone, t)

export function privacyMessage(view: PrivacyView, zone: string, t: Translate): RenderedMessage {
  const { isSetUp, isOff } = view
  const state = isOff ? 'privacy.off' : isSetUp ? 'privacy.on' : 'privacy.none'
  const lines = [
    t('privacy.title'),
    t(state),
    t('privacy.sent', { fields: namesOf(SENT_FIELDS, t) }),
    ...requestLines(view, zone, t),
  ]
  const { said, shown, below } = costParts(view, t)
  const buttons = buttonsOf(view, t)
  const actions: Block[] = buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : []
  return {
    text: wordsOf([...lines, ...said]),
    blocks: [...sectionsOf([...lines, ...shown]), ...below, ...actions],
  }
}

const namesOf = (fields: readonly SentField[], t: Translate): string =>
  fields.map((field) => t(`sent.${field}`)).join(t('common.listSeparator'))

function requestLines({ requests }: PrivacyView, zone: string, t: Translate): string[] {
  if (requests.length === 0) return [t('privacy.noRequests')]
  const told = requests.map(({ at, userId, purpose, fields }) =>
    t('privacy.request', {
      ...{ date: formatDate(at.toZonedDateTimeISO(zone).toPlainDate(), t.locale), who: mention(userId) },
      ...{ purpose: t(`purpose.${purpose}`), fields: namesOf(fields, t) },
    }),
  )
  return [t('privacy.requests'), ...told]
}

/** With the words of the months in the text alone, where the table stands below. */
function costParts({ costs }: PrivacyView, t: Translate) {
  if (!costs) return { said: [], shown: [], below: [] }
  const { monthlyTokens } = costs
  const budget =
    monthlyTokens === null
      ? []
      : [t('privacy.budget', { tokens: numberFormat(t.locale, {}).format(monthlyTokens) })]
  const head = [t('privacy.costs'), ...budget]
  const table = costTable(costs, t)
  const said = [...head, ...costLines(costs, t)]
  return table.length > 0 ? { said, shown: head, below: table } : { said, shown: said, below: [] }
}

/** Each says what a click does. */
function buttonsOf({ isOff, teams, costs }: PrivacyView, t: Translate): Button[] {
  const label = (text: string) => plain(clip(text, limits.button.text.maxLength))
  const ofTeams = teams.map(
    ({ teamId, name, isOff: off }): Button => ({
      ...{ type: 'button', action_id: `${MODEL.team}#${teamId}`, value: `${teamId} ${off ? 'on' : 'off'}` },
      text: label(t(off ? 'privacy.turnOnTeam' : 'privacy.turnOffTeam', { team: cleanText(name, 40) })),
    }),
  )
  if (!costs) return ofTeams
  const own: Button = {
    ...{ type: 'button', action_id: MODEL.workspace, value: isOff ? 'on' : 'off' },
    text: label(t(isOff ? 'privacy.turnOn' : 'privacy.turnOff')),
  }
  const budget: Button = {
    ...{ type: 'button', action_id: MODEL.budget, value: 'budget' },
    text: label(t('budget.change')),
  }
  return [own, budget, ...ofTeams]
}
