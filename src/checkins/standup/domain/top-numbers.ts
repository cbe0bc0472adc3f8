// Whose numbers a summary shows by name where the team shows the first places alone: the same as on its board.
import { TOP_PLACES } from '../../../boards/domain/board-shown.ts'
import type { StandupSummaryFacts, SummaryAnswer } from './message-facts.ts'

/** Everybody, or of those who are asked for the same number first the best few, ties as well; and whoever has none to hide. */
export function namedNumbers({
  names,
  answers,
}: Pick<StandupSummaryFacts, 'names' | 'answers'>): ReadonlySet<SummaryAnswer> {
  if (names !== 'top') return new Set(answers)
  const asked = answers.filter(({ numbers }) => numbers.length > 0)
  const groups = Map.groupBy(asked, ({ numbers }) => numbers[0]!.metric.key)
  const first = [...groups.values()].flatMap((group) => group.filter((one) => isAmongFirst(one, group)))
  return new Set(answers.filter((answer) => answer.numbers.length === 0 || first.includes(answer)))
}

function isAmongFirst(answer: SummaryAnswer, group: readonly SummaryAnswer[]): boolean {
  const better = group.filter((other) => goodnessOf(other) > goodnessOf(answer))
  return better.length < TOP_PLACES
}

/** Of two the greater is better. */
function goodnessOf({ numbers: [first] }: SummaryAnswer): number {
  const { metric, value } = first!
  return metric.higherIsBetter ? value : -value
}

/** The others with what they wrote alone. */
export function withNamedNumbers(facts: StandupSummaryFacts): SummaryAnswer[] {
  const named = namedNumbers(facts)
  return facts.answers.map((answer) =>
    named.has(answer) ? answer : { ...answer, numbers: [], saidDid: null },
  )
}
