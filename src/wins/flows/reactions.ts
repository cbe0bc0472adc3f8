// Notes a deal when it is entered and celebrates it where the team wants it; keeps it true when its numbers change.
import { reactTo } from '../../core/changes.ts'
import { actsOfDay, sourceIdOf } from '../../numbers/db/activity.ts'
import { isDealMetric } from '../../numbers/domain/deal-metric.ts'
import { numbersChanged } from '../../numbers/flows/changes.ts'
import { latestSettings, settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { settingsChanged } from '../../org/flows/changes.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { insertWin, saveAmount, winsOfDay } from '../db/wins.ts'
import { winDraft } from '../domain/message-facts.ts'
import { amountsLeft, dealIn } from '../domain/win.ts'
import { editAllWins, editWins } from './edit-wins.ts'

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
  await editWins(tx, context, team, edited)
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

/** What stands posted follows at once where the team shows names no more, or shows them again. */
const onSettings = reactTo(settingsChanged, async (tx, context, { team, before }) => {
  if (before === null) return
  const latest = await latestSettings(tx, team)
  if ((before.boardNames === 'none') === (latest?.settings.boardNames === 'none')) return
  await editAllWins(tx, context, team)
})

export const winReactionsToChanges = [onNumbers, onSettings]
