// Simulates the managers of a crash test: they press Nudge in their morning message, sometimes twice, and answer warnings.
import type { Random } from '../../demo/random.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { STANDUP } from '../../src/checkins/standup/slack/ids.ts'
import { ABOVE } from './falling-behind.ts'
import type { Fleet } from './fleet.ts'
import type { Journal } from './journal.ts'
import type { Timeline } from './timeline.ts'
import { pressWarning } from './warning-presses.ts'
import { managerId, TEAMS } from './world.ts'

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

const LEADS = [...TEAMS.map((team) => ({ name: team.manager, userId: managerId(team) })), ...ABOVE]
/** Of answering a warning in a phase: most leave it to its clock. */
const ANSWERS = 0.35

export async function answerWarnings(
  sandbox: Sandbox,
  fleet: Fleet,
  until: Temporal.PlainDate,
  random: Random,
  journal: Journal,
  timeline: Timeline,
): Promise<void> {
  const plans = LEADS.map((lead) => ({ ...lead, wait: random() * 800, answers: random() < ANSWERS }))
  await Promise.all(
    plans.map(async ({ name, userId, wait, answers }) => {
      await fleet.upFor(wait)
      const user = sandbox.user(name)
      if (answers) await pressWarning({ fleet, user, userId, random, journal, timeline }, until)
    }),
  )
}
