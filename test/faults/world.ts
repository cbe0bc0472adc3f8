// Set-up for the fault tests: the crash test's teams on their first morning, with the real process.
import { type Harness, type HarnessOptions, startHarness } from '../../demo/harness/harness.ts'
import { STANDUP } from '../../src/checkins/standup/slack/ids.ts'
import { FIRST_DAY, SEED, seedDatabase, TEAMS, type WorldMember, ZONE } from '../crash/world.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

export const NORTH = TEAMS[0]!
export const SOUTH = TEAMS[1]!
export const ANNA = NORTH.reps[0]!

/** As an ISO date. */
export const TODAY = FIRST_DAY.toString()

/** An instant on the first day, in the members' time zone. */
export const at = (time: string) => FIRST_DAY.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant()

export interface Morning {
  harness: Harness
  database: TestDatabase
}

/** Starts at seven in the morning. `through` can give the bots another database URL, such as a proxy's. */
export async function morning(
  options: Partial<HarnessOptions> & { through?: (databaseUrl: string) => Promise<string> } = {},
): Promise<Morning> {
  const { through, ...more } = options
  const database = await freshDatabase()
  await seedDatabase(database.db)
  const databaseUrl = through ? await through(database.url) : database.url
  const harness = await startHarness({ seed: SEED, databaseUrl, startAt: at('07:00').toString(), ...more })
  return { harness, database }
}

/** Opens the form from the card and fills in an answer without submitting it. */
export async function fillIn(harness: Harness, member: WorldMember, calls: number, plan: string) {
  const user = harness.user(member.name)
  await user.dm().click({ actionId: STANDUP.open })
  await user.modal.fill({ 'number::calls': String(calls), plan })
  return user
}

/** How often each message key occurs in Slack. */
export function keysIn(harness: Harness): Map<string, number> {
  const keys = [...harness.sandbox.workspace().channels.values()].flatMap(({ messages }) =>
    messages.flatMap(({ metadata }) => (metadata ? [String(metadata.event_payload.key)] : [])),
  )
  return new Map([...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]))
}
