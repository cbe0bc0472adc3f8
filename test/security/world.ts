// Set-up for the security tests: two workspaces with people in every role, and teams with data.

import { postDayBoard } from '../../src/boards/flows/post-board.ts'
import { submitStandup } from '../../src/checkins/standup/flows/submit-standup.ts'
import type { Database } from '../../src/core/db/client.ts'
import type { Person } from '../../src/core/person.ts'
import { addRoleMetrics } from '../../src/numbers/db/metrics.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { insertMembers } from '../../src/org/db/members.ts'
import { savePeople, saveWorkspace } from '../../src/org/db/people.ts'
import { saveSettings } from '../../src/org/db/settings.ts'
import { insertTeam } from '../../src/org/db/teams.ts'
import type { Member } from '../../src/org/domain/team.ts'
import { changeExtraDay } from '../../src/org/flows/change-extra-days.ts'
import { recordLeave } from '../../src/org/flows/record-leave.ts'
import { keepMinutes } from '../../src/reviews/flows/take-minutes.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { EMPTY_ANSWER } from '../checkins/standup/team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { testSettings } from '../support/settings.ts'
import { askedToday } from './asked-today.ts'
import type { Holding } from './held-team.ts'
import { hostileSettings } from './hostile-settings.ts'
import { askAbout } from './open-questions.ts'
import {
  cascadeVersionOf,
  giveAction,
  giveReport,
  openWarnings,
  type Pair,
  recordWhatManagerDid,
  writeInsight,
} from './seeds.ts'

export type { Holding } from './held-team.ts'

export const HOME = 'T0HOME'
export const ABROAD = 'T0ABROAD'
/** A Tuesday, 9:15 in Berlin: today's standup is open and asks for Monday's numbers. */
export const NOW = '2026-03-03T08:15:00Z'
const MONDAY = Temporal.PlainDate.from('2026-03-02')
const TUESDAY = Temporal.PlainDate.from('2026-03-03')

/** By role in relation to the team North. */
export const ROLES = {
  rep: 'U0ANN',
  'another rep': 'U0LI',
  'guest who is a member': 'U0GUS',
  manager: 'U0MARA',
  /** Named, and Mara is not away. */
  delegate: 'U0DAN',
  director: 'U0DIRK',
  admin: 'U0ADA',
  'rep of another team': 'U0SUE',
  'manager of another team': 'U0SAM',
  'guest who is nobody': 'U0GIL',
  stranger: 'U0STAN',
  'member who was removed': 'U0ROB',
  'member who is deactivated': 'U0DORA',
  bot: 'U0BOT',
} as const
export type Role = keyof typeof ROLES | 'person of another workspace'

/** Contained in every text of the team, including its people's names. */
const EVIL = '<!channel> <@U0EVIL>'

/** The person of another team whose help North's rep asked for. */
const HELPER = ROLES['rep of another team']

const own = (label: string): Metric => ({
  ...presetFor('hunter', 'EUR')[0]!,
  key: 'own-1',
  label,
  hardMax: 1_000_000,
  plausibleMax: null,
})

interface Wish {
  workspaceId: string
  name: string
  mark: string
  number: number
  leaveOn: string
  managerUserId: string
  reps: readonly string[]
  removed?: string
  parentTeamId?: string
}

/** The first rep has answered, logged, asked for help and taken leave; every text contains the team's mark. */
async function buildTeam(context: TestContext, wish: Wish): Promise<Omit<Holding, 'cascadeVersion'>> {
  const { db, clock } = context
  const { workspaceId, name, mark, number, managerUserId } = wish
  const ref = { workspaceId, teamId: crypto.randomUUID() }
  const channelId = `C0${name.toUpperCase()}`
  const now = clock.now()
  await insertTeam(
    db,
    { ...ref, channelId, managerUserId, parentTeamId: wish.parentTeamId ?? null },
    now.subtract({ hours: 24 * 30 }),
  )
  const settings = hostileSettings(name)
  await saveSettings(db, ref, {
    ...{ effectiveFrom: MONDAY.subtract({ weeks: 8 }), settings },
    ...{ setBy: managerUserId, setAt: now },
  })
  const preset = presetFor('hunter', 'EUR').filter(({ key }) => key === 'calls' || key === 'visits')
  await addRoleMetrics(db, ref, 'hunter', [...preset, own(`${mark} ${EVIL}`)])
  const placed = (userId: string, leftOn: Temporal.PlainDate | null): Member => ({
    ...{ ...ref, memberId: crypto.randomUUID(), userId, role: 'hunter' as const },
    ...{ joinedOn: MONDAY.subtract({ weeks: 8 }), leftOn },
  })
  const members = wish.reps.map((userId) => placed(userId, null))
  if (wish.removed) members.push(placed(wish.removed, MONDAY.subtract({ days: 3 })))
  await insertMembers(db, members, context.clock.now())
  const rep = context.people.get(`${workspaceId} ${wish.reps[0]}`)!
  const manager = context.people.get(`${workspaceId} ${managerUserId}`)!
  await giveReport(db, members[0]!, MONDAY.subtract({ days: 3 }), `${mark} ${EVIL} note`, now)
  const held = await fill(context, { ref, rep, manager, wish })
  await writeInsight(context, members[0]!, MONDAY, `${mark} ${EVIL} insight`)
  return {
    ...ref,
    channelId,
    repUserId: rep.userId,
    memberIds: members.map(({ memberId }) => memberId),
    ...held,
    ...(await openWarnings(context, ref, members, `${mark} ${EVIL}`)),
    ...(await askedToday(context, ref.teamId, members, TUESDAY)),
    ...{ proposedTeamId: '', joinRequestId: '', passedOnRequestId: '', leaveRequestId: '', askedLeaveId: '' },
    ...{ numbersDate: MONDAY.toString(), standupDate: TUESDAY.toString() },
    reportDate: MONDAY.subtract({ days: 3 }).toString(),
    mark: new RegExp(`${name}|${mark}|${number.toLocaleString('en')}|${wish.leaveOn.split(' ')[1]}`),
  }
}

async function fill(context: TestContext, { ref, rep, manager, wish }: Pair & { wish: Wish }) {
  const { mark, number } = wish
  const { teamId } = ref
  const numbers = (values: Record<string, number>, date: Temporal.PlainDate, sourceKey: string) =>
    logNumbers(context, { who: rep, teamId, date, values, how: 'add', source: 'command', sourceKey })
  const lineKey = `line:${crypto.randomUUID()}`
  const logged = await numbers({ 'own-1': number }, MONDAY, `line:${crypto.randomUUID()}`)
  const undoable = await numbers({ calls: 3 }, TUESDAY, lineKey)
  const answered = await submitStandup(context, {
    ...{ who: rep, teamId, date: TUESDAY, viewId: 'V0SEED', digest: 'seed', revision: 0 },
    read: () => ({
      ok: true,
      answer: {
        ...EMPTY_ANSWER,
        doneNote: `${mark} ${EVIL} note`,
        plan: [`${mark} ${EVIL} plan`],
        newBlockers: [`${mark} ${EVIL} blocker`],
        helperUserId: HELPER,
      },
    }),
  })
  const [date] = wish.leaveOn.split(' ')
  const from = Temporal.PlainDate.from(date!)
  const leave = await recordLeave(context, rep, rep.userId, { from, to: from, part: 'whole' })
  const extra = await changeExtraDay(context, manager, teamId, { date: TUESDAY.add({ days: 4 }), kind: 'on' })
  await recordWhatManagerDid(context, { ref, rep, manager }, { date: date!, number })
  const actionId = await giveAction(
    context,
    { ref, rep, manager, helper: HELPER, dueOn: TUESDAY },
    `${mark} ${EVIL} action`,
  )
  await keepMinutes(
    context,
    manager,
    { teamId, kind: 'month', date: MONDAY },
    {
      ...{ text: `${mark} ${EVIL} minutes`, readTo: null },
    },
  )
  const march = targetPeriod('month', MONDAY, 1)
  const draft = {
    value: 9000,
    split: 'equal',
    weights: new Map(),
    byHand: null,
    role: null,
    time: { by: 'days', weights: null },
    monthsByHand: null,
  } as const
  const wanted = { teamId, metricKey: 'own-1', userId: null, period: march }
  const reason = `${mark} ${EVIL} reason`
  const seed = { version: 0, sourceKey: 'seed' }
  const target = await setTarget(context, manager, { ...wanted, draft: { ...draft, reason } }, seed)
  const board = await context.db.transaction((tx) => postDayBoard(tx, context, { ...ref, date: MONDAY }))
  for (const done of [logged, undoable, answered, leave, extra, target, board])
    if (!done.ok) throw new Error(`The team could not be filled: ${JSON.stringify(done)}`)
  const rows = await context.db.execute<{ blocker_id: string }>(
    `select blocker_id from blockers where team_id = '${teamId}'`,
  )
  return {
    ...{ lineKey, blockerId: rows[0]!.blocker_id, actionId },
    leaveId: leave.ok ? leave.leave.leaveId : '',
  }
}

export interface World {
  context: TestContext
  north: Holding
  south: Holding
  /** In the other workspace, with the same user ids. */
  elsewhere: Holding
}

export async function buildWorld(db: Database): Promise<World> {
  const context = testContext(db, NOW)
  const person = (workspaceId: string, userId: string, more: Partial<Person> = {}) =>
    testPerson(workspaceId, userId, { name: `${userId.slice(2).toLowerCase()} ${EVIL}`, ...more })
  const everyone = [
    ...Object.values(ROLES).map((userId) =>
      person(HOME, userId, {
        isGuest: userId === ROLES['guest who is a member'] || userId === ROLES['guest who is nobody'],
        isAdmin: userId === ROLES.admin,
        isBot: userId === ROLES.bot,
      }),
    ),
    person(ABROAD, ROLES.manager),
    person(ABROAD, ROLES.rep, { isAdmin: true }),
  ]
  for (const one of everyone) context.people.set(`${one.workspaceId} ${one.userId}`, one)
  const { directory } = context
  context.directory = {
    ...directory,
    person: async (workspaceId, userId) => context.people.get(`${workspaceId} ${userId}`) ?? null,
  }
  await savePeople(db, everyone, context.clock.now())
  for (const workspaceId of [HOME, ABROAD])
    await saveWorkspace(db, { workspaceId, name: 'Sales', botUserId: 'U0PACESETTER' }, context.clock.now())

  const company = crypto.randomUUID()
  await insertTeam(
    db,
    {
      ...{ workspaceId: HOME, teamId: company, channelId: 'C0COMPANY', parentTeamId: null },
      managerUserId: ROLES.director,
    },
    context.clock.now(),
  )
  await saveSettings(
    db,
    { workspaceId: HOME, teamId: company },
    {
      effectiveFrom: MONDAY.subtract({ weeks: 8 }),
      ...{ settings: testSettings({ name: 'Company' }), setBy: ROLES.director, setAt: context.clock.now() },
    },
  )
  const north = await buildTeam(context, {
    ...{ workspaceId: HOME, name: 'Northside', mark: 'NORTHDATA', number: 4711 },
    ...{ leaveOn: '2026-04-17 Apr.17', managerUserId: ROLES.manager },
    reps: [ROLES.rep, ROLES['another rep'], ROLES['guest who is a member'], ROLES.bot, 'U0DORA'],
    removed: ROLES['member who was removed'],
    parentTeamId: company,
  })
  const south = await buildTeam(context, {
    ...{ workspaceId: HOME, name: 'Southside', mark: 'SOUTHDATA', number: 5822 },
    leaveOn: '2026-04-20 Apr.20\\b',
    managerUserId: ROLES['manager of another team'],
    reps: [ROLES['rep of another team']],
  })
  const elsewhere = await buildTeam(context, {
    ...{ workspaceId: ABROAD, name: 'Elsewhere', mark: 'ELSEDATA', number: 6933 },
    ...{ leaveOn: '2026-04-22 Apr.22', managerUserId: ROLES.manager },
    reps: [ROLES.rep],
  })
  await askAbout(context, ROLES, north, { ...south, managerUserId: ROLES['manager of another team'] })
  await askAbout(context, ROLES, south, { teamId: company, managerUserId: ROLES.director })
  await askAbout(context, ROLES, elsewhere, { teamId: crypto.randomUUID(), managerUserId: ROLES.admin })
  const dora = person(HOME, ROLES['member who is deactivated'], { deactivated: true })
  context.people.set(`${HOME} ${dora.userId}`, dora)
  await savePeople(db, [dora], context.clock.now())
  // Everyone is in the channels, because channel membership must not give permissions.
  const inChannels = everyone.filter(({ workspaceId }) => workspaceId === HOME).map(({ userId }) => userId)
  for (const channelId of [north.channelId, south.channelId, 'C0COMPANY'])
    context.channels.set(channelId, inChannels)
  const versioned = async (team: Omit<Holding, 'cascadeVersion'>): Promise<Holding> => ({
    ...team,
    cascadeVersion: await cascadeVersionOf(context, team, MONDAY),
  })
  return {
    context,
    north: await versioned(north),
    south: await versioned(south),
    elsewhere: await versioned(elsewhere),
  }
}
