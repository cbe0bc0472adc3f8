// Notes a deal when it is entered and celebrates it where the team wants it; keeps it true when its numbers change.
import { reactTo } from '../../core/changes.ts'
import { actsOfDay, sourceIdOf } from '../../numbers/db/activity.ts'
import { isDealMetric } from '../../numbers/domain/deal-metric.ts'
import { numbersChanged } from '../../numbers/flows/changes.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { enqueueMessage, keptMessages } from '../../outbox/flows/enqueue-message.ts'
import { insertWin, saveAmount, winsOfDay } from '../db/wins.ts'
import { winDraft } from '../domain/message-facts.ts'
import { amountsLeft, dealIn } from '../domain/win.ts'

/** Costs nothing where no money from customers changed. */
const onNumbers = reactTo(numbersChanged, async (tx, context, { member, date, changed, act }) => {
  const deals = changed.filter(isDealMetric)
  if (deals.length === 0) return
  const wins = await winsOfDay(tx, member, date)
  if (wins.length === 0 && !act) return
  const { workspaceId, teamId, memberId } = member
  const team = await loadTeam(tx, workspaceId, teamId)
  if (!team) return
  const acts = await actsOfDay(tx, { workspaceId, memberId, date })
  const sourceId = act && sourceIdOf(act.sourceKey)
  const known = new Set(wins.map((win) => win.sourceId))
  const deal = sourceId && dealIn(acts, sourceId, deals, known)
  const left = amountsLeft(acts, wins)
  const edited = wins.filter((win) => left.get(win.sourceId) !== win.amount)
  for (const win of edited) await saveAmount(tx, win, left.get(win.sourceId) ?? 0)
  const edits = await keptMessages(
    tx,
    edited.map((win) => winDraft(win, team.channelId)),
  )
  await enqueueMessage(tx, context, edits)
  if (!deal) return
  const { metricKey, amount } = deal
  const enteredAt = context.clock.now()
  await insertWin(tx, {
    ...{ workspaceId, sourceId, teamId, memberId, date, metricKey, amount, enteredAmount: amount },
    ...{ enteredAt, customer: act?.customer ?? null },
  })
  const settings = await settingsNow(tx, team, enteredAt)
  if (settings && settings.wins !== 'none')
    await enqueueMessage(tx, context, [winDraft({ workspaceId, teamId, sourceId }, team.channelId)])
})

export const winReactionsToChanges = [onNumbers]
