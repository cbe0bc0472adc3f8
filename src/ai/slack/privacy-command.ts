// `/kpi privacy`: what a language model is sent, which requests held one's data, the switches, and for admins what it costs.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { formatDate, numberFormat, withTime } from '../../core/i18n/format.ts'
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import type { Block, Button, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { limits } from '../../slack/limits.ts'
import { sectionsOf, wordsOf } from '../../slack/lines.ts'
import { clip, mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, ActionRequest, CommandHandler, CommandRequest } from '../../slack/requests.ts'
import { SENT_FIELDS, type SentField } from '../domain/sent-fields.ts'
import { REQUESTS_KEPT_DAYS } from '../domain/usage.ts'
import { type PrivacyView, showPrivacy } from '../flows/show-privacy.ts'
import { type ModelSwitched, switchModel, switchModelInTeam } from '../flows/switch-model.ts'
import { costLines, costTable } from './costs.ts'
import { MODEL } from './ids.ts'

export const privacyCommand: CommandHandler = async (call, context) => call.reply(await shown(call, context))

/** The last request of the page before. */
const Page = z.object({
  a: z.iso.datetime().transform((text) => Temporal.Instant.from(text)),
  r: z.uuid(),
})

/** The value can be forged: it only says where in the reader's own list to go on. */
export const turnRequests: ActionHandler = async (call, context) => {
  const page = readJson(call.value, Page)
  await call.replace(await shown(call, context, page && { at: page.a, requestId: page.r }))
}

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

const shown = async (
  { who, t }: Pick<CommandRequest, 'who' | 't'>,
  context: Context,
  after: PrivacyView['next'] = null,
) => privacyMessage(await showPrivacy(context, who, after), who.zone, t)

export function privacyMessage(view: PrivacyView, zone: string, t: Translate): RenderedMessage {
  const lines = [
    t('privacy.title'),
    t(stateFor(view)),
    t('privacy.sent', { fields: namesOf(SENT_FIELDS, t) }),
    ...requestLines(view, zone, t),
  ]
  const { said, shown, below } = costParts(view, t)
  return {
    text: wordsOf([...lines, ...said]),
    blocks: [
      ...sectionsOf(lines),
      ...actionsOf(pageButtons(view, t)),
      ...sectionsOf(shown),
      ...below,
      ...actionsOf(buttonsOf(view, t)),
    ],
  }
}

/** What holds for the reader. */
function stateFor({ isSetUp, isOff, offIn }: PrivacyView): MessageKey {
  if (isOff) return 'privacy.off'
  if (!isSetUp) return 'privacy.none'
  return STATES[offIn]
}

const STATES = { none: 'privacy.on', some: 'privacy.offInSome', all: 'privacy.offForYou' } as const

const actionsOf = (elements: Button[]): Block[] =>
  elements.length > 0 ? [{ type: 'actions', elements }] : []

/** None where the list has only one page. */
function pageButtons({ first, next }: PrivacyView, t: Translate): Button[] {
  const button = (id: string, text: string, value: object): Button => ({
    ...{ type: 'button', action_id: `${MODEL.requests}#${id}`, text: plain(text) },
    value: JSON.stringify(value),
  })
  return [
    ...(first ? [] : [button('newest', t('audit.newest'), {})]),
    ...(next ? [button('older', t('audit.older'), { a: next.at.toString(), r: next.requestId })] : []),
  ]
}

const namesOf = (fields: readonly SentField[], t: Translate): string =>
  fields.map((field) => t(`sent.${field}`)).join(t('common.listSeparator'))

function requestLines({ requests }: PrivacyView, zone: string, t: Translate): string[] {
  if (requests.length === 0) return [t('privacy.noRequests')]
  const told = requests.map(({ at, userId, purpose, fields }) =>
    t('privacy.request', {
      ...{ date: whenText(at, zone, t), who: mention(userId) },
      ...{ purpose: t(`purpose.${purpose}`), fields: namesOf(fields, t) },
    }),
  )
  return [t('privacy.requests', { days: REQUESTS_KEPT_DAYS }), ...told]
}

const whenText = (at: Temporal.Instant, zone: string, { locale }: Translate): string =>
  withTime(formatDate(at.toZonedDateTimeISO(zone).toPlainDate(), locale), at, zone, locale)

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
