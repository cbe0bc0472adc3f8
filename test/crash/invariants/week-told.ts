// Every round plays the weekly report with somebody's report in it, and says each digest and each offer of a review exactly once.
import { REVIEW_OFFER } from '../../../src/reviews/domain/plan-review-offer.ts'
import type { Evidence, Invariant, Violation } from '../evidence.ts'
import { OFFER, TEAMS } from '../world.ts'

export const weekTold: Invariant = (evidence) => [...reported(evidence), ...toldOnce(evidence)]

/** Without one the round has shown nothing of the weekly report. */
function reported({ journal, reports }: Evidence): Violation[] {
  if (journal.reports.some(({ acknowledged }) => acknowledged) && reports.length > 0) return []
  const what = `${journal.reports.length} weekly reports were submitted, and none was acknowledged`
  return [{ invariant: 'the weekly report is played', what, about: ['report'] }]
}

function toldOnce({ due, said }: Evidence): Violation[] {
  const owed = TEAMS.flatMap(({ teamId }) => [
    ...due
      .filter(
        ({ kind, dueKey, state }) => kind === 'report-digest' && state === 'done' && dueKey.includes(teamId),
      )
      .map(({ dueKey }) => `report-digest:weekly:${teamId}:${dueKey.split(':')[2]}`),
    `${REVIEW_OFFER}:${teamId}:month:${OFFER.month}`,
  ])
  const planned = due.filter(({ kind }) => kind === 'report-digest').length
  const none = planned > 0 ? [] : [violation('no digest was planned', 'report-digest')]
  return [
    ...none,
    ...owed.flatMap((key) => {
      // Whoever takes the team over gets the next message of the same digest.
      const told = said.filter((one) => one.key === key || one.key.startsWith(`${key}:`))
      if (told.length === 0) return [violation(`${key} was said to nobody`, key)]
      return [...Map.groupBy(told, ({ channelId }) => channelId)].flatMap(([channelId, own]) =>
        own.length === 1 ? [] : [violation(`${key} was said ${own.length} times in ${channelId}`, key)],
      )
    }),
  ]
}

const violation = (what: string, about: string): Violation => ({
  ...{ invariant: 'each digest and each offer of a review is said once', what, about: [about] },
})
