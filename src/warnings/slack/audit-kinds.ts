// How the audit tells changes of what is watched in a team, and of who is told.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { metricsOfEvent } from '../../numbers/flows/metrics-of-event.ts'
import { type AuditKind, auditKind, type ChangeInWords } from '../../org/audit/flows/audit-kind.ts'
import { IsoDate } from '../../slack/dates.ts'
import type { AuditedRule } from '../domain/audit-changes.ts'
import { LEVELS } from '../domain/level.ts'
import { SIGNS } from '../domain/limits.ts'
import type { Procedure } from '../domain/procedure.ts'
import { SIGNALS, type Signal } from '../domain/rule-settings.ts'
import { ladderText } from './ladder-text.ts'
import { conditionTexts, datesText, ruleText } from './rule-text.ts'

const Day = z.string().refine((text) => IsoDate.safeParse(text).success)
const Stretch = z.object({ from: Day, to: Day })
/** Before rules had several stretches there was one or none. */
const Stretches = z.union([z.array(Stretch), Stretch.transform((one) => [one]), z.null().transform(() => [])])
const Rule: z.ZodType<AuditedRule> = z.object({
  signal: z.enum(Object.keys(SIGNALS) as [Signal, ...Signal[]]),
  metric: z.string().nullable(),
  sign: z.enum(SIGNS),
  levels: z.partialRecord(z.enum(LEVELS), z.number()),
  clearBy: z.number(),
  leastDays: z.number(),
  mornings: z.number(),
  active: z.boolean(),
  muted: Stretches,
})
const Delay = z.union([z.object({ hours: z.number() }), z.object({ days: z.number() })])
const OfLevel = z.object({
  atOnce: z.array(z.enum(['rep', 'manager'])),
  answerWithin: Delay.nullable(),
  repeatEvery: Delay,
  mostRepeats: z.number(),
  lastResort: z.boolean(),
})
const Ladder: z.ZodType<Procedure> = z.object({ blue: OfLevel, yellow: OfLevel, red: OfLevel })

type Metrics = ReadonlyMap<string, Metric>

/** What it watches at which limits, under which conditions, and when. */
function partsOf(rule: AuditedRule, metrics: Metrics, t: Translate): string[] {
  const { metric: metricKey, signal, sign, levels, active, muted } = rule
  const metric = metricKey === null ? null : metrics.get(metricKey)
  const stretches = muted.map(({ from, to }) => ({
    from: Temporal.PlainDate.from(from),
    to: Temporal.PlainDate.from(to),
  }))
  return [
    ruleText({ signal, sign, levels, metric, metricKey }, t),
    conditionTexts({ signal, settings: rule }, metric ?? null, t).join(' · '),
    t(active ? 'audit.ruleOn' : 'audit.ruleOff'),
    stretches.length > 0 ? datesText(stretches, t) : t('audit.ruleNoDates'),
  ]
}

function ruleInWords(
  before: AuditedRule,
  after: AuditedRule,
  metrics: Metrics,
  t: Translate,
): ChangeInWords[] {
  const [was, is] = [partsOf(before, metrics, t), partsOf(after, metrics, t)]
  const [watched] = is
  return is.flatMap((text, index) => {
    if (text === was[index]) return []
    const change = { before: was[index] || '–', after: text || '–' }
    return [index === 0 ? change : { label: watched!, ...change }]
  })
}

export const warningsAuditKinds: readonly AuditKind[] = [
  auditKind({
    kind: 'warning-rule-added',
    announced: true,
    sentence: 'audit.warning-rule-added',
    change: z.object({ before: z.null(), after: Rule }),
    load: metricsOfEvent,
    describe: ({ after }, t, metrics) => [{ before: null, after: partsOf(after, metrics, t)[0]! }],
  }),
  auditKind({
    kind: 'warning-rule-changed',
    announced: true,
    sentence: 'audit.warning-rule-changed',
    change: z.object({ before: Rule, after: Rule }),
    load: metricsOfEvent,
    describe: ({ before, after }, t, metrics) => ruleInWords(before, after, metrics, t),
  }),
  auditKind({
    kind: 'warning-rule-removed',
    announced: true,
    sentence: 'audit.warning-rule-removed',
    change: z.object({ before: Rule, after: z.null() }),
    load: metricsOfEvent,
    describe: ({ before }, t, metrics) => [{ before: partsOf(before, metrics, t)[0]!, after: null }],
  }),
  auditKind({
    kind: 'warning-procedure-changed',
    announced: true,
    sentence: 'audit.warning-procedure-changed',
    change: z.object({ before: Ladder, after: Ladder }),
    describe: ({ before, after }, t) =>
      LEVELS.map((level) => ({
        before: ladderText(level, before, t),
        after: ladderText(level, after, t),
      })).filter((change) => change.before !== change.after),
  }),
]
