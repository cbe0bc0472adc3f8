// Ticks lines of a member's plan off during the day, and brings the prompt that shows them up to date.
import type { Context } from '../../../core/context.ts'
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { lockReporter, openLines, saveTicks } from '../db/open-lines.ts'
import { mayFile } from '../domain/standup-day.ts'
import { LINES_TICKED, ticksIn } from '../domain/ticks.ts'
import { refreshOpenPrompt } from './refresh-prompt.ts'

/** False: the boxes are of a plan that has changed since, or of somebody else, and nothing is saved. The same twice changes nothing. */
export async function tickLines(
  context: Context,
  who: Person,
  { teamId, mark, pressed }: { teamId: TeamId; mark: string; pressed: readonly string[] },
): Promise<boolean> {
  const now = context.clock.now()
  return context.db.transaction(async (tx) => {
    const member = await lockReporter(tx, { workspaceId: who.workspaceId, teamId, userId: who.userId })
    if (!member || !mayFile(who, member)) return false
    const ticks = ticksIn(await openLines(tx, member, LINES_TICKED), mark, pressed)
    if (!ticks) return false
    await saveTicks(tx, who.workspaceId, ticks, now)
    await refreshOpenPrompt(tx, context, member)
    return true
  })
}
