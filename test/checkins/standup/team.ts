// Sets up a team for the standup's tests: people in the zones a test needs, hunters with two metrics of a preset.

import { eq, sql } from 'drizzle-orm'
import { BOT } from '../../../src/app/features.ts'
import type { StandupAnswer } from '../../../src/checkins/standup/domain/standup.ts'
import { submitStandup } from '../../../src/checkins/standup/flows/submit-standup.ts'
import type { Context } from '../../../src/core/context.ts'
import type { Database } from '../../../src/core/db/client.ts'
import type { Person } from '../../../src/core/person.ts'
import { addRoleMetrics } from '../../../src/numbers/db/metrics.ts'
import { presetFor } from '../../../src/numbers/domain/presets.ts'
import { insertLeave } from '../../../src/org/db/leaves.ts'
import { insertMembers } from '../../../src/org/db/members.ts'
import { savePeople } from '../../../src/org/db/people.ts'
import { saveSettings } from '../../../src/org/db/settings.ts'
import { insertTeam } from '../../../src/org/db/teams.ts'
import type { LeavePart } from '../../../src/org/domain/calendar.ts'
import type { LeaveKind } from '../../../src/org/domain/leave-kind.ts'
import type { Member, TeamSettings } from '../../../src/org/domain/team.ts'
import { replanTeam } from '../../../src/org/flows/plan-day.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import { findMessage } from '../../../src/outbox/db/messages.ts'
import { runDue } from '../../../src/schedule/flows/run-due.ts'
import { type TestContext, testContext, testPerson } from '../../support/context.ts'
import { factsOf } from '../../support/message-facts.ts'
import { testSettings } from '../../support/settings.ts'

const SETTINGS = testSettings({ measure: { kind: 'metric', metric: 'calls' } })

export const EMPTY_ANSWER: StandupAnswer = {
  doneItemIds: [],
  droppedItemIds: [],
  doneNote: '',
  plan: [],
  closedBlockerIds: [],
  doneActionIds: [],
  reopenedBlockerIds: [],
  newBlockers: [],
  helperUserId: null,
  numbers: {},
  confirmed: {},
}

/** What a member says of whom a test wants to know no more than that they answered. */
const SHORT_ANSWER: Partial<StandupAnswer> = { plan: ['Call Acme'] }

export const day = (date: string) => Temporal.PlainDate.from(date)

/** `zones`: by name of the person, who is `U-name`. Everyone joined in 2025. The clock stands at `now`. */
export async function standupTeam(
  db: Database,
  of: { zones: Record<string, string>; now: string; settings?: Partial<TeamSettings>; workspaceId?: string },
) {
  const context = testContext(db, of.now)
  const workspaceId = of.workspaceId ?? `T${crypto.randomUUID().slice(0, 8)}`
  const teamId = crypto.randomUUID()
  const ref = { workspaceId, teamId }
  const people = Object.entries(of.zones).map(([name, zone]) =>
    testPerson(workspaceId, `U-${name}`, { name, zone }),
  )
  const members = people.map(
    (person): Member => ({
      ...ref,
      memberId: crypto.randomUUID(),
      userId: person.userId,
      role: 'hunter',
      joinedOn: day('2025-01-01'),
      leftOn: null,
    }),
  )
  await savePeople(db, people, context.clock.now())
  for (const person of people) context.people.set(person.userId, person)
  await insertTeam(
    db,
    { ...ref, channelId: `C-${teamId}`, managerUserId: 'U-boss', parentTeamId: null },
    context.clock.now(),
  )
  const settings = { ...SETTINGS, ...of.settings }
  await saveSettings(db, ref, {
    effectiveFrom: day('2025-01-01'),
    settings,
    setBy: 'U-boss',
    setAt: context.clock.now(),
  })
  await insertMembers(db, members, context.clock.now())
  await addRoleMetrics(
    db,
    ref,
    'hunter',
    presetFor('hunter', 'EUR').filter(({ key }) => key === 'calls' || key === 'visits'),
  )
  return {
    ...ref,
    channelId: `C-${teamId}`,
    context,
    settings,
    person: (name: string): Person => people.find((person) => person.name === name)!,
    memberId: (name: string) => members.find(({ userId }) => userId === `U-${name}`)!.memberId,
    ...actions(db, context, ref),
  }
}

function actions(db: Database, context: TestContext, ref: { workspaceId: string; teamId: string }) {
  return {
    /** Moves the clock and carries out what is due. */
    tickAt: async (instant: string) => {
      context.moveTo(instant)
      return runDue(context, BOT.dueKinds)
    },
    replan: async (from: string) => db.transaction((tx) => replanTeam(tx, context, ref, day(from))),
    submit: (
      who: Person,
      date: string,
      answer: Partial<StandupAnswer>,
      more: {
        viewId?: string
        digest?: string
        revision?: number
        in?: Context
        whileRead?: () => void
      } = {},
    ) =>
      submitStandup(more.in ?? context, {
        who,
        teamId: ref.teamId,
        date: day(date),
        viewId: more.viewId ?? 'V1',
        digest: more.digest ?? JSON.stringify(answer),
        revision: more.revision ?? 99,
        read: () => {
          more.whileRead?.()
          const said = Object.keys(answer).length > 0 ? answer : SHORT_ANSWER
          return { ok: true, answer: { ...EMPTY_ANSWER, ...said } }
        },
      }),
    leave: (userId: string, date: string, part: LeavePart = 'whole', kind: LeaveKind = 'other') =>
      insertLeave(
        db,
        ref.workspaceId,
        { leaveId: crypto.randomUUID(), userId, from: day(date), to: day(date), part, kind },
        { by: userId, at: context.clock.now() },
      ),
    message: (key: string) => findMessage(db, { workspaceId: ref.workspaceId, messageKey: key }),
    /** As if everything had been delivered. */
    markDelivered: () =>
      db
        .update(messages)
        .set({ deliveredVersion: sql`version`, state: 'delivered', ts: '1.1', nextAttemptAt: null })
        .where(eq(messages.workspaceId, ref.workspaceId)),
    /** What the message would show if it were delivered now. Null: it is not said, or there is nothing to say. */
    facts: async (key: string) => {
      const message = await findMessage(db, { workspaceId: ref.workspaceId, messageKey: key })
      return message && factsOf(db, message, context.clock.now())
    },
  }
}
