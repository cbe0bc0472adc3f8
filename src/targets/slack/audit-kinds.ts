// How the audit tells changes of targets.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { metricsOfEvent } from '../../numbers/flows/metrics-of-event.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import { type AuditKind, auditKind, type ChangeInWords } from '../../org/audit/flows/audit-kind.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import { IsoDate } from '../../slack/dates.ts'
import { escapeWithin } from '../../slack/lines.ts'
import type { AuditedTarget } from '../domain/audit-changes.ts'
import { maySeeTargetsOf, maySetTargets } from '../domain/permissions.ts'
import { TARGET_PERIODS, targetPeriod } from '../domain/target-period.ts'
import { periodName, targetName } from './figures.ts'

const ROLE_LENGTH = 40

const Target = z.object({
  metric: z.string(),
  period: z.enum(TARGET_PERIODS),
  from: z.string().refine((text) => IsoDate.safeParse(text).success),
  value: z.int().nullable(),
  role: z.string().optional(),
})
const Change = z.object({ before: Target, after: Target })

function inWords(
  { before, after }: { before: AuditedTarget; after: AuditedTarget },
  t: Translate,
  metrics: ReadonlyMap<string, Metric>,
): ChangeInWords[] {
  const metric = metrics.get(after.metric)
  const written = ({ value }: AuditedTarget) =>
    value === null || !metric ? null : formatValue(metric, value, t.locale)
  const from = Temporal.PlainDate.from(after.from)
  // A period begins on its first day, whichever month the fiscal year begins with.
  const period = targetPeriod(after.period, from, from.month)
  const said = {
    metric: metric ? targetName(metric, t) : after.metric,
    period: periodName(period, t),
  }
  const { role } = after
  const label = role
    ? t('audit.targetOfRole', { ...said, role: escapeWithin(roleName(role, t), ROLE_LENGTH) })
    : t('audit.targetOf', said)
  return [{ label, before: written(before), after: written(after) }]
}

export const targetsAuditKinds: readonly AuditKind[] = [
  auditKind({
    kind: 'target-set',
    sentence: 'audit.target-set',
    change: Change,
    load: metricsOfEvent,
    describe: inWords,
    personal: { permission: maySetTargets, what: 'numbers' },
  }),
  auditKind({
    kind: 'rep-target-set',
    sentence: 'audit.rep-target-set',
    change: Change,
    load: metricsOfEvent,
    describe: inWords,
    personal: { permission: maySeeTargetsOf, what: 'numbers' },
  }),
]
