// The form in which a member logs numbers at any time: team, date, and a field for each metric.
import { z } from 'zod'
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { MetricKey } from '../../core/ids.ts'
import { cleanText } from '../../core/text.ts'
import { teamInMenu } from '../../org/slack/team-line.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { IsoDate, readDate } from '../../slack/dates.ts'
import { type Choice, field, menu, modal, section, textInput, typedIn } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { limits } from '../../slack/limits.ts'
import type { FormState } from '../../slack/requests.ts'
import { isPlausible } from '../domain/amount.ts'
import { CUSTOMER_LENGTH } from '../domain/deal-line.ts'
import type { LogForm } from '../flows/open-log.ts'
import { NUMBERS } from './ids.ts'
import { type NumbersRead, numberBlocks, readNumbers, type UnusualValues } from './number-fields.ts'

const Metadata = z.object({
  team: z.uuid(),
  date: IsoDate,
  /** Unusual values that the form has already asked about. */
  asked: z.record(z.string(), z.int()),
})
export type LogMetadata = z.infer<typeof Metadata>

export const LOG_DATE_BLOCK = 'log:date'

/** The date selected in the form. Null: the form has no date menu. */
export function chosenDate(state: FormState): Temporal.PlainDate | null {
  return readDate(state[LOG_DATE_BLOCK]?.[NUMBERS.logDate]?.selected_option?.value ?? '')
}

/** Part of the block ids: for another team or date Slack then shows the recorded values instead of the typed ones. */
const scopeOf = (form: Pick<LogForm, 'teamId' | 'date'>) => `${form.teamId.slice(0, 8)}:${form.date}`

/** `typed`: values shown in the fields instead of the recorded ones. `questions`: unusual values to ask about. */
export function logView(
  form: LogForm,
  t: Translate,
  typed: Readonly<Record<MetricKey, number>> = {},
  questions: UnusualValues = {},
): ModalView {
  const fields = form.fields.map((one) => ({ ...one, value: typed[one.metric.key] ?? one.value }))
  const several = form.teams.length > 1
  return modal({
    callbackId: NUMBERS.logForm,
    title: t('log.title'),
    submit: fields.length > 0 || several ? t('common.save') : null,
    close: t('common.cancel'),
    metadata: {
      team: form.teamId,
      date: form.date.toString(),
      asked: { ...recordedUnusual(form), ...questions },
    },
    blocks: [
      ...(several ? [teamMenu(form, t)] : []),
      ...(fields.length > 0
        ? [
            dateMenu(form, t),
            ...numberBlocks(fields, t, questions, scopeOf(form)),
            ...(form.tellsDeals ? [customerField(form, t)] : []),
          ]
        : [section(t('log.noMetrics'))]),
    ],
  })
}

/** Kept as they are when they were recorded: they are not asked about again. */
function recordedUnusual({ fields }: LogForm): UnusualValues {
  const kept = fields.filter(({ metric, value }) => value !== null && !isPlausible(metric, value))
  return Object.fromEntries(kept.map(({ metric, value }) => [metric.key, value!]))
}

export const readLogMetadata = (metadata: string): LogMetadata | null => readJson(metadata, Metadata)

/** Reads the numbers for `form.date`, the date that the view was rendered for. */
export function readLog(state: FormState, form: LogForm, asked: UnusualValues, t: Translate): NumbersRead {
  const metrics = form.fields.map(({ metric }) => metric)
  const dayOver = Temporal.PlainDate.compare(form.date, form.today) < 0
  return readNumbers(state, metrics, t, asked, { scope: scopeOf(form), dayOver })
}

/** The same for every team and date: what is typed stays. */
const CUSTOMER_BLOCK = 'log:customer'

function customerField({ teams, teamId, tellsDeals }: LogForm, t: Translate): Block {
  const channel = teams.find((team) => team.teamId === teamId)?.channelName
  const hint = channel && tellsDeals ? { hint: t('log.customerHint', { channel, tellsDeals }) } : {}
  const input = textInput('', { maxLength: CUSTOMER_LENGTH })
  return field(CUSTOMER_BLOCK, t('log.customer'), input, { optional: true, ...hint })
}

/** With whom the deal was made; null: nobody is named. */
export const customerIn = (state: FormState, form: LogForm): string | null =>
  (form.tellsDeals && cleanText(typedIn(state, CUSTOMER_BLOCK), CUSTOMER_LENGTH)) || null

function teamMenu(form: LogForm, t: Translate): Block {
  const options = form.teams.slice(0, limits.select.options.maxItems).map((team) => ({
    value: team.teamId,
    text: teamInMenu(team, t),
  }))
  return menuThatRedraws('log:team', NUMBERS.logTeam, t('log.team'), options, form.teamId)
}

function dateMenu(form: LogForm, t: Translate): Block {
  const options = form.dates.map((date) => ({
    value: date.toString(),
    text: date.equals(form.today)
      ? t('log.today', { date: formatDate(date, t.locale) })
      : formatDate(date, t.locale),
  }))
  return menuThatRedraws(LOG_DATE_BLOCK, NUMBERS.logDate, t('log.date'), options, form.date.toString())
}

function menuThatRedraws(
  blockId: string,
  actionId: string,
  label: string,
  choices: readonly Choice[],
  chosen: string,
): Block {
  const block = field(blockId, label, { ...menu(choices, chosen), action_id: actionId })
  return { ...block, dispatch_action: true } as Block
}
