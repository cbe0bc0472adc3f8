// Carries out what falls due of warnings: the looks at a team's date, and the next step of one warning.
import type { Transaction } from '../../core/db/client.ts'
import { localDate } from '../../core/time.ts'
import { settingsOfTeams } from '../../org/db/settings.ts'
import type { DueItem } from '../../schedule/db/due.ts'
import { byDate, done, tooLate } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { evaluateTeams } from './evaluate-teams.ts'

/** Later the day is over, and the next morning looks again. */
const MAX_LATE_HOURS = 14

const lookAt =
  (isMorning: boolean): DueHandler =>
  async (tx, items, now, context) => {
    const isLate = ({ dueAt }: DueItem) =>
      Temporal.Instant.compare(now, dueAt.add({ hours: MAX_LATE_HOURS })) > 0
    for (const { date, items: own } of byDate(items.filter((item) => !isLate(item))))
      await evaluateTeams(tx, context, own, { date, now, isMorning })
    return items.map((item) =>
      isLate(item) ? tooLate(item, `more than ${MAX_LATE_HOURS} h after it was due`) : done(item),
    )
  }

export const lookInTheMorning = lookAt(true)
export const lookAfterTheClose = lookAt(false)

/** The number is looked at first: what has recovered takes no step. A step that something has replaced does nothing. */
export const takeSteps: DueHandler = async (tx, items, now, context) => {
  for (const [date, own] of await byOwnDate(tx, items, now))
    await evaluateTeams(tx, context, own, { date: Temporal.PlainDate.from(date), now, isMorning: false })
  return items.map(done)
}

/** Of the members whose numbers have changed, and of nobody else. */
export const lookAgain: DueHandler = async (tx, items, now, context) => {
  for (const [date, own] of await byOwnDate(tx, items, now))
    await evaluateTeams(tx, context, own, {
      ...{ date: Temporal.PlainDate.from(date), now, isMorning: false },
      only: new Set(own.flatMap(({ memberId }) => memberId ?? [])),
    })
  return items.map(done)
}

/** By the date that each team has now. */
async function byOwnDate(
  tx: Transaction,
  items: readonly DueItem[],
  now: Temporal.Instant,
): Promise<Map<string, DueItem[]>> {
  const settings = await settingsOfTeams(tx, items, localDate(now, 'UTC'))
  return Map.groupBy(items, ({ teamId }) => localDate(now, settings.get(teamId)?.zone ?? 'UTC').toString())
}
