// The form in which a manager sets a target, and what is kept of it while the weights and the preview are shown.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { parseAmount } from '../../numbers/domain/amount.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { metricName } from '../../numbers/slack/format-value.ts'
import { plainNumber } from '../../numbers/slack/number-fields.ts'
import { fieldError } from '../../numbers/slack/number-problems.ts'
import type { Role } from '../../org/domain/team.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import {
  chosenIn,
  FIELD,
  field,
  menu,
  modal,
  plain,
  section,
  textInput,
  typedIn,
  userIn,
} from '../../slack/fields.ts'
import { isSlackId } from '../../slack/ids.ts'
import { readJson } from '../../slack/json.ts'
import { limits } from '../../slack/limits.ts'
import type { FormState } from '../../slack/requests.ts'
import { PEOPLE_SPLITS, type PeopleSplit } from '../domain/split-people.ts'
import { TIME_SPLITS } from '../domain/split-time.ts'
import { targetBounds } from '../domain/target-amount.ts'
import { monthsOf, TARGET_PERIODS, type TargetPeriod, targetPeriod } from '../domain/target-period.ts'
import type { TargetFormFacts, TargetPrefill } from '../flows/open-target.ts'
import type { TargetRequest } from '../flows/set-target.ts'
import { periodName } from './figures.ts'
import { TARGETS } from './ids.ts'
import { readTime, TIME_BLOCKS, timeFields } from './time-fields.ts'

export const BLOCKS = {
  ...{ metric: 'metric', who: 'who', period: 'period', value: 'value' },
  ...{ role: 'role', split: 'split', reason: 'reason', ...TIME_BLOCKS },
} as const

const REASON_LENGTH = 200
const AMOUNT_LENGTH = 30
const Amounts = z.record(z.uuid(), z.int().min(0))

/** What the preview saves: everything that was chosen, checked again when it comes back. */
const Metadata = z.object({
  team: z.uuid(),
  metric: z.string(),
  kind: z.enum(TARGET_PERIODS),
  from: IsoDate,
  user: z.string().refine(isSlackId).nullable(),
  role: z.string().nullable(),
  value: z.int().min(0),
  split: z.enum(PEOPLE_SPLITS),
  time: z.enum(TIME_SPLITS),
  weightsOfMonths: z.array(z.int().min(0).max(1000)).max(12).nullable(),
  reason: z.string().max(REASON_LENGTH * 2),
  weights: Amounts,
  /** Null: as they stand. */
  hand: Amounts.nullable(),
  /** Of the months, first to last. Null: as they stand. */
  months: z.array(z.int().min(0).nullable()).max(12).nullable(),
  /** The version that the preview was drawn from. */
  version: z.int().min(0),
})
export type TargetMetadata = z.infer<typeof Metadata>

export const readTargetMetadata = (text: string): TargetMetadata | null => readJson(text, Metadata)

export const metadataText = (metadata: TargetMetadata) => ({
  ...metadata,
  from: metadata.from.toString(),
})

export function requestOf(metadata: TargetMetadata): TargetRequest {
  const { team, metric, kind, from, user, role, value, split, time, reason, weights, hand, months } = metadata
  // A period begins on its first day, whichever month the fiscal year begins with.
  const period = targetPeriod(kind, from.with({ day: 1 }), from.month)
  return {
    ...{ teamId: team, metricKey: metric, userId: user, period },
    draft: {
      ...{ value, split, reason, role, time: { by: time, weights: metadata.weightsOfMonths } },
      weights: new Map(Object.entries(weights)),
      byHand: hand && new Map(Object.entries(hand)),
      monthsByHand: months && setMonths(months, period),
    },
  }
}

/** By their first day. */
const setMonths = (months: readonly (number | null)[], period: TargetPeriod): Map<string, number> =>
  new Map(
    monthsOf(period).flatMap(({ from }, index) => {
      const value = months[index] ?? null
      return value === null ? [] : [[from.toString(), value] as const]
    }),
  )

const periodValue = ({ kind, from }: TargetPeriod): string => `${kind} ${from}`

export function targetView(facts: TargetFormFacts, t: Translate, filled?: TargetPrefill): ModalView {
  const metrics = facts.metrics
    .slice(0, limits.select.options.maxItems)
    .map((metric) => ({ value: metric.key, text: metricName(metric, t) }))
  const periods = facts.periods.map((period) => ({ value: periodValue(period), text: periodName(period, t) }))
  const splits = PEOPLE_SPLITS.map((value) => ({ value, text: splitName(value, t) }))
  const person: Parameters<typeof field>[2] = {
    ...{ type: 'users_select', action_id: FIELD },
    ...(filled ? { initial_user: filled.userId } : {}),
  }
  const period = filled ? periodValue(filled.month) : (periods[0]?.value ?? null)
  const value = filled ? plainNumber(filled.metric, filled.value) : ''
  return modal({
    callbackId: TARGETS.form,
    title: t('target.title'),
    submit: t('target.preview'),
    close: t('common.cancel'),
    metadata: { team: facts.teamId, ...(filled ? { month: filled.month.from.toString() } : {}) },
    blocks: [
      {
        ...(section(teamLabel(facts.team, t)) as Extract<Block, { type: 'section' }>),
        accessory: pasteButton(facts, t),
      },
      ...(facts.hasTeams ? [section(t('cascade.intro'))] : []),
      field(BLOCKS.metric, t('target.metric'), menu(metrics, filled?.metric.key ?? null)),
      field(BLOCKS.period, t('target.period'), menu(periods, period)),
      field(BLOCKS.value, t('target.value'), textInput(value, { maxLength: AMOUNT_LENGTH }), {
        hint: t('target.valueHint'),
      }),
      ...(facts.hasTeams && facts.roles.length === 0
        ? []
        : [field(BLOCKS.who, t('target.who'), person, { optional: true, hint: t('target.whoHint') })]),
      ...roleField(facts.roles, t),
      field(BLOCKS.split, t('target.split'), menu(splits, 'equal')),
      ...timeFields(t),
      field(BLOCKS.reason, t('target.reason'), textInput('', { maxLength: REASON_LENGTH }), {
        optional: true,
        hint: t('target.reasonHint'),
      }),
    ] satisfies Block[],
  })
}

const pasteButton = ({ teamId }: TargetFormFacts, t: Translate) =>
  ({
    type: 'button',
    action_id: TARGETS.paste,
    text: plain(t('table.button')),
    value: teamId,
  }) as const

const EVERYONE = 'everyone'

/** Where people of more than one role are in the team. */
function roleField(roles: readonly Role[], t: Translate): Block[] {
  if (roles.length < 2) return []
  const choices = roles.map((role) => ({ value: role, text: roleName(role, t) }))
  const all = { value: EVERYONE, text: t('target.everyone') }
  return [field(BLOCKS.role, t('target.role'), menu([all, ...choices], EVERYONE))]
}

function splitName(split: PeopleSplit, t: Translate): string {
  const names = {
    equal: t('target.splitEqual'),
    last: t('target.splitLast'),
    weights: t('target.splitWeights'),
  }
  return names[split]
}

export const readFormTeam = (text: string): string | null => readForm(text)?.team ?? null

/** `month`: the one that the form was opened for. */
export function readForm(text: string): { team: string; month: TargetPeriod | null } | null {
  const read = readJson(text, z.object({ team: z.uuid(), month: IsoDate.optional() }))
  return read && { team: read.team, month: read.month ? targetPeriod('month', read.month, 1) : null }
}

export type TargetRead =
  | { ok: true; metadata: TargetMetadata }
  | { ok: false; errors: Record<string, string> }

/** `facts`: of the team, loaded again; what it does not offer is refused. */
export function readTarget(state: FormState, facts: TargetFormFacts, t: Translate): TargetRead {
  const errors: Record<string, string> = {}
  const metric = facts.metrics.find(({ key }) => key === chosenIn(state, BLOCKS.metric))
  const period = facts.periods.find((one) => periodValue(one) === chosenIn(state, BLOCKS.period))
  const split = PEOPLE_SPLITS.find((one) => one === chosenIn(state, BLOCKS.split))
  const amount = metric ? readAmount(typedIn(state, BLOCKS.value), metric, t) : null
  const time = readTime(state, period, t)
  const user = userIn(state, BLOCKS.who)
  const role = facts.roles.find((one) => one === chosenIn(state, BLOCKS.role)) ?? null
  if (!metric) errors[BLOCKS.metric] = t('target.metricMissing')
  if (!period) errors[BLOCKS.period] = t('target.periodOver')
  if (amount && !amount.ok) errors[BLOCKS.value] = amount.error
  if (!time.ok) errors[BLOCKS.months] = time.error
  if (!metric || !period || !amount?.ok || !time.ok) return { ok: false, errors }
  const { kind, from } = period
  return {
    ok: true,
    metadata: {
      ...{ team: facts.teamId, metric: metric.key, kind, from, user },
      ...{ role: user === null ? role : null, value: amount.value, split: split ?? 'equal' },
      ...{ time: time.time.by, weightsOfMonths: time.time.weights && [...time.time.weights] },
      reason: cleanText(typedIn(state, BLOCKS.reason), REASON_LENGTH),
      ...{ weights: {}, hand: null, months: null, version: 0 },
    },
  }
}

type AmountRead = { ok: true; value: number } | { ok: false; error: string }

export function readAmount(typed: string, metric: Metric, t: Translate): AmountRead {
  if (typed.trim() === '') return { ok: false, error: t('target.valueMissing') }
  const bounded = targetBounds(metric)
  const parsed = parseAmount(typed, bounded)
  return parsed.ok ? { ok: true, value: parsed.value } : { ok: false, error: fieldError(bounded, parsed, t) }
}
