// The form of one rule: its limits by level, when it begins and ends, when it is mute, and whether it is on.
import { z } from 'zod'
import { formatDate } from '../../core/i18n/format.ts'
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { typedValue } from '../../numbers/slack/format-value.ts'
import { readingsText } from '../../numbers/slack/number-problems.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import {
  chosenIn,
  field,
  menu,
  modal,
  plain,
  radio,
  section,
  textInput,
  typedIn,
} from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import type { FormState } from '../../slack/requests.ts'
import { hasPast } from '../domain/dry-run.ts'
import { LEVELS, type Level } from '../domain/level.ts'
import type { Sign } from '../domain/limits.ts'
import { MOST_STRETCHES, stillMuted } from '../domain/mute-dates.ts'
import {
  asPercent,
  type DraftProblem,
  type DraftProblems,
  hasMornings,
  type RuleDraft,
} from '../domain/rule-draft.ts'
import { SIGNALS, type Signal } from '../domain/rule-settings.ts'
import type { Rule } from '../domain/warning.ts'
import { keyOfRule, type RulesFacts } from '../flows/load-rules.ts'
import { RULES } from './ids.ts'
import { inWords, ruleText } from './rule-text.ts'
import { LEVEL_NAMES, MARKS } from './warning-message.ts'

const FIELDS = { sign: 'sign', clearBy: 'clearBy', leastDays: 'leastDays', mornings: 'mornings' } as const
const MUTED = 'muted'
const STATE = 'state'
const TYPED_LENGTH = 60

const Metadata = z.object({
  teamId: z.uuid(),
  key: z.string().max(100),
  /** Of a rule that is not there yet. */
  added: z.object({ signal: z.string().max(30), metricKey: z.string().max(50) }).optional(),
})
export type RuleMetadata = z.infer<typeof Metadata>

/** Null: the metadata is invalid. */
export const readRuleMetadata = (text: string): RuleMetadata | null => readJson(text, Metadata)

const LIMIT_HINTS: Readonly<Record<Signal, MessageKey>> = {
  'behind-pace': 'rules.limitPace',
  'forecast-miss': 'rules.limitForecast',
  threshold: 'rules.limitThreshold',
  trend: 'rules.limitTrend',
  silence: 'rules.limitSilence',
  'funnel-leak': 'rules.limitLeak',
  overspend: 'rules.limitOverspend',
  'item-overdue': 'rules.limitOverdue',
  'raised-by-hand': 'rules.limitRisk',
}

const SIGN_NAMES: Readonly<Record<Sign, MessageKey>> = {
  '<': 'rules.below',
  '<=': 'rules.atOrBelow',
  '>': 'rules.above',
  '>=': 'rules.atOrAbove',
}

/** `isNew`: it is not there yet, and is switched on when the form is saved. */
export function ruleView(
  rule: Rule,
  { teamId, metrics, dates }: RulesFacts,
  t: Translate,
  isNew = false,
): ModalView {
  const { signal, metricKey, preset } = rule
  const metric = metrics.get(metricKey ?? '') ?? null
  const added = isNew ? { added: { signal, metricKey: metricKey ?? '' } } : {}
  return modal({
    callbackId: RULES.form,
    title: t(isNew ? 'rules.addTitle' : 'rules.editTitle'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { teamId, key: keyOfRule(rule), ...added } satisfies RuleMetadata,
    blocks: [
      section(ruleText(inWords(rule, metrics), t)),
      ...signField(rule, t),
      ...LEVELS.map((level) => limitField(level, rule, metric, t)),
      ...startFields(rule, metric, t),
      mutedField(rule, dates, t),
      ...(isNew ? [] : [stateField(rule, t)]),
      ...(hasPast(signal) ? [tryButton(t)] : []),
      ...(isNew || preset !== null ? [] : [removeButton(keyOfRule(rule), t)]),
    ],
  })
}

function signField({ signal, settings }: Rule, t: Translate): Block[] {
  const { signs } = SIGNALS[signal]
  if (signs.length < 2) return []
  const choices = signs.map((sign) => ({ value: sign, text: t(SIGN_NAMES[sign]) }))
  return [field(FIELDS.sign, t('rules.sign'), menu(choices, settings.sign))]
}

function limitField(level: Level, { signal, settings }: Rule, metric: Metric | null, t: Translate): Block {
  const limit = settings.levels[level]
  const typed = limit === undefined ? '' : typedLimit(signal, limit, metric)
  return field(
    level,
    t('rules.limit', { mark: MARKS[level], level: t(LEVEL_NAMES[level]) }),
    textInput(typed, { maxLength: TYPED_LENGTH }),
    { optional: true, ...(level === LEVELS[0] ? { hint: limitHint(signal, t) } : {}) },
  )
}

/** Said once, below the first field. */
const limitHint = (signal: Signal, t: Translate): string =>
  `${t(LIMIT_HINTS[signal])} ${t('rules.limitEmpty')}`

function startFields({ signal, settings }: Rule, metric: Metric | null, t: Translate): Block[] {
  const { clearBy, leastDays, unit } = SIGNALS[signal]
  const number = (blockId: string, label: string, value: string, hint?: string): Block =>
    field(blockId, label, textInput(value, { maxLength: TYPED_LENGTH }), {
      ...{ optional: true, ...(hint ? { hint } : {}) },
    })
  return [
    ...(clearBy === null
      ? []
      : [
          number(
            FIELDS.clearBy,
            t('rules.clearBy'),
            typedLimit(signal, settings.clearBy, metric),
            t(unit === 'share' ? 'rules.clearByPoints' : 'rules.clearByHint'),
          ),
        ]),
    ...(leastDays === null
      ? []
      : [number(FIELDS.leastDays, t('rules.leastDays'), String(settings.leastDays))]),
    ...(hasMornings(signal)
      ? [number(FIELDS.mornings, t('rules.morningsField'), String(settings.mornings))]
      : []),
  ]
}

function typedLimit(signal: Signal, limit: number, metric: Metric | null): string {
  const { unit } = SIGNALS[signal]
  if (unit === 'share') return String(asPercent(limit))
  return unit === 'value' && metric ? typedValue(metric, limit) : String(limit)
}

/** As it can be typed in every language, a stretch on each line; nothing where it is over. */
function mutedField({ muted }: Rule, { today }: RulesFacts['dates'], t: Translate): Block {
  const lines = stillMuted(muted, today).map(({ from, to }) =>
    from.equals(to) ? from.toString() : `${from} – ${to}`,
  )
  const input = textInput(lines.join('\n'), { maxLength: TYPED_LENGTH * MOST_STRETCHES })
  const more = { optional: true, hint: t('rules.mutedHint') }
  return field(MUTED, t('rules.mutedField'), { ...input, multiline: true } as typeof input, more)
}

function stateField({ active }: Rule, t: Translate): Block {
  const choices = [
    { value: 'on', text: t('rules.stateOn') },
    { value: 'off', text: t('rules.stateOff') },
  ]
  return field(STATE, t('rules.state'), radio(choices, active ? 'on' : 'off'), { hint: t('rules.stateHint') })
}

const tryButton = (t: Translate): Block => ({
  type: 'actions',
  elements: [{ type: 'button', action_id: RULES.tryOut, text: plain(t('dry-run.button')), value: 'try' }],
})

const removeButton = (key: string, t: Translate): Block => ({
  type: 'actions',
  elements: [
    {
      ...{
        type: 'button',
        action_id: RULES.remove,
        text: plain(t('rules.remove')),
        value: key,
        style: 'danger',
      },
      confirm: {
        ...{ title: plain(t('rules.remove')), text: plain(t('rules.removeSure')) },
        ...{ confirm: plain(t('rules.remove')), deny: plain(t('common.cancel')) },
      },
    },
  ],
})

/** A form without the question leaves the rule on. */
export const readRule = (state: FormState): RuleDraft => ({
  sign: chosenIn(state, FIELDS.sign),
  levels: { blue: typedIn(state, 'blue'), yellow: typedIn(state, 'yellow'), red: typedIn(state, 'red') },
  clearBy: typedIn(state, FIELDS.clearBy),
  leastDays: typedIn(state, FIELDS.leastDays),
  mornings: typedIn(state, FIELDS.mornings),
  muted: typedIn(state, MUTED),
  active: chosenIn(state, STATE) !== 'off',
})

/** Error texts by block id, which are the names of the draft's fields. */
export const ruleErrors = (
  problems: DraftProblems,
  metric: Metric | null,
  t: Translate,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).map(([name, problem]) => [name, problemText(problem, metric, t)]),
  )

const EXAMPLE = 12

function problemText(problem: DraftProblem, metric: Metric | null, t: Translate): string {
  switch (problem.kind) {
    case 'no-limit':
      return t('rules.problemNoLimit')
    case 'not-a-number':
      return t('rules.problemNumber', { example: EXAMPLE })
    case 'outside':
      return t('rules.problemOutside', { least: problem.least, most: problem.most })
    case 'unclear':
      return metric
        ? t('log.unclear', { readings: readingsText(metric, problem.readings, t) })
        : t('rules.problemNumber', { example: EXAMPLE })
    case 'nearer':
      return t('rules.problemNearer')
    case 'over':
      return onLine(problem, t('rules.problemOver'), t)
    case 'dates':
      return onLine(problem, datesProblemText(problem.problem, t), t)
    case 'too-many':
      return t('rules.problemTooMany', { most: problem.most })
  }
}

const onLine = ({ line }: { line?: number }, text: string, t: Translate): string =>
  line === undefined ? text : t('rules.problemLine', { line, problem: text })

function datesProblemText(
  problem: Extract<DraftProblem, { kind: 'dates' }>['problem'],
  t: Translate,
): string {
  if ('readings' in problem && problem.reason === 'ambiguous') {
    const readings = problem.readings.map(({ from }) => formatDate(from, t.locale)).join(t('rules.or'))
    return t('rules.problemAmbiguous', { readings })
  }
  if (problem.reason === 'no-such-date') return t('dates.noSuchDate')
  return t(problem.reason === 'ends-before-start' ? 'dates.endsBeforeStart' : 'rules.problemDates')
}
