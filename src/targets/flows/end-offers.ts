// Takes the buttons from offers of lower targets once their month is over.
import { loadTeams } from '../../org/db/teams.ts'
import type { MessageEdit } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { targetPeriod } from '../domain/target-period.ts'
import { offerEdits } from './leave-offer.ts'

/** Runs however late: a message shows what holds when it is edited. */
export const endOffers: DueHandler = async (tx, items, _now, context) => {
  const teams = await loadTeams(tx, items)
  const edits = items.flatMap(({ teamId, memberId, date }): MessageEdit[] => {
    const team = teams.get(teamId)
    return team && memberId ? offerEdits(team, memberId, targetPeriod('month', date, 1)) : []
  })
  await enqueueMessage(tx, context, edits)
  return items.map((item) => (teams.has(item.teamId) ? done(item) : skipped(item, 'team-archived')))
}
