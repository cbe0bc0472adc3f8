// Nobody uses power over others, or looks at what is theirs, without a trace: every action of every role is tried.

import { beforeAll, expect, test } from 'vitest'
import { BOARDS } from '../../src/boards/slack/ids.ts'
import { REPORT } from '../../src/checkins/reports/slack/ids.ts'
import { STANDUP } from '../../src/checkins/standup/slack/ids.ts'
import type { Context } from '../../src/core/context.ts'
import { METRICS, RATES } from '../../src/numbers/slack/ids.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { readings } from '../../src/org/audit/db/readings.sql.ts'
import { LEAD, TEAM, WORKSPACE } from '../../src/org/slack/ids.ts'
import { OVERVIEW } from '../../src/overview/slack/ids.ts'
import { REVIEWS } from '../../src/reviews/slack/ids.ts'
import { WARNINGS } from '../../src/warnings/slack/ids.ts'
import { usesDatabase } from '../support/database.ts'
import { perform, tried } from './listeners.ts'
import { type Case, casesFor } from './permission-cases.ts'
import { buildWorld, HOME, ROLES, type World } from './world.ts'

const database = usesDatabase()
let world: World
beforeAll(async () => {
  world = await buildWorld(database.db)
})

const NAMES = casesFor({
  ...{ workspaceId: '', teamId: '', channelId: '', repUserId: 'U0ANN', memberIds: [], blockerId: '' },
  ...{
    leaveId: '',
    actionId: '',
    proposedTeamId: '',
    joinRequestId: '',
    passedOnRequestId: '',
    leaveRequestId: '',
    askedLeaveId: '',
    cascadeVersion: 0,
    lineKey: '',
    episodeId: '',
    riskId: '',
    numbersDate: '',
    standupDate: '',
    reportDate: '',
    planItemId: '',
    planMark: '',
    mark: /^$/,
  },
}).map(({ name, changes }, index) => ({ name, index, changes }))

/**
 * What a manager does without power over anyone: a blocker is taken on, and one that is solved is solved for all; a team above that
 * is declined changes nothing; who asks for an answer, reads it, comments on it or asks back is told to the member and kept beside it.
 */
const NOT_AUDITED = [
  ...[STANDUP.help, STANDUP.solved, STANDUP.blockerMenu, STANDUP.nudge, REPORT.nudge, LEAD.decline],
  ...[OVERVIEW.read, OVERVIEW.commentForm],
  ...[OVERVIEW.reportRead, OVERVIEW.reportCommentForm, OVERVIEW.reportAskForm],
  // A warning has events of its own, with who did what.
  ...[WARNINGS.takeOnForm, WARNINGS.putOffForm, WARNINGS.noRiskForm],
  ...[WARNINGS.raiseForm, WARNINGS.solveForm, WARNINGS.rateForm],
  // Minutes say who took them, and everybody in the channel reads them and the agenda.
  ...[REVIEWS.agenda, REVIEWS.minutesForm],
]

const POWERFUL: readonly string[] = ['manager', 'director', 'admin']

/** Of members only that they leave: what they report is theirs. */
const auditedRoles = ({ name, changes }: Pick<Case, 'name' | 'changes'>) =>
  changes.filter((role) => POWERFUL.includes(role) || name.includes(TEAM.leaveTeamForm))

const isAudited = (one: Pick<Case, 'name' | 'changes'>) =>
  auditedRoles(one).length > 0 && !NOT_AUDITED.some((left) => one.name.includes(left))

/** Where it is recorded, and who else is recorded as having done it. */
function placeOf(name: string): { teamId: string | null; also: string[] } {
  if ([WORKSPACE.form, RATES.form].some((form) => name.includes(form))) return { teamId: null, also: [] }
  // A person joins the other team, by the wish of its manager.
  if (/joining\./.test(name)) return { teamId: world.south.teamId, also: [ROLES['manager of another team']] }
  return { teamId: world.north.teamId, also: [] }
}

async function eventsAfter(index: number, role: keyof typeof ROLES) {
  const known = await database.db.select({ eventId: auditEvents.eventId }).from(auditEvents)
  return tried(world.context, async (context) => {
    await perform(context, { userId: ROLES[role], workspaceId: HOME }, casesFor(world.north)[index]!.move)
    const events = await context.db.select().from(auditEvents)
    return events.filter(({ eventId }) => !known.some((one) => one.eventId === eventId))
  })
}

test.each(NAMES.filter(isAudited))(
  'what somebody changes who has power over others is on record: $name',
  async ({ name, index, changes }) => {
    for (const role of auditedRoles({ name, changes }) as (keyof typeof ROLES)[]) {
      const { teamId, also } = placeOf(name)
      const everywhere = await eventsAfter(index, role)
      // What a metric means is told to each team that counts it.
      const events = name.includes(METRICS.definitionForm)
        ? everywhere.filter((event) => event.teamId === teamId)
        : everywhere
      expect(
        events.map(({ actorUserId }) => actorUserId),
        role,
      ).toContain(ROLES[role])
      // What follows by itself has no actor, such as the end of a request for somebody who left.
      for (const event of events.filter(({ actorUserId }) => actorUserId !== null)) {
        expect(event).toMatchObject({ workspaceId: HOME, teamId })
        expect([ROLES[role], ...also]).toContain(event.actorUserId)
        expect(event.screen).toMatch(/^(\/kpi [a-z-]+|message:[a-z-]+)$/)
        // Ids, dates and chosen values: nothing that could be a name or a typed text.
        expect(
          stringsIn([event.before, event.after]).filter((text) => !/^(?:[\w:+./-]{1,40}|[<>]=?)$/.test(text)),
        ).toEqual([])
        expect(JSON.stringify(event)).not.toMatch(/Renamed|Dials|Demos|typo/)
      }
    }
  },
)

test('the actions that are tried are those that matter', () => {
  expect(NAMES.filter(isAudited).length).toBeGreaterThan(20)
})

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}

/** What the rep entered, recorded and wrote. Boards are published in the channel. */
const PERSONAL = /4,711|Apr.17|NORTHDATA [^"]*(?:note|plan|blocker)/
const PUBLISHED = [BOARDS.myPlace, BOARDS.show, 'board']

test.each(Object.keys(ROLES) as (keyof typeof ROLES)[])(
  'what is the rep’s is not shown unrecorded to: %s',
  async (role) => {
    let shown = 0
    for (const { name, move } of casesFor(world.north)) {
      if (PUBLISHED.some((one) => name.includes(one)) || ROLES[role] === world.north.repUserId) continue
      await tried(world.context, async (context) => {
        const heard = await perform(context, { userId: ROLES[role], workspaceId: HOME }, move)
        if (!PERSONAL.test(JSON.stringify(heard.told))) return
        shown += 1
        expect(await lookedAt(context), name).toContainEqual(`${ROLES[role]} ${world.north.repUserId}`)
      })
    }
    if (role === 'manager') expect(shown).toBeGreaterThan(3)
    if (role === 'admin' || role === 'stranger') expect(shown).toBe(0)
  },
)

async function lookedAt({ db }: Context): Promise<string[]> {
  const rows = await db.select().from(readings)
  return rows.map(({ viewerUserId, userId }) => `${viewerUserId} ${userId}`)
}
