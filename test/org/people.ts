// A workspace of made-up people in one channel, for tests of setting up and looking after a team.
import type { Database } from '../../src/core/db/client.ts'
import { membersOn } from '../../src/org/db/members.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { loadSetup, type SetupFacts } from '../../src/setup/flows/load-setup.ts'
import { type SetupDone, setUpTeam } from '../../src/setup/flows/set-up-team.ts'
import { initialInput } from '../../src/setup/slack/setup-form.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'

export const WORKSPACE = 'T1'
export const CHANNEL = 'C1'
/** A Monday, 8:00 in Berlin. */
const MONDAY_MORNING = '2026-03-02T07:00:00Z'

export const manager = testPerson(WORKSPACE, 'UMANAGER', { name: 'Mara' })
export const ann = testPerson(WORKSPACE, 'UANN', { name: 'Ann' })
export const li = testPerson(WORKSPACE, 'ULI', { name: '李', zone: 'Asia/Shanghai', locale: 'zh-CN' })
export const stranger = testPerson(WORKSPACE, 'USTRANGER')
export const guest = testPerson(WORKSPACE, 'UGUEST', { isGuest: true })
export const admin = testPerson(WORKSPACE, 'UADMIN', { isAdmin: true })
export const bot = testPerson(WORKSPACE, 'UBOT', { name: 'Build bot', isBot: true })
export const gone = testPerson(WORKSPACE, 'UGONE', { name: 'Gone', deactivated: true })

/** The channel holds the manager, Ann, Li, a bot and someone deactivated. */
export function salesContext(db: Database, at = MONDAY_MORNING): TestContext {
  const context = testContext(db, at)
  for (const person of [manager, ann, li, stranger, guest, admin, bot, gone])
    context.people.set(person.userId, person)
  context.channels.set(
    CHANNEL,
    [manager, ann, li, bot, gone].map(({ userId }) => userId),
  )
  return context
}

/** Deletes teams, due items and messages of the test before, and creates the same people again. */
export async function salesWithoutTeams(db: Database): Promise<TestContext> {
  await db.execute(
    'truncate teams, manager_questions, parent_proposals, team_settings, members, home_teams, channels, leaves, leave_requests, extra_days, own_holidays, catalogue, metrics, role_metrics, roles, people, due_items, messages, standups, checkin_prompts, checkin_days, audit_events, readings',
  )
  return salesContext(db)
}

export async function openSetup(
  context: TestContext,
  who = manager,
  channelId = CHANNEL,
): Promise<SetupFacts> {
  const loaded = await loadSetup(context, who, channelId)
  if (!loaded.ok) throw new Error(loaded.reason)
  return loaded.facts
}

/** Saves the form as it opens, apart from what the test changes. */
export async function setUp(
  context: TestContext,
  more: Partial<TeamSettings> = {},
  memberUserIds: readonly string[] = [ann.userId, li.userId],
): Promise<SetupDone> {
  const start = initialInput(await openSetup(context))
  const input = { ...start, memberUserIds, settings: { ...start.settings, ...more } }
  const done = await setUpTeam(context, manager, CHANNEL, input)
  if (!done.ok) throw new Error(done.reason)
  return done
}

/** User ids of the team's members on a date. */
export async function teamOn(context: TestContext, teamId: string, date: string): Promise<string[]> {
  const members = await membersOn(context.db, WORKSPACE, teamId, Temporal.PlainDate.from(date))
  return members.map((member) => member.userId).sort()
}
