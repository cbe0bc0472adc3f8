// Decides which numbers of a review are left out for a channel that does not show everybody's: those behind which a single person stands.
import type { MetricKey } from '../../core/ids.ts'
import type { TeamProgress } from '../../targets/domain/team-progress.ts'
import type { Gap } from './gaps.ts'
import type { Review } from './review.ts'

type Keys = ReadonlySet<MetricKey>

const own = ({ people }: TeamProgress, key: MetricKey) =>
  people.flatMap(({ metrics }) => metrics.filter(({ metric }) => metric.key === key))

const reporting = (progress: TeamProgress, key: MetricKey): number =>
  own(progress, key).filter(({ actual }) => actual !== null).length

/** The most people whose numbers one of the sums is made of. */
export const mostBehindOne = (progress: TeamProgress): number =>
  Math.max(0, ...progress.team.map(({ metric }) => reporting(progress, metric.key)))

/** Of what nobody has reported yet whoever counts it is known. */
export function onePersons(progress: TeamProgress): Keys {
  const keys = progress.team.flatMap(({ metric: { key }, actual }) => {
    const told = reporting(progress, key)
    return (told === 0 && actual === null ? own(progress, key).length : told) < 2 ? [key] : []
  })
  return new Set(keys)
}

/** `now`, `before`: the keys of the period and of the one before it. */
export function withoutOnePersons(review: Review, now: Keys, before: Keys): Review {
  const isShown = ({ metric }: Pick<Gap, 'metric'>) => !now.has(metric.key)
  const metrics = review.metrics
    .filter(isShown)
    .map((one) => (before.has(one.metric.key) ? { ...one, before: null } : one))
  return {
    ...review,
    metrics,
    steps: review.steps
      .filter(({ from, to }) => !now.has(from.key) && !now.has(to.key))
      .map((step) =>
        before.has(step.from.key) || before.has(step.to.key) ? { ...step, before: null } : step,
      ),
    gaps: review.gaps.filter(isShown).map((gap) => withoutParts(gap, now, before)),
    unknown: review.unknown.filter(({ key }) => !now.has(key)),
    levels: review.levels.filter(({ key }) => !now.has(key)),
    withheld: review.metrics.filter((one) => !isShown(one)).map(({ metric }) => metric),
  }
}

/** From the parts of a gap each stage's number could be told. */
function withoutParts(gap: Gap, now: Keys, before: Keys): Gap {
  const isOnes = gap.arithmetic?.stages.some(
    ({ key }) => now.has(key) || (gap.against === 'before' && before.has(key)),
  )
  return isOnes ? { ...gap, arithmetic: null } : gap
}
