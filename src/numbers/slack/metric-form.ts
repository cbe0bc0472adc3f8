// The forms in which a manager edits a metric (name, usual range, points) or adds one.

import type { Translate } from '../../core/i18n/translate.ts'
import type { Role } from '../../org/domain/team.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { chosenIn, field, menu, modal, textInput, typedIn } from '../../slack/fields.ts'
import type { FormState } from '../../slack/requests.ts'
import type { MetricDraft, MetricDraftErrors, MetricDraftProblem } from '../domain/metric-edit.ts'
import type { Metric } from '../domain/metrics.ts'
import {
  OWN_NAME_MAX_LENGTH,
  OWN_UNITS,
  type OwnMetricDraft,
  type OwnMetricErrors,
  type OwnMetricProblem,
} from '../domain/own-metric.ts'
import { metricName } from './format-value.ts'
import { METRICS } from './ids.ts'
import type { MetricsMetadata } from './metrics-form.ts'
import { plainNumber } from './number-fields.ts'
import { currencyName, readingsText } from './number-problems.ts'

const NUMBER_LENGTH = 30

export function metricView(teamId: string, role: Role, metric: Metric, t: Translate): ModalView {
  const bound = (value: number | null) => (value === null ? '' : plainNumber(metric, value))
  return modal({
    callbackId: METRICS.form,
    title: t('team.metricTitle'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { teamId, role, key: metric.key } satisfies MetricsMetadata,
    blocks: [
      field('name', t('team.metricName'), textInput(metric.label ?? '', { maxLength: OWN_NAME_MAX_LENGTH }), {
        optional: true,
        hint: t('team.metricNameHint', { name: metricName({ ...metric, label: null }, t) }),
      }),
      ...(metric.kind === 'ratio'
        ? []
        : boundFields(bound(metric.plausibleMin), bound(metric.plausibleMax), t)),
      ...(metric.kind === 'additive'
        ? [
            numberField(
              'points',
              t('team.metricPointsEach'),
              String(metric.points),
              t('team.metricPointsHint'),
            ),
          ]
        : []),
    ],
  })
}

export function readMetric(state: FormState): MetricDraft {
  return {
    name: typedIn(state, 'name'),
    plausibleMin: typedIn(state, 'plausibleMin'),
    plausibleMax: typedIn(state, 'plausibleMax'),
    points: typedIn(state, 'points'),
  }
}

export function ownMetricView(teamId: string, role: Role, currency: string, t: Translate): ModalView {
  const units = {
    count: t('team.unitCount'),
    money: t('team.unitMoney', { currency: currencyName(currency, t) }),
    percent: t('team.unitPercent'),
    minutes: t('team.unitMinutes'),
    score: t('team.unitScore'),
  }
  const hard = t('team.metricHardHint')
  return modal({
    callbackId: METRICS.ownForm,
    title: t('team.ownMetricTitle'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { teamId, role } satisfies MetricsMetadata,
    blocks: [
      field('name', t('team.metricName'), textInput('', { maxLength: OWN_NAME_MAX_LENGTH })),
      field(
        'unit',
        t('team.metricUnit'),
        menu(
          OWN_UNITS.map((value) => ({ value, text: units[value] })),
          'count',
        ),
      ),
      field(
        'decimals',
        t('team.metricDecimals'),
        menu(
          ['0', '1', '2', '3', '4'].map((value) => ({ value, text: value })),
          '0',
        ),
        { hint: t('team.metricDecimalsHint') },
      ),
      numberField('points', t('team.metricPointsEach'), '', t('team.ownMetricPointsHint')),
      ...boundFields('', '', t),
      numberField('hardMin', t('team.metricHardMin'), '', hard),
      numberField('hardMax', t('team.metricHardMax'), '', hard),
    ],
  })
}

export function readOwnMetric(state: FormState): OwnMetricDraft {
  return {
    name: typedIn(state, 'name'),
    unit: chosenIn(state, 'unit') ?? '',
    decimals: chosenIn(state, 'decimals') ?? '',
    hardMin: typedIn(state, 'hardMin'),
    hardMax: typedIn(state, 'hardMax'),
    plausibleMin: typedIn(state, 'plausibleMin'),
    plausibleMax: typedIn(state, 'plausibleMax'),
    points: typedIn(state, 'points'),
  }
}

/** Error texts by block id. The block ids are the field names of the domain. */
export function metricErrors(
  errors: MetricDraftErrors | OwnMetricErrors,
  t: Translate,
): Record<string, string> {
  const named = Object.entries(errors) as [string, MetricDraftProblem | OwnMetricProblem][]
  return Object.fromEntries(named.map(([blockId, problem]) => [blockId, metricProblemText(problem, t)]))
}

/** The sentence at the field. */
export function metricProblemText(problem: MetricDraftProblem | OwnMetricProblem, t: Translate): string {
  if (typeof problem === 'object')
    return t('log.unclear', { readings: readingsText(problem.metric, problem.readings, t) })
  switch (problem) {
    case 'missing':
      return t('team.problemMissing')
    case 'too-long':
      return t('team.problemTooLong')
    case 'taken':
      return t('team.problemTaken')
    case 'in-catalogue':
      return t('catalogue.problemAdopt')
    case 'unknown-unit':
      return t('team.problemUnit')
    case 'not-0-to-4':
      return t('team.problemDecimals')
    case 'not-a-number':
    case 'other-currency':
      return t('team.problemNumber')
    case 'too-many-decimals':
      return t('team.problemTooManyDecimals')
    case 'min-above-max':
      return t('team.problemMinAboveMax')
    case 'not-0-to-1000':
      return t('team.problemPoints')
    case 'outside-hard-bounds':
    case 'below-hard-min':
    case 'above-hard-max':
      return t('team.problemOutside')
  }
}

function boundFields(least: string, most: string, t: Translate) {
  const hint = t('team.metricPlausibleHint')
  return [
    numberField('plausibleMin', t('team.metricPlausibleMin'), least, hint),
    numberField('plausibleMax', t('team.metricPlausibleMax'), most, hint),
  ]
}

/** A text input, so that '1,200' and full-width digits are accepted too. */
function numberField(blockId: string, label: string, value: string, hint: string) {
  return field(blockId, label, textInput(value, { maxLength: NUMBER_LENGTH }), { optional: true, hint })
}
