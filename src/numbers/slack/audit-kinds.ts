// How the audit tells changes of metrics and of numbers.
import { z } from 'zod'
import { formatDate, formatDateBy, numberFormat } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { AuditChanges } from '../../org/audit/domain/audit-event.ts'
import { type AuditKind, auditKind, type ChangeInWords } from '../../org/audit/flows/audit-kind.ts'
import { ROLE_MAX_LENGTH } from '../../org/domain/own-role.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import { IsoDate } from '../../slack/dates.ts'
import type {
  AuditedDefinition,
  AuditedMetric,
  AuditedNumber,
  AuditedRates,
} from '../domain/audit-changes.ts'
import { LAYERS } from '../domain/catalogue-edit.ts'
import type { Metric } from '../domain/metrics.ts'
import { maySeeNumbersOf } from '../domain/permissions.ts'
import { metricsOfEvent } from '../flows/metrics-of-event.ts'
import { formatValue } from './format-value.ts'
import { shortName } from './logged.ts'
import { rateText } from './rate-text.ts'

type Metrics = ReadonlyMap<string, Metric>

const EditedMetric = z.object({
  metric: z.string(),
  plausibleMin: z.int().nullable(),
  plausibleMax: z.int().nullable(),
  points: z.int(),
})
const SwitchedMetric = z.object({
  metric: z.string(),
  role: z.string().max(ROLE_MAX_LENGTH),
  on: z.boolean(),
})
const AddedMetric = z.object({
  ...{ metric: z.string(), role: z.string().max(ROLE_MAX_LENGTH), decimals: z.int() },
  unit: z.enum(['count', 'money', 'percent', 'minutes', 'score']),
})
const Defined = z.object({
  ...{ metric: z.string(), layer: z.enum(LAYERS), leading: z.boolean(), decimals: z.int().min(0).max(4) },
  ...{ hardMin: z.int(), hardMax: z.int(), baseline: z.int().nullable(), benchmark: z.int().nullable() },
  ...{ funnelOrder: z.int().nullable(), retired: z.boolean(), company: z.boolean() },
})
const Rates = z.object({
  year: z.string().refine((text) => IsoDate.safeParse(text).success),
  reporting: z.string().max(3),
  rates: z.record(z.string().max(3), z.int()),
})
const TEXTS = { renamed: z.boolean(), aliased: z.boolean(), reworded: z.boolean() }
const CorrectedNumber = z.object({
  metric: z.string(),
  date: z.string().refine((text) => IsoDate.safeParse(text).success),
  value: z.int().nullable(),
})

/** The key where the team has it no more. */
const nameOf = (key: string, t: Translate, metrics: Metrics): string => {
  const metric = metrics.get(key)
  return metric ? shortName(metric, t) : key
}

function editInWords(
  before: AuditedMetric,
  after: AuditedMetric & { renamed: boolean },
  t: Translate,
  metrics: Metrics,
): ChangeInWords[] {
  const metric = metrics.get(after.metric)
  const name = nameOf(after.metric, t, metrics)
  const written = (value: number | null) =>
    value === null || !metric ? t('audit.noBound') : formatValue(metric, value, t.locale)
  const range = ({ plausibleMin, plausibleMax }: AuditedMetric) =>
    t('audit.range', { from: written(plausibleMin), to: written(plausibleMax) })
  const changes: ChangeInWords[] = []
  if (after.renamed)
    changes.push({ label: t('audit.metricName', { metric: name }), before: null, after: null })
  if (range(before) !== range(after))
    changes.push({
      label: t('audit.metricRange', { metric: name }),
      ...{ before: range(before), after: range(after) },
    })
  if (before.points !== after.points)
    changes.push({
      label: t('audit.metricPoints', { metric: name }),
      ...{ before: String(before.points), after: String(after.points) },
    })
  return changes
}

/** Values without unit: where no team has adopted it, there is no currency. */
function definitionInWords(
  before: AuditedDefinition,
  after: AuditChanges['metric-defined']['after'],
  t: Translate,
  metrics: Metrics,
): ChangeInWords[] {
  const metric = nameOf(after.metric, t, metrics)
  const value = (one: number | null) =>
    one === null
      ? t('audit.metricNone')
      : numberFormat(t.locale, { maximumFractionDigits: after.decimals }).format(one / 10 ** after.decimals)
  const texts = [
    ...(after.renamed ? [t('audit.metricName', { metric })] : []),
    ...(after.aliased ? [t('audit.metricAliases', { metric })] : []),
    ...(after.reworded ? [t('audit.metricWord', { metric })] : []),
  ]
  const told: [string, (one: AuditedDefinition) => string][] = [
    [
      t('audit.metricState', { metric }),
      ({ retired }) => t(retired ? 'audit.metricRetired' : 'audit.metricInUse'),
    ],
    [
      t('audit.metricOwner', { metric }),
      ({ company }) => t(company ? 'audit.metricOfCompany' : 'audit.metricOfTeam'),
    ],
    [t('audit.metricLayer', { metric }), ({ layer }) => t(`layer.${layer}`)],
    [
      t('audit.metricSignal', { metric }),
      ({ leading }) => t(leading ? 'catalogue.leading' : 'catalogue.lagging'),
    ],
    [
      t('audit.metricHard', { metric }),
      ({ hardMin, hardMax }) => t('audit.range', { from: value(hardMin), to: value(hardMax) }),
    ],
    [t('audit.metricBaseline', { metric }), ({ baseline }) => value(baseline)],
    [t('audit.metricBenchmark', { metric }), ({ benchmark }) => value(benchmark)],
    [
      t('audit.metricFunnel', { metric }),
      ({ funnelOrder }) => (funnelOrder === null ? t('audit.metricNone') : String(funnelOrder)),
    ],
  ]
  return [
    ...texts.map((label) => ({ label, before: null, after: null })),
    ...told
      .map(([label, say]) => ({ label, before: say(before), after: say(after) }))
      .filter((change) => change.before !== change.after),
  ]
}

function numberInWords(
  before: AuditedNumber,
  after: AuditedNumber,
  t: Translate,
  metrics: Metrics,
): ChangeInWords {
  const metric = metrics.get(after.metric)
  const written = (value: number | null) =>
    value === null || !metric ? null : formatValue(metric, value, t.locale)
  const date = formatDate(Temporal.PlainDate.from(after.date), t.locale)
  return {
    label: t('audit.numberOf', { metric: nameOf(after.metric, t, metrics), date }),
    ...{ before: written(before.value) ?? t('audit.noNumber'), after: written(after.value) },
  }
}

/** A line for each rate that is another one, and for the currency in which the workspace reports. */
function ratesInWords(before: AuditedRates | null, after: AuditedRates, t: Translate): ChangeInWords[] {
  const year = formatDateBy(Temporal.PlainDate.from(after.year), t.locale, {
    month: 'short',
    year: 'numeric',
  })
  const written = (of: AuditedRates | null, currency: string) => {
    const rate = of?.rates[currency]
    return of && rate !== undefined
      ? rateText({ currency, to: of.reporting, rate }, t)
      : t('audit.noRate', { currency })
  }
  const currencies = [...new Set([...Object.keys(before?.rates ?? {}), ...Object.keys(after.rates)])].sort()
  const label = t('audit.ratesFrom', { month: year })
  const reporting = { label: t('rates.reporting'), before: before?.reporting ?? null, after: after.reporting }
  return [
    ...(before?.reporting === after.reporting ? [] : [reporting]),
    ...currencies
      .map((currency) => ({ label, before: written(before, currency), after: written(after, currency) }))
      .filter((change) => change.before !== change.after),
  ]
}

export const numbersAuditKinds: readonly AuditKind[] = [
  auditKind({
    kind: 'metric-edited',
    announced: true,
    sentence: 'audit.metric-edited',
    change: z.object({ before: EditedMetric, after: EditedMetric.extend({ renamed: z.boolean() }) }),
    load: metricsOfEvent,
    describe: ({ before, after }, t, metrics) => editInWords(before, after, t, metrics),
  }),
  auditKind({
    kind: 'metric-added',
    announced: true,
    sentence: 'audit.metric-added',
    change: z.object({ before: z.null(), after: AddedMetric }),
    load: metricsOfEvent,
    describe: ({ after }, t, metrics) => [
      { label: roleName(after.role, t), before: null, after: nameOf(after.metric, t, metrics) },
    ],
  }),
  auditKind({
    kind: 'metric-switched',
    announced: true,
    sentence: 'audit.metric-switched',
    change: z.object({ before: SwitchedMetric, after: SwitchedMetric }),
    load: metricsOfEvent,
    describe: ({ before, after }, t, metrics) => [
      {
        label: `${roleName(after.role, t)} · ${nameOf(after.metric, t, metrics)}`,
        before: t(before.on ? 'audit.metricOn' : 'audit.metricOff'),
        after: t(after.on ? 'audit.metricOn' : 'audit.metricOff'),
      },
    ],
  }),
  auditKind({
    kind: 'role-added',
    announced: true,
    sentence: 'audit.role-added',
    change: z.object({
      before: z.null(),
      after: z.object({ role: z.string().max(ROLE_MAX_LENGTH), metrics: z.array(z.string()) }),
    }),
    describe: ({ after }, t) => [{ before: null, after: roleName(after.role, t) }],
  }),
  auditKind({
    kind: 'metric-defined',
    announced: true,
    sentence: 'audit.metric-defined',
    change: z.object({ before: Defined, after: Defined.extend(TEXTS) }),
    load: metricsOfEvent,
    describe: ({ before, after }, t, metrics) => definitionInWords(before, after, t, metrics),
  }),
  auditKind({
    kind: 'plan-rates-set',
    sentence: 'audit.plan-rates-set',
    change: z.object({ before: Rates.nullable(), after: Rates }),
    describe: ({ before, after }, t) => ratesInWords(before, after, t),
  }),
  auditKind({
    kind: 'number-corrected',
    sentence: 'audit.number-corrected',
    change: z.object({ before: CorrectedNumber, after: CorrectedNumber }),
    load: metricsOfEvent,
    describe: ({ before, after }, t, metrics) => [numberInWords(before, after, t, metrics)],
    personal: { permission: maySeeNumbersOf, what: 'numbers' },
  }),
]
