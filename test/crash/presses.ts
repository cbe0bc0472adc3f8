// Presses the buttons of a prompt that file, excuse or put off a standup without a form; always twice.
import type { Random } from '../../demo/random.ts'
import type { UserSession } from '../../sandbox/user/user-session.ts'
import { STANDUP } from '../../src/checkins/standup/slack/ids.ts'
import { pick } from './pick.ts'
import type { Timeline } from './timeline.ts'
import { isReportDay, type WorldMember, type WorldTeam } from './world.ts'

const PATIENCE_MS = 1500
const PRESSES = 2
/** Most are not off. */
/** Who is off on the day of the weekly report would be asked on another. */
const ON_REPORT_DAYS = [STANDUP.asPlanned, STANDUP.snooze]
const BUTTONS = [
  ...[STANDUP.asPlanned, STANDUP.asPlanned, STANDUP.asPlanned],
  ...[STANDUP.snooze, STANDUP.snooze, STANDUP.snooze],
  STANDUP.offToday,
]

interface Desk {
  rep: WorldMember
  team: WorldTeam
  user: UserSession
  random: Random
  timeline: Timeline
}

/** What became of a press shows in the messages alone, which the invariants check. */
export async function pressPrompt(
  { rep, team, user, random, timeline }: Desk,
  date: Temporal.PlainDate,
): Promise<void> {
  const actionId = pick(isReportDay(date) ? ON_REPORT_DAYS : BUTTONS, random)
  const value = JSON.stringify({ team: team.teamId, date: date.toString() })
  for (let press = 0; press < PRESSES; press += 1)
    await user
      .dm()
      .click({ actionId, value }, { timeoutMs: PATIENCE_MS })
      .then(() => timeline.note(`${rep.name} presses ${actionId} on ${date}`))
      .catch(() => {})
}
