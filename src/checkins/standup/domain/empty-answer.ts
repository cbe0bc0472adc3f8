// Decides whether an answer says anything, and which of the team's questions would have taken it.
import { enteredMetrics } from '../../../numbers/domain/metrics.ts'
import { questionsAsked } from '../../domain/checkin-kind.ts'
import type { StandupAnswer } from './standup.ts'
import { numbersReported } from './standup-day.ts'
import type { StandupFacts } from './standup-facts.ts'
import { STANDUP_KIND, type StandupQuestion } from './standup-kind.ts'

/** Lines that are only carried over, and a blocker that only stands again, say nothing new. */
export function saysNothing(
  answer: StandupAnswer,
  { settings, plan, blockers, todo }: StandupFacts,
): boolean {
  const asked = questionsAsked(STANDUP_KIND, settings).map(({ key }) => key)
  const lines = asked.includes('done') ? plan.before : []
  const settled = lines.some(({ itemId }) =>
    [...answer.doneItemIds, ...answer.droppedItemIds].includes(itemId),
  )
  const solved = blockers.some(({ blockerId }) => answer.closedBlockerIds.includes(blockerId))
  const finished = todo.items.some(({ actionId }) => answer.doneActionIds.includes(actionId))
  const typed = [answer.plan, answer.newBlockers, answer.doneNote, Object.keys(answer.numbers)]
  return !settled && !solved && !finished && typed.every(({ length }) => length === 0)
}

/** The questions that have a field in the form, in the team's order. */
export function questionsOpen(facts: StandupFacts): StandupQuestion[] {
  const { settings, metrics, plan } = facts
  const hasNumbers = enteredMetrics(metrics).length > 0 && !numbersReported(facts)
  const open = questionsAsked(STANDUP_KIND, settings)
    .map(({ key }) => key)
    .filter((key) => key !== 'numbers' || hasNumbers)
    .filter((key) => key !== 'done' || plan.before.length > 0)
  // The form shows the plan where it would have no field.
  return open.length > 0 ? open : ['plan']
}
