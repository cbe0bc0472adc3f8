// Changes of numbers and metrics, for tests of what is recorded of them.
import type { Context } from '../../../src/core/context.ts'
import type { Person } from '../../../src/core/person.ts'
import { editMetric } from '../../../src/numbers/flows/change-metrics.ts'
import { correctNumber } from '../../../src/numbers/flows/correct-numbers.ts'
import { metricNames } from '../../../src/numbers/slack/metric-names.ts'

/** The number of calls on Monday, 2 March 2026. */
export async function correctCalls(
  context: Context,
  correction: { who: Person; userId: string; teamId: string; value: number },
): Promise<void> {
  const { who, userId, teamId, value } = correction
  const done = await correctNumber(context, who, {
    ...{ userId, teamId, value, date: Temporal.PlainDate.from('2026-03-02') },
    ...{ metricKey: 'calls', reason: 'typed wrong by Zoë', sourceKey: `correct:${crypto.randomUUID()}` },
  })
  if (!done.ok) throw new Error(done.reason)
}

export async function changeMetricPoints(
  context: Context,
  { who, teamId }: { who: Person; teamId: string },
): Promise<void> {
  const draft = { name: 'Dials of Zoë', plausibleMin: '', plausibleMax: '80', points: '7' }
  const done = await editMetric(context, who, teamId, 'calls', draft, metricNames)
  if (!done.ok) throw new Error(done.reason)
}
