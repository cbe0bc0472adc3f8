// Simulates the managers of a crash test: they press Nudge in their morning message, sometimes twice.
import type { Random } from '../../demo/random.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { STANDUP } from '../../src/checkins/standup/slack/ids.ts'
import type { Fleet } from './fleet.ts'
import type { Timeline } from './timeline.ts'
import { TEAMS } from './world.ts'

const PATIENCE_MS = 1500
const PRESSES = 2

/** What became of a press shows in the messages alone, which the invariants check. */
export async function nudgeAll(
  sandbox: Sandbox,
  fleet: Fleet,
  date: Temporal.PlainDate,
  random: Random,
  timeline: Timeline,
): Promise<void> {
  const waits = TEAMS.map(() => random() * 800)
  await Promise.all(
    TEAMS.map(async ({ manager, teamId }, index) => {
      await fleet.upFor(waits[index]!)
      const value = JSON.stringify({ team: teamId, date: date.toString() })
      for (let press = 0; press < PRESSES; press += 1)
        await sandbox
          .user(manager)
          .dm()
          .click({ actionId: STANDUP.nudge, value }, { timeoutMs: PATIENCE_MS })
          .then(() => timeline.note(`${manager} presses Nudge on ${date}`))
          .catch(() => {})
    }),
  )
}
